import { checkWays } from '@silian/server/contract/practice/plans'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../../kernel/draft.ts'
import { useNow } from '../../../kernel/now.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { CheckField, RadioGroup } from '../../../ui/choices.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { DateField, TextArea } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { chinaDay } from '../days.ts'
import { useWriteCheck, type Plan } from '../queries.ts'

type Way = (typeof checkWays)[number]

/** A look halfway: when, how, what was found. */
export function CheckDrawer({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const toast = useToast()
  const write = useWriteCheck(plan.id)
  const issues = useIssues(write.error)
  const today = chinaDay(useNow())
  const [checkedOn, setDay] = useState(today)
  const [how, setHow] = useState<Way>('visit')
  const draft = useDraft(`practice-check.${plan.id}`, { finding: '' })
  const { finding } = draft.value
  const [good, setGood] = useState(true)
  const onDo = () =>
    write.mutate({ checkedOn, how, finding: finding.trim(), good }, {
      onSuccess: () => {
        draft.clear()
        toast(t('record.checkDone'))
        onClose()
      },
    })
  return (
    <Drawer open onClose={onClose} title={t('record.checkTitle', { teacher: plan.teacherName })} verb={t('record.checkWrite')} busy={write.isPending} error={Object.keys(issues).length > 0 ? null : write.error} onDo={onDo}>
      <DateField short name="checkedOn" label={t('record.checkedOn')} value={checkedOn} min={plan.startsOn} max={today} error={issues.checkedOn} onChange={setDay} />
      <RadioGroup<Way> name="how" inline label={t('record.how')} value={how} options={checkWays.map((value) => ({ value, label: t(`practice:checkWays.${value}`) }))} onChange={setHow} />
      <TextArea name="finding" label={t('record.finding')} rows={4} most={1000} value={finding} error={issues.finding} onChange={(value) => draft.set({ finding: value })} />
      <CheckField label={t('record.good')} checked={good} onChange={setGood} />
    </Drawer>
  )
}
