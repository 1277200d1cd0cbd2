import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { CheckField, CheckGroup, RadioGroup } from '../../../ui/choices.tsx'
import { Dialog, Drawer } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, TextField } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useFill } from '../desk/fill.ts'
import { LawRefusal } from '../desk/law-refusal.tsx'
import { usePlacements } from '../desk/queries.ts'
import { useCover, useEndPolicy, useWritePolicy, type PolicyView } from './queries.ts'

const kinds = ['liability', 'work_injury'] as const
const payers = ['school', 'unit'] as const

/** A policy, with whom it covers when students were chosen. A day that is not covered is refused with the day. */
export function NewPolicy({ placementIds = [], onClose, onDone }: { placementIds?: string[]; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('placements')
  const toast = useToast()
  const write = useWritePolicy()
  const [form, setForm] = useState({ kind: 'liability' as (typeof kinds)[number], insurer: '', number: '', payer: 'school' as (typeof payers)[number], startsOn: '', endsOn: '', remark: '', partly: false })
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const fill = useFill()
  const issues = useIssues(write.error)
  const because = fill(form.insurer.trim().length < 2 && t('insurance.insurer'), form.number.trim().length < 2 && t('insurance.number'), !form.startsOn && t('insurance.startsOn'), !form.endsOn && t('insurance.endsOn'))
  const { partly, ...policy } = form
  const onDo = () =>
    write.mutate(
      { ...policy, ...(placementIds.length > 0 ? { covers: { placementIds, partly } } : {}) },
      {
        onSuccess: ({ covered, moved }) => {
          toast(t('insurance.saved', { count: covered, moved }))
          onDone()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('insurance.newTitle')} note={placementIds.length > 0 ? t('insurance.whomCount', { count: placementIds.length }) : t('insurance.whomNone')} verb={t('insurance.save')} because={because} busy={write.isPending} onDo={onDo}>
      <RadioGroup inline label={t('insurance.kind')} value={form.kind} options={kinds.map((value) => ({ value, label: t(`insurance.kinds.${value}`) }))} onChange={(kind) => set({ kind })} />
      <TextField label={t('insurance.insurer')} error={issues.insurer} value={form.insurer} maxLength={100} onChange={(insurer) => set({ insurer })} />
      <TextField label={t('insurance.number')} error={issues.number} value={form.number} maxLength={60} onChange={(number) => set({ number })} />
      <FieldRow>
        <DateField label={t('insurance.startsOn')} error={issues.startsOn} value={form.startsOn} onChange={(startsOn) => set({ startsOn })} />
        <DateField label={t('insurance.endsOn')} error={issues.endsOn} value={form.endsOn} onChange={(endsOn) => set({ endsOn })} />
      </FieldRow>
      <RadioGroup inline label={t('insurance.payer')} value={form.payer} options={payers.map((value) => ({ value, label: t(`insurance.payers.${value}`) }))} onChange={(payer) => set({ payer })} />
      {placementIds.length > 0 && form.kind === 'liability' && <CheckField checked={form.partly} onChange={(value) => set({ partly: value })} label={t('insurance.partly')} hint={t('insurance.partlyNote')} />}
      <TextField label={t('insurance.remark')} optional value={form.remark} maxLength={500} onChange={(remark) => set({ remark })} />
      <LawRefusal error={write.error} />
    </Drawer>
  )
}

/** More students on a group policy: those who are on their way, and those who are there. */
export function AddCovers({ policy, onClose }: { policy: PolicyView; onClose: () => void }) {
  const { t } = useTranslation('placements')
  const { range } = useFormat()
  const toast = useToast()
  const cover = useCover()
  const waiting = usePlacements({ state: 'on_the_way', size: 100 })
  // Whose policy ended while they are there.
  const there = usePlacements({ state: 'live', size: 100 })
  const [chosen, setChosen] = useState<string[]>([])
  const [partly, setPartly] = useState(false)
  const covered = new Set(policy.covers.map(({ placementId }) => placementId))
  const onDo = () =>
    cover.mutate(
      { id: policy.id, placementIds: chosen, partly },
      {
        onSuccess: ({ covered: count, moved }) => {
          toast(t('insurance.saved', { count, moved }))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('insurance.addTitle')} note={t('insurance.addHint')} verb={t('insurance.add')} because={chosen.length === 0 ? t('batch.choose') : null} busy={cover.isPending} onDo={onDo}>
      <Loaded query={waiting} rows={4} empty={({ rows }) => [...rows, ...(there.data?.rows ?? [])].every(({ id }) => covered.has(id)) && <p className="mut">{t('insurance.addNone')}</p>}>
        {({ rows }) => (
          <CheckGroup label={t('insurance.whom')} values={chosen} onChange={setChosen} options={[...rows, ...(there.data?.rows ?? [])].filter(({ id }) => !covered.has(id)).map((row) => ({ value: row.id, label: `${row.studentName}　${row.unitName}`, note: range(row.startsOn, row.endsOn) }))} />
        )}
      </Loaded>
      <CheckField checked={partly} onChange={setPartly} label={t('insurance.partly')} hint={t('insurance.partlyNote')} />
      <LawRefusal error={cover.error} />
    </Drawer>
  )
}

export function EndPolicy({ policy, onClose }: { policy: PolicyView; onClose: () => void }) {
  const { t } = useTranslation('placements')
  const fill = useFill()
  const end = useEndPolicy()
  const [endedOn, setEndedOn] = useState('')
  return (
    <Dialog open onClose={onClose} title={t('insurance.endTitle')} verb={t('insurance.end')} kind="risk" because={fill(endedOn === '' && t('insurance.endedOn'))} busy={end.isPending} error={end.error} onDo={() => end.mutate({ id: policy.id, endedOn, version: policy.version }, { onSuccess: onClose })}>
      <DateField label={t('insurance.endedOn')} min={policy.startsOn} max={policy.endsOn} value={endedOn} onChange={setEndedOn} />
    </Dialog>
  )
}
