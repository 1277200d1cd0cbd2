import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { ChainLine, NextBar, stepsOf } from '../../ui/chain-line.tsx'
import type { NeedState, NeedView } from './queries.ts'

const line = ['draft', 'submitted', 'open', 'closed'] as const

/** Where a post stands, and what happens next. */
export function NeedLine({ need, plain }: { need: NeedView; plain?: boolean }) {
  const { t } = useTranslation('needs')
  const format = useFormat()
  const { state, next } = need
  // A stale post still stands where it is open, only waiting.
  const shown: readonly NeedState[] = state === 'stale' ? ['draft', 'submitted', 'stale', 'closed'] : line
  const passed: Partial<Record<NeedState, string | null>> = { draft: need.createdAt, submitted: need.submittedAt, open: need.verifiedAt, stale: need.confirmedAt, closed: need.closedAt }
  const note = (one: NeedState) => {
    if ((one === 'declined' || one === 'withdrawn') && need.reason) return need.reason
    if (one === state && next.until && one !== 'closed') return format.deadline(next.until)
    const at = passed[one]
    return at ? format.day(at) : undefined
  }
  const reached: NeedState = need.submittedAt ? 'submitted' : 'draft'
  const steps = stepsOf<NeedState>({ line: shown, state, label: (one) => t(`line.${one}`), note }, reached).map((step) => (step.key === 'closed' && state === 'closed' ? { ...step, state: 'done' as const } : step))
  return <ChainLine steps={steps}>{!plain && <NextBar>{says()}</NextBar>}</ChainLine>

  function says() {
    const due = next.until ? format.deadline(next.until) : ''
    if (state === 'draft') return t(need.reason ? 'next.draftReturned' : 'next.draft', { due })
    return t(`next.${state}`, { due, reason: need.closeReason ? t(`closeReasons.${need.closeReason}`) : '' })
  }
}
