import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemo } from '../demo/load.ts'
import { verifyAudit } from '../src/kernel/audit.ts'
import { newWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await world.db.deleteFrom('alliance').execute()
})
afterAll(() => world.close())

const count = async (table: 'organisation' | 'membership' | 'student' | 'need' | 'account' | 'roundResult' | 'wishOutcome') => {
  const { n } = await world.db.selectFrom(table).select((row) => row.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return n
}

test('the demonstration loads once, whole, with last year’s round decided by the product itself', async () => {
  expect(await loadDemo(world.db, world.now())).toBe(true)

  expect(await count('organisation')).toBe(164)
  expect(await count('membership')).toBe(164)
  expect(await count('student')).toBe(600)
  expect(await count('need')).toBe(60)
  const rounds = await world.db.selectFrom('round').select(['state', 'audit', 'seedRevealed']).orderBy('createdAt').execute()
  expect(rounds.map((round) => round.state)).toEqual(['closed', 'wishing'])
  expect(rounds[0]!.audit).toMatchObject({ violations: [], blockingPairs: [] })
  expect(rounds[1]!.seedRevealed).toBe(null)
  expect(await count('roundResult')).toBeGreaterThan(100)
  expect((await verifyAudit(world.db)).brokenAt).toBe(null)
})

test('a second start loads nothing', async () => {
  const before = await count('account')
  expect(await loadDemo(world.db, world.now())).toBe(false)
  expect(await count('account')).toBe(before)
})
