import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leaveCodes } from '@silian/server/contract/training/places'
import { useFormat } from '../../kernel/format.ts'
import { useNow } from '../../kernel/now.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, Drawer } from '../../ui/dialog.tsx'
import { DateField, MomentField, NumberField, SelectField, TextArea, TextField } from '../../ui/inputs.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { chinaDay, eveningIn } from './days.ts'
import { downloadRoll, placeMoods, useMarkPlace, useMovePlace, useOffer, usePlaces, useReplace, useWaiting, type ClassView, type PlaceRow } from './queries.ts'
import css from './training.module.css'

type Deed = { place: PlaceRow; what: 'leave' | 'release' | 'mark' | 'offer' | 'replace' }

/** Everybody who ever had a place, with what each may still be done for. */
export function RollSheet({ one }: { one: ClassView }) {
  const { t } = useTranslation('training')
  const places = usePlaces(one.id)
  const [deed, setDeed] = useState<Deed | null>(null)
  const close = () => setDeed(null)
  return (
    <Sheet
      title={t('record.roll')}
      flush
      aside={
        <Button kind="text" size="cell" onClick={() => void downloadRoll(one.id)}>
          {t('roll.export')}
        </Button>
      }
    >
      <Loaded query={places} rows={4} empty={({ rows }) => rows.length === 0 && <p className="dim">{t('roll.none')}</p>}>
        {({ rows }) => <RollTable one={one} rows={rows} onDeed={setDeed} />}
      </Loaded>
      {deed?.what === 'leave' || deed?.what === 'release' ? <LeaveDialog deed={deed} onClose={close} /> : null}
      {deed?.what === 'mark' && <MarkDialog one={one} place={deed.place} onClose={close} />}
      {deed?.what === 'offer' && <OfferDrawer one={one} place={deed.place} onClose={close} />}
      {deed?.what === 'replace' && <ReplaceDialog one={one} place={deed.place} onClose={close} />}
    </Sheet>
  )
}

function RollTable({ one, rows, onDeed }: { one: ClassView; rows: readonly PlaceRow[]; onDeed: (deed: Deed) => void }) {
  const { t } = useTranslation('training')
  const { number } = useFormat()
  const graded = ['running', 'assessed', 'closed'].includes(one.state)
  const followed = ['assessed', 'closed'].includes(one.state)
  const verbs = (place: PlaceRow): Deed['what'][] => [...(place.can.mark ? (['mark'] as const) : []), ...(place.can.offer ? (['offer'] as const) : []), ...(place.can.leave && one.side === 'school' ? (['leave'] as const) : []), ...(place.can.release ? (['release'] as const) : []), ...(place.replaceable && one.side === 'school' ? (['replace'] as const) : [])]
  const word = { leave: t('roll.leave'), release: t('roll.release'), mark: t('roll.final'), offer: t('roll.offer'), replace: t('roll.replace') }
  return (
    <div className={css.wide}>
      <table className={`${css.table} ${css.flush}`}>
        <thead>
          <tr>
            <th scope="col">{t('roll.columns.name')}</th>
            <th scope="col">{t('roll.columns.state')}</th>
            {graded && <th scope="col">{t('roll.columns.finalMark')}</th>}
            {followed && <th scope="col">{t('roll.offerCell')}</th>}
            {followed && <th scope="col">{t('roll.retentionCell')}</th>}
            <th scope="col">
              <span className="sr">{t('roll.title')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((place) => (
            <tr key={place.id}>
              <td>
                {place.name}
                <small className={css.small}>
                  {place.studentNumber} · {place.cohortName}
                  {place.replacesName && ` · ${t('roll.replaces', { name: place.replacesName })}`}
                </small>
              </td>
              <td>
                <StateMark mood={placeMoods[place.state]}>{t(`placeStates.${place.state}`)}</StateMark>
                {place.leaveCode && <small className={css.small}>{t(`leaveCodes.${place.leaveCode as 'health'}`)}</small>}
                {place.paper && place.state === 'confirmed' && <small className={css.small}>{place.paper.parties.filter(({ signedOn }) => !signedOn).map(({ name }) => name).join('、')}</small>}
              </td>
              {graded && <td className="nw">{place.finalMark === null ? [place.schoolMark, place.firmMark].map((mark) => (mark === null ? '—' : number(mark, 1))).join(' / ') : number(place.finalMark, 1)}</td>}
              {followed && <td><OfferCell place={place} /></td>}
              {followed && <td><RetentionCell place={place} /></td>}
              <td>
                <span className={css.verbs}>
                {verbs(place).map((what) => (
                  <Button key={what} kind="text" size="cell" onClick={() => onDeed({ place, what })}>
                    {word[what]}
                  </Button>
                ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OfferCell({ place }: { place: PlaceRow }) {
  const { t } = useTranslation('training')
  const { number } = useFormat()
  if (!place.offer) return <>—</>
  return (
    <>
      <span className="nw">{number(place.offer.pay)}</span>
      <small className={css.small}>
        {place.offer.answer ? t(`roll.answers.${place.offer.answer}`) : t('roll.noAnswer')}
        {place.offer.reasonCode && ` · ${t(`answerCodes.${place.offer.reasonCode as 'pay'}`)}`}
      </small>
    </>
  )
}

function RetentionCell({ place }: { place: PlaceRow }) {
  const { t } = useTranslation('training')
  const { fullDay } = useFormat()
  const now = useNow()
  if (place.retentions.length === 0) return <>—</>
  return (
    <>
      {place.retentions.map((row) => (
        <small key={row.months} className={css.small}>
          {t(row.months === 6 ? 'columns.retention6' : 'columns.retention12')} {row.stays === null ? (row.dueOn > chinaDay(now) ? t('roll.notDue', { day: fullDay(row.dueOn) }) : t('roll.noAnswer')) : t(row.stays ? 'roll.stays' : 'roll.gone')}
        </small>
      ))}
    </>
  )
}

function LeaveDialog({ deed, onClose }: { deed: Deed; onClose: () => void }) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const move = useMovePlace()
  const [code, setCode] = useState('')
  const [note, setNote] = useState('')
  const { place, what } = deed
  const leaving = what === 'leave'
  const onDo = () => move.mutate({ id: place.id, action: leaving ? 'leave' : 'release', ...(leaving ? { code: code as 'health' } : {}), ...(note.trim() ? { note } : {}), version: place.version }, { onSuccess: () => (toast(t(leaving ? 'roll.left' : 'roll.released')), onClose()) })
  return (
    <Dialog open onClose={onClose} title={leaving ? t('roll.leaveTitle', { name: place.name }) : `${t('roll.release')}：${place.name}`} verb={t(leaving ? 'roll.leave' : 'roll.release')} kind="risk" onDo={onDo} busy={move.isPending} error={move.error} because={leaving && code === '' && t('form.faults.missing')}>
      {leaving && <SelectField label={t('roll.leaveCode')} value={code} options={leaveCodes.map((value) => ({ value, label: t(`leaveCodes.${value}`) }))} onChange={setCode} />}
      <TextArea label={t('roll.leaveNote')} optional={code !== 'other'} rows={2} most={500} value={note} onChange={setNote} />
    </Dialog>
  )
}

function MarkDialog({ one, place, onClose }: { one: ClassView; place: PlaceRow; onClose: () => void }) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const save = useMarkPlace()
  const [mark, setMark] = useState<number | null>(one.side === 'firm' ? place.firmMark : place.schoolMark)
  const [note, setNote] = useState('')
  const onDo = () => save.mutate({ id: place.id, mark: mark!, note, version: place.version }, { onSuccess: () => (toast(t('roll.marked')), onClose()) })
  return (
    <Dialog open onClose={onClose} title={t('roll.finalTitle', { name: place.name })} verb={t('roll.final')} onDo={onDo} busy={save.isPending} error={save.error} because={(mark === null || mark < 0 || mark > 100) && t('applicants.hint')}>
      <NumberField short label={t('roll.mark')} digits={1} value={mark} onChange={setMark} />
      <TextArea label={t('roll.finalNote')} optional rows={2} most={500} value={note} onChange={setNote} />
    </Dialog>
  )
}

function OfferDrawer({ one, place, onClose }: { one: ClassView; place: PlaceRow; onClose: () => void }) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const now = useNow()
  const offer = useOffer()
  const [postTitle, setPostTitle] = useState(one.postTitle)
  const [pay, setPay] = useState<number | null>(one.payFloor)
  const [workplace, setWorkplace] = useState('')
  const [startsOn, setStartsOn] = useState('')
  const [replyUntil, setReplyUntil] = useState<string | null>(eveningIn(now, 14))
  const low = pay === null || pay < one.payFloor
  const onDo = () => offer.mutate({ id: place.id, postTitle, pay: pay!, place: workplace, startsOn, replyUntil: replyUntil!, version: place.version }, { onSuccess: () => (toast(t('roll.offered')), onClose()) })
  return (
    <Drawer open onClose={onClose} title={t('roll.offerTitle', { name: place.name })} verb={t('roll.offer')} onDo={onDo} busy={offer.isPending} error={offer.error} because={low ? t('roll.offerFloor', { pay: one.payFloor }) : (!startsOn || !replyUntil || postTitle.trim().length < 2) && t('form.faults.missing')}>
      <TextField label={t('record.post')} value={postTitle} maxLength={60} onChange={setPostTitle} />
      <NumberField short label={t('roll.columns.offerPay')} unit={t('form.perMonth')} hint={t('roll.offerFloor', { pay: one.payFloor })} value={pay} onChange={setPay} />
      <TextField label={t('roll.place')} optional value={workplace} maxLength={100} onChange={setWorkplace} />
      <DateField short label={t('term.startsOn')} min={chinaDay(now)} value={startsOn} onChange={setStartsOn} />
      <MomentField label={t('roll.replyUntil')} value={replyUntil} onChange={setReplyUntil} />
    </Drawer>
  )
}

function ReplaceDialog({ one, place, onClose }: { one: ClassView; place: PlaceRow; onClose: () => void }) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const waiting = useWaiting(one.id)
  const replace = useReplace()
  const next = waiting.data?.rows[0]
  const onDo = () => next && replace.mutate({ id: one.id, studentId: next.studentId, replacesId: place.id }, { onSuccess: () => (toast(t('roll.replaced', { name: next.name })), onClose()) })
  return (
    <Dialog open onClose={onClose} title={t('roll.replaceTitle')} note={t('roll.replaceLead')} verb={next && t('roll.replaceDo', { name: next.name })} onDo={onDo} busy={replace.isPending} error={replace.error}>
      <Loaded query={waiting} rows={2} empty={({ rows }) => rows.length === 0 && <p className="dim">{t('roll.noWaiting')}</p>}>
        {({ rows }) => (
          <ol className={css.list}>
            {rows.slice(0, 10).map((row, at) => (
              <li key={row.studentId} className={css.top}>
                <b>
                  {at + 1}. {row.name}
                </b>
                <span className="dim">{row.cohortName}</span>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Dialog>
  )
}
