import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Upload } from '../../../kernel/route.ts'
import { keepFile, listFiles, viewFile } from '../../files/service.ts'
import { ruleOf, type Finding } from '../../needs/law/rules.ts'
import { gapIn } from '../guards/days/rules.ts'
import { moveAlong } from '../guards/service.ts'
import { listCovers } from '../guards/tables.ts'
import { mayKeepPolicy } from './policy.ts'
import { gapOf, whyNotPayer } from './rules.ts'
import { deleteCover, insertPolicy, listCovered, listInsurable, pageOfPolicies, shortenCovers, updatePolicyEnd, upsertCovers, type Policy } from './tables.ts'
import type { PlacementState } from '../contract.ts'

export { findPolicy, lockPolicy, seesPolicy as seesPolicyFiles } from './tables.ts'

type Covering = { placementIds: readonly string[]; partly: boolean }
type Wish = { kind: string; insurer: string; number: string; payer: string; startsOn: string; endsOn: string; remark: string; covers?: Covering }
const viewFound = (found: Finding, more: Record<string, unknown> = {}) => ({ ...found, article: ruleOf(found.ruleId).article, sourceStatus: ruleOf(found.ruleId).sourceStatus, ...more })

export async function writePolicy(tx: Tx, actor: Actor, { covers, ...wish }: Wish, now: Date) {
  const forbidden = whyNotPayer(wish.payer)
  if (forbidden) refuse('rule_forbids', { findings: [viewFound(forbidden)] })
  if (wish.endsOn < wish.startsOn) refuse('invalid_input', { issues: [{ path: ['endsOn'], code: 'out_of_order' }] })
  const schoolId = actor.organisationId!
  const id = await insertPolicy(tx, { ...wish, schoolId, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo: false })
  audit(tx, actor, now, { event: 'insurance.written', subjectType: 'insurance_policy', subjectId: id, details: { number: wish.number, payer: wish.payer, startsOn: wish.startsOn, endsOn: wish.endsOn } })
  if (!covers) return { id, covered: 0, moved: 0 }
  return cover(tx, actor, { id, schoolId, kind: wish.kind, startsOn: wish.startsOn, endsOn: wish.endsOn, endedOn: null }, covers, now)
}

type Held = Pick<Policy, 'id' | 'schoolId' | 'kind' | 'startsOn' | 'endsOn' | 'endedOn'>

/** Adds placements. A day that no policy covers is refused with the day, unless another policy is said to cover it. */
export async function cover(tx: Tx, actor: Actor, policy: Held, { placementIds, partly }: Covering, now: Date) {
  if (policy.endedOn) refuse('wrong_state', { state: 'ended' })
  const placements = await listInsurable(tx, policy.schoolId, placementIds)
  const missing = new Set(placementIds).size - placements.length
  if (missing > 0) refuse('invalid_input', { issues: [{ path: ['covers', 'placementIds'], code: 'unknown', count: missing }] })
  if (policy.kind === 'liability' && !partly) {
    const others = Map.groupBy(await listCovers(tx, placements.map(({ id }) => id)), ({ placementId }) => placementId)
    const findings = placements.flatMap((one) => {
      const gap = gapOf(one, [{ from: policy.startsOn, until: policy.endsOn }, ...(others.get(one.id) ?? [])])
      return gap ? [viewFound(gap, { placementId: one.id, placementNumber: one.number, studentName: one.studentName })] : []
    })
    if (findings.length > 0) refuse('rule_forbids', { findings })
  }
  await upsertCovers(tx, policy, placements.map(({ id }) => id))
  audit(tx, actor, now, { event: 'insurance.covered', subjectType: 'insurance_policy', subjectId: policy.id, details: { placements: placements.length } })
  const moved = await moveAlong(tx, actor, placements.map(({ id }) => id), now)
  return { id: policy.id, covered: placements.length, moved }
}

export async function uncover(tx: Tx, actor: Actor, policy: Locked<Policy>, placementId: string, now: Date) {
  if ((await deleteCover(tx, policy.id, placementId)) === 0) refuse('not_found')
  audit(tx, actor, now, { event: 'insurance.uncovered', subjectType: 'insurance_policy', subjectId: policy.id, details: { placementId } })
  return { id: policy.id }
}

/** Over before its time: each policy covers this student to the last day, one of somebody who never began not at all. A group policy goes on for the others. */
export async function endCovers(tx: Tx, actor: Actor | null, placement: { id: string; number: string }, lastDay: string | null, now: Date) {
  for (const policyId of await shortenCovers(tx, placement.id, lastDay)) audit(tx, actor, now, { event: 'insurance.shortened', subjectType: 'insurance_policy', subjectId: policyId, details: { placementId: placement.id, number: placement.number, lastDay } })
}

export async function endPolicy(tx: Tx, actor: Actor, policy: Locked<Policy>, { endedOn, version }: { endedOn: string; version: number }, now: Date) {
  if (policy.version !== version) refuse('changed_meanwhile')
  if (endedOn < policy.startsOn || endedOn > policy.endsOn) refuse('invalid_input', { issues: [{ path: ['endedOn'], code: 'out_of_order' }] })
  const next = await updatePolicyEnd(tx, policy.id, endedOn, now)
  audit(tx, actor, now, { event: 'insurance.ended', subjectType: 'insurance_policy', subjectId: policy.id, details: { endedOn, today: dayOf(now) } })
  return { id: policy.id, version: next }
}

export async function addPolicyFile(tx: Tx, actor: Actor, policy: Policy, upload: Upload, now: Date) {
  return viewFile(await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'insurance_policy', subjectId: policy.id, allow: ['pdf', 'png', 'jpeg', 'webp'] }, now))
}

function rowOf({ id, schoolId, schoolName, kind, insurer, number, payer, startsOn, endsOn, endedOn, covered, demo }: Policy) {
  return { id, schoolId, schoolName, kind: kind as 'liability', insurer, number, payer: payer as 'school', startsOn, endsOn, endedOn, covered, demo }
}
export async function viewPolicies(tx: Tx, actor: Actor, query: Parameters<typeof pageOfPolicies>[2]) {
  const { rows, total } = await pageOfPolicies(tx, actor, query)
  return { rows: rows.map(rowOf), total, page: query.page, size: query.size }
}
export async function viewPolicy(tx: Tx, actor: Actor, policy: Policy) {
  const covered = await listCovered(tx, policy.id)
  const all = Map.groupBy(await listCovers(tx, covered.map(({ placementId }) => placementId)), ({ placementId }) => placementId)
  return {
    ...rowOf(policy),
    remark: policy.remark,
    createdAt: policy.createdAt,
    files: (await listFiles(tx, 'insurance_policy', policy.id)).map(viewFile),
    covers: covered.map((one) => ({ ...one, state: one.state as PlacementState, gap: gapIn({ from: one.startsOn, until: one.endsOn }, all.get(one.placementId) ?? [])?.day ?? null })),
    version: policy.version,
    can: { keep: mayKeepPolicy(actor, policy) },
  }
}
