import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import css from './steps.module.css'

export type Step = { key: string; label: string; state: 'done' | 'open' | 'faulty' }

/** The steps of a long form: one subject each, visited in any order. */
export function Steps({ steps, current, onGo }: { steps: readonly Step[]; current: string; onGo: (key: string) => void }) {
  const { t } = useTranslation('ui')
  return (
    <nav aria-label={t('form.steps')}>
      <ol className={css.steps}>
        {steps.map(({ key, label, state }, index) => (
          <li key={key} className={[css.step, key !== current && state !== 'open' && css[state]].filter(Boolean).join(' ')}>
            <button type="button" aria-current={key === current ? 'step' : undefined} onClick={() => onGo(key)}>
              <i aria-hidden="true">{state === 'done' && key !== current ? <Icon name="check" size={12} /> : state === 'faulty' && key !== current ? '!' : index + 1}</i>
              <span>{label}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The sheet one writes on, and the rail with the checks beside it. */
export const FormColumns = ({ children, rail }: { children: ReactNode; rail?: ReactNode }) =>
  rail ? (
    <div className={css.grid}>
      {children}
      <aside className={css.rail}>{rail}</aside>
    </div>
  ) : (
    children
  )

export const FormSheet = ({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) => (
  <section className={css.paper}>
    <h2>{title}</h2>
    {lead && <p>{lead}</p>}
    <div className={css.fields}>{children}</div>
  </section>
)

/** The bar at the bottom: back, on, and at the right what still stands in the way. */
export const FormBar = ({ children, note, fault }: { children: ReactNode; note?: ReactNode; fault?: boolean }) => (
  <div className={css.bar} data-bar="">
    {children}
    {note && (
      <p className={fault ? css.fault : undefined} aria-live="polite">
        {note}
      </p>
    )}
  </div>
)
