import { faultsOfRule, type RuleFault } from '@silian/algorithms/round-faults'
import { fits, turnedTo, type LimitKind, type RoundMechanism, type RoundRule, type RuledRound } from '@silian/algorithms/round-rule'
import type { RulePostRow, RulesView } from '@silian/server/contract/rounds/rule'
import type { RulesBody } from '../desk/queries.ts'

export type LimitForm = { kind: LimitKind; organisationId: string | null; schoolId: string | null; region: string | null; most: number | null }
export type PostForm = { reserves: Record<string, number>; minimum: number; target: number | null; schoolCap: number | null }

/** What is being set. Posts by their id, because others may be chosen before it is saved. */
export type RulesForm = { rule: RoundRule; tags: readonly string[]; limits: readonly LimitForm[]; posts: Readonly<Record<string, PostForm>> }

const postForm = ({ reserves, minimum, target, schoolCap }: RulePostRow): PostForm => ({ reserves: Object.fromEntries(reserves.map(({ tag, seats }) => [tag, seats])), minimum, target, schoolCap })

export const formOf = (view: RulesView): RulesForm => ({
  rule: view.rule,
  // Those in use in their published order, then whom else seats could be kept for.
  tags: [...new Set([...view.posts.flatMap(({ reserves }) => reserves.map(({ tag }) => tag)), ...view.tags.map(({ tag }) => tag)])],
  limits: view.limits.map(({ kind, organisationId, schoolId, region, most }) => ({ kind, organisationId, schoolId, region, most })),
  posts: Object.fromEntries(view.posts.map((post) => [post.postId, postForm(post)])),
})

export const ofPost = (form: RulesForm, post: RulePostRow): PostForm => form.posts[post.postId] ?? postForm(post)

const reservesOf = ({ tags }: RulesForm, { reserves }: PostForm) => tags.flatMap((tag) => ((reserves[tag] ?? 0) > 0 ? [{ tag, seats: reserves[tag]! }] : []))

export const ruledOf = (view: RulesView, form: RulesForm): RuledRound => ({
  rule: form.rule,
  weights: view.weights,
  posts: view.posts.map((post) => {
    const own = ofPost(form, post)
    return { id: post.postId, firm: post.organisationId, region: post.region, seats: post.seats, scoring: post.scoring, reserves: reservesOf(form, own), minimum: own.minimum, target: own.target, schoolCap: own.schoolCap }
  }),
  limits: form.limits.map(({ kind, organisationId, schoolId, region, most }) => ({ kind, firm: organisationId, school: schoolId, region, most: most ?? 0 })),
  schools: view.schools.map(({ id }) => id),
})

/** The same judgement as the server's, and what is not filled in yet. */
export function faultsOf(view: RulesView, form: RulesForm): RuleFault[] {
  const open = form.limits.flatMap((limit, at) => (isOpen(limit) ? [at] : []))
  return [...open.map((at): RuleFault => ({ path: ['limits', at], code: 'missing' })), ...faultsOfRule(ruledOf(view, form)).filter(({ path }) => !(path[0] === 'limits' && open.includes(path[1] as number)))]
}

const isOpen = ({ kind, organisationId, region, most }: LimitForm) => most === null || (kind === 'firm' && organisationId === null) || (kind === 'region' && region === null)

export const bodyOf = (view: RulesView, form: RulesForm): RulesBody => ({
  version: view.version,
  rule: { ...form.rule, tieKeys: [...form.rule.tieKeys] },
  limits: form.limits.map((limit) => ({ ...limit, most: limit.most ?? 0 })),
  posts: view.posts.map((post) => {
    const { minimum, target, schoolCap, ...own } = ofPost(form, post)
    return { postId: post.postId, reserves: reservesOf(form, { ...own, minimum, target, schoolCap }), minimum, target, schoolCap }
  }),
})

export type Change = (change: Partial<RulesForm>) => void

export const withMechanism = ({ rule }: RulesForm, mechanism: RoundMechanism) => turnedTo(rule, mechanism)

/** What is set although the mechanism cannot keep it: to be taken away with one press, never silently. */
export function misfits(view: RulesView, form: RulesForm): { feature: 'reserves' | 'schoolCaps'; count: number }[] {
  const { mechanism } = form.rule
  const count = (has: (post: PostForm) => boolean) => view.posts.filter((post) => has(ofPost(form, post))).length
  const found = [
    { feature: 'reserves' as const, count: count(({ reserves }) => Object.values(reserves).some((seats) => seats > 0)) },
    { feature: 'schoolCaps' as const, count: count(({ schoolCap }) => schoolCap !== null) },
  ]
  return found.filter((one) => one.count > 0 && !fits(mechanism, one.feature))
}

export const without = (view: RulesView, form: RulesForm, feature: 'reserves' | 'schoolCaps'): RulesForm['posts'] =>
  Object.fromEntries(view.posts.map((post) => [post.postId, { ...ofPost(form, post), ...(feature === 'reserves' ? { reserves: {} } : { schoolCap: null }) }]))
