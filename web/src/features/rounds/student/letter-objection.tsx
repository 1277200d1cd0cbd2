import type { LetterView } from '@silian/server/contract/rounds/letters'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useObject } from './queries.ts'
import css from './letter.module.css'

/** How to disagree, and what was answered. */
export function ObjectSection({ letter }: { letter: LetterView }) {
  const { t } = useTranslation('student')
  const format = useFormat()
  const toast = useToast()
  const object = useObject(letter.roundId)
  const [open, setOpen] = useState(false)
  const [body, setBody] = useState('')
  if (!letter.can.object && letter.objections.length === 0) return null
  return (
    <>
      <h3>{t('letter.disagree')}</h3>
      {letter.can.object && (
        <p>
          <Button size="form" onClick={() => setOpen(true)}>
            {t('letter.object')}
          </Button>{' '}
          <span className={css.dim}>{t('letter.objectNote')}</span>
        </p>
      )}
      <ul className={css.steps}>
        {letter.objections.map((objection) => (
          <li key={objection.id}>
            <span>{objection.body}</span>
            <span className={css.dim}>{objection.answer ? t('letter.objectionAnswer', { answer: objection.answer }) : t('letter.objectionOpen', { when: format.deadline(objection.dueAt) })}</span>
          </li>
        ))}
      </ul>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('letter.object')}
        note={t('letter.objectNote')}
        verb={t('letter.objectDo')}
        busy={object.isPending}
        because={body.trim().length < 10 && t('letter.objectLabel')}
        error={object.error}
        onDo={() =>
          object.mutate(body, {
            onSuccess: ({ dueAt }) => {
              setOpen(false)
              setBody('')
              toast(t('letter.objected', { when: format.deadline(dueAt) }))
            },
          })
        }
      >
        <TextArea label={t('letter.objectLabel')} value={body} onChange={setBody} rows={5} most={2000} />
      </Dialog>
    </>
  )
}
