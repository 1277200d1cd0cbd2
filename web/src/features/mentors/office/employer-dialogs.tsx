import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWording } from '../../../kernel/wording.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { LinkShown } from '../../identity/link-shown.tsx'
import { useAddPaper, useOpenSeat, type Mentorship } from '../queries.ts'

/** The employer's or the mentor's answer on paper: the school's word for them stands on it. */
export function AnswerPaperDialog({ mentorshipId, onClose }: { mentorshipId: string; onClose: () => void }) {
  const { t } = useTranslation('mentorOffice')
  const say = useWording()
  const toast = useToast()
  const add = useAddPaper(mentorshipId)
  const [progress, setProgress] = useState<number | null>(null)
  const send = (file: File) =>
    add.mutate({ file, onProgress: setProgress }, {
      onSettled: () => setProgress(null),
      onSuccess: () => {
        toast(t('record.paperDone'))
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={t('record.paper')}>
      <FileField label={t('record.paper')} accept="image/*,.pdf" progress={progress} error={add.isError ? say(add.error) : null} onFile={send} />
    </Dialog>
  )
}

/** The firm opens the door for its colleague: a link for one person. */
export function SeatDialog({ mentorship, onClose }: { mentorship: Mentorship; onClose: () => void }) {
  const { t } = useTranslation('mentorOffice')
  const open = useOpenSeat()
  const title = t('record.admitTitle', { name: mentorship.mentorName })
  if (open.data) {
    return (
      <Dialog open onClose={onClose} title={title}>
        <LinkShown made={{ id: mentorship.mentorId, ...open.data }} />
      </Dialog>
    )
  }
  return <Dialog open onClose={onClose} title={title} note={t('record.admitNote')} verb={t('record.admit')} busy={open.isPending} error={open.error} onDo={() => open.mutate(mentorship.mentorId)} />
}
