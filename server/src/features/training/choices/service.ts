import { randomBytes } from 'node:crypto'
import { claimText, commitmentOf, defaultPolicy, guarantees, type Guarantees } from '@silian/matching'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { inTransaction, type Db, type Locked, type Tx } from '../../../kernel/db.ts'
import { canMove } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { seal } from '../../../kernel/secrets.ts'
import { advance, askFor, settle } from '../../inbox/service.ts'
import { step } from '../classes/service.ts'
import { findClassesAnyhow, lockClassesAnyhow } from '../classes/tables.ts'
import { intakeLife, type IntakeInMotion } from './lifecycle.ts'
import { mayMoveIntake, type IntakeMove } from './policy.ts'
import { decideLists, exportOf, freezeLists, type Told } from './results/service.ts'
import { countEligible, insertIntake, insertIntakeClasses, listApplicants, listClassIds, listIntakeClasses, listIntakes, lockDueIntakes, saveScores, updateIntake, type Intake, type IntakeChange, type Score } from './tables.ts'

type Opening = { title: string; classIds: readonly string[]; maxChoices: number; signUpUntil: string; scoreUntil: string; confirmUntil: string }

/** Sign-up opens for classes whose plan is approved. The seed is fixed here; only its hash is shown until the lists are frozen. */
export async function openIntake(tx: Tx, actor: Actor, { title, classIds, maxChoices, ...until }: Opening, now: Date) {
  const [signUpUntil, scoreUntil, confirmUntil] = [new Date(until.signUpUntil), new Date(until.scoreUntil), new Date(until.confirmUntil)]
  const issues = [...(signUpUntil <= now ? [{ path: ['signUpUntil'], code: 'past' }] : []), ...(scoreUntil <= signUpUntil ? [{ path: ['scoreUntil'], code: 'out_of_order' }] : []), ...(confirmUntil <= scoreUntil ? [{ path: ['confirmUntil'], code: 'out_of_order' }] : [])]
  const classes = await lockClassesAnyhow(tx, [...new Set(classIds)])
  if (classes.length !== new Set(classIds).size || classes.some(({ schoolId }) => schoolId !== actor.organisationId)) issues.push({ path: ['classIds'], code: 'unknown' })
  if (issues.length > 0) refuse('invalid_input', { issues })
  const early = classes.find(({ state }) => state !== 'planned')
  if (early) refuse('wrong_state', { state: early.state, number: early.number })
  const seed = randomBytes(32).toString('hex')
  const number = await nextNumber(tx, 'XB', now)
  const { allianceId } = classes[0]!
  const id = await insertIntake(tx, { number, allianceId, schoolId: actor.organisationId!, title, maxChoices, signUpUntil, scoreUntil, confirmUntil, seedSealed: seal(seed), seedCommitment: Buffer.from(commitmentOf(seed), 'hex'), createdBy: actor.accountId, createdAt: now, updatedAt: now })
  await insertIntakeClasses(tx, id, classes.map((one) => one.id))
  for (const one of classes) await step(tx, actor, one, 'recruit', {}, now, { intake: number })
  audit(tx, actor, now, { event: 'class_intake.opened', subjectType: 'class_intake', subjectId: id, details: { number, commitment: commitmentOf(seed), classes: classes.length } })
  await askFor(tx, actor, intakeLife, { id, number, title, state: 'signing', allianceId, schoolId: actor.organisationId!, signUpUntil, scoreUntil, firmIds: [] }, now)
  return { id, number }
}

async function inMotion(tx: Tx, intake: Intake): Promise<IntakeInMotion> {
  const classes = await findClassesAnyhow(tx, await listClassIds(tx, intake.id))
  return { ...intake, firmIds: [...new Set(classes.map(({ organisationId }) => organisationId))] }
}

export async function moveIntake(tx: Tx, by: Actor | null, intake: Locked<Intake>, { action, reason, version }: { action: IntakeMove; reason?: string; version: number }, now: Date) {
  if (intake.version !== version) refuse('changed_meanwhile')
  if (!intakeLife.transitions[action].from.includes(intake.state)) refuse('wrong_state', { state: intake.state, action })
  if (action === 'endSignUp' && by !== null && now < intake.signUpUntil) refuse('too_early', { from: intake.signUpUntil.toISOString() })
  const { change, details } = await deedOf(tx, by, intake, action, reason, now)
  const state = await advance(tx, by, intakeLife, action, { ...(await inMotion(tx, intake)), locked: true }, now, { number: intake.number, ...details })
  return { id: intake.id, state, version: await updateIntake(tx, intake.id, { ...change, state }, now) }
}

async function deedOf(tx: Tx, by: Actor | null, intake: Locked<Intake>, action: IntakeMove, reason: string | undefined, now: Date): Promise<{ change: IntakeChange; details?: Record<string, unknown> }> {
  if (action === 'freeze') return freezeLists(tx, intake, now)
  if (action === 'decide') return decideLists(tx, by, intake, now)
  if (action === 'endSignUp') return { change: {} }
  const why = reason?.trim() || refuse('reason_needed', { field: 'reason' })
  for (const one of await lockClassesAnyhow(tx, await listClassIds(tx, intake.id))) await step(tx, by, one, 'reopen', {}, now, { intake: intake.number })
  return { change: { reason: why }, details: { reason: why } }
}

export async function moveIntakesByClock(db: Db, now: Date) {
  await inTransaction(db, async (tx) => {
    for (const intake of await lockDueIntakes(tx, now)) await moveIntake(tx, null, intake, { action: 'endSignUp', version: intake.version }, now)
  })
}

export const viewIntakes = async (tx: Tx, actor: Actor) => ({ rows: await listIntakes(tx, actor) })

export async function viewIntake(tx: Tx, actor: Actor, intake: Intake) {
  const { id, number, title, state, schoolId, schoolName, signUpUntil, scoreUntil, confirmUntil, maxChoices, listDigest, inputDigest, resultDigest, frozenAt, decidedAt, reason, version } = intake
  const classes = await listIntakeClasses(tx, id)
  const school = mayMoveIntake(actor, intake)
  const told = intake.result as unknown as Told | null
  const signups = (await listIntakes(tx, actor)).find((row) => row.id === id)?.signups ?? 0
  return {
    id, number, title, state, schoolId, schoolName, signUpUntil, scoreUntil, confirmUntil, maxChoices, listDigest, inputDigest, resultDigest, frozenAt, decidedAt, reason, version, signups,
    commitment: intake.seedCommitment.toString('hex'),
    seed: intake.seedRevealed,
    eligible: await countEligible(tx, id),
    // How often a class is somebody’s first choice is the school’s to know, not the firm’s, before the draw.
    classes: classes.map((one) => ({ id: one.id, number: one.number, title: one.title, organisationName: one.organisationName, seats: one.seats, minSeats: one.minSeats, applicants: one.applicants, first: school || state === 'decided' ? one.first : 0, scored: one.scored, admitted: one.admitted, had: one.had, closedStep: one.closedStep })),
    guarantees: sentencesOf(told?.guarantees ?? guarantees({ applicants: [], posts: classes.map((one) => ({ id: one.number, capacity: one.seats, min: one.minSeats })), applications: [] }, { ...defaultPolicy, lowerQuota: 'close' }), actor),
    audit: told?.audit ?? null,
    can: { ...canMove(intakeLife, actor, { ...intake, firmIds: [] }), export: intake.frozen !== null },
  }
}
const sentencesOf = (claims: Guarantees, actor: Actor) => (['stable', 'studentOptimal', 'strategyProof', 'efficient'] as const).map((name) => ({ name, holds: claims[name].holds, sentence: claimText(claims[name], actor.locale) }))

export function exportIntake(intake: Intake) {
  if (intake.frozen === null) refuse('wrong_state', { state: intake.state })
  return { name: `${intake.number}.json`, mediaType: 'application/json', bytes: Buffer.from(JSON.stringify(exportOf(intake))) }
}

type Held = { intake: Intake; class: { id: string; title: string; organisationId: string }; mine: boolean }
export async function viewApplicants(tx: Tx, { intake, class: one, mine }: Held) {
  const decided = intake.state === 'decided'
  const rows = await listApplicants(tx, intake.id, one.id)
  const marks = (value: number | null) => (value === null ? null : value / 1000)
  return {
    title: one.title, state: intake.state, scoreUntil: intake.scoreUntil,
    rows: rows.map(({ placedId, schoolMark, score, ...row }) => ({ ...row, schoolMark: marks(schoolMark), score: marks(score), result: !decided ? ('open' as const) : placedId === one.id ? ('admitted' as const) : placedId ? ('elsewhere' as const) : ('not' as const) })),
    can: { score: mine && ['signing', 'scoring'].includes(intake.state) },
  }
}

/** The firm’s marks. A no needs its reason: the student reads it. */
export async function score(tx: Tx, actor: Actor, { intake, class: one }: Held, rows: readonly { studentId: string; score: number | null; refused: string | null; note: string }[], now: Date) {
  if (!['signing', 'scoring'].includes(intake.state)) refuse('wrong_state', { state: intake.state })
  if (now > intake.scoreUntil) refuse('deadline_passed')
  if (rows.some(({ refused }) => refused !== null && refused.trim().length < 2)) refuse('reason_needed', { field: 'refused' })
  const exact: Score[] = rows.map((row) => ({ ...row, score: row.score === null ? null : Math.round(row.score * 1000) }))
  const scored = await saveScores(tx, intake.id, one.id, exact, actor.accountId, now)
  if (scored !== rows.length) refuse('invalid_input', { issues: [{ path: ['rows'], code: 'unknown' }] })
  const left = (await listApplicants(tx, intake.id, one.id)).filter((row) => row.score === null && row.refused === null).length
  audit(tx, actor, now, { event: 'class_intake.scored', subjectType: 'class_intake', subjectId: intake.id, details: { class: one.id, scored, left } })
  if (left === 0 && intake.state === 'scoring' && (await isScoredByFirm(tx, intake, one.organisationId))) await settle(tx, actor, { subjectType: 'class_intake', subjectIds: [intake.id], kinds: ['class_intake.score'], organisationId: actor.organisationId }, 'accept', now)
  return { scored, left }
}
const isScoredByFirm = async (tx: Tx, intake: Intake, organisationId: string) => (await listIntakeClasses(tx, intake.id)).filter((one) => one.organisationId === organisationId).every((one) => one.scored === one.applicants)
