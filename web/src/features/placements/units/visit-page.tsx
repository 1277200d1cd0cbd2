import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { useDraft } from '../../../kernel/draft.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { FormBar, FormSheet } from '../../../ui/steps.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { LawRefusal } from '../desk/law-refusal.tsx'
import { useUnit, useWriteVisit, type UnitView } from './queries.ts'
import { headings } from './unit-page.tsx'

type Form = Record<(typeof headings)[number] | 'visitedOn' | 'visitors' | 'remark', string> & { conclusion: 'suitable' | 'after_repair' | 'unsuitable' | '' }
const empty: Form = { visitedOn: '', visitors: '', qualifications: '', credit: '', management: '', work: '', hours: '', workplace: '', living: '', healthSafety: '', conclusion: '', remark: '' }
const conclusions = ['suitable', 'after_repair', 'unsuitable'] as const

/** The report of a visit: eight headings, written on the spot or afterwards; kept while one writes. */
export default function VisitPage() {
  const { unitId = '' } = useParams()
  const unit = useUnit(unitId)
  return <Loaded query={unit}>{(one) => <Visit unit={one} />}</Loaded>
}

function Visit({ unit }: { unit: UnitView }) {
  const { t } = useTranslation(['placements', 'ui'])
  const [, navigate] = useLocation()
  const toast = useToast()
  const draft = useDraft<Form>(`unit-visit.${unit.id}`, empty)
  const write = useWriteVisit()
  const [asked, setAsked] = useState(false)
  const form = draft.value
  const short = (field: (typeof headings)[number]) => [...form[field].trim()].length < 5
  const open = headings.filter(short).length + (form.visitedOn ? 0 : 1) + (form.visitors.trim().length < 2 ? 1 : 0) + (form.conclusion ? 0 : 1)
  const fault = (wrong: boolean) => (asked && wrong ? t('ui:issue.missing') : null)
  const submit = () => {
    setAsked(true)
    if (open > 0) return
    write.mutate(
      { unitId: unit.id, ...form, conclusion: form.conclusion as 'suitable' },
      {
        onSuccess: () => {
          draft.clear()
          toast(t('units.visit.saved'))
          navigate(`/units/${unit.id}`)
        },
      },
    )
  }
  return (
    <Page narrow title={t('units.visit.title', { name: unit.name })} crumbs={[{ label: t('units.title'), href: '/units' }, { label: unit.name, href: `/units/${unit.id}` }]} lead={<DraftLine saved={draft.saved} />}>
      <Stack>
        <FormSheet title={t('units.visits')} lead={t('units.visit.lead')}>
          <FieldRow>
            <DateField name="visitedOn" label={t('units.visit.visitedOn')} value={form.visitedOn} error={fault(!form.visitedOn)} onChange={(visitedOn) => draft.set({ visitedOn })} />
            <TextField name="visitors" label={t('units.visit.visitors')} value={form.visitors} maxLength={200} error={fault(form.visitors.trim().length < 2)} onChange={(visitors) => draft.set({ visitors })} />
          </FieldRow>
          {headings.map((one) => (
            <TextArea key={one} name={one} label={t(`units.visit.headings.${one}`)} hint={t(`units.visit.hints.${one}`)} most={2000} value={form[one]} error={fault(short(one))} onChange={(text) => draft.set({ [one]: text })} />
          ))}
          <RadioGroup inline name="conclusion" label={t('units.visit.conclusion')} value={form.conclusion} error={fault(!form.conclusion)} options={conclusions.map((value) => ({ value, label: t(`units.visit.conclusions.${value}`) }))} onChange={(conclusion) => draft.set({ conclusion })} />
          <TextArea label={t('units.visit.remark')} most={1000} value={form.remark} onChange={(remark) => draft.set({ remark })} />
        </FormSheet>
        <LawRefusal error={write.error} />
      </Stack>
      <FormBar>
        <Button size="form" kind="primary" busy={write.isPending} onClick={submit}>
          {t('units.visit.save')}
        </Button>
      </FormBar>
    </Page>
  )
}
