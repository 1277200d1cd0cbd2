import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeAt, newAccount, password, signIn, tokenOf, visitor } from '../../../../test/identity-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let officer: Person
beforeAll(async () => {
  world = await newWorld()
  officer = await world.person('secretariat', { name: '陈敏' })
})
afterAll(() => world.close())

const seatOf = async (accountId: string) => (await world.db.selectFrom('roleGrant').select('id').where('accountId', '=', accountId).executeTakeFirstOrThrow()).id
const namesIn = (reply: { body: { rows: { name: string }[] } }) => reply.body.rows.map(({ name }) => name)

test('a contact sees the seats of the own organisation, the secretariat those of all; teachers and students see none', async () => {
  const school = await world.person('school_contact', { name: '甲校联络员' })
  const colleague = await world.person('teacher', { organisationId: school.organisationId, name: '甲校教师' })
  await world.person('school_contact', { name: '乙校联络员' })

  expect(namesIn(await school.get('/seats')).sort()).toEqual(['甲校教师', '甲校联络员'])
  expect(namesIn(await officer.get('/seats?size=100'))).toEqual(expect.arrayContaining(['甲校教师', '甲校联络员', '乙校联络员', '陈敏']))
  expect(namesIn(await officer.get(`/seats?q=${encodeURIComponent('乙校')}`))).toEqual(['乙校联络员'])
  expect(namesIn(await officer.get(`/seats?role=teacher&organisationId=${school.organisationId}`))).toEqual(['甲校教师'])
  expect((await colleague.get('/seats')).status).toBe(403)
})

test('a seat that is taken back is gone at once, and the person with it', async () => {
  const school = await world.person('school_contact')
  const teacher = await world.person('teacher', { organisationId: school.organisationId })
  const seatId = await seatOf(teacher.accountId)
  expect((await school.get('/seats')).body.rows.find((row: { id: string }) => row.id === seatId).can).toEqual({ revoke: true, wayBack: true })
  expect((await school.delete(`/seats/${seatId}`)).status).toBe(200)
  expect((await teacher.get('/session')).status).toBe(401)
  expect((await school.delete(`/seats/${seatId}`)).status).toBe(404)
})

test('nobody takes back the own seat, a stranger’s seat, or one that is not theirs to give', async () => {
  const school = await world.person('school_contact')
  const rival = await world.person('school_contact')
  expect((await school.delete(`/seats/${await seatOf(school.accountId)}`)).body.code).toBe('own_seat')
  expect((await school.delete(`/seats/${await seatOf(rival.accountId)}`)).status).toBe(404)
  const teacher = await world.person('teacher', { organisationId: school.organisationId })
  expect((await teacher.delete(`/seats/${await seatOf(school.accountId)}`)).status).toBe(404)
})

test('two officers who remove each other at once leave one', async () => {
  const alliance = await world.db.insertInto('alliance').values({ code: 'TWO', kind: 'specialty', name: '示例二人联盟', nameEn: 'Two' }).returning('id').executeTakeFirstOrThrow()
  const one = await world.person('secretariat', { allianceId: alliance.id })
  const two = await world.person('secretariat', { allianceId: alliance.id })
  const replies = await Promise.all([one.delete(`/seats/${await seatOf(two.accountId)}`), two.delete(`/seats/${await seatOf(one.accountId)}`)])
  expect(replies.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
  expect(await world.db.selectFrom('roleGrant').select('id').where('allianceId', '=', alliance.id).where('revokedAt', 'is', null).execute()).toHaveLength(1)
})

test('who lost password and phone gets a link to a new password, and sets up a new second factor', async () => {
  const school = await world.person('school_contact')
  const { login, accountId, seatId } = await newAccount(world, 'teacher', { organisationId: school.organisationId })
  const before = await signIn(world, login)
  const { body } = await school.post(`/seats/${seatId}/way-back`)
  const token = body.link.split('/').at(-1)
  expect((await before.get('/session')).status, 'nothing happens before the link is used').toBe(200)
  expect((await world.nobody.post('/invitation', { token })).body).toMatchObject({ kind: 'way_back', login })
  expect((await world.nobody.post('/invitation/account', { token, name: '别人', login: 'somebody-else', password })).body.code).toBe('link_unknown')

  const back = await world.nobody.post('/invitation/way-back', { token, password: 'Another-9-good-word' })
  expect(back).toMatchObject({ status: 200, body: { secondFactor: 'missing' } })
  expect((await before.get('/session')).status).toBe(401)
  expect((await world.nobody.post('/invitation/way-back', { token, password: 'Third-8-good-word' })).body.code).toBe('link_used')
  const half = visitor(world, tokenOf(back)!)
  const start = await half.post('/account/second-factor')
  const done = await half.post('/account/second-factor/confirmation', { code: codeAt(world.now(), start.body.secret.replaceAll('-', '')) })
  expect((await visitor(world, tokenOf(done)!).get('/session')).body.account.id).toBe(accountId)
})

test('a newer way back in makes the older one void', async () => {
  const school = await world.person('school_contact')
  const { seatId } = await newAccount(world, 'teacher', { organisationId: school.organisationId })
  const first = (await school.post(`/seats/${seatId}/way-back`)).body.link.split('/').at(-1)
  await school.post(`/seats/${seatId}/way-back`)
  expect((await world.nobody.post('/invitation', { token: first })).body.code).toBe('link_withdrawn')
})

test('a contact cannot open the account of somebody who also sits elsewhere, now or later', async () => {
  const school = await world.person('school_contact')
  const { accountId, seatId, login } = await newAccount(world, 'teacher', { organisationId: school.organisationId })
  const old = (await school.post(`/seats/${seatId}/way-back`)).body.link.split('/').at(-1)
  const offered = (await officer.post('/invitations', { role: 'secretariat', name: '新专员' })).body.link.split('/').at(-1)
  const teacher = await signIn(world, login)
  expect((await teacher.post('/invitation/seat', { token: offered })).status).toBe(200)

  expect((await world.nobody.post('/invitation/way-back', { token: old, password: 'Another-9-good-word' })).body.code).toBe('link_withdrawn')
  expect((await school.post(`/seats/${seatId}/way-back`)).status).toBe(404)
  const row = (await school.get('/seats')).body.rows.find((one: { id: string }) => one.id === seatId)
  expect(row.can).toEqual({ revoke: true, wayBack: false })
  expect((await officer.post(`/seats/${seatId}/way-back`)).status).toBe(200)
  expect(accountId).toBeTruthy()
})

test('nobody lets themselves back in, and a demonstration account stays as it is', async () => {
  const { login, seatId } = await newAccount(world, 'secretariat')
  const self = await signIn(world, login)
  expect((await self.post(`/seats/${seatId}/way-back`)).body.code).toBe('own_seat')
  const shown = await newAccount(world, 'enterprise_contact', { demo: true })
  expect((await officer.post(`/seats/${shown.seatId}/way-back`)).body.code).toBe('demo_account')
  expect((await officer.delete(`/seats/${shown.seatId}`)).body.code).toBe('demo_account')
})
