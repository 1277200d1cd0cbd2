import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import type { PlacementParties } from '../policy.ts'
import { isOwnReport, mayAnswerReport } from './policy.ts'

export type ReportState = 'open' | 'answered' | 'closed'
export type ReportAction = 'answer' | 'solve' | 'reopen'
export type ReportInMotion = PlacementParties & { id: string; number: string; state: ReportState; studentName: string; unitName: string; supervisorAccountId: string | null; dueAt: Date | null }

const carers = ({ schoolId, supervisorAccountId }: ReportInMotion): Assignee[] => [...(supervisorAccountId ? [{ accountId: supervisorAccountId }] : []), { role: 'school_contact', organisationId: schoolId }]

export const reportLife = lifecycle<ReportState, ReportAction, ReportInMotion>({
  noun: 'placement_report',
  table: 'placement_report',
  states: ['open', 'answered', 'closed'],
  line: ['open', 'answered', 'closed'],
  transitions: {
    answer: { from: ['open'], to: 'answered', event: 'placement_report.answered', may: mayAnswerReport },
    // Solved is what the student says.
    solve: { from: ['answered'], to: 'closed', event: 'placement_report.solved', may: isOwnReport },
    reopen: { from: ['answered'], to: 'open', event: 'placement_report.reopened', may: isOwnReport },
  },
  asks: { open: [{ kind: 'placement_report.answer', of: carers, due: ({ dueAt }) => dueAt, params: ({ number, studentName, unitName }) => ({ number, student: studentName, unit: unitName }) }] },
})
