import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAgreementsWorld, type AgreementsWorld } from '../../../../test/agreements-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let house: AgreementsWorld
beforeAll(async () => {
  world = await newWorld()
  house = await newAgreementsWorld(world)
})
afterAll(() => world.close())

const night = async (when: string) => {
  world.moveTo(when)
  await world.task('watch_agreements')
}
const told = async (id: string) => {
  const items = await world.db.selectFrom('inboxItem').select(['params', 'organisationId']).where('subjectId', '=', id).where('kind', '=', 'agreement.expiring').where('closedAt', 'is', null).execute()
  return items.map(({ params, organisationId }) => [(params as { days: number }).days, organisationId === house.school.id ? 'school' : organisationId === house.firm.id ? 'firm' : 'other']).toSorted()
}

test('houses hear of an end sixty and thirty days before; the day after it, it is over and asks nobody', async () => {
  const { id, number } = await house.open('cooperation', { startsOn: '2026-12-01', endsOn: '2027-11-30' })
  await house.conclude(id)
  await night('2027-09-29T18:03:00Z')
  expect(await told(id)).toEqual([])
  await night('2027-09-30T18:03:00Z')
  expect(await told(id)).toEqual([[60, 'firm'], [60, 'school']])
  await night('2027-10-20T18:03:00Z')
  expect(await told(id)).toEqual([[60, 'firm'], [60, 'school']])
  await night('2027-10-30T18:03:00Z')
  expect(await told(id)).toEqual([[30, 'firm'], [30, 'school']])
  await night('2027-11-29T18:03:00Z')
  expect((await house.view(id)).state).toBe('concluded')
  await night('2027-11-30T18:03:00Z')
  expect(await house.view(id)).toMatchObject({ number, state: 'expired', endedOn: '2027-11-30' })
  expect(await told(id)).toEqual([])
})

test('one that is found late is warned of once', async () => {
  world.moveTo('2027-06-01T02:00:00Z')
  const { id } = await house.open('cooperation', { startsOn: '2027-06-01', endsOn: '2027-06-20' })
  await house.conclude(id)
  await night('2027-06-01T18:03:00Z')
  await night('2027-06-02T18:03:00Z')
  expect(await told(id)).toEqual([[18, 'firm'], [18, 'school']])
  const all = await world.db.selectFrom('inboxItem').select('id').where('subjectId', '=', id).where('kind', '=', 'agreement.expiring').execute()
  expect(all).toHaveLength(2)
})

test('of a student’s agreement only the end is noted: its placement tells of the rest', async () => {
  world.moveTo('2027-02-20T02:00:00Z')
  const { id } = await house.open('three_party')
  await house.conclude(id)
  await night('2027-08-20T18:03:00Z')
  expect([await told(id), (await house.view(id)).state]).toEqual([[], 'concluded'])
  await night('2027-08-31T18:03:00Z')
  expect((await house.view(id)).state).toBe('expired')
})
