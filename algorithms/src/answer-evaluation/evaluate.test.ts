import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Entry } from '../answer-matching/entry.ts'
import { majorsAsAnswers } from '../answer-matching/majors.ts'
import { settingsOf } from '../answer-matching/settings.ts'
import { crossValidate } from './cross-validate.ts'
import { evaluate } from './evaluate.ts'
import { scriptOf } from './script.ts'

const rows = <T>(name: string) =>
  readFileSync(join(import.meta.dirname, '../../evaluation', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

function grades(name: string, need: string, answer: string): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>()
  for (const row of rows<Record<string, string | number>>(name)) {
    const id = String(row[need])
    if (!found.has(id)) found.set(id, new Map())
    found.get(id)!.set(String(row[answer]), Number(row.grade))
  }
  return found
}

const majors = readFileSync(join(import.meta.dirname, '../../../server/reference/majors.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Entry => ({ id: line.split(',')[0]!, title: line.split(',')[1]! }))

test('needs: on folds kept back, 15 % better than the best of the others, and right about nothing four times in five', { timeout: 120_000 }, () => {
  const result = crossValidate(rows('needs'), rows('answers'), grades('judgements', 'need_id', 'achievement_id'), { candidates: 4, settings: settingsOf('need-answer') })
  expect(result.gain).toBeGreaterThan(0.15)
  expect(result.abstention.balancedAccuracy).toBeGreaterThan(0.8)
})

test('needs written after the lexicon, of fields it hardly knows: still better than the best of the others', { timeout: 60_000 }, () => {
  const all = [...rows<Entry>('answers'), ...rows<Entry>('fresh-answers')]
  const { gain, ours } = evaluate(rows('fresh-needs'), all, grades('fresh-judgements', 'need_id', 'achievement_id'))
  expect(gain).toBeGreaterThan(0.12)
  expect(ours.abstention.balancedAccuracy).toBeGreaterThan(0.7)
})

test('posts: on folds kept back, 15 % better than the best of the others', { timeout: 120_000 }, () => {
  const result = crossValidate(rows('posts'), majorsAsAnswers(majors), grades('post-judgements', 'job_id', 'major_code'), { candidates: 4, settings: settingsOf('post-major') })
  expect(result.gain).toBeGreaterThan(0.15)
})

test.each([
  ['铝型材', 'hans'],
  ['鋁型材', 'hant'],
  ['Aluminium', 'en'],
])('%s is written in %s', (text, script) => {
  expect(scriptOf(text)).toBe(script)
})
