import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './market-editor.module.css'

type Props = { label: string; value: number; most: number; onChange: (value: number) => void; id: string; /** In a row that says what it is. */ quiet?: boolean }

/** A whole number from 0. What is no such number stays to be seen with its reason, and changes nothing. */
export function SmallNumber({ label, value, most, onChange, id, quiet }: Props) {
  const { t } = useTranslation('learn')
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && numberOf(typed, most) === null
  return (
    <span className={css.number}>
      <label htmlFor={id} className={quiet ? 'sr' : undefined}>
        {label}
      </label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value)
          const number = numberOf(event.target.value, most)
          if (number !== null) onChange(number)
        }}
        onBlur={() => wrong || setTyped(null)}
      />
      {quiet && <span className="small dim">{t('market.scoreUnit')}</span>}
      {wrong && (
        <span id={`${id}-wrong`} role="alert" className={css.wrong}>
          {t('market.range', { most, value })}
        </span>
      )}
    </span>
  )
}

/** Full-width digits of a Chinese keyboard count as digits. */
function numberOf(text: string, most: number): number | null {
  const plain = text.normalize('NFKC').trim()
  return /^\d{1,3}$/.test(plain) && Number(plain) <= most ? Number(plain) : null
}
