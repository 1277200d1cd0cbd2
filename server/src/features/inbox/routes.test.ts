import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { countQueries } from '../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../test/world.ts'
import { ask, copyTo, settle } from './service.ts'
import type { NewItem } from './tables.ts'

let world: World
beforeAll(async () => {
  world = await newWorld({ now: '2026-11-23T06:00:00Z' })
})
afterAll(() => world.close())

const asked = async (assignee: NewItem['assignee'], change: Partial<NewItem> = {}) => {
  const subjectId = randomUUID()
  const item = { kind: 'membership.check', subjectType: 'membership', subjectId, params: { organisation: '示例公司' }, assignee, initiatorId: null, dueAt: null, ...change }
  await inTransaction(world.db, (tx) => ask(tx, [item], world.now()))
  return item.subjectId
}
const todo = async (person: Person, tab = 'todo') => (await person.get(`/inbox?tab=${tab}`)).body.rows as { id: string; subjectId: string }[]
const itemOf = async (person: Person, subjectId: string, tab = 'todo') => (await todo(person, tab)).find((item) => item.subjectId === subjectId)!

test('what is asked of a seat is with everybody in it and with nobody else', async () => {
  const school = await world.organisation('school')
  const contact = await world.person('school_contact', { organisationId: school.id })
  const second = await world.person('school_contact', { organisationId: school.id })
  const teacher = await world.person('teacher', { organisationId: school.id })
  const elsewhere = await world.person('school_contact')

  const subjectId = await asked({ role: 'school_contact', organisationId: school.id })

  expect([await todo(contact), await todo(second), await todo(teacher), await todo(elsewhere)].map((rows) => rows.map((row) => row.subjectId))).toEqual([[subjectId], [subjectId], [], []])
  const item = await itemOf(contact, subjectId)
  expect((await contact.get(`/inbox/${item.id}`)).body).toMatchObject({ kind: 'membership.check', params: { organisation: '示例公司' }, holder: { role: 'school_contact', organisationName: school.name } })
  expect((await elsewhere.get(`/inbox/${item.id}`)).status).toBe(404)
})

test('the urgent comes first, then what has no deadline', async () => {
  const person = await world.person('teacher')
  const later = await asked({ accountId: person.accountId }, { dueAt: new Date('2026-12-01T10:00:00Z') })
  const never = await asked({ accountId: person.accountId })
  const soon = await asked({ accountId: person.accountId }, { dueAt: new Date('2026-11-24T10:00:00Z') })

  expect((await todo(person)).map((row) => row.subjectId)).toEqual([soon, later, never])
})

test('days late are working days, and an evening late is one', async () => {
  const person = await world.person('teacher')
  await asked({ accountId: person.accountId }, { dueAt: new Date('2026-11-20T10:00:00Z') })
  await asked({ accountId: person.accountId }, { dueAt: new Date('2026-11-23T05:00:00Z') })
  await asked({ accountId: person.accountId }, { dueAt: new Date('2026-11-23T10:00:00Z') })

  const { body } = await person.get('/inbox')
  expect(body.rows.map((row: { daysLate: number }) => row.daysLate)).toEqual([1, 1, 0])
  expect((await person.get('/inbox/counts')).body).toEqual({ todo: 3, overdue: 2, dueToday: 1, started: 0, unread: 0 })
})

test('done work moves from to do to done, for the one who did it', async () => {
  const organisation = await world.organisation('enterprise')
  const doer = await world.person('enterprise_contact', { organisationId: organisation.id })
  const other = await world.person('enterprise_contact', { organisationId: organisation.id })
  const subjectId = await asked({ role: 'enterprise_contact', organisationId: organisation.id })

  await inTransaction(world.db, (tx) => settle(tx, doer, { subjectType: 'membership', subjectIds: [subjectId] }, 'submit', world.now()))

  expect([await todo(doer), await todo(other), await todo(other, 'done')]).toEqual([[], [], []])
  expect((await doer.get('/inbox?tab=done')).body.rows).toMatchObject([{ subjectId, outcome: 'submit', closedByName: doer.name }])
})

test('asking twice changes nothing', async () => {
  const person = await world.person('teacher')
  const subjectId = await asked({ accountId: person.accountId })
  await asked({ accountId: person.accountId }, { subjectId })

  expect(await todo(person)).toHaveLength(1)
})

test('a copy informs, and is read once', async () => {
  const [worker, follower] = [await world.person('teacher'), await world.person('teacher')]
  const subjectId = await asked({ accountId: worker.accountId })
  await inTransaction(world.db, (tx) => copyTo(tx, { subjectType: 'membership', subjectIds: [subjectId] }, [follower.accountId]))

  expect([await todo(follower), (await todo(follower, 'copied')).length]).toEqual([[], 1])
  expect((await follower.get('/inbox/counts')).body.unread).toBe(1)
  expect((await worker.post('/inbox/copies/read')).body).toEqual({ read: 0 })
  expect((await follower.post('/inbox/copies/read', { itemIds: [(await itemOf(follower, subjectId, 'copied')).id] })).body).toEqual({ read: 1 })
  expect((await follower.get('/inbox/counts')).body.unread).toBe(0)
  expect((await follower.get('/inbox?tab=copied')).body.rows[0].readAt).toBe(world.now().toISOString())
})

test('who began it reminds once a day; the mail goes to everybody in the seat who has an address', async () => {
  const organisation = await world.organisation('enterprise')
  const [first, second] = [await world.person('enterprise_contact', { organisationId: organisation.id }), await world.person('enterprise_contact', { organisationId: organisation.id })]
  await world.db.updateTable('account').set({ email: 'first@example.test' }).where('id', '=', first.accountId).execute()
  const beginner = await world.person('school_contact')
  const subjectId = await asked({ role: 'enterprise_contact', organisationId: organisation.id }, { initiatorId: beginner.accountId, dueAt: new Date('2026-11-30T10:00:00Z') })
  const item = await itemOf(beginner, subjectId, 'started')

  expect((await second.post(`/inbox/${item.id}/remind`)).body.code).toBe('not_allowed')
  expect(await beginner.post(`/inbox/${item.id}/remind`)).toMatchObject({ status: 200, body: { people: 2, mails: 1 } })
  expect((await beginner.post(`/inbox/${item.id}/remind`)).body.code).toBe('reminded_today')

  const mail = await world.db.selectFrom('outboxMessage').selectAll().where('recipient', '=', 'first@example.test').executeTakeFirstOrThrow()
  expect(mail.subject).toBe('催办：核查入会申请：示例公司')
  expect(mail.body).toContain(`http://silian.test/app/inbox/${item.id}`)
  expect(mail.body).toContain('2026年11月30日')
  expect((await first.get(`/inbox/${item.id}`)).body.remindedAt).toBe(world.now().toISOString())
})

test('the secretariat reminds a member, but does not see what lies with a student or with strangers', async () => {
  const officer = await world.person('secretariat')
  const [member, stranger] = [await world.person('enterprise_contact'), await world.person('enterprise_contact')]
  await world.db.insertInto('membership').values({ allianceId: world.alliance.id, organisationId: member.organisationId, state: 'draft' }).execute()
  const items = await Promise.all(
    [
      [member, { role: 'enterprise_contact', organisationId: member.organisationId }],
      [member, { accountId: member.accountId }],
      [stranger, { role: 'enterprise_contact', organisationId: stranger.organisationId }],
    ].map(async ([person, assignee]) => itemOf(person as Person, await asked(assignee as NewItem['assignee']))),
  )

  const replies = await Promise.all(items.map((item) => officer.post(`/inbox/${item.id}/remind`)))
  expect(replies.map((reply) => reply.status)).toEqual([200, 404, 404])
})

test('two reminders at the same moment send one', async () => {
  const [beginner, worker] = [await world.person('teacher'), await world.person('teacher')]
  const item = await itemOf(worker, await asked({ accountId: worker.accountId }, { initiatorId: beginner.accountId }))

  const replies = await Promise.all([1, 2, 3].map(() => beginner.post(`/inbox/${item.id}/remind`)))
  expect(replies.map((reply) => reply.body.code ?? 'sent').sort()).toEqual(['reminded_today', 'reminded_today', 'sent'])
})

test('nobody in the seat means nobody to remind', async () => {
  const beginner = await world.person('teacher')
  const empty = await world.organisation('park')
  const item = await itemOf(beginner, await asked({ role: 'park_contact', organisationId: empty.id }, { initiatorId: beginner.accountId }), 'started')

  expect((await beginner.post(`/inbox/${item.id}/remind`)).body.code).toBe('nobody_to_remind')
})

test('an item is handed on to a colleague in the same seat, and I keep a copy', async () => {
  const organisation = await world.organisation('school')
  const [me, colleague] = [await world.person('school_contact', { organisationId: organisation.id }), await world.person('school_contact', { organisationId: organisation.id })]
  const [teacher, outsider] = [await world.person('teacher', { organisationId: organisation.id }), await world.person('school_contact')]
  const subjectId = await asked({ role: 'school_contact', organisationId: organisation.id })
  const { id } = await itemOf(me, subjectId)

  expect((await me.get(`/inbox/${id}/colleagues`)).body).toEqual({ colleagues: [{ accountId: colleague.accountId, name: colleague.name }] })
  expect((await me.post(`/inbox/${id}/forward`, { accountId: teacher.accountId })).status).toBe(404)
  expect((await me.post(`/inbox/${id}/forward`, { accountId: outsider.accountId })).status).toBe(404)
  expect((await outsider.post(`/inbox/${id}/forward`, { accountId: outsider.accountId })).status).toBe(404)
  expect((await me.post(`/inbox/${id}/forward`, { accountId: colleague.accountId })).body).toEqual({ holderName: colleague.name })

  expect([(await todo(me)).length, (await todo(colleague)).length, (await todo(me, 'copied')).length]).toEqual([0, 1, 1])
  expect((await colleague.get(`/inbox/${id}`)).body.forwardedByName).toBe(me.name)
  expect((await me.post(`/inbox/${id}/forward`, { accountId: colleague.accountId })).body.code).toBe('not_allowed')
})

test('what is done can be neither reminded of nor handed on', async () => {
  const [beginner, worker] = [await world.person('teacher'), await world.person('teacher')]
  const subjectId = await asked({ accountId: worker.accountId }, { initiatorId: beginner.accountId })
  const item = await itemOf(worker, subjectId)
  await inTransaction(world.db, (tx) => settle(tx, worker, { subjectType: 'membership', subjectIds: [subjectId] }, 'submit', world.now()))

  expect((await beginner.post(`/inbox/${item.id}/remind`)).body.code).toBe('item_closed')
  expect((await worker.post(`/inbox/${item.id}/forward`, { accountId: beginner.accountId })).body.code).toBe('item_closed')
})

test('a list takes as many queries for one item as for thirty', async () => {
  const [one, many] = [await world.person('teacher'), await world.person('teacher')]
  await asked({ accountId: one.accountId })
  for (let i = 0; i < 30; i++) await asked({ accountId: many.accountId }, { initiatorId: one.accountId })

  const counts = [await countQueries(() => one.get('/inbox?size=100')), await countQueries(() => many.get('/inbox?size=100'))]
  expect(counts[0]).toBe(counts[1])
  expect((await many.get('/inbox?size=20&page=2')).body).toMatchObject({ total: 30, page: 2, size: 20 })
  expect((await many.get('/inbox?size=20&page=2')).body.rows).toHaveLength(10)
})

test('a draft survives, is replaced and thrown away, and belongs to its writer alone', async () => {
  const [writer, other] = [await world.person('enterprise_contact'), await world.person('enterprise_contact')]

  expect((await writer.get('/drafts/membership')).body).toEqual({ draft: null })
  await writer.put('/drafts/membership', { content: { statement: '第一稿' } })
  await writer.put('/drafts/membership', { content: { statement: '第二稿' } })
  expect((await writer.get('/drafts/membership')).body).toEqual({ draft: { content: { statement: '第二稿' }, savedAt: world.now().toISOString() } })
  expect((await other.get('/drafts/membership')).body).toEqual({ draft: null })
  await writer.delete('/drafts/membership')
  expect((await writer.get('/drafts/membership')).body).toEqual({ draft: null })
  expect((await writer.put('/drafts/membership', { content: { text: '长'.repeat(100_000) } })).status).toBe(422)
})
