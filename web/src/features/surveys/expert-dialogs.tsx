import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIssues } from '../../kernel/wording.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField, TextArea, TextField } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useAdjust, useCutOff, useWeights, type Catalogue, type CatalogueEntry, type SurveyView } from './queries.ts'

type Step = '1' | '-1' | '0'

/** One point up or down, with a reason and a name. */
export function AdjustDialog({ survey, entry, onClose }: { survey: SurveyView; entry: CatalogueEntry; onClose: () => void }) {
  const { t } = useTranslation('surveys')
  const toast = useToast()
  const adjust = useAdjust(survey.id, entry.occupationCode)
  const issues = useIssues(adjust.error)
  const [step, setStep] = useState<Step>(String(entry.step) as Step)
  const [reason, setReason] = useState(entry.stepReason ?? '')
  const [expert, setExpert] = useState(entry.expert ?? '')
  const onDo = () =>
    adjust.mutate(
      { step: Number(step) as -1 | 0 | 1, reason: reason.trim(), expert: expert.trim() },
      {
        onSuccess: () => {
          toast(t('list.adjusted'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('list.adjustTitle', { name: entry.occupationName })} note={t('list.adjustNote')} verb={t('save')} busy={adjust.isPending} error={adjust.error} onDo={onDo}>
      <RadioGroup<Step> label={t('list.step')} value={step} onChange={setStep} options={[{ value: '1', label: t('list.up') }, { value: '-1', label: t('list.down') }, { value: '0', label: t('list.back') }]} />
      {step !== '0' && <TextArea name="reason" label={t('list.reason')} most={300} value={reason} error={issues.reason} onChange={setReason} />}
      {step !== '0' && <TextField name="expert" label={t('list.expert')} value={expert} maxLength={50} error={issues.expert} onChange={setExpert} />}
    </Dialog>
  )
}

export function CutOffDialog({ survey, onClose }: { survey: SurveyView; onClose: () => void }) {
  const { t } = useTranslation('surveys')
  const toast = useToast()
  const set = useCutOff(survey.id)
  const issues = useIssues(set.error)
  const [cutOff, setCutOff] = useState<number | null>(survey.cutOff)
  const onDo = () =>
    set.mutate(
      { cutOff: cutOff ?? 0, version: survey.version },
      {
        onSuccess: () => {
          toast(t('list.cutOffSet'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('list.cutOffTitle')} verb={t('save')} busy={set.isPending} error={set.error} onDo={onDo}>
      <NumberField name="cutOff" label={t('list.cutOff')} hint={t('list.cutOffHint')} digits={1} value={cutOff} error={issues.cutOff} onChange={setCutOff} />
    </Dialog>
  )
}

const dimensions = ['contrast', 'education', 'experience', 'requirement', 'pay'] as const

/** How much each dimension counts in this survey; why, for everybody who reads the catalogue. */
export function WeightsDialog({ survey, catalogue, onClose }: { survey: SurveyView; catalogue: Catalogue; onClose: () => void }) {
  const { t } = useTranslation('surveys')
  const toast = useToast()
  const set = useWeights(survey.id)
  const issues = useIssues(set.error)
  const [weights, setWeights] = useState<Record<(typeof dimensions)[number], number | null>>(() => Object.fromEntries(dimensions.map((one) => [one, Math.round(catalogue.weights[one] * 100)])) as Record<(typeof dimensions)[number], number>)
  const [reason, setReason] = useState(catalogue.weightsReason ?? '')
  const sum = dimensions.reduce((total, one) => total + (weights[one] ?? 0), 0)
  const send = (wanted: Record<(typeof dimensions)[number], number> | null) =>
    set.mutate({ weights: wanted, reason: reason.trim(), version: survey.version }, {
      onSuccess: () => {
        toast(t('list.weightsSet'))
        onClose()
      },
    })
  const onDo = () => send(Object.fromEntries(dimensions.map((one) => [one, weights[one] ?? 0])) as Record<(typeof dimensions)[number], number>)
  return (
    <Dialog open onClose={onClose} title={t('list.weightsTitle')} note={t('list.weightsNote')} verb={t('save')} because={sum === 100 ? null : t('list.weightsSum', { sum })} busy={set.isPending} error={set.error} onDo={onDo}>
      {dimensions.map((one) => (
        <NumberField key={one} short name={one} label={t(`columns.${one}`)} unit="%" value={weights[one]} error={one === 'contrast' && issues.weights ? t('list.weightsFault') : undefined} onChange={(value) => setWeights({ ...weights, [one]: value })} />
      ))}
      <TextArea name="reason" label={t('list.weightsReason')} rows={3} most={500} value={reason} error={issues.reason} onChange={setReason} />
      {catalogue.weightsReason !== null && (
        <Button kind="text" onClick={() => send(null)}>
          {t('list.weightsUsual')}
        </Button>
      )}
    </Dialog>
  )
}
