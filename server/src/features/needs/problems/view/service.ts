import type { Actor } from '../../../../kernel/actor.ts'
import { addDays, closingOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { historyOf } from '../../../../kernel/history.ts'
import { canMove } from '../../../../kernel/lifecycle.ts'
import { viewFilesOf } from '../../../files/service.ts'
import { openItemsAbout } from '../../../inbox/service.ts'
import { viewOrganisationBriefs } from '../../../members/service.ts'
import { codeNames } from '../../../talent/codes/service.ts'
import type { ProblemRow, ProblemView } from '../contract.ts'
import { problemLife } from '../lifecycle.ts'
import { isPartyTo, mayClarifyProblem, mayInstruct, mayKeepProblem, mayManageProblem, mayTakeProblem, seesPrivateOf } from '../policy.ts'
import { endings, gapsNow, inMotion, type Problem } from '../service.ts'
import { pageOfProblems, type ListedProblem } from './tables.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null

function rowView(row: ListedProblem | Problem, names: ReadonlyMap<string, string>): ProblemRow {
  const { id, number, title, titleEn, organisationId, organisationName, spokenByName, wantedBy, validUntil, managerName, escalation, demo } = row
  return {
    id, number, title, titleEn, organisationId, organisationName, spokenByName, wantedBy, validUntil, managerName, escalation, demo,
    kind: row.kind as ProblemRow['kind'],
    family: row.family as ProblemRow['family'],
    state: row.state as ProblemRow['state'],
    secrecy: row.secrecy as ProblemRow['secrecy'],
    declineCode: row.declineCode as ProblemRow['declineCode'],
    fields: row.fieldCodes.map((code) => ({ code, name: names.get(code) ?? null })),
    answerDueAt: iso(row.answerDueAt),
    createdAt: row.createdAt.toISOString(),
    verifiedAt: iso(row.verifiedAt),
    closedAt: iso(row.closedAt),
  }
}

export async function viewProblems(tx: Tx, actor: Actor, query: Parameters<typeof pageOfProblems>[2], now: Date) {
  const { rows, total } = await pageOfProblems(tx, actor, query, now)
  const names = await codeNames(tx, 'industry', [...new Set(rows.flatMap((row) => row.fieldCodes))])
  return { rows: rows.map((row) => rowView(row, names)), total, page: query.page, size: query.size }
}

export async function viewProblem(tx: Tx, actor: Actor, problem: Problem, now: Date): Promise<ProblemView> {
  const whole = seesPrivateOf(actor, problem)
  const party = isPartyTo(actor, problem)
  const names = await codeNames(tx, 'industry', problem.fieldCodes)
  const files = whole ? ((await viewFilesOf(tx, 'problem', [problem.id])).get(problem.id) ?? []) : []
  const granted = party ? [...(await viewOrganisationBriefs(tx, problem.granted)).values()].map(({ name }) => name) : []
  const { allianceId, organisationTown, spokenBy, description, descriptionEn, presentValue, wantedValue, managerId, solution, solutionByName, version } = problem
  const ended = ['solved', 'declined', 'withdrawn', 'expired'].includes(problem.state)
  return {
    ...rowView(problem, names),
    allianceId, organisationTown, spokenBy, description, descriptionEn, presentValue, wantedValue, managerId, version, whole,
    privateDetails: whole ? problem.privateDetails : null,
    budgetMin: whole ? problem.budgetMin : null,
    budgetMax: whole ? problem.budgetMax : null,
    submittedAt: iso(problem.submittedAt),
    firstAnswerAt: iso(problem.firstAnswerAt),
    reason: party ? problem.reason : null,
    // A solution is public once the asker has confirmed it.
    solution: party || problem.state === 'solved' ? solution : null,
    solutionByName: party || problem.state === 'solved' ? solutionByName : null,
    solvedAt: iso(problem.solvedAt),
    files,
    granted,
    gaps: mayKeepProblem(actor, problem) && problem.state === 'draft' ? gapsNow(problem, now) : [],
    next: nextOf(problem, now),
    can: {
      ...canMove(problemLife, actor, inMotion(problem, now)),
      edit: problem.state === 'draft' && mayKeepProblem(actor, problem),
      take: !ended && problem.state !== 'draft' && problem.managerId === null && mayTakeProblem(actor, problem),
      handOver: !ended && problem.state !== 'draft' && mayManageProblem(actor, problem),
      instruct: problem.escalation > 0 && (!ended || problem.state === 'expired') && mayInstruct(actor, problem),
      clarify: ['submitted', 'open', 'answered'].includes(problem.state) && mayClarifyProblem(actor, problem),
      read: ended && (await hasUnreadEnd(tx, actor, problem.id)),
      addFile: !ended && mayAddProblemFileHere(actor, problem),
    },
  }
}

const mayAddProblemFileHere = (actor: Actor, problem: Problem) => mayKeepProblem(actor, problem) || mayManageProblem(actor, problem)

const hasUnreadEnd = async (tx: Tx, actor: Actor, needId: string) =>
  (await openItemsAbout(tx, 'problem', needId)).some((item) => endings.includes(item.kind) && (item.accountId === actor.accountId || (item.accountId === null && item.organisationId !== null && item.organisationId === actor.organisationId)))

/** The bar below the line of states: who acts, until when. */
function nextOf(problem: Problem, now: Date): ProblemView['next'] {
  const { state, managerId, escalation, answerDueAt } = problem
  if (state === 'draft') return { who: 'asker', until: problem.reason ? iso(inMotion(problem, problem.updatedAt).clocks.repair) : null }
  if (state === 'submitted') return { who: 'verifier', until: iso(inMotion(problem, problem.submittedAt ?? now).clocks.verify) }
  if (state === 'open') return { who: escalation === 2 && problem.authorityIds.length > 0 ? 'authority' : managerId && escalation === 0 ? 'manager' : 'office', until: iso(answerDueAt) }
  if (state === 'answered') return { who: 'parties', until: problem.validUntil ? iso(closingOf(addDays(problem.validUntil, 0))) : null }
  if (state === 'settling') return { who: 'asker', until: iso(answerDueAt) }
  return { who: 'nobody', until: null }
}

/** What everybody may know of a step, beyond when it was. */
const openDetails = ['level', 'toldAuthority', 'validUntil', 'declineCode', 'from', 'to']

export async function viewHistory(tx: Tx, actor: Actor, problem: Problem) {
  const party = isPartyTo(actor, problem)
  const rows = (await historyOf(tx, 'problem', problem.id)).filter(({ event }) => party || !/^(file|problem\.access)/.test(event))
  const shown = (row: (typeof rows)[number]) =>
    party || (row.event === 'problem.instructed' && actor.role === 'official') ? row.details : Object.fromEntries(Object.entries(row.details).filter(([key]) => openDetails.includes(key)))
  return { rows: rows.map((row) => ({ at: row.at.toISOString(), event: row.event, by: party ? row.by : null, details: shown(row) })) }
}
