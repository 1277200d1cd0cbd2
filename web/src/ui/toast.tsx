import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import css from './toast.module.css'

type Toast = { id: number; text: string; undo?: () => void }
type Show = (text: string, options?: { undo?: () => void }) => void

const Context = createContext<Show>(() => {})

/** `const toast = useToast()`, then `toast('已催办 245 人')`. Only for what is done, never for errors. */
export const useToast = (): Show => use(Context)

/** One at a time, bottom centre, six seconds; waits while the pointer or the focus is on it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null)
  const show = useCallback<Show>((text, { undo } = {}) => setToast({ id: performance.now(), text, undo }), [])
  const close = useCallback(() => setToast(null), [])
  return (
    <Context value={show}>
      {children}
      <div className={css.place} role="status" aria-live="polite">
        {toast && <Shown key={toast.id} toast={toast} onClose={close} />}
      </div>
    </Context>
  )
}

function Shown({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const { t } = useTranslation('ui')
  const [held, setHeld] = useState(false)

  useEffect(() => {
    if (held) return
    const timer = setTimeout(onClose, 6_000)
    return () => clearTimeout(timer)
  }, [held, onClose])

  return (
    <div className={css.toast} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <Icon name="check" />
      <span>{toast.text}</span>
      {toast.undo && (
        <button
          type="button"
          className={css.undo}
          onClick={() => {
            toast.undo?.()
            onClose()
          }}
        >
          {t('undo')}
        </button>
      )}
    </div>
  )
}
