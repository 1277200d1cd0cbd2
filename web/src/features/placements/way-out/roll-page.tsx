import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { DateField, SelectField, TextArea } from '../../../ui/inputs.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useRoll, useUnmaskRoll, type Roll } from './desk-queries.ts'
import css from './way-out.module.css'

/** Who is where, to be read on the screen and carried on paper when the net is down. */
export default function RollPage() {
  const { t } = useTranslation('wayout')
  const [day, setDay] = useState('')
  const [town, setTown] = useState('')
  const filter = { ...(day ? { day } : {}), ...(town ? { town } : {}) }
  const query = useRoll(filter)
  const unmask = useUnmaskRoll()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const change = (deed: () => void) => {
    deed()
    unmask.reset()
  }
  return (
    <Page title={t('roll.title')} lead={<span className={css.hide}>{t('roll.lead')}</span>}>
      <Loaded query={query}>
        {(masked) => {
          const roll = unmask.data ?? masked
          return (
            <>
              <div className={css.tools}>
                <DateField label={t('roll.day')} value={day || masked.day} onChange={(value) => change(() => setDay(value))} tool />
                <SelectField label={t('roll.town')} none={t('roll.allTowns')} value={town} onChange={(value) => change(() => setTown(value))} options={masked.towns.map((one) => ({ value: one.town, label: `${one.town || '—'}（${one.count}）` }))} tool />
                {masked.can.unmask && masked.total > 0 && !unmask.data && <Button onClick={() => setAsking(true)}>{t('roll.unmask')}</Button>}
                {masked.total > 0 && <Button icon="print" onClick={() => window.print()}>{t('roll.print')}</Button>}
              </div>
              {roll.total === 0 ? <Empty>{t('roll.empty')}</Empty> : <Sheets roll={roll} />}
              <Dialog
                open={asking}
                onClose={() => setAsking(false)}
                title={t('roll.unmaskTitle', { count: masked.total })}
                note={t('roll.unmaskNote')}
                verb={t('roll.unmask')}
                busy={unmask.isPending}
                because={reason.trim().length < 5 && t('roll.reason')}
                error={unmask.error}
                onDo={() => unmask.mutate({ ...filter, reason }, { onSuccess: () => setAsking(false) })}
              >
                <TextArea label={t('roll.reason')} value={reason} onChange={setReason} rows={2} most={200} />
              </Dialog>
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

const bare = (phone: string | null) => phone?.replace(/^\+86/, '') ?? '—'

function Sheets({ roll }: { roll: Roll }) {
  const { t } = useTranslation('wayout')
  const format = useFormat()
  return (
    <Sheet title={`${format.day(roll.day)}　${t('roll.total', { count: roll.total })}`} aside={t('roll.asOf', { at: format.stamp(roll.asOf) })}>
      {roll.units.map((unit) => (
        <section key={unit.town + unit.organisationId} className={css.unit}>
          <h3>
            {unit.town} · {unit.unitName} <small className={css.note}>{unit.address}　{t('roll.total', { count: unit.people.length })}</small>
          </h3>
          <table className={css.roll}>
            <thead>
              <tr>{(['student', 'phone', 'guardian', 'guardianPhone', 'supervisor', 'mentor', 'lodging'] as const).map((key) => <th key={key} scope="col">{t(`roll.columns.${key}`)}</th>)}</tr>
            </thead>
            <tbody>
              {unit.people.map((person) => (
                <tr key={person.placementId}>
                  <td data-label={t('roll.columns.student')}>
                    {person.studentName}
                    {person.minor && `（${t('roll.minor')}）`}
                    {person.state === 'suspended' && `（${t('roll.suspended')}）`}
                    <br />
                    <small>{person.cohortName}</small>
                  </td>
                  <td className="nw" data-label={t('roll.columns.phone')}>{bare(person.phone)}</td>
                  <td data-label={t('roll.columns.guardian')}>{person.guardianName ?? '—'}</td>
                  <td className="nw" data-label={t('roll.columns.guardianPhone')}>{bare(person.guardianPhone)}</td>
                  <td data-label={t('roll.columns.supervisor')}>{person.supervisorName ?? '—'}<br />{bare(person.supervisorPhone)}</td>
                  <td data-label={t('roll.columns.mentor')}>{person.mentorName ?? '—'}<br />{bare(person.mentorPhone)}</td>
                  <td data-label={t('roll.columns.lodging')}>{person.lodging ? t(`roll.lodgings.${person.lodging as 'home'}`) : '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Sheet>
  )
}
