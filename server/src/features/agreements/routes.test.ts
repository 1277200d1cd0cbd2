import { afterAll, beforeAll, expect, test } from 'vitest'
import { facts, must, newAgreementsWorld, type AgreementsWorld } from '../../../test/agreements-world.ts'
import { countQueries } from '../../../test/queries.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { inTransaction } from '../../kernel/db.ts'
import { readTable } from '../../kernel/sheet/read-table.ts'
import { agreementsOf, terminateAgreement } from './service.ts'

let world: World
let house: AgreementsWorld
beforeAll(async () => {
  world = await newWorld()
  house = await newAgreementsWorld(world)
})
afterAll(() => world.close())

test('a three-party agreement is drafted, opened, signed by school, firm and student in their order, and in force with the last signature', async () => {
  const { school, firm, student, signAs, view } = house
  const { id } = await house.draft('three_party')
  expect((await firm.contact.get(`/agreements/${id}`)).status).toBe(404)
  const { version, faults } = await view(id)
  expect(faults).toEqual([])

  must(await school.contact.post(`/agreements/${id}/moves`, { action: 'open', version }))
  await house.giveAuthenticator(student)
  expect((await signAs(student, id, 'student')).body).toMatchObject({ code: 'not_your_turn' })
  must(await signAs(school.contact, id, 'school'))
  must(await signAs(firm.contact, id, 'unit'))
  expect((await view(id)).state).toBe('signing')
  expect(must(await signAs(student, id, 'student')).body).toMatchObject({ id, state: 'concluded' })

  expect(await view(id, student)).toMatchObject({ state: 'concluded', signedOn: '2026-11-23', parties: [{ role: 'school', method: 'totp', signedBy: school.contact.name }, { role: 'unit' }, { role: 'student', signedBy: student.name }] })
})

test('every required section that is empty is named at once, with whatever else is missing', async () => {
  const sections = { parties: '', work: ' — ', living: '待定', pay: '____', safety: '略', insurance: '（ ）', assessment: '', breach: '。', other: 'TBD' }
  const { id } = await house.draft('three_party', { sections, facts: {}, startsOn: null, parties: house.parties.three_party().slice(0, 1) })
  const { version } = await house.view(id)

  const { status, body } = await house.school.contact.post(`/agreements/${id}/moves`, { action: 'open', version })
  const issues: { path: string[]; code: string }[] = body.details.issues
  expect([status, body.code, body.details.rule]).toEqual([409, 'agreement_incomplete', '1.14'])
  expect(issues.filter(({ code }) => code === 'empty').map(({ path }) => path[1])).toEqual(Object.keys(sections))
  expect(issues.filter(({ code }) => code !== 'empty')).toEqual([
    { path: ['startsOn'], code: 'missing' }, { path: ['parties'], code: 'organisation_missing' }, { path: ['parties'], code: 'student_missing' },
  ])
  expect((await house.view(id)).faults).toEqual(issues)
})

test.each(['parties', 'work', 'living', 'pay', 'safety', 'insurance', 'assessment', 'breach', 'other'])('with the section "%s" alone empty it is not opened', async (code) => {
  const { id } = await house.draft('three_party', { sections: { [code]: '' } })
  const { body } = await house.school.contact.post(`/agreements/${id}/moves`, { action: 'open', version: 1 })
  expect([body.code, body.details.issues]).toEqual(['agreement_incomplete', [{ path: ['sections', code], code: 'empty' }]])
})

test('a placeholder that nothing stands for is named by its name', async () => {
  const { pay: _pay, ...rest } = facts
  const { id } = await house.draft('three_party', { facts: rest })
  expect((await house.school.contact.post(`/agreements/${id}/moves`, { action: 'open', version: 1 })).body.details.issues).toEqual([{ path: ['facts', 'pay'], code: 'missing' }])
})

const openItems = async (id: string) => (await world.db.selectFrom('inboxItem').select('kind').where('subjectId', '=', id).where('closedAt', 'is', null).orderBy('kind').execute()).map(({ kind }) => kind)

test('a cooperation is drafted by hand, by a house that is one of its parties; below three years rule 1.17 is said', async () => {
  const { school, firm } = house
  const parties = house.parties.cooperation()
  const draft = (change: Record<string, unknown> = {}) => school.contact.post('/agreements', { kind: 'cooperation', facts, parties, startsOn: '2027-01-01', endsOn: '2028-12-31', ...change })
  expect((await draft({ parties: parties.slice(1) })).body).toMatchObject({ code: 'invalid_input', details: { issues: [{ path: ['parties'], code: 'own_house_missing' }] } })
  expect((await (await world.person('school_contact')).post('/agreements', { kind: 'cooperation', facts, parties })).status).toBe(422)
  const { id } = must(await draft()).body
  expect(await house.view(id)).toMatchObject({ warnings: [{ rule: '1.17' }], keeperName: school.name, can: { open: true, edit: true } })
  expect((await firm.contact.get('/agreements')).body.rows.some((row: { id: string }) => row.id === id)).toBe(false)

  expect((await school.contact.post(`/agreements/${id}/moves`, { action: 'open', version: 1 })).body).toMatchObject({ code: 'reason_needed', details: { rule: '1.17' } })

  must(await school.contact.patch(`/agreements/${id}`, { endsOn: '2029-12-31', sections: { purpose: '智能制造方向的合作。' }, version: 1 }))
  expect((await school.contact.patch(`/agreements/${id}`, { endsOn: '2030-12-31', version: 1 })).body.code).toBe('changed_meanwhile')
  expect(await house.view(id)).toMatchObject({ warnings: [], endsOn: '2029-12-31', version: 2 })
  must(await school.contact.post(`/agreements/${id}/moves`, { action: 'open', version: 2 }))
  expect((await school.contact.patch(`/agreements/${id}`, { title: '改名', version: 3 })).body.code).toBe('agreement_fixed')
  expect(await openItems(id)).toEqual(['agreement.sign'])

  // A shorter one is opened with its reason, which stands in the history.
  const short = must(await draft()).body
  must(await school.contact.post(`/agreements/${short.id}/moves`, { action: 'open', reason: '先试行两年。', version: 1 }))
  expect(must(await school.contact.get(`/agreements/${short.id}/history`)).body.rows.at(-1)).toMatchObject({ event: 'agreement.opened', details: { rule: '1.17', reason: '先试行两年。' } })
})

test('whoever drafts by hand names houses, the own people, and others only by what they type', async () => {
  const { school, firm, student } = house
  const draft = (by: typeof school.contact, ...more: Record<string, unknown>[]) => by.post('/agreements', { kind: 'other', sections: { content: '示例约定。' }, parties: [{ kind: 'organisation', organisationId: by.organisationId }, ...more] })
  const refused = { code: 'invalid_input', details: { issues: [{ path: ['parties', 1], code: 'unknown' }] } }
  for (const kind of ['student', 'guardian']) expect((await draft(firm.contact, { kind, studentId: student.studentId })).body).toMatchObject(refused)
  expect((await draft(firm.contact, { kind: 'person', name: '示例某人', accountId: student.accountId })).body).toMatchObject(refused)
  expect((await draft(school.contact, { kind: 'teacher', accountId: firm.contact.accountId })).body).toMatchObject(refused)
  must(await draft(school.contact, { kind: 'guardian', studentId: student.studentId }))
  must(await draft(firm.contact, { kind: 'person', name: '示例某人', phone: '13800000000' }))
})

test('an amendment stands for the old text once all have signed it; until then the old one holds', async () => {
  const { school, firm, signAs, view } = house
  const { id, number } = await house.open('cooperation', { startsOn: '2027-01-01', endsOn: '2029-12-31' })
  await house.conclude(id)
  const { version } = await view(id)
  const amended = must(await school.contact.post(`/agreements/${id}/amendments`, { version })).body
  expect((await school.contact.post(`/agreements/${id}/amendments`, { version })).body.code).toBe('amendment_exists')
  must(await school.contact.patch(`/agreements/${amended.id}`, { facts: { seats: '60' }, version: 1 }))
  must(await school.contact.post(`/agreements/${amended.id}/moves`, { action: 'open', version: 2 }))
  must(await signAs(school.contact, amended.id, 'school'))
  expect([(await view(id)).state, (await view(amended.id)).state]).toEqual(['concluded', 'signing'])
  must(await signAs(firm.contact, amended.id, 'unit'))
  expect(await view(id)).toMatchObject({ state: 'superseded', supersededBy: { id: amended.id, state: 'concluded' } })
  expect(await view(amended.id)).toMatchObject({ state: 'concluded', supersedes: { id, number } })
  expect((await view(amended.id)).text).toContain(`替代 ${number}`)
})

test('a house that signed may end it with a reason; an amendment under way goes with it', async () => {
  const { school, firm, student, view } = house
  const { id } = await house.open('cooperation', { startsOn: '2027-01-01', endsOn: '2029-12-31' })
  await house.conclude(id)
  const amended = must(await school.contact.post(`/agreements/${id}/amendments`, { version: (await view(id)).version })).body
  const { version } = await view(id)
  expect((await firm.contact.post(`/agreements/${id}/moves`, { action: 'terminate', version })).body.code).toBe('reason_needed')
  expect((await firm.contact.post(`/agreements/${id}/moves`, { action: 'terminate', reason: '搬迁', version: version - 1 })).body.code).toBe('changed_meanwhile')
  must(await firm.contact.post(`/agreements/${id}/moves`, { action: 'terminate', reason: '工厂搬迁，双方协商终止。', endedOn: '2027-06-30', version }))
  expect(await view(id)).toMatchObject({ state: 'terminated', endReason: '工厂搬迁，双方协商终止。', endedOn: '2027-06-30' })
  expect((await view(amended.id)).state).toBe('withdrawn')
  expect((await student.get(`/agreements/${id}`)).status).toBe(404)
})

test('a student ends nothing by hand, and a draft taken back asks nobody', async () => {
  const { id } = await house.open('three_party', { who: await house.newStudent() })
  const { version } = await house.view(id)
  expect((await house.firm.contact.post(`/agreements/${id}/moves`, { action: 'withdraw', version })).status).toBe(403)
  must(await house.school.contact.post(`/agreements/${id}/moves`, { action: 'withdraw', version }))
  expect([(await house.view(id)).state, await openItems(id)]).toEqual(['withdrawn', []])
})

test('a house declines with a reason as long as it has not signed', async () => {
  const { id } = await house.open('cooperation', { startsOn: '2027-01-01', endsOn: '2029-12-31' })
  must(await house.signAs(house.school.contact, id, 'school'))
  const { version } = await house.view(id)
  const decline = (by = house.firm.contact, reason = '条件谈不拢。') => by.post(`/agreements/${id}/moves`, { action: 'decline', reason, version })
  expect((await decline(house.school.contact)).status).toBe(403)
  expect((await decline(house.firm.contact, ' ')).body.code).toBe('reason_needed')
  must(await decline())
  expect([await house.view(id), await openItems(id)]).toMatchObject([{ state: 'declined', endReason: '条件谈不拢。' }, ['agreement.declined']])
})

test('about one thing a student has one agreement of a kind under way, however fast somebody clicks', async () => {
  const who = await house.newStudent()
  const subject = { kind: 'trial', id: crypto.randomUUID() }
  const made = await Promise.allSettled([house.draft('three_party', { who, subject }), house.draft('three_party', { who, subject })])
  expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(made.find((one) => one.status === 'rejected')).toMatchObject({ reason: { constraint: 'agreement_one_open' } })
})

test('rooms to the right read what is live of each subject', async () => {
  const who = await house.newStudent()
  const subject = { kind: 'trial', id: crypto.randomUUID() }
  await house.conclude((await house.draft('consent', { who, subject })).id, '2026-11-22')
  const open = await house.open('three_party', { who, subject })
  const read = await inTransaction(world.db, (tx) => agreementsOf(tx, 'trial', [subject.id, crypto.randomUUID()]))
  expect([...read.keys()]).toEqual([subject.id])
  expect(read.get(subject.id)!.map(({ kind, state, signedOn }) => [kind, state, signedOn])).toEqual([['consent', 'concluded', '2026-11-22'], ['three_party', 'signing', null]])
  expect(read.get(subject.id)![1]!.parties.map(({ role, studentId }) => [role, studentId])).toEqual([['school', null], ['unit', null], ['student', who.studentId]])
  await inTransaction(world.db, (tx) => terminateAgreement(tx, null, open.id, { reason: '学生离开' }, world.now()))
  expect((await inTransaction(world.db, (tx) => agreementsOf(tx, 'trial', [subject.id]))).get(subject.id)).toHaveLength(1)
})

test('the register is filtered, exported, and asks as much of the database for one row as for thirty', async () => {
  const { school } = house
  const who = await house.newStudent({ name: '示例独有名' })
  const { id } = await house.open('consent', { who })
  const list = async (query: string, by = school.contact) => must(await by.get(`/agreements?${query}`)).body.rows.map((row: { id: string }) => row.id)
  expect(await list('q=示例独有名')).toEqual([id])
  expect(await list('q=示例独有名&state=concluded')).toEqual([])
  expect(await list('q=示例独有名&kind=consent&state=live')).toEqual([id])
  expect(await list('mine=true', who)).toEqual([id])
  expect(await list('mine=true&q=示例独有名')).toEqual([])
  expect(await list('', await world.person('school_contact'))).toEqual([])
  expect(await list('q=示例独有名', await world.person('secretariat'))).toEqual([id])

  const { body } = await school.contact.get('/agreements/export?q=示例独有名')
  const table = await readTable(body, 'register.xlsx')
  expect('rows' in table && table.rows.length).toBe(1)
  expect(JSON.stringify(table)).toContain('知情同意书')

  for (let at = 0; at < 3; at++) await house.open('consent', { who: await house.newStudent() })
  const one = await countQueries(() => list('size=1'))
  expect(await countQueries(() => list('size=30'))).toBe(one)
})

test('what happened stands in the history, without a reason of a person’s', async () => {
  const { id } = await house.open('consent', { who: await house.newStudent() })
  await house.conclude(id)
  const { rows } = must(await house.school.contact.get(`/agreements/${id}/history`)).body
  expect(rows.map(({ event }: { event: string }) => event)).toEqual(['agreement.drafted', 'agreement.opened', 'agreement.signed', 'agreement.signed', 'agreement.concluded'])
})
