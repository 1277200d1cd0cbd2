import type { Applicant, Application, ConfirmedSeat, Market } from '@silian/matching'
import { frameOf, namesSchools, type RuledPost, type RuledRound, type TieKey } from './round-rule.ts'

/** Somebody who submitted, with their wishes in order and what each post knows of them. */
export type Submitted = {
  studentId: string
  schoolId: string
  tags: string[]
  schoolMark: number | null
  certificates: number
  wishes: (readonly [postId: string, interview: number | null, certificate: number | null, rank: number | null, refused: string | null, unapproved: string | null])[]
}

/** A seat accepted in a round that this one follows, under the numbers of that round. */
export type Confirmed = { student: string; schoolId: string; tags: string[]; post: string; organisationId: string; region: string | null; seat: string; mark: number }

export type Weights = { weightSchool: number; weightInterview: number; weightCertificate: number }
export type Marks = { schoolMark: number | null; interview: number | null; certificate: number | null; rank: number | null }

type ChosenPost = { postId: string; number: string; scoring: 'score' | 'rank'; suspendedAt: Date | null; suspendRule: string | null }

/** All of a round but who wishes what. */
export type RoundFrame = { ruled: RuledRound; posts: readonly ChosenPost[]; weights: Weights; confirmed: readonly Confirmed[] }

/**
 * The market of a round, posts under their own numbers and students under what `numberOf` gives. A wish without its approval
 * stays with its reason. In a further round the seats confirmed before stand in it too: what they use up of any limit is used up.
 */
export function marketOf(lists: readonly Submitted[], numberOf: (studentId: string) => string, { ruled, posts, weights, confirmed: all }: RoundFrame): Market {
  const postOf = new Map(posts.map((post) => [post.postId, post]))
  const named = namesSchools(ruled)
  const applicants: Applicant[] = []
  const applications: Application[] = []
  for (const { studentId, schoolId, tags, schoolMark, certificates, wishes } of lists) {
    const student = numberOf(studentId)
    const choices: string[] = []
    for (const [postId, interview, certificate, rank, refused, unapproved] of wishes) {
      const post = postOf.get(postId)!
      const ineligible = ineligibleFor(post, refused, unapproved)
      const score = scoreOf({ schoolMark, interview, certificate, rank }, weights, post.scoring)
      const keys = keysOf(ruled.rule.tieKeys, { schoolMark, interview, certificate, certificates })
      choices.push(post.number)
      applications.push({ student, post: post.number, score, ...keys, ...(ineligible ? { ineligible } : {}) })
    }
    applicants.push({ id: student, ...(named ? { school: schoolId } : {}), tags, choices })
  }
  const confirmed = inThisRound(all, ruled)
  return {
    ...frameOf(withConfirmed(ruled, confirmed)),
    applicants: [...applicants, ...confirmed.map(({ student, schoolId, tags }): Applicant => ({ id: student, ...(named ? { school: schoolId } : {}), tags, choices: [] }))],
    applications: [...applications, ...confirmed.map(({ student, post, mark }): Application => ({ student, post, score: mark }))],
    ...(confirmed.length > 0 ? { confirmed: confirmed.map(({ student, post, seat }): ConfirmedSeat => ({ student, post, ...(seat === 'open' ? {} : { tag: seat }) })) } : {}),
  }
}

/**
 * What a post thinks of an applicant, in thousandths: the weighted mark, missing ones counting 0, rounded half up;
 * or, where the firm ranks, 1,000,000 less a thousand a place, everybody unranked tied behind the last.
 */
export function scoreOf(marks: Marks, weights: Weights, scoring: 'score' | 'rank'): number {
  if (scoring === 'rank') return marks.rank === null ? 0 : Math.max(1, 1_000_000 - (marks.rank - 1) * 50)
  const sum = weights.weightSchool * (marks.schoolMark ?? 0) + weights.weightInterview * (marks.interview ?? 0) + weights.weightCertificate * (marks.certificate ?? 0)
  return Math.floor(sum / 100 + 0.5)
}

const keysOf = (wanted: readonly TieKey[], known: Record<TieKey, number | null>) => (wanted.length > 0 ? { keys: wanted.map((key) => known[key] ?? 0) } : {})

function ineligibleFor(post: ChosenPost, refused: string | null, unapproved: string | null): Application['ineligible'] {
  if (post.suspendedAt) return { code: post.suspendRule ?? 'suspended' }
  if (refused !== null) return { code: 'refused' }
  return unapproved === null ? undefined : { code: 'unapproved', params: { rule: unapproved } }
}

/** At posts of the round; at others too when a limit may count them. */
const inThisRound = (confirmed: readonly Confirmed[], { posts, limits }: RuledRound) => {
  const here = new Set(posts.map(({ id }) => id))
  return confirmed.filter(({ post }) => limits.length > 0 || here.has(post))
}

/** What is stored for a further round is what is left of it; the engine is told the whole and takes off what is confirmed. */
function withConfirmed(ruled: RuledRound, confirmed: readonly Confirmed[]): RuledRound {
  if (confirmed.length === 0) return ruled
  const at = Map.groupBy(confirmed, ({ post }) => post)
  const here = ruled.posts.map((post): RuledPost => {
    const held = at.get(post.id) ?? []
    return {
      ...post,
      seats: post.seats + held.length,
      reserves: post.reserves.map(({ tag, seats }) => ({ tag, seats: seats + held.filter(({ seat }) => seat === tag).length })),
      minimum: post.minimum === 0 ? 0 : post.minimum + held.length,
      target: post.target === null ? null : post.target + held.length,
    }
  })
  const known = new Set(here.map(({ id }) => id))
  const elsewhere = [...at].flatMap(([id, held]): RuledPost[] =>
    known.has(id) ? [] : [{ id, firm: held[0]!.organisationId, region: held[0]!.region, seats: held.length, scoring: 'score', reserves: [], minimum: 0, target: null, schoolCap: null }],
  )
  return { ...ruled, posts: [...here, ...elsewhere] }
}
