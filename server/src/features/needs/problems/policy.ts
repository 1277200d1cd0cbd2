import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'
import { isFirm, isOffice, isSpeaker, mayKeepNeed, mayVerifyNeed, nobody, speaking, type NeedParties } from '../policy.ts'

export type ProblemParties = NeedParties & {
  secrecy: 'open' | 'nda'
  /** The account that owns the next step. */
  managerId: string | null
  /** Who reported the solution. */
  reportedBy: string | null
  /** Organisations with a confidentiality agreement that holds. */
  granted: readonly string[]
  /** Whether whoever asks acts for an active member of the need's alliance. */
  ofAlliance: boolean
}

const isManager = (actor: Actor, problem: ProblemParties) => problem.managerId === actor.accountId && hasRole(actor, 'secretariat', 'platform_contact')
const isGranted = (actor: Actor, problem: ProblemParties) =>
  actor.organisationId !== null && problem.granted.includes(actor.organisationId) && !hasRole(actor, 'student')

export const mayKeepProblem = (actor: Actor, problem: ProblemParties) => mayKeepNeed(actor, problem)
export const mayVerifyProblem = (actor: Actor, problem: ProblemParties) => mayVerifyNeed(actor, problem)

/** The office and the technology manager; never for one's own firm. */
export const mayManageProblem = (actor: Actor, problem: ProblemParties) => !isFirm(actor, problem) && (isOffice(actor, problem) || isManager(actor, problem))
export const mayDeclineProblem = (actor: Actor, problem: ProblemParties) => mayVerifyNeed(actor, problem) || (isManager(actor, problem) && !isFirm(actor, problem))

/** Who rewrites the question so that it can be answered, and takes out what is secret: never the firm, which has its draft for that. */
export const mayClarifyProblem = (actor: Actor, problem: ProblemParties) => mayVerifyNeed(actor, problem) || mayManageProblem(actor, problem)

/** An officer, or a platform of the alliance. A confidential need is handed to a platform by the office: taking it would be a way to read it. */
export const mayTakeProblem = (actor: Actor, problem: ProblemParties) =>
  isOffice(actor, problem) ||
  (hasRole(actor, 'platform_contact') && problem.ofAlliance && !isFirm(actor, problem) && (problem.secrecy === 'open' || isGranted(actor, problem)))

export const mayReportSolution = (actor: Actor, problem: ProblemParties) => mayKeepNeed(actor, problem) || mayManageProblem(actor, problem)
/** The asker. Whoever reported the solution for the firm does not confirm it for the firm as well. */
export const mayConfirmSolved = (actor: Actor, problem: ProblemParties) => isFirm(actor, problem) || (mayKeepNeed(actor, problem) && problem.reportedBy !== actor.accountId)
export const mayReopenProblem = (actor: Actor, problem: ProblemParties) => mayKeepNeed(actor, problem) || isOffice(actor, problem)

/** The office, and the authority above it: what it decides about a need that nobody answered. */
export const mayInstruct = (actor: Actor, problem: ProblemParties) => isOffice(actor, problem) || (hasRole(actor, 'official') && problem.ofAlliance)

/** Private details, budget, files, names and reasons of the history. */
export const seesPrivateOf = (actor: Actor, problem: ProblemParties) =>
  (problem.secrecy === 'open' && !hasRole(actor, 'student')) || isPartyTo(actor, problem) || isGranted(actor, problem)

/** The asker, who speaks for it, the office and the manager: those who decide. */
export const isPartyTo = (actor: Actor, problem: ProblemParties) =>
  isFirm(actor, problem) || isSpeaker(actor, problem) || isOffice(actor, problem) || isManager(actor, problem) || (hasRole(actor, ...speaking) && isAtOrganisation(actor, problem.spokenBy))

/** Who may take which step; the declaration of the lifecycle and the route ask the same. */
export const whoMoves = {
  submit: mayKeepProblem,
  verify: mayVerifyProblem,
  return: mayVerifyProblem,
  decline: mayDeclineProblem,
  withdraw: mayKeepProblem,
  prolong: mayReopenProblem,
  report: mayReportSolution,
  confirm: mayConfirmSolved,
  reopen: mayReopenProblem,
}
export const mayMoveProblem = (actor: Actor, { problem, action }: { problem: ProblemParties; action: keyof typeof whoMoves }) => whoMoves[action](actor, problem)

/** By other rooms, or by the clock. */
export const notByHand = (actor: Actor, problem: ProblemParties) => nobody(actor, problem)
