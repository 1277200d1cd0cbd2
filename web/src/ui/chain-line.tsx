import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './chain-line.module.css'

export type ChainStep = {
  key: string
  label: string
  state: 'done' | 'now' | 'next' | 'refused'
  /** Past: its date. Present: the deadline. Future: when it is expected. Refused: the reason. */
  note?: ReactNode
}

/** What `stepsOf` knows of a record: the line from its lifecycle, where it stands, and when it passed where. */
type Passage<State extends string> = { line: readonly State[]; state: State; label: (state: State) => string; note?: (state: State) => ReactNode }

/** The steps of a record. A state outside the line (refused, withdrawn) ends what was reached with a cross. */
export function stepsOf<State extends string>({ line, state, label, note }: Passage<State>, reached?: State): ChainStep[] {
  const step = (one: State, its: ChainStep['state']): ChainStep => ({ key: one, label: label(one), state: its, note: note?.(one) })
  const at = line.indexOf(state)
  if (at >= 0) return line.map((one, index) => step(one, index < at ? 'done' : index === at ? 'now' : 'next'))
  const until = reached ? line.indexOf(reached) : 0
  return [...line.slice(0, until + 1).map((one) => step(one, 'done')), step(state, 'refused')]
}

/** The chain line: the states of a record from its one declaration; past, present with a ring, future hollow. */
export function ChainLine({ steps, label, children }: { steps: readonly ChainStep[]; label?: string; /** A `NextBar`, joined below. */ children?: ReactNode }) {
  const { t } = useTranslation('ui')
  return (
    <div>
      <ol className={[css.line, children && css.joined].filter(Boolean).join(' ')} aria-label={label ?? t('chain.label')}>
        {steps.map((step) => (
          <li key={step.key} className={[css.step, step.state !== 'next' && css[step.state]].filter(Boolean).join(' ')} aria-current={step.state === 'now' ? 'step' : undefined}>
            <b>{step.label}</b>
            <span className="sr"> {t(`chain.${step.state}`)} </span>
            {step.note && <small>{step.note}</small>}
          </li>
        ))}
      </ol>
      {children}
    </div>
  )
}

/** 现在等谁做什么，剩多久，到期会怎样. Under the chain line. */
export const NextBar = ({ children, actions }: { children: ReactNode; actions?: ReactNode }) => (
  <div className={css.bar}>
    <span>{children}</span>
    {actions && <div className={css.acts}>{actions}</div>}
  </div>
)
