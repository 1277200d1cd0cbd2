import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAnswerObjection, useObjections } from './queries.ts'
import css from './desk.module.css'

export function Objections({ roundId }: { roundId: string }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const toast = useToast()
  const query = useObjections(roundId)
  const reply = useAnswerObjection()
  const [open, setOpen] = useState<string | null>(null)
  const [text, setText] = useState('')
  return (
    <Sheet title={t('page.tabs.objections')}>
      <Loaded query={query} empty={({ rows }) => rows.length === 0 && <Empty>{t('objections.empty')}</Empty>}>
        {({ rows }) => (
          <ul className={css.cards}>
            {rows.map((row) => (
              <li key={row.id}>
                <p className="small dim">
                  {t('objections.from')} {row.studentName ?? t('objections.public', { name: row.name, contact: row.contact })} · {format.stamp(row.createdAt)}
                </p>
                <p>{row.body}</p>
                {row.answer ? <p className={css.answer}>{row.answer}</p> : null}
                <p className={css.deeds}>
                  <StateMark mood={row.state === 'open' ? 'waits' : 'done'}>{row.state === 'open' ? t('objections.open', { when: format.deadline(row.dueAt) }) : t('objections.answered')}</StateMark>
                  {row.state === 'open' && (
                    <Button kind="primary" onClick={() => setOpen(row.id)}>
                      {t('objections.answer')}
                    </Button>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        title={t('objections.answerTitle')}
        verb={t('objections.answer')}
        busy={reply.isPending}
        because={text.trim().length < 5 && t('objections.answerLabel')}
        error={reply.error}
        onDo={() =>
          reply.mutate({ objectionId: open!, answer: text }, {
            onSuccess: () => {
              setOpen(null)
              setText('')
              toast(t('objections.did'))
            },
          })
        }
      >
        <TextArea label={t('objections.answerLabel')} value={text} onChange={setText} rows={5} most={2000} />
      </Dialog>
    </Sheet>
  )
}
