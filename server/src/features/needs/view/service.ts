import { maskMobile } from '@silian/algorithms/identifiers'
import type { Actor } from '../../../kernel/actor.ts'
import { addDays, closingOf, dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import { canMove } from '../../../kernel/lifecycle.ts'
import { codeNames } from '../../talent/codes/service.ts'
import type { NeedRow, NeedView, PostFields } from '../contract.ts'
import { judgePosts, viewCheck, viewFinding, waiversOf } from '../law/service.ts'
import { needLife } from '../lifecycle.ts'
import { mayKeepNeed, seesWholeNeed } from '../policy.ts'
import { confirmEveryDays, gapsOf, needsLowestTier } from '../rules.ts'
import { firmToWriteFor, inMotion, obstaclesOf, postOf } from '../service.ts'
import { findAllianceFor, listHistory, pageOfNeeds, type Need } from '../tables.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null

type Row = Awaited<ReturnType<typeof pageOfNeeds>>['rows'][number] | Need

function rowView(row: Row): NeedRow {
  const { id, number, title, titleEn, state, organisationId, organisationName, occupationCode, occupationName, seats, payMin, payMax, town, startsOn, endsOn, validUntil, warnings, demo } = row
  return {
    id, number, title, titleEn, state, organisationId, organisationName, occupationCode, occupationName, seats, payMin, payMax, town, startsOn, endsOn, validUntil, warnings, demo,
    payPeriod: row.payPeriod as NeedRow['payPeriod'],
    createdAt: row.createdAt.toISOString(),
    confirmedAt: iso(row.confirmedAt),
  }
}

export async function viewNeeds(tx: Tx, actor: Actor, query: Parameters<typeof pageOfNeeds>[2]) {
  const { rows, total } = await pageOfNeeds(tx, actor, query)
  return { rows: rows.map(rowView), total, page: query.page, size: query.size }
}

export async function viewNeed(tx: Tx, actor: Actor, need: Need, now: Date): Promise<NeedView> {
  const whole = seesWholeNeed(actor, need)
  const names = await codeNames(tx, 'major', need.majorCodes)
  const { findings, checks, gaps } = await obstaclesOf(tx, need, dayOf(now))
  const waivers = whole ? await waiversOf(tx, 'need', [need.id]) : []
  const keep = mayKeepNeed(actor, need)
  const { samePostWage, lowestTierWage, mentorPhone, ...post } = postOf(need)
  return {
    ...rowView(need),
    ...(post as Omit<PostFields, 'samePostWage' | 'lowestTierWage' | 'mentorPhone'>),
    samePostWage: whole ? samePostWage : null,
    lowestTierWage: whole ? lowestTierWage : null,
    mentorPhone: mentorPhone && (keep ? mentorPhone : whole ? maskMobile(mentorPhone) : null),
    allianceId: need.allianceId,
    spokenByName: need.spokenByName,
    majors: need.majorCodes.map((code) => ({ code, name: names.get(code) ?? null })),
    divisionName: need.divisionName,
    submittedAt: iso(need.submittedAt),
    verifiedAt: iso(need.verifiedAt),
    verifiedByName: whole ? need.verifiedByName : null,
    closedAt: iso(need.closedAt),
    closeReason: need.closeReason as NeedView['closeReason'],
    reason: whole ? need.reason : null,
    next: nextOf(need, now),
    findings: whole ? findings.map(viewFinding) : [],
    checks: whole ? checks.map(viewCheck) : [],
    gaps: keep && need.state === 'draft' ? gaps : [],
    waivers: waivers.map(({ ruleId, reason, askedByName, approvedByName, approvedAt }) => ({ ruleId, reason, askedByName, approvedByName, approvedAt: iso(approvedAt) })),
    whole,
    version: need.version,
    can: { ...canMove(needLife, actor, inMotion(need, now)), edit: keep && need.state === 'draft', copy: keep },
  }
}

/** The bar below the line of states: who acts, until when. */
function nextOf(need: Need, now: Date): NeedView['next'] {
  const clocks = inMotion(need, need.submittedAt ?? now).clocks
  if (need.state === 'draft') return { who: 'firm', until: need.reason ? iso(inMotion(need, need.updatedAt).clocks.repair) : null }
  if (need.state === 'submitted') return { who: 'verifier', until: iso(clocks.verify) }
  const again = need.confirmedAt && closingOf(addDays(dayOf(need.confirmedAt), confirmEveryDays))
  if (need.state === 'open') return { who: 'clock', until: iso(again) }
  if (need.state === 'stale') return { who: 'firm', until: iso(need.validUntil ? closingOf(need.validUntil) : null) }
  return { who: 'nobody', until: null }
}

/** A post that is being written, judged as if it were saved; nothing is. */
export async function check(tx: Tx, actor: Actor, { organisationId, needId, ...fields }: PostFields & { organisationId?: string; needId?: string }, now: Date) {
  const { firm } = await firmToWriteFor(tx, actor, organisationId)
  const alliance = await findAllianceFor(tx, firm.id)
  const post = { ...fields, ...(needId ? { id: needId } : {}), organisationId: firm.id, allianceId: actor.allianceId ?? alliance?.id ?? '' }
  const [judgement] = await judgePosts(tx, [post], dayOf(now))
  const gaps = [...gapsOf(post, dayOf(now)), ...(needsLowestTier(post) ? [{ field: 'lowestTierWage', reason: 'missing' as const }] : [])]
  return { findings: judgement!.findings.map(viewFinding), checks: judgement!.checks.map(viewCheck), gaps }
}

export async function viewHistory(tx: Tx, need: Need) {
  const rows = await listHistory(tx, need.id)
  return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString(), details: row.details as Record<string, unknown> })) }
}
