import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAnswerHelp, useHelpRequests } from './queries.ts'
import css from './desk.module.css'

export default function HelpRequestsPage() {
  const { t } = useTranslation(['rounds', 'student'])
  const format = useFormat()
  const toast = useToast()
  const query = useHelpRequests()
  const reply = useAnswerHelp()
  type Row = NonNullable<typeof query.data>['rows'][number]
  const [open, setOpen] = useState<Row | null>(null)
  const [text, setText] = useState('')
  return (
    <Page title={t('helpRequests.title')} narrow>
      <Sheet>
        <Loaded query={query} empty={({ rows }) => rows.length === 0 && <Empty>{t('helpRequests.empty')}</Empty>}>
          {({ rows }) => (
            <ul className={css.cards}>
              {rows.map((row) => (
                <li key={row.id}>
                  <p className="small dim">
                    {row.studentName} · {row.schoolName} · {t(`student:help.topics.${row.topic}`)} · {format.stamp(row.createdAt)}
                    {row.pastParties && ` · ${t('helpRequests.past')}`}
                  </p>
                  <p>{row.body}</p>
                  {row.answer && <p className={css.answer}>{row.answer}</p>}
                  <p className={css.deeds}>
                    <StateMark mood={row.state === 'open' ? 'waits' : 'done'}>{t(row.state === 'open' ? 'helpRequests.open' : 'helpRequests.answered')}</StateMark>
                    {row.state === 'open' && (
                      <Button kind="primary" onClick={() => setOpen(row)}>
                        {t('helpRequests.answer')}
                      </Button>
                    )}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Sheet>
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        title={t('helpRequests.answerTitle', { name: open?.studentName ?? '' })}
        verb={t('helpRequests.answer')}
        busy={reply.isPending}
        because={text.trim().length < 2 && t('helpRequests.answerLabel')}
        error={reply.error}
        onDo={() =>
          reply.mutate({ helpId: open!.id, answer: text }, {
            onSuccess: () => {
              setOpen(null)
              setText('')
              toast(t('helpRequests.did'))
            },
          })
        }
      >
        <TextArea label={t('helpRequests.answerLabel')} value={text} onChange={setText} rows={5} most={2000} />
      </Dialog>
    </Page>
  )
}
