import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-02-10T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
type Asked = { id: string; options: { at: number; text: string }[] }
/** What the bank says is right, so many of the first ones answered wrong. */
async function answers(questions: readonly Asked[], wrong = 0) {
  const rows = await world.db.selectFrom('safetyQuestion').select(['id', 'answer']).where('id', 'in', questions.map(({ id }) => id)).execute()
  const right = new Map(rows.map(({ id, answer }) => [id, answer]))
  return questions.map(({ id }, index) => ({ questionId: id, chosen: index < wrong ? [] : right.get(id)! }))
}
const insured = async () => {
  const placement = await made.placement('insured')
  await made.signed(placement)
  return placement
}

test('a student takes the test on the phone, fails, reads why, takes another one and passes: the placement goes on by itself', async () => {
  const { id, student } = await insured()
  const first = (await student.post(`/placements/${id}/safety-tests`)).body
  expect([first.questions.length, first.passMark, Object.keys(first.questions[0]).sort()]).toEqual([20, 80, ['id', 'kind', 'options', 'text', 'topic']])
  const failed = (await student.post(`/placements/${id}/safety-tests/${first.testId}/answers`, { answers: await answers(first.questions, 5) })).body
  expect(failed).toMatchObject({ correct: 15, total: 20, passed: false, state: 'insured' })
  expect(failed.wrong).toHaveLength(5)
  expect(failed.wrong[0]).toMatchObject({ text: expect.any(String), right: [expect.any(String), ...failed.wrong[0].right.slice(1)], why: expect.any(String) })

  const second = (await student.post(`/placements/${id}/safety-tests`)).body
  expect(second.questions.map((one: Asked) => one.id)).not.toEqual(first.questions.map((one: Asked) => one.id))
  expect((await student.post(`/placements/${id}/safety-tests/${second.testId}/answers`, { answers: await answers(second.questions, 4) })).body).toMatchObject({ correct: 16, passed: true, state: 'trained', wrong: expect.any(Array) })
  const { rows, passedOn, can } = (await student.get(`/placements/${id}/safety-tests`)).body
  expect([rows.length, passedOn, can.take]).toEqual([2, '2027-02-10', false])
  expect((await student.post(`/placements/${id}/safety-tests`)).body.code).toBe('test_passed')
})

test('a test that was begun goes on with the same questions; handed in twice it counts once', async () => {
  const { id, student } = await insured()
  const begun = (await student.post(`/placements/${id}/safety-tests`)).body
  expect((await student.post(`/placements/${id}/safety-tests`)).body).toEqual(begun)
  const body = { answers: await answers(begun.questions) }
  const replies = await Promise.all([1, 2, 3].map(() => student.post(`/placements/${id}/safety-tests/${begun.testId}/answers`, body)))
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
})

test('after the first day it is too late, and says so with the rule', async () => {
  const placement = await made.placement('insured', { placement: { startsOn: '2027-02-09', endsOn: '2027-08-08' } })
  const reply = await placement.student.post(`/placements/${placement.id}/safety-tests`)
  expect([reply.body.code, reply.body.details.findings[0].key]).toEqual(['rule_forbids', 'r1_37_late'])
})

test('nobody takes it for somebody else', async () => {
  const { id, contact, supervisor } = await insured()
  const other = await insured()
  for (const [person, status] of [[contact, 403], [supervisor, 403], [other.student, 404]] as const) expect((await person.post(`/placements/${id}/safety-tests`)).status).toBe(status)
})

test('paper is an equal path: the school records the scan, the day and the marks', async () => {
  const { id, contact, student } = await insured()
  const path = `/placements/${id}/safety-tests/paper`
  const record = (fields: Record<string, string>) => contact.upload(path, { name: '试卷.pdf', bytes: pdf }, fields)
  expect((await record({ passedOn: '2027-02-30', correct: '30', total: '25' })).body.details.issues.map((issue: { path: string[] }) => issue.path[0])).toEqual(['passedOn', 'correct'])
  expect((await record({ passedOn: '2027-02-08', correct: '18', total: '25' })).body).toMatchObject({ passed: false, passedOn: null, paper: true })
  expect((await record({ passedOn: '2027-02-08', correct: '23', total: '25' })).body).toMatchObject({ passed: true, passedOn: '2027-02-08', files: [{ name: '试卷.pdf' }] })
  expect((await student.get(`/placements/${id}`)).body.state).toBe('trained')
})

test('a school makes its own bank from the one it is given: a version that is published never changes, a test keeps its version', async () => {
  const placement = await insured()
  const { contact } = placement
  const before = (await contact.get('/safety-bank')).body
  expect([before.current.state, before.draft, before.versions]).toEqual(['starter', null, []])
  const running = (await placement.student.post(`/placements/${placement.id}/safety-tests`)).body

  const questions = before.current.questions.slice(0, 12)
  expect((await contact.put('/safety-bank', { drawn: 15, passMark: 90, questions })).body).toEqual({ version: 2 })
  expect((await contact.post('/safety-bank/publication')).body.details.issues).toEqual([{ path: ['drawn'], code: 'too_few' }])
  await contact.put('/safety-bank', { drawn: 10, passMark: 90, questions })
  expect((await contact.post('/safety-bank/publication')).body).toEqual({ version: 2, questions: 12 })

  expect((await contact.get('/safety-bank')).body).toMatchObject({ current: { version: 2, drawn: 10, passMark: 90 }, draft: null, versions: [{ version: 2, tests: 0 }, { version: 1, tests: 1, questions: before.current.questions.length }] })
  expect((await placement.student.post(`/placements/${placement.id}/safety-tests/${running.testId}/answers`, { answers: await answers(running.questions) })).body).toMatchObject({ total: 20, passed: true })
  expect((await placement.supervisor.put('/safety-bank', { drawn: 10, passMark: 90, questions })).status).toBe(403)
})
