import { useId, type ButtonHTMLAttributes, type ComponentProps, type ReactNode } from 'react'
import { Link } from 'wouter'
import css from './button.module.css'
import { Icon, type IconName } from './icon.tsx'

type Look = { kind?: 'plain' | 'primary' | 'risk' | 'text'; /** cell: in a row of a table, without a box of its own. */ size?: 'tool' | 'form' | 'big' | 'cell'; icon?: IconName }

const classOf = ({ kind = 'plain', size = 'tool' }: Look, extra?: string) =>
  [css.button, kind !== 'plain' && css[kind], size !== 'tool' && css[size], extra].filter(Boolean).join(' ')

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> &
  Look & {
    /** A verb, or a verb and its object. */
    children: ReactNode
    /** Why it cannot be pressed now. A grey button without a reason does not exist. */
    because?: string | null | false
    /** While the deed is being done. */
    busy?: boolean
  }

export function Button({ kind, size, icon, because, busy, className, children, ...rest }: ButtonProps) {
  const reasonId = useId()
  const button = (
    <button type="button" {...rest} data-kind={kind} className={classOf({ kind, size }, className)} disabled={Boolean(because) || busy} aria-busy={busy || undefined} aria-describedby={because ? reasonId : rest['aria-describedby']}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
  if (!because) return button
  return (
    <span className={css.with}>
      {button}
      <span id={reasonId} className={css.reason}>
        {because}
      </span>
    </span>
  )
}

type LinkProps = Look & { href: string; children: ReactNode; className?: string } & Pick<ComponentProps<'a'>, 'aria-label' | 'aria-current' | 'target'>

/** Leads to a page of ours, and looks like a button. */
export function LinkButton({ kind, size, icon, className, children, ...rest }: LinkProps) {
  return (
    <Link {...rest} className={classOf({ kind, size }, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}

/** Leads out of the pages: a file, a telephone, a public page. */
export function AnchorButton({ kind, size, icon, className, children, ...rest }: ComponentProps<'a'> & Look) {
  return (
    <a {...rest} className={classOf({ kind, size }, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

/** For back, menu, up, down and close only: everything else carries a word. */
export function IconButton({ name, label, size = 16, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { name: IconName; label: string; size?: number }) {
  return (
    <button type="button" {...rest} className={[css.icon, rest.className].filter(Boolean).join(' ')} aria-label={label} title={label}>
      <Icon name={name} size={size} />
    </button>
  )
}
