import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeAt, newAccount, password, signIn, tokenOf, visitor } from '../../../test/identity-world.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { tidyIdentity } from './upkeep/service.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

const knock = (login: string, given: string) => world.nobody.post('/session', { login, password: given })

test('a person reads who they are and the seat they act in', async () => {
  const officer = await world.person('secretariat', { name: '陈敏' })

  const { status, body } = await officer.get('/session')

  expect(status).toBe(200)
  expect(body.account.name).toBe('陈敏')
  expect(body.seat).toMatchObject({ role: 'secretariat', allianceName: world.alliance.name, organisationName: null })
  expect(body).not.toHaveProperty('account.passwordHash')
})

test('a contact signs in with password and code, and the cookie is out of reach of scripts and other sites', async () => {
  const { login } = await newAccount(world, 'enterprise_contact')

  const first = await knock(login, password)
  expect(first).toMatchObject({ status: 200, body: { secondFactor: 'needed' } })
  expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax$/)

  const half = visitor(world, tokenOf(first)!)
  expect((await half.get('/session')).body.secondFactor).toBe('needed')
  expect(await half.get('/account')).toMatchObject({ status: 401, body: { code: 'second_factor_needed' } })
  expect(await half.post('/session/seat', { seatId: world.alliance.id })).toMatchObject({ status: 401, body: { code: 'second_factor_needed' } })

  const second = await half.post('/session/second-factor', { code: codeAt(world.now()) })
  expect(second.status).toBe(200)
  expect((await half.get('/session')).status, 'the half-way token is void').toBe(401)
  expect((await visitor(world, tokenOf(second)!).get('/session')).body).toMatchObject({ secondFactor: 'done', account: { login } })
})

test('open pages ask who is there, and nobody is an answer', async () => {
  expect(await world.nobody.get('/visitor')).toMatchObject({ status: 200, body: { session: null } })
  const { login } = await newAccount(world, 'enterprise_contact')
  const half = visitor(world, tokenOf(await knock(login, password))!)
  expect((await half.get('/visitor')).body.session).toMatchObject({ secondFactor: 'needed', account: { login } })
})

test('e-mail address and mobile number open the same door as the login', async () => {
  const { accountId } = await newAccount(world, 'enterprise_contact', { email: 'lin@example.test', phone: '+8613800000001' })
  for (const login of ['LIN@example.test', '138 0000 0001', '+86-13800000001']) {
    const half = visitor(world, tokenOf(await knock(login, password))!)
    expect((await half.get('/session')).body.account.id).toBe(accountId)
  }
})

test('a wrong password and an unknown name get the same answer', async () => {
  const { login } = await newAccount(world, 'enterprise_contact')
  const wrong = await knock(login, 'not-the-password')
  expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong_credentials', details: { triesLeft: 4 } } })
  expect((await knock('nobody-of-this-name', 'not-the-password')).body).toEqual(wrong.body)
})

test('an unknown name costs about as much work as a known one, so that the time of an answer says nothing', async () => {
  const { login } = await newAccount(world, 'enterprise_contact')
  const work = async (name: string) => {
    const start = process.cpuUsage()
    await knock(name, 'not-the-password')
    const { user, system } = process.cpuUsage(start)
    return user + system
  }
  const least = async (name: string) => Math.min(await work(name), await work(name), await work(name), await work(name))
  expect(await least('ghost')).toBeGreaterThan((await least(login)) / 3)
})

test('the fifth wrong password shuts the account for a quarter of an hour, right password or not', async () => {
  const { login, accountId } = await newAccount(world, 'enterprise_contact')
  for (const left of [4, 3, 2, 1, 0]) expect((await knock(login, 'wrong')).body.details).toEqual({ triesLeft: left })

  expect(await knock(login, password)).toMatchObject({ status: 429, body: { code: 'tries_used_up', details: { minutes: 15 } } })
  world.moveTo({ hours: 14 / 60 })
  expect((await knock(login, password)).status).toBe(429)
  world.moveTo({ hours: 1 / 60 })
  expect((await knock(login, password)).status).toBe(200)

  const locks = await world.db.selectFrom('auditEntry').select('event').where('event', '=', 'account.locked').where('subjectId', '=', accountId).execute()
  expect(locks).toHaveLength(1)
})

test('a name that nobody has shuts too, so that a shut door says nothing', async () => {
  for (let tries = 0; tries < 5; tries++) await knock('phantom', 'wrong')
  expect(await knock('phantom', 'wrong')).toMatchObject({ status: 429, body: { code: 'tries_used_up' } })
})

test('twenty guesses at once are counted one after the other: five are looked at', async () => {
  const { login } = await newAccount(world, 'enterprise_contact')
  const replies = await Promise.all(Array.from({ length: 20 }, () => knock(login, 'wrong')))
  expect(replies.filter(({ body }) => body.code === 'wrong_credentials')).toHaveLength(5)
  expect(replies.filter(({ body }) => body.code === 'tries_used_up')).toHaveLength(15)
})

test('an address that failed a hundred times waits, whatever name it tries', async () => {
  const from = (address: string, login: string) => world.request('POST', '/session', null, { login, password: 'wrong' }, { remoteAddress: address })
  for (let round = 0; round < 5; round++) {
    await Promise.all(Array.from({ length: 20 }, (_, name) => from('198.51.100.7', `spray${round}-${name}`)))
  }
  expect((await from('198.51.100.7', 'spray-last')).body.code).toBe('tries_used_up')
  expect((await from('198.51.100.8', 'spray-last')).body.code).toBe('wrong_credentials')
})

test('staff without a second factor can only set one up', async () => {
  const { login } = await newAccount(world, 'school_contact', { totp: false })
  const first = await knock(login, password)
  expect(first.body.secondFactor).toBe('missing')
  const half = visitor(world, tokenOf(first)!)
  expect((await half.get('/account')).body.code).toBe('second_factor_needed')
  expect((await half.post('/session/second-factor', { code: '123456' })).body.code).toBe('second_factor_missing')

  const start = await half.post('/account/second-factor')
  expect(start.body.qr).toMatch(/^data:image\/png;base64,/)
  const own = start.body.secret.replaceAll('-', '')
  expect(start.body.url).toContain(own)
  expect((await half.post('/account/second-factor/confirmation', { code: '000000' })).body).toMatchObject({ code: 'wrong_code', details: { triesLeft: 4 } })

  const confirmed = await half.post('/account/second-factor/confirmation', { code: codeAt(world.now(), own) })
  expect(new Set(confirmed.body.recoveryCodes).size).toBe(10)
  expect((await visitor(world, tokenOf(confirmed)!).get('/account')).body).toMatchObject({ recoveryCodesLeft: 10 })
})

test('who knows only the password cannot set up a second factor where there is one', async () => {
  const { login } = await newAccount(world, 'school_contact')
  const half = visitor(world, tokenOf(await knock(login, password))!)
  expect((await half.post('/account/second-factor', { password })).body.code).toBe('second_factor_needed')
  expect((await half.post('/account/second-factor/confirmation', { code: '123456' })).body.code).toBe('second_factor_needed')
})

test('a code works once; the next one works', async () => {
  const { login } = await newAccount(world, 'school_contact')
  await signIn(world, login)
  const half = visitor(world, tokenOf(await knock(login, password))!)
  expect(await half.post('/session/second-factor', { code: codeAt(world.now()) })).toMatchObject({ status: 409, body: { code: 'code_used' } })
  world.moveTo({ hours: 30 / 3600 })
  expect((await half.post('/session/second-factor', { code: codeAt(world.now()) })).status).toBe(200)
})

test('of ten requests with one code one gets in', async () => {
  const { login } = await newAccount(world, 'school_contact')
  const halves = []
  for (let count = 0; count < 10; count++) halves.push(visitor(world, tokenOf(await knock(login, password))!))
  const code = codeAt(world.now())
  const replies = await Promise.all(halves.map((half) => half.post('/session/second-factor', { code })))
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('codes are guessed five times, then not for a quarter of an hour', async () => {
  const { login } = await newAccount(world, 'school_contact')
  const half = visitor(world, tokenOf(await knock(login, password))!)
  for (let tries = 0; tries < 5; tries++) expect((await half.post('/session/second-factor', { code: '000000' })).body.code).toBe('wrong_code')
  expect((await half.post('/session/second-factor', { code: codeAt(world.now()) })).body.code).toBe('tries_used_up')
})

test('a recovery code stands in for the phone once', async () => {
  const { login } = await newAccount(world, 'school_contact')
  const contact = await signIn(world, login)
  world.moveTo({ hours: 0.01 })
  const { body } = await contact.post('/account/recovery-codes', { code: codeAt(world.now()) })
  const typed = body.recoveryCodes[3].toLowerCase().replace('-', ' ')

  const half = visitor(world, tokenOf(await knock(login, password))!)
  expect((await half.post('/session/second-factor', { code: typed })).status).toBe(200)
  const again = visitor(world, tokenOf(await knock(login, password))!)
  expect((await again.post('/session/second-factor', { code: typed })).body.code).toBe('wrong_code')
  expect((await contact.get('/account')).body.recoveryCodesLeft).toBe(9)
})

test('a student needs a password only', async () => {
  const { body } = await knock((await newAccount(world, 'student', { totp: false, studentId: await aStudent() })).login, password)
  expect(body).toEqual({ secondFactor: 'done' })
})

test('a session ends when nobody uses it for half an hour, and lives on while somebody does', async () => {
  const { login } = await newAccount(world, 'school_contact')
  const contact = await signIn(world, login)
  for (let visit = 0; visit < 3; visit++) {
    world.moveTo({ hours: 29 / 60 })
    expect((await contact.get('/session')).status).toBe(200)
  }
  world.moveTo({ hours: 30 / 60 })
  expect(await contact.get('/session')).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
})

test('a session ends after twelve hours, used or not', async () => {
  const { login } = await newAccount(world, 'school_contact')
  const contact = await signIn(world, login)
  for (let half = 0; half < 47; half++) {
    world.moveTo({ hours: 0.25 })
    expect((await contact.get('/session')).status).toBe(200)
  }
  world.moveTo({ hours: 0.25 })
  expect((await contact.get('/session')).status).toBe(401)
})

test('a session that was ended elsewhere is over, and so is one that signed out', async () => {
  const { login } = await newAccount(world, 'school_contact')
  const desk = await signIn(world, login)
  world.moveTo({ hours: 0.01 })
  const phone = await signIn(world, login)
  const { rows } = (await desk.get('/account/sessions')).body
  expect(rows.map(({ current }: { current: boolean }) => current).sort()).toEqual([false, true])

  const other = rows.find(({ current }: { current: boolean }) => !current).id
  expect((await desk.delete(`/account/sessions/${other}`)).status).toBe(200)
  expect((await phone.get('/session')).status).toBe(401)
  expect((await desk.delete('/session')).status).toBe(200)
  expect((await desk.get('/session')).status).toBe(401)
})

test('nobody ends a stranger’s session', async () => {
  const contact = await signIn(world, (await newAccount(world, 'school_contact')).login)
  const stranger = await signIn(world, (await newAccount(world, 'school_contact')).login)
  const [{ id }] = (await stranger.get('/account/sessions')).body.rows
  expect((await contact.delete(`/account/sessions/${id}`)).status).toBe(404)
  expect((await stranger.get('/session')).status).toBe(200)
})

test('a new password needs the old one, keeps the rules and ends all other sessions', async () => {
  const { login } = await newAccount(world, 'school_contact')
  const desk = await signIn(world, login)
  world.moveTo({ hours: 0.01 })
  const phone = await signIn(world, login)
  const change = (current: string, next: string) => desk.put('/account/password', { current, next })

  expect((await change('wrong', 'Another-9-good-word')).body).toEqual({ code: 'wrong_password', details: { triesLeft: 4 } })
  expect((await change(password, password)).body.code).toBe('password_same')
  expect((await change(password, 'short1A')).body.code).toBe('password_short')
  expect((await change(password, 'lowercase12')).body.code).toBe('password_simple')
  expect((await change(password, 'Password1234')).body.code).toBe('password_common')
  expect((await change(password, `X-${login}-77`)).body.code).toBe('password_personal')
  expect(await change(password, 'Another-9-good-word')).toMatchObject({ status: 200, body: { sessionsEnded: 1 } })
  expect((await phone.get('/session')).status).toBe(401)
  expect((await desk.get('/session')).status).toBe(200)
  expect((await knock(login, password)).body.code).toBe('wrong_credentials')
  expect((await knock(login, 'Another-9-good-word')).status).toBe(200)
})

test('a person with two seats acts in one at a time, and never in a stranger’s', async () => {
  const { login, accountId, organisationId } = await newAccount(world, 'enterprise_contact')
  const park = await world.organisation('park')
  const second = await world.db.insertInto('roleGrant').values({ accountId, role: 'park_contact', organisationId: park.id, grantedAt: world.now() }).returning('id').executeTakeFirstOrThrow()
  const stranger = await newAccount(world, 'enterprise_contact')
  const contact = await signIn(world, login)

  expect((await contact.get('/session')).body.seat).toMatchObject({ role: 'enterprise_contact', organisationId })
  expect((await contact.post('/session/seat', { seatId: second.id })).status).toBe(200)
  expect((await contact.get('/session')).body.seat).toMatchObject({ role: 'park_contact', organisationId: park.id })
  expect((await contact.post('/session/seat', { seatId: stranger.seatId })).status).toBe(404)

  await world.db.updateTable('roleGrant').set({ revokedAt: world.now() }).where('id', '=', second.id).execute()
  expect((await contact.get('/session')).body.seat, 'a seat that was taken away falls back to the other').toMatchObject({ role: 'enterprise_contact' })
  await world.db.updateTable('roleGrant').set({ revokedAt: world.now() }).where('accountId', '=', accountId).execute()
  expect((await contact.get('/session')).status).toBe(401)
  expect((await knock(login, password)).body.code).toBe('no_seat')
})

test('language, large text and daily mail are remembered; an address of somebody else is refused', async () => {
  await newAccount(world, 'school_contact', { email: 'taken@example.test' })
  const contact = await signIn(world, (await newAccount(world, 'school_contact')).login)
  expect((await contact.patch('/account', { locale: 'en', largeText: true, digest: false, email: 'Me@Example.Test' })).body).toMatchObject({
    locale: 'en',
    largeText: true,
    digest: false,
    email: 'me@example.test',
  })
  expect((await contact.patch('/account', { email: 'taken@example.test' })).body.code).toBe('email_taken')
  expect((await contact.patch('/account', { email: 'no address' })).status).toBe(422)
})

test('a form on another site changes nothing', async () => {
  const { login } = await newAccount(world, 'school_contact')
  const contact = await signIn(world, login)
  const post = (headers: Record<string, string>) => world.request('PATCH', '/account', contact.token, { digest: false }, { headers })
  expect(await post({ 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403, body: { code: 'cross_site' } })
  expect(await post({ origin: 'https://evil.example' })).toMatchObject({ status: 403, body: { code: 'cross_site' } })
  expect((await contact.get('/account')).body.digest).toBe(true)
  expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
})

test('signing in again on the same browser ends the session before', async () => {
  const { login } = await newAccount(world, 'school_contact')
  const before = await signIn(world, login)
  await world.request('POST', '/session', before.token, { login, password })
  expect((await before.get('/session')).status).toBe(401)
})

test('yesterday’s failures and sessions that ended half a year ago are forgotten at night, and nothing else', async () => {
  const { login, accountId } = await newAccount(world, 'school_contact')
  await signIn(world, login)
  await knock(login, 'wrong')
  const count = async () => ({
    tries: (await world.db.selectFrom('attempt').select('key').execute()).length,
    sessions: (await world.db.selectFrom('session').select('id').where('accountId', '=', accountId).execute()).length,
  })
  const before = await count()
  expect(before).toEqual({ tries: expect.any(Number), sessions: 1 })
  expect(before.tries).toBeGreaterThan(0)
  await tidyIdentity(world.db, world.now())
  expect((await count()).sessions).toBe(1)
  world.moveTo({ hours: 25 })
  await tidyIdentity(world.db, world.now())
  expect(await count()).toEqual({ tries: 0, sessions: 1 })
  world.moveTo({ hours: 184 * 24 })
  await tidyIdentity(world.db, world.now())
  expect(await count()).toEqual({ tries: 0, sessions: 0 })
})

async function aStudent() {
  const school = await world.organisation('school')
  const programme = await world.db.insertInto('programme').values({ schoolId: school.id, majorCode: '710204', name: '计算机应用', level: 'secondary', lengthYears: 3 }).returning('id').executeTakeFirstOrThrow()
  const cohort = await world.db.insertInto('cohort').values({ programmeId: programme.id, name: '1班', entryYear: 2024, leaveYear: 2027 }).returning('id').executeTakeFirstOrThrow()
  const row = { schoolId: school.id, cohortId: cohort.id, studentNumber: '20240101', name: '示例学生', birthDate: '2009-03-01' }
  return (await world.db.insertInto('student').values(row).returning('id').executeTakeFirstOrThrow()).id
}
