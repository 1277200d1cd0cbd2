import type { PlacedRound } from '@silian/algorithms/place-round'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { inTransaction, type Db, type Locked, type Tx } from '../../../kernel/db.ts'
import { enqueue } from '../../../kernel/outbox.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { unseal } from '../../../kernel/secrets.ts'
import { inThread, inWatchedThread } from '../../../kernel/thread.ts'
import { everySecond } from '../../../kernel/ticking.ts'
import { findExportText } from '../lists/tables.ts'
import { inMotion, takeStep, type Deed } from '../motion/service.ts'
import { keepPlaced } from '../results/service.ts'
import { ruleOf } from '../rule/service.ts'
import { takesLong } from '../rules.ts'
import type { Round } from '../tables.ts'
import { countApplications, endRun, findActor, findRun, insertRun, listRunning, lockRunningRound, noteProgress } from './tables.ts'

const placer = ['@silian/algorithms/place-round', 'placeRound'] as const

const frozenText = async (tx: Tx, roundId: string) => (await findExportText(tx, roundId)) ?? refuse('not_found')

export const isLong = async (tx: Tx, round: Round) => takesLong(ruleOf(round).mechanism, await countApplications(tx, round.id))

/** The official run of a round that is soon placed, while somebody waits. */
export async function matchNow(tx: Tx, round: Locked<Round>, now: Date): Promise<Deed> {
  const placed = await inThread<PlacedRound>(...placer, await frozenText(tx, round.id), unseal(round.seedSealed!))
  const { change, details } = await keepPlaced(tx, round, placed)
  return { change: { ...change, matchedAt: now }, details }
}

/** The official run of a large round: the worker does it, and whoever looks sees how far it is. */
export async function start(tx: Tx, actor: Actor | null, round: Locked<Round>, now: Date) {
  await insertRun(tx, round.id, actor?.accountId ?? null, now)
  await enqueueRun(tx, round.id)
  audit(tx, actor, now, { event: 'round.match_started', subjectType: 'round', subjectId: round.id })
  return { state: round.state }
}

export async function stop(tx: Tx, actor: Actor, round: Locked<Round>, now: Date) {
  if (!(await endRun(tx, round.id, 'cancelled', now))) refuse('wrong_state', { state: round.state })
  audit(tx, actor, now, { event: 'round.match_stopped', subjectType: 'round', subjectId: round.id })
  return { state: 'cancelled' as const }
}

const enqueueRun = (tx: Tx, roundId: string) => enqueue(tx, 'match_round', { roundId }, { key: `match:${roundId}` })

/** At every start: a match that was under way when everything stopped begins again. Nothing of it was kept, so nothing is done twice. */
export async function resumeRuns(db: Db) {
  const left = await listRunning(db)
  if (left.length > 0) await inTransaction(db, async (tx) => void (await Promise.all(left.map(({ roundId }) => enqueueRun(tx, roundId)))))
  return left.length
}

/** In the worker. All that is kept is kept in one transaction, and only if nobody stopped it meanwhile. */
export async function runMatch(db: Db, { roundId }: { roundId: string }, now: () => Date) {
  const begun = await inTransaction(db, async (tx) => {
    const running = await lockRunningRound(tx, roundId)
    return running && { frozen: await frozenText(tx, roundId), seed: unseal(running.round.seedSealed!) }
  })
  if (!begun) return
  try {
    const placed = await placeWatched(db, roundId, begun)
    await inTransaction(db, (tx) => finish(tx, roundId, placed, now()))
  } catch (error) {
    if (error instanceof Stopped) return
    await inTransaction(db, (tx) => endRun(tx, roundId, 'failed', now()))
    throw error
  }
}

async function finish(tx: Tx, roundId: string, placed: PlacedRound, now: Date) {
  const running = await lockRunningRound(tx, roundId)
  if (!running) return
  const { round, startedBy } = running
  const { change, details } = await keepPlaced(tx, round, placed)
  await endRun(tx, roundId, 'done', now)
  // Counted after its end: while it runs nothing may happen to the round.
  const thing = await inMotion(tx, round, { marks: false })
  await takeStep(tx, await asOffice(tx, round, startedBy), { round, thing, action: 'match', deed: { change: { ...change, matchedAt: now }, details } }, now)
}

class Stopped extends Error {}

/** Tells every second how far it is, and hears there whether to stop. */
async function placeWatched(db: Db, roundId: string, { frozen, seed }: { frozen: string; seed: string }): Promise<PlacedRound> {
  const controller = new AbortController()
  const latest = { done: 0, step: 'read' }
  const endTelling = everySecond(
    async () => (await noteProgress(db, roundId, latest)) || controller.abort(new Stopped()),
    (error) => controller.abort(error),
  )
  try {
    return await inWatchedThread<PlacedRound>(...placer, [frozen, seed], { signal: controller.signal, progress: (done, step) => Object.assign(latest, { done, step }) })
  } finally {
    await endTelling()
  }
}

/** Whoever pressed the button; the clock, when they are gone. */
async function asOffice(tx: Tx, round: Round, accountId: string | null): Promise<Actor | null> {
  const account = await findActor(tx, accountId)
  return account ? { accountId: account.id, name: account.name, role: 'secretariat', organisationId: null, allianceId: round.allianceId, studentId: null, sessionId: '', locale: account.locale as Actor['locale'] } : null
}

export async function viewRun(tx: Tx, roundId: string) {
  const run = await findRun(tx, roundId)
  return run ? { state: run.state, step: run.step, done: run.done, startedAt: run.startedAt.toISOString(), endedAt: run.endedAt?.toISOString() ?? null, startedBy: run.startedByName } : null
}
