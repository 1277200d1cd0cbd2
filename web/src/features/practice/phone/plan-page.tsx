import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useParams } from 'wouter'
import { useSession } from '../../../kernel/session.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { planMoods } from '../moods.ts'
import { useNext } from '../next-words.ts'
import { PlanOutcome, usePlanFacts, useShareWords } from '../plan-facts.tsx'
import css from '../practice.module.css'
import { usePlan, type Plan, type PlanAction } from '../queries.ts'
import { Weeks } from '../weeks.tsx'

// Later: the first look needs neither.
const DecideDialog = lazy(() => import('../decide-dialog.tsx').then((module) => ({ default: module.DecideDialog })))
const PlanHistory = lazy(() => import('../history.tsx').then((module) => ({ default: module.PlanHistory })))

/** One stay on a phone: what is next, the weeks, what came of it. Everybody else has it at the desk. */
export default function PlanPage() {
  const { planId = '' } = useParams()
  const { t } = useTranslation('practice')
  const plan = usePlan(planId)
  const teacher = useSession()?.seat?.role === 'teacher'
  if (!teacher) return <Redirect to={`/practice/plans/${planId}`} replace />
  if (plan.data) return <Record plan={plan.data} />
  return (
    <PhonePage title={t('record.what')} back="/my/practice">
      <Loaded query={plan}>{() => null}</Loaded>
    </PhonePage>
  )
}

const forward: readonly PlanAction[] = ['apply', 'endorse', 'start', 'finish']
const others: readonly PlanAction[] = ['return', 'decline', 'withdraw']

function Record({ plan }: { plan: Plan }) {
  const { t } = useTranslation('practice')
  const next = useNext()
  const facts = usePlanFacts()
  const share = useShareWords()
  const [action, setAction] = useState<PlanAction | null>(null)
  const [past, setPast] = useState(false)
  const first = forward.filter((one) => plan.can[one])
  const { agreement } = plan
  const signing = agreement.id !== null && plan.state !== 'withdrawn' && plan.state !== 'declined'
  return (
    <PhonePage
      title={t('record.title', { number: plan.number })}
      back="/my/practice"
      foot={
        (first.length > 0 || plan.can.edit) && (
          <>
            {first.map((one) => (
              <Button key={one} size="big" kind="primary" onClick={() => setAction(one)}>
                {t(`actions.${one}`)}
              </Button>
            ))}
            {plan.can.edit && (
              <LinkButton size="big" href={`/my/practice/plans/${plan.id}/edit`}>
                {t('record.edit')}
              </LinkButton>
            )}
          </>
        )
      }
    >
      {plan.reason && ['planned', 'declined'].includes(plan.state) && <Banner>{t(plan.state === 'declined' ? 'record.declined' : 'record.returned', { reason: plan.reason })}</Banner>}
      <div className={css.stack}>
        <section className={css.card}>
          <h2>{plan.side === 'department' ? `${plan.teacherName}　${plan.organisationName}` : plan.organisationName}</h2>
          <p>
            <StateMark mood={planMoods[plan.state]}>{t(`states.${plan.state}`)}</StateMark>
          </p>
          <p>{next(plan)}</p>
          {plan.share && <p className={plan.share.over ? css.due : css.by}>{share(plan.share)}</p>}
          {signing && (
            <p className={css.deeds}>
              <LinkButton href={`/my/agreements/${agreement.id}`}>{`${t('record.toAgreement')}　${t(`record.agreementStates.${agreement.state === 'concluded' || agreement.state === 'signing' ? agreement.state : 'draft'}`)}`}</LinkButton>
            </p>
          )}
        </section>
        {plan.startedAt && (
          <section>
            <PhoneHeading>{t('week.weeks')}</PhoneHeading>
            <Weeks planId={plan.id} writes={plan.side === 'teacher' ? (weekOn) => `/my/practice/plans/${plan.id}/weeks/${weekOn}` : undefined} />
          </section>
        )}
        <PlanOutcome plan={plan} />
        <section>
          <PhoneHeading>{t('record.what')}</PhoneHeading>
          <dl className={css.facts}>
            {facts(plan).map(([name, value]) => value !== null && value !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <PhoneHeading aside={!past && <Button onClick={() => setPast(true)}>{t('record.historyShow')}</Button>}>{t('record.history')}</PhoneHeading>
          {past && (
            <Suspense>
              <PlanHistory planId={plan.id} />
            </Suspense>
          )}
        </section>
        <p className={css.pair}>
          {others.filter((one) => plan.can[one]).map((one) => (
            <Button key={one} size="form" kind={one === 'return' ? 'plain' : 'risk'} onClick={() => setAction(one)}>
              {t(`actions.${one}`)}
            </Button>
          ))}
        </p>
      </div>
      {action && (
        <Suspense>
          <DecideDialog plan={plan} action={action} onClose={() => setAction(null)} />
        </Suspense>
      )}
    </PhonePage>
  )
}
