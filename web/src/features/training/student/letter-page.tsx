import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { useLetter, type ClassLetter } from './queries.ts'
import css from './classes.module.css'

const markOf = (reason: string) => (reason === 'placed' ? 'placed' : reason === 'placed-better' ? 'unused' : reason === 'class-closed' ? 'closed' : 'not')

/** What came of each choice, why, which classes did not open, and how anybody can check it. */
export default function LetterPage() {
  const { t } = useTranslation('training')
  const { intakeId = '' } = useParams()
  const query = useLetter(intakeId)
  const place = query.data?.placed
  return (
    <PhonePage title={t('letter.title')} back="/my/classes" help="/my/help" narrow foot={place?.placeId && <LinkButton kind="primary" size="big" href={`/my/class-places/${place.placeId}`}>{t(place.state === 'admitted' ? 'letter.toPlace' : 'my.openPlace')}</LinkButton>}>
      <Loaded query={query}>{(letter) => <Letter letter={letter} />}</Loaded>
    </PhonePage>
  )
}

function Letter({ letter }: { letter: ClassLetter }) {
  const { t } = useTranslation('training')
  const format = useFormat()
  const { placed, lottery } = letter
  return (
    <>
      <article className={css.card}>
        <h2>{placed ? t('letter.placed', { title: placed.title, choice: placed.choice }) : t('letter.notPlaced')}</h2>
        <p className={css.by}>
          {letter.studentName} · {letter.schoolName} · {letter.title}
        </p>
        {placed ? placed.state === 'admitted' && <p className={css.ask}>{t('letter.confirmBy', { when: format.deadline(placed.confirmUntil) })}</p> : <p className={css.by}>{t('letter.notPlacedNote')}</p>}
      </article>
      <PhoneHeading>{t('letter.reasons')}</PhoneHeading>
      <ol className={css.card}>
        {letter.outcomes.map((outcome) => (
          <li key={outcome.choice} className={css.outcome}>
            <h3>
              {outcome.choice}. {outcome.title}
            </h3>
            <p className={css.by}>{outcome.organisationName}</p>
            <b data-placed={outcome.reason === 'placed' || undefined}>{t(`letter.marks.${markOf(outcome.reason)}`)}</b>
            <p>{outcome.sentence}</p>
          </li>
        ))}
      </ol>
      {letter.closings.length > 0 && (
        <>
          <PhoneHeading>{t('letter.closings')}</PhoneHeading>
          <ol className={css.card}>
            {letter.closings.map((row) => (
              <li key={row.step} className={css.outcome}>
                {t('intake.closing', row)}
              </li>
            ))}
          </ol>
        </>
      )}
      <article className={css.card}>
        <details>
          <summary>{t('letter.check')}</summary>
          <p>{t('letter.lottery', { number: lottery.number, place: lottery.place })}</p>
          <p>
            {t('letter.seed')}
            <code className={css.code}>{lottery.seed}</code>
          </p>
          <p>
            {t('letter.commitment')}
            <code className={css.code}>{lottery.commitment}</code>
          </p>
          <p>{t(lottery.verifies ? 'letter.verifies' : 'letter.mismatch')}</p>
          <p>
            {t('letter.number')} {letter.letterNumber}
          </p>
        </details>
      </article>
    </>
  )
}
