import { downloadFile } from '@silian/server/contract/files'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../kernel/api.ts'
import { useFormat } from '../../kernel/format.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { weekMoods } from './moods.ts'
import css from './practice.module.css'
import { useMoveWeek, useWeeks, type Week } from './queries.ts'

// The firm's, and seldom: a teacher's phone does not bring it.
const Return = lazy(() => import('./return-week.tsx'))

/** The weeks of a stay, the newest first; the firm confirms here, the teacher opens the one to write. */
export function Weeks({ planId, writes }: { planId: string; writes?: (weekOn: string) => string }) {
  const { t } = useTranslation('practice')
  const weeks = useWeeks(planId)
  return (
    <Loaded query={weeks} rows={3} empty={({ rows }) => rows.length === 0 && <p className={css.by}>{t(writes ? 'week.empty' : 'week.emptyOthers')}</p>}>
      {({ rows }) => (
        <div className={css.cards}>
          {rows.map((week) => (
            <WeekCard key={week.weekOn} planId={planId} week={week} writes={writes} />
          ))}
        </div>
      )}
    </Loaded>
  )
}

/** What was done in one week, and who confirmed it. */
export function WeekCard({ planId, week, writes }: { planId: string; week: Week; writes?: (weekOn: string) => string }) {
  const { t } = useTranslation('practice')
  const { range, day, weekday } = useFormat()
  const toast = useToast()
  const move = useMoveWeek(planId)
  const [returning, setReturning] = useState(false)
  const first = week.open[0]?.day ?? week.weekOn
  const last = week.open.at(-1)?.day ?? week.weekOn
  const write = writes && week.can.write
  return (
    <article className={css.card}>
      <p className={css.line}>
        <b>{range(first, last)}</b>
        <StateMark mood={weekMoods[week.state]}>{t(`week.states.${week.state}`)}</StateMark>
      </p>
      {week.days.length > 0 && (
        <p className={css.by}>
          {t('week.count', { count: week.days.length })}　{week.days.map((one) => weekday(one)).join('　')}
        </p>
      )}
      {week.reason && week.state === 'returned' && <p className={css.due}>{t('week.returned', { reason: week.reason })}</p>}
      {week.work && <p className={css.text}>{week.work}</p>}
      {week.learnt && <p className={`${css.by} ${css.text}`}>{week.learnt}</p>}
      {week.photos.length > 0 && (
        <div className={css.photos}>
          {week.photos.map((photo, at) => (
            <a key={photo.id} className={css.photo} href={urlOf(downloadFile, { params: { fileId: photo.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">
              <img src={urlOf(downloadFile, { params: { fileId: photo.id }, query: { inline: 'true' } })} alt={t('week.photo', { n: at + 1 })} loading="lazy" />
            </a>
          ))}
        </div>
      )}
      {week.confirmedAt && <p className={css.by}>{t('week.confirmedBy', { name: week.confirmedBy ?? '', day: day(week.confirmedAt) })}</p>}
      {move.isError && !returning && <Refused error={move.error} />}
      {write && (
        <p className={css.deeds}>
          <LinkButton size="big" kind={week.state === 'none' || week.state === 'returned' ? 'primary' : 'plain'} href={writes(week.weekOn)}>
            {t('week.write')}
          </LinkButton>
        </p>
      )}
      {week.can.confirm && (
        <p className={css.pair}>
          <Button size="form" kind="primary" busy={move.isPending} onClick={() => move.mutate({ weekOn: week.weekOn, action: 'confirm', version: week.version }, { onSuccess: () => toast(t('week.confirmDone')) })}>
            {t('week.confirm')}
          </Button>
          <Button size="form" onClick={() => setReturning(true)}>
            {t('week.return')}
          </Button>
        </p>
      )}
      {returning && (
        <Suspense>
          <Return planId={planId} week={week} onClose={() => setReturning(false)} />
        </Suspense>
      )}
    </article>
  )
}
