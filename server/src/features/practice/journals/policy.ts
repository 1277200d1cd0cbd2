import type { Actor } from '../../../kernel/actor.ts'
import { isDeciding, isHost, isSelf, type PlanParties } from '../policy.ts'

/** The teacher, or the school's office for one who does not sign in. */
export const mayWriteWeek = (actor: Actor, plan: PlanParties) => isSelf(actor, plan) || isDeciding(actor, plan)
/** The firm; or the office, for a firm that answers on paper. A teacher never confirms the own week. */
const mayConfirmWeek = (actor: Actor, plan: PlanParties & { onPaper: boolean }) => isHost(actor, plan.organisationId) || (plan.onPaper && isDeciding(actor, plan))
export const mayMoveWeek = (actor: Actor, { plan, action }: { plan: PlanParties & { onPaper: boolean }; action: 'send' | 'confirm' | 'return' }) => (action === 'send' ? mayWriteWeek(actor, plan) : mayConfirmWeek(actor, plan))
