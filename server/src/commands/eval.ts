import { crossValidate } from '@silian/algorithms/answer-evaluation/cross-validate'
import { evaluate, type Evaluation } from '@silian/algorithms/answer-evaluation/evaluate'
import { argumentsOf, Misuse } from './misuse.ts'
import { refuse } from './answers/faults.ts'
import { judgementsOf, type Judgement } from './answers/jsonl.ts'
import { inputOf, taskOptions } from './answers/task.ts'

export const usage = `silian eval --needs N.jsonl --answers A.jsonl --judgements J.jsonl [--task need-answer|post-major] [--cross-validate] --json
    评分每行一个 { "need_id", "achievement_id", "grade" }（post-major 为 { "job_id", "major_code", "grade" }），grade 为 0 到 3。
    写出 nDCG@10、recall@10、“没有合适的”说得准不准、按文字分列，以及同一次运行里三种常用检索的成绩。
    --cross-validate 另做交叉验证（--folds 5 --candidates 40）：每一折的参数只由其余各折选出。`

export async function run(args: string[]): Promise<number> {
  const { values } = argumentsOf({
    args,
    options: { ...taskOptions, judgements: { type: 'string' }, 'cross-validate': { type: 'boolean', default: false }, folds: { type: 'string', default: '5' }, candidates: { type: 'string', default: '40' } },
  })
  if (values.judgements === undefined) throw new Misuse('请写出 --judgements。')
  const [folds, candidates] = [Number(values.folds), Number(values.candidates)]
  if (!Number.isInteger(folds) || folds < 2 || folds > 50) throw new Misuse('--folds 要写 2 到 50 的整数。')
  if (!Number.isInteger(candidates) || candidates < 1 || candidates > 1000) throw new Misuse('--candidates 要写 1 到 1000 的整数。')
  const { task, needs, answers, faults, settings, lexicon } = inputOf(values)
  const [needKey, answerKey] = task === 'post-major' ? (['job_id', 'major_code'] as const) : (['need_id', 'achievement_id'] as const)
  const judged = judgementsOf(values.judgements, needKey, answerKey)
  if (faults.length + judged.faults.length > 0) return refuse([...faults, ...judged.faults], values.json)
  const { grades, ignored } = gradesOf(judged.rows, new Set(needs.map(({ id }) => id)), new Set(answers.map(({ id }) => id)))
  if (ignored > 0) process.stderr.write(`有 ${ignored} 条评分说的需求或答案不在文件里，没有计入。\n`)
  const evaluation = evaluate(needs, answers, grades, { settings, lexicon })
  const crossValidation = values['cross-validate'] ? crossValidate(needs, answers, grades, { folds, candidates, settings, lexicon }) : undefined
  const result = { task, ignoredJudgements: ignored, ...evaluation, ...(crossValidation ? { crossValidation } : {}) }
  process.stdout.write(values.json ? `${JSON.stringify(result, null, 2)}\n` : linesOf(evaluation))
  return 0
}

function gradesOf(rows: readonly Judgement[], needs: ReadonlySet<string>, answers: ReadonlySet<string>) {
  const grades = new Map<string, Map<string, number>>()
  let ignored = 0
  for (const { need, answer, grade } of rows) {
    if (!needs.has(need) || !answers.has(answer)) {
      ignored++
      continue
    }
    if (!grades.has(need)) grades.set(need, new Map())
    grades.get(need)!.set(answer, grade)
  }
  return { grades, ignored }
}

function linesOf({ ours, baselines, gain }: Evaluation): string {
  const row = (name: string, ndcg: number, recall: number) => `${name.padEnd(24)}nDCG@10 ${ndcg.toFixed(4)}  recall@10 ${recall.toFixed(4)}\n`
  return [
    row('silian', ours.ndcg10, ours.recall10),
    ...baselines.map(({ name, ndcg10, recall10 }) => row(name, ndcg10, recall10)),
    `比最好的一种高 ${(gain * 100).toFixed(1)} %\n`,
    `“没有合适的”：精确率 ${ours.abstention.precision.toFixed(2)}，召回率 ${ours.abstention.recall.toFixed(2)}\n`,
  ].join('')
}
