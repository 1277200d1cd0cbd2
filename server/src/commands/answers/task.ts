import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultsOfLexicon, type Lexicon } from '@silian/algorithms/answer-matching/lexicon'
import type { Entry } from '@silian/algorithms/answer-matching/entry'
import { majorsAsAnswers } from '@silian/algorithms/answer-matching/majors'
import { isTask, settingsOf, type Task } from '@silian/algorithms/answer-matching/settings'
import { jsonOf } from '../files.ts'
import { Misuse } from '../misuse.ts'
import { entriesOf, type Fault } from './jsonl.ts'

export const taskOptions = {
  needs: { type: 'string' },
  answers: { type: 'string' },
  task: { type: 'string', default: 'need-answer' },
  lexicon: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

type Values = { needs?: string | undefined; answers?: string | undefined; task?: string | undefined; lexicon?: string | undefined }

/** What both commands read: the task, the needs and the answers, or every fault of the files. */
export function inputOf({ needs, answers, task = 'need-answer', lexicon }: Values) {
  if (!isTask(task)) throw new Misuse(`没有“${task}”这种任务，只有 need-answer 和 post-major。`)
  if (needs === undefined) throw new Misuse('请写出 --needs。')
  if (answers === undefined && task === 'need-answer') throw new Misuse('请写出 --answers。')
  const asked = entriesOf(needs)
  const offered = answers === undefined ? { rows: starterMajors(), faults: [] } : entriesOf(answers)
  const faults: Fault[] = [...asked.faults, ...offered.faults]
  const known = task === 'post-major' ? occupationsOfMajors() : new Map<string, string[]>()
  return { task, needs: asked.rows, answers: task === 'post-major' ? majorsAsAnswers(offered.rows.map((major) => ({ ...major, occupations: known.get(major.id) ?? [] }))) : offered.rows, faults, settings: settingsOf(task), ...(lexicon === undefined ? {} : { lexicon: lexiconOf(lexicon) }) }
}

export type { Task }

const starterRows = (file: string) => readFileSync(join(import.meta.dirname, '../../../reference', file), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','))

/** The programmes that the product knows on its first day. */
const starterMajors = (): Entry[] => starterRows('majors.csv').map(([id, title]) => ({ id: id!, title: title! }))

/** Where the tables of the first day say that a major leads. */
function occupationsOfMajors(): Map<string, string[]> {
  const names = new Map(starterRows('occupations.csv').map(([code, name]) => [code!, name!]))
  const found = new Map<string, string[]>()
  for (const [major, occupation] of starterRows('major-occupation.csv')) {
    const name = names.get(occupation!)
    if (name !== undefined) found.set(major!, [...(found.get(major!) ?? []), name])
  }
  return found
}

function lexiconOf(path: string): Lexicon {
  const value = jsonOf(path) as Lexicon
  if (!Array.isArray(value.groups)) throw new Misuse(`这不是词表文件：${path}`, { withUsage: false })
  const faults = faultsOfLexicon(value)
  if (faults.length > 0) throw new Misuse(faults.map(({ group, code, value: what }) => `${group}：${code} ${what}`).join('\n'), { withUsage: false })
  return value
}
