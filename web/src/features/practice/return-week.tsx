import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useMoveWeek, type Week } from './queries.ts'

/** The firm says what is wrong with a week. */
export default function Return({ planId, week, onClose }: { planId: string; week: Week; onClose: () => void }) {
  const { t } = useTranslation('practice')
  const { day } = useFormat()
  const toast = useToast()
  const move = useMoveWeek(planId)
  const [reason, setReason] = useState('')
  const onDo = () =>
    move.mutate({ weekOn: week.weekOn, action: 'return', version: week.version, reason: reason.trim() }, {
      onSuccess: () => {
        toast(t('week.returnDone'))
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={`${t('week.return')}　${t('events.week', { day: day(week.weekOn) })}`} verb={t('week.return')} busy={move.isPending} error={move.error} because={reason.trim().length < 2 && t('week.reasonLabel')} onDo={onDo}>
      <TextArea label={t('week.reasonLabel')} most={500} value={reason} onChange={setReason} />
    </Dialog>
  )
}
