import type { Actor } from '../../../kernel/actor.ts'
import { lifecycle } from '../../../kernel/lifecycle.ts'
import { contactRoleOf } from '../policy.ts'
import { isSecretariatOf, mayApply, mayApplyOrRegister, mayLeave, type Parties } from './policy.ts'
import { whyNotApprove, whyNotSubmit } from './rules.ts'

type State = 'draft' | 'submitted' | 'checked' | 'publicity' | 'active' | 'suspended' | 'left' | 'rejected' | 'withdrawn'
export type MembershipAction = 'submit' | 'check' | 'publish' | 'approve' | 'register' | 'return' | 'reject' | 'withdraw' | 'suspend' | 'resume' | 'leave'

export type MovingMembership = Parties & {
  id: string
  state: State
  reason: string | null
  spokenBy: string | null
  spokenByKind: string | null
  organisationName: string
  allianceName: string
  uscc: string | null
  contactName: string | null
  contactPhone: string | null
  publicityUntil: string | null
  publicityEnds: Date | null
  /** Deadlines, counted in working days by the service: a declaration knows no calendar. */
  clocks: { check: Date; publish: Date; decide: Date; repair: Date }
}

const secretariat = (actor: Actor, thing: MovingMembership) => isSecretariatOf(actor, thing)
const ofSecretariat = ({ allianceId }: MovingMembership) => [{ role: 'secretariat', allianceId } as const]
const params = ({ organisationName, allianceName, publicityUntil, reason }: MovingMembership) => ({ organisation: organisationName, alliance: allianceName, until: publicityUntil, reason })

/** The contact of the organisation, and of the one that applied for it. */
const ofApplicant = ({ organisationId, organisationKind, spokenBy, spokenByKind }: MovingMembership) => [
  { role: contactRoleOf(organisationKind), organisationId },
  ...(spokenBy && spokenByKind ? [{ role: contactRoleOf(spokenByKind), organisationId: spokenBy }] : []),
]

export const membershipLife = lifecycle<State, MembershipAction, MovingMembership>({
  noun: 'membership',
  table: 'membership',
  states: ['draft', 'submitted', 'checked', 'publicity', 'active', 'suspended', 'left', 'rejected', 'withdrawn'],
  line: ['draft', 'submitted', 'checked', 'publicity', 'active'],
  transitions: {
    submit: { from: ['draft'], to: 'submitted', event: 'membership.submitted', may: mayApplyOrRegister, whyNot: whyNotSubmit },
    check: { from: ['submitted'], to: 'checked', event: 'membership.checked', may: secretariat },
    publish: { from: ['checked'], to: 'publicity', event: 'membership.published', may: secretariat },
    approve: { from: ['publicity'], to: 'active', event: 'membership.approved', may: secretariat, whyNot: whyNotApprove },
    // Founding members and those a council has already decided on.
    register: { from: ['draft'], to: 'active', event: 'membership.registered', may: secretariat },
    return: { from: ['submitted', 'checked'], to: 'draft', event: 'membership.returned', may: secretariat },
    reject: { from: ['submitted', 'checked', 'publicity'], to: 'rejected', event: 'membership.rejected', may: secretariat },
    withdraw: { from: ['draft', 'submitted', 'checked', 'publicity'], to: 'withdrawn', event: 'membership.withdrawn', may: mayApply },
    suspend: { from: ['active'], to: 'suspended', event: 'membership.suspended', may: secretariat },
    resume: { from: ['suspended'], to: 'active', event: 'membership.resumed', may: secretariat },
    leave: { from: ['active', 'suspended'], to: 'left', event: 'membership.left', may: mayLeave },
  },
  asks: {
    // A new draft asks nothing of anybody; one that was sent back does.
    draft: [{ kind: 'membership.repair', of: (thing) => (thing.reason ? ofApplicant(thing) : []), due: ({ clocks }) => clocks.repair, params }],
    submitted: [{ kind: 'membership.check', of: ofSecretariat, due: ({ clocks }) => clocks.check, params }],
    checked: [{ kind: 'membership.publish', of: ofSecretariat, due: ({ clocks }) => clocks.publish, params }],
    publicity: [{ kind: 'membership.decide', of: ofSecretariat, due: ({ clocks }) => clocks.decide, params }],
  },
})
