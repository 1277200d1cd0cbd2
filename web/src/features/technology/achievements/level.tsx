import { useTranslation } from 'react-i18next'
import css from '../technology.module.css'

const all = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

type Rated = { level: number; levelConfirmed: number | null }

/** 4 级（自评）, in a row of a list. */
export function LevelWord({ level, levelConfirmed }: Rated) {
  const { t } = useTranslation('technology')
  if (level === 0) return <>{t('levelWords.none')}</>
  const said = levelConfirmed === level ? t('levelWords.confirmed') : levelConfirmed ? t('levelWords.confirmedTo', { level: levelConfirmed }) : t('levelWords.self')
  return (
    <span className="nw">
      {t('levelWords.value', { level })}
      <small className={css.small}>{said}</small>
    </span>
  )
}

/** The nine levels as a ladder: shown, confirmed, not yet. */
export function Ladder({ level, levelConfirmed, standard, evidenced }: Rated & { standard: string; evidenced: readonly number[] }) {
  const { t } = useTranslation('technology')
  const gap = level < 9 && evidenced.some((one) => one > level) ? level + 1 : null
  return (
    <>
      <ol className={css.levels} aria-label={t('levelWords.label')}>
        {all.map((one) => (
          <li key={one} data-reached={one <= level || undefined} data-confirmed={(levelConfirmed !== null && one <= levelConfirmed) || undefined} aria-current={one === level ? 'step' : undefined}>
            {one}
          </li>
        ))}
      </ol>
      <p className="small mut">
        {level > 0 ? `${t('levelWords.value', { level })}　${t(`levels.l${level as 1}`)}` : t('levelWords.none')}　{t('levelWords.standard', { standard })}
      </p>
      {gap && <p className="small mut">{t('levelWords.gap', { level: gap, at: level })}</p>}
    </>
  )
}
