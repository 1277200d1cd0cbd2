import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemo } from '../demo/load.ts'
import { verifyAudit } from '../src/kernel/audit.ts'
import { loadCodes } from './talent-world.ts'
import { newWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await world.db.deleteFrom('alliance').execute()
  await loadCodes(world)
})
afterAll(() => world.close())

const count = async (table: 'organisation' | 'membership' | 'student' | 'need' | 'account' | 'roundResult' | 'wishOutcome' | 'serviceOffer' | 'supportPolicy' | 'serviceRequest' | 'serviceRating') => {
  const { n } = await world.db.selectFrom(table).select((row) => row.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return n
}

test('the demonstration loads once, whole, with last year’s round decided by the product itself', { timeout: 180_000 }, async () => {
  expect(await loadDemo(world.db, world.now())).toBe(true)

  expect(await count('organisation')).toBe(165)
  expect(await count('membership')).toBe(165)
  expect(await count('student')).toBe(600)
  const kinds = await world.db.selectFrom('need').select(['kind', 'state']).select((need) => need.fn.countAll<number>().as('n')).groupBy(['kind', 'state']).execute()
  const of = (kind: string) => Object.fromEntries(kinds.filter((row) => row.kind === kind).map(({ state, n }) => [state, n]).sort())
  expect(await count('need')).toBe(122)
  expect(of('technology')).toEqual({ draft: 1, submitted: 2, open: 23, answered: 4, settling: 1, solved: 6, declined: 3, withdrawn: 1, expired: 2 })
  expect(of('service')).toEqual({ submitted: 1, open: 9, answered: 1, settling: 1, solved: 6, declined: 1 })
  const of80 = await world.db.selectFrom('achievement').select('state').select((one) => one.fn.countAll<number>().as('n')).groupBy('state').orderBy('state').execute()
  expect(of80).toEqual([{ state: 'draft', n: 1 }, { state: 'open', n: 77 }, { state: 'submitted', n: 2 }])
  const met = await world.db.selectFrom('introduction').select('state').select((one) => one.fn.countAll<number>().as('n')).groupBy('state').orderBy('state').execute()
  expect(met).toEqual([{ state: 'accepted', n: 1 }, { state: 'contracted', n: 3 }, { state: 'declined', n: 5 }, { state: 'proposed', n: 2 }, { state: 'talking', n: 1 }])
  expect((await world.db.selectFrom('deal').select('state').orderBy('state').execute()).map(({ state }) => state)).toEqual(['accepted', 'drafting', 'registered'])
  const services = { offers: await count('serviceOffer'), policies: await count('supportPolicy'), requests: await count('serviceRequest'), ratings: await count('serviceRating') }
  expect(services).toEqual({ offers: 30, policies: 12, requests: 7, ratings: 4 })
  const agreements = await world.db.selectFrom('agreement').select(['kind', 'state']).where('subjectKind', 'in', ['agreement', 'student']).orderBy('number').execute()
  expect(agreements.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['cooperation concluded', 'cooperation concluded', 'cooperation signing', 'cooperation draft', 'consent signing'])
  const batches = await world.db.selectFrom('assistanceBatch').select('state').orderBy('number').execute()
  expect(batches.map(({ state }) => state)).toEqual(['running', 'running', 'asked', 'planning'])
  const stays = await world.db.selectFrom('assistanceStay').select('answer').where('askedAt', 'is not', null).execute()
  expect(stays.map(({ answer }) => answer).toSorted()).toEqual(['employed', null])
  const surveys = await world.db.selectFrom('survey').select(['state', 'catalogue']).orderBy('year').execute()
  expect(surveys.map(({ state }) => state)).toEqual(['archived', 'archived', 'archived', 'published', 'open'])
  expect((surveys[3]!.catalogue as { entries: { firms: number }[] }).entries.filter(({ firms }) => firms >= 3).length).toBeGreaterThanOrEqual(4)
  const late = await world.db.selectFrom('problem').innerJoin('need', 'need.id', 'problem.needId').select('problem.escalation').where('need.state', '=', 'open').where('problem.escalation', '>', 0).orderBy('problem.escalation').execute()
  expect(late.map(({ escalation }) => escalation)).toEqual([1, 1, 2])
  const rounds = await world.db.selectFrom('round').select(['state', 'audit', 'seedRevealed']).orderBy('createdAt').execute()
  expect(rounds.map((round) => round.state)).toEqual(['closed', 'wishing', 'draft'])
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
