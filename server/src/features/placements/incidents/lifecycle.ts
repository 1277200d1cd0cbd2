import { lifecycle } from '../../../kernel/lifecycle.ts'
import type { PlacementParties } from '../policy.ts'
import { mayClaim, whenAllAreTold } from './policy.ts'

export type IncidentState = 'open' | 'told' | 'closed'
export type IncidentInMotion = PlacementParties & { id: string; number: string; state: IncidentState; studentName: string; unitName: string; dueAt: Date; supervisorAccountId: string | null }

const params = ({ number, studentName, unitName }: IncidentInMotion) => ({ number, student: studentName, unit: unitName })

export const incidentLife = lifecycle<IncidentState, 'tell' | 'close', IncidentInMotion>({
  noun: 'incident',
  table: 'incident',
  states: ['open', 'told', 'closed'],
  line: ['open', 'told', 'closed'],
  transitions: {
    tell: { from: ['open'], to: 'told', event: 'incident.told', may: whenAllAreTold },
    close: { from: ['told'], to: 'closed', event: 'incident.closed', may: mayClaim },
  },
  asks: {
    open: [{ kind: 'incident.tell', of: ({ schoolId, supervisorAccountId }) => [{ role: 'school_contact', organisationId: schoolId }, ...(supervisorAccountId ? [{ accountId: supervisorAccountId }] : [])], due: ({ dueAt }) => dueAt, params }],
    told: [{ kind: 'incident.close', of: ({ schoolId }) => [{ role: 'school_contact', organisationId: schoolId }], due: () => null, params }],
  },
})
