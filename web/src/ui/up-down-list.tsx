import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import css from './up-down-list.module.css'

type Props<Item> = {
  items: readonly Item[]
  itemKey: (item: Item) => string
  /** Its name, for those who listen. */
  name: (item: Item) => string
  onChange: (items: Item[]) => void
  children: (item: Item) => ReactNode
  /** Beside the buttons: 删除. */
  aside?: (item: Item) => ReactNode
  label: string
  readOnly?: boolean
}

/** An order of one's own, by buttons: nothing here needs dragging. */
export function UpDownList<Item>({ items, itemKey, name, onChange, children, aside, label, readOnly }: Props<Item>) {
  const { t } = useTranslation('ui')
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)

  const move = (from: number, step: 1 | -1) => {
    const to = from + step
    const next = [...items]
    next.splice(to, 0, ...next.splice(from, 1))
    onChange(next)
    setSaid(t('list.moved', { name: name(items[from]!), place: to + 1 }))
    // The focus goes with what was moved; at an end, to the button that still works.
    requestAnimationFrame(() => {
      const buttons = list.current?.children[to]?.querySelectorAll<HTMLButtonElement>(`.${css.moves} button`)
      const [up, down] = buttons ?? []
      ;((step === -1 ? (up?.disabled ? down : up) : down?.disabled ? up : down) ?? up)?.focus()
    })
  }

  return (
    <>
      <ol ref={list} aria-label={label}>
        {items.map((item, index) => (
          <li key={itemKey(item)} className={css.item}>
            <span className={css.place}>{index + 1}</span>
            <div className={css.text}>{children(item)}</div>
            <div className={css.aside}>{aside?.(item)}</div>
            {!readOnly && (
              <div className={css.moves}>
                <button type="button" disabled={index === 0} aria-label={index === 0 ? t('list.first') : t('list.up', { name: name(item) })} onClick={() => move(index, -1)}>
                  <Icon name="up" size={20} />
                </button>
                <button type="button" disabled={index === items.length - 1} aria-label={index === items.length - 1 ? t('list.last') : t('list.down', { name: name(item) })} onClick={() => move(index, 1)}>
                  <Icon name="down" size={20} />
                </button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <p className="sr" aria-live="polite">
        {said}
      </p>
    </>
  )
}
