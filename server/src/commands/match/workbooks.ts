import { createHash, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { commitmentOf, defaultPolicy, explainer, place, type Market, type Result, type Round } from '@silian/matching'
import { dayOf } from '../../kernel/calendar.ts'
import { writeTable } from '../../kernel/sheet/write-table.ts'
import type { RoundExport } from '../../features/rounds/lists/service.ts'
import { guaranteeLines } from '../match.ts'
import { Misuse } from '../misuse.ts'
import { postKind, scoreKind, studentKind, wishKind } from './kinds.ts'
import { marketOf } from './market-of.ts'
import { rowsOf, rowsOfSheet, type CellError } from './read-sheets.ts'
import { errorSheet, letterSheet, reportSheet, resultSheet } from './sheets.ts'

type Given = { students: string; posts: string; out: string; seed: string | undefined; exportTo: string | undefined; keepGood: boolean }

/** From two workbooks to one, without a server and without a database. */
export async function matchWorkbooks({ students, posts, out, seed: given, exportTo, keepGood }: Given): Promise<number> {
  const today = dayOf(new Date())
  const sheets = {
    students: await rowsOf(students, studentKind, today),
    posts: await rowsOf(posts, postKind, today),
    wishes: await rowsOfSheet(students, /^志[愿願]$|^wishes$/i, wishKind, today),
    scores: (await rowsOfSheet(posts, /^(?:评分|評分|分数|scores)$/i, scoreKind, today)) ?? (await rowsOfSheet(students, /^(?:评分|評分|分数|scores)$/i, scoreKind, today)),
  }
  const read = marketOf(sheets)
  const unclear = (sheets.wishes?.errors.length ?? 0) > 0
  if (read.errors.length > 0) {
    process.stderr.write(`${read.errors.map(errorLine).join('\n')}\n`)
    if (!keepGood || unclear) {
      const advice = unclear ? '“志愿”工作表有读不出的行，不知道是谁的志愿，请先改好。' : '请改好再运行；或者加 --keep-good，只用没有错误的行。'
      process.stderr.write(`共 ${read.errors.length} 处错误，没有写出结果。${advice}\n`)
      return 1
    }
  }
  if (read.market.applicants.length === 0) throw new Misuse('没有可以安排的学生。', { withUsage: false })

  const seed = given ?? randomBytes(16).toString('hex')
  const round: Round = { id: 'workbook', policy: defaultPolicy, lottery: { seed } }
  const result = place(read.market, round)
  const explain = explainer(result, read.market)
  const told = { ...read, result, seed, commitment: commitmentOf(seed), explain }
  const tables = [resultSheet(told), letterSheet(told), reportSheet(told), ...(read.errors.length > 0 ? [errorSheet(read.errors)] : [])]
  write(out, await writeTable(...tables))
  if (exportTo !== undefined) write(exportTo, JSON.stringify(exportOf(read.market, round, result)))

  const placed = result.placements.filter(({ post }) => post !== null).length
  process.stdout.write(
    [
      `${result.placements.length} 名学生，${read.posts.length} 个岗位：安排 ${placed} 名，未安排 ${result.placements.length - placed} 名。`,
      ...(read.scored ? [] : ['没有成绩，次序全部由抽签决定。']),
      `抽签种子：${seed}${given === undefined ? '（当场抽取）' : ''}`,
      `种子承诺（SHA-256）：${told.commitment}`,
      guaranteeLines(result.guarantees),
      `已写出 ${out}`,
      '',
    ].join('\n'),
  )
  return 0
}

const errorLine = ({ sheet, row, column, value, reason }: CellError) => `${sheet} 第 ${row} 行 ${column}${value === '' ? '' : ` “${value}”`}：${reason}`

function write(path: string, content: string | Uint8Array) {
  try {
    writeFileSync(path, content)
  } catch {
    throw new Misuse(`写不了这个文件：${path}`, { withUsage: false })
  }
}

/** What `silian verify` runs again. */
function exportOf(market: Market, round: Round, { placements, cutOffs, closed, guarantees, digest }: Result): RoundExport {
  const numbers = market.applicants.map(({ id }) => id).sort()
  const list = createHash('sha256').update(numbers.map((number) => `${number}\n`).join('')).digest('hex')
  return {
    format: 'silian-round/1',
    round: { number: round.id, title: '', commitment: commitmentOf(round.lottery.seed), seed: round.lottery.seed, policy: round.policy },
    market,
    digests: { list, input: digest.input, result: digest.result },
    result: { placements, cutOffs, closed, guarantees },
  }
}
