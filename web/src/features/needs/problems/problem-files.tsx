import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadFile } from '@silian/server/contract/files'
import { urlOf } from '../../../kernel/api.ts'
import { useWording } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { Refused } from '../../../ui/loaded.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../needs.module.css'
import { useAddFile, useRemoveFile, type ProblemView } from './queries.ts'

/** Drawings, measurements, evidence: as private as the details. */
export function ProblemFiles({ problem }: { problem: ProblemView }) {
  const { t } = useTranslation('problems')
  const add = useAddFile(problem.id)
  const remove = useRemoveFile(problem.id)
  const say = useWording()
  const toast = useToast()
  const [progress, setProgress] = useState<number | null>(null)
  const [sending, setSending] = useState<string | null>(null)
  const send = (file: File) => {
    setSending(file.name)
    setProgress(0)
    add.mutate({ file, onProgress: setProgress }, { onSuccess: () => toast(t('record.added')), onSettled: () => setProgress(null) })
  }
  return (
    <>
      {problem.files.length === 0 && !problem.can.addFile && <p className="dim">{t('record.noFiles')}</p>}
      <ul className={css.files}>
        {problem.files.map((file) => (
          <li key={file.id}>
            <a href={urlOf(downloadFile, { params: { fileId: file.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">
              {file.name}
            </a>
            <span className="dim small">{Math.max(1, Math.round(file.size / 1024))} KB</span>
            {problem.can.addFile && (
              <Button kind="text" busy={remove.isPending} onClick={() => remove.mutate(file.id, { onSuccess: () => toast(t('record.removed')) })}>
                {t('record.removeFile', { name: file.name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {remove.isError && <Refused error={remove.error} />}
      {problem.can.addFile && (
        <FileField label={t('record.addFile')} hint={t('record.fileHint', { size: '20 MB' })} optional accept=".pdf,.xlsx,.docx,image/*" onFile={send} chosen={progress === null ? null : sending} progress={progress} error={add.isError ? say(add.error) : null} />
      )}
    </>
  )
}
