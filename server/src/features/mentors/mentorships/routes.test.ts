import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newFirm } from '../../../../test/needs-world.ts'
import { contractPaper, needForm, newMentor, newMentorNeed, newMentorSchool, newMentorship, profile, terms } from '../../../../test/mentors-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { readTable } from '../../../kernel/sheet/read-table.ts'
import { heedAgreement, watchMentors } from './clock/service.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

const itemsOf = async (person: Person, id: string): Promise<string[]> => (await person.get('/inbox?size=100')).body.rows.filter((row: { subjectId: string }) => row.subjectId === id).map(({ kind }: { kind: string }) => kind)

test('a mentor applies, the employer agrees, the school looks, everybody may object, a contract, a certificate', async () => {
  const { id, office, mentor, employer, move, view } = await newMentorship(world)
  expect([await itemsOf(employer, id), await itemsOf(office, id)]).toEqual([['mentorship.consent'], []])
  expect((await view(mentor)).can).toMatchObject({ consent: false, withdraw: true, approve: false })
  await move(employer, 'consent')
  expect([await itemsOf(employer, id), await itemsOf(office, id)]).toEqual([[], ['mentorship.review']])
  expect((await move(office, 'approve', { publicityUntil: '2026-11-27' })).body.code).toBe('publicity_too_short')
  expect((await move(office, 'approve')).body.details.issues[0]).toMatchObject({ path: ['publicityUntil'], code: 'missing' })
  expect((await move(office, 'approve', { publicityUntil: '2026-11-30' })).body.state).toBe('publicity')
  expect((await move(office, 'clear')).body.code).toBe('publicity_not_over')
  world.moveTo('2026-11-30T16:00:00Z')
  expect((await move(office, 'clear')).body.state).toBe('contracting')
  expect(await itemsOf(office, id)).toEqual(['mentorship.appoint'])

  expect((await move(office, 'appoint')).body).toEqual({ code: 'mentor_contract_missing', details: { rule: '2.14' } })
  const { version } = await view(office)
  expect((await office.put(`/mentorships/${id}/terms`, { ...terms({ endsOn: '2032-12-08' }), version })).body.details.issues[0]).toMatchObject({ path: ['endsOn'], code: 'too_far' })
  expect((await office.put(`/mentorships/${id}/terms`, { ...terms(), version })).body.version).toBe(version + 1)
  expect((await move(office, 'appoint')).body.code).toBe('mentor_contract_missing')
  expect((await office.upload(`/mentorships/${id}/contract`, contractPaper, { signedOn: '2027-01-01' })).body.code).toBe('signed_in_future')
  await office.upload(`/mentorships/${id}/contract`, contractPaper, { signedOn: '2026-12-01' })
  expect((await move(office, 'appoint')).body.state).toBe('active')
  expect(await itemsOf(office, id)).toEqual([])

  const certificate = (await mentor.get(`/mentorships/${id}/certificate`)).body
  expect(certificate).toMatchObject({ number: expect.stringMatching(/^PS-2026-\d{4}$/), state: 'valid', mentorName: mentor.name, startsOn: '2026-12-07' })
  expect((await world.nobody.get(`/public/mentor-certificates/${certificate.code}`)).body).toMatchObject({ number: certificate.number, state: 'valid' })
  expect((await world.nobody.get(`/public/mentor-certificates/${certificate.code.slice(0, -1)}${certificate.code.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404)
  expect((await employer.get(`/mentorships/${id}/certificate`)).status).toBe(403)
  await move(mentor, 'end', { reason: '调往外地工作。' })
  expect((await world.nobody.get(`/public/mentor-certificates/${certificate.code}`)).body).toMatchObject({ state: 'ended', endedOn: '2026-12-01' })
})

test('what is beyond what is generally so needs a reason each, and keeps it', async () => {
  const school = await newMentorSchool(world, { teachers: 2 })
  const mentor = await newMentor(world, { birthDate: '1955-01-01' })
  const { office, move, view } = await newMentorship(world, 'consented', { school, mentor })
  expect((await view(office)).warnings).toEqual([{ kind: 'share', reason: null, share: { mentors: 1, teachers: 2, percent: 30 } }, { kind: 'age', reason: null, share: null }])
  const approve = (reasons: Record<string, string>) => move(office, 'approve', { publicityUntil: '2026-11-30', reasons })
  expect((await approve({ share: '学校新设专业，教师正在招聘。' })).body).toEqual({ code: 'mentor_reasons_needed', details: { warnings: ['age'], count: 1 } })
  expect((await approve({ share: '学校新设专业，教师正在招聘。', age: '身体健康，仍在一线带徒。' })).status).toBe(200)
  expect((await view(office)).warnings.map(({ kind, reason }: { kind: string; reason: string }) => [kind, reason])).toEqual([['share', '学校新设专业，教师正在招聘。'], ['age', '身体健康，仍在一线带徒。']])
  expect((await view(mentor.person)).warnings).toEqual([])
})

test('two schools at most: the third is warned, and never appointed; of two who appoint at once one is refused', async () => {
  const mentor = await newMentor(world)
  await newMentorship(world, 'active', { mentor })
  world.moveTo('2026-11-23T06:00:00Z')
  const ready = async () => {
    const one = await newMentorship(world, 'contracting', { mentor })
    await one.office.put(`/mentorships/${one.id}/terms`, { ...terms(), version: await one.version() })
    await one.office.upload(`/mentorships/${one.id}/contract`, contractPaper, { signedOn: '2026-12-01' })
    world.moveTo('2026-11-23T06:00:00Z')
    return one
  }
  const second = await ready()
  const third = await newMentorship(world, 'consented', { mentor })
  expect((await third.view(third.office)).warnings.map(({ kind }: { kind: string }) => kind)).toEqual(['third_school'])
  await third.move(third.office, 'approve', { publicityUntil: '2026-11-30', reasons: { third_school: '另一校聘期将满，届时生效。' } })
  world.moveTo('2026-12-01T01:00:00Z')
  await third.move(third.office, 'clear')
  await third.office.put(`/mentorships/${third.id}/terms`, { ...terms(), version: await third.version() })
  await third.office.upload(`/mentorships/${third.id}/contract`, contractPaper, { signedOn: '2026-12-01' })
  const replies = await Promise.all([second, third].map(({ move, office }) => move(office, 'appoint')))
  expect(replies.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([200, 'mentor_two_schools'])
  const slots = await world.db.selectFrom('mentorship').innerJoin('mentorPerson', 'mentorPerson.id', 'mentorship.mentorId').select('slot').where('accountId', '=', mentor.person.accountId).where('slot', 'is not', null).orderBy('slot').execute()
  expect(slots).toEqual([{ slot: 1 }, { slot: 2 }])
})

test('the database appoints nobody without a contract, for more than five years, or to a third school', async () => {
  const { id } = await newMentorship(world, 'active')
  const set = (change: Record<string, unknown>) => world.db.updateTable('mentorship').set(change).where('id', '=', id).execute().then(() => 'kept', (error: { constraint: string }) => error.constraint)
  expect(await set({ pay: '' })).toBe('mentorship_contract')
  expect(await set({ contractFileId: null })).toBe('mentorship_contract')
  expect(await set({ endsOn: '2031-12-08' })).toBe('mentorship_term')
  expect(await set({ slot: 3 })).toMatch(/check/)
  expect(await set({ slot: null })).toMatch(/check/)
})

test('one appointment a school: a second application is refused, also when both come at once', async () => {
  const school = await newMentorSchool(world)
  const mentor = await newMentor(world)
  const needs = [await newMentorNeed(world, school), await newMentorNeed(world, school)]
  const replies = await Promise.all(needs.map(({ id }) => mentor.person.post(`/mentor-needs/${id}/applications`, { statement: '愿意把现场的办法讲给学生。' })))
  expect(replies.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([200, 'mentor_exists'])
})

test('nobody applies with half a profile, to a closed need, or past its day', async () => {
  const school = await newMentorSchool(world)
  const need = await newMentorNeed(world, school, { places: 1, validUntil: '2026-11-30' })
  const firm = await newFirm(world)
  const person = await world.person('mentor', { organisationId: firm.id })
  const apply = () => person.post(`/mentor-needs/${need.id}/applications`, { statement: '愿意把现场的办法讲给学生。' })
  expect((await apply()).body.code).toBe('mentor_profile_missing')
  expect((await person.get('/my/mentor-profile')).body).toMatchObject({ id: null, name: person.name, organisationName: firm.name, missing: ['birthDate', 'years', 'field'] })
  expect((await person.put('/my/mentor-profile', profile({ birthDate: '2027-01-01' }))).body.details.issues[0]).toMatchObject({ path: ['birthDate'], code: 'future' })
  await person.put('/my/mentor-profile', profile({ field: '' }))
  expect((await apply()).body.code).toBe('mentor_profile_missing')
  await person.put('/my/mentor-profile', profile({ version: 1 }))
  expect((await person.put('/my/mentor-profile', profile({ version: 1 }))).body.code).toBe('changed_meanwhile')
  world.moveTo('2026-12-01T01:00:00Z')
  expect((await apply()).body.code).toBe('mentor_need_closed')
  await watchMentors(world.db, world.now())
  expect((await school.office.get(`/mentor-needs/${need.id}`)).body.state).toBe('closed')
})

test('a school invites somebody who has no seat; the firm opens one, and whoever accepts the link is that mentor', async () => {
  const school = await newMentorSchool(world)
  const firm = await newFirm(world)
  const { body } = await school.office.post('/mentorships', { title: '示例：客座导师', duties: '每学期两次讲座。', statement: '诚邀。', person: { name: '示例总工', organisationId: firm.id, phone: '13811112222' } })
  const id = body.id as string
  expect(await itemsOf(firm.contact, id)).toEqual(['mentorship.admit'])
  const seen = (await firm.contact.get(`/mentorships/${id}`)).body
  expect(seen).toMatchObject({ can: { admit: true, consent: false }, pay: null, person: { name: '示例总工', phone: null, signsIn: false } })
  expect((await school.office.post(`/mentor-people/${seen.mentorId}/seat`)).status).toBe(403)
  const { link } = (await firm.contact.post(`/mentor-people/${seen.mentorId}/seat`)).body
  expect(await itemsOf(firm.contact, id)).toEqual([])
  const token = (link as string).split('/').at(-1)!
  expect((await world.nobody.post('/invitation/account', { token, name: '示例总工', login: 'zonggong', password: 'Xiaoshu-9-Rice' })).status).toBe(200)
  const account = await world.db.selectFrom('account').select('id').where('login', '=', 'zonggong').executeTakeFirstOrThrow()
  const session = await world.person('mentor', { organisationId: firm.id })
  await world.db.updateTable('session').set({ accountId: account.id, roleGrantId: (await world.db.selectFrom('roleGrant').select('id').where('accountId', '=', account.id).executeTakeFirstOrThrow()).id }).where('accountId', '=', session.accountId).execute()
  expect((await session.get('/mentorships')).body.rows).toMatchObject([{ id, state: 'invited' }])
  const take = () => session.post(`/mentorships/${id}/moves`, { action: 'join', version: 1 })
  expect((await take()).body.code).toBe('mentor_profile_missing')
  await session.put('/my/mentor-profile', profile({ phone: '13811112222', version: (await session.get('/my/mentor-profile')).body.version }))
  expect((await take()).body.state).toBe('applied')
  expect(await itemsOf(firm.contact, id)).toEqual(['mentorship.consent'])
})

test('on paper: the school records for mentor and employer, only with the paper in its hands', async () => {
  const { id, office, move } = await newMentorship(world)
  expect((await move(office, 'consent', { paper: true })).body.code).toBe('paper_needed')
  await office.upload(`/mentorships/${id}/papers`, contractPaper)
  expect((await move(office, 'consent')).body.code).toBe('paper_needed')
  expect((await move(office, 'consent', { paper: true })).body.state).toBe('consented')
  const [file] = (await office.get(`/mentorships/${id}`)).body.papers
  expect([(await office.get(`/files/${file.id}`)).status, (await (await world.person('school_contact')).get(`/files/${file.id}`)).status]).toEqual([200, 404])
})

test('publicity is public, without telephone or birth; an objection is answered before anything goes on', async () => {
  const { id, office, move, view } = await newMentorship(world, 'publicity')
  const notice = (await world.nobody.get(`/public/mentor-notices/${id}`)).body
  expect(notice).toMatchObject({ from: '2026-11-23', until: '2026-11-30', open: true })
  expect(JSON.stringify(notice)).not.toMatch(/1980|138/)
  expect((await world.nobody.get('/public/mentor-notices')).body.rows.map((row: { id: string }) => row.id)).toContain(id)
  const body = { name: '示例群众', contact: '13800000000', body: '该同志的从业年限与公示不符，请核实。' }
  expect((await world.nobody.post(`/public/mentor-notices/${id}/objections`, { ...body, body: '短' })).status).toBe(422)
  expect((await world.nobody.post(`/public/mentor-notices/${id}/objections`, body)).status).toBe(200)
  expect(await itemsOf(office, id)).toContain('mentorship.object')
  world.moveTo('2026-12-01T01:00:00Z')
  expect((await world.nobody.post(`/public/mentor-notices/${id}/objections`, body)).body.code).toBe('deadline_passed')
  expect((await move(office, 'clear')).body.code).toBe('objections_open')
  const [objection] = (await view(office)).objections
  expect((await (await world.person('school_contact')).post(`/mentor-objections/${objection.id}/answer`, { answer: '已核实无误。' })).status).toBe(404)
  expect((await office.post(`/mentor-objections/${objection.id}/answer`, { answer: '已核实，社保记录与公示一致。' })).status).toBe(200)
  expect((await move(office, 'clear')).body.state).toBe('contracting')
  expect((await world.nobody.get(`/public/mentor-notices/${id}`)).status).toBe(404)
})

test('the contract is drafted from the terms, and holds once both have signed', async () => {
  const { id, office, mentor, move, view } = await newMentorship(world, 'contracting')
  const draft = () => office.post(`/mentorships/${id}/agreement`)
  await world.db.updateTable('mentorship').set({ duties: '' }).where('id', '=', id).execute()
  expect((await draft()).body.details.issues.map(({ path }: { path: string[] }) => path[0])).toContain('duties')
  await office.put(`/mentorships/${id}/terms`, { ...terms(), version: (await view(office)).version })
  const { id: agreementId } = (await draft()).body
  expect((await draft()).body.code).toBe('agreement_exists')
  expect((await office.put(`/mentorships/${id}/terms`, { ...terms(), version: (await view(office)).version })).body.code).toBe('agreement_fixed')
  const agreement = (await office.get(`/agreements/${agreementId}`)).body
  expect([agreement.kind, agreement.faults, agreement.parties.map(({ role, name }: { role: string; name: string }) => [role, name])]).toEqual(['mentor', [], [['school', expect.any(String)], ['mentor', mentor.name]]])
  expect((await move(office, 'appoint')).body.code).toBe('mentor_contract_missing')
  const textHash = createHash('sha256').update('示例').digest()
  await world.db.updateTable('agreement').set({ state: 'signing', text: '示例', textHash }).where('id', '=', agreementId).execute()
  for (const { id: partyId } of agreement.parties) await world.db.insertInto('agreementSignature').values({ partyId, agreementId, name: '示例', method: 'code', textHash, signedOn: '2026-12-01', signedAt: world.now() }).execute()
  await world.db.updateTable('agreement').set({ state: 'concluded', concludedAt: world.now(), signedOn: '2026-12-01' }).where('id', '=', agreementId).execute()
  await heedAgreement(world.db, agreementId, world.now())
  expect(await itemsOf(office, id)).toEqual(['mentorship.appoint_signed'])
  expect((await move(office, 'appoint')).body.state).toBe('active')
  expect((await view(mentor)).contract).toMatchObject({ agreementId, agreementState: 'concluded', signedOn: '2026-12-01' })
})

test('a year is reviewed by what was confirmed in it; renewing makes a new contract, and the old term ends when the new one begins', async () => {
  const { id, office, mentor, move, view } = await newMentorship(world, 'active')
  world.moveTo('2027-11-06T18:00:00Z')
  await watchMentors(world.db, world.now())
  expect(await itemsOf(office, id)).toEqual(['mentorship.year'])
  const { version } = await view(office)
  const review = (more: Record<string, unknown>) => office.post(`/mentorships/${id}/reviews`, { year: 1, verdict: 'good', words: '课讲得好，学生欢迎。', version, ...more })
  expect((await review({ year: 3 })).body.code).toBe('too_early')
  expect((await mentor.post(`/mentorships/${id}/reviews`, { year: 1, verdict: 'good', words: '我很好', version })).status).toBe(403)
  const { renewalId } = (await review({ next: 'renew' })).body
  expect(await itemsOf(office, id)).toEqual([])
  expect((await review({})).body.code).toBe('mentor_review_done')
  expect((await view(office)).reviews).toMatchObject([{ year: 1, hours: 0, tasks: 0, verdict: 'good' }])
  expect((await office.post(`/mentorships/${id}/renewal`)).body.code).toBe('mentor_exists')
  const renewal = (await office.get(`/mentorships/${renewalId}`)).body
  expect(renewal).toMatchObject({ state: 'contracting', came: 'renewed', renewsId: id })
  await office.put(`/mentorships/${renewalId}/terms`, { ...terms({ startsOn: '2027-12-07', endsOn: '2029-12-06' }), version: renewal.version })
  await office.upload(`/mentorships/${renewalId}/contract`, contractPaper, { signedOn: '2027-11-06' })
  const { version: ready } = (await office.get(`/mentorships/${renewalId}`)).body
  expect((await office.post(`/mentorships/${renewalId}/moves`, { action: 'appoint', version: ready })).body.state).toBe('active')
  expect((await view(office)).state).toBe('ended')
  expect((await move(office, 'end', { reason: '重复' })).body.code).toBe('wrong_state')
})

test('the night ends a term, says who has only a certificate, and that an employer does not answer', async () => {
  const waiting = await newMentorship(world)
  const { id, office, view } = await newMentorship(world, 'active', { change: { endsOn: '2027-12-09' } })
  world.moveTo('2026-12-20T18:00:00Z')
  await watchMentors(world.db, world.now())
  expect(await itemsOf(waiting.office, waiting.id)).toEqual(['mentorship.late'])
  world.moveTo('2027-12-07T18:00:00Z')
  await watchMentors(world.db, world.now())
  expect((await itemsOf(office, id)).toSorted()).toEqual(['mentorship.idle', 'mentorship.year'])
  const list = (await office.get('/mentorships?state=idle')).body
  expect([list.rows, list.counts]).toMatchObject([[{ id, idle: true }], { active: 1, working: 0, idle: 1 }])
  world.moveTo('2027-12-09T18:00:00Z')
  await watchMentors(world.db, world.now())
  expect([(await view(office)).state, (await view(office)).endedOn]).toEqual(['ended', '2027-12-09'])
})

test('only school, mentor and employer find an appointment, and each does only its own part', async () => {
  const { id, office, mentor, employer, move } = await newMentorship(world)
  for (const person of [await world.person('school_contact'), await world.person('enterprise_contact'), await world.person('mentor'), await world.person('secretariat'), await world.person('official'), await world.person('teacher')]) {
    expect((await person.get(`/mentorships/${id}`)).status).toBe(404)
    expect((await person.get('/mentorships')).body.total).toBe(0)
  }
  expect((await move(mentor, 'consent')).status).toBe(403)
  expect((await move(employer, 'approve')).status).toBe(403)
  expect((await move(mentor, 'appoint')).status).toBe(403)
  expect((await move(employer, 'deny')).body.code).toBe('reason_needed')
  expect((await move(employer, 'deny', { reason: '生产任务紧，暂不同意兼职。' })).body.state).toBe('declined')
  expect((await move(office, 'approve')).body.code).toBe('wrong_state')
  expect((await employer.get(`/mentorships/${id}/history`)).body.rows.every(({ details }: { details: object }) => Object.keys(details).length === 0)).toBe(true)
})

test('the list asks the database as often for 30 appointments as for one, and goes out as a workbook', async () => {
  const { office, school } = await newMentorship(world, 'active')
  const count = () => countQueries(() => office.get('/mentorships?size=50'))
  const one = await count()
  const firm = await newFirm(world)
  const row = await world.db.selectFrom('mentorship').selectAll().where('schoolId', '=', school.id).executeTakeFirstOrThrow()
  for (let at = 0; at < 29; at++) {
    const person = await world.db.insertInto('mentorPerson').values({ organisationId: firm.id, name: `示例${at}`, createdAt: world.now(), updatedAt: world.now() }).returning('id').executeTakeFirstOrThrow()
    await world.db.insertInto('mentorship').values({ number: `DS-T-${at}`, allianceId: row.allianceId, schoolId: school.id, mentorId: person.id, employerId: firm.id, came: 'applied', title: '示例', state: 'applied', dueAt: world.now(), createdAt: world.now(), updatedAt: world.now() }).execute()
  }
  expect(await count()).toBe(one)
  const file = await office.get('/mentorships/export?state=active')
  expect(await readTable(file.body, 'a.xlsx', { known: ['编号', '导师', '所在单位'] })).toMatchObject({ rows: [{ number: 2 }] })
})

test('a need is written, published, and closed; what is missing is said at once', async () => {
  const school = await newMentorSchool(world)
  const { id } = (await school.office.post('/mentor-needs', { title: '示例：只有题目' })).body
  const move = (action: string, version: number) => school.office.post(`/mentor-needs/${id}/moves`, { action, version })
  expect((await move('publish', 1)).body.details.gaps.map(({ field }: { field: string }) => field)).toEqual(['field', 'duties', 'hoursPerYear', 'pay', 'validUntil'])
  const mentor = await newMentor(world)
  expect((await mentor.person.get(`/mentor-needs/${id}`)).status).toBe(404)
  await school.office.patch(`/mentor-needs/${id}`, { ...needForm(), version: 1 })
  expect((await move('publish', 2)).body.state).toBe('open')
  expect((await mentor.person.get(`/mentor-needs/${id}`)).body).toMatchObject({ can: { apply: true, edit: false } })
  expect((await (await world.person('school_contact')).post(`/mentor-needs/${id}/moves`, { action: 'close', version: 3 })).status).toBe(403)
  expect((await move('close', 3)).body.state).toBe('closed')
})
