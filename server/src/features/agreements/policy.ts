import { hasRole, isAtOrganisation, type Actor } from '../../kernel/actor.ts'

export type AgreementParty = { kind: string; organisationId: string | null; studentId: string | null; accountId: string | null; teacherId: string | null; signedAt?: Date | null }
export type Kept = { allianceId: string; keeperId: string | null }
export type AgreementParties = Kept & { parties: readonly AgreementParty[] }

/** Those who answer for an organisation; a teacher or a student of it does not sign for it. */
const answering = ['enterprise_contact', 'school_contact', 'park_contact', 'association_contact', 'platform_contact', 'official'] as const
export const answersFor = (actor: Actor, organisationId: string | null) => hasRole(actor, ...answering) && isAtOrganisation(actor, organisationId)
const isOffice = (actor: Actor, { allianceId }: Kept) => hasRole(actor, 'secretariat') && actor.allianceId === allianceId

/** Who drafted it keeps it; what nobody's house keeps, the office does. */
export const keeps = (actor: Actor, agreement: Kept) => answersFor(actor, agreement.keeperId) || isOffice(actor, agreement)
/** Whose signature this is. A guardian has no account: nobody signs for them here. */
export function isParty(actor: Actor, { kind, organisationId, studentId, accountId }: AgreementParty): boolean {
  if (kind === 'organisation') return answersFor(actor, organisationId)
  if (kind === 'student') return hasRole(actor, 'student') && actor.studentId === studentId
  return (kind === 'teacher' || kind === 'person') && accountId !== null && accountId === actor.accountId
}

export const mayDraftAgreement = (actor: Actor) => hasRole(actor, 'secretariat', 'school_contact', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact')
export const mayKeepAgreement = (actor: Actor, agreement: Kept) => keeps(actor, agreement)
/** A party that has not signed may refuse to, and a house that signed may end it; a student leaves by another door, which ends it for them. */
export const whoMoves = {
  open: (actor: Actor, agreement: AgreementParties) => keeps(actor, agreement),
  withdraw: (actor: Actor, agreement: AgreementParties) => keeps(actor, agreement),
  decline: (actor: Actor, agreement: AgreementParties) => agreement.parties.some((party) => !party.signedAt && isParty(actor, party)),
  terminate: (actor: Actor, agreement: AgreementParties) => keeps(actor, agreement) || agreement.parties.some(({ organisationId }) => answersFor(actor, organisationId)),
}
export const mayMoveAgreement = (actor: Actor, { agreement, action }: { agreement: AgreementParties; action: keyof typeof whoMoves }) => whoMoves[action](actor, agreement)
export const notByHand = (_actor: Actor, _agreement: AgreementParties) => false
export const mayReadRegister = (actor: Actor) => !hasRole(actor, 'official')
/** Links, codes and scans pass through the keeper's hands, and through those of its teachers. */
export const mayHandOver = (actor: Actor, agreement: Kept) => keeps(actor, agreement) || (hasRole(actor, 'teacher') && isAtOrganisation(actor, agreement.keeperId))
