import { downloadFile } from '@silian/server/contract/files'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../../kernel/api.ts'
import { Icon } from '../../../ui/icon.tsx'
import css from './during.module.css'
import type { KeptPhoto } from './log-outbox.ts'
import { shrinkPhoto } from './shrink-photo.ts'

/** Photos, small; with `onChange` one can add and remove. */
export function LogPhotos({ photos, most, onChange }: { photos: readonly KeptPhoto[]; most: number; onChange?: (change: (photos: KeptPhoto[]) => KeptPhoto[]) => void }) {
  const { t } = useTranslation('during')
  const [bad, setBad] = useState<string | null>(null)
  const add = async (files: FileList | null) => {
    setBad(null)
    for (const file of files ?? []) {
      const blob = await shrinkPhoto(file)
      if (!blob) setBad(file.name)
      else onChange?.((before) => (before.length < most ? [...before, { id: crypto.randomUUID(), blob, fileId: null }] : before))
    }
  }
  return (
    <section className={css.form} aria-label={t('log.photos')}>
      {onChange && (
        <p className={css.by}>
          <b>{t('log.photos')}</b>　{t('log.photosHint', { most })}
        </p>
      )}
      <div className={css.photos}>
        {photos.map((photo, at) => (
          <Photo key={photo.id} photo={photo} n={at + 1} {...(onChange ? { onRemove: () => onChange((before) => before.filter(({ id }) => id !== photo.id)) } : {})} />
        ))}
        {onChange && photos.length < most && (
          <label className={css.add}>
            <Icon name="plus" size={20} />
            {t('log.addPhoto')}
            <input
              type="file"
              className="sr"
              accept="image/*"
              multiple
              onChange={(event) => {
                const { target } = event
                void add(target.files).then(() => {
                  target.value = ''
                })
              }}
            />
          </label>
        )}
      </div>
      {bad !== null && (
        <p className={css.bad} role="alert">
          {t('log.photoBad', { name: bad })}
        </p>
      )}
    </section>
  )
}

function Photo({ photo, n, onRemove }: { photo: KeptPhoto; n: number; onRemove?: () => void }) {
  const { t } = useTranslation('during')
  const kept = photo.blob
  // A picture that is still on the phone has an address only while it is shown.
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (!image || !kept) return
      const url = URL.createObjectURL(kept)
      image.src = url
      return () => URL.revokeObjectURL(url)
    },
    [kept],
  )
  const source = !kept && photo.fileId ? urlOf(downloadFile, { params: { fileId: photo.fileId }, query: { inline: 'true' } }) : undefined
  return (
    <div className={css.photo}>
      <img ref={show} src={source} alt={t('log.photo', { n })} />
      {onRemove && (
        <>
          <small className={css.by}>{t(photo.fileId ? 'log.photoSent' : 'log.photoWaiting')}</small>
          <button type="button" aria-label={t('log.removePhoto', { n })} onClick={onRemove}>
            <span>
              <Icon name="close" />
            </span>
          </button>
        </>
      )}
    </div>
  )
}
