import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import type { Role } from '../../../kernel/actor.ts'
import { whoMoves, type ResourceMove, type ResourceParties } from './policy.ts'

export type ResourceState = 'given' | 'received' | 'disputed' | 'corrected'
export type ResourceInMotion = ResourceParties & { id: string; state: ResourceState; number: string; name: string; giverName: string; receiverName: string; giverRole: Role | null; clocks: { ten: Date } }

const receiver = ({ receiverId }: ResourceInMotion): Assignee[] => [{ role: 'school_contact', organisationId: receiverId }]
/** The giver where somebody speaks for it, else the office. */
const keeper = ({ giverId, giverRole, allianceId }: ResourceInMotion): Assignee[] => (giverRole ? [{ role: giverRole, organisationId: giverId }] : [{ role: 'secretariat', allianceId }])
const params = ({ number, name, giverName, receiverName }: ResourceInMotion) => ({ number, name, giver: giverName, receiver: receiverName })

/** One version of one thing given: confirmed by the receiver, or disputed and set right by a new version. */
export const resourceLife = lifecycle<ResourceState, ResourceMove, ResourceInMotion>({
  noun: 'assistance_resource',
  table: 'assistance_resource',
  states: ['given', 'received', 'disputed', 'corrected'],
  line: ['given', 'received'],
  transitions: {
    receive: { from: ['given', 'disputed'], to: 'received', event: 'assistance_resource.received', may: whoMoves.receive },
    dispute: { from: ['given'], to: 'disputed', event: 'assistance_resource.disputed', may: whoMoves.dispute },
    // The old version stays in the ledger; what was received under it no longer counts.
    correct: { from: ['given', 'received', 'disputed'], to: 'corrected', event: 'assistance_resource.corrected', may: whoMoves.correct },
  },
  asks: {
    given: [{ kind: 'assistance_resource.receive', of: receiver, due: ({ clocks }) => clocks.ten, params }],
    disputed: [{ kind: 'assistance_resource.correct', of: keeper, due: ({ clocks }) => clocks.ten, params }],
  },
})
