import { randomBytes } from 'node:crypto'
import { commitmentOf, type Guarantees } from '@silian/matching'
import type { RoundAction, RoundSettings, RoundView } from './contract.ts'
import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { inTransaction, type Db, type Locked, type Tx } from '../../kernel/db.ts'
import { canMove, whyNotMove } from '../../kernel/lifecycle.ts'
import { enqueue } from '../../kernel/outbox.ts'
import { refuse } from '../../kernel/refusal.ts'
import { nextNumber } from '../../kernel/running-number.ts'
import { seal } from '../../kernel/secrets.ts'
import { listRoundCohortIds, replaceCohorts } from './cohorts/tables.ts'
import { roundLife, type RoundInMotion } from './lifecycle.ts'
import { freezeList } from './lists/service.ts'
import { inMotion, takeStep, type Deed } from './motion/service.ts'
import { mayRemindStudents, mayRunRound, maySeeResults } from './policy.ts'
import { listSeatsLeft, replacePosts } from './posts/tables.ts'
import { askForAnswers, tellResults } from './results/service.ts'
import { promises, readSettings, ruleOf, sayRule, sentencesOf } from './rule/service.ts'
import { listLimits, replaceLimits } from './rule/tables.ts'
import { asksForMarks, missingToOpen, outOfOrder } from './rules.ts'
import { isLong, matchNow, start, viewRun } from './runs/service.ts'
import { findAccountName, findPublishedRound, insertRound, listHistory, listVisibleIds, lockDueRounds, pageOfRounds, updateRoundSettings, type Round } from './tables.ts'

export async function prepareRound(tx: Tx, actor: Actor, settings: RoundSettings, now: Date) {
  refuseDisorder(settings)
  const number = await nextNumber(tx, 'R', now)
  const { id } = await insertRound(tx, { ...settings, number, allianceId: actor.allianceId!, ownerId: actor.accountId, createdAt: now })
  audit(tx, actor, now, { event: 'round.prepared', subjectType: 'round', subjectId: id, details: { number } })
  return { id }
}

export async function changeRound(tx: Tx, actor: Actor, round: Locked<Round>, { version, ...settings }: RoundSettings & { version: number }, now: Date) {
  if (round.state !== 'draft') refuse('wrong_state', { state: round.state })
  refuseDisorder(settings)
  if ((await updateRoundSettings(tx, round.id, version, settings)) === 0) refuse('changed_meanwhile')
  audit(tx, actor, now, { event: 'round.changed', subjectType: 'round', subjectId: round.id })
  return { version: version + 1 }
}

const date = (text: string | null | undefined) => (text ? new Date(text) : null)

function refuseDisorder({ wishesOpenAt, wishesCloseAt, rankingCloseAt, publicityUntil, confirmUntil, startsOn = null, endsOn = null, ...settings }: RoundSettings) {
  const moments = { wishesOpenAt: date(wishesOpenAt), wishesCloseAt: date(wishesCloseAt), rankingCloseAt: date(rankingCloseAt), publicityUntil: date(publicityUntil), confirmUntil: date(confirmUntil) }
  const fields = outOfOrder({ ...settings, ...moments, startsOn, endsOn })
  if (fields.length > 0) refuse('invalid_input', { issues: fields.map((field) => ({ path: [field], code: 'out_of_order' })) })
}

/** One step, by an officer or (null) by the clock. What the step does besides changing the state stands in `deeds`. */
export async function move(tx: Tx, by: Actor | null, round: Locked<Round>, action: RoundAction, now: Date, reason?: string) {
  const thing = await inMotion(tx, round, { marks: action === 'freeze' && asksForMarks(round, now) })
  const no = whyNotMove(roundLife, action, thing, now)
  if (no) refuse(no, { state: round.state, ...(action === 'open' ? { missing: missingToOpen(round, thing.facts) } : {}) })
  if (action === 'cancel' && !reason) refuse('reason_needed')
  if (action === 'match' && (await isLong(tx, round))) return start(tx, by, round, now)
  return takeStep(tx, by, { round, thing, action, deed: await deeds[action]?.(tx, round, now), reason }, now)
}

const deeds: Partial<Record<RoundAction, (tx: Tx, round: Locked<Round>, now: Date) => Promise<Deed>>> = {
  /** The seed is drawn and committed to before anybody chooses; only its hash is public. */
  open: async (_tx, _round, now) => {
    const seed = randomBytes(32).toString('hex')
    const commitment = commitmentOf(seed)
    return { change: { seedSealed: seal(seed), seedCommitment: Buffer.from(commitment, 'hex'), openedAt: now }, details: { commitment } }
  },
  freeze: async (tx, round, now) => {
    const { listDigest, inputDigest, policyDigest, applicants } = await freezeList(tx, round)
    return { change: { listDigest, inputDigest, frozenAt: now }, details: { listDigest, inputDigest, policyDigest, applicants } }
  },
  match: matchNow,
  publish: async (tx, round, now) => {
    await enqueue(tx, 'tell_results', { roundId: round.id })
    return { change: { publishedAt: now } }
  },
  endPublicity: async (tx, round, now) => {
    await askForAnswers(tx, round, now)
    return { change: {} }
  },
  close: async (_tx, _round, now) => ({ change: { closedAt: now } }),
}

/** Every minute: what the hour decides happens without anybody pressing a button. A round that cannot move yet is left. */
export async function moveRoundsByClock(db: Db, now: Date) {
  await inTransaction(db, async (tx) => {
    for (const round of await lockDueRounds(tx, now)) {
      const action = round.state === 'wishing' ? 'closeWishes' : 'endPublicity'
      if (whyNotMove(roundLife, action, await inMotion(tx, round, { marks: false }), now) === null) await move(tx, null, round, action, now)
    }
  })
}

/** After publication, in the worker: a mail to every student with an address. */
export async function sendResults(db: Db, { roundId }: { roundId: string }) {
  await inTransaction(db, async (tx) => {
    const round = await findPublishedRound(tx, roundId)
    if (round) await tellResults(tx, round)
  })
}

/** Round 2 takes only seats that nobody accepted, under the same rule; who accepted one does not take part (a wish of theirs is refused). */
export async function prepareSecondRound(tx: Tx, actor: Actor, round: Locked<Round>, title: string, now: Date) {
  if (round.state !== 'closed') refuse('wrong_state', { state: round.state })
  const number = await nextNumber(tx, 'R', now)
  const { title: _, titleEn, leaveYear, maxWishes, weightSchool, weightInterview, weightCertificate, startsOn, endsOn, allianceId } = round
  const { id } = await insertRound(tx, {
    title,
    titleEn,
    leaveYear,
    maxWishes,
    weightSchool,
    weightInterview,
    weightCertificate,
    startsOn,
    endsOn,
    policy: JSON.stringify(ruleOf(round)),
    allianceId,
    number,
    ownerId: actor.accountId,
    previousRoundId: round.id,
    createdAt: now,
  })
  await replaceCohorts(tx, id, await listRoundCohortIds(tx, round.id))
  await replacePosts(tx, id, await listSeatsLeft(tx, round.id))
  await replaceLimits(tx, id, await listLimits(tx, round.id))
  audit(tx, actor, now, { event: 'round.prepared', subjectType: 'round', subjectId: id, details: { number, after: round.number } })
  return { id }
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null

export async function viewRounds(tx: Tx, actor: Actor, query: Parameters<typeof pageOfRounds>[2]) {
  const { rows, total } = await pageOfRounds(tx, actor, query)
  return { rows: rows.map((row) => ({ ...row, wishesCloseAt: iso(row.wishesCloseAt), publishedAt: iso(row.publishedAt) })), total, page: query.page, size: query.size }
}

export async function viewRound(tx: Tx, actor: Actor, round: Round, now: Date): Promise<RoundView> {
  const settings = await readSettings(tx, round)
  const thing = await inMotion(tx, round, { settings })
  const office = mayRunRound(actor, round)
  const moves = canMove(roundLife, actor, thing)
  const running = thing.facts.running > 0
  const obstacles = office ? obstaclesOf(round, thing, now) : []
  const judged = round.audit as { violations: unknown[]; blockingPairs: unknown[]; wasted: unknown[]; envy: unknown[] } | null
  const published = round.publishedAt !== null
  return {
    ...round,
    wishesOpenAt: iso(round.wishesOpenAt),
    wishesCloseAt: iso(round.wishesCloseAt),
    rankingCloseAt: iso(round.rankingCloseAt),
    publicityUntil: iso(round.publicityUntil),
    confirmUntil: iso(round.confirmUntil),
    openedAt: iso(round.openedAt),
    frozenAt: iso(round.frozenAt),
    matchedAt: iso(round.matchedAt),
    publishedAt: iso(round.publishedAt),
    closedAt: iso(round.closedAt),
    ownerName: await findAccountName(tx, round.ownerId),
    seedCommitment: round.seedCommitment?.toString('hex') ?? null,
    rule: { ...settings.ruled.rule, tieKeys: [...settings.ruled.rule.tieKeys] },
    limits: settings.limits,
    ruleText: sayRule(actor.locale, settings),
    guarantees: sentencesOf((round.guarantees as Guarantees | null) ?? promises(round, settings), actor.locale),
    run: office ? await viewRun(tx, round.id) : null,
    audit: judged && { violations: judged.violations.length, blockingPairs: judged.blockingPairs.length, wasted: judged.wasted.length, envy: judged.envy.length },
    counts: office || published ? thing.facts : { ...thing.facts, placed: 0, accepted: 0, declined: 0 },
    can: {
      ...moves,
      ...(running ? { match: false, cancel: false } : {}),
      stopRun: office && running,
      edit: office && round.state === 'draft',
      remind: mayRemindStudents(actor, round) && round.state === 'wishing',
      trial: office && round.resultDigest === null && round.state !== 'draft' && round.state !== 'cancelled',
      second: office && round.state === 'closed',
      seeResults: maySeeResults(actor, round) && (published || (office && round.resultDigest !== null)),
    },
    obstacles,
  }
}

/** Why the next step is not possible yet, so that a button that is off can say so. */
function obstaclesOf(round: Round, thing: RoundInMotion, now: Date) {
  const next = { draft: 'open', wishing: 'closeWishes', ranking: 'freeze', publicity: 'endPublicity' } as const
  const action = next[round.state as keyof typeof next]
  const code = action && whyNotMove(roundLife, action, thing, now)
  if (!code) return []
  return [{ code: code as string, details: action === 'open' ? { missing: missingToOpen(round, thing.facts) } : {} }]
}

export async function viewHistory(tx: Tx, round: Round) {
  const rows = await listHistory(tx, round.id)
  return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString(), details: row.details as Record<string, unknown> })) }
}

/** Which of these this actor may see. */
export const visibleRoundIds = (tx: Tx, actor: Actor, ids: readonly string[]) => listVisibleIds(tx, actor, ids)
