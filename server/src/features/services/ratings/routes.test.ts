import { afterAll, beforeAll, expect, test } from 'vitest'
import { newOffer, newProvider, newRequest } from '../../../../test/services-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { watchServiceRequests } from '../requests/clock/service.ts'

let world: World
let office: Person
beforeAll(async () => {
  world = await newWorld()
  office = await world.person('secretariat')
})
afterAll(() => world.close())

const rate = (person: Person, id: string, version: number, stars = 5) => person.post(`/service-requests/${id}/rating`, { stars, words: '很好。', version })

test('eight hands of the asker give one rating', async () => {
  const { id, firm, version } = await newRequest(world, 'confirmed')
  const replies = await Promise.all(Array.from({ length: 8 }, () => rate(firm, id, version)))
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(replies.filter(({ body }) => body.code === 'already_rated')).toHaveLength(7)
  expect((await firm.get(`/service-requests/${id}`)).body).toMatchObject({ stars: 5, can: { rate: false } })
})

test('only the asker rates, and only what it confirmed', async () => {
  const early = await newRequest(world, 'delivered')
  expect((await rate(early.firm, early.id, early.version)).body.code).toBe('wrong_state')
  const { id, provider, version, firm } = await newRequest(world, 'confirmed')
  expect((await rate(provider, id, version)).status).toBe(403)
  expect((await rate(office, id, version)).status).toBe(403)
  expect((await rate(await newProvider(world), id, version)).status).toBe(404)
  expect((await rate(firm, id, version, 6)).status).toBe(422)
  expect((await rate(firm, id, version - 1)).body.code).toBe('changed_meanwhile')
})

test('a rating that was not given in time is not asked for again, and may still be given', async () => {
  const { id, firm, version } = await newRequest(world, 'confirmed')
  const items = async () => (await firm.get('/inbox?size=100')).body.rows.filter((row: { subjectId: string }) => row.subjectId === id).length
  expect(await items()).toBe(1)
  const before = world.now()
  world.moveTo('2026-12-31T10:00:00Z')
  await watchServiceRequests(world.db, world.now())
  await watchServiceRequests(world.db, world.now())
  expect(await items()).toBe(0)
  expect((await rate(firm, id, version)).status).toBe(200)
  world.moveTo(before.toISOString())
})

test('a figure opens to its records: stars for everybody, words and names for the two sides and the office', async () => {
  const offer = await newOffer(world)
  for (const stars of [3, 4, 5]) {
    const { id, firm, version } = await newRequest(world, 'confirmed', { offer })
    await rate(firm, id, version, stars)
    world.moveTo({ hours: 1 })
  }
  const stranger = await newProvider(world)
  expect((await stranger.get(`/service-offers/${offer.id}`)).body.rating).toEqual({ count: 3, average: 4 })
  const shown = async (person: Person) => (await person.get(`/service-ratings?offerId=${offer.id}`)).body
  expect(await shown(stranger)).toMatchObject({ total: 3, rows: [{ stars: 5, words: null, askerName: null, requestNumber: null }, { stars: 4 }, { stars: 3 }] })
  expect((await shown(offer.contact)).rows[0]).toMatchObject({ words: '很好。', askerName: expect.any(String) })
  expect((await shown(office)).rows[0]).toMatchObject({ words: '很好。' })
})
