import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../kernel/now.ts'
import { CheckField } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DateField, TextArea } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useMove, type Mentorship, type MentorshipAction } from './queries.ts'

const reasoned: readonly MentorshipAction[] = ['refuse', 'deny', 'reject', 'withdraw', 'end']
const onPaper: readonly MentorshipAction[] = ['join', 'refuse', 'consent', 'deny']

type Props = { mentorship: Mentorship; action: MentorshipAction; /** Said beside the box, where the school answers for somebody on paper. */ paperWord?: string; onClose: () => void }

/** One decision about an appointment, with what it has to say. Approving has a drawer of its own. */
export function DecideDialog({ mentorship, action, paperWord, onClose }: Props) {
  const { t } = useTranslation('mentors')
  const toast = useToast()
  const move = useMove()
  const today = new Date(useNow().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const [reason, setReason] = useState('')
  const [endedOn, setEndedOn] = useState(today)
  const byPaper = onPaper.includes(action) && mentorship.side === 'school'
  const [paper, setPaper] = useState(byPaper)
  const verb = t(`actions.${action}`)
  const asked = reasoned.includes(action)
  const onDo = () =>
    move.mutate(
      { id: mentorship.id, action, version: mentorship.version, ...(asked ? { reason: reason.trim() } : {}), ...(byPaper ? { paper } : {}), ...(action === 'end' ? { endedOn } : {}) },
      {
        onSuccess: () => {
          toast(t(`decide.done.${action}`))
          onClose()
        },
      },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('decide.title', { verb, mentor: mentorship.mentorName, title: mentorship.title })}
      note={t(`decide.note.${action}`)}
      verb={verb}
      kind={asked ? 'risk' : 'primary'}
      busy={move.isPending}
      error={move.error}
      because={asked && reason.trim().length < 2 && t('decide.reason')}
      onDo={onDo}
    >
      {asked && <TextArea label={t('decide.reason')} hint={t('decide.reasonHint')} most={500} value={reason} onChange={setReason} />}
      {action === 'end' && <DateField short label={t('decide.endedOn')} value={endedOn} min={mentorship.startsOn ?? undefined} max={today} onChange={setEndedOn} />}
      {byPaper && <CheckField label={paperWord ?? t('record.onPaper')} checked={paper} onChange={setPaper} />}
    </Dialog>
  )
}
