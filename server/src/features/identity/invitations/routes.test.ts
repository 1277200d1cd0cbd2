import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeAt, newAccount, password, signIn, tokenOf, visitor } from '../../../../test/identity-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let officer: Person
beforeAll(async () => {
  world = await newWorld()
  officer = await world.person('secretariat', { name: '陈敏' })
})
afterAll(() => world.close())

const tokenIn = (link: string) => link.split('/').at(-1)!
const look = (token: string) => world.nobody.post('/invitation', { token })
let counter = 0
const newcomer = (token: string, more: Record<string, unknown> = {}) => ({ token, name: '示例新人', login: `new${++counter}`, password, ...more })
const accept = (token: string, more: Record<string, unknown> = {}) => world.nobody.post('/invitation/account', newcomer(token, more))

async function invitationTo(role: string, organisationId: string | null, by: Pick<Person, 'post'> = officer, email: string | null = null) {
  const reply = await by.post('/invitations', { role, organisationId, name: '林嘉', email })
  expect(reply.status).toBe(200)
  return { id: reply.body.id as string, token: tokenIn(reply.body.link), reply }
}

async function memberOf(allianceId: string, kind = 'enterprise') {
  const organisation = await world.organisation(kind)
  await world.db.insertInto('membership').values({ allianceId, organisationId: organisation.id, state: 'submitted' }).execute()
  return organisation
}

test('the secretariat invites a firm’s contact, who opens the link, chooses a password and has to set up a second factor', async () => {
  const firm = await memberOf(world.alliance.id)
  const { token, reply } = await invitationTo('enterprise_contact', firm.id, officer, 'lin@example.test')
  expect(reply.body).toEqual({ id: expect.any(String), link: `http://silian.test/app/invite/${token}`, expiresAt: '2026-11-30T06:00:00.000Z', mailed: true })

  expect((await look(token)).body).toEqual({
    kind: 'seat',
    name: '林嘉',
    role: 'enterprise_contact',
    organisationName: firm.name,
    allianceName: null,
    invitedByName: '陈敏',
    expiresAt: '2026-11-30T06:00:00.000Z',
    login: null,
  })
  const accepted = await accept(token)
  expect(accepted).toMatchObject({ status: 200, body: { secondFactor: 'missing' } })
  const half = visitor(world, tokenOf(accepted)!)
  expect((await half.get('/session')).body).toMatchObject({ account: { name: '示例新人' }, seat: { role: 'enterprise_contact', organisationId: firm.id } })
  const { body } = await half.post('/account/second-factor')
  const done = await half.post('/account/second-factor/confirmation', { code: codeAt(world.now(), body.secret.replaceAll('-', '')) })
  expect((await visitor(world, tokenOf(done)!).get('/account')).body.email).toBe('lin@example.test')

  const mail = await world.db.selectFrom('outboxMessage').selectAll().where('recipient', '=', 'lin@example.test').executeTakeFirstOrThrow()
  expect(mail.subject).toBe(`陈敏邀请你加入${firm.name}`)
  expect(mail.body).toContain(`http://silian.test/app/invite/${token}`)
})

test('the token is stored as a hash only', async () => {
  const { id, token } = await invitationTo('enterprise_contact', (await world.organisation('enterprise')).id)
  const row = await world.db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(token)
  expect(row.tokenHash).toHaveLength(32)
})

test('the role comes from the invitation: fields that ask for another are not heard', async () => {
  const firm = await world.organisation('enterprise')
  const { token } = await invitationTo('enterprise_contact', firm.id)
  const more = { role: 'secretariat', allianceId: world.alliance.id, organisationId: null, demo: true, totpConfirmedAt: '2026-01-01' }
  const { body } = await visitor(world, tokenOf(await accept(token, more))!).get('/session')
  expect(body.seats.map(({ role }: { role: string }) => role)).toEqual(['enterprise_contact'])
  expect(body.account.demo).toBe(false)
})

test('a link works once', async () => {
  const { token } = await invitationTo('enterprise_contact', (await world.organisation('enterprise')).id)
  expect((await accept(token)).status).toBe(200)
  expect(await accept(token)).toMatchObject({ status: 409, body: { code: 'link_used' } })
  expect((await look(token)).body.code).toBe('link_used')
})

test('of two who open one link at once, one comes in', async () => {
  const firm = await world.organisation('enterprise')
  const { token } = await invitationTo('enterprise_contact', firm.id)
  const replies = await Promise.all(Array.from({ length: 6 }, () => accept(token)))
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(replies.filter(({ body }) => body.code === 'link_used')).toHaveLength(5)
  const seats = await world.db.selectFrom('roleGrant').select('id').where('organisationId', '=', firm.id).execute()
  expect(seats).toHaveLength(1)
})

test('a refused password leaves the link good', async () => {
  const { token } = await invitationTo('enterprise_contact', (await world.organisation('enterprise')).id)
  expect((await accept(token, { password: 'short' })).body.code).toBe('password_short')
  expect((await accept(token)).status).toBe(200)
})

test('a login that somebody has is refused, by the constraint too', async () => {
  const firm = await world.organisation('enterprise')
  const tokens = await Promise.all(Array.from({ length: 4 }, async () => (await invitationTo('enterprise_contact', firm.id)).token))
  const replies = await Promise.all(tokens.map((token) => accept(token, { login: 'wanted-by-all' })))
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  expect(replies.filter(({ body }) => body.code === 'login_taken')).toHaveLength(3)
  expect((await accept(tokens[0]!, { login: 'No Spaces!' })).status).toBe(422)
})

test('a link expires after seven days, and can be renewed: then the old one is void', async () => {
  const { id, token } = await invitationTo('enterprise_contact', (await world.organisation('enterprise')).id)
  world.moveTo({ hours: 7 * 24 })
  expect((await look(token)).body.code).toBe('link_expired')
  expect((await accept(token)).body.code).toBe('link_expired')
  expect((await officer.get('/invitations')).body.rows.find((row: { id: string }) => row.id === id)).toMatchObject({ expired: true })

  const renewed = await officer.post(`/invitations/${id}/renewal`)
  expect((await look(token)).body.code).toBe('link_unknown')
  expect((await accept(tokenIn(renewed.body.link))).status).toBe(200)
})

test('a withdrawn link says so, and cannot be withdrawn or renewed again', async () => {
  const { id, token } = await invitationTo('enterprise_contact', (await world.organisation('enterprise')).id)
  expect((await officer.delete(`/invitations/${id}`)).status).toBe(200)
  expect((await accept(token)).body.code).toBe('link_withdrawn')
  expect((await officer.delete(`/invitations/${id}`)).status).toBe(404)
  expect((await officer.post(`/invitations/${id}/renewal`)).status).toBe(404)
})

test('who is signed in adds the seat to the account and acts in it at once', async () => {
  const contact = await signIn(world, (await newAccount(world, 'enterprise_contact')).login)
  const park = await world.organisation('park')
  const { token } = await invitationTo('park_contact', park.id)
  expect((await world.nobody.post('/invitation/seat', { token })).status).toBe(401)

  const { status, body } = await contact.post('/invitation/seat', { token })
  expect(status).toBe(200)
  const session = (await contact.get('/session')).body
  expect(session.seat).toMatchObject({ id: body.seatId, role: 'park_contact', organisationId: park.id })
  expect(session.seats).toHaveLength(2)
})

test('a student who becomes staff has to set up a second factor before acting again', async () => {
  const { login } = await newAccount(world, 'student', { totp: false, studentId: await aStudentId() })
  const student = await signIn(world, login)
  const { token } = await invitationTo('teacher', (await world.organisation('school')).id)
  expect((await student.post('/invitation/seat', { token })).status).toBe(200)
  expect((await student.get('/account')).body.code).toBe('second_factor_needed')
  expect((await student.get('/session')).body.secondFactor).toBe('missing')
})

test('an address that another account has is not taken over by an invitation', async () => {
  await newAccount(world, 'enterprise_contact', { email: 'owner@example.test' })
  const { token } = await invitationTo('enterprise_contact', (await world.organisation('enterprise')).id, officer, 'owner@example.test')
  expect((await accept(token)).status).toBe(200)
  expect(await world.db.selectFrom('account').select('id').where('email', '=', 'owner@example.test').execute()).toHaveLength(1)
})

test('a contact invites colleagues of the same organisation and role, a school its teachers, and nobody else anybody', async () => {
  const school = await world.person('school_contact')
  const firm = await world.person('enterprise_contact')
  const teacher = await world.person('teacher', { organisationId: school.organisationId })
  const offer = async (by: Person, role: string, organisationId: string | null) => (await by.post('/invitations', { role, organisationId, name: '林嘉' })).status

  expect(await offer(school, 'school_contact', school.organisationId)).toBe(200)
  expect(await offer(school, 'teacher', null)).toBe(200)
  expect(await offer(school, 'official', school.organisationId)).toBe(403)
  expect(await offer(school, 'enterprise_contact', firm.organisationId)).toBe(404)
  expect(await offer(school, 'secretariat', null)).toBe(404)
  expect(await offer(firm, 'enterprise_contact', firm.organisationId)).toBe(200)
  expect(await offer(firm, 'teacher', firm.organisationId)).toBe(403)
  expect(await offer(teacher, 'teacher', school.organisationId)).toBe(403)
  expect((await teacher.get('/invitations')).status).toBe(403)
  expect(await offer(officer, 'student', school.organisationId), 'students come by code').toBe(422)
})

test('a seat must fit the kind of organisation', async () => {
  const firm = await world.organisation('enterprise')
  expect((await officer.post('/invitations', { role: 'school_contact', organisationId: firm.id, name: '林嘉' })).body.code).toBe('role_does_not_fit')
})

test('one alliance’s office reaches no organisation of another alliance, and no seat of its office', async () => {
  const other = await world.db.insertInto('alliance').values({ code: 'SH', kind: 'specialty', name: '示例专业联盟', nameEn: 'Other' }).returning('id').executeTakeFirstOrThrow()
  const theirs = await memberOf(other.id)
  const stranger = await world.person('secretariat', { allianceId: other.id })
  const shared = await memberOf(world.alliance.id)
  const { id } = await invitationTo('enterprise_contact', shared.id)
  const { id: own } = await invitationTo('secretariat', null)

  expect((await officer.post('/invitations', { role: 'enterprise_contact', organisationId: theirs.id, name: '林嘉' })).status).toBe(404)
  const seen = (await stranger.get('/invitations?size=100')).body.rows.map((row: { id: string }) => row.id)
  expect(seen).not.toContain(id)
  expect(seen).not.toContain(own)
  expect((await stranger.delete(`/invitations/${own}`)).status).toBe(404)
  expect((await officer.get('/invitations?size=100')).body.rows.map((row: { id: string }) => row.id)).toEqual(expect.arrayContaining([id, own]))
})

test('a contact sees the open links of the own organisation only', async () => {
  const school = await world.person('school_contact')
  const rival = await world.person('school_contact')
  const { id } = await invitationTo('teacher', school.organisationId, school)
  expect((await school.get('/invitations')).body).toMatchObject({ total: 1, rows: [{ id, role: 'teacher', kind: 'seat' }] })
  expect((await rival.get('/invitations')).body.total).toBe(0)
  expect((await rival.post(`/invitations/${id}/renewal`)).status).toBe(404)
})

test('the list of invitations asks the database as often for 30 rows as for one', async () => {
  const school = await world.person('school_contact')
  const read = () => countQueries(() => school.get('/invitations?size=100'))
  await invitationTo('teacher', school.organisationId, school)
  const one = await read()
  for (let number = 0; number < 29; number++) await invitationTo('teacher', school.organisationId, school)
  expect(await read()).toBe(one)
})

test('organisations to invite for are found by name; a contact finds the own one', async () => {
  const firm = await memberOf(world.alliance.id)
  const contact = await world.person('enterprise_contact')
  expect((await officer.get(`/invitation-places?q=${encodeURIComponent(firm.name)}`)).body.rows).toContainEqual({ id: firm.id, name: firm.name, kind: 'enterprise' })
  expect((await contact.get('/invitation-places')).body.rows.map((row: { id: string }) => row.id)).toEqual([contact.organisationId])
  expect((await officer.get('/invitation-places?q=%25')).body.rows).toEqual([])
})

async function aStudentId() {
  const school = await world.organisation('school')
  const programme = await world.db.insertInto('programme').values({ schoolId: school.id, majorCode: '710204', name: '计算机应用', level: 'secondary', lengthYears: 3 }).returning('id').executeTakeFirstOrThrow()
  const cohort = await world.db.insertInto('cohort').values({ programmeId: programme.id, name: '1班', entryYear: 2024, leaveYear: 2027 }).returning('id').executeTakeFirstOrThrow()
  return (await world.db.insertInto('student').values({ schoolId: school.id, cohortId: cohort.id, studentNumber: '20240101', name: '示例学生', birthDate: '2009-03-01' }).returning('id').executeTakeFirstOrThrow()).id
}
