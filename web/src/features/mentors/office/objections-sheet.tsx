import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../mentors.module.css'
import { useAnswer, type Mentorship } from '../queries.ts'

type Objection = Mentorship['objections'][number]

/** Who objected, and what the school answered. */
export function ObjectionsSheet({ mentorship }: { mentorship: Mentorship }) {
  const { t } = useTranslation('mentorOffice')
  const { stamp, deadline } = useFormat()
  const [open, setOpen] = useState<Objection | null>(null)
  return (
    <Sheet title={t('record.objections')}>
      <ul className={css.rows}>
        {mentorship.objections.map((one) => (
          <li key={one.id}>
            <span className={css.by}>{`${t('record.objectionBy', { name: one.name, contact: one.contact })}　${stamp(one.createdAt)}`}</span>
            <p className={css.text}>{one.body}</p>
            {one.answer ? (
              <p className={css.text}>{t('record.answered', { answer: one.answer })}</p>
            ) : (
              <p className={css.pair}>
                <Button kind="primary" onClick={() => setOpen(one)}>{t('record.answer')}</Button>
                <span className={css.due}>{t('record.objectionDue', { due: deadline(one.dueAt) })}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
      {open && <Answer objection={open} onClose={() => setOpen(null)} />}
    </Sheet>
  )
}

function Answer({ objection, onClose }: { objection: Objection; onClose: () => void }) {
  const { t } = useTranslation('mentorOffice')
  const toast = useToast()
  const answer = useAnswer()
  const [text, setText] = useState('')
  const onDo = () =>
    answer.mutate({ objectionId: objection.id, answer: text.trim() }, {
      onSuccess: () => {
        toast(t('record.answerDone'))
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={`${t('record.answer')}　${objection.name}`} verb={t('record.answer')} busy={answer.isPending} error={answer.error} because={[...text.trim()].length < 5 && t('record.faults.too_short')} onDo={onDo}>
      <p className={css.text}>{objection.body}</p>
      <TextArea label={t('record.answer')} rows={4} most={2000} value={text} onChange={setText} />
    </Dialog>
  )
}
