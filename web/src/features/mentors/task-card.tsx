import { downloadFile } from '@silian/server/contract/files'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../kernel/api.ts'
import { useFormat } from '../../kernel/format.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import css from './mentors.module.css'
import { taskMoods } from './moods.ts'
import type { Task } from './queries.ts'

/** What a mentor did on a day; verbs stand below. */
export function TaskCard({ task, children }: { task: Task; children?: ReactNode }) {
  const { t } = useTranslation('mentors')
  const { day } = useFormat()
  return (
    <article className={css.card}>
      <p className={css.line}>
        <b>{task.title}</b>
        <StateMark mood={taskMoods[task.state]}>{t(`taskStates.${task.state}`)}</StateMark>
      </p>
      <p className={css.by}>{[t(`kinds.${task.kind}`), day(task.happenedOn), t('hours', { count: task.hours })].join('　')}</p>
      {task.reason && task.state === 'returned' && <p className={css.due}>{t('task.returned', { reason: task.reason })}</p>}
      {task.note && <p className={css.text}>{task.note}</p>}
      {task.photos.length > 0 && (
        <div className={css.photos}>
          {task.photos.map((photo) => {
            const href = urlOf(downloadFile, { params: { fileId: photo.id }, query: { inline: 'true' } })
            return (
              <a key={photo.id} className={css.photo} href={href} target="_blank" rel="noreferrer">
                <img src={href} alt={photo.name} loading="lazy" />
              </a>
            )
          })}
        </div>
      )}
      {task.confirmedAt && <p className={css.by}>{t('task.confirmedBy', { name: task.confirmedBy ?? '', day: day(task.confirmedAt) })}</p>}
      {children}
    </article>
  )
}
