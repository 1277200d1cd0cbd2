import { expect, test } from 'vitest'
import { firmsAsked } from './rules.ts'

const firm = { id: 'firm', kind: 'enterprise', speaker: 'association' }
const maker = { id: 'maker', kind: 'enterprise' }
const school = { id: 'school', kind: 'school' }

test.each([
  ['the office asks the firm of the need, and no school counts', null, [firm, school], ['firm']],
  ['a school asks the firm', 'school', [firm, school], ['firm']],
  ['a firm with an answer asks the other firm only', 'maker', [firm, maker], ['firm']],
  ['whoever speaks for the firm asks the other side only', 'association', [firm, maker], ['maker']],
])('%s', (_what, by, sides, firms) => {
  expect(firmsAsked(by, sides)).toEqual(firms)
})
