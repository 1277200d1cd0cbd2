import { createHash } from 'node:crypto'
import { commitmentOf, faultsOf, inputDigest, InvalidMarket, matchMarket, place, policyDigest, resultDigest, rerun, type Market, type Result, type Round } from '@silian/matching'
import { mechanismOf } from '@silian/algorithms/round-rule'
import { t } from '@silian/words'
import type { RoundExport } from '../features/rounds/lists/service.ts'
import { jsonOf } from './files.ts'
import { marketOptions, matchOptionsOf, withMarketFaults } from './markets.ts'
import { argumentsOf, Misuse } from './misuse.ts'

export const usage = `silian verify round.json
    重新运行一轮公布的结果，逐项核对。一致则退出码为 0，不一致为 1。
silian verify result.json --market FILE.json [--side student|post] [--mechanism 机制] [--seed 种子]
    核对 silian match --market 写出的结果。`

/** One line of the comparison: what the file says and what comes out here. */
type Line = { what: string; claimed: string; found: string }

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf({ args, allowPositionals: true, options: marketOptions })
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) throw new Misuse('请写出要核对的一个文件。')
  const file = jsonOf(path)
  const options = matchOptionsOf(values)
  const { lines, notes } = withMarketFaults(() => {
    if (isRoundExport(file)) return ofRound(file)
    if (isWhole(file)) return ofWhole(file)
    if (values.market !== undefined && isRecord(file) && isRecord(file.placements)) return ofMarket(file.placements, matchMarket(jsonOf(values.market), options).placements)
    throw new Misuse(`这不是一轮的导出文件：${path}。结果文件要加 --market 一起核对。`, { withUsage: false })
  })
  const same = lines.every(({ claimed, found }) => claimed === found)
  process.stdout.write(`${[same ? '一致' : '不一致', ...notes, ...lines.map(lineText)].join('\n')}\n`)
  return same ? 0 : 1
}

const lineText = ({ what, claimed, found }: Line) => (claimed === found ? `  ${what}：${found}` : `  ${what}：文件写的是 ${claimed}，重新运行得到 ${found}`)

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function ofRound({ round, market, digests, result }: RoundExport): { lines: Line[]; notes: string[] } {
  const lot: Round = { id: round.number, policy: round.policy, lottery: { seed: round.seed ?? '' } }
  const faults = faultsOf(market, lot)
  if (faults.length > 0) throw new InvalidMarket(faults)
  // Seats confirmed in earlier rounds stand in the market for what they use up; their students are not on this list.
  const confirmed = new Set((market.confirmed ?? []).map(({ student }) => student))
  const numbers = market.applicants.map(({ id }) => id).filter((id) => !confirmed.has(id)).sort()
  const lines: Line[] = [
    { what: '名单摘要', claimed: digests.list, found: sha256(numbers.map((number) => `${number}\n`).join('')) },
    { what: '输入摘要', claimed: digests.input, found: inputDigest(market) },
    // Rounds frozen before this was kept do not have it.
    ...(digests.policy === undefined ? [] : [{ what: '规则摘要', claimed: digests.policy, found: policyDigest(round.policy) }]),
  ]
  const rule = ruleOf(round, market)
  if (round.seed === null) return { lines, notes: [`${round.number} ${round.title}：还没有公布种子，只核对了名单和输入。`, rule] }
  lines.push({ what: '种子承诺', claimed: round.commitment, found: commitmentOf(round.seed) })
  const again = place(market, lot)
  lines.push({ what: '结果摘要', claimed: digests.result ?? '—', found: again.digest.result })
  if (result) lines.push({ what: '公布的结果', claimed: resultDigest(result), found: again.digest.result })
  const placed = again.placements.filter(({ post }) => post !== null).length
  const { violations, blockingPairs } = again.audit
  return { lines, notes: [`${round.number} ${round.title}：${again.placements.length} 名学生，安排 ${placed} 名；违反规则 ${violations.length} 处，越位 ${blockingPairs.length} 处。`, rule, ...again.closed.map(({ post, had, min }) => `没有开：${post}，至少 ${min} 人，只有 ${had} 人。`)] }
}

/** What the round was set to, in a line. */
function ruleOf({ policy, limits = {} }: RoundExport['round'], { posts }: Market): string {
  const mechanism = mechanismOf(policy)
  const count = (what: string, number: number) => (number > 0 ? [`${what} ${number} 个岗位`] : [])
  return `规则：${[
    mechanism ? t('zh-Hans', `matching:mechanism.names.${mechanism}`) : policy.mechanism.kind,
    t('zh-Hans', `matching:ties.names.${policy.ties}`),
    ...count('预留名额', posts.filter(({ reserves }) => (reserves?.length ?? 0) > 0).length),
    ...count('最低人数', policy.lowerQuota === 'close' ? posts.filter(({ min }) => (min ?? 0) > 1).length : 0),
    ...count('每校上限', posts.filter(({ schoolCaps }) => Object.keys(schoolCaps ?? {}).length > 0).length),
    ...Object.values(limits).map((limit) => limit.replace(/。$/, '')),
  ].join('；')}。`
}

type Whole = { market: Market; round: Round; result: Pick<Result, 'digest'> & Partial<Result> }

function ofWhole(file: Whole): { lines: Line[]; notes: string[] } {
  const { differs, faults } = rerun(file)
  if (faults.length > 0) throw new Misuse(`文件有 ${faults.length} 处不对：${faults.map(({ code, path }) => `${path.join('.')} ${code}`).join('；')}`, { withUsage: false })
  const again = place(file.market, file.round)
  const found: Record<string, string> = { ...again.digest }
  const claimed: Record<string, string | undefined> = { ...file.result.digest }
  const lines = Object.keys(found).map((name) => ({ what: name, claimed: claimed[name] ?? '—', found: found[name]! }))
  const moved = differs.includes('placements') ? [{ what: 'placements', claimed: '另一种安排', found: '重新运行的安排' }] : []
  return { lines: [...lines, ...moved], notes: [] }
}

function ofMarket(claimed: Record<string, unknown>, found: Record<string, string | null>): { lines: Line[]; notes: string[] } {
  const students = [...new Set([...Object.keys(claimed), ...Object.keys(found)])].sort()
  const different = students.filter((student) => claimed[student] !== found[student])
  const text = (value: unknown) => (value === undefined ? '没有这个学生' : value === null ? '未安排' : String(value))
  const digest = (placements: Record<string, unknown>) => sha256(students.map((student) => `${student}\t${text(placements[student])}\n`).join(''))
  return {
    lines: [{ what: '安排的摘要', claimed: digest(claimed), found: digest(found) }, ...different.map((student) => ({ what: student, claimed: text(claimed[student]), found: text(found[student]) }))],
    notes: [`${students.length} 名学生，${different.length} 名不同。`],
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isRoundExport = (value: unknown): value is RoundExport => isRecord(value) && value.format === 'silian-round/1' && isRecord(value.market) && isRecord(value.round) && isRecord(value.digests)
const isWhole = (value: unknown): value is Whole => isRecord(value) && isRecord(value.market) && isRecord(value.round) && isRecord(value.result)
