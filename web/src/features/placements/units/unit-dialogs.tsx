import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIssues } from '../../../kernel/wording.ts'
import { Dialog, Drawer } from '../../../ui/dialog.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useFill } from '../desk/fill.ts'
import { LawRefusal } from '../desk/law-refusal.tsx'
import { useAskException } from '../desk/queries.ts'
import { useChangeUnit, useDecideUnit, useWriteCheck, type UnitView } from './queries.ts'

type Props = { unit: UnitView; onClose: () => void }

export function CheckDialog({ unit, onClose }: Props) {
  const { t } = useTranslation('placements')
  const toast = useToast()
  const write = useWriteCheck()
  const [form, setForm] = useState({ checkedOn: '', sources: '', dishonestSince: '', safetyViolationOn: '' })
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const fill = useFill()
  const issues = useIssues(write.error)
  const onDo = () =>
    write.mutate(
      { unitId: unit.id, checkedOn: form.checkedOn, sources: form.sources, dishonestSince: form.dishonestSince || null, safetyViolationOn: form.safetyViolationOn || null },
      {
        onSuccess: () => {
          toast(t('units.check.saved'))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('units.check.title')} verb={t('units.check.save')} because={fill(!form.checkedOn && t('units.check.checkedOn'), form.sources.trim().length < 2 && t('units.check.sources'))} busy={write.isPending} onDo={onDo}>
      <DateField label={t('units.check.checkedOn')} error={issues.checkedOn} value={form.checkedOn} onChange={(checkedOn) => set({ checkedOn })} />
      <TextArea label={t('units.check.sources')} hint={t('units.check.sourcesHint')} most={500} value={form.sources} onChange={(sources) => set({ sources })} />
      <DateField label={t('units.check.dishonestSince')} optional error={issues.dishonestSince} value={form.dishonestSince} onChange={(dishonestSince) => set({ dishonestSince })} />
      <DateField label={t('units.check.safetyViolationOn')} optional error={issues.safetyViolationOn} value={form.safetyViolationOn} onChange={(safetyViolationOn) => set({ safetyViolationOn })} />
      <LawRefusal error={write.error} />
    </Drawer>
  )
}

const bodies = ['party_committee', 'executive_meeting'] as const

export function DecisionDialog({ unit, onClose }: Props) {
  const { t } = useTranslation('placements')
  const toast = useToast()
  const decide = useDecideUnit()
  const listed = unit.state === 'listed'
  const [form, setForm] = useState({ decision: (listed ? 'remove' : 'list') as 'list' | 'refuse' | 'remove', body: 'party_committee' as (typeof bodies)[number], decidedOn: '', minutesNumber: '', reason: '' })
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const needsReason = form.decision !== 'list' && form.reason.trim().length < 5
  const fill = useFill()
  const issues = useIssues(decide.error)
  const onDo = () =>
    decide.mutate(
      { unitId: unit.id, ...form },
      {
        onSuccess: ({ moved }) => {
          toast(t('units.decision.saved', { count: moved }))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('units.decision.title')} note={t('units.decision.publish')} verb={t('units.decision.save')} because={fill(!form.decidedOn && t('units.decision.decidedOn'), form.minutesNumber.trim().length < 2 && t('units.decision.minutes'), needsReason && t('units.decision.reason'))} busy={decide.isPending} onDo={onDo}>
      <RadioGroup inline label={t('units.decision.decision')} value={form.decision} options={(listed ? (['list', 'remove'] as const) : (['list', 'refuse'] as const)).map((value) => ({ value, label: t(`units.decision.decisions.${value}`) }))} onChange={(decision) => set({ decision })} />
      <RadioGroup inline label={t('units.decision.body')} value={form.body} options={bodies.map((value) => ({ value, label: t(`units.decision.bodies.${value}`) }))} onChange={(body) => set({ body })} />
      <FieldRow>
        <DateField label={t('units.decision.decidedOn')} error={issues.decidedOn} value={form.decidedOn} onChange={(decidedOn) => set({ decidedOn })} />
        <TextField label={t('units.decision.minutes')} error={issues.minutesNumber} value={form.minutesNumber} maxLength={60} onChange={(minutesNumber) => set({ minutesNumber })} />
      </FieldRow>
      {form.decision !== 'list' && <TextArea label={t('units.decision.reason')} most={500} value={form.reason} onChange={(reason) => set({ reason })} />}
      <LawRefusal error={decide.error} />
    </Drawer>
  )
}

export function CooperationDialog({ unit, onClose }: Props) {
  const { t } = useTranslation('placements')
  const change = useChangeUnit()
  const [from, setFrom] = useState(unit.cooperationFrom ?? '')
  const [until, setUntil] = useState(unit.cooperationUntil ?? '')
  return (
    <Dialog open onClose={onClose} title={t('units.cooperation')} verb={t('units.cooperationEdit')} busy={change.isPending} error={change.error} onDo={() => change.mutate({ unitId: unit.id, version: unit.version, cooperationFrom: from || null, cooperationUntil: until || null }, { onSuccess: onClose })}>
      <FieldRow>
        <DateField label={t('insurance.startsOn')} value={from} onChange={setFrom} />
        <DateField label={t('insurance.endsOn')} value={until} onChange={setUntil} />
      </FieldRow>
    </Dialog>
  )
}

export function ExceptionDialog({ unit, onClose }: Props) {
  const { t } = useTranslation('placements')
  const ask = useAskException()
  const toast = useToast()
  const [form, setForm] = useState({ number: '', datedOn: '', authority: '', reason: '' })
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const fill = useFill()
  const issues = useIssues(ask.error)
  const because = fill(form.number.trim().length < 2 && t('waiver.number'), !form.datedOn && t('waiver.datedOn'), form.authority.trim().length < 2 && t('waiver.authority'), form.reason.trim().length < 5 && t('reasonDialog.label'))
  const onDo = () =>
    ask.mutate(
      { unitId: unit.id, ...form },
      {
        onSuccess: () => {
          toast(t('reasonDialog.done'))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('units.addException')} note={t('units.exceptionNote')} verb={t('reasonDialog.do')} because={because} busy={ask.isPending} onDo={onDo}>
      <FieldRow>
        <TextField label={t('waiver.number')} error={issues.number} value={form.number} maxLength={60} onChange={(number) => set({ number })} />
        <DateField label={t('waiver.datedOn')} error={issues.datedOn} value={form.datedOn} onChange={(datedOn) => set({ datedOn })} />
      </FieldRow>
      <TextField label={t('waiver.authority')} value={form.authority} maxLength={100} onChange={(authority) => set({ authority })} />
      <TextArea label={t('reasonDialog.label')} most={500} value={form.reason} onChange={(reason) => set({ reason })} />
      <LawRefusal error={ask.error} />
    </Drawer>
  )
}
