import { createHash } from 'node:crypto'
import { faultsOf, inputDigest, policyDigest, type Applicant, type Application, type ConfirmedSeat, type Market, type Policy, type Result } from '@silian/matching'
import { frameOf, namesSchools, policyOf, type RuledPost, type RuledRound, type TieKey } from '@silian/algorithms/round-rule'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { unseal } from '../../../kernel/secrets.ts'
import { limitText, readSettings, type Settings } from '../rule/service.ts'
import { scoreOf } from '../rules.ts'
import type { Round } from '../tables.ts'
import { findExport, insertFrozen, listConfirmed, listSubmitted, saveExport, type Confirmed } from './tables.ts'

/** What anybody needs to run a published round again: `silian verify round.json`. */
export type RoundExport = {
  format: 'silian-round/1'
  round: {
    number: string
    title: string
    commitment: string
    seed: string | null
    policy: Policy
    /** What the limits in the market are, in words. */
    limits?: Record<string, string>
  }
  market: Market
  digests: { list: string; input: string; policy?: string; result: string | null }
  result: Pick<Result, 'placements' | 'cutOffs' | 'closed' | 'guarantees'> | null
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

type Lists = Awaited<ReturnType<typeof listSubmitted>>

/**
 * The list as it stands when ranking ends. Students appear under letter numbers given in an order drawn with the seed, so that
 * a number says nothing about a person; posts under their own numbers. A wish without its approval stays with its reason.
 * In a further round the seats confirmed before stand in it too: what they use up of any limit is used up.
 */
export async function marketOf(tx: Tx, round: Round, lists: Lists, numberOf: (studentId: string) => string, { ruled, posts }: Settings): Promise<Market> {
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
      const score = scoreOf({ schoolMark, interview, certificate, rank }, round, post.scoring)
      const keys = keysOf(ruled.rule.tieKeys, { schoolMark, interview, certificate, certificates })
      choices.push(post.number)
      applications.push({ student, post: post.number, score, ...keys, ...(ineligible ? { ineligible } : {}) })
    }
    applicants.push({ id: student, ...(named ? { school: schoolId } : {}), tags, choices })
  }
  const confirmed = round.previousRoundId === null ? [] : inThisRound(await listConfirmed(tx, round.id), ruled)
  return {
    ...frameOf(withConfirmed(ruled, confirmed)),
    applicants: [...applicants, ...confirmed.map(({ student, schoolId, tags }): Applicant => ({ id: student, ...(named ? { school: schoolId } : {}), tags, choices: [] }))],
    applications: [...applications, ...confirmed.map(({ student, post, mark }): Application => ({ student, post, score: mark }))],
    ...(confirmed.length > 0 ? { confirmed: confirmed.map(({ student, post, seat }): ConfirmedSeat => ({ student, post, ...(seat === 'open' ? {} : { tag: seat }) })) } : {}),
  }
}

const keysOf = (wanted: readonly TieKey[], known: Record<TieKey, number | null>) => (wanted.length > 0 ? { keys: wanted.map((key) => known[key] ?? 0) } : {})

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

function ineligibleFor(post: { suspendedAt: Date | null; suspendRule: string | null }, refused: string | null, unapproved: string | null): Application['ineligible'] {
  if (post.suspendedAt) return { code: post.suspendRule ?? 'suspended' }
  if (refused !== null) return { code: 'refused' }
  return unapproved === null ? undefined : { code: 'unapproved', params: { rule: unapproved } }
}

/** Freezes the list: numbers, market, rule, digests. From here on nothing that anybody changes can reach the result. */
export async function freezeList(tx: Tx, round: Locked<Round>) {
  const seed = unseal(round.seedSealed!)
  const lists = await listSubmitted(tx, round.id)
  const settings = await readSettings(tx, round)
  const drawn = lists
    .map(({ studentId }) => ({ studentId, key: sha256(`${seed}|${round.number}|${studentId}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const numbers = drawn.map(({ studentId }, index) => ({ studentId, letterNumber: `${round.number}-${String(index + 1).padStart(5, '0')}` }))
  await insertFrozen(tx, round.id, numbers)
  const byStudent = new Map(numbers.map((row) => [row.studentId, row.letterNumber]))

  const market = await marketOf(tx, round, lists, (studentId) => byStudent.get(studentId)!, settings)
  const policy = policyOf(settings.ruled.rule)
  const faults = faultsOf(market, { id: round.number, policy, lottery: { seed } })
  if (faults.length > 0) refuse('rule_faulty', { faults: faults.slice(0, 20), count: faults.length })

  const digests = { list: sha256(numbers.map((row) => `${row.letterNumber}\n`).join('')), input: inputDigest(market), policy: policyDigest(policy), result: null }
  const limits = Object.fromEntries(settings.limits.map((limit) => [`L${limit.position}`, limitText('zh-Hans', limit)]))
  const content: RoundExport = {
    format: 'silian-round/1',
    round: { number: round.number, title: round.title, commitment: round.seedCommitment!.toString('hex'), seed: null, policy, ...(settings.limits.length > 0 ? { limits } : {}) },
    market,
    digests,
    result: null,
  }
  await saveExport(tx, round.id, JSON.stringify(content))
  return { listDigest: digests.list, inputDigest: digests.input, policyDigest: digests.policy, applicants: numbers.length }
}

/** What the run adds to the frozen list. */
export type Told = { seed: string; digest: string } & NonNullable<RoundExport['result']>

export async function frozenExport(tx: Tx, round: Round): Promise<RoundExport> {
  const kept = (await findExport(tx, round.id)) ?? refuse('not_found')
  const content = kept.content as unknown as RoundExport
  if (kept.result === null) return content
  const { seed, digest, ...result } = kept.result as unknown as Told
  return { ...content, round: { ...content.round, seed }, digests: { ...content.digests, result: digest }, result }
}
