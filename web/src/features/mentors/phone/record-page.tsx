import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import css from '../mentors.module.css'
import { mentorshipMoods } from '../moods.ts'
import { useNext } from '../next-words.ts'
import { useMentorship, useTasks, type Mentorship, type MentorshipAction, type Task } from '../queries.ts'
import { TaskCard } from '../task-card.tsx'

// Later: the first look needs none of them.
const DecideDialog = lazy(() => import('../decide-dialog.tsx').then((module) => ({ default: module.DecideDialog })))
const MentorshipHistory = lazy(() => import('../history.tsx').then((module) => ({ default: module.MentorshipHistory })))
const TaskDrawer = lazy(() => import('./task-drawer.tsx').then((module) => ({ default: module.TaskDrawer })))

/** One appointment on a mentor's phone: what is next, the tasks, the contract, the certificate. */
export default function RecordPage() {
  const { mentorshipId = '' } = useParams()
  const { t } = useTranslation('mentors')
  const mentorship = useMentorship(mentorshipId)
  const mentor = useSession()?.seat?.role === 'mentor'
  if (!mentor) return <Redirect to={`/mentors/${mentorshipId}`} replace />
  if (mentorship.data) return <Record mentorship={mentorship.data} />
  return (
    <PhonePage title={t('title')} back="/my/mentoring">
      <Loaded query={mentorship}>{() => null}</Loaded>
    </PhonePage>
  )
}

function Record({ mentorship }: { mentorship: Mentorship }) {
  const { t } = useTranslation('mentors')
  const next = useNext()
  const [action, setAction] = useState<MentorshipAction | null>(null)
  const [past, setPast] = useState(false)
  const [task, setTask] = useState<Task | 'new' | null>(null)
  const { can, contract, person } = mentorship
  const answering = (['join', 'refuse'] as const).filter((one) => can[one])
  return (
    <PhonePage
      title={t('record.title', { number: mentorship.number })}
      back="/my/mentoring"
      foot={
        (answering.length > 0 || can.log) && (
          <>
            {answering.map((one) => (
              <Button key={one} size="big" kind={one === 'join' ? 'primary' : 'plain'} onClick={() => setAction(one)}>
                {t(`actions.${one}`)}
              </Button>
            ))}
            {can.log && (
              <Button size="big" kind="primary" onClick={() => setTask('new')}>
                {t('record.log')}
              </Button>
            )}
          </>
        )
      }
    >
      {mentorship.state === 'invited' && (person.years === null || person.field === '') && (
        <Banner>
          {t('home.profileMissing')} <LinkButton kind="text" href="/my/mentoring/profile">{t('home.fill')}</LinkButton>
        </Banner>
      )}
      <div className={css.stack}>
        <section className={css.card}>
          <h2>{`${mentorship.schoolName}　${mentorship.title}`}</h2>
          <p>
            <StateMark mood={mentorshipMoods[mentorship.state]}>{t(`states.${mentorship.state}`)}</StateMark>
          </p>
          <p>{next(mentorship)}</p>
          {mentorship.reason && <p>{t('record.reason', { reason: mentorship.reason })}</p>}
          {mentorship.state === 'active' && mentorship.hoursPerYear !== null && <p className={css.by}>{t('home.hoursOf', { hours: mentorship.hours, asked: mentorship.hoursPerYear })}</p>}
          <p className={css.pair}>
            {contract.agreementId && <LinkButton href={`/my/agreements/${contract.agreementId}`}>{t('record.toAgreement')}</LinkButton>}
            {can.certificate && <LinkButton href={`/my/mentoring/${mentorship.id}/certificate`}>{t('record.certificate')}</LinkButton>}
          </p>
        </section>
        {(mentorship.state === 'active' || mentorship.state === 'ended') && <Tasks mentorshipId={mentorship.id} onEdit={setTask} />}
        <Facts mentorship={mentorship} />
        <section>
          <PhoneHeading aside={!past && <Button onClick={() => setPast(true)}>{t('record.historyShow')}</Button>}>{t('record.history')}</PhoneHeading>
          {past && (
            <Suspense>
              <MentorshipHistory mentorshipId={mentorship.id} />
            </Suspense>
          )}
        </section>
        <p className={css.pair}>
          {(['withdraw', 'end'] as const).filter((one) => can[one]).map((one) => (
            <Button key={one} size="form" kind="risk" onClick={() => setAction(one)}>
              {t(`actions.${one}`)}
            </Button>
          ))}
        </p>
      </div>
      <Suspense>
        {action && <DecideDialog mentorship={mentorship} action={action} onClose={() => setAction(null)} />}
        {task && <TaskDrawer mentorship={mentorship} task={task === 'new' ? null : task} onClose={() => setTask(null)} />}
      </Suspense>
    </PhonePage>
  )
}

function Tasks({ mentorshipId, onEdit }: { mentorshipId: string; onEdit: (task: Task) => void }) {
  const { t } = useTranslation('mentors')
  const tasks = useTasks(mentorshipId)
  return (
    <section>
      <PhoneHeading>{t('record.tasks')}</PhoneHeading>
      <Loaded query={tasks} rows={2} empty={({ rows }) => rows.length === 0 && <p className={css.by}>{t('record.tasksNone')}</p>}>
        {({ rows }) => (
          <div className={css.cards}>
            {rows.map((task) => (
              <TaskCard key={task.id} task={task}>
                {task.can.edit && (
                  <p>
                    <Button onClick={() => onEdit(task)}>{t('task.edit')}</Button>
                  </p>
                )}
              </TaskCard>
            ))}
          </div>
        )}
      </Loaded>
    </section>
  )
}

function Facts({ mentorship }: { mentorship: Mentorship }) {
  const { t } = useTranslation('mentors')
  const { fullDay, range } = useFormat()
  const facts: readonly (readonly [string, string | null])[] = [
    [t('record.duties'), mentorship.duties || null],
    [t('record.pay'), mentorship.pay || null],
    [t('record.hours'), mentorship.hoursPerYear === null ? null : t('perYear', { count: mentorship.hoursPerYear })],
    [t('record.term'), mentorship.startsOn && mentorship.endsOn ? range(mentorship.startsOn, mentorship.endsOn) : null],
    [t('record.contract'), mentorship.contract.signedOn ? t('record.contractSigned', { day: fullDay(mentorship.contract.signedOn) }) : mentorship.state === 'contracting' ? t('record.contractNone') : null],
    [t(mentorship.came === 'invited' ? 'record.invitation' : 'record.statement'), mentorship.statement || null],
    ...mentorship.reviews.filter(({ verdict }) => verdict !== null).map((review) => [t('record.review', { year: review.year, verdict: t(`verdicts.${review.verdict!}`) }), review.words] as const),
  ]
  return (
    <dl className={css.facts}>
      {facts.map(([name, value]) => value && (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={css.text}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
