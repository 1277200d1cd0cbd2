import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Redirect, useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../../../ui/chain-line.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { DecideDialog } from '../decide-dialog.tsx'
import { MentorshipHistory } from '../history.tsx'
import css from '../mentors.module.css'
import { useNext } from '../next-words.ts'
import { useMentorship, type Mentorship, type MentorshipAction } from '../queries.ts'
import { ApproveDrawer } from './approve-drawer.tsx'
import { ContractSheet } from './contract-sheet.tsx'
import { AnswerPaperDialog, SeatDialog } from './employer-dialogs.tsx'
import { ObjectionsSheet } from './objections-sheet.tsx'
import { RenewDialog, ReviewDrawer, ReviewsSheet } from './reviews-sheet.tsx'
import { TasksSheet } from './tasks-sheet.tsx'
import { WarningsSheet } from './warnings-sheet.tsx'

/** One appointment at the desk: of the school, or of the firm whose colleague it is. */
export default function RecordPage() {
  const { mentorshipId = '' } = useParams()
  const mentorship = useMentorship(mentorshipId)
  if (useSession()?.seat?.role === 'mentor') return <Redirect to={`/my/mentoring/${mentorshipId}`} replace />
  return <Loaded query={mentorship}>{(one) => <Record mentorship={one} />}</Loaded>
}

const order: readonly MentorshipAction[] = ['join', 'consent', 'approve', 'clear', 'appoint', 'refuse', 'deny', 'reject', 'withdraw', 'end']
/** What ends it stands last. */
const risky: readonly MentorshipAction[] = ['refuse', 'deny', 'reject', 'withdraw', 'end']
type Open = MentorshipAction | 'paper' | 'seat' | 'review' | 'renew' | null

function Record({ mentorship }: { mentorship: Mentorship }) {
  const { t } = useTranslation(['mentorOffice', 'mentors'])
  const { range, day } = useFormat()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const { can, state, side } = mentorship
  const actions = order.filter((one) => can[one])
  return (
    <Page
      title={`${mentorship.mentorName}　${mentorship.title}`}
      crumbs={[{ label: t('list.title'), href: '/mentors' }, { label: mentorship.number }, side === 'school' ? { label: mentorship.employerName, href: `/organisations/${mentorship.employerId}` } : { label: mentorship.schoolName, href: `/organisations/${mentorship.schoolId}` }]}
      lead={mentorship.demo ? t('mentors:record.demo') : undefined}
      actions={can.certificate && <LinkButton icon="print" href={`/mentors/${mentorship.id}/certificate`}>{t('record.certificate')}</LinkButton>}
    >
      <Stack>
        <Line mentorship={mentorship} />
        {mentorship.reason && ['declined', 'withdrawn', 'ended'].includes(state) && <p className={css.due}>{t('mentors:record.reason', { reason: mentorship.reason })}</p>}
        {mentorship.idle && <Banner>{t('record.idle')}</Banner>}
        {mentorship.reviewDue && <p className={css.due}>{t('record.reviewDueOn', { year: mentorship.reviewDue.year, day: day(mentorship.reviewDue.dueOn) })}</p>}
        <div className={css.pair}>
          {actions.filter((one) => !risky.includes(one)).map((one) => (
            <Button key={one} kind="primary" onClick={() => setOpen(one)}>
              {t(`mentors:actions.${one}`)}
            </Button>
          ))}
          {can.review && <Button kind="primary" onClick={() => setOpen('review')}>{t('record.review')}</Button>}
          {can.renew && <Button onClick={() => setOpen('renew')}>{t('record.renew')}</Button>}
          {can.paper && <Button icon="upload" onClick={() => setOpen('paper')}>{t('record.paper')}</Button>}
          {can.admit && <Button kind="primary" onClick={() => setOpen('seat')}>{t('record.admit')}</Button>}
          {actions.filter((one) => risky.includes(one)).map((one) => (
            <Button key={one} kind="risk" onClick={() => setOpen(one)}>
              {t(`mentors:actions.${one}`)}
            </Button>
          ))}
        </div>
      </Stack>
      <TwoColumns
        aside={
          <>
            <Person mentorship={mentorship} />
            <Sheet title={t('mentors:record.history')}>
              <MentorshipHistory mentorshipId={mentorship.id} />
            </Sheet>
          </>
        }
      >
        {mentorship.warnings.length > 0 && <WarningsSheet warnings={mentorship.warnings} />}
        <Sheet title={t('record.terms')}>
          <Facts
            facts={[
              [t('mentors:record.duties'), <span key="duties" className={css.text}>{mentorship.duties || '—'}</span>],
              [t('mentors:record.pay'), side === 'employer' ? null : mentorship.pay || '—'],
              [t('mentors:record.hours'), mentorship.hoursPerYear === null ? '—' : t('mentors:perYear', { count: mentorship.hoursPerYear })],
              [t('mentors:record.term'), mentorship.startsOn && mentorship.endsOn ? range(mentorship.startsOn, mentorship.endsOn) : '—'],
              [t(mentorship.came === 'invited' ? 'mentors:record.invitation' : 'mentors:record.statement'), mentorship.statement ? <span key="statement" className={css.text}>{mentorship.statement}</span> : null],
              [t('mentors:record.publicity'), mentorship.publicityFrom && mentorship.publicityUntil ? <Link key="notice" href={`/mentor-notices/${mentorship.id}`}>{range(mentorship.publicityFrom, mentorship.publicityUntil)}</Link> : null],
              [t('record.renewal'), mentorship.renewalId ? <Link key="renewal" href={`/mentors/${mentorship.renewalId}`}>{t('record.renewal')}</Link> : null],
              [t('record.renews'), mentorship.renewsId ? <Link key="renews" href={`/mentors/${mentorship.renewsId}`}>{t('record.renews')}</Link> : null],
            ]}
          />
        </Sheet>
        {mentorship.objections.length > 0 && <ObjectionsSheet mentorship={mentorship} />}
        {(state === 'contracting' || mentorship.contract.signedOn || mentorship.contract.agreementId) && side === 'school' && <ContractSheet mentorship={mentorship} />}
        {(state === 'active' || state === 'ended') && <TasksSheet mentorshipId={mentorship.id} />}
        {mentorship.reviews.length > 0 && <ReviewsSheet mentorship={mentorship} />}
      </TwoColumns>
      {open === 'approve' ? <ApproveDrawer mentorship={mentorship} onClose={close} />
        : open === 'paper' ? <AnswerPaperDialog mentorshipId={mentorship.id} onClose={close} />
        : open === 'seat' ? <SeatDialog mentorship={mentorship} onClose={close} />
        : open === 'review' ? <ReviewDrawer mentorship={mentorship} onClose={close} />
        : open === 'renew' ? <RenewDialog mentorship={mentorship} onClose={close} />
        : open && <DecideDialog mentorship={mentorship} action={open} paperWord={t('record.paperCheck')} onClose={close} />}
    </Page>
  )
}

function Person({ mentorship: { person, papers, onPaper } }: { mentorship: Mentorship }) {
  const { t } = useTranslation(['mentorOffice', 'mentors'])
  return (
    <Sheet title={t('record.person')}>
      <Facts
        facts={[
          [t('mentors:record.employer'), person.organisationName],
          [t('mentors:profile.position'), person.position || null],
          [t('mentors:profile.skill'), person.skill || null],
          [t('mentors:profile.field'), person.field || null],
          [t('mentors:profile.years'), person.years === null ? null : t('mentors:record.years', { count: person.years })],
          [t('record.age'), person.age === null ? null : t('mentors:record.age', { count: person.age })],
          [t('mentors:profile.phone'), person.phone?.replace(/^\+86/, '') ?? null],
          [t('mentors:record.school'), person.schools > 0 ? t('mentors:record.schools', { count: person.schools }) : null],
          [t('mentors:profile.about'), person.about ? <span key="about" className={css.text}>{person.about}</span> : null],
        ]}
      />
      {(onPaper || papers.length > 0) && <br />}
      {onPaper && <p className={css.by}>{t('mentors:record.onPaper')}</p>}
      {papers.length > 0 && <p className={css.by}>{papers.map(({ name }) => name).join('、')}</p>}
    </Sheet>
  )
}

const line = ['applied', 'consented', 'publicity', 'contracting', 'active'] as const
type State = Mentorship['state']

function Line({ mentorship }: { mentorship: Mentorship }) {
  const { t } = useTranslation('mentors')
  const { day, deadline } = useFormat()
  const next = useNext()
  const { state } = mentorship
  const whole: readonly State[] = mentorship.came === 'invited' ? ['invited', ...line] : mentorship.came === 'renewed' ? ['contracting', 'active'] : line
  const passed: Partial<Record<State, string | null>> = { publicity: mentorship.publicityFrom, active: mentorship.appointedAt }
  const note = (one: State) => (one === state && mentorship.dueAt ? deadline(mentorship.dueAt) : passed[one] ? day(passed[one]) : undefined)
  const ended = state === 'ended'
  const reached: State = mentorship.appointedAt ? 'active' : mentorship.publicityFrom ? 'publicity' : whole[0]!
  const steps = ended
    ? [...whole, 'ended' as const].map((one) => ({ key: one, label: t(`line.${one}`), state: 'done' as const, note: one === 'ended' && mentorship.endedOn ? day(mentorship.endedOn) : note(one) }))
    : stepsOf<State>({ line: whole, state, label: (one) => t(`line.${one}`), note }, reached)
  return (
    <ChainLine steps={steps}>
      <NextBar>{next(mentorship)}</NextBar>
    </ChainLine>
  )
}
