import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, TwoColumns } from '../../../ui/page.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { Claims } from './claims.tsx'
import { useCloseIncident, useIncident, type IncidentView } from './desk-queries.ts'
import { MeasureDialog, NoticeDialog } from './incident-dialogs.tsx'
import { incidentMoods } from './moods.ts'
import css from './way-out.module.css'

export default function IncidentPage() {
  const { incidentId = '' } = useParams()
  const query = useIncident(incidentId)
  return <Loaded query={query}>{(incident) => <Record incident={incident} />}</Loaded>
}

function Record({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation('wayout')
  const { stamp, deadline, day } = useFormat()
  const toast = useToast()
  const close = useCloseIncident(incident.id)
  const [open, setOpen] = useState<'tell' | 'measure' | 'close' | null>(null)
  const [conclusion, setConclusion] = useState('')
  const shut = () => setOpen(null)
  const { placement } = incident
  return (
    <Page
      title={`${placement.studentName} · ${t(`incident.kinds.${incident.kind}`)}`}
      crumbs={[{ label: t('incident.title'), href: '/incidents' }, { label: incident.number }]}
      actions={
        <>
          {incident.can.tell && <Button kind={incident.owed.length > 0 ? 'primary' : 'plain'} onClick={() => setOpen('tell')}>{t('incident.tell')}</Button>}
          {incident.can.measure && <Button onClick={() => setOpen('measure')}>{t('incident.addMeasure')}</Button>}
          {incident.can.close && <Button onClick={() => setOpen('close')}>{t('incident.close')}</Button>}
        </>
      }
    >
      <TwoColumns
        aside={
          <Sheet title={t('incident.notices')} aside={incident.state === 'open' ? deadline(incident.dueAt) : incident.late ? t('incident.late') : undefined}>
            <p className={css.note}>{incident.owed.length > 0 ? t('incident.owed', { list: incident.owed.map((whom) => t(`incident.whoms.${whom}`)).join('、') }) : t('incident.allTold')}</p>
            <Timeline events={incident.notices.map(({ id, toldAt, whom, name, channel }) => ({ key: id, at: toldAt, text: `${t(`incident.whoms.${whom}`)} ${name}`, note: t(`incident.channels.${channel}`) }))} label={t('incident.notices')} />
          </Sheet>
        }
      >
        <Sheet title={t('incident.record')}>
          <Facts
            facts={[
              [t('incident.columns.state'), <StateMark key="state" mood={incidentMoods[incident.state]}>{t(`incident.states.${incident.state}`)}</StateMark>],
              [t('incident.severity'), t(`incident.severities.${incident.severity}`)],
              [t('incident.happenedAt'), stamp(incident.happenedAt)],
              [t('incident.place'), incident.place],
              [t('incident.columns.unit'), placement.unitName],
              [t('incident.columns.number'), <Link key="placement" href={`/placements/${placement.id}`}>{placement.number}</Link>],
              [t('incident.text'), <span key="text" className={css.mine}>{incident.text}</span>],
              [t('incident.conclusion'), incident.conclusion],
            ]}
          />
        </Sheet>
        <Sheet title={t('incident.measures')}>
          {incident.measures.length === 0 && <p className={css.note}>{t('incident.nobody')}</p>}
          <ul className={css.list}>
            {incident.measures.map(({ id, text, doneOn, by }) => (
              <li key={id} className={css.answer}>
                <small className={css.note}>
                  {day(doneOn)} {by}
                </small>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </Sheet>
        <Claims incident={incident} />
      </TwoColumns>
      {open === 'tell' && <NoticeDialog incident={incident} onClose={shut} />}
      {open === 'measure' && <MeasureDialog incident={incident} onClose={shut} />}
      <Dialog
        open={open === 'close'}
        onClose={shut}
        title={t('incident.close')}
        verb={t('incident.close')}
        busy={close.isPending}
        because={conclusion.trim().length < 5 && t('incident.conclusion')}
        error={close.error}
        onDo={() =>
          close.mutate(conclusion, {
            onSuccess: () => {
              shut()
              toast(t('incident.closed'))
            },
          })
        }
      >
        <TextArea label={t('incident.conclusion')} value={conclusion} onChange={setConclusion} rows={4} most={2000} />
      </Dialog>
    </Page>
  )
}
