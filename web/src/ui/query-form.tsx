import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { DateField, SelectField, TextField, type Option } from './inputs.tsx'
import type { ListState } from './list-state.ts'
import css from './query-form.module.css'

export type Filter =
  | { key: string; label: string; kind: 'text'; placeholder?: string }
  | { key: string; label: string; kind: 'select'; options: readonly Option[] }
  | { key: string; label: string; kind: 'date' }

type Props = {
  filters: readonly Filter[]
  list: ListState
  /** How many stand in the one row; the rest is under 更多条件. */
  inSight?: number
}

/** The query form of a list. What is set stands below as chips that can be taken away, and in the address. */
export function QueryForm({ filters, list, inSight = 4 }: Props) {
  const { t } = useTranslation('ui')
  const hiddenIsSet = filters.slice(inSight).some(({ key }) => list.filters[key])
  const [more, setMore] = useState(hiddenIsSet)
  const shown = more ? filters : filters.slice(0, inSight)
  return (
    <form role="search" className={css.form} aria-label={t('query.label')} onSubmit={(event) => event.preventDefault()}>
      <div className={css.row}>
        {shown.map((filter) => (
          <One key={filter.key} filter={filter} list={list} />
        ))}
        {filters.length > inSight && (
          <div className={css.acts}>
            <Button kind="text" icon={more ? 'up' : 'down'} aria-expanded={more} onClick={() => setMore(!more)}>
              {t(more ? 'query.less' : 'query.more')}
            </Button>
          </div>
        )}
      </div>
      <Chips filters={filters} list={list} />
    </form>
  )
}

function One({ filter, list }: { filter: Filter; list: ListState }) {
  const { t } = useTranslation('ui')
  const value = list.filters[filter.key] ?? ''
  const set = (to: string) => list.set({ [filter.key]: to })
  if (filter.kind === 'select') return <SelectField tool label={filter.label} value={value} options={filter.options} none={t('query.any')} onChange={set} />
  if (filter.kind === 'date') return <DateField tool label={filter.label} value={value} onChange={set} />
  return <TextFilter label={filter.label} placeholder={filter.placeholder} value={value} onChange={(to) => list.set({ [filter.key]: to }, { replace: true })} />
}

/** Asks 300 ms after the last key, not at every one. */
function TextFilter({ label, placeholder, value, onChange }: { label: string; placeholder?: string; value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value)
  const [asked, setAsked] = useState(value)

  // Cleared from elsewhere: a chip, the back button.
  if (value !== asked) {
    setAsked(value)
    setText(value)
  }
  useEffect(() => {
    if (text === asked) return
    const timer = setTimeout(() => {
      setAsked(text)
      onChange(text)
    }, 300)
    return () => clearTimeout(timer)
  }, [text, asked, onChange])

  return <TextField tool type="search" label={label} placeholder={placeholder} value={text} onChange={setText} />
}

const valueOf = (filter: Filter, value: string) => (filter.kind === 'select' ? (filter.options.find((option) => option.value === value)?.label ?? value) : value)

/** The filters that are set, each with its cross. */
function Chips({ filters, list }: Pick<Props, 'filters' | 'list'>) {
  const { t } = useTranslation('ui')
  const set = filters.filter(({ key }) => list.filters[key])
  if (set.length === 0) return null
  return (
    <div className={css.chips}>
      {set.map((filter) => {
        const text = `${filter.label} ${valueOf(filter, list.filters[filter.key]!)}`
        return (
          <button key={filter.key} type="button" className={css.chip} aria-label={t('query.remove', { filter: text })} onClick={() => list.set({ [filter.key]: '' })}>
            {text}
            <Icon name="close" size={14} />
          </button>
        )
      })}
      {set.length > 1 && (
        <Button kind="text" onClick={list.clear}>
          {t('query.clear')}
        </Button>
      )}
    </div>
  )
}

/** For the table's `empty`: a list that found nothing says which filter to drop. Without filters it shows the children. */
export function NothingFound({ filters, list, children }: Pick<Props, 'filters' | 'list'> & { children: ReactNode }) {
  const { t } = useTranslation('ui')
  if (!filters.some(({ key }) => list.filters[key])) return children
  return (
    <div className={css.none}>
      <p>{t('state.emptyFiltered')}</p>
      <Chips filters={filters} list={list} />
    </div>
  )
}
