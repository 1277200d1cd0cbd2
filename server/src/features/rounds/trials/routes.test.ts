import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { busyLine } from '../../../../test/busy-line.ts'
import { newRoundsWorld } from '../../../../test/rounds-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let office: Person
let student: Person
let posts: string[]
let roundId: string
let published: string

beforeAll(async () => {
  world = await newWorld()
  const rounds = await newRoundsWorld(world)
  office = await world.person('secretariat')
  const school = await rounds.school()
  const firm = await world.person('enterprise_contact')
  posts = [await rounds.post(firm.organisationId), await rounds.post(firm.organisationId)]
  const parts = { cohorts: [school.cohortId], posts: posts.map((postId) => ({ postId, seats: 1 })) }
  student = await rounds.student(school)
  roundId = await rounds.round(office, parts)
  published = await rounds.round(office, parts)
  for (const round of [roundId, published]) await rounds.wish(student, round, [posts[0]!])
  await rounds.finish(office, published)
})
afterAll(() => world.close())

const trial = () => office.post(`/rounds/${roundId}/trials`)
const whatIf = () => student.post(`/my/rounds/${published}/what-if`, { choices: [posts[1]] })
const held = async () => Number((await sql<{ n: number }>`select count(*) as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`.execute(world.db)).rows[0]!.n)

test('when too many wait to have something worked out, the next is told at once, and everything else is answered as ever', async () => {
  const line = await busyLine()
  for (const reply of [await trial(), await whatIf()]) expect([reply.status, reply.body.code]).toEqual([503, 'too_busy'])
  expect((await world.app.inject('/healthz')).json()).toEqual({ ok: true })
  expect((await office.get(`/rounds/${roundId}`)).status).toBe(200)
  await line.end()
  expect((await trial()).body).toMatchObject({ applicants: 1, trial: { placed: 1 } })
  expect((await whatIf()).body).toMatchObject({ post: { id: posts[1], choice: 1 }, same: false })
})

test('whoever waits holds no row and no connection, and those who go away make room', async () => {
  const address = await world.app.listen({ port: 0 })
  const line = await busyLine()
  const places = await line.leaveWaiting()
  const controller = new AbortController()
  const crowd = Array.from({ length: places + 1 }, () => ask(address, controller.signal))
  // As the first of them is refused, the others wait.
  expect(await Promise.race(crowd)).toBe(503)
  expect(await held()).toBe(0)

  controller.abort()
  expect((await Promise.allSettled(crowd)).map(({ status }) => status).sort()).toEqual(['fulfilled', ...Array.from({ length: places }, () => 'rejected')])
  const after = Array.from({ length: places }, () => ask(address))
  await line.end()
  expect(await Promise.all(after)).toEqual(after.map(() => 200))
})

/** Over the network, where one can go away. */
async function ask(address: string, signal?: AbortSignal) {
  const reply = await fetch(`${address}/api/rounds/${roundId}/trials`, { method: 'POST', headers: { cookie: `silian_session=${office.token}`, 'content-type': 'application/json' }, body: '{}', ...(signal ? { signal } : {}) })
  return reply.status
}
