import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadFile } from '@silian/server/contract/files'
import { urlOf } from '../../kernel/api.ts'
import { useWording } from '../../kernel/wording.ts'
import { Button } from '../../ui/button.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Refused } from '../../ui/loaded.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Facts } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './members.module.css'
import { useAddFile, useNote, useRemoveFile, type MembershipView } from './queries.ts'

/** What was applied for, by whom, and why. */
export function ApplicationFacts({ membership }: { membership: MembershipView }) {
  const { t, i18n } = useTranslation('members')
  const { alliance } = membership
  return (
    <Facts
      facts={[
        [t('record.alliance'), i18n.language === 'en' ? alliance.nameEn : alliance.name],
        [t('record.seatWanted'), t(`seats.${membership.seat}`)],
        [t('columns.certificate'), membership.certificateNumber],
        [t('record.spokenBy'), membership.spokenByName],
        [t('record.statement'), membership.statement || null],
        [t('record.reason'), membership.reason],
        [t('record.objection'), membership.can.note ? null : membership.objectionNote],
      ]}
    />
  )
}

/** Scans that belong to the application. */
export function ApplicationFiles({ membership }: { membership: MembershipView }) {
  const { t } = useTranslation('members')
  const add = useAddFile(membership.id)
  const remove = useRemoveFile(membership.id)
  const say = useWording()
  const [progress, setProgress] = useState<number | null>(null)
  const [sending, setSending] = useState<string | null>(null)
  const mayChange = membership.can.edit && membership.state === 'draft'

  const send = (file: File) => {
    setSending(file.name)
    setProgress(0)
    add.mutate({ file, onProgress: setProgress }, { onSettled: () => setProgress(null) })
  }
  return (
    <>
      {membership.files.length === 0 && !mayChange && <p className="dim">{t('record.noFiles')}</p>}
      <ul className={css.files}>
        {membership.files.map((file) => (
          <li key={file.id}>
            <a href={urlOf(downloadFile, { params: { fileId: file.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">
              {file.name}
            </a>
            <span className="dim small">{Math.max(1, Math.round(file.size / 1024))} KB</span>
            {mayChange && (
              <Button kind="text" busy={remove.isPending} onClick={() => remove.mutate(file.id)}>
                {t('record.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && <FileField label={t('record.addFile')} hint={t('record.fileHint')} optional accept=".pdf,image/*" onFile={send} chosen={progress === null ? null : sending} progress={progress} error={add.isError ? say(add.error) : null} />}
    </>
  )
}

/** While it is public the secretariat records what was said against it. */
export function ObjectionNote({ membership }: { membership: MembershipView }) {
  const { t } = useTranslation('members')
  const toast = useToast()
  const note = useNote(membership.id)
  const [text, setText] = useState(membership.objectionNote ?? '')
  const save = () => note.mutate({ note: text, version: membership.version }, { onSuccess: () => toast(t('record.objectionSaved')) })
  return (
    <>
      <TextArea label={t('record.objection')} hint={t('record.objectionHint')} optional value={text} most={2000} onChange={setText} />
      {note.isError && <Refused error={note.error} />}
      <p className={css.after}>
        <Button busy={note.isPending} onClick={save}>
          {t('record.saveObjection')}
        </Button>
      </p>
    </>
  )
}
