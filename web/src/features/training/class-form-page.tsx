import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import { classKinds } from '@silian/server/contract/training/classes'
import { useDraft } from '../../kernel/draft.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField, RadioGroup } from '../../ui/choices.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { DateField, NumberField, SelectField, TextArea, TextField } from '../../ui/inputs.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { FormBar, FormSheet } from '../../ui/steps.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useClass, usePartnerSchools, useSaveClass, type ClassKind, type ClassView } from './queries.ts'

type Form = {
  kind: ClassKind; trainees: 'students' | 'employees'; schoolId: string; title: string; postTitle: string; occupationCode: string; year: number | null; seats: number | null; minSeats: number | null
  startsOn: string; endsOn: string; payFloor: number | null; curriculum: string; benefits: string; isBranch: boolean; ministryNumber: string
}
const empty: Form = { kind: 'order', trainees: 'students', schoolId: '', title: '', postTitle: '', occupationCode: '', year: null, seats: null, minSeats: null, startsOn: '', endsOn: '', payFloor: null, curriculum: '', benefits: '', isBranch: false, ministryNumber: '' }
const formOf = ({ kind, schoolId, title, postTitle, occupationCode, year, seats, minSeats, startsOn, endsOn, payFloor, curriculum, benefits, isBranch, ministryNumber }: ClassView): Form => ({
  kind, trainees: 'students', schoolId, title, postTitle, occupationCode: occupationCode ?? '', year, seats, minSeats, startsOn, endsOn, payFloor, curriculum, benefits, isBranch, ministryNumber: ministryNumber ?? '',
})

export const NewClassPage = () => <ClassForm name="order-class.new" initial={empty} known={null} />
export function EditClassPage() {
  const { classId = '' } = useParams()
  const one = useClass(classId)
  return <Loaded query={one}>{(it) => (it.can.edit ? <ClassForm key={it.id} name={`order-class.${it.id}.${it.version}`} initial={formOf(it)} known={it} /> : <Redirect to={`/order-classes/${it.id}`} replace />)}</Loaded>
}

const needed = ['schoolId', 'title', 'postTitle', 'year', 'seats', 'minSeats', 'startsOn', 'endsOn', 'payFloor'] as const
/** Every fault at once, by field. */
function faultsOf(form: Form): Record<string, 'missing' | 'out_of_order' | 'over_seats'> {
  const faults: Record<string, 'missing' | 'out_of_order' | 'over_seats'> = {}
  for (const field of needed) if (form[field] === null || form[field] === '') faults[field] = 'missing'
  if (!faults.endsOn && !faults.startsOn && form.endsOn <= form.startsOn) faults.endsOn = 'out_of_order'
  if (form.minSeats !== null && form.seats !== null && form.minSeats > form.seats) faults.minSeats = 'over_seats'
  return faults
}

function ClassForm({ name, initial, known }: { name: string; initial: Form; known: ClassView | null }) {
  const { t } = useTranslation('training')
  const [, navigate] = useLocation()
  const toast = useToast()
  const draft = useDraft<Form>(name, initial)
  const [asked, setAsked] = useState(false)
  const save = useSaveClass()
  const form = draft.value
  const faults = faultsOf(form)
  const error = (field: string) => (asked && faults[field] ? t(`form.faults.${faults[field]}`) : null)
  const send = () => {
    setAsked(true)
    if (Object.keys(faults).length > 0) return
    save.mutate(
      { known, body: { ...form, occupationCode: form.occupationCode.trim() || null, ministryNumber: form.ministryNumber.trim() || null, year: form.year!, seats: form.seats!, minSeats: form.minSeats!, payFloor: form.payFloor! } },
      {
        onSuccess: ({ id, number }) => {
          draft.clear()
          toast(known ? t('form.saved') : t('form.sent', { number }))
          navigate(`/order-classes/${id}`)
        },
      },
    )
  }
  const part = { form, set: draft.set, error }
  return (
    <Page narrow title={known ? t('form.editTitle', { title: known.title }) : t('form.newTitle')} crumbs={[{ label: t('title'), href: '/order-classes' }, ...(known ? [{ label: known.number, href: `/order-classes/${known.id}` }] : [])]} lead={<DraftLine saved={draft.saved} />}>
      <Stack>
        <What {...part} fixed={known !== null} />
        <Who {...part} />
        {save.error ? <Refused error={save.error} /> : null}
      </Stack>
      <FormBar note={asked && Object.keys(faults).length > 0 ? t('form.open', { count: Object.keys(faults).length }) : null} fault>
        <Button size="form" kind="primary" busy={save.isPending} because={form.trainees === 'employees' && t('form.employeesNo')} onClick={send}>
          {t(known ? 'form.save' : 'form.send')}
        </Button>
      </FormBar>
    </Page>
  )
}

type Part = { form: Form; set: (changes: Partial<Form>) => void; error: (field: string) => string | null }

function What({ form, set, error, fixed }: Part & { fixed: boolean }) {
  const { t } = useTranslation('training')
  const schools = usePartnerSchools()
  const options = (schools.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FormSheet title={t('form.what')} lead={t('form.lead')}>
      <RadioGroup name="kind" inline label={t('form.kind')} value={form.kind} options={classKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={(kind) => set({ kind })} />
      <RadioGroup name="trainees" inline label={t('form.trainees')} value={form.trainees} options={[{ value: 'students', label: t('form.students') }, { value: 'employees', label: t('form.employees') }]} error={form.trainees === 'employees' ? t('form.employeesNo') : null} onChange={(trainees) => set({ trainees })} />
      {form.kind === 'engineer' && (
        <>
          <TextField name="ministryNumber" label={t('form.ministry')} hint={t('form.ministryHint')} value={form.ministryNumber} maxLength={60} onChange={(ministryNumber) => set({ ministryNumber })} />
          <CheckField name="isBranch" label={t('form.branch')} hint={t('form.branchHint')} checked={form.isBranch} onChange={(isBranch) => set({ isBranch })} />
        </>
      )}
      <SelectField name="schoolId" label={t('form.school')} hint={schools.data && options.length === 0 ? t('form.noSchools') : undefined} value={form.schoolId} disabled={fixed} options={options} error={error('schoolId')} onChange={(schoolId) => set({ schoolId })} />
      <TextField name="title" label={t('form.title')} hint={t('form.titleHint')} value={form.title} maxLength={60} error={error('title')} onChange={(title) => set({ title })} />
      <FieldRow>
        <TextField name="postTitle" label={t('form.post')} value={form.postTitle} maxLength={60} error={error('postTitle')} onChange={(postTitle) => set({ postTitle })} />
        <TextField name="occupationCode" label={t('form.occupation')} hint={t('form.occupationHint')} optional value={form.occupationCode} maxLength={12} onChange={(occupationCode) => set({ occupationCode })} />
      </FieldRow>
    </FormSheet>
  )
}

function Who({ form, set, error }: Part) {
  const { t } = useTranslation('training')
  return (
    <>
      <FormSheet title={t('form.who')}>
        <FieldRow>
          <NumberField name="year" label={t('form.year')} value={form.year} error={error('year')} onChange={(year) => set({ year })} />
          <NumberField name="seats" label={t('form.seats')} value={form.seats} error={error('seats')} onChange={(seats) => set({ seats })} />
          <NumberField name="minSeats" label={t('form.minSeats')} hint={t('form.minHint')} value={form.minSeats} error={error('minSeats')} onChange={(minSeats) => set({ minSeats })} />
        </FieldRow>
        <FieldRow>
          <DateField name="startsOn" label={t('form.startsOn')} value={form.startsOn} error={error('startsOn')} onChange={(startsOn) => set({ startsOn })} />
          <DateField name="endsOn" label={t('form.endsOn')} value={form.endsOn} error={error('endsOn')} onChange={(endsOn) => set({ endsOn })} />
        </FieldRow>
      </FormSheet>
      <FormSheet title={t('form.terms')}>
        <NumberField short name="payFloor" label={t('form.payFloor')} unit={t('form.perMonth')} value={form.payFloor} error={error('payFloor')} onChange={(payFloor) => set({ payFloor })} />
        <TextArea name="curriculum" label={t('form.curriculum')} optional rows={3} most={2000} value={form.curriculum} onChange={(curriculum) => set({ curriculum })} />
        <TextArea name="benefits" label={t('form.benefits')} hint={t('form.benefitsHint')} optional rows={3} most={2000} value={form.benefits} onChange={(benefits) => set({ benefits })} />
      </FormSheet>
    </>
  )
}
