import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../test/placements-world.ts'
import { newWorld, type World } from '../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld()
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

const days = { startsOn: '2027-03-01', endsOn: '2027-08-31' }

test('a school makes a placement at a post of the platform, and everybody of it sees it', async () => {
  const school = await made.school()
  const firm = await made.firm()
  const student = await made.student(school)
  const postId = await made.post(firm)

  const reply = await school.contact.post('/placements', { studentId: student.studentId, postId, ...days })

  expect(reply).toMatchObject({ status: 200, body: { number: expect.stringMatching(/^P-2026-\d{4}$/) } })
  for (const person of [school.contact, school.supervisor, firm.contact, student]) {
    expect((await person.get(`/placements/${reply.body.id}`)).body).toMatchObject({ state: 'draft', unitName: firm.name, terms: { title: expect.any(String), hazards: [] } })
  }
  const stranger = await made.school()
  expect((await stranger.contact.get(`/placements/${reply.body.id}`)).status).toBe(404)
})

test.each(['draft', 'insured', 'active', 'suspended', 'ended_early', 'archived', 'cancelled'] as const)('a placement can be put into the state %s', async (state) => {
  const placement = await made.placement(state)
  expect((await placement.contact.get(`/placements/${placement.id}`)).body.state).toBe(state)
})
