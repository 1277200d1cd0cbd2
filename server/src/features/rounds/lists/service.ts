import { createHash } from 'node:crypto'
import { faultsOf, inputDigest, policyDigest, type Market, type Policy, type Result } from '@silian/matching'
import { marketOf, type RoundFrame, type Submitted } from '@silian/algorithms/round-market'
import { policyOf } from '@silian/algorithms/round-rule'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { unseal } from '../../../kernel/secrets.ts'
import { limitText, readSettings, type Settings } from '../rule/service.ts'
import type { Round } from '../tables.ts'
import { findExport, insertFrozen, listConfirmed, saveExport, submittedText } from './tables.ts'

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

/** All of a round but who wishes what. */
export async function roundFrame(tx: Tx, round: Round, { ruled, posts }: Settings): Promise<RoundFrame> {
  const confirmed = round.previousRoundId === null ? [] : await listConfirmed(tx, round.id)
  return { ruled, posts, weights: { weightSchool: round.weightSchool, weightInterview: round.weightInterview, weightCertificate: round.weightCertificate }, confirmed }
}

/** Freezes the list: numbers, market, rule, digests. From here on nothing that anybody changes can reach the result. */
export async function freezeList(tx: Tx, round: Locked<Round>) {
  const seed = unseal(round.seedSealed!)
  const lists = JSON.parse(await submittedText(tx, round.id)) as Submitted[]
  const settings = await readSettings(tx, round)
  const drawn = lists
    .map(({ studentId }) => ({ studentId, key: sha256(`${seed}|${round.number}|${studentId}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const numbers = drawn.map(({ studentId }, index) => ({ studentId, letterNumber: `${round.number}-${String(index + 1).padStart(5, '0')}` }))
  await insertFrozen(tx, round.id, numbers)
  const byStudent = new Map(numbers.map((row) => [row.studentId, row.letterNumber]))

  const market = marketOf(lists, (studentId) => byStudent.get(studentId)!, await roundFrame(tx, round, settings))
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
