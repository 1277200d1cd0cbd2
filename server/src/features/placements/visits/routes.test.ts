import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type Reply, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-03-20T02:00:00Z' })
  made = newPlacementsWorld(world)
})
beforeEach(() => world.moveTo('2027-03-20T02:00:00Z'))
afterAll(() => world.close())

const must = (reply: Reply) => {
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}
const finding = '两名学生都在装配线，师傅在旁，工作服没有发。'

test('a teacher plans a visit, writes down what was found and what has to be done, and closes it', async () => {
  const [school, firm] = [await made.school(), await made.firm()]
  const placements = [await made.placement('active', { school, firm }), await made.placement('active', { school, firm })]
  const { id } = must(await school.supervisor.post('/placement-visits', { placementIds: placements.map((one) => one.id), plannedOn: '2027-03-22' }))
  expect(must(await school.supervisor.get('/inbox')).rows).toMatchObject([{ kind: 'placement_visit.make', params: { unit: firm.name, plannedOn: '2027-03-22' } }])

  world.moveTo('2027-03-22T08:00:00Z')
  const done = must(await school.supervisor.post(`/placement-visits/${id}/moves`, { action: 'finish', visitedOn: '2027-03-22', finding, followUp: '请单位一周内发工作服', followUpBy: '2027-03-29', version: 1 }))
  expect(must(await school.supervisor.get('/inbox')).rows).toMatchObject([{ kind: 'placement_visit.follow', dueAt: '2027-03-29T10:00:00.000Z' }])
  const [row] = must(await school.contact.get('/placement-visits?state=owed')).rows
  expect(row).toMatchObject({ id, state: 'done', unitName: firm.name, students: [{ placementId: expect.any(String) }, {}], can: { follow: true, finish: false } })
  must(await school.supervisor.post(`/placement-visits/${id}/moves`, { action: 'follow', outcome: '已发，学生确认', version: done.version }))
  expect(must(await school.contact.get(`/placement-visits?placementId=${placements[0]!.id}`)).rows).toMatchObject([{ state: 'followed', outcome: '已发，学生确认', can: { follow: false } }])
  expect(must(await school.supervisor.get('/inbox')).rows).toEqual([])
})

test('a month without a visit is asked for once a unit, by night; planning answers it', async () => {
  const [school, firm] = [await made.school(), await made.firm()]
  const placements = [await made.placement('active', { school, firm }), await made.placement('active', { school, firm })]
  const early = await made.placement('active', { school, placement: { startsOn: '2027-03-15' } })
  world.moveTo('2027-03-25T18:30:00Z')
  await world.task('ask_for_visits')
  await world.task('ask_for_visits')
  expect(must(await school.supervisor.get('/inbox')).rows).toMatchObject([{ kind: 'placement_visit.plan', params: { unit: firm.name, count: 2, dueOn: '2027-04-01' } }])
  const due = must(await school.supervisor.get('/placement-visits/due?mine=true')).rows
  expect(due).toMatchObject([{ organisationId: firm.id, lastOn: null, dueOn: '2027-04-01', late: false, students: [{}, {}] }])
  expect(due.some(({ organisationId }: { organisationId: string }) => organisationId === early.firm.id)).toBe(false)
  must(await school.supervisor.post('/placement-visits', { placementIds: placements.map((one) => one.id), plannedOn: '2027-03-29', way: 'video' }))
  expect(must(await school.supervisor.get('/inbox')).rows.map(({ kind }: { kind: string }) => kind)).toEqual(['placement_visit.make'])
  expect(must(await school.supervisor.get('/placement-visits/due')).rows.filter(({ organisationId }: { organisationId: string }) => organisationId === firm.id)).toEqual([])
})

test('students of two units, of another school, or a day gone by make no visit', async () => {
  const [one, other] = [await made.placement(), await made.placement()]
  const sameSchool = await made.placement('active', { school: one.school })
  const plan = (placementIds: string[], plannedOn = '2027-03-22') => one.contact.post('/placement-visits', { placementIds, plannedOn })
  expect((await plan([one.id, sameSchool.id])).body.details.issues).toEqual([{ path: ['placementIds'], code: 'one_unit' }])
  expect((await plan([one.id, other.id])).body.details.issues).toEqual([{ path: ['placementIds'], code: 'unknown' }])
  expect((await plan([one.id], '2027-03-19')).body.details.issues).toEqual([{ path: ['plannedOn'], code: 'past' }])
})

test('what was found is for the school: unit, student, office and other schools have no way to it', async () => {
  const placement = await made.placement()
  const { id } = must(await placement.contact.post('/placement-visits', { placementIds: [placement.id], plannedOn: '2027-03-20' }))
  must(await placement.contact.post(`/placement-visits/${id}/moves`, { action: 'finish', visitedOn: '2027-03-20', finding, version: 1 }))
  for (const person of [placement.unit, placement.student, await world.person('secretariat')]) expect((await person.get('/placement-visits')).status).toBe(403)
  const stranger = (await made.school()).contact
  expect(must(await stranger.get('/placement-visits')).rows).toEqual([])
  expect((await stranger.post(`/placement-visits/${id}/moves`, { action: 'cancel', reason: '不去了吧', version: 2 })).status).toBe(404)
})

test('called off with a reason; nothing to follow where all was well; an old page is told', async () => {
  const placement = await made.placement()
  const plan = async () => must(await placement.contact.post('/placement-visits', { placementIds: [placement.id], plannedOn: '2027-03-20' })).id
  const [one, two] = [await plan(), await plan()]
  const move = (id: string, body: Record<string, unknown>) => placement.contact.post(`/placement-visits/${id}/moves`, body)
  expect((await move(one, { action: 'cancel', version: 1 })).body.code).toBe('invalid_input')
  must(await move(one, { action: 'cancel', reason: '台风停课停产', version: 1 }))
  expect((await move(one, { action: 'finish', visitedOn: '2027-03-20', finding, version: 2 })).body.code).toBe('wrong_state')
  expect((await move(two, { action: 'finish', visitedOn: '2027-03-20', finding, version: 9 })).body.code).toBe('changed_meanwhile')
  must(await move(two, { action: 'finish', visitedOn: '2027-03-20', finding, version: 1 }))
  expect((await move(two, { action: 'follow', outcome: '没有要跟进的', version: 2 })).body.code).toBe('wrong_state')
})

test('the list takes the same number of queries for one row and thirty', async () => {
  const school = await made.school()
  const firm = await made.firm()
  const fill = async () => must(await school.contact.post('/placement-visits', { placementIds: [(await made.placement('active', { school, firm })).id], plannedOn: '2027-03-22' }))
  await fill()
  const count = () => countQueries(() => school.contact.get('/placement-visits?size=50'))
  const one = await count()
  await Promise.all(Array.from({ length: 29 }, fill))
  expect(must(await school.contact.get('/placement-visits?size=50')).rows).toHaveLength(30)
  expect(await count()).toBe(one)
})
