import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draw, explain, place, reserveCounts, run, type Market, type Reserve, type Round } from '../src/index.ts'
import { markets, roundOf } from './markets.ts'

test('one run from one draw says what place, explain and draw say apart', () => {
  fc.assert(
    fc.property(markets({ reserves: ['guarantee', 'additional', 'set-aside'], minimums: true }), (market) => {
      const round = roundOf()
      const { result, explain: why, drawn } = run(market, round)
      expect(result).toEqual(place(market, round))
      for (const { id } of market.applicants) expect(why(id)).toEqual(explain(result, market, id))
      expect(drawn).toEqual(draw(round.lottery.seed, round.id, market.applicants.map(({ id }) => id)))
    }),
    { numRuns: 100 },
  )
})

test('M26: both counts are those of the round placed with either order', () => {
  fc.assert(
    fc.property(markets({ reserves: ['guarantee', 'additional', 'set-aside'], capacity: 4, minimums: true }), (market) => {
      const round = roundOf()
      expect(reserveCounts(market, round)).toEqual(run(market, round).reserveCounts())
      for (const { post, tag, guarantee, additional } of reserveCounts(market, round)) {
        expect([guarantee, additional]).toEqual([tagged(market, round, 'guarantee', post, tag), tagged(market, round, 'additional', post, tag)])
      }
    }),
    { numRuns: 100 },
  )
})

function tagged(market: Market, round: Round, mode: Reserve['mode'], post: string, tag: string) {
  const posts = market.posts.map((one) => ({ ...one, reserves: one.reserves?.map((reserve) => ({ ...reserve, mode })) }))
  const here = new Set(place({ ...market, posts }, round).placements.filter((one) => one.post === post).map(({ student }) => student))
  return market.applicants.filter(({ id, tags }) => here.has(id) && tags?.includes(tag)).length
}
