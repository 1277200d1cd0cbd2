import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import { useDraft } from '../../../kernel/draft.ts'
import { useNow } from '../../../kernel/now.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, NumberField, TextArea, TextField, type Option } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { FormBar, FormSheet } from '../../../ui/steps.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { findTeachers } from '../../placements/desk/queries.ts'
import css from '../assistance.module.css'
import { chinaDay, lengthOf } from '../days.ts'
import { beyondFields, faultsIn, short, useFaultWords, type Fault } from './faults.ts'
import { findAssistancePosts, useBatch, useChangeBatch, useMakeBatch, type Batch } from './queries.ts'

type Line = { post: (Option & { seats?: number }) | null; asked: number | null; note: string }
type Form = { title: string; authority: string; startsOn: string; endsOn: string; escort: Option | null; contactName: string; contactPhone: string; remark: string; lines: Line[] }
const newLine = (): Line => ({ post: null, asked: null, note: '' })
const empty: Form = { title: '', authority: '', startsOn: '', endsOn: '', escort: null, contactName: '', contactPhone: '', remark: '', lines: [newLine()] }
const formOf = ({ title, authority, startsOn, endsOn, escortId, escortName, contactName, contactPhone, remark }: Batch): Form => ({ title, authority, startsOn, endsOn, escort: { value: escortId, label: escortName }, contactName, contactPhone, remark, lines: [] })
/** A line nobody began is no line. */
const isBlank = ({ post, asked, note }: Line) => !post && asked === null && note === ''

export const NewBatchPage = () => <BatchForm name="assistance-batch.new" initial={empty} known={null} />
export function EditBatchPage() {
  const { batchId = '' } = useParams()
  const batch = useBatch(batchId)
  return <Loaded query={batch}>{(one) => (one.can.edit ? <BatchForm key={one.id} name={`assistance-batch.${one.id}.${one.version}`} initial={formOf(one)} known={one} /> : <Redirect to={`/assistance/batches/${one.id}`} replace />)}</Loaded>
}

/** Every fault at once, by field; those of a line by its place among the lines that are sent. */
function faultsOf(form: Form, today: string, known: Batch | null) {
  const faults: Record<string, Fault> = {}
  if (short(form.title, 2)) faults['title'] = 'missing'
  if (!form.startsOn) faults['startsOn'] = 'missing'
  else if (!known && form.startsOn < today) faults['startsOn'] = 'past'
  if (!form.endsOn) faults['endsOn'] = 'missing'
  else if (form.startsOn && form.endsOn <= form.startsOn) faults['endsOn'] = 'out_of_order'
  if (!form.escort) faults['escortId'] = 'missing'
  if (short(form.contactName, 2)) faults['contactName'] = 'missing'
  if (!form.contactPhone.trim()) faults['contactPhone'] = 'missing'
  else if (!/^[+\d][\d -]{5,20}$/.test(form.contactPhone.trim())) faults['contactPhone'] = 'format'
  const lines = form.lines.filter((line) => !isBlank(line))
  lines.forEach(({ post, asked }, at) => {
    if (!post) faults[`seats.${at}.postId`] = 'missing'
    else if (lines.findIndex((other) => other.post?.value === post.value) < at) faults[`seats.${at}.postId`] = 'twice'
    if (asked === null || asked < 1) faults[`seats.${at}.asked`] = 'missing'
    else if (asked > 500) faults[`seats.${at}.asked`] = 'too_big'
  })
  return faults
}

function BatchForm({ name, initial, known }: { name: string; initial: Form; known: Batch | null }) {
  const { t } = useTranslation('assistanceOffice')
  const [, navigate] = useLocation()
  const toast = useToast()
  const today = chinaDay(useNow())
  const make = useMakeBatch()
  const change = useChangeBatch()
  const draft = useDraft<Form>(name, initial)
  const [tried, setTried] = useState(false)
  const form = draft.value
  const faults = tried ? faultsOf(form, today, known) : {}
  const failed = make.error ?? change.error
  const error = useFaultWords(faults, failed)
  const count = new Set([...Object.keys(faults), ...Object.keys(faultsIn(failed))]).size
  const leave = (id: string, words: string) => {
    draft.clear()
    toast(words)
    navigate(`/assistance/batches/${id}`)
  }
  const onSave = () => {
    setTried(true)
    if (!form.escort || Object.keys(faultsOf(form, today, known)).length > 0) return
    const fields = { title: form.title.trim(), authority: form.authority.trim(), escortId: form.escort.value, contactName: form.contactName.trim(), contactPhone: form.contactPhone.trim(), remark: form.remark.trim() }
    if (known) {
      const days = known.state === 'planning' ? { startsOn: form.startsOn, endsOn: form.endsOn } : {}
      change.mutate({ id: known.id, version: known.version, ...fields, ...days }, { onSuccess: () => leave(known.id, t('form.saved')) })
      return
    }
    const seats = form.lines.filter((line) => !isBlank(line)).map(({ post, asked, note }) => ({ postId: post!.value, asked: asked!, note: note.trim() }))
    make.mutate({ ...fields, startsOn: form.startsOn, endsOn: form.endsOn, seats }, { onSuccess: ({ id, number }) => leave(id, t('form.kept', { number })) })
  }
  const part = { form, set: draft.set, error }
  return (
    <Page narrow title={known ? t('form.editTitle', { title: known.title }) : t('form.newTitle')} crumbs={[{ label: t('title'), href: '/assistance' }, { label: t('batches.title'), href: '/assistance?tab=batches' }, ...(known ? [{ label: known.number, href: `/assistance/batches/${known.id}` }] : [])]} lead={<DraftLine saved={draft.saved} />}>
      <Stack>
        <What {...part} fixed={known !== null && known.state !== 'planning'} />
        <Who {...part} />
        {!known && <Lines {...part} />}
        {failed ? <BeyondFields error={failed} /> : null}
      </Stack>
      <FormBar note={count > 0 ? t('form.open', { count }) : null} fault>
        <Button size="form" kind="primary" busy={make.isPending || change.isPending} onClick={onSave}>
          {t(known ? 'form.save' : 'form.keep')}
        </Button>
      </FormBar>
    </Page>
  )
}

function BeyondFields({ error }: { error: unknown }) {
  const beyond = beyondFields(error, ['title', 'authority', 'startsOn', 'endsOn', 'escortId', 'contactName', 'contactPhone', 'remark', 'seats'])
  return beyond ? <Refused error={beyond} /> : null
}

type Part = { form: Form; set: (changes: Partial<Form>) => void; error: (field: string) => string | null }

function What({ form, set, error, fixed }: Part & { fixed: boolean }) {
  const { t } = useTranslation('assistanceOffice')
  const days = lengthOf(form.startsOn, form.endsOn)
  return (
    <FormSheet title={t('form.what')}>
      <TextField name="title" label={t('form.title')} hint={t('form.titleHint')} value={form.title} maxLength={60} error={error('title')} onChange={(title) => set({ title })} />
      <FieldRow>
        <DateField name="startsOn" label={t('form.startsOn')} hint={fixed ? t('form.fixed') : undefined} value={form.startsOn} disabled={fixed} error={error('startsOn')} onChange={(startsOn) => set({ startsOn })} />
        <DateField name="endsOn" label={t('form.endsOn')} hint={days === null ? undefined : t('form.days', { count: days })} value={form.endsOn} min={form.startsOn || undefined} disabled={fixed} error={error('endsOn')} onChange={(endsOn) => set({ endsOn })} />
      </FieldRow>
      <TextField name="authority" label={t('form.authority')} hint={t('form.authorityHint')} optional value={form.authority} maxLength={100} error={error('authority')} onChange={(authority) => set({ authority })} />
      <TextArea name="remark" label={t('form.remark')} optional rows={2} most={500} value={form.remark} error={error('remark')} onChange={(remark) => set({ remark })} />
    </FormSheet>
  )
}

function Who({ form, set, error }: Part) {
  const { t } = useTranslation('assistanceOffice')
  return (
    <FormSheet title={t('form.who')}>
      <Combobox name="escortId" label={t('form.escort')} hint={t('form.escortHint')} value={form.escort} error={error('escortId')} search={findTeachers} onChange={(escort) => set({ escort })} />
      <FieldRow>
        <TextField name="contactName" label={t('form.contactName')} value={form.contactName} maxLength={50} error={error('contactName')} onChange={(contactName) => set({ contactName })} />
        <TextField name="contactPhone" label={t('form.contactPhone')} inputMode="tel" value={form.contactPhone} maxLength={20} error={error('contactPhone')} onChange={(contactPhone) => set({ contactPhone })} />
      </FieldRow>
    </FormSheet>
  )
}

function Lines({ form, set, error }: Part) {
  const { t } = useTranslation('assistanceOffice')
  const change = (at: number, changes: Partial<Line>) => set({ lines: form.lines.map((line, place) => (place === at ? { ...line, ...changes } : line)) })
  const sent = form.lines.filter((line) => !isBlank(line))
  return (
    <FormSheet title={t('form.lines')} lead={t('form.linesLead')}>
      {form.lines.length === 0 && <p className="dim">{t('form.noLines')}</p>}
      {form.lines.map((line, at) => {
        const place = sent.indexOf(line)
        const fault = (field: string) => (place < 0 ? null : error(`seats.${place}.${field}`))
        return (
          <section key={at} className={css.seat} aria-label={t('form.lineOf', { n: at + 1 })}>
            <p className={css.seatHead}>
              <span>{t('form.lineOf', { n: at + 1 })}</span>
              <Button kind="text" onClick={() => set({ lines: form.lines.toSpliced(at, 1) })}>
                {t('form.remove', { n: at + 1 })}
              </Button>
            </p>
            <Combobox name={`seats.${at}.postId`} label={t('form.post')} hint={line.post?.note ? t('form.postNote', { seats: line.post.seats ?? '' }) : t('form.postHint')} value={line.post} error={fault('postId')} search={findAssistancePosts} onChange={(post) => change(at, { post })} />
            <FieldRow>
              <NumberField name={`seats.${at}.asked`} label={t('form.seats')} value={line.asked} error={fault('asked')} onChange={(asked) => change(at, { asked })} />
              <TextField name={`seats.${at}.note`} label={t('form.note')} hint={t('form.noteHint')} optional value={line.note} maxLength={300} error={fault('note')} onChange={(note) => change(at, { note })} />
            </FieldRow>
          </section>
        )
      })}
      <p className={css.line}>
        <Button icon="plus" onClick={() => set({ lines: [...form.lines, newLine()] })}>
          {t('form.add')}
        </Button>
        {sent.length > 0 && <span className={css.by}>{t('form.total', { count: sent.length, seats: sent.reduce((sum, { asked }) => sum + (asked ?? 0), 0) })}</span>}
      </p>
    </FormSheet>
  )
}
