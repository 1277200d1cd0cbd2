import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { appraisalGrades } from '@silian/server/contract/practice/plans'
import { ApiError } from '../../kernel/api.ts'
import { useDraft } from '../../kernel/draft.ts'
import { CheckField, RadioGroup } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DateField, TextArea, TextField } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useShareWords } from './plan-facts.tsx'
import { useMovePlan, type Plan, type PlanAction } from './queries.ts'

const reasoned: readonly PlanAction[] = ['return', 'decline', 'refuse', 'withdraw']
const risky: readonly PlanAction[] = ['decline', 'refuse', 'withdraw', 'fail']
type Grade = (typeof appraisalGrades)[number]

/** One decision about a plan, with what it has to say. */
export function DecideDialog({ plan, action, onClose }: { plan: Plan; action: PlanAction; onClose: () => void }) {
  const { t } = useTranslation('practice')
  const share = useShareWords()
  const toast = useToast()
  const move = useMovePlan()
  // A summary is written on a telephone, between two trains.
  const draft = useDraft(`practice-decide.${plan.id}.${action}`, { reason: '', guideName: '', guidePhone: '', words: '', summary: '' })
  const { reason, guideName, guidePhone, words, summary } = draft.value
  const [grade, setGrade] = useState<Grade | ''>('')
  const [endedOn, setEndedOn] = useState(plan.endsOn)
  const firmsWord = ['accept', 'refuse', 'appraise'].includes(action) && plan.side !== 'firm'
  const [paper, setPaper] = useState(firmsWord)
  const over = action === 'approve' && plan.share?.over
  const fault = (field: string) => {
    const code = move.error instanceof ApiError ? move.error.issues.find(({ path }) => path[0] === field)?.code : undefined
    return code ? t(`decide.faults.${(['too_short', 'missing', 'outside', 'future'].find((one) => one === code) ?? 'missing') as 'missing'}`) : null
  }
  const invalid = move.error instanceof ApiError && move.error.code === 'invalid_input'
  const verb = t(`actions.${action}`)
  const said = (text: string) => text.trim()
  const onDo = () =>
    move.mutate(
      {
        id: plan.id, action, version: plan.version,
        ...(reasoned.includes(action) && said(reason) ? { reason: said(reason) } : {}),
        ...(over ? { awayReason: said(reason) } : {}),
        ...(action === 'accept' ? { guideName: said(guideName), ...(said(guidePhone) ? { guidePhone: said(guidePhone) } : {}) } : {}),
        ...(firmsWord ? { paper } : {}),
        ...(action === 'finish' ? { endedOn, summary: said(summary) } : {}),
        ...(action === 'appraise' && grade ? { grade } : {}),
        ...(['appraise', 'pass', 'fail'].includes(action) ? { words: said(words) } : {}),
      },
      {
        onSuccess: () => {
          draft.clear()
          toast(t(`decide.done.${action}`))
          onClose()
        },
      },
    )
  const { attended, rest } = plan.worth
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('decide.title', { verb, teacher: plan.teacherName, organisation: plan.organisationName })}
      note={t(`decide.note.${action}`, { attended, rest, sum: attended + rest })}
      verb={verb}
      kind={risky.includes(action) ? 'risk' : 'primary'}
      onDo={onDo}
      busy={move.isPending}
      error={invalid ? null : move.error}
    >
      {over && plan.share && <p>{share(plan.share)}</p>}
      {(reasoned.includes(action) || over) && (
        <TextArea label={t(over ? 'decide.awayReason' : 'decide.reason')} hint={t('decide.reasonHint')} optional={action === 'withdraw' && plan.state === 'planned'} value={reason} most={500} onChange={(value) => draft.set({ reason: value })} />
      )}
      {action === 'accept' && (
        <>
          <TextField label={t('decide.guideName')} value={guideName} maxLength={60} error={fault('guideName')} onChange={(value) => draft.set({ guideName: value })} />
          <TextField label={t('decide.guidePhone')} optional inputMode="tel" value={guidePhone} maxLength={30} onChange={(value) => draft.set({ guidePhone: value })} />
        </>
      )}
      {action === 'finish' && (
        <>
          <DateField label={t('decide.endedOn')} value={endedOn} min={plan.startsOn} max={plan.endsOn} error={fault('endedOn')} onChange={setEndedOn} />
          <TextArea label={t('decide.summary')} hint={t('decide.summaryHint')} rows={6} most={5000} value={summary} error={fault('summary')} onChange={(value) => draft.set({ summary: value })} />
        </>
      )}
      {action === 'appraise' && <RadioGroup<Grade> name="grade" inline label={t('decide.grade')} value={grade} error={fault('grade')} options={appraisalGrades.map((value) => ({ value, label: t(`grades.${value}`) }))} onChange={setGrade} />}
      {['appraise', 'pass', 'fail'].includes(action) && <TextArea label={t('decide.words')} hint={action === 'pass' ? undefined : t('decide.wordsHint')} optional={action === 'pass'} rows={4} most={2000} value={words} error={fault('words')} onChange={(value) => draft.set({ words: value })} />}
      {firmsWord && <CheckField label={t('decide.paper')} checked={paper} onChange={setPaper} />}
    </Dialog>
  )
}
