import type { Actor } from '../../kernel/actor.ts'
import { hasRole } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { addDays, closingOf, dayOf, dueInWorkingDays } from '../../kernel/calendar.ts'
import { inTransaction, type Db, type Locked, type Tx } from '../../kernel/db.ts'
import type { Assignee } from '../../kernel/lifecycle.ts'
import { refuse } from '../../kernel/refusal.ts'
import { nextNumber } from '../../kernel/running-number.ts'
import { advance, ask, askFor, settle } from '../inbox/service.ts'
import type { NeedAction, PostFields } from './contract.ts'
import { approveReasons, judgePosts, keepReasons, waiversOf } from './law/service.ts'
import { needLife, type NeedInMotion } from './lifecycle.ts'
import { contactRoleOf } from './policy.ts'
import { answerWithinDays, askBeforeDays, confirmEveryDays, gapsOf, needsLowestTier, type CloseReason, type Gap } from './rules.ts'
import {
  deleteNeeds,
  findAllianceFor,
  findFirm,
  insertNeed,
  listByIds,
  listOpen,
  listSpokenFor,
  listVisibleIds,
  lockDueNeeds,
  lockFirm,
  lockNeeds,
  updateNeed,
  updateNeedContent,
  type Need,
  type NeedChange,
} from './tables.ts'

export { checkWish, judgePosts, keepReasons, approveReasons, waiversOf, severitiesOf } from './law/service.ts'
export type { Finding, PostInWish, StudentInLaw } from './law/service.ts'

type Content = PostFields & { reasons: Record<string, string> }

/** What a form says, split as it is stored. */
export function storedOf({ title, titleEn, validUntil, majorCodes, ...post }: PostFields) {
  return { need: { title, titleEn, validUntil }, post, majors: majorCodes }
}

/** The firm somebody writes for, and whether they do so as its speaker. */
export async function firmToWriteFor(tx: Tx, actor: Actor, named: string | undefined) {
  const organisationId = named ?? actor.organisationId
  const firm = organisationId ? await findFirm(tx, organisationId) : undefined
  if (!firm) return refuse('invalid_input', { issues: [{ path: ['organisationId'], code: named ? 'unknown' : 'missing' }] })
  const own = firm.id === actor.organisationId
  if (!own && hasRole(actor, 'enterprise_contact')) refuse('cannot_speak')
  const speaks = !own && !hasRole(actor, 'secretariat')
  if (speaks && !(await listSpokenFor(tx, actor.organisationId!)).includes(firm.id)) refuse('cannot_speak')
  const alliance = await findAllianceFor(tx, firm.id)
  return { firm, spokenBy: speaks ? actor.organisationId : null, allianceId: hasRole(actor, 'secretariat') ? actor.allianceId! : (alliance?.id ?? refuse('cannot_speak')) }
}

export async function raise(tx: Tx, actor: Actor, { organisationId, reasons, ...fields }: Content & { organisationId?: string }, now: Date) {
  const { firm, spokenBy, allianceId } = await firmToWriteFor(tx, actor, organisationId)
  await lockFirm(tx, firm.id)
  const number = await nextNumber(tx, 'X', now)
  const { need, post, majors } = storedOf(fields)
  const { id } = await insertNeed(tx, { ...need, number, allianceId, organisationId: firm.id, spokenBy, createdBy: actor.accountId, createdAt: now, updatedAt: now }, post, majors)
  await keepReasons(tx, actor, { subjectType: 'need', subjectId: id }, reasons, now)
  audit(tx, actor, now, { event: 'need.raised', subjectType: 'need', subjectId: id, details: { number } })
  return { id, number, version: 1 }
}

/** Only a draft is changed: what others have checked stays as they checked it. */
export async function change(tx: Tx, actor: Actor, need: Locked<Need>, { version, reasons, ...fields }: Content & { version: number }, now: Date) {
  if (need.state !== 'draft') refuse('wrong_state', { state: need.state })
  const stored = storedOf(fields)
  if ((await updateNeedContent(tx, need.id, version, { ...stored.need, updatedAt: now }, stored.post, stored.majors)) === 0) refuse('changed_meanwhile')
  await keepReasons(tx, actor, { subjectType: 'need', subjectId: need.id }, reasons, now)
  audit(tx, actor, now, { event: 'need.changed', subjectType: 'need', subjectId: need.id, details: { number: need.number } })
  return { id: need.id, number: need.number, version: version + 1 }
}

export async function copy(tx: Tx, actor: Actor, need: Need, now: Date) {
  const number = await nextNumber(tx, 'X', now)
  const { title, titleEn, majorCodes, allianceId, organisationId, spokenBy } = need
  const { id } = await insertNeed(tx, { title, titleEn, validUntil: null, number, allianceId, organisationId, spokenBy, createdBy: actor.accountId, createdAt: now, updatedAt: now }, postOf(need), majorCodes)
  audit(tx, actor, now, { event: 'need.raised', subjectType: 'need', subjectId: id, details: { number, copyOf: need.number } })
  return { id, number, version: 1 }
}

/** The post's own columns of a joined row. */
export function postOf(need: Need) {
  const { occupationCode, tasks, seats, payMin, payMax, payPeriod, samePostWage, lowestTierWage, payDirect, hoursPerDay, hoursPerWeek, shift, nightWork, restDayWork } = need
  const { divisionCode, town, address, lodging, meals, benefits, hazards, labourIntensity, minorForbidden, femaleForbidden, entertainmentVenue, agency } = need
  const { specialNeedFiling, specialNeedFiledOn, postStaff, mentorName, mentorPhone, startsOn, endsOn } = need
  return {
    occupationCode, tasks, seats, payMin, payMax, payPeriod, samePostWage, lowestTierWage, payDirect, hoursPerDay, hoursPerWeek, shift, nightWork, restDayWork,
    divisionCode, town, address, lodging, meals, benefits, hazards, labourIntensity, minorForbidden, femaleForbidden, entertainmentVenue, agency,
    specialNeedFiling, specialNeedFiledOn, postStaff, mentorName, mentorPhone, startsOn, endsOn,
  }
}

/** The need with what its lifecycle looks at: who is asked, and by when. */
export function inMotion(need: Need, now: Date): NeedInMotion {
  const { id, number, title, state, organisationId, organisationName, allianceId, spokenBy, createdBy, submittedAt, reason, speakers } = need
  const owner: Assignee =
    spokenBy && need.spokenByKind
      ? { role: contactRoleOf(need.spokenByKind), organisationId: spokenBy }
      : { role: contactRoleOf(need.organisationKind), organisationId }
  const others = need.speakerFacts.filter((speaker) => speaker.id !== spokenBy).map((speaker) => ({ role: contactRoleOf(speaker.kind), organisationId: speaker.id }))
  return {
    id, number, title, state, organisationId, organisationName, allianceId, spokenBy, createdBy, submittedAt, reason, speakers, owner,
    verifiers: [{ role: 'secretariat', allianceId }, ...others],
    clocks: { verify: dueInWorkingDays(now, 5), repair: dueInWorkingDays(now, 10), answer: closingOf(addDays(dayOf(now), answerWithinDays)) },
  }
}

/** Everything that keeps a post from being submitted: gaps, what the law forbids, reasons that are owed. */
export async function obstaclesOf(tx: Tx, need: Need, today: string) {
  const [judgement] = await judgePosts(tx, [need], today)
  const { findings, checks } = judgement!
  const gaps: Gap[] = [...gapsOf(need, today), ...(needsLowestTier(need) ? [{ field: 'lowestTierWage', reason: 'missing' as const }] : [])]
  const given = new Set((await waiversOf(tx, 'need', [need.id])).map((waiver) => waiver.ruleId))
  return { findings, checks, gaps, forbidden: findings.filter(({ severity }) => severity === 'block'), owed: findings.filter(({ severity, ruleId }) => severity === 'warn' && !given.has(ruleId)) }
}

async function refuseObstacles(tx: Tx, need: Need, today: string) {
  const { gaps, forbidden, owed } = await obstaclesOf(tx, need, today)
  if (forbidden.length > 0) refuse('rule_forbids', { findings: forbidden, gaps })
  if (gaps.length > 0) refuse('need_incomplete', { gaps })
  if (owed.length > 0) refuse('rule_reason_needed', { findings: owed })
}

export type Step = { action: NeedAction; reason?: string; closeReason?: CloseReason; validUntil?: string; version: number }

/** One step of a post. Submitting and verifying check the law again: facts may have changed since it was written. */
export async function move(tx: Tx, actor: Actor, need: Locked<Need>, { action, reason, closeReason, validUntil, version }: Step, now: Date) {
  if (need.version !== version) refuse('changed_meanwhile')
  if ((action === 'return' || action === 'decline') && !reason) refuse('reason_needed')
  if (action === 'close' && !closeReason) refuse('reason_needed')
  const today = dayOf(now)
  if (action === 'confirm' && validUntil && validUntil < today) refuse('invalid_input', { issues: [{ path: ['validUntil'], code: 'past' }] })

  const thing = inMotion({ ...need, ...(reason ? { reason } : {}) }, now)
  const state = await advance(tx, actor, needLife, action, { ...thing, locked: true }, now, { number: need.number, ...(reason ? { reason } : {}), ...(closeReason ? { closeReason } : {}) })
  if (action === 'submit' || action === 'verify') await refuseObstacles(tx, need, today)
  const approved = action === 'verify' ? await approveReasons(tx, actor, { subjectType: 'need', subjectId: need.id }, now) : []
  if (approved.length > 0) audit(tx, actor, now, { event: 'need.reasons_approved', subjectType: 'need', subjectId: need.id, details: { rules: approved } })
  if (action === 'confirm') await settle(tx, actor, { subjectType: 'need', subjectIds: [need.id] }, 'confirm', now)

  const effects: Record<NeedAction, NeedChange> = {
    submit: { submittedAt: now, reason: null },
    verify: { verifiedAt: now, verifiedBy: actor.accountId, confirmedAt: now },
    return: { reason },
    decline: { reason, closedAt: now },
    withdraw: { closedAt: now, ...(reason ? { reason } : {}) },
    confirm: { confirmedAt: now, ...(validUntil ? { validUntil } : {}) },
    close: { closedAt: now, closeReason, ...(reason ? { reason } : {}) },
  }
  return { id: need.id, state, version: await updateNeed(tx, need.id, { ...effects[action], state, updatedAt: now }) }
}

/** Every night: what ran out is closed, what nobody confirmed for 90 days is stale, and a week before its keeper is asked. */
export async function refreshNeeds(db: Db, now: Date) {
  await inTransaction(db, async (tx) => {
    const today = dayOf(now)
    const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
    for (const need of await lockDueNeeds(tx, { confirmedBefore: daysAgo(confirmEveryDays - askBeforeDays), today })) {
      const thing = inMotion(need, now)
      if (need.validUntil !== null && need.validUntil < today) {
        const state = await advance(tx, null, needLife, 'expire', { ...thing, locked: true }, now, { number: need.number })
        await updateNeed(tx, need.id, { state, closedAt: now, closeReason: 'expired', updatedAt: now })
      } else if (need.confirmedAt! <= daysAgo(confirmEveryDays)) {
        const state = await advance(tx, null, needLife, 'goStale', { ...thing, locked: true }, now, { number: need.number })
        await updateNeed(tx, need.id, { state, updatedAt: now })
      } else {
        const dueAt = closingOf(addDays(dayOf(need.confirmedAt!), confirmEveryDays))
        const params = { number: need.number, title: need.title, organisation: need.organisationName, reason: '' }
        await ask(tx, [{ kind: 'need.confirm', subjectType: 'need', subjectId: need.id, params, assignee: thing.owner, initiatorId: null, dueAt }], now)
      }
    }
  })
}

/** Asks whoever has to act on these posts now; for posts that came into being otherwise than step by step. Asking twice changes nothing. */
export async function askAboutPosts(tx: Tx, ids: readonly string[], now: Date) {
  for (const need of await lockNeeds(tx, ids)) await askFor(tx, null, needLife, inMotion(need, need.submittedAt ?? now), now)
}

/** For rounds and the portal: what is open in an alliance, with majors and the firm's name. */
export const listOpenPosts = (tx: Tx, allianceId: string) => listOpen(tx, allianceId)
export const postsByIds = (tx: Tx, ids: readonly string[]) => listByIds(tx, ids)
export type PostInRound = Awaited<ReturnType<typeof postsByIds>>[number]

/** Undo of an import: drafts and waiting posts that no round has. Answers the ids that are gone. */
export const removePosts = (tx: Tx, ids: readonly string[]) => deleteNeeds(tx, ids)

/** Which of these posts this actor may see. */
export const visiblePostIds = (tx: Tx, actor: Actor, ids: readonly string[]) => listVisibleIds(tx, actor, ids)
