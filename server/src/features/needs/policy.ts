import { hasRole, isAtOrganisation, type Actor, type Role } from '../../kernel/actor.ts'

export type NeedParties = {
  organisationId: string
  allianceId: string
  /** The association, park or platform that speaks for the firm in this need. */
  spokenBy: string | null
  createdBy: string | null
  /** Those who speak for the firm at large. */
  speakers: readonly string[]
}

export const speaking = ['association_contact', 'park_contact', 'platform_contact'] as const
export const isOffice = (actor: Actor, need: NeedParties) => hasRole(actor, 'secretariat') && actor.allianceId === need.allianceId
export const isSpeaker = (actor: Actor, need: NeedParties) => hasRole(actor, ...speaking) && actor.organisationId !== null && need.speakers.includes(actor.organisationId)
export const isFirm = (actor: Actor, need: NeedParties) => hasRole(actor, 'enterprise_contact', ...speaking) && isAtOrganisation(actor, need.organisationId)

export const mayRaiseNeed = (actor: Actor) => hasRole(actor, 'enterprise_contact', 'secretariat', ...speaking)

/** The firm itself, who speaks for it here, or the officer who wrote it down for the firm. */
export const mayKeepNeed = (actor: Actor, need: NeedParties) =>
  isFirm(actor, need) || (hasRole(actor, ...speaking) && isAtOrganisation(actor, need.spokenBy)) || (isOffice(actor, need) && need.createdBy === actor.accountId)

/** Never the firm, never who spoke for it, never the person who wrote it: four eyes. */
export const mayVerifyNeed = (actor: Actor, need: NeedParties) =>
  need.createdBy !== actor.accountId &&
  !isFirm(actor, need) &&
  (isOffice(actor, need) || (isSpeaker(actor, need) && !isAtOrganisation(actor, need.spokenBy)))

export const mayCloseNeed = (actor: Actor, need: NeedParties) => mayKeepNeed(actor, need) || isOffice(actor, need)
/** One tap from the firm or from who speaks for it. */
export const mayConfirmNeed = (actor: Actor, need: NeedParties) => mayKeepNeed(actor, need) || isSpeaker(actor, need) || isOffice(actor, need)

/** Reference wages, the mentor's phone, reasons and history: those who decide, and the schools that send students. */
export const seesWholeNeed = (actor: Actor, need: NeedParties) =>
  isFirm(actor, need) || isSpeaker(actor, need) || isOffice(actor, need) || hasRole(actor, 'school_contact', 'teacher')

export const nobody = (_actor: Actor, _need: NeedParties) => false

/** Who may take which step; the declaration of the lifecycle and the route ask the same. */
export const whoMoves = {
  submit: mayKeepNeed,
  verify: mayVerifyNeed,
  return: mayVerifyNeed,
  decline: mayVerifyNeed,
  withdraw: mayKeepNeed,
  confirm: mayConfirmNeed,
  close: mayCloseNeed,
}
export const mayMoveNeed = (actor: Actor, { need, action }: { need: NeedParties; action: keyof typeof whoMoves }) => whoMoves[action](actor, need)

const contactRoles: Readonly<Record<string, Role>> = {
  enterprise: 'enterprise_contact', school: 'school_contact', park: 'park_contact',
  association: 'association_contact', innovation_platform: 'platform_contact', government: 'official',
}
/** Who answers for an organisation of this kind. */
export const contactRoleOf = (kind: string): Role => contactRoles[kind] ?? 'enterprise_contact'
