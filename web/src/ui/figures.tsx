import type { CSSProperties, ReactNode } from 'react'
import css from './figures.module.css'

/** Series colours, blue first. */
export const tones = { qing: 'var(--qing)', mid: 'var(--qing-mid)', ash: 'var(--ash)', lu: 'var(--lu)', zhe: 'var(--zhe)', zi: 'var(--zi)', zhu: 'var(--zhu)' } as const
export type Tone = keyof typeof tones

export type Figure = {
  label: string
  /** Usually a DottedFigure around `format.number(n)`. */
  value: ReactNode
  /** Unit or share, small behind it. */
  note?: ReactNode
  /** A square of this colour before the label: the key of a StackBar. */
  tone?: Tone
  look?: 'main' | 'done' | 'waits' | 'refused'
}

/** A few figures beside each other; what must not be summed stands apart in its own label. */
export const Figures = ({ figures }: { figures: readonly Figure[] }) => (
  <dl className={css.strip}>
    {figures.map(({ label, value, note, tone, look }) => (
      <div key={label} className={[css.one, look && css[look]].filter(Boolean).join(' ')}>
        <dt>
          {tone && <i style={{ '--tone': tones[tone] } as CSSProperties} />}
          {label}
        </dt>
        <dd>
          {value}
          {note && <small>{note}</small>}
        </dd>
      </div>
    ))}
  </dl>
)

type Part = { label: string; value: number; tone: Tone }

/** One bar of parts of a whole. `label` says the same as a sentence. */
export const StackBar = ({ parts, label }: { parts: readonly Part[]; label: string }) => (
  <div className={css.stack} role="img" aria-label={label}>
    {parts.map(({ label: name, value, tone }) => value > 0 && <i key={name} title={`${name} ${value}`} style={{ flexGrow: value, '--tone': tones[tone] } as CSSProperties} />)}
  </div>
)

type Bar = { label: ReactNode; value: number; shown?: ReactNode; tone?: Tone; more?: readonly ReactNode[] }

/** A bar chart that is its own table. Bars are measured against `most`, or the largest value. */
export function Bars({ caption, bars, most, heads }: { caption: string; bars: readonly Bar[]; most?: number; /** Titles of the columns: label, value, then `more`. */ heads?: readonly string[] }) {
  const whole = most ?? Math.max(1, ...bars.map(({ value }) => value))
  return (
    <table className={css.bars}>
      <caption className="sr">{caption}</caption>
      {heads && (
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <td aria-hidden="true" />
            {heads.slice(1).map((head) => (
              <th key={head} scope="col" className={css.value}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {bars.map(({ label, value, shown, tone, more = [] }, index) => (
          <tr key={index}>
            <th scope="row">{label}</th>
            <td aria-hidden="true">
              <span className={css.track}>
                <i style={{ width: `${Math.min(100, (value / whole) * 100)}%`, ...(tone && ({ '--tone': tones[tone] } as CSSProperties)) }} />
              </span>
            </td>
            <td className={css.value}>{shown ?? value}</td>
            {more.map((cell, place) => (
              <td key={place} className={css.value}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
