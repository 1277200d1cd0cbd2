import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { ChainLine, NextBar, type ChainStep } from '../../ui/chain-line.tsx'
import type { MembershipView, State } from './queries.ts'

const line = ['draft', 'submitted', 'checked', 'publicity', 'active'] as const
const ended: readonly State[] = ['rejected', 'withdrawn', 'left', 'suspended']

/** The chain line of a membership, and what happens next. */
export function MembershipLine({ membership, plain }: { membership: MembershipView; plain?: boolean }) {
  const { t } = useTranslation('members')
  const format = useFormat()
  const { state } = membership
  const passed: Partial<Record<State, string | null>> = {
    draft: membership.createdAt,
    submitted: membership.appliedAt,
    checked: membership.checkedAt,
    publicity: membership.publicityFrom,
    active: membership.approvedAt,
    left: membership.leftAt,
  }
  const note = (one: State) => {
    if (one === state && membership.waiting?.dueAt && one !== 'active') return format.deadline(membership.waiting.dueAt)
    const at = passed[one]
    return at ? format.day(at) : undefined
  }
  const step = (one: State, its: ChainStep['state'], says?: string): ChainStep => ({ key: one, label: t(`line.${one}`), state: its, note: says ?? note(one) })
  const at = line.indexOf(state as 'draft')
  const reached = line.filter((one) => passed[one])
  const steps =
    at >= 0
      ? line.map((one, index) => step(one, index < at || state === 'active' ? 'done' : index === at ? 'now' : 'next'))
      : [...reached.map((one) => step(one, 'done')), step(state, state === 'suspended' ? 'now' : 'refused', membership.reason ?? note(state))]

  return <ChainLine steps={steps}>{!plain && <NextBar>{nextOf()}</NextBar>}</ChainLine>

  function nextOf() {
    const due = membership.waiting?.dueAt ? format.deadline(membership.waiting.dueAt) : ''
    if (state === 'draft') return t(membership.reason ? 'next.draftReturned' : 'next.draft')
    return t(`next.${state}`, { due, until: membership.publicityUntil ? format.day(membership.publicityUntil) : '', number: membership.certificateNumber ?? '' })
  }
}

export const isEnded = (state: State) => ended.includes(state)
