import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { answerCodes, leaveCodes } from '@silian/server/contract/training/places'
import { useFormat } from '../../../kernel/format.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { SelectField, TextArea } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAnswerOffer, useMoveMyPlace, useMyPlace, useRetention, type MyPlace } from './queries.ts'
import css from './classes.module.css'

/** One place in a class: confirm it, sign for it, leave it; answer the offer; a year later, say whether one stayed. */
export default function PlacePage() {
  const { t } = useTranslation('training')
  const { placeId = '' } = useParams()
  const query = useMyPlace(placeId)
  return (
    <PhonePage title={t('my.place.title')} back="/my/classes" help="/my/help" narrow>
      <Loaded query={query}>{(place) => <Place place={place} />}</Loaded>
    </PhonePage>
  )
}

function Place({ place }: { place: MyPlace }) {
  const { t } = useTranslation('training')
  const { fullDay, number } = useFormat()
  return (
    <>
      {place.retentions.filter((row) => row.can.answer).map((row) => (
        <Retention key={row.id} place={place} row={row} />
      ))}
      {place.can.answer && <Offer place={place} />}
      {(place.state === 'admitted' || place.state === 'confirmed') && <Confirm place={place} />}
      <article className={css.card}>
        <h2>{place.title}</h2>
        <p className={css.by}>{t(`placeStates.${place.state}`)}</p>
        <dl className={css.facts}>
          {([
            [t('columns.firm'), place.organisationName],
            [t('record.post'), place.classPost],
            [t('record.days'), `${fullDay(place.startsOn)} — ${fullDay(place.endsOn)}`],
            [t('record.pay'), t('record.payOf', { pay: number(place.payFloor) })],
            [t('record.costs'), place.costs],
            [t('record.quitting'), place.quitting],
          ] as const).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {place.finalMark !== null && <p>{t('my.place.final', { mark: number(place.finalMark, 1) })}</p>}
        {place.offer?.answer === 'accepted' && <p>{t('my.place.accepted')}</p>}
      </article>
      {place.terms.length > 0 && (
        <>
          <PhoneHeading>{t('my.place.terms')}</PhoneHeading>
          <ul className={css.card}>
            {place.terms.map((term) => (
              <li key={term.number}>
                {t('term.title', { number: term.number })}　{t('my.place.marks', { school: term.schoolMark ?? t('my.place.none'), firm: term.firmMark ?? t('my.place.none') })}
              </li>
            ))}
          </ul>
        </>
      )}
      {place.retentions.filter((row) => !row.can.answer).map((row) => (
        <p key={row.id} className={css.by}>
          {t(row.months === 6 ? 'my.place.retention.six' : 'my.place.retention.twelve')}：{row.stays === null ? t('my.place.retention.later', { day: fullDay(row.dueOn) }) : t(row.stays ? 'my.place.retention.wasStays' : 'my.place.retention.wasGone')}
        </p>
      ))}
      {place.can.leave && <Leave place={place} />}
    </>
  )
}

function Confirm({ place }: { place: MyPlace }) {
  const { t } = useTranslation('training')
  const format = useFormat()
  const toast = useToast()
  const move = useMoveMyPlace(place.id)
  const unsigned = place.paper?.parties.filter(({ signedOn }) => signedOn === null) ?? []
  const mine = unsigned.some(({ role }) => role === 'student')
  const act = (action: 'confirm' | 'release') => move.mutate({ action, version: place.version }, { onSuccess: ({ state }) => toast(t(action === 'release' ? 'my.place.released' : state === 'confirmed' ? 'my.place.confirmedPaper' : 'my.place.confirmed')) })
  return (
    <article className={css.card}>
      {place.state === 'admitted' && <p className={css.ask}>{t('my.place.confirmBy', { when: format.deadline(place.confirmUntil) })}</p>}
      {place.paperKind && <p className={css.by}>{t(`my.place.papers.${place.paperKind}`)}</p>}
      {place.state === 'confirmed' && unsigned.length > 0 && <p>{t('my.place.waitingFor', { names: unsigned.map(({ name }) => name).join('、') })}</p>}
      {move.isError && <Refused error={move.error} />}
      <div className={css.deeds}>
        {place.can.confirm && (
          <Button kind="primary" size="big" busy={move.isPending} onClick={() => act('confirm')}>
            {place.paperKind ? t(`my.place.confirmPaper.${place.paperKind}`) : t('my.place.confirm')}
          </Button>
        )}
        {place.state === 'confirmed' && mine && (
          <LinkButton kind="primary" size="big" href={`/my/agreements/${place.paper!.id}`}>
            {t('my.place.sign')}
          </LinkButton>
        )}
        {place.can.release && (
          <Button size="big" busy={move.isPending} onClick={() => act('release')}>
            {t('my.place.release')}
          </Button>
        )}
      </div>
    </article>
  )
}

type Reasoned = { onSend: (code: string, reason: string) => void; onClose: () => void; verb: string; busy: boolean; error: unknown; group: 'answerCodes' | 'leaveCodes'; note?: string }
/** Why, in one choice and, where it is another reason, a sentence. */
function Why({ onSend, onClose, verb, busy, error, group, note }: Reasoned) {
  const { t } = useTranslation(['training', 'ui'])
  const [code, setCode] = useState('')
  const [reason, setReason] = useState('')
  const options = group === 'answerCodes' ? answerCodes.map((value) => ({ value, label: t(`answerCodes.${value}`) })) : leaveCodes.filter((value) => value !== 'moved').map((value) => ({ value, label: t(`leaveCodes.${value}`) }))
  return (
    <div className={css.form}>
      {note && <p className={css.by}>{note}</p>}
      <SelectField label={t('my.place.reason')} value={code} options={options} onChange={setCode} />
      <TextArea label={t('my.place.other')} optional={code !== 'other'} rows={2} most={500} value={reason} onChange={setReason} />
      {error ? <Refused error={error} /> : null}
      <Button kind="risk" size="big" busy={busy} because={(code === '' || (code === 'other' && !reason.trim())) && t('form.faults.missing')} onClick={() => onSend(code, reason)}>
        {verb}
      </Button>
      <Button size="big" onClick={onClose}>
        {t('ui:back')}
      </Button>
    </div>
  )
}

function Offer({ place }: { place: MyPlace }) {
  const { t } = useTranslation('training')
  const format = useFormat()
  const toast = useToast()
  const answer = useAnswerOffer(place.id)
  const [no, setNo] = useState(false)
  const offer = place.offer!
  const send = (given: 'accepted' | 'declined', code?: string, reason?: string) => answer.mutate({ answer: given, version: place.version, ...(code ? { code: code as 'pay' } : {}), ...(reason?.trim() ? { reason } : {}) }, { onSuccess: () => toast(t(given === 'accepted' ? 'my.place.accepted' : 'my.place.declined')) })
  return (
    <article className={css.card}>
      <h2>{t('my.place.offer')}</h2>
      <p className={css.ask}>{t('my.place.offerBy', { when: format.deadline(offer.replyUntil) })}</p>
      <p className={css.by}>
        {place.organisationName} · {offer.postTitle} · {t('my.place.offerPay', { pay: format.number(offer.pay) })}
      </p>
      <p className={css.by}>
        {t('my.place.offerStart', { day: format.fullDay(offer.startsOn) })}
        {offer.place && ` · ${offer.place}`}
      </p>
      {no ? (
        <Why group="answerCodes" verb={t('my.place.decline')} busy={answer.isPending} error={answer.error} onSend={(code, reason) => send('declined', code, reason)} onClose={() => setNo(false)} />
      ) : (
        <div className={css.deeds}>
          {answer.isError && <Refused error={answer.error} />}
          <Button kind="primary" size="big" busy={answer.isPending} onClick={() => send('accepted')}>
            {t('my.place.accept')}
          </Button>
          <Button size="big" onClick={() => setNo(true)}>
            {t('my.place.decline')}
          </Button>
        </div>
      )}
    </article>
  )
}

function Retention({ place, row }: { place: MyPlace; row: MyPlace['retentions'][number] }) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const confirm = useRetention()
  const [gone, setGone] = useState(false)
  const send = (stays: boolean, code?: string, note?: string) => confirm.mutate({ id: row.id, stays, ...(code ? { code: code as 'pay' } : {}), ...(note?.trim() ? { note } : {}) }, { onSuccess: () => toast(t('my.place.retention.thanks')) })
  return (
    <article className={css.card}>
      <h2>{t('my.place.retention.title', { firm: place.organisationName })}</h2>
      <p className={css.by}>{t(row.months === 6 ? 'my.place.retention.six' : 'my.place.retention.twelve')}</p>
      <p className={css.by}>{t('my.place.retention.private')}</p>
      {gone ? (
        <Why group="answerCodes" verb={t('my.place.retention.gone')} busy={confirm.isPending} error={confirm.error} onSend={(code, note) => send(false, code, note)} onClose={() => setGone(false)} />
      ) : (
        <div className={css.deeds}>
          {confirm.isError && <Refused error={confirm.error} />}
          <Button kind="primary" size="big" busy={confirm.isPending} onClick={() => send(true)}>
            {t('my.place.retention.stays')}
          </Button>
          <Button size="big" onClick={() => setGone(true)}>
            {t('my.place.retention.gone')}
          </Button>
        </div>
      )}
    </article>
  )
}

function Leave({ place }: { place: MyPlace }) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const move = useMoveMyPlace(place.id)
  const [open, setOpen] = useState(false)
  if (!open) return <Button size="big" kind="text" onClick={() => setOpen(true)}>{t('my.place.leave')}</Button>
  return (
    <article className={css.card}>
      <h2>{t('my.place.leaveTitle', { title: place.title })}</h2>
      <Why group="leaveCodes" note={t('my.place.leaveNote')} verb={t('my.place.leave')} busy={move.isPending} error={move.error} onSend={(code, note) => move.mutate({ action: 'leave', code: code as 'health', ...(note.trim() ? { note } : {}), version: place.version }, { onSuccess: () => toast(t('my.place.left')) })} onClose={() => setOpen(false)} />
    </article>
  )
}
