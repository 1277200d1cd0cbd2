import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import css from '../mentors.module.css'
import { mentorshipMoods } from '../moods.ts'
import { useMentorNeeds, useMentorships, useProfile, type MentorNeedRow, type MentorshipRow } from '../queries.ts'

const Menus = lazy(() => import('./menus.tsx'))

/** Where somebody of a firm lands who teaches: what waits, the appointments, what schools look for. */
export default function HomePage() {
  const { t } = useTranslation('mentors')
  const [menus, setMenus] = useState(false)
  const profile = useProfile()
  const mine = useMentorships({ size: 50 })
  const missing = profile.data && profile.data.missing.length > 0
  return (
    <PhonePage title={t('home.title')}>
      {missing && (
        <Banner>
          {t('home.profileMissing')} <Link href="/my/mentoring/profile">{t('home.fill')}</Link>
        </Banner>
      )}
      <div className={css.stack}>
        <Loaded query={mine} rows={3}>
          {({ rows }) => <Mine rows={rows} />}
        </Loaded>
        <Needs />
        <p className={css.deeds}>
          <LinkButton size="big" href="/mentor">{t('home.interns')}</LinkButton>
          <LinkButton size="big" href="/my/mentoring/profile">{t('home.profile')}</LinkButton>
          <LinkButton size="big" href="/my/agreements">{t('home.agreements')}</LinkButton>
          <LinkButton size="big" href="/inbox">{t('home.inbox')}</LinkButton>
        </p>
      </div>
      <nav className={css.menu}>
        {menus ? (
          <Suspense>
            <Menus />
          </Suspense>
        ) : (
          <Button kind="text" onClick={() => setMenus(true)}>
            {t('home.account')}
          </Button>
        )}
      </nav>
    </PhonePage>
  )
}

function Mine({ rows }: { rows: readonly MentorshipRow[] }) {
  const { t } = useTranslation('mentors')
  const waiting = rows.filter(({ state }) => state === 'invited')
  const others = rows.filter(({ state }) => state !== 'invited')
  return (
    <>
      {waiting.length > 0 && (
        <section>
          <PhoneHeading aside={String(waiting.length)}>{t('home.waiting')}</PhoneHeading>
          <Cards rows={waiting} />
        </section>
      )}
      <section>
        <PhoneHeading>{t('home.mine')}</PhoneHeading>
        {others.length === 0 ? <p className={css.by}>{t('home.none')}</p> : <Cards rows={others} />}
      </section>
    </>
  )
}

function Cards({ rows }: { rows: readonly MentorshipRow[] }) {
  const { t } = useTranslation('mentors')
  const { range, deadline } = useFormat()
  return (
    <div className={css.cards}>
      {rows.map((row) => (
        <article key={row.id} className={css.card}>
          <h3>
            <Link href={`/my/mentoring/${row.id}`}>{`${row.schoolName}　${row.title}`}</Link>
          </h3>
          <p className={css.line}>
            <StateMark mood={mentorshipMoods[row.state]}>{t(`states.${row.state}`)}</StateMark>
            <span className={css.by}>{row.startsOn && row.endsOn ? range(row.startsOn, row.endsOn) : row.dueAt ? deadline(row.dueAt) : ''}</span>
          </p>
          {row.state === 'active' && row.hoursPerYear !== null && (
            <p className={css.by}>
              {t('home.hoursOf', { hours: row.hours, asked: row.hoursPerYear })}
              {row.waiting > 0 && `　${t('home.waitingTasks', { count: row.waiting })}`}
            </p>
          )}
        </article>
      ))}
    </div>
  )
}

function Needs() {
  const { t } = useTranslation('mentors')
  const needs = useMentorNeeds({ state: 'open', size: 20 })
  return (
    <section>
      <PhoneHeading>{t('home.needs')}</PhoneHeading>
      <Loaded query={needs} rows={2} empty={({ rows }) => rows.length === 0 && <p className={css.by}>{t('home.needsNone')}</p>}>
        {({ rows }) => (
          <div className={css.cards}>
            {rows.map((row) => (
              <Need key={row.id} row={row} />
            ))}
          </div>
        )}
      </Loaded>
    </section>
  )
}

function Need({ row }: { row: MentorNeedRow }) {
  const { t } = useTranslation('mentors')
  return (
    <article className={css.card}>
      <h3>
        <Link href={`/my/mentoring/needs/${row.id}`}>{row.title}</Link>
      </h3>
      <p className={css.by}>{row.schoolName}</p>
      <p className={css.by}>{[row.hoursPerYear && t('perYear', { count: row.hoursPerYear }), row.pay, t('home.places', { count: row.places })].filter(Boolean).join('　')}</p>
    </article>
  )
}
