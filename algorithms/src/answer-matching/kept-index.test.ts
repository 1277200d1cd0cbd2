import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildIndex, KeptIndex } from './build-index.ts'
import type { Entry } from './entry.ts'
import { keep, rankKept } from './kept-indexes.ts'
import { rank } from './rank.ts'
import { starterLexicon } from './starter-lexicon.ts'

const phrases = ['热作模具钢渗氮', '挤压机节能', 'laser welding', '燃料电池空压机 15kW', '中药颗粒', '无人叉车', '污水处理', '陶瓷辊道窑余热', '注塑机械手', '铝型材表面处理']
const text = fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('，'))
const entry = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), title: text, description: text, codes: fc.subarray(['3252', '3071', '26']) })
const step = fc.oneof(entry.map((one) => ({ put: one })), fc.constantFrom('a', 'b', 'c', 'd', 'e').map((id) => ({ remove: id })))
const needs = phrases.map((title, at): Entry => ({ id: `n${at}`, title, description: phrases[(at + 3) % phrases.length]!, codes: ['3252'] }))

test('whatever is put, changed and taken out, it ranks as one that was built anew, to the last bit', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const followed = new KeptIndex()
      const standing = new Map<string, Entry>()
      for (const one of steps) {
        if ('put' in one) {
          followed.put([one.put])
          standing.set(one.put.id, one.put)
        } else {
          followed.remove([one.remove])
          standing.delete(one.remove)
        }
        followed.now()
      }
      const anew = buildIndex([...standing.values()])
      for (const need of needs) expect(rank(followed.now(), need)).toEqual(rank(anew, need))
    }),
    { numRuns: 20 },
  )
})

test('a name keeps its answers: a change alone is sent, another lexicon reads all again, and vectors go with their text', () => {
  const [mould, weld] = [{ id: 'mould', title: '热作模具钢渗氮强化' }, { id: 'weld', title: '咕噜机改造' }]
  const nothing = { task: 'need-answer' as const, put: [], remove: [], vectors: [] }
  const first = (title: string, more = {}) => rankKept('test', { id: 'n', title }, { reasons: false, ...more })
  keep('test', { ...nothing, put: [mould, weld], lexicon: starterLexicon })
  expect([first('模具渗氮').ranked[0]?.id, first('哗啦机').nothingFits, first('模具').compared, first('模具', { hidden: new Set(['weld', 'nobody']) }).compared]).toEqual(['mould', true, 2, 1])

  keep('test', { ...nothing, lexicon: { version: 'other', groups: [...starterLexicon.groups, { id: '咕噜机', terms: ['咕噜机', '哗啦机'], facet: 'object' }] } })
  expect(first('哗啦机').ranked[0]?.id).toBe('weld')

  keep('test', { ...nothing, put: [{ id: 'weld', title: '污水处理' }], remove: ['mould'] })
  expect([first('哗啦机').nothingFits, first('污水处理').ranked.map(({ id }) => id), first('污水处理', { among: new Set(['mould']) }).compared]).toEqual([true, ['weld'], 0])

  keep('test', { ...nothing, vectors: [['weld', Float32Array.of(1, 0)]] })
  const near = first('星期三', { vector: [1, 0] }).ranked[0]
  keep('test', { ...nothing, put: [{ id: 'weld', title: '污水处理站' }] })
  expect([near?.id, first('星期三', { vector: [1, 0] }).ranked]).toEqual(['weld', []])
  expect(() => rankKept('unknown', mould, {})).toThrow('nothing is kept as unknown')
})
