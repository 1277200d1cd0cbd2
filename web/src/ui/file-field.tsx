import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './field.module.css'
import { Field, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { Progress } from './progress.tsx'

type Props = FieldProps & {
  /** As the file dialog takes it: '.xlsx,.csv' or 'image/*'. */
  accept?: string
  onFile?: (file: File) => void
  /** Instead of `onFile`: several at once. */
  onFiles?: (files: File[]) => void
  /** The name of what is chosen or there already. */
  chosen?: string | null
  /** Between 0 and 1 while it is being sent. */
  progress?: number | null
}

/** A file by button or by dropping it here; never by dropping alone. */
export function FileField({ accept, onFile, onFiles, chosen, progress = null, ...field }: Props) {
  const { t } = useTranslation('ui')
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    if (!files?.[0]) return
    onFile?.(files[0])
    onFiles?.([...files])
  }
  return (
    <Field {...field}>
      {(control) => (
        <div
          className={[css.file, over && css.over].filter(Boolean).join(' ')}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            take(event.dataTransfer.files)
          }}
        >
          <label className={css.pick} htmlFor={control.id}>
            <Icon name="upload" />
            {chosen ? t('form.fileReplace') : t('form.file')}
          </label>
          <input
            {...control}
            type="file"
            className="sr"
            accept={accept}
            multiple={onFiles !== undefined}
            disabled={progress !== null}
            onChange={(event) => {
              take(event.target.files)
              event.target.value = ''
            }}
          />
          {chosen && <span>{chosen}</span>}
          {progress !== null && <Progress label={t('form.uploading', { name: chosen ?? '' })} share={progress} />}
        </div>
      )}
    </Field>
  )
}
