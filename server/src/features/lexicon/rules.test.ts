import { expect, test } from 'vitest'
import { changesBetween, faultsOf, sharedTerms, withConcept, withoutConcept, type Concept } from './rules.ts'

const concept = (id: string, rest: Partial<Concept> = {}): Concept => ({ id, terms: [id], facet: 'process', broader: [], related: [], ...rest })
const machining = concept('机械加工', { terms: ['机械加工', 'machining'] })
const cnc = concept('数控加工', { terms: ['数控加工', 'CNC'], broader: ['机械加工'] })

test('the same terms in another order are no change', () => {
  expect(changesBetween([concept('焊接', { terms: ['焊接', '熔焊', 'welding'] })], [concept('焊接', { terms: ['焊接', 'welding', '熔焊'] })])).toEqual([])
})

test('another first term is a change: it is the name that people see', () => {
  expect(changesBetween([concept('焊接', { terms: ['焊接', '熔焊'] })], [concept('焊接', { terms: ['熔焊', '焊接'] })])).toHaveLength(1)
})

test('added, changed and removed are told apart', () => {
  const changes = changesBetween([machining, cnc], [{ ...machining, facet: 'trade' }, concept('打磨')])

  expect(changes.map(({ id, change }) => [id, change])).toEqual([
    ['机械加工', 'changed'],
    ['打磨', 'added'],
    ['数控加工', 'removed'],
  ])
})

test('a concept that is taken out is no longer named by others', () => {
  expect(withoutConcept([machining, cnc], '机械加工')).toEqual([{ ...cnc, broader: [] }])
})

test('a changed concept keeps its place, a new one comes last', () => {
  expect(withConcept([machining, cnc], { ...machining, facet: 'trade' }).map(({ id, facet }) => [id, facet])).toEqual([
    ['机械加工', 'trade'],
    ['数控加工', 'process'],
  ])
  expect(withConcept([machining], cnc).map(({ id }) => id)).toEqual(['机械加工', '数控加工'])
})

test('a term that another concept has is found, whatever its case', () => {
  expect(sharedTerms([machining, cnc], concept('车床', { terms: ['车床', 'cnc'] }))).toEqual([{ term: 'CNC', elsewhere: '数控加工' }])
})

test('a concept that is a kind of itself cannot be used', () => {
  expect(faultsOf([concept('甲', { broader: ['乙'] }), concept('乙', { broader: ['甲'] })]).map(({ code }) => code)).toEqual(['own_ancestor', 'own_ancestor'])
})
