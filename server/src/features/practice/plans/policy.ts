import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isDeciding, isHeadOf, isHost, isSelf, type PlanParties } from '../policy.ts'

/** The teacher, or the school's office for one who does not sign in. */
export const mayKeepPlan = (actor: Actor, plan: PlanParties) => isSelf(actor, plan) || isDeciding(actor, plan)
export const mayWritePlan = (actor: Actor) => hasRole(actor, 'teacher', 'school_contact')
const isDepartment = (actor: Actor, plan: PlanParties) => isHeadOf(actor, plan) || isDeciding(actor, plan)
/** Before the department has agreed, the department or the office; after it, the office alone. */
const isWithWhomItLies = (actor: Actor, plan: PlanParties & { state: string }) => (plan.state === 'applied' ? isDepartment(actor, plan) : isDeciding(actor, plan))
/** The firm; or the school's office with the firm's paper in its hands. The service looks for the paper. */
const isFirmOrPaper = (actor: Actor, plan: PlanParties) => isHost(actor, plan.organisationId) || isDeciding(actor, plan)
export const isFirmOf = (actor: Actor, plan: PlanParties) => isHost(actor, plan.organisationId)
export const mayDecide = (actor: Actor, plan: PlanParties) => isDeciding(actor, plan)
export const mayCheck = (actor: Actor, plan: PlanParties) => isDepartment(actor, plan)
export const isOfSchoolSide = (actor: Actor, plan: PlanParties) => isDepartment(actor, plan)

/** Who may take which step; the declaration of the lifecycle and the route ask the same. */
export const whoMoves = {
  apply: mayKeepPlan,
  endorse: isDepartment,
  approve: mayDecide,
  return: isWithWhomItLies,
  decline: isWithWhomItLies,
  accept: isFirmOrPaper,
  refuse: isFirmOrPaper,
  start: mayKeepPlan,
  finish: mayKeepPlan,
  appraise: isFirmOrPaper,
  pass: mayDecide,
  fail: mayDecide,
  credit: mayDecide,
  archive: mayDecide,
  withdraw: mayKeepPlan,
}
export const mayMovePlan = (actor: Actor, { plan, action }: { plan: PlanParties & { state: string }; action: keyof typeof whoMoves }) => whoMoves[action](actor, plan)
