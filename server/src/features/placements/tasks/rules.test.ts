import { expect, test } from 'vitest'
import { changeOfPlan, faultsOfStep } from './rules.ts'

const known = [{ id: 'a', state: 'planned', title: '装配' }, { id: 'b', state: 'shown', title: '调试' }]
test.each([
  ['a card more', [{ id: 'a', title: '装配', goal: '' }, { id: 'b', title: '调试', goal: '' }, { title: '检验', goal: '' }], { gone: [], strange: [], fixed: [] }],
  ['a planned card goes', [{ id: 'b', title: '调试', goal: '新目标' }], { gone: ['a'], strange: [], fixed: [] }],
  ['a shown card does not go', [{ id: 'a', title: '装配', goal: '' }], { gone: ['b'], strange: [], fixed: ['调试'] }],
  ['a shown card keeps its name', [{ id: 'a', title: '装配', goal: '' }, { id: 'b', title: '打包', goal: '' }], { gone: [], strange: [], fixed: ['调试'] }],
  ['a card of another placement', [{ id: 'a', title: '装配', goal: '' }, { id: 'b', title: '调试', goal: '' }, { id: 'z', title: '外', goal: '' }], { gone: [], strange: [{ path: ['tasks', '2', 'id'], code: 'unknown' }], fixed: [] }],
] as const)('%s', (_sentence, planned, expected) => {
  expect(changeOfPlan(known, planned)).toEqual(expected)
})
test.each([
  ['shown in two words', { action: 'show', evidence: '做了' }, false, ['evidence']],
  ['given back without a reason', { action: 'giveBack' }, false, ['reason']],
  ['signed on paper by nobody', { action: 'sign' }, true, ['signerName']],
  ['signed on the phone', { action: 'sign' }, false, []],
] as const)('%s', (_sentence, step, onPaper, expected) => {
  expect(faultsOfStep(step, { onPaper }).map(({ path }) => path[0])).toEqual(expected)
})
