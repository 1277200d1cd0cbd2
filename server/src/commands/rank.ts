import { buildIndex } from '@silian/algorithms/answer-matching/build-index'
import { rank } from '@silian/algorithms/answer-matching/rank'
import { argumentsOf, Misuse } from './misuse.ts'
import { refuse } from './answers/faults.ts'
import { inputOf, taskOptions } from './answers/task.ts'
import { vectorsFor } from './answers/vectors.ts'

export const usage = `silian rank --needs N.jsonl --answers A.jsonl [--task need-answer|post-major] [--top 10] [--lexicon 词表.json] --json
    每行一个 { "id", "title", "description" }。给每条需求排出最合适的答案（默认前 10 个）、分数和理由；都不合适时标明 nothingFits。
    post-major：需求是招聘岗位，答案是专业（id 为专业代码）；不写 --answers 就用自带的专业表。
    --embedding-endpoint URL --embedding-model 名称：另加一个向量信号（OpenAI 兼容接口），默认不用。`

export async function run(args: string[]): Promise<number> {
  const { values } = argumentsOf({
    args,
    options: { ...taskOptions, top: { type: 'string', default: '10' }, 'embedding-endpoint': { type: 'string' }, 'embedding-model': { type: 'string', default: 'text-embedding-3-small' } },
  })
  const top = Number(values.top)
  if (!Number.isInteger(top) || top < 1 || top > 1000) throw new Misuse('--top 要写 1 到 1000 的整数。')
  const { needs, answers, faults, settings, lexicon, task } = inputOf(values)
  if (faults.length > 0) return refuse(faults, values.json)
  const vectors = await vectorsFor(needs, answers, values['embedding-endpoint'], values['embedding-model'])
  const index = buildIndex(answers, { settings, lexicon })
  const rankings = needs.map((need) => ({ id: need.id, ...rank(index, need, { top, vectors: vectors?.(need.id) }) }))
  if (values.json) process.stdout.write(`${JSON.stringify({ task, needs: rankings }, null, 2)}\n`)
  else process.stdout.write(rankings.map(linesOf).join(''))
  return 0
}

function linesOf({ id, nothingFits, ranked }: { id: string; nothingFits: boolean; ranked: readonly { id: string; score: number }[] }): string {
  const head = nothingFits ? `${id}\t没有合适的\n` : ''
  return head + ranked.map((one, at) => `${id}\t${at + 1}\t${one.id}\t${one.score.toFixed(4)}\n`).join('')
}
