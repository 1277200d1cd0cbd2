import { claimText, matchMarket, type Guarantees } from '@silian/matching'
import { jsonOf } from './files.ts'
import { marketOptions, matchOptionsOf, withMarketFaults } from './markets.ts'
import { argumentsOf, Misuse } from './misuse.ts'

export const usage = `silian match --students s.xlsx --posts p.xlsx --out result.xlsx [--seed 种子] [--export round.json] [--keep-good]
    不用服务器：按学生的志愿和成绩安排岗位，写出一个工作簿：结果、通知书、岗位报告。没有 --seed 就当场抽一个并公布。
silian match --market FILE.json [--side student|post] [--mechanism 机制] [--seed 种子] --json
    读一个市场文件，写出 { "placements", "guarantees", "audit" }。`

export async function run(args: string[]): Promise<number> {
  const { values } = argumentsOf({
    args,
    options: {
      ...marketOptions,
      students: { type: 'string' },
      posts: { type: 'string' },
      out: { type: 'string' },
      export: { type: 'string' },
      'keep-good': { type: 'boolean', default: false },
    },
  })
  const { students, posts, out } = values
  if (values.market !== undefined) return matchFile(values.market, values)
  if (students === undefined || posts === undefined || out === undefined) throw new Misuse('请写出 --students、--posts 和 --out，或者 --market。')
  const { matchWorkbooks } = await import('./match/workbooks.ts')
  return matchWorkbooks({ students, posts, out, seed: values.seed, exportTo: values.export, keepGood: values['keep-good'] })
}

type Values = { side?: string | undefined; mechanism?: string | undefined; seed?: string | undefined; json?: boolean | undefined }

function matchFile(path: string, values: Values): number {
  const options = matchOptionsOf(values)
  const { placements, guarantees, audit } = withMarketFaults(() => matchMarket(jsonOf(path), options))
  if (values.json) process.stdout.write(`${JSON.stringify({ placements, guarantees, audit }, null, 2)}\n`)
  else process.stdout.write(`${placementLines(placements)}\n${guaranteeLines(guarantees)}\n`)
  return 0
}

const placementLines = (placements: Record<string, string | null>) =>
  Object.entries(placements)
    .map(([student, post]) => `${student}\t${post ?? '—'}`)
    .join('\n')

const names: Record<keyof Guarantees, string> = { stable: '稳定', studentOptimal: '对学生最优', strategyProof: '如实填报最有利', efficient: '没有可以互换的余地' }

export const guaranteeLines = (guarantees: Guarantees): string =>
  (Object.keys(names) as (keyof Guarantees)[]).map((key) => `${guarantees[key].holds ? '✓' : '✗'} ${names[key]}：${claimText(guarantees[key], 'zh-Hans')}`).join('\n')
