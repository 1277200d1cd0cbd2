import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { useOffline } from '../../../kernel/offline.ts'
import { useSession } from '../../../kernel/session.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { StateMark, type Mood } from '../../../ui/state-mark.tsx'
import css from './during.module.css'
import { findKept, useKeptLogs } from './log-outbox.ts'
import { useMyLogs, useRota, useSync, type MyLogs } from './queries.ts'
import { mondayOf } from './week.ts'

const moods = { missing: 'open', draft: 'waits', queued: 'waits', conflict: 'waits', refused: 'waits', sent: 'now', read: 'done' } as const satisfies Record<string, Mood>

/** Written in the workshop, where there may be no network. */
const logPage = () => import('./log-page.tsx')

/** Where a student on an internship lands: what is owed this week, and the way to everything else. */
export default function InternshipPage() {
  const { t } = useTranslation('during')
  const query = useMyLogs()
  useSync()
  useOffline(useSession(), logPage)
  return (
    <PhonePage title={t('home.title')} back="/wishes" help="/my/help">
      <Loaded query={query} empty={({ placement }) => !placement && <Empty action={<LinkButton href="/wishes" size="big">{t('home.wishes')}</LinkButton>}>{t('home.none')}</Empty>}>
        {(data) => data.placement && <Internship data={data} placement={data.placement} />}
      </Loaded>
    </PhonePage>
  )
}

function Internship({ data, placement }: { data: MyLogs; placement: NonNullable<MyLogs['placement']> }) {
  const { t } = useTranslation('during')
  const { range } = useFormat()
  return (
    <div className={css.form}>
      <section className={css.card}>
        <h2>{t('home.at', { unit: placement.unitName, title: placement.title })}</h2>
        <p className={css.by}>{range(placement.startsOn, placement.lastDay)}</p>
        <p className={css.by}>{t('home.guides', { teacher: placement.supervisorName ?? '—', mentor: placement.mentorName ?? '—' })}</p>
      </section>
      <PhoneHeading>{t('home.logs')}</PhoneHeading>
      <Weeks data={data} placementId={placement.id} />
      <div className={css.doors}>
        <LinkButton size="big" href="/my/tasks">
          {t('home.tasks')}
        </LinkButton>
        <LinkButton size="big" href="/my/pay">
          {t('home.pay')}
        </LinkButton>
      </div>
      <Shifts placementId={placement.id} />
      <LinkButton size="big" href="/my/help">
        {t('home.help')}
      </LinkButton>
    </div>
  )
}

function Weeks({ data, placementId }: { data: MyLogs; placementId: string }) {
  const { t } = useTranslation('during')
  const { range } = useFormat()
  const accountId = useSession()?.account.id ?? ''
  const kept = useKeptLogs()
  return (
    <ul className={css.list}>
      {data.weeks.map(({ week, lastDay, log, open }, at) => {
        const here = findKept(kept, { accountId, placementId, week })
        const state = here?.state ?? (log?.readAt ? 'read' : log ? 'sent' : 'missing')
        const first = at === 0 && state === 'missing'
        const word = state === 'missing' ? 'home.write' : here ? 'home.goOn' : open ? 'home.change' : 'home.read'
        return (
          <li key={week} className={css.row}>
            <div>
              <h3>{range(week, lastDay)}</h3>
              <StateMark mood={moods[state]}>{t(`states.${state}`)}</StateMark>
            </div>
            {(open || log) && (
              <LinkButton kind={first ? 'primary' : 'plain'} size="form" href={`/my/logs/${week}`} aria-label={`${t(word)} ${range(week, lastDay)}`}>
                {t(word)}
              </LinkButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Shifts({ placementId }: { placementId: string }) {
  const { t } = useTranslation('during')
  const { day, weekday } = useFormat()
  const rota = useRota(placementId, mondayOf(useNow()))
  if (!rota.data) return null
  const { planned, days } = rota.data
  return (
    <section className={css.card}>
      <h2>{t('home.rota')}</h2>
      {planned.length === 0 ? (
        <p className={css.by}>{t('home.rotaNone')}</p>
      ) : (
        <div className={css.days}>
          {days.map((one) => {
            const shifts = planned.filter((shift) => shift.day === one.day)
            return (
              <div key={one.day}>
                <span>
                  {day(one.day)} {weekday(one.day)}
                </span>
                <span>{shifts.length > 0 ? shifts.map(({ from, until }) => t('rota.shift', { from, until })).join('、') : t('home.rotaRest')}</span>
              </div>
            )
          })}
        </div>
      )}
    </section>
  )
}
