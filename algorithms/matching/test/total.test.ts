import fc from 'fast-check'
import { expect, test } from 'vitest'
import { place, type Market, type Mechanism } from '../src/index.ts'
import { everyAssignment } from './brute-force.ts'
import { markets, postOf, roundOf } from './markets.ts'

const small = markets({ students: 6, posts: 4, capacity: 2 })

test('M15 the sum of wish numbers is the least there is, by brute force', () => {
  fc.assert(
    fc.property(small, fc.integer({ min: 0, max: 9 }), (market, unplacedCost) => {
      const mechanism: Mechanism = { kind: 'total-satisfaction', objective: 'min-rank', unplacedCost }
      const cost = (outcome: Record<string, string | null>) =>
        market.applicants.reduce((sum, { id, choices }) => sum + (outcome[id] === null ? unplacedCost : choices.indexOf(outcome[id]!) + 1), 0)
      const ours = postOf(place(market, roundOf({ mechanism, lowerQuota: 'ignore' })).placements)
      expect(cost(ours)).toBe(Math.min(...everyAssignment(market).map(cost)))
    }),
    { numRuns: 300 },
  )
})

test('M15 the sum of scores is the most there is, by brute force', () => {
  fc.assert(
    fc.property(small, (market) => {
      const mechanism: Mechanism = { kind: 'total-satisfaction', objective: 'max-weight' }
      const score = scoreOf(market)
      const ours = postOf(place(market, roundOf({ mechanism, lowerQuota: 'ignore' })).placements)
      expect(score(ours)).toBe(Math.max(...everyAssignment(market).map(score)))
    }),
    { numRuns: 300 },
  )
})

const scoreOf = (market: Market) => (outcome: Record<string, string | null>) =>
  Object.entries(outcome).reduce((sum, [student, post]) => sum + (market.applications.find((row) => row.student === student && row.post === post)?.score ?? 0), 0)
