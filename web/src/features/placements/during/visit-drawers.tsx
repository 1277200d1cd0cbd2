import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { visitWays } from '@silian/server/contract/placements/visits'
import { useNow } from '../../../kernel/now.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { DateField, TextArea } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from './desk.module.css'
import { useMoveVisit, usePlanVisit, type DueVisit, type Visit, type VisitAction } from './queries.ts'

export const dayOf = (now: Date) => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

export function PlanVisit({ due, onClose }: { due: DueVisit; onClose: () => void }) {
  const { t } = useTranslation('during')
  const toast = useToast()
  const plan = usePlanVisit()
  const issues = useIssues(plan.error)
  const today = dayOf(useNow())
  const [plannedOn, setPlannedOn] = useState(due.dueOn < today ? today : due.dueOn)
  const [way, setWay] = useState<(typeof visitWays)[number]>('on_site')
  const onDo = () =>
    plan.mutate(
      { placementIds: due.students.map(({ placementId }) => placementId), plannedOn, way, ...(due.teacherId ? { teacherId: due.teacherId } : {}) },
      {
        onSuccess: () => {
          toast(t('visits.planned'))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('visits.planTitle', { unit: due.unitName })} note={t('visits.students', { count: due.students.length, names: due.students.map(({ name }) => name).join('、') })} verb={t('visits.plan')} onDo={onDo} busy={plan.isPending} error={Object.keys(issues).length > 0 ? undefined : plan.error}>
      <div className={css.group}>
        <DateField short label={t('visits.plannedOn')} value={plannedOn} min={today} error={issues.plannedOn} onChange={setPlannedOn} />
        <RadioGroup inline label={t('visits.way')} value={way} options={visitWays.map((value) => ({ value, label: t(`visits.ways.${value}`) }))} onChange={setWay} />
      </div>
    </Drawer>
  )
}

const done = { finish: 'finished', follow: 'followed', cancel: 'cancelled' } as const
export function MoveVisit({ visit, action, onClose }: { visit: Visit; action: VisitAction; onClose: () => void }) {
  const { t } = useTranslation('during')
  const toast = useToast()
  const move = useMoveVisit()
  const issues = useIssues(move.error)
  const today = dayOf(useNow())
  const [value, setValue] = useState({ visitedOn: visit.plannedOn > today ? today : visit.plannedOn, finding: '', followUp: '', followUpBy: '', outcome: '', reason: '' })
  const set = (change: Partial<typeof value>) => setValue((before) => ({ ...before, ...change }))
  const { visitedOn, finding, followUp, followUpBy, outcome, reason } = value
  const body = { finish: { visitedOn, finding, ...(followUp ? { followUp } : {}), ...(followUpBy ? { followUpBy } : {}) }, follow: { outcome }, cancel: { reason } }[action]
  const onDo = () =>
    move.mutate(
      { id: visit.id, version: visit.version, action, ...body },
      {
        onSuccess: () => {
          toast(t(`visits.${done[action]}`))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t(`visits.${action}Title`, { unit: visit.unitName })} verb={t(`visits.${action}`)} kind={action === 'cancel' ? 'risk' : 'primary'} onDo={onDo} busy={move.isPending} error={Object.keys(issues).length > 0 ? undefined : move.error}>
      <div className={css.group}>
        {action === 'finish' && (
          <>
            <DateField short label={t('visits.visitedOn')} value={visitedOn} max={today} error={issues.visitedOn} onChange={(day) => set({ visitedOn: day })} />
            <TextArea label={t('visits.finding')} hint={t('visits.findingHint')} value={finding} rows={6} most={2000} error={issues.finding} onChange={(text) => set({ finding: text })} />
            <TextArea label={t('visits.followUp')} value={followUp} most={1000} error={issues.followUp} onChange={(text) => set({ followUp: text })} />
            <DateField short label={t('visits.followUpBy')} value={followUpBy} min={visitedOn} error={issues.followUpBy} onChange={(day) => set({ followUpBy: day })} />
          </>
        )}
        {action === 'follow' && (
          <>
            <p className={css.asks}>{t('visits.followAsk', { what: visit.followUp ?? '' })}</p>
            <TextArea label={t('visits.outcome')} value={outcome} most={1000} error={issues.outcome} onChange={(text) => set({ outcome: text })} />
          </>
        )}
        {action === 'cancel' && <TextArea label={t('visits.reason')} value={reason} most={300} error={issues.reason} onChange={(text) => set({ reason: text })} />}
      </div>
    </Drawer>
  )
}
