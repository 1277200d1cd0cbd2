import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import css from './chart.module.css'

export type Series = { name: string; values: readonly (number | null)[]; /** Comparison is grey and dashed. */ look?: 'main' | 'compare' | 'zi' | 'zhe' | 'lu' }

export type ChartProps = {
  x: readonly string[]
  series: readonly Series[]
  /** Top of the scale. */
  most?: number
  unit?: string
  target?: { value: number; label: string }
}

/** Lines over time. `sentence` says what one sees, for those who do not; the table stands behind. */
export function Chart({ sentence, ...props }: ChartProps & { sentence: string }) {
  const { t } = useTranslation('ui')
  const place = useRef<HTMLDivElement>(null)
  const given = JSON.stringify(props)

  useEffect(() => {
    let gone = false
    let takeDown = () => {}
    void import('./line-chart.ts').then(({ drawLines }) => {
      if (!gone && place.current) takeDown = drawLines(place.current, JSON.parse(given) as ChartProps)
    })
    return () => {
      gone = true
      takeDown()
    }
  }, [given])

  return (
    <figure className={css.chart}>
      <div ref={place} className={css.canvas} role="img" aria-label={sentence} />
      <details className="no-print">
        <summary>{t('chart.table')}</summary>
        <table>
          <caption className="sr">{sentence}</caption>
          <thead>
            <tr>
              <th scope="col">{t('chart.series')}</th>
              {props.series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.x.map((at, index) => (
              <tr key={at}>
                <th scope="row">{at}</th>
                {props.series.map(({ name, values }) => (
                  <td key={name}>{values[index] ?? t('number.unknown')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
