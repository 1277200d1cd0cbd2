import { afterAll, beforeAll, expect, test } from 'vitest'
import { newMember } from '../../../../test/members-world.ts'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
let official: Person
beforeAll(async () => {
  world = await newWorld()
  made = newPlacementsWorld(world)
  official = await world.person('official')
  await join(official.organisationId)
})
afterAll(() => world.close())

const join = (organisationId: string) => newMember(world, organisationId)
const words = '组长每天扣住我们的身份证，还要交五百元押金。'
const complaintOf = (placementId: string) => ({ authorityId: official.organisationId, placementId, topic: 'papers', against: 'unit', text: words, phone: '13800001111' })

test('a student complains past school and firm; the authority answers, and the answer reaches the student', async () => {
  const placement = await made.placement()
  const sent = await placement.student.post('/my/complaints', complaintOf(placement.id))
  expect(sent).toMatchObject({ status: 200, body: { number: expect.stringMatching(/^TS-2026-\d{4}$/) } })

  const seen = await official.get(`/complaints/${sent.body.id}`)
  expect(seen.body).toMatchObject({ state: 'received', unitName: placement.firm.name, text: words, reporterKind: 'student', named: true, can: { answer: true, unmask: true } })
  expect((await official.post(`/complaints/${sent.body.id}/messages`, { kind: 'measure', text: '已约监察大队同去。' })).body).toEqual({ state: 'received' })
  expect((await official.post(`/complaints/${sent.body.id}/messages`, { kind: 'answer', text: '已责令当日退还证件和押金。' })).body).toEqual({ state: 'answered' })

  const mine = (await placement.student.get('/my/complaints')).body.rows[0]
  expect(mine).toMatchObject({ state: 'answered', unread: true, messages: [{ kind: 'answer', text: '已责令当日退还证件和押金。', by: null }] })
  expect((await placement.student.get('/my/way-out')).body.unread).toBe(1)
  await placement.student.post(`/my/complaints/${sent.body.id}/reading`)
  expect((await placement.student.get('/my/way-out')).body.unread).toBe(0)
  expect((await placement.student.post(`/my/complaints/${sent.body.id}/replies`, { text: '押金只退了一半。' })).body).toEqual({ state: 'received' })
  expect((await placement.student.post(`/my/complaints/${sent.body.id}/replies`, { close: true })).body).toEqual({ state: 'closed' })
  expect(await official.post(`/complaints/${sent.body.id}/messages`, { kind: 'answer', text: '再答一次' })).toMatchObject({ status: 409, body: { code: 'wrong_state' } })
})

test('nothing that school, firm, office or another authority can open says that anybody complained', async () => {
  const placement = await made.placement()
  await join(placement.school.id)
  await join(placement.firm.id)
  const office = await world.person('secretariat')
  const otherOfficial = await world.person('official')
  await join(otherOfficial.organisationId)
  const mentor = await world.person('mentor', { organisationId: placement.firm.id })
  const parties: [string, Person][] = [['school', placement.contact], ['teacher', placement.supervisor], ['firm', placement.unit], ['office', office], ['mentor', mentor], ['other official', otherOfficial]]
  const places = [
    '/inbox?tab=todo', '/inbox?tab=done', '/inbox?tab=started', '/inbox?tab=copied', '/inbox/counts', '/placements', `/placements/${placement.id}`, `/placements/${placement.id}/history`, '/placement-reports', '/placement-changes', '/incidents', '/roll?day=2027-04-01',
    '/help-requests', '/assessments', `/placements/${placement.id}/archive`, `/students/${placement.student.studentId}`, `/students/${placement.student.studentId}/unmaskings`, '/students', '/organisations', '/search?q=示例', '/search?q=TS-2026', '/complaints', '/session',
  ]
  const everything = async () => {
    await world.task('inbox_digest')
    await world.work()
    const read: Record<string, unknown> = {}
    for (const [who, person] of parties) for (const place of places) read[`${who} ${place}`] = (await person.get(encodeURI(place))).body
    return read
  }
  const before = await everything()
  const rowBefore = await world.db.selectFrom('placement').selectAll().where('id', '=', placement.id).executeTakeFirstOrThrow()
  const itemsBefore = await world.db.selectFrom('inboxItem').select('id').where('closedAt', 'is', null).execute()

  const { id, number } = (await placement.student.post('/my/complaints', complaintOf(placement.id))).body
  await official.post(`/complaints/${id}/messages`, { kind: 'question', text: '押金有没有收据？' })
  await placement.student.post(`/my/complaints/${id}/replies`, { text: '没有收据。' })
  await official.post(`/complaints/${id}/unmasking`, { reason: '约见投诉人核实' })
  await official.post(`/complaints/${id}/messages`, { kind: 'answer', text: '已处理，证件退还。' })

  // Something could leak: it is there, for the one authority.
  expect((await official.get('/complaints')).body.rows.map((row: { number: string }) => row.number)).toContain(number)
  expect(await everything()).toEqual(before)
  for (const [who, person] of parties) expect([who, (await person.get(`/complaints/${id}`)).status]).toEqual([who, 404])
  expect(await world.db.selectFrom('placement').selectAll().where('id', '=', placement.id).executeTakeFirstOrThrow()).toEqual(rowBefore)

  // In the tables themselves: no line, item, file, message or draft of it leads to the student, and no item lies with a seat that an office can look into.
  const lines = await world.db.selectFrom('auditEntry').selectAll().where('subjectType', '=', 'complaint').where('subjectId', '=', id).execute()
  expect(lines.map(({ event, accountId }) => [event, accountId === placement.student.accountId])).toEqual([['complaint.received', false], ['complaint.written', false], ['complaint.unmasked', false], ['complaint.answered', false]])
  expect(JSON.stringify(lines)).not.toContain(placement.student.studentId)
  expect(lines.find(({ event }) => event === 'complaint.received')).toMatchObject({ accountId: null, organisationId: null, details: { number } })
  const items = await world.db.selectFrom('inboxItem').selectAll().where('subjectType', '=', 'complaint').where('subjectId', '=', id).execute()
  expect(items.map(({ accountId, role, organisationId, initiatorId }) => ({ accountId, role, organisationId, initiatorId }))).toEqual([{ accountId: official.accountId, role: null, organisationId: null, initiatorId: null }])
  for (const item of items) for (const [who, person] of parties) expect([who, (await person.get(`/inbox/${item.id}`)).status]).toEqual([who, 404])
  expect(await world.db.selectFrom('inboxItem').select('id').where('closedAt', 'is', null).where('subjectType', '<>', 'complaint').execute()).toEqual(itemsBefore)
  const row = await world.db.selectFrom('complaint').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const open = JSON.stringify({ ...row, reporter: row.reporter!.toString('latin1') })
  for (const clue of [placement.student.name, placement.student.studentId, placement.student.accountId, placement.number, '13800001111']) expect([clue, open.includes(clue)]).toEqual([clue, false])
  const mails = await world.db.selectFrom('outboxMessage').select(['recipient', 'subject', 'body']).execute()
  expect(mails.filter(({ subject, body }) => `${subject}${body}`.includes(number) || `${subject}${body}`.includes(words))).toEqual([])
})

test('the name is shown to the authority alone, with a reason, each look kept and told to the one who complained', async () => {
  const placement = await made.placement()
  const { id } = (await placement.student.post('/my/complaints', complaintOf(placement.id))).body
  expect(JSON.stringify((await official.get(`/complaints/${id}`)).body)).not.toContain(placement.student.name)
  expect(await official.post(`/complaints/${id}/unmasking`, { reason: '' })).toMatchObject({ status: 422 })
  expect((await official.post(`/complaints/${id}/unmasking`, { reason: '需要约见核实' })).body).toEqual({ name: placement.student.name, phone: '13800001111', cohortName: '机电 2401 班', placementNumber: placement.number })
  expect((await official.get(`/complaints/${id}`)).body.looks).toMatchObject([{ reason: '需要约见核实', by: official.name }])
  const [row] = (await placement.student.get('/my/complaints')).body.rows
  expect(row.looks).toMatchObject([{ reason: '需要约见核实', by: null }])
})

test('another student does not come to it, and cannot name a placement that is not theirs', async () => {
  const placement = await made.placement()
  const other = await made.placement('active', { school: placement.school })
  const { id } = (await placement.student.post('/my/complaints', complaintOf(placement.id))).body
  expect([(await other.student.post(`/my/complaints/${id}/reading`)).status, (await other.student.post(`/my/complaints/${id}/replies`, { close: true })).status, (await other.student.get('/my/complaints')).body.rows]).toEqual([404, 404, []])
  expect(await other.student.post('/my/complaints', complaintOf(placement.id))).toMatchObject({ status: 422, body: { code: 'invalid_input' } })
  expect(await placement.student.post('/my/complaints', { ...complaintOf(placement.id), authorityId: placement.firm.id })).toMatchObject({ status: 422 })
  expect((await placement.unit.get('/complaints')).status).toBe(403)
  expect((await placement.contact.get('/my/complaints')).status).toBe(403)
})

test('a guardian without an account complains, and reads the answer with the receipt', async () => {
  const wish = { authorityId: official.organisationId, topic: 'hours', against: 'both', text: '孩子连上了三个星期夜班，请查一查。', reporterKind: 'guardian', unitName: '示例夜班厂' }
  const { rows } = (await world.nobody.get('/public/complaint-authorities')).body
  expect(rows.map(({ id }: { id: string }) => id)).toContain(official.organisationId)
  const sent = await world.nobody.post('/public/complaints', wish)
  expect(sent).toMatchObject({ status: 200, body: { receipt: expect.any(String) } })
  const found = (await official.get(`/complaints?q=${sent.body.number}`)).body.rows[0]
  expect(found).toMatchObject({ reporterKind: 'guardian', named: false, unitName: '示例夜班厂' })
  await official.post(`/complaints/${found.id}/messages`, { kind: 'answer', text: '已停止夜班。' })
  expect((await world.nobody.post('/public/complaints/thread', { receipt: sent.body.receipt })).body).toMatchObject({ state: 'answered', messages: [{ text: '已停止夜班。' }] })
  expect((await world.nobody.post('/public/complaints/replies', { receipt: sent.body.receipt, close: true })).body).toEqual({ state: 'closed' })
  expect((await world.nobody.post('/public/complaints/thread', { receipt: 'x'.repeat(43) })).status).toBe(404)
  expect(await world.nobody.post('/public/complaints', { ...wish, unitName: '' })).toMatchObject({ status: 422, body: { code: 'invalid_input' } })
})

test('an answered complaint is closed by the authority; the list asks as much for one row as for thirty', async () => {
  const placement = await made.placement()
  const { id } = (await placement.student.post('/my/complaints', complaintOf(placement.id))).body
  expect(await official.post(`/complaints/${id}/closing`)).toMatchObject({ status: 409, body: { code: 'wrong_state' } })
  await official.post(`/complaints/${id}/messages`, { kind: 'answer', text: '已处理。' })
  expect((await official.post(`/complaints/${id}/closing`)).body).toEqual({ state: 'closed' })
  const { countQueries } = await import('../../../../test/queries.ts')
  const one = await countQueries(() => official.get('/complaints?size=1'))
  for (let n = 0; n < 30; n++) await placement.student.post('/my/complaints', complaintOf(placement.id))
  expect(await countQueries(() => official.get('/complaints?size=50'))).toBe(one)
})
