import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isContactOf, isSpeaker } from '../policy.ts'

export type Parties = { allianceId: string; organisationId: string; organisationKind: string; speakerIds: readonly string[] }

export const isSecretariatOf = (actor: Actor, { allianceId }: { allianceId: string }) => hasRole(actor, 'secretariat') && actor.allianceId === allianceId

const isOwn = (actor: Actor, { organisationId, organisationKind }: Parties) => isContactOf(actor, { id: organisationId, kind: organisationKind })

/** An organisation applies for itself, or whoever speaks for it does. */
export const mayApply = (actor: Actor, parties: Parties) => isOwn(actor, parties) || isSpeaker(actor, parties.speakerIds)

export const mayApplyOrRegister = (actor: Actor, parties: Parties) => mayApply(actor, parties) || isSecretariatOf(actor, parties)

/** Leaving is the organisation's own word, or the secretariat's decision; nobody who only speaks for it. */
export const mayLeave = (actor: Actor, parties: Parties) => isOwn(actor, parties) || isSecretariatOf(actor, parties)

export const mayEditMembership = (actor: Actor, parties: Parties & { state: string }) =>
  parties.state === 'draft' ? mayApplyOrRegister(actor, parties) : ['active', 'suspended'].includes(parties.state) && isSecretariatOf(actor, parties)

export const mayAddMembershipFile = (actor: Actor, parties: Parties & { state: string }) => parties.state === 'draft' && mayApplyOrRegister(actor, parties)

export const mayNoteObjection = (actor: Actor, parties: Parties & { state: string }) => parties.state === 'publicity' && isSecretariatOf(actor, parties)

/** Reasons and history are for those who take part, and for officials. */
export const mayReadMembership = (actor: Actor, parties: Parties) => mayApplyOrRegister(actor, parties) || hasRole(actor, 'official')

export const mayPrintCertificate = (actor: Actor, parties: Parties & { certificateNumber: string | null; state: string }) =>
  parties.certificateNumber !== null && ['active', 'suspended'].includes(parties.state) && mayReadMembership(actor, parties)
