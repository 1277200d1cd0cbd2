import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { majorsOfFamilies } from '../../talent/codes/service.ts'
import type { FindingView, RuleStateView, RuleView } from './contract.ts'
import { mayChangeRule } from './policy.ts'
import { checkPost, statesOfRules, type PostInLaw, type UnitFacts } from './posts/rules.ts'
import { familyOf, isFixed, isRuleId, mayChangeSeverity, ruleCatalogue, ruleKey, ruleOf, severities, withSeverities, type Finding, type RuleId, type Severity, type SeverityOverrides } from './rules.ts'
import { approveWaivers, deleteWaivers, findAllianceFor, findSettings, listChanges, listLivePosts, listUnits, listWaivers, lockSettings, updateSettings, upsertWaiver, type WaiverSubject } from './tables.ts'
import { checkWish as findingsOfWish, type PostInWish, type StudentInLaw } from './wishes/rules.ts'

export type { Finding, PostInLaw, PostInWish, RuleId, Severity, StudentInLaw }

/** How strictly this alliance takes each rule, where it decided otherwise than usual. */
export async function severitiesOf(tx: Tx, allianceId: string): Promise<SeverityOverrides> {
  const decided = ((await findSettings(tx, allianceId)).ruleSeverity ?? {}) as Record<string, Severity>
  return Object.fromEntries(Object.entries(decided).filter(([id, severity]) => isRuleId(id) && severities.includes(severity)))
}

/** The facts of the units behind many posts at once, four queries in all. */
async function factsOf(tx: Tx, posts: readonly { id?: string; organisationId: string; occupationCode: string | null }[], today: string) {
  const organisationIds = [...new Set(posts.map((post) => post.organisationId))]
  const units = new Map((await listUnits(tx, organisationIds)).map((unit) => [unit.id, unit]))
  const live = await listLivePosts(tx, organisationIds)
  const majorsOfFamily = await majorsOfFamilies(tx, posts.flatMap(({ occupationCode }) => (occupationCode ? [familyOf(occupationCode)] : [])))
  return (post: { id?: string; organisationId: string }): UnitFacts => {
    const { uscc = null, industryCode = null, staffCount = null, dishonestSince = null, safetyViolationOn = null } = units.get(post.organisationId) ?? {}
    const otherPosts = live.filter((other) => other.organisationId === post.organisationId && other.id !== post.id)
    return { uscc, industryCode, staffCount, dishonestSince, safetyViolationOn, otherPosts, majorsOfFamily, today }
  }
}

type PostToJudge = PostInLaw & { id?: string; organisationId: string; allianceId: string }
export type Judgement = { findings: Finding[]; checks: ReturnType<typeof statesOfRules> }

/** What the law says about these posts, as their alliance takes it. One judgement a post, in order. */
export async function judgePosts(tx: Tx, posts: readonly PostToJudge[], today: string): Promise<Judgement[]> {
  const facts = await factsOf(tx, posts, today)
  const overrides = new Map<string, SeverityOverrides>()
  for (const allianceId of new Set(posts.map((post) => post.allianceId))) overrides.set(allianceId, await severitiesOf(tx, allianceId))
  return posts.map((post) => {
    const unit = facts(post)
    const findings = withSeverities(checkPost(post, unit), overrides.get(post.allianceId)!)
    return { findings, checks: statesOfRules(post, unit, findings) }
  })
}

/** What the law says about this student at this post; pure, cheap enough for every pair of a round. See `occupationsOfMajors` for the last argument. */
export function checkWish(student: StudentInLaw, post: PostInWish, when: { startsOn: string; endsOn: string | null }, occupations?: readonly string[], overrides: SeverityOverrides = {}): Finding[] {
  return withSeverities(findingsOfWish(student, post, when, occupations), overrides)
}

export function viewFinding(found: Finding): FindingView {
  const { article, sourceStatus } = ruleOf(found.ruleId)
  return { ...found, article, sourceStatus }
}

export const viewCheck = (check: Judgement['checks'][number]): RuleStateView => {
  const { article, sourceStatus } = ruleOf(check.ruleId)
  return { ...check, article, sourceStatus }
}

/** The alliance whose decisions hold where this actor is: the office's own, or the one their organisation belongs to. */
const allianceOf = async (tx: Tx, actor: Actor) => actor.allianceId ?? (await findAllianceFor(tx, actor.organisationId))?.id ?? null

export async function viewRules(tx: Tx, actor: Actor): Promise<{ rows: RuleView[] }> {
  const allianceId = await allianceOf(tx, actor)
  const overrides = allianceId ? await severitiesOf(tx, allianceId) : {}
  // Oldest first: the last one of a rule is the one that holds.
  const changes = new Map((allianceId ? await listChanges(tx, allianceId) : []).map((change) => [change.ruleId, change]))
  return { rows: ruleCatalogue.map(({ id }) => viewRule(actor, id, overrides, changes.get(id))) }
}

type Change = Awaited<ReturnType<typeof listChanges>>[number]
const viewChange = ({ at, by, reason, from, to }: Change) => ({ at, by, reason, from: from as Severity, to: to as Severity })

export async function viewRuleHistory(tx: Tx, actor: Actor, id: RuleId) {
  const allianceId = await allianceOf(tx, actor)
  return { rows: allianceId ? (await listChanges(tx, allianceId, id)).map(viewChange).toReversed() : [] }
}

function viewRule(actor: Actor, id: RuleId, overrides: SeverityOverrides, change?: Change): RuleView {
  const { article, severity, sourceStatus, checkedOn, source, ban } = ruleOf(id)
  return {
    id, key: ruleKey(id), article, severity: overrides[id] ?? severity, usualSeverity: severity, sourceStatus, checkedOn: [...checkedOn], source, ban: ban ?? null,
    lastChange: change ? viewChange(change) : null,
    can: { change: mayChangeRule(actor) && !isFixed(id) },
  }
}

export async function changeRule(tx: Tx, actor: Actor, id: RuleId, { severity, reason }: { severity: Severity; reason: string }, now: Date): Promise<RuleView> {
  if (!mayChangeSeverity(id, severity)) refuse('rule_fixed', { ruleId: id, article: ruleOf(id).article })
  const settings = await lockSettings(tx, actor.allianceId!)
  const before = ((settings.ruleSeverity ?? {}) as Record<string, Severity>)[id] ?? ruleOf(id).severity
  const decided = { ...(settings.ruleSeverity as Record<string, Severity> | undefined), [id]: severity }
  await updateSettings(tx, actor.allianceId!, { ...settings, ruleSeverity: decided })
  audit(tx, actor, now, { event: 'rule.severity_changed', subjectType: 'rule', subjectId: id, details: { allianceId: actor.allianceId, from: before, to: severity, reason } })
  return viewRule(actor, id, decided, { ruleId: id, at: now, by: actor.name, reason, from: before, to: severity })
}

export const ruleById = async (id: string) => (isRuleId(id) ? id : undefined)

/** Keeps the reasons given for what is not generally allowed; an emptied one is taken back. */
export async function keepReasons(tx: Tx, actor: Pick<Actor, 'accountId'>, subject: WaiverSubject, reasons: Readonly<Record<string, string>>, now: Date) {
  const entries = Object.entries(reasons).filter(([ruleId]) => isRuleId(ruleId))
  for (const [ruleId, reason] of entries) {
    if (reason.length >= 5) await upsertWaiver(tx, subject, { ruleId, reason, askedBy: actor.accountId, askedAt: now })
  }
  await deleteWaivers(tx, subject, entries.filter(([, reason]) => reason.length < 5).map(([ruleId]) => ruleId))
}

export const waiversOf = (tx: Tx, subjectType: 'need' | 'wish', subjectIds: readonly string[]) => listWaivers(tx, { subjectType, subjectIds })
/** Answers the rules whose reasons are approved now. Whoever asked does not approve: the caller's policy sees to it. */
export const approveReasons = (tx: Tx, actor: Actor, subject: WaiverSubject, now: Date) => approveWaivers(tx, subject, { approvedBy: actor.accountId, approvedAt: now })
