import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getAnswerSheet, readAnswerSheet } from '@silian/server/contract/surveys/responses/rows'
import type { Reply } from '@silian/server/contract'
import { download, upload } from '../../kernel/api.ts'
import { useWording } from '../../kernel/wording.ts'
import { Button } from '../../ui/button.tsx'
import { FileField } from '../../ui/file-field.tsx'
import type { LineView } from './queries.ts'
import css from './surveys.module.css'

type Read = Reply<typeof readAnswerSheet>

/** Many lines: out as a workbook, changed, and in again. What was read is shown above before it is sent. */
export function AnswerSheet({ surveyId, onRead }: { surveyId: string; onRead: (lines: readonly LineView[]) => void }) {
  const { t } = useTranslation('surveys')
  const say = useWording()
  const [failed, setFailed] = useState<unknown>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const [read, setRead] = useState<Read | null>(null)
  const send = (file: File) => {
    setFailed(null)
    setProgress(0)
    upload(readAnswerSheet, { params: { surveyId }, file, onProgress: setProgress })
      .then((reply) => {
        setRead(reply)
        if (reply.lines.length > 0) onRead(reply.lines)
      })
      .catch(setFailed)
      .finally(() => setProgress(null))
  }
  return (
    <details>
      <summary>{t('sheet.title')}</summary>
      <div className={css.body}>
        <p className={css.note}>{t('sheet.note')}</p>
        <p>
          <Button icon="download" onClick={() => void download(getAnswerSheet, { params: { surveyId } }).catch(setFailed)}>
            {t('sheet.out')}
          </Button>
        </p>
        <FileField name="sheet" label={t('sheet.in')} accept=".xlsx,.csv" onFile={send} progress={progress} error={failed ? say(failed) : undefined} />
        {read && <Outcome read={read} />}
      </div>
    </details>
  )
}

function Outcome({ read }: { read: Read }) {
  const { t, i18n } = useTranslation('surveys')
  return (
    <div role="status">
      <p>{t('sheet.read', { count: read.lines.length })}</p>
      {read.missingColumns.length > 0 && <p>{t('sheet.missing', { columns: read.missingColumns.join(i18n.language === 'en' ? ', ' : '、') })}</p>}
      {read.faults.length > 0 && (
        <ul>
          {read.faults.map(({ row, column, value, sentence }, at) => (
            <li key={at}>{t('sheet.fault', { row, column, value, sentence })}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
