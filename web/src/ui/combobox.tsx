import { useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import css from './field.module.css'
import { Field, type FieldProps } from './field.tsx'
import { IconButton } from './button.tsx'
import type { Option } from './inputs.tsx'

type Props = FieldProps & {
  value: Option | null
  onChange: (value: Option | null) => void
  /** Asks the server; called 200 ms after the last key, and with '' when the list is opened. */
  search: (text: string, signal: AbortSignal) => Promise<readonly Option[]>
  disabled?: boolean
}

/** One of thousands: type a part of the name or code, choose with arrows and Enter. */
export function Combobox({ value, onChange, search, disabled, ...field }: Props) {
  const { t } = useTranslation('ui')
  const listId = useId()
  const [text, setText] = useState<string | null>(null) // null: not searching, shows what is chosen
  const [options, setOptions] = useState<readonly Option[] | null>(null)
  const [active, setActive] = useState(0)
  const ask = useEffectEvent(search)

  useEffect(() => {
    if (text === null) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      ask(text.trim(), abort.signal).then(
        (found) => {
          if (abort.signal.aborted) return
          setOptions(found)
          setActive(0)
        },
        () => void (abort.signal.aborted || setOptions([])),
      )
    }, text === '' ? 0 : 200)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text])

  const close = () => {
    setText(null)
    setOptions(null)
  }
  const choose = (option: Option) => {
    onChange(option)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== null) {
      event.stopPropagation()
      event.preventDefault()
      close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (text === null) setText('')
      else if (options && options.length > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length)
    } else if (event.key === 'Enter' && text !== null && options?.[active]) {
      event.preventDefault()
      choose(options[active])
    }
  }

  const open = text !== null
  return (
    <Field {...field}>
      {(control) => (
        <div className={css.combo} onBlur={(event) => void (event.currentTarget.contains(event.relatedTarget) || close())}>
          <span className={css.box}>
            <input
              {...control}
              role="combobox"
              autoComplete="off"
              aria-autocomplete="list"
              aria-expanded={open}
              aria-controls={open ? listId : undefined}
              aria-activedescendant={open && options?.[active] ? `${listId}-${active}` : undefined}
              disabled={disabled}
              placeholder={t('form.typeToSearch')}
              value={text ?? value?.label ?? ''}
              onClick={() => void (text ?? setText(''))}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={onKeyDown}
            />
            {value && !open && !disabled && <IconButton name="close" label={t('form.remove', { name: value.label })} onClick={() => onChange(null)} />}
          </span>
          {open && (
            <div id={listId} role="listbox" aria-label={field.label} className={css.options}>
              {options === null && <div className={css.message}>{t('form.searching')}</div>}
              {options?.length === 0 && <div className={css.message}>{t('form.noMatch', { text })}</div>}
              {options?.map((option, index) => (
                <div
                  key={option.value}
                  id={`${listId}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  className={css.option}
                  ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
                  onPointerMove={() => setActive(index)}
                  // Before the blur of the input, which would close the list under the pointer.
                  onPointerDown={(event) => {
                    event.preventDefault()
                    choose(option)
                  }}
                >
                  {option.label}
                  {option.note && <small>{option.note}</small>}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </Field>
  )
}
