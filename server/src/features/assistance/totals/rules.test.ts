import { expect, test } from 'vitest'
import { masked, summed, type Counted } from './rules.ts'

const none = { due: 0, asked: 0, answered: 0, stayed: 0 }
const row = (change: Partial<Counted>): Counted => ({
  county: '522632', year: 2027, batches: 1, seatsAsked: 2, seatsConfirmed: 2, members: 0, placed: 0, consented: 0, filed: 0, checksDue: 0, checksOnTime: 0, stay6: none, stay12: none,
  teachersTo: 0, daysTo: 0, teachersFrom: 0, daysFrom: 0, resources: [], resourcesReceived: 1, resourcesValue: 10, open: false, ...change,
})

test('one or two people are not told, nor what would give them away', () => {
  const few = masked(row({ members: 5, placed: 2, checksDue: 8, checksOnTime: 8, teachersTo: 1, daysTo: 40, stay6: { due: 4, asked: 4, answered: 3, stayed: 2 } }))
  expect(few).toMatchObject({ members: 5, placed: null, checksDue: null, checksOnTime: null, teachersTo: null, daysTo: null, teachersFrom: 0, daysFrom: 0, stay6: { due: 4, asked: 4, answered: 3, stayed: null }, seatsAsked: 2, resourcesReceived: 1 })
})
test('who may open the rows is told all', () => expect(masked(row({ open: true, placed: 1, checksDue: 4, teachersTo: 2, daysTo: 9 }))).toMatchObject({ placed: 1, checksDue: 4, teachersTo: 2, daysTo: 9 }))
test.each([[[3, 4], 7], [[3, null], null], [[null], null], [[], 0]])('of %j the sum is %s', (parts, sum) => expect(summed(parts)).toBe(sum))
