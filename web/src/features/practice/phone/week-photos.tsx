import { downloadFile } from '@silian/server/contract/files'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../../kernel/api.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Refused } from '../../../ui/loaded.tsx'
import { shrinkPhoto } from '../../placements/student/shrink-photo.ts'
import css from '../practice.module.css'
import { useAddPhoto, useRemovePhoto, type Week } from '../queries.ts'

/** Photos of a week, shrunk on the phone before they are sent; each is kept as soon as it has arrived. */
export function WeekPhotos({ planId, week: { weekOn, photos }, most, onWritten }: { planId: string; week: Week; most: number; onWritten: () => void }) {
  const { t } = useTranslation('practice')
  const add = useAddPhoto(planId)
  const remove = useRemovePhoto(planId)
  const [bad, setBad] = useState<string | null>(null)
  const send = async (files: FileList | null) => {
    setBad(null)
    for (const file of [...(files ?? [])].slice(0, most - photos.length)) {
      const small = await shrinkPhoto(file)
      if (!small) setBad(file.name)
      else await add.mutateAsync({ weekOn, file: new File([small], 'photo.jpg', { type: 'image/jpeg' }) }).then(onWritten, () => undefined)
    }
  }
  return (
    <section aria-label={t('week.photos')} className={css.form}>
      <p className={css.by}>
        <b>{t('week.photos')}</b>　{t('week.photosHint', { most })}
      </p>
      <div className={css.photos}>
        {photos.map((photo, at) => (
          <div key={photo.id} className={css.photo}>
            <img src={urlOf(downloadFile, { params: { fileId: photo.id }, query: { inline: 'true' } })} alt={t('week.photo', { n: at + 1 })} />
            <button type="button" aria-label={t('week.removePhoto', { n: at + 1 })} onClick={() => remove.mutate({ weekOn, fileId: photo.id })}>
              <span>
                <Icon name="close" />
              </span>
            </button>
          </div>
        ))}
        {photos.length < most && (
          <label className={css.add}>
            <Icon name="plus" size={20} />
            {t(add.isPending ? 'week.sending' : 'week.addPhoto')}
            <input
              type="file"
              className="sr"
              accept="image/*"
              multiple
              disabled={add.isPending}
              onChange={(event) => {
                const { target } = event
                void send(target.files).then(() => {
                  target.value = ''
                })
              }}
            />
          </label>
        )}
      </div>
      {bad !== null && (
        <p className={css.bad} role="alert">
          {t('week.photoBad', { name: bad })}
        </p>
      )}
      {add.isError && <Refused error={add.error} />}
      {remove.isError && <Refused error={remove.error} />}
    </section>
  )
}
