import { useState, type InputHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import css from './field.module.css'
import { Field, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'

type Text = FieldProps & { value: string; onChange: (value: string) => void; unit?: string }
type TextAttributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'placeholder' | 'readOnly' | 'disabled' | 'autoFocus' | 'onBlur' | 'spellCheck' | 'autoCapitalize' | 'pattern'
>

export function TextField({ value, onChange, unit, type, autoComplete, inputMode, maxLength, placeholder, readOnly, disabled, autoFocus, onBlur, spellCheck, autoCapitalize, pattern, ...field }: Text & TextAttributes) {
  const own = { type, autoComplete, inputMode, maxLength, placeholder, readOnly, disabled, autoFocus, onBlur, spellCheck, autoCapitalize, pattern }
  return (
    <Field {...field}>
      {(control) => (
        <span className={css.box}>
          <input {...control} {...own} value={value} onChange={(event) => onChange(event.target.value)} />
          {unit && <span className={css.unit}>{unit}</span>}
        </span>
      )}
    </Field>
  )
}

type Area = FieldProps & { value: string; onChange: (value: string) => void; most?: number } & Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'rows' | 'placeholder' | 'disabled' | 'onBlur' | 'autoFocus'>

/** With `most`, counts while one writes. */
export function TextArea({ value, onChange, most, rows = 3, placeholder, disabled, onBlur, autoFocus, ...field }: Area) {
  const { t } = useTranslation('ui')
  return (
    <Field {...field}>
      {(control) => (
        <>
          <span className={css.box}>
            <textarea {...control} {...{ rows, placeholder, disabled, onBlur, autoFocus }} maxLength={most} value={value} onChange={(event) => onChange(event.target.value)} />
          </span>
          {most && value.length > most / 2 && <span className={css.count}>{t('form.count', { count: value.length, most })}</span>}
        </>
      )}
    </Field>
  )
}

type Numeric = FieldProps & { value: number | null; onChange: (value: number | null) => void; unit?: string; digits?: number; year?: boolean; disabled?: boolean; onBlur?: () => void }

/** Takes 2,900, ２９００ and 2900; what is no number is null, and stays to be seen. */
export function NumberField({ value, onChange, unit, digits = 0, year = false, disabled, onBlur, ...field }: Numeric) {
  const [typed, setTyped] = useState<string | null>(null)
  // While one types, what was typed; otherwise the number as it is written, also when a draft or a repair button filled it.
  const shown = typed ?? (value === null ? '' : new Intl.NumberFormat('en-US', { maximumFractionDigits: digits, useGrouping: !year }).format(value))
  return (
    <Field {...field}>
      {(control) => (
        <span className={css.box}>
          <input
            {...control}
            inputMode={digits > 0 ? 'decimal' : 'numeric'}
            autoComplete="off"
            disabled={disabled}
            value={shown}
            onChange={(event) => {
              setTyped(event.target.value)
              onChange(numberOf(event.target.value))
            }}
            onBlur={() => {
              // What is no number stays to be seen, and to be put right.
              if (typed === '' || numberOf(typed ?? '') !== null) setTyped(null)
              onBlur?.()
            }}
          />
          {unit && <span className={css.unit}>{unit}</span>}
        </span>
      )}
    </Field>
  )
}

function numberOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  const number = Number(plain)
  return plain === '' || Number.isNaN(number) ? null : number
}

type Dated = FieldProps & { value: string; onChange: (value: string) => void; min?: string; max?: string; disabled?: boolean; onBlur?: () => void }

/** A day, 'YYYY-MM-DD'. The browser's own calendar. */
export function DateField({ value, onChange, min, max, disabled, onBlur, ...field }: Dated) {
  return (
    <Field {...field}>
      {(control) => (
        <span className={css.box}>
          <input {...control} type="date" {...{ min, max, disabled, onBlur }} value={value} onChange={(event) => onChange(event.target.value)} />
        </span>
      )}
    </Field>
  )
}

/** A moment: ISO text outside, the clock of China inside, wherever the device is. */
export function MomentField({ value, onChange, min, max, disabled, onBlur, ...field }: Omit<Dated, 'value' | 'onChange'> & { value: string | null; onChange: (value: string | null) => void }) {
  return (
    <Field {...field}>
      {(control) => (
        <span className={css.box}>
          <input
            {...control}
            type="datetime-local"
            min={min && inChina(min)}
            max={max && inChina(max)}
            {...{ disabled, onBlur }}
            value={value ? inChina(value) : ''}
            onChange={(event) => onChange(event.target.value ? new Date(`${event.target.value}:00+08:00`).toISOString() : null)}
          />
        </span>
      )}
    </Field>
  )
}

const inChina = (iso: string) => new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString().slice(0, 16)

export type Option = { value: string; label: string; /** A second line, in combo boxes and choices. */ note?: string; disabled?: boolean }
type Selecting = FieldProps & {
  value: string
  onChange: (value: string) => void
  options: readonly Option[]
  /** The first line when nothing is chosen; 请选择 when left out, none with null. */
  none?: string | null
  disabled?: boolean
  onBlur?: () => void
}

export function SelectField({ value, onChange, options, none, disabled, onBlur, ...field }: Selecting) {
  const { t } = useTranslation('ui')
  return (
    <Field {...field}>
      {(control) => (
        <span className={`${css.box} ${css.select}`}>
          <select {...control} {...{ disabled, onBlur }} value={value} onChange={(event) => onChange(event.target.value)}>
            {none !== null && <option value="">{none ?? t('form.choose')}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </span>
      )}
    </Field>
  )
}
