import { randomBytes } from 'node:crypto'
import { claimText, commitmentOf, guarantees, type Guarantees } from '@silian/matching'
import type { RoundAction, RoundSettings, RoundView } from './contract.ts'
import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { dayOf } from '../../kernel/calendar.ts'
import { inTransaction, type Db, type Locked, type Tx } from '../../kernel/db.ts'
import { canMove, whyNotMove } from '../../kernel/lifecycle.ts'
import { enqueue, post } from '../../kernel/outbox.ts'
import { refuse } from '../../kernel/refusal.ts'
import { nextNumber } from '../../kernel/running-number.ts'
import { seal } from '../../kernel/secrets.ts'
import { setting } from '../../kernel/setting.ts'
import { advance, ask } from '../inbox/service.ts'
import { roundLife, type RoundInMotion } from './lifecycle.ts'
import { mayRemindStudents, mayRunRound, maySeeResults } from './policy.ts'
import { askForAnswers, freezeList, matchList, policyOf, ruleOf, tellResults } from './results/service.ts'
import { listFrozenPosts } from './results/tables.ts'
import { asksForMarks, missingToOpen, outOfOrder } from './rules.ts'
import {
  countKnownCohorts,
  countRound,
  findAccountName,
  findPublishedRound,
  insertRound,
  listCohorts,
  listHistory,
  listOfferedSeats,
  listParties,
  listPosts,
  listRoundCohortIds,
  listSeatsLeft,
  listSubmissionDays,
  listUnanswered,
  listVisibleIds,
  lockDueRounds,
  markReminded,
  pageOfRounds,
  replaceCohorts,
  replacePosts,
  updateRound,
  updateRoundSettings,
  type Reserve,
  type Round,
} from './tables.ts'

export async function prepareRound(tx: Tx, actor: Actor, settings: RoundSettings, now: Date) {
  refuseDisorder(settings)
  const number = await nextNumber(tx, 'R', now)
  const { id } = await insertRound(tx, { ...valuesOf(settings), number, allianceId: actor.allianceId!, ownerId: actor.accountId, createdAt: now })
  audit(tx, actor, now, { event: 'round.prepared', subjectType: 'round', subjectId: id, details: { number } })
  return { id }
}

export async function changeRound(tx: Tx, actor: Actor, round: Locked<Round>, { version, ...settings }: RoundSettings & { version: number }, now: Date) {
  if (round.state !== 'draft') refuse('wrong_state', { state: round.state })
  refuseDisorder(settings)
  if ((await updateRoundSettings(tx, round.id, version, valuesOf(settings))) === 0) refuse('changed_meanwhile')
  audit(tx, actor, now, { event: 'round.changed', subjectType: 'round', subjectId: round.id })
  return { version: version + 1 }
}

const valuesOf = ({ rule, ...settings }: RoundSettings) => ({ ...settings, policy: JSON.stringify(rule) })

const date = (text: string | null | undefined) => (text ? new Date(text) : null)

function refuseDisorder(settings: RoundSettings) {
  const fields = outOfOrder({
    ...settings,
    wishesOpenAt: date(settings.wishesOpenAt),
    wishesCloseAt: date(settings.wishesCloseAt),
    rankingCloseAt: date(settings.rankingCloseAt),
    publicityUntil: date(settings.publicityUntil),
    confirmUntil: date(settings.confirmUntil),
    startsOn: settings.startsOn ?? null,
    endsOn: settings.endsOn ?? null,
  })
  if (fields.length > 0) refuse('invalid_input', { issues: fields.map((field) => ({ path: [field], code: 'out_of_order' })) })
}

export async function takeCohorts(tx: Tx, actor: Actor, round: Locked<Round>, cohortIds: readonly string[], now: Date) {
  if (round.state !== 'draft') refuse('wrong_state', { state: round.state })
  const wanted = [...new Set(cohortIds)]
  if ((await countKnownCohorts(tx, wanted)) !== wanted.length) refuse('invalid_input', { issues: [{ path: ['cohortIds'], code: 'unknown' }] })
  await replaceCohorts(tx, round.id, wanted)
  audit(tx, actor, now, { event: 'round.cohorts_chosen', subjectType: 'round', subjectId: round.id, details: { cohorts: wanted.length } })
  return { cohorts: wanted.length }
}

type ChosenPost = { postId: string; seats: number; reserves: Reserve[]; scoring: 'score' | 'rank' }

/** Only open posts, and never more seats than the firm offers; reserves fit inside them. All faults at once. */
export async function takePosts(tx: Tx, actor: Actor, round: Locked<Round>, posts: readonly ChosenPost[], now: Date) {
  if (round.state !== 'draft') refuse('wrong_state', { state: round.state })
  const offered = new Map((await listOfferedSeats(tx, round.allianceId, posts.map((one) => one.postId))).map((row) => [row.id, row]))
  const issues = posts.flatMap((one, index) => {
    const offer = offered.get(one.postId)
    if (!offer || offer.state !== 'open') return [{ path: ['posts', index, 'postId'], code: 'not_open' }]
    const reserved = one.reserves.reduce((sum, reserve) => sum + reserve.seats, 0)
    return [
      ...(one.seats > (offer.seats ?? 0) ? [{ path: ['posts', index, 'seats'], code: 'more_than_offered', offered: offer.seats }] : []),
      ...(reserved > one.seats ? [{ path: ['posts', index, 'reserves'], code: 'more_than_seats' }] : []),
    ]
  })
  if (new Set(posts.map((one) => one.postId)).size !== posts.length) issues.push({ path: ['posts'], code: 'twice' })
  if (issues.length > 0) refuse('invalid_input', { issues })
  await replacePosts(tx, round.id, posts)
  const seats = posts.reduce((sum, one) => sum + one.seats, 0)
  audit(tx, actor, now, { event: 'round.posts_chosen', subjectType: 'round', subjectId: round.id, details: { posts: posts.length, seats } })
  return { posts: posts.length, seats }
}

async function inMotion(tx: Tx, round: Round, counted?: { marks: boolean }): Promise<RoundInMotion & { facts: Awaited<ReturnType<typeof countRound>> }> {
  const [facts, parties] = [await countRound(tx, round.id, counted), await listParties(tx, round.id)]
  return { ...round, facts, ...parties }
}

/** One step, by an officer or (null) by the clock. What the step does besides changing the state stands in `deeds`. */
export async function move(tx: Tx, by: Actor | null, round: Locked<Round>, action: RoundAction, now: Date, reason?: string) {
  const thing = await inMotion(tx, round, { marks: action === 'freeze' && asksForMarks(round, now) })
  const no = whyNotMove(roundLife, action, thing, now)
  if (no) refuse(no, { state: round.state, ...(action === 'open' ? { missing: missingToOpen(round, thing.facts) } : {}) })
  if (action === 'cancel' && !reason) refuse('reason_needed')

  const deed = await deeds[action]?.(tx, round, now)
  const state = await advance(tx, by, roundLife, action, { ...thing, locked: true }, now, { ...(reason ? { reason } : {}), ...deed?.details })
  await updateRound(tx, round.id, { state, ...(reason ? { reason } : {}), ...deed?.change })
  return { state }
}

type Deed = { change: Parameters<typeof updateRound>[2]; details?: Record<string, unknown> }

const deeds: Partial<Record<RoundAction, (tx: Tx, round: Locked<Round>, now: Date) => Promise<Deed>>> = {
  /** The seed is drawn and committed to before anybody chooses; only its hash is public. */
  open: async (_tx, _round, now) => {
    const seed = randomBytes(32).toString('hex')
    const commitment = commitmentOf(seed)
    return { change: { seedSealed: seal(seed), seedCommitment: Buffer.from(commitment, 'hex'), openedAt: now }, details: { commitment } }
  },
  freeze: async (tx, round, now) => {
    const { listDigest, inputDigest, applicants } = await freezeList(tx, round)
    return { change: { listDigest, inputDigest, frozenAt: now }, details: { listDigest, inputDigest, applicants } }
  },
  match: async (tx, round, now) => {
    const { change, details } = await matchList(tx, round)
    return { change: { ...change, matchedAt: now }, details }
  },
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

/** Those who have not submitted: an item in their inbox and a mail where we have an address, once a day each. */
export async function remind(tx: Tx, actor: Actor, round: Locked<Round>, cohortIds: readonly string[] | undefined, now: Date) {
  if (round.state !== 'wishing') refuse('wrong_state', { state: round.state })
  const today = new Date(`${dayOf(now)}T00:00:00+08:00`)
  // Without an account or an address nothing would reach them: their teacher has to.
  const students = (await listUnanswered(tx, actor, round.id, cohortIds, today)).filter((student) => student.accountId ?? student.email)
  await ask(
    tx,
    students.flatMap((student) =>
      student.accountId
        ? [
            {
              kind: 'round.submit_wishes',
              subjectType: 'round',
              subjectId: round.id,
              params: { title: round.title, number: round.number },
              assignee: { accountId: student.accountId },
              initiatorId: actor.accountId,
              dueAt: round.wishesCloseAt,
            },
          ]
        : [],
    ),
    now,
  )
  for (const student of students) {
    if (student.email) {
      await post(tx, { channel: 'email', recipient: student.email, subject: round.title, body: `${round.title}\n${setting().origin}/app/my/rounds/${round.id}` })
    }
  }
  await markReminded(tx, round.id, students.map((student) => student.id), now)
  audit(tx, actor, now, { event: 'round.reminded', subjectType: 'round', subjectId: round.id, details: { students: students.length } })
  return { reminded: students.length }
}

/** Round 2 takes only seats that nobody accepted; who accepted one does not take part (a wish of theirs is refused). */
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
  await replacePosts(tx, id, (await listSeatsLeft(tx, round.id)).map((left) => ({ ...left, reserves: [], scoring: 'score' as const })))
  audit(tx, actor, now, { event: 'round.prepared', subjectType: 'round', subjectId: id, details: { number, after: round.number } })
  return { id }
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null

export async function viewRounds(tx: Tx, actor: Actor, query: Parameters<typeof pageOfRounds>[2]) {
  const { rows, total } = await pageOfRounds(tx, actor, query)
  return { rows: rows.map((row) => ({ ...row, wishesCloseAt: iso(row.wishesCloseAt), publishedAt: iso(row.publishedAt) })), total, page: query.page, size: query.size }
}

export async function viewRound(tx: Tx, actor: Actor, round: Round, now: Date): Promise<RoundView> {
  const thing = await inMotion(tx, round)
  const office = mayRunRound(actor, round)
  const moves = canMove(roundLife, actor, thing)
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
    rule: ruleOf(round),
    guarantees: sentencesOf((round.guarantees as Guarantees | null) ?? (await expected(tx, round)), actor),
    audit: judged && { violations: judged.violations.length, blockingPairs: judged.blockingPairs.length, wasted: judged.wasted.length, envy: judged.envy.length },
    counts: office || published ? thing.facts : { ...thing.facts, placed: 0, accepted: 0, declined: 0 },
    can: {
      ...moves,
      edit: office && round.state === 'draft',
      remind: mayRemindStudents(actor, round) && round.state === 'wishing',
      trial: office && round.resultDigest === null && round.state !== 'draft' && round.state !== 'cancelled',
      second: office && round.state === 'closed',
      seeResults: maySeeResults(actor, round) && (published || (office && round.resultDigest !== null)),
    },
    obstacles,
  }
}

/** What the settings promise before anybody has wished: it depends on the rule and the posts alone. */
async function expected(tx: Tx, round: Round): Promise<Guarantees> {
  const { reserveMode } = ruleOf(round)
  const posts = (await listFrozenPosts(tx, round.id)).map(({ number, seats, reserves }) => ({ id: number, capacity: seats, reserves: reserves.map((reserve) => ({ ...reserve, mode: reserveMode })) }))
  return guarantees({ applicants: [], posts, applications: [] }, policyOf(round))
}

const sentencesOf = (claims: Guarantees, actor: Actor): RoundView['guarantees'] => {
  const said = (claim: Guarantees['stable']) => ({ ...claim, sentence: claimText(claim, actor.locale) })
  return { stable: said(claims.stable), studentOptimal: said(claims.studentOptimal), strategyProof: said(claims.strategyProof), efficient: said(claims.efficient) }
}

/** Why the next step is not possible yet, so that a button that is off can say so. */
function obstaclesOf(round: Round, thing: RoundInMotion, now: Date) {
  const next = { draft: 'open', wishing: 'closeWishes', ranking: 'freeze', publicity: 'endPublicity' } as const
  const action = next[round.state as keyof typeof next]
  const code = action && whyNotMove(roundLife, action, thing, now)
  if (!code) return []
  return [{ code: code as string, details: action === 'open' ? { missing: missingToOpen(round, thing.facts) } : {} }]
}

export async function viewCohorts(tx: Tx, actor: Actor, round: Round, all: boolean) {
  const rows = await listCohorts(tx, actor, round, all && mayRunRound(actor, round))
  return { rows: rows.map((row) => ({ ...row, remindedAt: iso(row.remindedAt) })) }
}

export async function viewPosts(tx: Tx, actor: Actor, round: Round, all: boolean) {
  const rows = await listPosts(tx, actor, round, all && mayRunRound(actor, round))
  const known = round.publishedAt !== null || (mayRunRound(actor, round) && round.resultDigest !== null)
  return { rows: rows.map((row) => ({ ...row, offered: row.offered ?? 0, seats: row.seats ?? row.offered ?? 0, filled: known ? row.filled : null })) }
}

export async function viewProgress(tx: Tx, round: Round) {
  const [days, { students }] = [await listSubmissionDays(tx, round.id), await countRound(tx, round.id)]
  return { days, students }
}

export async function viewHistory(tx: Tx, round: Round) {
  const rows = await listHistory(tx, round.id)
  return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString(), details: row.details as Record<string, unknown> })) }
}

/** Which of these this actor may see. */
export const visibleRoundIds = (tx: Tx, actor: Actor, ids: readonly string[]) => listVisibleIds(tx, actor, ids)
