import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../../../ui/chain-line.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { DecideDialog } from '../decide-dialog.tsx'
import { PlanHistory } from '../history.tsx'
import { useNext } from '../next-words.ts'
import { PlanOutcome, usePlanFacts, useShareWords } from '../plan-facts.tsx'
import css from '../practice.module.css'
import { useDraftAgreement, usePlan, type Plan, type PlanAction } from '../queries.ts'
import { Weeks } from '../weeks.tsx'
import { CheckDrawer } from './check-drawer.tsx'
import { PaperDialog } from './paper-dialog.tsx'

/** One stay at the desk: who agrees next, what the weeks are worth, the papers. A teacher has the own one on the phone. */
export default function PlanPage() {
  const { planId = '' } = useParams()
  const plan = usePlan(planId)
  const role = useSession()?.seat?.role
  if (role === 'teacher' && plan.data?.mine) return <Redirect to={`/my/practice/plans/${planId}`} replace />
  return <Loaded query={plan}>{(one) => <Record plan={one} />}</Loaded>
}

const order: readonly PlanAction[] = ['apply', 'endorse', 'approve', 'accept', 'start', 'finish', 'appraise', 'pass', 'credit', 'archive', 'fail', 'return', 'refuse', 'decline', 'withdraw']
const risky: readonly PlanAction[] = ['decline', 'refuse', 'withdraw', 'fail']
const plain: readonly PlanAction[] = ['return']

function Record({ plan }: { plan: Plan }) {
  const { t, i18n } = useTranslation(['practiceOffice', 'practice'])
  const facts = usePlanFacts()
  const share = useShareWords()
  const [action, setAction] = useState<PlanAction | null>(null)
  const [open, setOpen] = useState<'check' | 'paper' | null>(null)
  const actions = order.filter((one) => plan.can[one])
  return (
    <Page
      title={`${plan.teacherName}　${plan.organisationName}`}
      crumbs={[{ label: t('plans.title'), href: '/practice' }, { label: plan.number }, ...(plan.side === 'firm' ? [] : [{ label: plan.teacherName, href: `/practice/teachers/${plan.teacherId}` }])]}
      lead={plan.demo ? t('practice:record.demo') : undefined}
      actions={<LinkButton icon="print" href={`/practice/plans/${plan.id}/paper`}>{t('record.print')}</LinkButton>}
    >
      <Stack>
        <Line plan={plan} />
        {plan.reason && ['planned', 'declined'].includes(plan.state) && <Banner>{t(plan.state === 'declined' ? 'practice:record.declined' : 'practice:record.returned', { reason: plan.reason })}</Banner>}
        {plan.share && <p className={plan.share.over ? css.due : css.by}>{share(plan.share)}</p>}
        {(actions.length > 0 || plan.can.edit || plan.can.check || plan.can.paper) && (
          <div className={css.decisions}>
            {actions.map((one) => (
              <Button key={one} kind={risky.includes(one) ? 'risk' : plain.includes(one) ? 'plain' : 'primary'} onClick={() => setAction(one)}>
                {t(`practice:actions.${one}`)}
              </Button>
            ))}
            {plan.can.edit && <LinkButton href={`/my/practice/plans/${plan.id}/edit`}>{t('practice:record.edit')}</LinkButton>}
            {plan.can.check && <Button onClick={() => setOpen('check')}>{t('record.checkWrite')}</Button>}
            {plan.can.paper && <Button icon="upload" onClick={() => setOpen('paper')}>{t('record.paperAdd')}</Button>}
          </div>
        )}
      </Stack>
      <TwoColumns
        aside={
          <>
            <Agreement plan={plan} />
            <Sheet title={t('practice:record.history')}>
              <PlanHistory planId={plan.id} />
            </Sheet>
          </>
        }
      >
        <Sheet title={t('practice:record.what')}>
          <Facts facts={[...facts(plan), [t('practice:record.department'), plan.departmentName && plan.side !== 'firm' ? [plan.departmentName, plan.headName].filter(Boolean).join('　') : null]]} />
        </Sheet>
        {plan.startedAt && (
          <Sheet title={t('record.file')}>
            <PlanOutcome plan={plan} />
            {plan.missing.length > 0 && <p className={css.by}>{t('practice:record.missing', { papers: plan.missing.map((one) => t(`practice:record.missingOf.${one}`)).join(i18n.language === 'en' ? ', ' : '、') })}</p>}
          </Sheet>
        )}
        {plan.startedAt && (
          <Sheet title={t('record.weeksTitle')}>
            <Weeks planId={plan.id} writes={plan.side === 'school' && plan.can.write ? (weekOn) => `/my/practice/plans/${plan.id}/weeks/${weekOn}` : undefined} />
          </Sheet>
        )}
      </TwoColumns>
      {action && <DecideDialog plan={plan} action={action} onClose={() => setAction(null)} />}
      {open === 'check' && <CheckDrawer plan={plan} onClose={() => setOpen(null)} />}
      {open === 'paper' && <PaperDialog plan={plan} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Agreement({ plan }: { plan: Plan }) {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const { day } = useFormat()
  const [, navigate] = useLocation()
  const toast = useToast()
  const draft = useDraftAgreement(plan.id)
  const { agreement } = plan
  if (!agreement.id && !agreement.needed && !plan.can.agreement) return null
  const state = agreement.state === 'concluded' || agreement.state === 'signing' ? agreement.state : 'draft'
  return (
    <Sheet title={t('practice:record.agreement')}>
      <div className={css.form}>
        <p>{agreement.id ? `${t(`practice:record.agreementStates.${state}`)}${agreement.signedOn ? `　${day(agreement.signedOn)}` : ''}` : t('practice:record.agreementNone')}</p>
        {agreement.needed && agreement.state !== 'concluded' && <p className={css.by}>{t('practice:record.agreementNeeded')}</p>}
        {agreement.id && <p><LinkButton href={`/agreements/${agreement.id}`}>{t('practice:record.toAgreement')}</LinkButton></p>}
        {plan.can.agreement && (
          <p>
            <Button
              busy={draft.isPending}
              onClick={() =>
                draft.mutate(undefined, {
                  onSuccess: ({ id }) => {
                    toast(t('record.draftDone'))
                    navigate(`/agreements/${id}`)
                  },
                })
              }
            >
              {t('record.draftAgreement')}
            </Button>
          </p>
        )}
        {draft.isError && <Refused error={draft.error} />}
      </div>
    </Sheet>
  )
}

const line = ['planned', 'applied', 'endorsed', 'approved', 'accepted', 'practising', 'finished', 'appraised', 'passed', 'credited', 'archived'] as const
type Step = (typeof line)[number]

function Line({ plan }: { plan: Plan }) {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const { day, deadline } = useFormat()
  const next = useNext()
  const passed: Partial<Record<Plan['state'], string | null>> = { applied: plan.appliedAt, endorsed: plan.endorsedAt, approved: plan.approvedAt, accepted: plan.acceptedAt, practising: plan.startedAt, finished: plan.finishedAt, appraised: plan.appraisedAt, passed: plan.assessedAt, failed: plan.assessedAt, credited: plan.creditedAt, archived: plan.archivedAt }
  const note = (one: Plan['state']) => (one === plan.state && plan.dueAt ? deadline(plan.dueAt) : passed[one] ? day(passed[one]) : undefined)
  // The last that has a date: what was declined or withdrawn ended there.
  const reached = line.findLast((one) => passed[one]) ?? 'planned'
  const failed = plan.state === 'archived' && !plan.creditedAt
  const steps = failed
    ? [...stepsOf<Plan['state']>({ line, state: 'failed', label: (one) => t(`practice:line.${one as Step}`), note }, 'appraised')]
    : stepsOf<Plan['state']>({ line, state: plan.state, label: (one) => t(`practice:line.${one as Step}`), note }, reached).map((step) => (step.key === 'archived' && plan.state === 'archived' ? { ...step, state: 'done' as const } : step))
  return (
    <ChainLine steps={steps}>
      <NextBar>
        {next(plan)}
        {plan.checkDueOn && plan.checks.length === 0 && (plan.state === 'accepted' || plan.state === 'practising') && plan.can.check && ` ${t('record.checkDue', { day: day(plan.checkDueOn) })}`}
      </NextBar>
    </ChainLine>
  )
}
