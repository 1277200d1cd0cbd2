import type { RefusalCode } from '../../../contract/refusals.ts'
import type { Fault } from '../rules.ts'

/** Working days the school has; one when safety is the reason. */
export const decideWithin = 3
export const decideOnSafetyWithin = 1

type Change = { kind: 'change' | 'leave'; dueAt: Date | null }

/** The school may say no to another post, with a reason; to stopping it may not. */
export const whyNotDecline = ({ kind }: Change): RefusalCode | null => (kind === 'leave' ? 'leaving_not_refused' : null)
/** The student need not wait for longer than the clock of the school. */
export const whyNotInsist = ({ dueAt }: Change, now: Date): RefusalCode | null => (dueAt !== null && now < dueAt ? 'school_has_time' : null)
export const whyNotChange = ({ kind }: Change): RefusalCode | null => (kind === 'change' ? null : 'leaving_not_refused')

type Placement = { state: string; startsOn: string; endsOn: string }
export const isToLeave = ({ state }: Placement) => ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended'].includes(state)
export const hasBegun = ({ state }: Placement) => state === 'active' || state === 'suspended'

/** Faults of a decision: a last day before the first or after today plus the clock of the agreement, and a new post without its days. */
export function faultsOfDecision(step: { action: string; endedOn?: string; postId?: string; startsOn?: string; endsOn?: string }, placement: Placement, today: string): Fault[] {
  const faults: Fault[] = []
  const add = (path: string, code: string) => void faults.push({ path: [path], code })
  const endedOn = step.endedOn ?? today
  if (hasBegun(placement) && endedOn < placement.startsOn) add('endedOn', 'out_of_order')
  if (endedOn > placement.endsOn || endedOn > today) add('endedOn', 'too_late')
  if (step.action === 'change') {
    if (!step.postId) add('postId', 'missing')
    if (!step.startsOn) add('startsOn', 'missing')
    if (!step.endsOn) add('endsOn', 'missing')
    if (step.startsOn && step.startsOn <= endedOn) add('startsOn', 'out_of_order')
  }
  return faults
}
