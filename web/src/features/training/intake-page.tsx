import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { useSession } from '../../kernel/session.ts'
import { Button } from '../../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../../ui/chain-line.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../ui/page.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { downloadIntake, useIntake, useMoveIntake, type IntakeState, type IntakeView } from './queries.ts'
import css from './training.module.css'

/** One two-way choice: sign-up, marks, the frozen list, what the seed decided, and which classes did not open in which order. */
export default function IntakePage() {
  const { intakeId = '' } = useParams()
  const intake = useIntake(intakeId)
  return <Loaded query={intake}>{(one) => <Intake one={one} />}</Loaded>
}

const line = ['signing', 'scoring', 'frozen', 'decided'] as const

function Intake({ one }: { one: IntakeView }) {
  const { t } = useTranslation('training')
  const { deadline, day } = useFormat()
  const until = one.state === 'signing' ? deadline(one.signUpUntil) : one.state === 'scoring' ? deadline(one.scoreUntil) : ''
  const passed: Partial<Record<IntakeState, string | null>> = { frozen: one.frozenAt, decided: one.decidedAt }
  const steps = stepsOf<IntakeState>({ line, state: one.state, label: (state) => t(`intakeStates.${state}`), note: (state) => (passed[state] ? day(passed[state]) : state === one.state && until ? until : undefined) })
  return (
    <Page title={one.title} crumbs={[{ label: t('title'), href: '/order-classes' }, { label: one.number }]} lead={one.schoolName}>
      <Stack>
        <ChainLine steps={steps}>
          <NextBar>
            {t(`intake.next.${one.state}`, { day: until })}
            {one.reason && ` ${one.reason}`}
          </NextBar>
        </ChainLine>
        <Decisions one={one} />
      </Stack>
      <TwoColumns aside={<Draw one={one} />}>
        <ClassesSheet one={one} />
        {one.state === 'decided' && <ClosingsSheet one={one} />}
        <Sheet title={t('intake.keeps')}>
          <ul className={css.list}>
            {one.guarantees.map((claim) => (
              <li key={claim.name}>
                <p className={css.top}>
                  <b>{t(`intake.guarantees.${claim.name as 'stable'}`)}</b>
                  <span className="dim">{t(claim.holds ? 'intake.holds.yes' : 'intake.holds.no')}</span>
                </p>
                <p className={css.small}>{claim.sentence}</p>
              </li>
            ))}
          </ul>
        </Sheet>
      </TwoColumns>
    </Page>
  )
}

type Action = 'endSignUp' | 'freeze' | 'decide' | 'cancel'
function Decisions({ one }: { one: IntakeView }) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const { deadline } = useFormat()
  const move = useMoveIntake()
  const [open, setOpen] = useState<Action | null>(null)
  const [reason, setReason] = useState('')
  const actions = (['freeze', 'decide', 'cancel'] as const).filter((action) => one.can[action])
  if (actions.length === 0) return null
  const unscored = one.classes.reduce((sum, row) => sum + row.applicants - row.scored, 0)
  const onDo = () => open && move.mutate({ id: one.id, action: open, version: one.version, ...(open === 'cancel' ? { reason } : {}) }, { onSuccess: () => (toast(t(`intake.done.${open}`)), setOpen(null)) })
  return (
    <div className={css.acts}>
      {actions.map((action) => (
        <Button key={action} kind={action === 'cancel' ? 'risk' : 'primary'} because={action === 'freeze' && unscored > 0 && new Date(one.scoreUntil) > new Date() && `${t('intake.columns.scored')} ${one.classes.reduce((sum, row) => sum + row.scored, 0)}/${one.classes.reduce((sum, row) => sum + row.applicants, 0)} · ${deadline(one.scoreUntil)}`} onClick={() => setOpen(action)}>
          {t(`intake.actions.${action}`)}
        </Button>
      ))}
      {open && (
        <Dialog open onClose={() => setOpen(null)} title={`${t(`intake.actions.${open}`)}：${one.title}`} note={t(`intake.about.${open}`)} verb={t(`intake.actions.${open}`)} kind={open === 'cancel' ? 'risk' : 'primary'} onDo={onDo} busy={move.isPending} error={move.error}>
          {open === 'cancel' && <TextArea label={t('decide.reason')} rows={2} most={500} value={reason} onChange={setReason} />}
        </Dialog>
      )}
    </div>
  )
}

function ClassesSheet({ one }: { one: IntakeView }) {
  const { t } = useTranslation('training')
  const role = useSession()?.seat?.role
  const school = role === 'school_contact' || role === 'teacher'
  return (
    <Sheet title={t('intake.classes')} aside={t('intake.signupsOf', { signups: one.signups, eligible: one.eligible })} flush>
      <div className={css.wide}>
        <table className={`${css.table} ${css.flush}`}>
          <thead>
            <tr>
              {(['title', 'seats', 'min', 'applicants', 'first', 'scored', 'result'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`intake.columns.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {one.classes.map((row) => (
              <tr key={row.id}>
                <td>
                  {school ? <Link href={`/class-intakes/${one.id}/classes/${row.id}`}>{row.title}</Link> : row.title}
                  <small className={css.small}>{row.organisationName}</small>
                </td>
                <td>{row.seats}</td>
                <td>{row.minSeats}</td>
                <td>{row.applicants}</td>
                <td>{school || one.state === 'decided' ? row.first : '—'}</td>
                <td className="nw">
                  {row.scored}/{row.applicants}
                </td>
                <td>{row.closedStep !== null ? t('intake.closedAt', { step: row.closedStep, had: row.had ?? 0, min: row.minSeats }) : row.admitted !== null ? t('intake.admitted', { count: row.admitted }) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}

function ClosingsSheet({ one }: { one: IntakeView }) {
  const { t } = useTranslation('training')
  const closed = one.classes.filter((row) => row.closedStep !== null).sort((a, b) => a.closedStep! - b.closedStep!)
  return (
    <Sheet title={t('intake.closings')}>
      {closed.length === 0 ? <p className="dim">{t('intake.allOpen')}</p> : (
        <ol className={css.list}>
          {closed.map((row) => (
            <li key={row.id}>{t('intake.closing', { step: row.closedStep!, title: row.title, had: row.had ?? 0, min: row.minSeats })}</li>
          ))}
        </ol>
      )}
      {one.audit && (
        <p className={css.note}>
          {t('intake.audit', { violations: one.audit.violations, blockingPairs: one.audit.blockingPairs })}
          {t('intake.coalitions', { coalitions: one.audit.coalitions })}
        </p>
      )}
    </Sheet>
  )
}

function Draw({ one }: { one: IntakeView }) {
  const { t } = useTranslation('training')
  const hash = (text: string | null) => text && <span className={css.hash}>{text}</span>
  return (
    <Sheet title={t('intake.record')}>
      <Facts
        facts={[
          [t('intake.commitment'), hash(one.commitment)],
          [t('intake.listDigest'), hash(one.listDigest)],
          [t('intake.inputDigest'), hash(one.inputDigest)],
          [t('intake.seed'), hash(one.seed) ?? t('intake.secret')],
          [t('intake.resultDigest'), hash(one.resultDigest)],
        ]}
      />
      {one.can.export && (
        <>
          <p className={css.note}>{t('intake.verify')}</p>
          <div className={css.acts}>
            <Button onClick={() => void downloadIntake(one.id)}>{t('intake.export')}</Button>
          </div>
        </>
      )}
    </Sheet>
  )
}
