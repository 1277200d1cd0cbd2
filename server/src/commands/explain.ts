import { explainMarket, sentence, type Language } from '@silian/matching'
import { jsonOf } from './files.ts'
import { marketOptions, matchOptionsOf, withMarketFaults } from './markets.ts'
import { argumentsOf, Misuse } from './misuse.ts'

export const usage = `silian explain FILE.json 学生 [--side student|post] [--mechanism 机制] [--seed 种子] [--language zh-Hans|zh-Hant|en] [--json]
    说明一个学生的每个志愿为什么是这个结果。`

const languages: readonly string[] = ['zh-Hans', 'zh-Hant', 'en'] satisfies Language[]

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf({
    args,
    allowPositionals: true,
    options: { ...marketOptions, student: { type: 'string' }, language: { type: 'string', default: 'zh-Hans' } },
  })
  const named = [...positionals]
  const market = values.market ?? named.shift()
  const student = values.student ?? named.shift()
  if (market === undefined || student === undefined) throw new Misuse('请写出市场文件和学生的编号。')
  if (named.length > 0) throw new Misuse(`多余的内容：${named.join(' ')}。`)
  if (!languages.includes(values.language)) throw new Misuse(`--language 只能是 ${languages.join('、')}。`)

  const options = matchOptionsOf(values)
  const explanation = withMarketFaults(() => explainMarket(jsonOf(market), student, options))
  const sentences = explanation.reasons.map((reason) => sentence(reason, values.language as Language))
  if (values.json) process.stdout.write(`${JSON.stringify({ ...explanation, sentences }, null, 2)}\n`)
  else process.stdout.write(sentences.map((text, at) => `${at + 1}. ${text}\n`).join('') || '没有志愿。\n')
  return 0
}
