import type { LetterView } from '@silian/server/contract/rounds/letters'
import { useTranslation } from 'react-i18next'
import css from './letter.module.css'

type OutcomeView = LetterView['outcomes'][number]

/** One wish: what became of it, why, and where the marks permit it, both marks on one line. */
export function Outcome({ outcome }: { outcome: OutcomeView }) {
  const { t, i18n } = useTranslation('student')
  const title = i18n.language === 'en' ? (outcome.postTitleEn ?? outcome.postTitle) : outcome.postTitle
  const placed = outcome.reason === 'placed'
  const unused = outcome.reason === 'placed-better'
  return (
    <li className={css.outcome}>
      <span className={placed ? css.choiceOk : css.choice}>{outcome.choice}</span>
      <div>
        <h4>
          {title}
          {i18n.language === 'en' ? ', ' : '，'}
          {outcome.organisationName}
        </h4>
        <p className={placed ? css.markOk : css.mark}>{t(placed ? 'letter.placed' : unused ? 'letter.unused' : 'letter.notPlaced')}</p>
        <p>{outcome.sentence}</p>
        <Scale facts={outcome.facts} />
      </div>
    </li>
  )
}

/** Drawn only where both marks may be shown; never on a small post. */
function Scale({ facts }: { facts: Record<string, unknown> }) {
  const { t } = useTranslation('student')
  const { yourScore, lastScore } = facts
  if (typeof yourScore !== 'number' || typeof lastScore !== 'number') return null
  const low = Math.max(0, Math.floor((Math.min(yourScore, lastScore) - 10_000) / 10_000) * 10_000)
  const place = (score: number) => `${Math.min(100, Math.max(0, ((score - low) / (100_000 - low)) * 100))}%`
  const text = (score: number) => (score / 1000).toFixed(1)
  return (
    <div className={css.scale} role="img" aria-label={`${t('letter.you', { score: text(yourScore) })}, ${t('letter.last', { score: text(lastScore) })}`}>
      <span className={css.last} style={{ insetInlineStart: place(lastScore) }}>
        {t('letter.last', { score: text(lastScore) })}
      </span>
      <span className={css.bar}>
        <i style={{ insetInlineStart: place(lastScore), insetInlineEnd: 0 }} />
        <b style={{ insetInlineStart: place(yourScore) }} />
      </span>
      <span className={css.ends}>
        <span>{text(low)}</span>
        <span className={css.you} style={{ insetInlineStart: place(yourScore) }}>
          {t('letter.you', { score: text(yourScore) })}
        </span>
        <span>100</span>
      </span>
    </div>
  )
}
