import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { ChainLine, NextBar, stepsOf } from '../../ui/chain-line.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { useClassHistory, type ClassState, type ClassView } from './queries.ts'
import css from './training.module.css'

const line = ['requested', 'feasible', 'agreed', 'planned', 'recruiting', 'filled', 'running', 'assessed', 'closed'] as const

export function ClassLine({ one, plain }: { one: ClassView; plain?: boolean }) {
  const { t } = useTranslation('training')
  const { day } = useFormat()
  const passed: Partial<Record<ClassState, string | null>> = { agreed: one.agreement?.signedOn ?? null, planned: one.planApprovedOn, running: one.startedOn, assessed: one.assessedOn }
  const reached = one.startedOn ? 'running' : one.state === 'not_opened' ? 'recruiting' : one.planApprovedOn ? 'planned' : one.agreement?.signedOn ? 'agreed' : one.feasibilityNote ? 'feasible' : 'requested'
  const steps = stepsOf<ClassState>({ line, state: one.state, label: (state) => t(`line.${state}`), note: (state) => (passed[state] ? day(passed[state]) : undefined) }, reached)
  const names = { school: one.schoolName, firm: one.organisationName }
  return (
    <ChainLine steps={steps}>
      {!plain && (
        <NextBar>
          {t(`next.${one.state}`, names)}
          {one.reason && ` ${t('record.reason')}：${one.reason}`}
        </NextBar>
      )}
    </ChainLine>
  )
}

export function RequestSheet({ one }: { one: ClassView }) {
  const { t } = useTranslation('training')
  const { fullDay, number } = useFormat()
  return (
    <Sheet title={t('record.request')}>
      <Facts
        facts={[
          [t('record.post'), one.postTitle],
          [t('record.occupation'), one.occupationCode],
          [t('record.seats'), t('record.seatsOf', { count: one.seats, min: one.minSeats })],
          [t('record.days'), `${fullDay(one.startsOn)} — ${fullDay(one.endsOn)}`],
          [t('record.pay'), t('record.payOf', { pay: number(one.payFloor) })],
          [t('record.ministry'), one.ministryNumber],
          [t('record.curriculum'), one.curriculum && <span key="c" className={css.text}>{one.curriculum}</span>],
          [t('record.benefits'), one.benefits && <span key="b" className={css.text}>{one.benefits}</span>],
        ]}
      />
    </Sheet>
  )
}

export function FeasibilitySheet({ one }: { one: ClassView }) {
  const { t } = useTranslation('training')
  return (
    <Sheet title={t('record.feasibility')}>
      <Facts
        facts={[
          [t('record.programme'), one.programmeName],
          [t('record.cohorts'), one.cohorts.map(({ name }) => name).join('、')],
          [t('record.cohortSize'), one.cohortSize !== null && t('record.people', { count: one.cohortSize })],
          [t('record.teachers'), one.teacherCount !== null && t('record.teachersOf', { count: one.teacherCount })],
          [t('record.note'), <span key="n" className={css.text}>{one.feasibilityNote}</span>],
        ]}
      />
    </Sheet>
  )
}

export function AgreementSheet({ one }: { one: ClassView }) {
  const { t } = useTranslation('training')
  const { day } = useFormat()
  const { agreement } = one
  if (!agreement && !one.costs) return null
  return (
    <Sheet title={t('record.agreement')} aside={agreement && <Link href={`/agreements/${agreement.id}`}>{t('record.openAgreement', { number: agreement.number })}</Link>}>
      {agreement ? (
        <ul className={css.list}>
          {agreement.parties.map((party) => (
            <li key={party.role} className={css.top}>
              <b>{party.name}</b>
              <span className="dim">{party.signedOn ? t('record.signed', { day: day(party.signedOn) }) : t('record.unsigned')}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="dim">{t('record.noAgreement')}</p>
      )}
      <div className={css.below}>
      <Facts
        facts={[
          [t('record.costsPublic'), one.costs && <Link key="c" href="/class-costs">{one.costs}</Link>],
          [t('record.quitting'), one.quitting],
          [t('record.replacement'), one.replacement],
          [t('record.breach'), one.breach],
        ]}
      />
      </div>
    </Sheet>
  )
}

export function ClassHistory({ classId }: { classId: string }) {
  const { t, i18n } = useTranslation('training')
  const history = useClassHistory(classId)
  return (
    <Loaded query={history} rows={3}>
      {({ rows }) => (
        <Timeline
          events={rows.map(({ at, event, by, details }, index) => {
            const verb = event.split('.')[1]!
            const note = [details.had !== undefined && t('events.had', { had: Number(details.had), min: Number(details.min) }), typeof details.minutes === 'string' && t('events.minutes', { minutes: details.minutes }), typeof details.reason === 'string' && t('events.reason', { reason: details.reason })].filter(Boolean).join(' ')
            return { key: String(index), at, text: `${by ?? t('events.system')}　${i18n.exists(`training:events.${verb}`) ? t(`events.${verb as 'started'}`) : event}`, note: note || undefined, look: ['declined', 'withdrawn', 'ended', 'not_opened'].includes(verb) ? ('late' as const) : verb === 'closed' ? ('done' as const) : undefined }
          })}
        />
      )}
    </Loaded>
  )
}
