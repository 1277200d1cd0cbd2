import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { kindsOf, newAssistanceWorld, type AssistanceWorld } from '../../../../test/assistance-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let made: AssistanceWorld
beforeAll(async () => {
  world = await newWorld()
  made = newAssistanceWorld(world)
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

type Row = Record<string, never>
const night = async (day: string) => {
  world.moveTo(`${day}T18:25:00Z`)
  await world.task('watch_assistance')
}
const staysOf = async (batchId: string) => world.db.selectFrom('assistanceStay').selectAll().where('batchId', '=', batchId).orderBy('studentId').orderBy('months').execute()

test('after half a year and a year the student is asked, and nobody else answers', async () => {
  const { id, students, school, firm } = await made.batch('begun', { students: 1 })
  const [student] = students
  await night('2027-03-02')
  expect((await staysOf(id)).map(({ months, dueOn, askedAt }) => [months, dueOn, askedAt])).toEqual([[6, '2027-09-01', null], [12, '2028-03-01', null]])
  const [half] = await staysOf(id)
  expect((await student!.get('/my/stays')).body.rows).toEqual([])
  expect((await student!.post(`/my/stays/${half!.id}`, { answer: 'employed' })).body).toEqual({ code: 'too_early', details: { from: '2027-09-01' } })

  // In Shanghai it is the first of September.
  await night('2027-08-31')
  expect(await kindsOf(student!, half!.id)).toEqual(['assistance_stay.answer'])
  expect((await student!.get(`/my/stays/${half!.id}`)).body).toMatchObject({ months: 6, firmName: firm.name, open: true, answer: null })
  const office = await world.person('secretariat')
  for (const other of [school.contact, school.escort, firm.contact, office, await made.student(school)]) expect([403, 404]).toContain((await other.post(`/my/stays/${half!.id}`, { answer: 'employed' })).status)
  expect((await student!.post(`/my/stays/${half!.id}`, { answer: 'left' })).body).toMatchObject({ code: 'reason_needed', details: { field: 'code' } })
  expect((await student!.post(`/my/stays/${half!.id}`, { answer: 'left', code: 'family', note: '奶奶病了，回家照顾' })).body.answer).toBe('left')
  expect(await kindsOf(student!, half!.id)).toEqual([])
  expect((await student!.post(`/my/stays/${half!.id}`, { answer: 'employed' })).body.code).toBe('changed_meanwhile')
  expect((await school.contact.get(`/assistance/stays?batchId=${id}&state=answered`)).body.rows).toMatchObject([{ answer: 'left', reasonCode: 'family', note: '奶奶病了，回家照顾', state: 'answered' }])
})

test('what is answered stays with the student and the school: firm and official see nothing, the office no note', async () => {
  const { id, students, school, firm } = await made.batch('begun', { students: 1 })
  await night('2027-08-31')
  const [half] = await staysOf(id)
  await students[0]!.post(`/my/stays/${half!.id}`, { answer: 'left', code: 'pay', note: '加班不给钱' })
  const list = (query = '') => `/assistance/stays?batchId=${id}${query}`
  for (const nobody of [firm.contact, await world.person('official'), students[0]!]) expect((await nobody.get(list())).body.code).toBe('not_allowed')
  for (const nobody of [(await made.county('522633')).contact, school.other]) expect((await nobody.get(list())).body.total).toBe(0)
  const [, stranger] = [0, await made.student(school)]
  expect((await stranger.get(`/my/stays/${half!.id}`)).status).toBe(404)
  expect((await (await world.person('secretariat')).get(list('&months=6'))).body.rows).toMatchObject([{ answer: 'left', note: null }])
  expect((await school.escort.get(list('&answer=left'))).body.rows).toMatchObject([{ note: '加班不给钱' }])
  // The trail says that it was answered, not what.
  const { details } = await world.db.selectFrom('auditEntry').select('details').where('event', '=', 'assistance_stay.answered').where('subjectId', '=', half!.id).executeTakeFirstOrThrow()
  expect(JSON.stringify(details)).not.toMatch(/left|pay|加班/)
})

test('twenty working days of silence tell the escort; silence is unanswered, and may still be broken', async () => {
  const { id, students, school } = await made.batch('begun', { students: 2 })
  const [silent, offline] = students
  await world.db.updateTable('student').set({ accountId: null }).where('id', '=', offline!.studentId).execute()
  await night('2027-08-31')
  const half = (await staysOf(id)).filter(({ months }) => months === 6)
  const of = (studentId: string) => half.find((stay) => stay.studentId === studentId)!.id
  const states = async () => Object.fromEntries((await school.contact.get(`/assistance/stays?batchId=${id}&months=6`)).body.rows.map((row: Row) => [row['id'], row['state']]))
  // Who never signed in cannot be asked.
  expect(await states()).toEqual({ [of(silent!.studentId)]: 'waiting', [of(offline!.studentId)]: 'planned' })
  await night('2027-09-27')
  expect(await kindsOf(school.escort, of(silent!.studentId))).toEqual([])
  await night('2027-10-10')
  expect(await kindsOf(school.escort, ...half.map((stay) => stay.id))).toEqual(['assistance_stay.silent', 'assistance_stay.silent'])
  expect(Object.values(await states())).toEqual(['unanswered', 'unanswered'])
  expect((await silent!.post(`/my/stays/${of(silent!.studentId)}`, { answer: 'as_intern' })).status).toBe(200)
  expect(await kindsOf(school.escort, of(silent!.studentId))).toEqual([])
  expect((await states())[of(silent!.studentId)]).toBe('answered')
})

test('the database takes no answer from anybody but the student', async () => {
  const { id, school } = await made.batch('begun', { students: 1 })
  await night('2027-08-31')
  const [half] = await staysOf(id)
  const by = (answeredBy: string) => world.db.updateTable('assistanceStay').set({ answer: 'employed', answeredBy, answeredAt: world.now() }).where('id', '=', half!.id).execute()
  await expect(by(school.contact.accountId)).rejects.toMatchObject({ constraint: 'assistance_stay_own' })
  // Two taps at once: one answer.
  const student = (await world.db.selectFrom('student').select('accountId').where('id', '=', half!.studentId).executeTakeFirstOrThrow()).accountId!
  await by(student)
  await expect(world.db.updateTable('assistanceStay').set({ answer: 'as_intern' }).where('id', '=', half!.id).execute()).rejects.toMatchObject({ constraint: 'assistance_stay_own' })
})
