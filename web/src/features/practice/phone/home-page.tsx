import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import css from '../practice.module.css'
import { useMyPractice, usePlans, type TeacherStanding } from '../queries.ts'
import { Counter } from './counter.tsx'
import { PlanCards } from './plan-cards.tsx'

// Later: the first look needs neither.
const ClaimDialog = lazy(() => import('./claim-dialog.tsx').then((module) => ({ default: module.ClaimDialog })))
const Claims = lazy(() => import('./claims.tsx').then((module) => ({ default: module.Claims })))

/** A teacher's practice on a phone: the counter, the forecast, the plans, and what waits for a head of department. */
export default function HomePage() {
  const { t } = useTranslation('practice')
  const mine = useMyPractice()
  return (
    <PhonePage title={t('home.title')} back="/inbox">
      <Loaded query={mine}>
        {({ teacher, heads }) => (
          <div className={css.stack}>
            {teacher ? (
              <Mine teacher={teacher} />
            ) : (
              <Empty>
                {t('home.notLinked')}
                <br />
                {t('home.notLinkedHow')}
              </Empty>
            )}
            {heads.length > 0 && <ToAgree names={heads} />}
          </div>
        )}
      </Loaded>
    </PhonePage>
  )
}

function Mine({ teacher }: { teacher: TeacherStanding }) {
  const { t } = useTranslation('practice')
  const plans = usePlans({ mine: 'true', size: 50 })
  const [claiming, setClaiming] = useState(false)
  const [claims, setClaims] = useState(false)
  return (
    <>
      <Counter teacher={teacher} />
      <section>
        <PhoneHeading>{t('home.plans')}</PhoneHeading>
        <Loaded query={plans} rows={2} empty={({ rows }) => rows.length === 0 && <p className={css.by}>{t('home.noPlans')}</p>}>
          {({ rows }) => <PlanCards rows={rows} />}
        </Loaded>
        <p className={css.deeds}>
          <LinkButton size="big" kind="primary" href="/my/practice/openings">
            {t('home.openings')}
          </LinkButton>
          <LinkButton size="big" href="/my/practice/new">
            {t('home.write')}
          </LinkButton>
        </p>
      </section>
      <section>
        <PhoneHeading aside={<Button onClick={() => setClaiming(true)}>{t('home.claim')}</Button>}>{t('home.stretches')}</PhoneHeading>
        <Stretches teacher={teacher} />
        {claims ? (
          <Suspense>
            <Claims teacherId={teacher.teacherId} />
          </Suspense>
        ) : (
          <p className={css.deeds}>
            <Button onClick={() => setClaims(true)}>{t('home.claimsShow')}</Button>
          </p>
        )}
      </section>
      {claiming && (
        <Suspense>
          <ClaimDialog
            onClose={() => {
              setClaiming(false)
              setClaims(true)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

function Stretches({ teacher }: { teacher: TeacherStanding }) {
  const { t } = useTranslation('practice')
  const { fullDay } = useFormat()
  return (
    <>
      {teacher.stretches.length === 0 ? (
        <p className={css.by}>{t('home.none')}</p>
      ) : (
        <ul className={css.rows}>
          {teacher.stretches.map((stretch) => (
            <li key={stretch.id}>
              {stretch.title}
              <small>
                {t('home.stretch', { from: fullDay(stretch.from), to: fullDay(stretch.to), count: stretch.days })}
                {stretch.kind === 'claim' && `　${t('home.claimKind')}`}
                {stretch.inWindow < stretch.days && `　${t('home.out', { count: stretch.days - stretch.inWindow })}`}
              </small>
            </li>
          ))}
        </ul>
      )}
      {teacher.leaving.length > 0 && (
        <p className={css.by}>
          {t('home.leaving')}　{teacher.leaving.slice(0, 6).map(({ month, days }) => t('home.leavingOf', { month, count: days })).join('　')}
        </p>
      )}
    </>
  )
}

function ToAgree({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('practice')
  const waiting = usePlans({ state: 'applied', size: 50 })
  const rows = (waiting.data?.rows ?? []).filter(({ mine }) => !mine)
  return (
    <section>
      <PhoneHeading aside={rows.length > 0 ? String(rows.length) : undefined}>{t('home.toAgree')}</PhoneHeading>
      <p className={css.by}>{t('home.agreeNote', { names: names.join('、') })}</p>
      <PlanCards rows={rows} />
      <p className={css.deeds}>
        <LinkButton size="big" href="/practice?tab=roster">
          {t('home.department')}
        </LinkButton>
      </p>
    </section>
  )
}
