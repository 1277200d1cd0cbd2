import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './button.tsx'
import css from './dialog.module.css'
import { Refused } from './loaded.tsx'

type Props = {
  open: boolean
  onClose: () => void
  /** Verb and object: 催办 245 名学生. */
  title: string
  /** Who is told, and whether it can be undone. */
  note?: ReactNode
  /** The verb itself, never 确定. Without it there is only the way out. */
  verb?: string
  /** Colours the verb: what destroys or refuses is `risk`. */
  kind?: 'primary' | 'risk'
  onDo?: () => void
  busy?: boolean
  /** Why it cannot be done yet. */
  because?: string | null | false
  /** Of the last try. */
  error?: unknown
  /** More verbs beside the first. */
  others?: ReactNode
  children?: ReactNode
}

/** A decision with at most one or two fields. One at a time: whatever needs a second is a drawer or a page. */
export const Dialog = (props: Props) => <Modal {...props} className={css.dialog!} />

/** 480 wide from the right, for what is longer than one field. */
export const Drawer = (props: Props) => <Modal {...props} className={`${css.dialog} ${css.drawer}`} />

function Modal({ open, ...props }: Props & { className: string }) {
  // Mounted only while open: what was typed in it does not come back by accident.
  return open ? <Opened {...props} /> : null
}

function Opened({ onClose, title, note, verb, kind = 'primary', onDo, busy, because, error, others, className, children }: Omit<Props, 'open'> & { className: string }) {
  const { t } = useTranslation('ui')
  const dialog = useRef<HTMLDialogElement>(null)
  const typed = useRef(false)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current!
    const before = document.activeElement
    element.showModal()
    // The first field; else the first verb, not the cross.
    element.querySelector<HTMLElement>(`.${css.body} :is(input, select, textarea, button), .${css.foot} button`)?.focus()
    return () => {
      element.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        // What somebody typed is not lost to one key.
        if (!typed.current && !busy) onClose()
      }}
      // A browser may close it over our head, at the second Esc in a row.
      onClose={() => void (dialog.current?.open || onClose())}
      onClick={(event) => void (event.target === dialog.current && !typed.current && !busy && onClose())}
    >
      <form
        className={css.form}
        onInput={() => void (typed.current = true)}
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          if (!because && !busy) onDo?.()
        }}
      >
        <div className={css.head}>
          <h2 id={titleId}>{title}</h2>
          <IconButton name="close" label={t('close')} onClick={onClose} />
        </div>
        <div className={css.body}>
          {children}
          {error ? (
            <div className={css.error}>
              <Refused error={error} />
            </div>
          ) : null}
        </div>
        <div className={css.foot}>
          {note && <p>{note}</p>}
          {verb && (
            <Button type="submit" size="form" kind={kind} busy={busy} because={because}>
              {verb}
            </Button>
          )}
          {others}
          <Button size="form" kind="text" onClick={onClose}>
            {verb ? t('cancel') : t('close')}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
