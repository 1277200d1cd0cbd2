import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './field.module.css'
import { Icon } from './icon.tsx'

export type FieldProps = {
  label: string
  /** Below the control, before anything is wrong. */
  hint?: ReactNode
  /** What is wrong, and how to put it right. */
  error?: string | null
  /** Marked 选填; what must be filled in is not marked. */
  optional?: boolean
  /** Its name in the form; an error summary jumps to it. */
  name?: string
  /** In toolbars and query forms: 32 high, small label. */
  tool?: boolean
  /** At most 240 wide: numbers, dates, codes. */
  short?: boolean
}

/** What the control inside must carry, so that label, hint and error are its own. */
export type Control = { id: string; name?: string; 'aria-describedby'?: string; 'aria-invalid'?: true; required?: boolean }

const idOf = (name: string) => `field-${name}`

/** Label above, control, hint and error below, all tied together. */
export function Field({ label, hint, error, optional, name, tool, short, children }: FieldProps & { children: (control: Control) => ReactNode }) {
  const { t } = useTranslation('ui')
  const ownId = useId()
  const id = name ? idOf(name) : ownId
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={[css.field, tool && css.tool, short && css.short].filter(Boolean).join(' ')}>
      <label className={css.label} htmlFor={id}>
        {label}
        {optional && <span className={css.optional}>{t('optional')}</span>}
      </label>
      {children({ id, name, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      <Below id={id} hint={hint} error={error} />
    </div>
  )
}

export function Below({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | null }) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className={css.error}>
          <Icon name="close" />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
    </>
  )
}

/** Two or three short fields beside each other. */
export const FieldRow = ({ children }: { children: ReactNode }) => <div className={css.row}>{children}</div>

/** At submit: every fault, each a jump to its field. */
export function ErrorSummary({ errors }: { errors: readonly { name: string; label: string; error: string }[] }) {
  const { t } = useTranslation('ui')
  if (errors.length === 0) return null
  return (
    <div className={css.summary} role="alert">
      <p>{t('form.errors', { count: errors.length })}</p>
      <ul>
        {errors.map(({ name, label, error }) => (
          <li key={name}>
            <a
              href={`#${idOf(name)}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(idOf(name))?.focus()
              }}
            >
              {label}
            </a>
            {' — '}
            {error}
          </li>
        ))}
      </ul>
    </div>
  )
}
