import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { ChainLine, NextBar, stepsOf } from '../../../ui/chain-line.tsx'
import type { ProblemState, ProblemView } from './queries.ts'

const line = ['draft', 'submitted', 'open', 'answered', 'settling', 'solved'] as const

/** Where a problem stands, and what happens next, until when. */
export function ProblemLine({ problem, plain }: { problem: ProblemView; plain?: boolean }) {
  const { t } = useTranslation('problems')
  const format = useFormat()
  const { state, next } = problem
  const passed: Partial<Record<ProblemState, string | null>> = { draft: problem.createdAt, submitted: problem.submittedAt, open: problem.verifiedAt, answered: problem.firstAnswerAt, solved: problem.solvedAt }
  const note = (one: ProblemState) => {
    if (one === 'declined') return problem.declineCode ? t(`declineCodes.${problem.declineCode}`) : undefined
    if (one === 'withdrawn' || one === 'expired') return problem.closedAt ? format.day(problem.closedAt) : undefined
    if (one === state && next.until) return format.deadline(next.until)
    // A firm that solved it alone passed no talks.
    if (one === 'answered' && !problem.firstAnswerAt) return undefined
    const at = passed[one]
    return at && line.indexOf(one as 'open') <= line.indexOf(state as 'open') ? format.day(at) : undefined
  }
  const reached: ProblemState = problem.firstAnswerAt ? 'answered' : problem.verifiedAt ? 'open' : problem.submittedAt ? 'submitted' : 'draft'
  const steps = stepsOf<ProblemState>({ line, state, label: (one) => t(`line.${one}`), note }, reached).map((step) => (step.key === 'solved' && state === 'solved' ? { ...step, state: 'done' as const } : step))
  return <ChainLine steps={steps}>{!plain && <NextBar>{useNextWords(problem)}</NextBar>}</ChainLine>
}

/** 现在等谁做什么，到期会怎样. */
export function useNextWords(problem: ProblemView): string {
  const { t } = useTranslation('problems')
  const { deadline } = useFormat()
  const { state, next, escalation } = problem
  const due = next.until ? deadline(next.until) : ''
  if (state === 'draft') return t(problem.reason ? 'next.draftReturned' : 'next.draft', { due })
  if (state !== 'open') return t(`next.${state}`, { due })
  if (escalation === 2) return t(next.who === 'authority' ? 'next.open.authority' : 'next.open.authorityNone', { due })
  if (escalation === 1) return t('next.open.late', { due })
  return problem.managerName ? t('next.open.manager', { due, name: problem.managerName }) : t('next.open.office', { due })
}
