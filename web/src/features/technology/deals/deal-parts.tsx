import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { ChainLine, NextBar, stepsOf } from '../../../ui/chain-line.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import css from '../technology.module.css'
import type { Subtype } from './deal-dialog.tsx'
import { useDealHistory, type DealState, type DealView } from './queries.ts'

const line = ['drafting', 'signed', 'filed', 'registered', 'accepted', 'closed'] as const

export function DealLine({ deal, plain }: { deal: DealView; plain?: boolean }) {
  const { t } = useTranslation('deals')
  const { day } = useFormat()
  const due = deal.dueOn ? day(deal.dueOn) : ''
  const { registration } = deal
  const passed: Partial<Record<DealState, string | null>> = { signed: deal.signedOn, filed: registration.filedAt, registered: registration.certificate && registration.decidedAt, accepted: deal.acceptedOn }
  const note = (state: DealState) => (state === deal.state && deal.dueOn ? due : passed[state] ? day(passed[state]) : undefined)
  // What was refused, or never filed, passed the same places on the line as it did in truth.
  const shown = line.filter((state) => !(['filed', 'registered'].includes(state) && ['accepted', 'closed'].includes(deal.state) && !registration.certificate))
  const steps = stepsOf<DealState>({ line: shown, state: deal.state, label: (state) => t(`states.${state}`), note }, deal.signedOn ? (registration.filedAt ? 'filed' : 'signed') : 'drafting')
  return <ChainLine steps={steps}>{!plain && <NextBar>{t(`next.${deal.state}`, { due })}</NextBar>}</ChainLine>
}

export function DealFacts({ deal, level = 2 }: { deal: DealView; level?: 2 | 3 }) {
  const { t } = useTranslation(['deals', 'introductions'])
  const { day, wan } = useFormat()
  const sum = (yuan: number) => t('deals:wan', { wan: wan(yuan) })
  return (
    <Sheet level={level} title={t('deals:record.facts')}>
      <Facts
        facts={[
          [t('deals:form.kind'), `${t(`deals:kinds.${deal.kind}`)}　${t(`deals:subtypes.${deal.subtype as Subtype}`)}`],
          [t('deals:columns.provider'), deal.providerName],
          [t('deals:columns.client'), deal.clientName],
          [t('deals:form.total'), sum(deal.totalAmount)],
          [t('deals:form.technical'), sum(deal.technicalAmount)],
          [t('deals:form.pricing'), t(`deals:pricings.${deal.pricing}`)],
          [t('deals:decide.signedOn'), deal.signedOn && day(deal.signedOn)],
          [t('deals:record.need'), <Link key="need" href={`/problems/${deal.need.id}`}>{deal.need.title}</Link>],
          [t('deals:record.introduction'), <Link key="introduction" href={`/introductions/${deal.introductionId}`}>{t('deals:record.introduction')}</Link>],
          [t('deals:record.acceptance'), deal.acceptanceNote && `${day(deal.acceptedOn!)}　${deal.acceptanceNote}`],
          [t('deals:record.benefit'), deal.benefitNote ? `${deal.benefitAmount === null ? '' : `${sum(deal.benefitAmount)}　`}${deal.benefitNote}` : deal.benefitDueOn && t('deals:record.benefitDue', { day: day(deal.benefitDueOn) })],
          [t('deals:states.ended'), deal.endCode && `${t('deals:record.ended', { code: t(`introductions:codes.${deal.endCode}`) })}　${deal.endNote ?? ''}`],
        ]}
      />
    </Sheet>
  )
}

export function RegistrationSheet({ deal }: { deal: DealView }) {
  const { t } = useTranslation('deals')
  const { day, deadline, wan } = useFormat()
  const { ruleTitle, filedAt, decisionDueAt, certificate, verifiedAmount, refusalReason, decidedAt } = deal.registration
  return (
    <Sheet title={t('record.registration')}>
      {!filedAt && <p className="dim">{t('record.notFiled')}</p>}
      <Facts
        facts={[
          [t('record.rule'), ruleTitle],
          [t('record.filedAt'), filedAt && day(filedAt)],
          [t('record.decisionDue'), decisionDueAt && !decidedAt && deadline(decisionDueAt)],
          [t('record.certificate'), certificate],
          [t('record.verified'), verifiedAmount !== null && t('wan', { wan: wan(verifiedAmount) })],
          [t('record.refused'), refusalReason && <span key="refused" className={css.text}>{refusalReason}</span>],
        ]}
      />
    </Sheet>
  )
}

export function DealHistory({ dealId }: { dealId: string }) {
  const { t, i18n } = useTranslation('deals')
  const history = useDealHistory(dealId)
  return (
    <Loaded query={history} rows={3}>
      {({ rows }) => (
        <Timeline
          events={rows
            .filter(({ event }) => event.startsWith('deal.'))
            .map(({ at, event, by }, index) => {
              const verb = event.split('.')[1]!
              return { key: String(index), at, text: `${by ? t('events.by', { name: by }) : t('events.system')}${i18n.exists(`deals:events.${verb}`) ? t(`events.${verb as 'signed'}`) : event}`, look: verb === 'ended' || verb === 'registration_refused' ? ('late' as const) : verb === 'closed' ? ('done' as const) : undefined }
            })}
        />
      )}
    </Loaded>
  )
}
