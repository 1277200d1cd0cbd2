import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFirm } from '../../../../test/needs-world.ts'
import { copyRows } from '../../../../test/many-rows.ts'
import { newProblem } from '../../../../test/problems-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { loadCodes } from '../../../../test/talent-world.ts'
import { must, newAchievement, newHouse, newIntroduction } from '../../../../test/technology-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { watchIntroductions } from './clock/service.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
})
afterAll(() => world.close())

const start = '2026-11-23T06:00:00Z'
const openItems = async (id: string) => (await world.db.selectFrom('inboxItem').select(['kind', 'organisationId']).where('subjectId', '=', id).where('closedAt', 'is', null).orderBy('kind').execute())
const kinds = async (id: string) => (await openItems(id)).map(({ kind }) => kind)
const problemOf = async ({ asker, problem }: { asker: { get: (path: string) => Promise<{ body: { state: string; answerDueAt: string | null } }> }; problem: { id: string } }) => (await asker.get(`/problems/${problem.id}`)).body

test('both sides say yes, the need is answered and its clock stops; the last no opens it again with a new one', async () => {
  world.moveTo(start)
  const one = await newIntroduction(world)
  expect([(await openItems(one.id)).length, (await one.view()).dueAt]).toEqual([2, '2026-12-07T10:00:00.000Z'])
  must(await one.move(one.asker, 'accept'))
  expect([(await openItems(one.id)).map(({ organisationId }) => organisationId), (await problemOf(one)).state, (await one.asker.get(`/introductions/${one.id}`)).body.can.accept]).toEqual([[one.achievement.house.id], 'open', false])
  must(await one.move(one.answerer, 'accept'))
  expect([await problemOf(one), await kinds(one.id)]).toMatchObject([{ state: 'answered', answerDueAt: null }, ['introduction.meet', 'introduction.meet']])

  const second = await newIntroduction(world, 'accepted', { problem: one.problem })
  expect((await one.move(one.asker, 'decline')).body).toMatchObject({ code: 'reason_needed', details: { field: 'declineCode' } })
  must(await one.move(one.asker, 'decline', { declineCode: 'not_mature', note: '还在实验室阶段。' }))
  expect((await problemOf(one)).state).toBe('answered')
  must(await second.move(second.answerer, 'decline', { declineCode: 'no_capacity' }))
  expect(await problemOf(one)).toMatchObject({ state: 'open', answerDueAt: '2026-12-07T10:00:00.000Z' })
  // The other side reads why, and then it is off its desk.
  expect(await openItems(one.id)).toEqual([{ kind: 'introduction.declined', organisationId: one.achievement.house.id }])
  must(await one.answerer.post(`/introductions/${one.id}/reading`))
  expect(await openItems(one.id)).toEqual([])
})

test('a firm asks for it itself, an owner offers itself: their own yes is given', async () => {
  const problem = await newProblem(world)
  const achievement = await newAchievement(world)
  const { body: asked } = must(await problem.firm.contact.post('/introductions', { needId: problem.id, achievementId: achievement.id }))
  expect((await achievement.house.contact.get(`/introductions/${asked.id}`)).body).toMatchObject({ madeAs: 'asker', askerAccepted: true, answererAccepted: false, side: 'answerer', can: { accept: true, withdraw: false } })
  const other = await newAchievement(world)
  const { body: offered } = must(await other.house.contact.post('/introductions', { needId: problem.id, achievementId: other.id, message: '可以先免费试两套。' }))
  expect((await problem.firm.contact.get('/introductions?waiting=true')).body.rows.map(({ id }: { id: string }) => id)).toEqual([offered.id])
  must(await other.house.contact.post(`/introductions/${offered.id}/moves`, { action: 'withdraw', version: 1 }))
  expect((await problem.firm.contact.get(`/introductions/${offered.id}`)).body.state).toBe('withdrawn')
})

test('who has no part in either may not introduce them, nor an owner of another achievement', async () => {
  const [problem, achievement, other] = [await newProblem(world), await newAchievement(world), await newHouse(world)]
  const body = { needId: problem.id, achievementId: achievement.id }
  expect((await other.contact.post('/introductions', body)).status).toBe(403)
  expect((await (await world.person('platform_contact')).post('/introductions', body)).status).toBe(403)
  expect((await (await world.person('official')).post('/introductions', body)).status).toBe(403)
  expect((await problem.office.post('/introductions', { needId: problem.id })).status).toBe(422)
})

test('nothing is introduced to itself, to what is closed, or to a need that is over', async () => {
  const platform = await newHouse(world, 'innovation_platform')
  const own = await newAchievement(world, 'open', { house: platform })
  const problem = await newProblem(world)
  await world.db.updateTable('need').set({ organisationId: platform.id }).where('id', '=', problem.id).execute()
  expect((await problem.office.post('/introductions', { needId: problem.id, achievementId: own.id })).body.code).toBe('own_answer')
  const closed = await newAchievement(world, 'submitted')
  expect((await problem.office.post('/introductions', { needId: problem.id, achievementId: closed.id })).body.code).toBe('answer_not_open')
  const solved = await newProblem(world, 'solved')
  expect((await problem.office.post('/introductions', { needId: solved.id, achievementId: own.id })).body.code).toBe('need_not_open')
})

test('two managers introduce the same pair at once, and it is made once', async () => {
  const [problem, achievement] = [await newProblem(world), await newAchievement(world)]
  const other = await world.person('secretariat')
  const replies = await Promise.all([problem.office, other].map((manager) => manager.post('/introductions', { needId: problem.id, achievementId: achievement.id })))
  expect(replies.map(({ status, body }) => [status, body.code]).sort()).toEqual([[200, undefined], [409, 'introduction_exists']])
})

test('both say yes at the same moment, and both are heard', async () => {
  const one = await newIntroduction(world)
  const { version } = await one.view()
  const replies = await Promise.all([one.asker, one.answerer].map((side) => side.post(`/introductions/${one.id}/moves`, { action: 'accept', version })))
  const late = replies.findIndex(({ status }) => status === 409)
  expect(replies[late]!.body.code).toBe('changed_meanwhile')
  must(await one.move([one.asker, one.answerer][late]!, 'accept'))
  expect((await one.view()).state).toBe('accepted')
})

test('no word in ten working days, and it lapses: the manager hears of it; talks are never cut off by the clock', async () => {
  world.moveTo(start)
  const silent = await newIntroduction(world)
  const unmet = await newIntroduction(world, 'accepted')
  const talking = await newIntroduction(world, 'talking')
  world.moveTo('2026-12-07T09:59:00Z')
  await watchIntroductions(world.db, world.now())
  expect((await silent.view()).state).toBe('proposed')
  world.moveTo('2026-12-07T10:00:00Z')
  await Promise.all([watchIntroductions(world.db, world.now()), watchIntroductions(world.db, world.now())])
  expect([(await silent.view()).state, (await unmet.view()).state, (await talking.view()).state]).toEqual(['lapsed', 'lapsed', 'talking'])
  expect([await kinds(silent.id), await kinds(talking.id), (await problemOf(unmet)).state]).toEqual([['introduction.lapsed'], ['introduction.proceed'], 'open'])
  world.moveTo(start)
})

test('when the need ends, what was under way for it ends too', async () => {
  const one = await newIntroduction(world, 'talking')
  const { body } = await one.asker.get(`/problems/${one.problem.id}`)
  must(await one.asker.post(`/problems/${one.problem.id}/moves`, { action: 'withdraw', reason: '不再需要。', version: body.version }))
  await watchIntroductions(world.db, world.now())
  expect(await one.view()).toMatchObject({ state: 'withdrawn', endedSide: 'clock' })
})

test('minutes are kept between the two and the manager, and wind the clock', async () => {
  world.moveTo(start)
  const one = await newIntroduction(world, 'talking')
  expect(await one.view()).toMatchObject({ state: 'talking', minutes: [{ heldOn: '2026-11-23', text: '双方见面，谈了试用方案。' }], dueAt: '2026-12-21T10:00:00.000Z' })
  const early = await newIntroduction(world)
  expect((await early.asker.post(`/introductions/${early.id}/minutes`, { heldOn: '2026-11-23', text: '还没有同意就见面。' })).body.code).toBe('wrong_state')
})

test('strangers see nothing of an introduction, the firm of another need neither', async () => {
  const one = await newIntroduction(world, 'talking')
  const others = [(await newFirm(world)).contact, (await newHouse(world)).contact, await world.person('official'), await world.person('platform_contact'), await world.person('association_contact')]
  for (const other of others) {
    expect((await other.get(`/introductions/${one.id}`)).status).toBe(404)
    expect((await other.get('/introductions')).body.rows.some(({ id }: { id: string }) => id === one.id)).toBe(false)
    expect((await other.get('/answer-report')).body.total).toBe(0)
  }
})

test('the list takes the same number of queries for one introduction and for thirty', async () => {
  const { id, asker, move } = await newIntroduction(world)
  must(await move(asker, 'decline', { declineCode: 'terms' }))
  const list = () => asker.get('/introductions?size=50')
  const one = await countQueries(list)
  await copyRows(world, 'introduction', { column: 'id', value: id }, 29)
  expect([await countQueries(list), (await list()).body.rows.length]).toEqual([one, 30])
})
