import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { AnchorButton, Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useMoveMyChange, useMoveMyReport, useWayOut, type WayOut } from './queries.ts'
import css from './way-out.module.css'

/** Whom to call, and every way out: to the school, out of the placement, past both. */
export default function WayOutPage() {
  const { t } = useTranslation('wayout')
  const query = useWayOut()
  return (
    <PhonePage title={t('title')} back="/my/internship">
      <p className={css.danger}>{t('home.danger')}</p>
      <Loaded query={query}>{(data) => <WayOutHome data={data} />}</Loaded>
    </PhonePage>
  )
}

function WayOutHome({ data: { places, contacts, reports, changes, unread } }: { data: WayOut }) {
  const { t } = useTranslation('wayout')
  const [place] = places
  const way = (to: string, title: string, note: string, fresh = false) => (
    <li>
      <Link href={to} className={css.way}>
        <span>
          <b>{title}</b>
          <small>{note}</small>
        </span>
        {fresh ? <span className={css.new}>{t('home.unread')}</span> : <Icon name="right" size={20} />}
      </Link>
    </li>
  )
  return (
    <>
      <p className={css.at}>{place ? t('home.at', { unit: place.unitName, title: place.title }) : t('home.none')}</p>
      <ul className={css.ways}>
        {place && way('/my/way-out/report', t('home.report'), t('home.reportNote'))}
        {place?.live && way('/my/way-out/change', t('home.change'), t('home.changeNote'))}
        {way('/my/way-out/complaint', t('home.complain'), t('home.complainNote'), unread > 0)}
        {place && way('/incidents/new', t('home.incident'), t('home.incidentNote'))}
        {place && way('/my/assessment', t('home.assessment'), t('home.assessmentNote'))}
      </ul>
      <PhoneHeading>{t('home.contacts')}</PhoneHeading>
      <ul className={css.ways}>
        {contacts.map(({ role, name, phone }) => (
          <li key={role} className={`${css.card} ${css.contact}`}>
            <span>
              <b>{name}</b>
              <small className={css.note}>　{t(`home.roles.${role}`)}</small>
            </span>
            {phone && (
              <AnchorButton size="form" icon="phone" href={`tel:${phone}`}>
                {t('home.call')}
              </AnchorButton>
            )}
          </li>
        ))}
      </ul>
      {(reports.length > 0 || changes.length > 0) && <PhoneHeading>{t('home.mine')}</PhoneHeading>}
      <div className={css.ways}>
        {changes.map((change) => (
          <MyChange key={change.id} change={change} />
        ))}
        {reports.map((report) => (
          <MyReport key={report.id} report={report} />
        ))}
      </div>
    </>
  )
}

function MyReport({ report }: { report: WayOut['reports'][number] }) {
  const { t } = useTranslation('wayout')
  const { stamp, deadline } = useFormat()
  const toast = useToast()
  const move = useMoveMyReport()
  return (
    <article className={css.card}>
      <p className={css.note}>
        {t(`report.topics.${report.topic}`)} · {stamp(report.createdAt)} · {t(`report.states.${report.state}`)}
        {report.dueAt && ` · ${t('change.until', { due: deadline(report.dueAt) })}`}
      </p>
      <p>{report.text}</p>
      {report.answer && <p className={css.answer}>{report.answer}</p>}
      {report.can.solve && (
        <span className={css.deeds}>
          <Button kind="primary" size="form" busy={move.isPending} onClick={() => move.mutate({ reportId: report.id, action: 'solve' }, { onSuccess: () => toast(t('report.didSolve')) })}>
            {t('report.solved')}
          </Button>
          <Button size="form" busy={move.isPending} onClick={() => move.mutate({ reportId: report.id, action: 'reopen' }, { onSuccess: () => toast(t('report.didReopen')) })}>
            {t('report.unsolved')}
          </Button>
        </span>
      )}
      {move.isError && <Refused error={move.error} />}
    </article>
  )
}

function MyChange({ change }: { change: WayOut['changes'][number] }) {
  const { t } = useTranslation('wayout')
  const { stamp, deadline, day } = useFormat()
  const toast = useToast()
  const move = useMoveMyChange()
  const [sure, setSure] = useState(false)
  return (
    <article className={css.card}>
      <p className={css.note}>
        {t(`change.kinds.${change.kind}`)}
        {change.safety && `（${t('change.safetyMark')}）`} · {stamp(change.createdAt)} · {change.can.insist ? t('home.overdue') : t(`change.states.${change.state}`)}
      </p>
      <p>{change.reason}</p>
      {change.dueAt && !change.can.insist && <p className={css.note}>{t('change.until', { due: deadline(change.dueAt) })}</p>}
      {change.endedOn && <p className={css.note}>{t('change.lastDay', { day: day(change.endedOn) })}</p>}
      {change.answer && <p className={css.answer}>{change.answer}</p>}
      <span className={css.deeds}>
        {change.can.insist && (
          <Button kind="risk" size="form" onClick={() => setSure(true)}>
            {t('change.insist')}
          </Button>
        )}
        {change.can.withdraw && (
          <Button size="form" busy={move.isPending} onClick={() => move.mutate({ changeId: change.id, action: 'withdraw' }, { onSuccess: () => toast(t('change.withdrawn')) })}>
            {t('change.withdraw')}
          </Button>
        )}
      </span>
      {move.isError && !sure && <Refused error={move.error} />}
      <Dialog
        open={sure}
        onClose={() => setSure(false)}
        title={t('change.insistTitle')}
        note={t('change.insistNote')}
        verb={t('change.insist')}
        kind="risk"
        busy={move.isPending}
        error={move.error}
        onDo={() =>
          move.mutate({ changeId: change.id, action: 'insist' }, {
            onSuccess: () => {
              setSure(false)
              toast(t('change.insisted'))
            },
          })
        }
      />
    </article>
  )
}
