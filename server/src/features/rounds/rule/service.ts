import { claimText, type Guarantees } from '@silian/matching'
import { faultsOfRule } from '@silian/algorithms/round-faults'
import { guaranteesOf, isInside, usualRule, type RoundRule, type RuledLimit, type RuledPost, type RuledRound } from '@silian/algorithms/round-rule'
import { say, t, type Locale } from '@silian/words'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { RoundView } from '../contract.ts'
import { mayRunRound } from '../policy.ts'
import { listPostRules, type PostRuleRow } from '../posts/tables.ts'
import { updateRoundSettings, type Reserve, type Round } from '../tables.ts'
import type { LimitBody } from './contract.ts'
import { listLimits, listRegions, listSchools, listTags, replaceLimits, updatePostRules, type LimitRow, type NamedLimit } from './tables.ts'

export const ruleOf = (round: Pick<Round, 'policy'>): RoundRule => ({ ...usualRule, ...(round.policy as Partial<RoundRule>) })

/** All a round is set to, as the engine's frame is made from it. */
export type Settings = { ruled: RuledRound; posts: PostRuleRow[]; limits: NamedLimit[]; schools: { id: string; name: string }[] }

export async function readSettings(tx: Tx, round: Round): Promise<Settings> {
  const [posts, limits, schools] = [await listPostRules(tx, round.id), await listLimits(tx, round.id), await listSchools(tx, round.id)]
  return { ruled: ruledOf(round, ruleOf(round), posts, limits, schools), posts, limits, schools }
}

function ruledOf(round: Round, rule: RoundRule, posts: readonly PostRuleRow[], limits: readonly LimitRow[], schools: readonly { id: string }[]): RuledRound {
  return {
    rule,
    weights: { school: round.weightSchool, interview: round.weightInterview, certificate: round.weightCertificate },
    posts: posts.map(ruledPost),
    limits: limits.map(ruledLimit),
    schools: schools.map(({ id }) => id),
  }
}

export const ruledPost = ({ number, organisationId, region, seats, scoring, reserves, minimum, target, schoolCap }: PostRuleRow): RuledPost => ({
  id: number, firm: organisationId, region, seats, scoring, reserves, minimum, target, schoolCap,
})

const ruledLimit = ({ kind, organisationId, schoolId, region, most }: LimitRow): RuledLimit => ({ kind, firm: organisationId, school: schoolId, region, most })

const isFurther = (round: Round) => round.previousRoundId !== null

/** What the settings promise before anybody has wished. */
export const promises = (round: Round, { ruled }: Settings): Guarantees => guaranteesOf(ruled, isFurther(round))

export const sentencesOf = (claims: Guarantees, locale: Locale): RoundView['guarantees'] => {
  const said = (claim: Guarantees['stable']) => ({ ...claim, sentence: claimText(claim, locale) })
  return { stable: said(claims.stable), studentOptimal: said(claims.studentOptimal), strategyProof: said(claims.strategyProof), efficient: said(claims.efficient) }
}

export async function viewRules(tx: Tx, actor: Actor, round: Round) {
  const { ruled, posts, limits, schools } = await readSettings(tx, round)
  const codes = new Set(posts.flatMap(({ region }) => (region ? [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`] : [])))
  return {
    roundId: round.id,
    number: round.number,
    title: round.title,
    state: round.state,
    version: round.version,
    weights: ruled.weights,
    rule: { ...ruled.rule, tieKeys: [...ruled.rule.tieKeys] },
    limits,
    posts,
    schools,
    regions: await listRegions(tx, [...codes]),
    tags: await listTags(tx, round.id),
    further: isFurther(round),
    faults: faultsOfRule(ruled).map((fault) => ({ ...fault, path: [...fault.path], ...(fault.details ? { details: { ...fault.details } } : {}) })),
    can: { edit: mayRunRound(actor, round) && round.state === 'draft' },
  }
}

type Given = {
  version: number
  rule: RoundRule
  limits: readonly LimitBody[]
  posts: readonly { postId: string; reserves: readonly Reserve[]; minimum: number; target: number | null; schoolCap: number | null }[]
}

/** All at once or nothing: what does not fit together is named with its place, and a round is never left half changed. */
export async function setRules(tx: Tx, actor: Actor, round: Locked<Round>, { version, rule, limits, posts }: Given, now: Date) {
  if (round.state !== 'draft') refuse('wrong_state', { state: round.state })
  const before = await readSettings(tx, round)
  const known = new Map(before.posts.map((post) => [post.postId, post]))
  const strange = posts.flatMap(({ postId }, at) => (known.has(postId) ? [] : [{ path: ['posts', at, 'postId'], code: 'unknown' }]))
  const incomplete = limits.flatMap((limit, at) => whatLacks(limit).map((field) => ({ path: ['limits', at, field], code: 'missing' })))
  // Posts that are not named stay as they were; those named come first, so that a fault points at what was sent.
  const named = new Set(posts.map(({ postId }) => postId))
  const after = [...posts.flatMap((post) => (known.has(post.postId) ? [{ ...known.get(post.postId)!, ...post, reserves: [...post.reserves] }] : [])), ...before.posts.filter(({ postId }) => !named.has(postId))]
  const faults = strange.length > 0 ? [] : faultsOfRule(ruledOf(round, rule, after, limits, before.schools))
  const issues = [...strange, ...incomplete, ...faults.filter(({ path }) => !incomplete.some((one) => one.path[0] === path[0] && one.path[1] === path[1]))]
  if (issues.length > 0) refuse('invalid_input', { issues })

  if ((await updateRoundSettings(tx, round.id, version, { policy: JSON.stringify(rule) })) === 0) refuse('changed_meanwhile')
  await replaceLimits(tx, round.id, limits)
  await updatePostRules(tx, round.id, posts)
  audit(tx, actor, now, { event: 'round.rule_set', subjectType: 'round', subjectId: round.id, details: { mechanism: rule.mechanism, ties: rule.ties, limits: limits.length } })
  return { version: version + 1 }
}

const whatLacks = ({ kind, organisationId, region }: LimitBody) => [...(kind === 'firm' && !organisationId ? ['organisationId'] : []), ...(kind === 'region' && !region ? ['region'] : [])]

const nameOf = (locale: Locale, name: string | null, nameEn: string | null) => (locale === 'en' ? (nameEn ?? name) : name)

/** Whom a limit names, in the reader's language; left open, each firm or each school. */
function whomOf(locale: Locale, limit: NamedLimit) {
  return {
    firm: nameOf(locale, limit.organisationName, limit.organisationNameEn) ?? t(locale, 'matching:limits.everyFirm'),
    school: nameOf(locale, limit.schoolName, limit.schoolNameEn) ?? t(locale, 'matching:limits.everySchool'),
    region: limit.regionName ?? limit.region ?? '',
  }
}

export const limitText = (locale: Locale, limit: NamedLimit) => t(locale, `matching:limits.text.${limit.kind}`, { ...whomOf(locale, limit), most: limit.most })
export const limitName = (locale: Locale, limit: NamedLimit, exactly: { school?: string | null; firm?: string | null } = {}) => {
  const whom = whomOf(locale, limit)
  return t(locale, `matching:limits.name.${limit.kind}`, { ...whom, school: exactly.school ?? whom.school, firm: exactly.firm ?? whom.firm })
}

export const tagName = (locale: Locale, tag: string) => say(locale, `rounds:tag.${tag}`) ?? tag

/** The rule in sentences: what students, firms and the public read. */
export function sayRule(locale: Locale, { ruled, limits, posts }: Settings): string[] {
  const { rule } = ruled
  const comma = locale === 'en' ? ', ' : '、'
  const ties = t(locale, `matching:ties.notes.${rule.ties}`)
  const keys = rule.tieKeys.map((key) => t(locale, `matching:ties.key.${key}`)).join(comma)
  const tags = [...new Set(posts.flatMap(({ reserves }) => reserves.map(({ tag }) => tag)))]
  return [
    t(locale, `matching:mechanism.notes.${rule.mechanism}`),
    ...(rule.mechanism === 'total-satisfaction' ? [t(locale, `matching:objective.${rule.objective}Note`)] : [keys ? t(locale, 'matching:ties.textKeys', { keys, next: ties }) : ties]),
    ...(tags.length > 0 ? [t(locale, `matching:reserve.text.${rule.reserveMode}`, { tags: tags.map((tag) => tagName(locale, tag)).join(comma) })] : []),
    ...(rule.lowerQuota === 'close' && posts.some(({ minimum }) => minimum > 1) ? [t(locale, 'matching:lower.text')] : []),
    ...(posts.some(({ schoolCap }) => schoolCap !== null) ? [t(locale, 'matching:cap.text')] : []),
    ...limits.map((limit) => limitText(locale, limit)),
  ]
}

/** Limits that count placements at this post. */
export const limitsAt = (limits: readonly NamedLimit[], post: { organisationId: string; region: string | null }) =>
  limits.filter(({ kind, organisationId, region }) => (kind === 'region' ? isInside(post.region, region) : organisationId === null || organisationId === post.organisationId))
