import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import css from './data-table.module.css'

type Named = { key: string; title: string; spare?: boolean }

/** Which columns this person hides in the table of this name: remembered on this device. */
export function useHiddenColumns(name: string, columns: readonly Named[]): [Set<string>, (hidden: Set<string> | null) => void] {
  const storage = `silian.columns.${name}`
  const usual = () => new Set(columns.filter(({ spare }) => spare).map(({ key }) => key))
  const [hidden, setHidden] = useState<Set<string>>(() => read(storage) ?? usual())
  return [
    hidden,
    (next) => {
      setHidden(next ?? usual())
      write(storage, next)
    },
  ]
}

type Props = { columns: readonly Named[]; hidden: ReadonlySet<string>; onChange: (hidden: Set<string> | null) => void }

/** 列设置. The first column names the row and stays. */
export function ColumnSetting({ columns, hidden, onChange }: Props) {
  const { t } = useTranslation('ui')
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!open) return
    const outside = (event: PointerEvent) => void (root.current?.contains(event.target as Node) || setOpen(false))
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])

  if (columns.length < 4) return null
  const toggle = (key: string) => {
    const next = new Set(hidden)
    if (!next.delete(key)) next.add(key)
    onChange(next)
  }
  return (
    <div ref={root} className={css.columns} onKeyDown={(event) => void (event.key === 'Escape' && setOpen(false))}>
      <Button kind="text" icon="settings" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('table.columns')}
      </Button>
      {open && (
        <fieldset className={css.columnsList}>
          <legend className="sr">{t('table.columns')}</legend>
          {columns.slice(1).map(({ key, title }) => (
            <label key={key}>
              <input type="checkbox" checked={!hidden.has(key)} onChange={() => toggle(key)} />
              {title}
            </label>
          ))}
          <Button kind="text" onClick={() => onChange(null)}>
            {t('table.reset')}
          </Button>
        </fieldset>
      )}
    </div>
  )
}

function read(key: string): Set<string> | null {
  try {
    const stored = localStorage.getItem(key)
    return stored ? new Set(JSON.parse(stored) as string[]) : null
  } catch {
    return null
  }
}

function write(key: string, hidden: Set<string> | null) {
  try {
    if (hidden) localStorage.setItem(key, JSON.stringify([...hidden]))
    else localStorage.removeItem(key)
  } catch {
    // Forbidden storage: it holds for this visit.
  }
}
