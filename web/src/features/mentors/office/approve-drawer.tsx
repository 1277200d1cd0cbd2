import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../kernel/api.ts'
import { useNow } from '../../../kernel/now.ts'
import { Drawer } from '../../../ui/dialog.tsx'
import { DateField, TextArea } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../mentors.module.css'
import { useMove, type Mentorship } from '../queries.ts'

type Kind = Mentorship['warnings'][number]['kind']

/** The school's yes: what is unusual has its reason, and the notice its last day. */
export function ApproveDrawer({ mentorship, onClose }: { mentorship: Mentorship; onClose: () => void }) {
  const { t } = useTranslation(['mentorOffice', 'mentors'])
  const toast = useToast()
  const move = useMove()
  const today = new Date(useNow().getTime() + 8 * 3_600_000)
  // Five working days are over after a week and a day at the latest, outside long holidays; the server counts.
  const [until, setUntil] = useState(() => new Date(today.getTime() + 8 * 86_400_000).toISOString().slice(0, 10))
  const [reasons, setReasons] = useState<Partial<Record<Kind, string>>>({})
  const owed = mentorship.warnings.filter(({ kind }) => [...(reasons[kind] ?? '').trim()].length < 5)
  const missing = move.error instanceof ApiError && move.error.code === 'invalid_input'
  const onDo = () =>
    move.mutate({ id: mentorship.id, action: 'approve', version: mentorship.version, publicityUntil: until, reasons: Object.fromEntries(mentorship.warnings.map(({ kind }) => [kind, (reasons[kind] ?? '').trim()])) }, {
      onSuccess: () => {
        toast(t('mentors:decide.done.approve'))
        onClose()
      },
    })
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('mentors:decide.title', { verb: t('mentors:actions.approve'), mentor: mentorship.mentorName, title: mentorship.title })}
      note={t('mentors:decide.note.approve')}
      verb={t('mentors:actions.approve')}
      busy={move.isPending}
      error={missing ? null : move.error}
      because={owed.length > 0 && t('record.warningReason')}
      onDo={onDo}
    >
      <DateField short name="until" label={t('record.publicityUntil')} hint={t('record.publicityHint')} value={until} min={today.toISOString().slice(0, 10)} error={missing ? t('record.faults.missing') : null} onChange={setUntil} />
      {mentorship.warnings.map(({ kind, share }) => (
        <div key={kind} className={css.form}>
          <p className={css.due}>
            {t(`record.warningOf.${kind}`)}
            {share && `　${t('record.shareOf', { mentors: share.mentors, teachers: share.teachers })}`}
          </p>
          <TextArea name={`reason-${kind}`} label={t('record.warningReason')} hint={t('record.warningHint')} rows={2} most={500} value={reasons[kind] ?? ''} onChange={(text) => setReasons({ ...reasons, [kind]: text })} />
        </div>
      ))}
    </Drawer>
  )
}
