import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from './icon.tsx'
import css from './menu.module.css'

type MenuProps = { label: string; opener: ReactNode; children: ReactNode; end?: boolean; className?: string }

/** A list of doings that opens under its button. Arrow keys move, Esc closes and gives the focus back. */
export function Menu({ label, opener, children, end, className }: MenuProps) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return
    items(root.current)[0]?.focus()
    const outside = (event: PointerEvent) => void (root.current?.contains(event.target as Node) || setOpen(false))
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
      button.current?.focus()
      return
    }
    const all = items(root.current)
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (!open || to === undefined) return
    event.preventDefault()
    all[(to + all.length) % all.length]?.focus()
  }

  return (
    <div ref={root} className={[css.menu, className].filter(Boolean).join(' ')} onKeyDown={onKeyDown} onBlur={(event) => void (event.relatedTarget && !root.current?.contains(event.relatedTarget) && setOpen(false))}>
      <button ref={button} type="button" className={css.opener} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="sr">{label}</span>
        {opener}
      </button>
      {open && (
        <div role="menu" aria-label={label} className={[css.list, end && css.end].filter(Boolean).join(' ')} onClick={() => setOpen(false)}>
          {children}
        </div>
      )}
    </div>
  )
}

const items = (root: HTMLElement | null) => [...(root?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]

type ItemProps = { children: ReactNode; note?: ReactNode; onChoose?: () => void; href?: string; checked?: boolean; lang?: string }

/** A deed, a page, or (with `checked`) one of several choices. */
export function MenuItem({ children, note, onChoose, href, checked, lang }: ItemProps) {
  const content = (
    <>
      <span>
        {children}
        {note && <small>{note}</small>}
      </span>
      {checked && <Icon name="check" />}
    </>
  )
  if (href !== undefined) {
    return (
      <Link href={href} role="menuitem" className={css.item}>
        {content}
      </Link>
    )
  }
  return checked === undefined ? (
    <button type="button" role="menuitem" className={css.item} lang={lang} onClick={onChoose}>
      {content}
    </button>
  ) : (
    <button type="button" role="menuitemradio" aria-checked={checked} className={css.item} lang={lang} onClick={onChoose}>
      {content}
    </button>
  )
}

export const MenuTitle = ({ children }: { children: ReactNode }) => (
  <div className={css.title} role="presentation">
    {children}
  </div>
)
export const MenuRule = () => <hr className={css.rule} />
