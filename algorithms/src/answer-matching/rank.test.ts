import { ConverterFactory, Locale } from 'opencc-js/cn2t'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Lesson } from './adjustments.ts'
import { buildIndex } from './build-index.ts'
import type { Entry } from './entry.ts'
import { learn } from './lessons.ts'
import { previewLexicon } from './preview-lexicon.ts'
import { rank } from './rank.ts'
import { starterLexicon } from './starter-lexicon.ts'

const toTraditional = ConverterFactory(Locale.from.cn!, Locale.to.hk!)
const toFullWidth = (text: string) => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

const answers: Entry[] = [
  { id: 'mould', title: '热作模具钢渗氮强化', description: '延长挤压模寿命一倍' },
  { id: 'energy', title: '铝型材挤压机节能改造', description: '电耗下降20%' },
  { id: 'repair', title: '挤压机检修与保养服务', description: '液压系统翻新' },
  { id: 'weld', title: 'Laser welding of aluminium battery cases', description: '3 kW ring beam, low spatter' },
  { id: 'fuel', title: '车用燃料电池空压机', description: '功率15kW，压比2.8' },
  { id: 'herb', title: '中药配方颗粒近红外在线检测', description: '提取浓缩过程控制' },
  { id: 'ware', title: '仓库无人叉车调度系统', description: '激光导航' },
]
const index = buildIndex(answers)
const first = (need: Omit<Entry, 'id'>) => rank(index, { id: 'n', ...need }).ranked[0]?.id

test.each([
  ['挤压模具寿命短', 'mould'],
  ['铝材挤压车间电费太高', 'energy'],
  ['电池铝壳激光焊飞溅', 'weld'],
  ['鐳射焊接電池殼體', 'weld'],
  ['air compressor for fuel cell', 'fuel'],
  ['TCM granules quality monitoring', 'herb'],
  ['仓储想用AGV搬运', 'ware'],
])('for “%s” comes %s first', (title, id) => {
  expect(first({ title })).toBe(id)
})

test.each([['深海载人潜水器耐压舱'], ['宠物猫传腹新药'], ['Opera recordings from wax cylinders'], ['！！！'], ['']])('for “%s” nothing fits', (title) => {
  expect(rank(index, { id: 'n', title }).nothingFits).toBe(true)
})

test('an empty index has no answer and says so', () => {
  expect(rank(buildIndex([]), { id: 'n', title: '铝型材' })).toMatchObject({ nothingFits: true, fit: 0, ranked: [] })
})

test('a reason says the word, the concept and the number, and where each stands', () => {
  const need = { id: 'n', title: '燃料電池空氣壓縮機', description: '功率10-20kW' }
  const [best] = rank(index, need).ranked
  const concept = best!.reasons.find((reason) => reason.code === 'same_concept' && reason.concept === '压缩机')
  const number = best!.reasons.find((reason) => reason.code === 'number')
  expect(best!.id).toBe('fuel')
  expect(concept).toMatchObject({ needTerm: '空氣壓縮機', answerTerm: '空压机', need: [{ field: 'title', start: 4, end: 9 }], answer: [{ field: 'title', start: 6, end: 9 }] })
  expect(number).toMatchObject({ kind: 'power', asked: { low: 10_000, high: 20_000 }, offered: { low: 15_000, high: 15_000 }, nearness: 1, answer: [{ field: 'description', start: 2, end: 6 }] })
})

test('an answer that is hidden from the asker is not ranked', () => {
  const { ranked } = rank(index, { id: 'n', title: '挤压模具寿命短' }, { hidden: new Set(['mould']) })
  expect(ranked.map(({ id }) => id)).not.toContain('mould')
})

test('official codes count, also by their beginnings', () => {
  const coded = buildIndex([{ id: 'a', title: '甲项', codes: ['2641'] }, { id: 'b', title: '乙项', codes: ['1310'] }])
  const { ranked } = rank(coded, { id: 'n', title: '丙', codes: ['2641'] })
  expect(ranked[0]).toMatchObject({ id: 'a', reasons: [{ code: 'shared_code', value: '2641' }] })
  expect(rank(coded, { id: 'n', title: '丙', codes: ['2645'] }).ranked[0]!.id).toBe('a')
})

test('a vector signal lifts what means the same without a shared word, and is named as a reason', () => {
  const need = { id: 'n', title: '想让老师傅的手艺留下来' }
  const vectors = { need: [1, 0], answers: new Map(answers.map(({ id }) => [id, id === 'herb' ? [1, 0] : [0, 1]])) }
  const [best] = rank(index, need, { vectors }).ranked
  expect(best).toMatchObject({ id: 'herb', reasons: [{ code: 'meaning', cosine: 1 }] })
})

const sentence = fc.array(fc.constantFrom('铝型材', '挤压', '模具', '寿命短', '焊接机器人', '节能', '检测', '15kW', '不锈钢', '氢能', 'CNC', '颗粒', '仓库', '噪音大', '0.01mm', '，', '需要'), { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''))
const ranking = (need: Entry, from = index) => JSON.stringify(rank(from, need, { reasons: false }))

test('the same need in traditional characters ranks the same', () => {
  fc.assert(fc.property(sentence, sentence, (title, description) => {
    expect(ranking({ id: 'n', title: toTraditional(title), description: toTraditional(description) })).toBe(ranking({ id: 'n', title, description }))
  }))
})

test('the same need in full width ranks the same', () => {
  fc.assert(fc.property(sentence, (title) => {
    expect(ranking({ id: 'n', title: toFullWidth(title) })).toBe(ranking({ id: 'n', title }))
  }))
})

test('the order in which answers come does not matter', () => {
  fc.assert(fc.property(fc.shuffledSubarray(answers, { minLength: answers.length }), sentence, (shuffled, title) => {
    expect(ranking({ id: 'n', title }, buildIndex(shuffled))).toBe(ranking({ id: 'n', title }))
  }), { numRuns: 30 })
})

test('whatever is written, scores are numbers in falling order and marks lie inside the texts', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), sentence, (strange, known) => {
    const need = { id: 'n', title: strange + known, description: strange }
    const { ranked, fit, nothingFits, threshold } = rank(index, need)
    expect(fit).toBeGreaterThanOrEqual(0)
    expect(fit).toBeLessThanOrEqual(1)
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a))
    // What is said of all is said of the best: where something fits, there is one to show.
    expect(ranked[0]?.fit ?? 0).toBe(fit)
    expect(nothingFits).toBe(fit < threshold)
    const marks = ranked.flatMap(({ reasons }) => reasons.flatMap((reason) => ('need' in reason ? reason.need : [])))
    expect(marks.filter(({ field, start, end }) => start < 0 || start >= end || end > need[field].length)).toEqual([])
  }))
})

const lesson = (code: Lesson['code'], answer: string): Lesson => ({ id: 'L1', code, need: { id: 'n', title: '挤压模具寿命短' }, answer: answers.find(({ id }) => id === answer)! })

test('a declined answer sinks for its need, says why, and comes back when the lesson is taken away', () => {
  const need = { id: 'n', title: '挤压模具寿命短' }
  const before = JSON.stringify(rank(index, need))
  const adjustments = learn(index, [lesson('wrong_field', 'mould')])
  const after = rank(index, need, { adjustments })
  expect(after.ranked[0]!.id).not.toBe('mould')
  expect(after.ranked.find(({ id }) => id === 'mould')!.reasons).toContainEqual({ code: 'learnt', adjustment: 'L1:pair', lesson: { id: 'L1', code: 'wrong_field' }, add: -1 })
  expect(JSON.stringify(rank(index, need, { adjustments: adjustments.filter(({ lesson: from }) => from.id !== 'L1') }))).toBe(before)
})

test('what is not mature counts a little for everybody, what is unclear for nobody', () => {
  expect(learn(index, [lesson('not_mature', 'mould')]).map(({ when, add }) => [when, add])).toEqual([
    [{ needId: 'n', answerId: 'mould' }, -1],
    [{ answerId: 'mould' }, -0.02],
  ])
  expect(learn(index, [lesson('unclear', 'mould')])).toEqual([])
})

test('many lessons from others together stay within their limit', () => {
  const need = { id: 'other', title: '挤压模具寿命短' }
  const lessons = Array.from({ length: 50 }, (_, at) => ({ ...lesson('not_mature', 'mould'), id: `L${at}` }))
  const score = (adjustments: ReturnType<typeof learn>) => rank(index, need, { adjustments }).ranked.find(({ id }) => id === 'mould')!.score
  expect(score([]) - score(learn(index, lessons))).toBeCloseTo(0.08, 9)
})

test('a lexicon is previewed: only the needs whose rankings change are named', () => {
  const edited = { ...starterLexicon, version: 'edited', groups: [...starterLexicon.groups, { id: '老师傅', terms: ['老师傅', '无人叉车'], facet: 'object' as const }] }
  const needs = [{ id: 'n1', title: '老师傅' }, { id: 'n2', title: '挤压模具寿命短' }]
  expect(previewLexicon(starterLexicon, edited, needs, answers).map(({ needId, after }) => [needId, after[0]])).toEqual([['n1', 'ware']])
  expect(previewLexicon(starterLexicon, starterLexicon, needs, answers)).toEqual([])
})
