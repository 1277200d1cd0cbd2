import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Combobox } from '../../../ui/combobox.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea, type Option } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { ClaimDialog } from '../phone/claim-dialog.tsx'
import { useDecideClaim, type ClaimRow } from '../queries.ts'
import { findTeachers } from './find-teachers.ts'

/** First whose, then what: the same fields a teacher fills in. */
export function AddClaimDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('practiceOffice')
  const [teacher, setTeacher] = useState<Option | null>(null)
  return (
    <ClaimDialog teacherId={teacher?.value ?? null} onClose={onClose}>
      <Combobox label={t('claims.teacher')} value={teacher} search={findTeachers} onChange={setTeacher} />
    </ClaimDialog>
  )
}

/** The school has seen the evidence, or says why it does not count. */
export function DecideClaimDialog({ row, decision, onClose }: { row: ClaimRow; decision: 'confirm' | 'reject'; onClose: () => void }) {
  const { t } = useTranslation('practiceOffice')
  const toast = useToast()
  const decide = useDecideClaim()
  const [reason, setReason] = useState('')
  const onDo = () =>
    decide.mutate({ claimId: row.id, decision, version: row.version, ...(decision === 'reject' ? { reason: reason.trim() } : {}) }, {
      onSuccess: ({ creditedDays }) => {
        toast(decision === 'confirm' ? t('claims.done.confirm', { days: creditedDays }) : t('claims.done.reject'))
        onClose()
      },
    })
  return decision === 'confirm' ? (
    <Dialog open onClose={onClose} title={t('claims.confirmTitle', { days: row.days, teacher: row.teacherName })} note={t('claims.confirmNote', { days: row.days })} verb={t('claims.confirm')} busy={decide.isPending} error={decide.error} onDo={onDo} />
  ) : (
    <Dialog open onClose={onClose} title={t('claims.rejectTitle', { teacher: row.teacherName })} verb={t('claims.reject')} kind="risk" busy={decide.isPending} error={decide.error} because={reason.trim().length < 2 && t('claims.rejectReason')} onDo={onDo}>
      <TextArea label={t('claims.rejectReason')} most={500} value={reason} onChange={setReason} />
    </Dialog>
  )
}
