import { useState } from 'react'
import css from './rule.module.css'

type Props = { id?: string; label: string; value: number | null; fault?: string; onChange: (value: number | null) => void }

/** A whole number in a cell; empty for none. What is no number changes nothing and goes when the cell is left. */
export function SmallCount({ id, label, value, fault, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <>
      <input
        id={id}
        className={css.count}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        aria-label={label}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        value={typed ?? value ?? ''}
        onChange={(event) => {
          const text = event.target.value.normalize('NFKC').trim()
          setTyped(event.target.value)
          if (/^\d{0,4}$/.test(text)) onChange(text === '' ? null : Number(text))
        }}
        onBlur={() => setTyped(null)}
      />
      {fault && (
        <span id={`${id}-fault`} className={css.fault}>
          {fault}
        </span>
      )}
    </>
  )
}
