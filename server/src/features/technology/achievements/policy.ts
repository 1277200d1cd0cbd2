import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isManager, isOffice, isOwner, mayKeepOffered, worksHere, type Owned } from '../policy.ts'

export type AchievementParties = Owned & {
  disclosure: 'public' | 'members' | 'nda'
  /** Organisations with a confidentiality agreement that holds. */
  granted: readonly string[]
}

const isGranted = (actor: Actor, { granted }: AchievementParties) => actor.organisationId !== null && granted.includes(actor.organisationId) && worksHere(actor)

/** The owner and the office: those who decide. */
export const isPartyTo = (actor: Actor, achievement: AchievementParties) => isOwner(actor, achievement) || isOffice(actor, achievement)

/** Details, evidence and the telephone. */
export const seesDetailsOf = (actor: Actor, achievement: AchievementParties) =>
  isPartyTo(actor, achievement) || isGranted(actor, achievement) || (achievement.disclosure !== 'nda' && worksHere(actor))

/** Never who wrote it: four eyes. */
export const mayVerifyAchievement = (actor: Actor, achievement: AchievementParties) => isOffice(actor, achievement) && achievement.createdBy !== actor.accountId
/** An officer or the manager of a platform, who reads the evidence and is not of the owner's house. */
export const mayConfirmLevel = (actor: Actor, achievement: AchievementParties) =>
  isManager(actor) && !isOwner(actor, achievement) && achievement.createdBy !== actor.accountId && seesDetailsOf(actor, achievement)
export const mayExportAchievements = (actor: Actor) => !hasRole(actor, 'student')

export const nobody = (_actor: Actor, _achievement: AchievementParties) => false

/** Who may take which step; the declaration of the lifecycle and the route ask the same. */
export const whoMoves = {
  submit: mayKeepOffered,
  verify: mayVerifyAchievement,
  return: mayVerifyAchievement,
  decline: mayVerifyAchievement,
  confirm: mayKeepOffered,
  revise: mayKeepOffered,
  withdraw: mayKeepOffered,
}
export const mayMoveAchievement = (actor: Actor, { achievement, action }: { achievement: AchievementParties; action: keyof typeof whoMoves }) => whoMoves[action](actor, achievement)
