import { expect, test } from 'vitest'
import { faultsOfLexicon, groupsOf, type Lexicon, type LexiconGroup } from './lexicon.ts'
import { starterLexicon } from './starter-lexicon.ts'

const lexicon = (...groups: LexiconGroup[]): Lexicon => ({ version: 'test', groups })
const group = (id: string, rest: Partial<LexiconGroup> = {}): LexiconGroup => ({ id, terms: [id], facet: 'object', ...rest })

test('a line is a concept with its terms, what it is a kind of and what often answers it', () => {
  expect(groupsOf('object', '车床; 数控车; lathe > 机床; 设备 ~ 车削')).toEqual([{ id: '车床', terms: ['车床', '数控车', 'lathe'], facet: 'object', broader: ['机床', '设备'], related: ['车削'] }])
})

test('a line without a name is refused', () => {
  expect(() => groupsOf('object', '> 机床')).toThrow('without a name')
})

test('the starter lexicon has no fault and at least five hundred concepts', () => {
  expect(faultsOfLexicon(starterLexicon)).toEqual([])
  expect(starterLexicon.groups.length).toBeGreaterThan(500)
})

test.each([
  ['no terms', lexicon(group('甲', { terms: [] })), ['no_terms']],
  ['the same name twice', lexicon(group('甲'), group('甲')), ['repeated_id']],
  ['an unknown parent', lexicon(group('甲', { broader: ['乙'] })), ['unknown_broader']],
  ['an unknown neighbour', lexicon(group('甲', { related: ['乙'] })), ['unknown_related']],
  ['a kind of itself', lexicon(group('甲', { broader: ['乙'] }), group('乙', { broader: ['甲'] })), ['own_ancestor', 'own_ancestor']],
])('%s is a fault', (_what, given, codes) => {
  expect(faultsOfLexicon(given).map(({ code }) => code)).toEqual(codes)
})
