import type { LetterView } from '@silian/server/contract/rounds/letters'
import { exportRound } from '@silian/server/contract/rounds/letters'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { AnswerFoot } from './letter-answer.tsx'
import { ObjectSection } from './letter-objection.tsx'
import { Outcome } from './letter-outcome.tsx'
import { TryWishes } from './letter-try.tsx'
import { usePay } from './post-facts.tsx'
import { useLetter } from './queries.ts'
import css from './letter.module.css'

/** One's own at /my/rounds/:roundId/letter; a student's, for school and office, at /letters/:roundId/:studentId. */
export default function LetterPage() {
  const { t } = useTranslation('student')
  const { roundId, studentId } = useParams<{ roundId: string; studentId?: string }>()
  const session = useSession()
  const own = !studentId || session?.seat?.studentId === studentId
  const query = useLetter(roundId, own ? undefined : studentId)
  return (
    <PhonePage title={t('letter.title')} back={own ? '/wishes' : `/rounds/${roundId}`} help={own ? '/my/help' : undefined} narrow foot={query.data && <AnswerFoot letter={query.data} />}>
      <Loaded query={query}>{(letter) => <Letter letter={letter} />}</Loaded>
    </PhonePage>
  )
}

function Letter({ letter }: { letter: LetterView }) {
  const { t, i18n } = useTranslation('student')
  const format = useFormat()
  const english = i18n.language === 'en'
  const round = english ? (letter.roundTitleEn ?? letter.roundTitle) : letter.roundTitle
  return (
    <article className={css.letter}>
      <p className={css.top}>
        <span>{t('letter.issued', { alliance: letter.allianceName })}</span>
        <span>{format.fullDay(letter.publishedAt)}</span>
      </p>
      <h2 className={css.title}>{t('letter.heading')}</h2>
      <p>{t('letter.to', { name: letter.studentName })}</p>
      <p>{t('letter.intro', { round, count: letter.outcomes.length })}</p>
      <ReadAloud letter={letter} />
      {letter.placed ? <Placed placed={letter.placed} /> : <Unplaced />}
      <h3>{t(letter.placed ? 'letter.why' : 'letter.whyNot')}</h3>
      <ol className={css.outcomes}>
        {letter.outcomes.map((outcome) => (
          <Outcome key={outcome.choice} outcome={outcome} />
        ))}
      </ol>
      <h3>{t('letter.different')}</h3>
      <div className={css.quiet}>
        <p>{t('letter.differentText')}</p>
        {letter.can.whatIf && <TryWishes letter={letter} />}
      </div>
      <Next letter={letter} />
      <ObjectSection letter={letter} />
      <Check letter={letter} />
      <footer className={css.seal}>
        <figure>
          <img className={css.qr} alt={t('letter.scan')} src={`data:image/svg+xml;utf8,${encodeURIComponent(letter.qr)}`} />
          <figcaption>
            {letter.letterNumber}
            <br />
            {t('letter.scan')}
          </figcaption>
        </figure>
        <p>
          {t('letter.seal')}
          <br />
          {format.fullDay(letter.publishedAt)}
        </p>
      </footer>
    </article>
  )
}

function Placed({ placed }: { placed: NonNullable<LetterView['placed']> }) {
  const { t, i18n } = useTranslation('student')
  const format = useFormat()
  const pay = usePay()
  const title = i18n.language === 'en' ? (placed.postTitleEn ?? placed.postTitle) : placed.postTitle
  const facts: [string, string | null | false][] = [
    [t('post.time'), placed.startsOn && placed.endsOn && format.range(placed.startsOn, placed.endsOn)],
    [t('post.pay'), pay(placed)],
    [t('post.shift'), placed.shift && t(`post.shifts.${placed.shift as 'day'}`)],
    [t('post.lodging'), placed.lodging && t(`post.lodgings.${placed.lodging as 'free'}`)],
    [t('post.place'), placed.address],
    [t('post.mentor'), placed.mentorName],
  ]
  return (
    <section className={css.result}>
      <p className={css.dim}>{t('letter.placedAt', { choice: placed.choice })}</p>
      <p className={css.post}>
        {placed.organisationName}
        {i18n.language === 'en' ? ', ' : '，'}
        {title}
      </p>
      <dl>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {placed.seat !== 'open' && <p className={css.dim}>{t('letter.seatTag', { tag: t(`letter.tag.${placed.seat as 'paired_county'}`) })}</p>}
    </section>
  )
}

function Unplaced() {
  const { t } = useTranslation('student')
  return (
    <section className={css.result}>
      <p className={css.post}>{t('letter.unplaced')}</p>
      <p>{t('letter.unplacedNote')}</p>
    </section>
  )
}

function Next({ letter }: { letter: LetterView }) {
  const { t } = useTranslation('student')
  const format = useFormat()
  const steps = [
    [letter.publicityUntil && format.deadline(letter.publicityUntil), t('letter.nextPublicity')],
    [letter.placed && letter.confirmUntil && format.deadline(letter.confirmUntil), t('letter.nextConfirm')],
    [letter.placed?.startsOn && format.day(letter.placed.startsOn), t('letter.nextStart')],
  ] as const
  return (
    <>
      <h3>{t('letter.next')}</h3>
      <ul className={css.steps}>
        {steps.map(
          ([when, what]) =>
            when && (
              <li key={what}>
                <span className={css.dim}>{when}</span>
                <span>{what}</span>
              </li>
            ),
        )}
      </ul>
    </>
  )
}

function Check({ letter }: { letter: LetterView }) {
  const { t } = useTranslation('student')
  const { lottery, digests, guarantees } = letter
  const codes = [
    [t('letter.commitment'), lottery.commitment],
    [t('letter.seed'), lottery.seed],
    [t('letter.list'), digests.list],
    [t('letter.result'), digests.result],
  ] as const
  const claims = ['stable', 'studentOptimal', 'strategyProof', 'efficient'] as const
  return (
    <>
      <h3>{t('letter.check')}</h3>
      <p>{t('letter.checkText', { number: letter.letterNumber, place: lottery.place })}</p>
      <p className={lottery.verifies ? css.ok : css.bad}>
        <Icon name={lottery.verifies ? 'check' : 'warn'} /> {t(lottery.verifies ? 'letter.verified' : 'letter.notVerified')}
      </p>
      <details className={css.codes}>
        <summary>{t('letter.guarantees')}</summary>
        <ul>
          {claims.map((claim) => (
            <li key={claim}>
              <b>{t(guarantees[claim].holds ? 'letter.holds' : 'letter.holdsNot')}</b> {t(`letter.${claim}`)}
            </li>
          ))}
        </ul>
        {codes.map(([name, code]) => (
          <p key={name}>
            {name}
            <code>{code}</code>
          </p>
        ))}
        <a href={urlOf(exportRound, { params: { roundId: letter.roundId } })} download>
          {t('letter.download')}
        </a>
      </details>
      <p className={css.talk}>
        <Link href="/my/help">{t('letter.talk')}</Link> <span className={css.dim}>{t('letter.talkNote')}</span>
      </p>
    </>
  )
}

/** The reasons, read by the device itself; where it cannot speak there is no button. */
function ReadAloud({ letter }: { letter: LetterView }) {
  const { t, i18n } = useTranslation('student')
  const [speaking, setSpeaking] = useState(false)
  if (!('speechSynthesis' in window)) return null
  const toggle = () => {
    speechSynthesis.cancel()
    setSpeaking(!speaking)
    if (speaking) return
    const words = new SpeechSynthesisUtterance([letter.placed ? `${letter.placed.organisationName}，${letter.placed.postTitle}` : t('letter.unplaced'), ...letter.outcomes.map((outcome) => outcome.sentence)].join('\n'))
    words.lang = i18n.language === 'en' ? 'en' : 'zh-CN'
    words.onend = () => setSpeaking(false)
    speechSynthesis.speak(words)
  }
  return (
    <Button kind="text" icon="speak" className={css.aloud} onClick={toggle}>
      {t(speaking ? 'letter.stopReading' : 'letter.readAloud')}
    </Button>
  )
}
