import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from './desk.module.css'
import { FindingList } from './finding-list.tsx'
import { useNoteRota, useRota, type Rota } from './queries.ts'
import { RotaDrawer } from './rota-drawer.tsx'
import { mondayOf, plusDays } from '../student/week.ts'

/** A week of shifts: planned, and as it came. */
export function RotaTab({ placementId }: { placementId: string }) {
  const { t } = useTranslation('during')
  const { range } = useFormat()
  const [search, setSearch] = useSearchParams()
  const week = search.get('week') ?? mondayOf(useNow())
  const rota = useRota(placementId, week)
  const go = (days: number) =>
    setSearch((before) => {
      before.set('week', plusDays(week, days))
      return before
    })
  return (
    <Sheet
      title={t('rota.title')}
      aside={
        <span className={css.week}>
          <Button icon="left" onClick={() => go(-7)}>{t('rota.previous')}</Button>
          <b>{range(week, plusDays(week, 6))}</b>
          <Button icon="right" onClick={() => go(7)}>{t('rota.next')}</Button>
        </span>
      }
    >
      <p className="small mut">{t('rota.lead')}</p>
      <Loaded query={rota} rows={7}>{(data) => <Week rota={data} placementId={placementId} />}</Loaded>
    </Sheet>
  )
}

function Week({ rota, placementId }: { rota: Rota; placementId: string }) {
  const { t } = useTranslation('during')
  const { day, weekday, stamp } = useFormat()
  const [open, setOpen] = useState<'planned' | 'actual' | 'note' | null>(null)
  const shiftsOf = (kind: 'planned' | 'actual', one: string) => rota[kind].filter((shift) => shift.day === one)
  const text = (shifts: Rota['planned']) =>
    shifts.map(({ id, from, until, breakMinutes, filingNumber, reason }) => (
      <div key={id}>
        {t('rota.shift', { from, until })}
        {breakMinutes > 0 && <small className={css.told}>{t('rota.breakOf', { minutes: breakMinutes })}</small>}
        {filingNumber && <small className={css.told}>{t('rota.filedAs', { number: filingNumber })}</small>}
        {reason && <small className={`${css.told} ${css.warn}`}>{reason}</small>}
      </div>
    ))
  return (
    <div className={css.group}>
      <div className={css.scroll}>
        <table className={css.rota}>
          <thead>
            <tr>
              <th scope="col">{t('visits.columns.day')}</th>
              <th scope="col">
                {t('rota.planned')}　{t('rota.sum', { hours: rota.hours.planned })}
              </th>
              <th scope="col">
                {t('rota.actual')}　{t('rota.sum', { hours: rota.hours.actual })}
              </th>
            </tr>
          </thead>
          <tbody>
            {rota.days.map((one) => {
              const planned = shiftsOf('planned', one.day)
              return (
                <tr key={one.day}>
                  <th scope="row" className={one.works ? undefined : css.rest}>
                    {day(one.day)} {weekday(one.day)}
                    {!one.works && <small className={css.told}>{t('rota.rest')}</small>}
                  </th>
                  <td>{planned.length > 0 ? text(planned) : <span className={css.rest}>—</span>}</td>
                  <td>{text(shiftsOf('actual', one.day))}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {rota.days.some(({ announced }) => !announced) && <p className="small mut">{t('rota.unknown')}</p>}
      {rota.findings.length > 0 && <FindingList findings={rota.findings} group="during" />}
      {rota.notedAt && <p className="small">{t('rota.noted', { when: stamp(rota.notedAt) })}</p>}
      <div className={css.deeds}>
        {rota.can.plan && <Button kind="primary" onClick={() => setOpen('planned')}>{t('rota.edit')}</Button>}
        {rota.can.report && <Button onClick={() => setOpen('actual')}>{t('rota.report')}</Button>}
        {rota.can.note && <Button onClick={() => setOpen('note')}>{t('rota.note')}</Button>}
      </div>
      {(open === 'planned' || open === 'actual') && <RotaDrawer rota={rota} kind={open} placementId={placementId} onClose={() => setOpen(null)} />}
      {open === 'note' && <Note placementId={placementId} week={rota.week} onClose={() => setOpen(null)} />}
    </div>
  )
}

function Note({ placementId, week, onClose }: { placementId: string; week: string; onClose: () => void }) {
  const { t } = useTranslation('during')
  const toast = useToast()
  const note = useNoteRota(placementId, week)
  const [remark, setRemark] = useState('')
  const onDo = () =>
    note.mutate(remark, {
      onSuccess: () => {
        toast(t('rota.noteDone'))
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={t('rota.noteTitle')} verb={t('rota.note')} onDo={onDo} busy={note.isPending} because={remark.trim().length < 5 ? t('rota.noteHint') : null} error={note.error}>
      <TextArea label={t('rota.noteTitle')} hint={t('rota.noteHint')} value={remark} most={500} onChange={setRemark} />
    </Dialog>
  )
}
