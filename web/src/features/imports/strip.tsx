import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import css from './imports.module.css'
import type { ImportView } from './queries.ts'

/** Where in the file the errors lie. The sentence says the same as the picture. */
export function Strip({ one }: { one: ImportView }) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  const { from, to, pieces, marks } = one.strip
  const { faulty, duplicate } = one.figures
  const densest = marks.reduce((best, mark) => (mark.faulty + mark.duplicate > best.faulty + best.duplicate ? mark : best), { at: 0, faulty: 0, duplicate: 0 })
  const most = from + Math.floor((densest.at * (to - from + 1)) / pieces)
  const says = marks.length === 0 ? t('stripClean', { from: number(from), to: number(to) }) : t('stripSays', { from: number(from), to: number(to), faulty: number(faulty), duplicate: number(duplicate), most: number(most) })
  // A single row of a long file must still be seen.
  const width = Math.max(0.6, pieces / Math.max(1, to - from + 1) / 2)
  return (
    <figure className={css.strip}>
      <svg viewBox={`0 0 ${pieces} 34`} preserveAspectRatio="none" role="img" aria-label={`${t('strip')}：${says}`}>
        {marks.filter((mark) => mark.duplicate > 0).map((mark) => <rect key={`d${mark.at}`} className={css.ochre} x={mark.at} width={width} height={34} />)}
        {marks.filter((mark) => mark.faulty > 0).map((mark) => <rect key={`f${mark.at}`} className={css.red} x={mark.at} width={width} height={34} />)}
      </svg>
      <figcaption>
        <span>{t('rowAt', { row: number(from) })}</span>
        <span>{marks.length === 0 ? says : `${t('stripLegend')}。${says}`}</span>
        <span>{t('rowAt', { row: number(to) })}</span>
      </figcaption>
    </figure>
  )
}
