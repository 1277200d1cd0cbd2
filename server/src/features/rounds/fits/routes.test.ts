import { afterAll, beforeAll, expect, test } from 'vitest'
import { newRoundsWorld } from '../../../../test/rounds-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { loadCodes } from '../../../../test/talent-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let rounds: Awaited<ReturnType<typeof newRoundsWorld>>
let office: Person
let school: Awaited<ReturnType<typeof rounds.school>>
let firm: string
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
  rounds = await newRoundsWorld(world)
  office = await world.person('secretariat')
  school = await rounds.school()
  firm = (await world.organisation('enterprise')).id
})
afterAll(() => world.close())

const roundOf = (posts: string[]) => rounds.round(office, { cohorts: [school.cohortId], posts: posts.map((postId) => ({ postId, seats: 1, reserves: [], scoring: 'score' })) })

test('a student sees which posts of their round fit their programme, the surest first, and why; a post of no round is not among them', async () => {
  const cook = await rounds.post(firm, { title: '面点师', majors: [], change: { tasks: '做包子馒头' } })
  const near = await rounds.post(firm, { title: '机电设备装调', majors: [], change: { tasks: '装配、调试自动化设备' } })
  const sure = await rounds.post(firm, { title: '跟岗学习', change: { tasks: '听师傅安排' } })
  await rounds.post(firm, { title: '机电技术员' })
  const student = await rounds.student(school)
  const { body } = await student.get(`/my/rounds/${await roundOf([cook, near, sure])}/fits`)
  expect(body).toMatchObject({ programmeName: '机电技术应用', nothingFits: false, rows: [{ postId: sure, named: true }, { postId: near, named: false, official: null }] })
  expect(body.rows[1].words.length).toBeGreaterThan(0)
  expect(body.rows).toHaveLength(2)
})

test('where nothing fits it says so and lists nothing; a stranger to the round finds none, nobody else is answered', async () => {
  const roundId = await roundOf([await rounds.post(firm, { title: '面点师', majors: [], change: { tasks: '做包子馒头' } })])
  const student = await rounds.student(school)
  expect((await student.get(`/my/rounds/${roundId}/fits`)).body).toMatchObject({ nothingFits: true, rows: [] })
  const stranger = await rounds.student(await rounds.school())
  expect([(await stranger.get(`/my/rounds/${roundId}/fits`)).status, (await office.get(`/my/rounds/${roundId}/fits`)).status]).toEqual([404, 403])
})

test('as many questions to the database for one post as for twenty', async () => {
  const posts: string[] = []
  for (let at = 0; at < 20; at++) posts.push(await rounds.post(firm))
  const [few, many] = [await roundOf(posts.slice(0, 1)), await roundOf(posts)]
  const student = await rounds.student(school)
  const ask = (roundId: string) => student.get(`/my/rounds/${roundId}/fits`)
  expect((await ask(many)).body.rows).toHaveLength(20)
  expect(await countQueries(() => ask(few))).toBe(await countQueries(() => ask(many)))
})
