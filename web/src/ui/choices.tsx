import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './field.module.css'
import { Below, type FieldProps } from './field.tsx'

export type Choice<Value extends string = string> = {
  value: Value
  label: ReactNode
  note?: ReactNode
  /** Cannot be chosen now; the note says why. */
  disabled?: boolean
}

type Group = Omit<FieldProps, 'tool' | 'short'> & { inline?: boolean; children?: ReactNode }

function Choosing({ label, hint, error, optional, name, inline, extra, children }: Group & { extra?: ReactNode }) {
  const { t } = useTranslation('ui')
  const ownId = useId()
  const id = name ? `field-${name}` : ownId
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <fieldset id={id} tabIndex={-1} className={[css.field, error && css.invalid].filter(Boolean).join(' ')} aria-describedby={described || undefined}>
      <legend className={css.label}>
        {label}
        {optional && <span className={css.optional}>{t('optional')}</span>}
      </legend>
      <div className={[css.choices, inline && css.inline].filter(Boolean).join(' ')}>{children}</div>
      <Below id={id} hint={hint} error={error} />
      {extra}
    </fieldset>
  )
}

type Radio<V extends string> = Omit<Group, 'children'> & { value: V | null | ''; onChange: (value: V) => void; options: readonly Choice<V>[]; /** A rule block under the choices. */ children?: ReactNode }

/** One of a few, all in sight. */
export function RadioGroup<V extends string>({ value, onChange, options, children, ...group }: Radio<V>) {
  const name = useId()
  return (
    <Choosing {...group} extra={children}>
      {options.map((option) => (
        <label key={option.value} className={css.choice}>
          <input type="radio" name={name} checked={option.value === value} disabled={option.disabled} onChange={() => onChange(option.value)} />
          <span>
            {option.label}
            {option.note && <small>{option.note}</small>}
          </span>
        </label>
      ))}
    </Choosing>
  )
}

type Many<V extends string> = Omit<Group, 'children'> & { values: readonly V[]; onChange: (values: V[]) => void; options: readonly Choice<V>[]; children?: ReactNode }

/** Any of a few, all in sight; answers them in the order of the options. */
export function CheckGroup<V extends string>({ values, onChange, options, children, ...group }: Many<V>) {
  const toggle = (value: V) => onChange(options.map((option) => option.value).filter((one) => (one === value) !== values.includes(one)))
  return (
    <Choosing {...group} extra={children}>
      {options.map((option) => (
        <label key={option.value} className={css.choice}>
          <input type="checkbox" checked={values.includes(option.value)} disabled={option.disabled} onChange={() => toggle(option.value)} />
          <span>
            {option.label}
            {option.note && <small>{option.note}</small>}
          </span>
        </label>
      ))}
    </Choosing>
  )
}

type Single = { label: ReactNode; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean; name?: string; error?: string | null; hint?: ReactNode }

/** Yes or no, in a sentence. */
export function CheckField({ label, checked, onChange, disabled, name, error, hint }: Single) {
  const ownId = useId()
  const id = name ? `field-${name}` : ownId
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={css.field}>
      <label className={css.check}>
        <input id={id} type="checkbox" checked={checked} disabled={disabled} aria-invalid={error ? true : undefined} aria-describedby={described || undefined} onChange={(event) => onChange(event.target.checked)} />
        <span>{label}</span>
      </label>
      <Below id={id} hint={hint} error={error} />
    </div>
  )
}
