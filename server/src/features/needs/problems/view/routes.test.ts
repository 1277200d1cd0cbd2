import { afterAll, beforeAll, expect, test } from 'vitest'
import { newMember } from '../../../../../test/members-world.ts'
import { newFirm } from '../../../../../test/needs-world.ts'
import { newProblem, problemForm, secrets } from '../../../../../test/problems-world.ts'
import { readTable } from '../../../../kernel/sheet/read-table.ts'
import { loadCodes, newSchool, studentForm } from '../../../../../test/talent-world.ts'
import { newWorld, type Person, type World } from '../../../../../test/world.ts'
import { inTransaction } from '../../../../kernel/db.ts'
import { findProblem, grantAccess, revokeAccess, seesPrivate } from '../service.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
})
afterAll(() => world.close())

async function newStudent() {
  const school = await newSchool(world)
  const { body } = await school.contact.post('/students', studentForm(school.cohortId))
  return { school, student: await world.person('student', { organisationId: school.id, studentId: body.id }) }
}

const pdf = { name: '机密图纸.pdf', bytes: Buffer.from('%PDF-1.4 示例') }
/** Everything this person can get hold of about a need, as one text. */
async function everything(person: Person, id: string) {
  const pages = await Promise.all([
    person.get(`/problems/${id}`), person.get(`/problems/${id}/history`), person.get('/problems?size=100'), ...secrets.map((secret) => person.get(`/problems?q=${encodeURIComponent(secret)}`)), person.get('/inbox?size=100'),
  ])
  const sheet = await person.get('/problems/export')
  const table = sheet.status === 200 ? await readTable(sheet.body, 'a.xlsx') : {}
  return JSON.stringify([...pages.map(({ body }) => body), table])
}
const leaks = async (person: Person, id: string, more: string[] = []) => {
  const text = await everything(person, id)
  return [...secrets, ...more].filter((secret) => text.includes(secret))
}

test('private details, budget and files stay with the parties: through no page, list, search, history, file or export do they leak', async () => {
  const { id, firm, office } = await newProblem(world)
  const { body: file } = await firm.contact.upload(`/problems/${id}/files`, pdf)
  const strangers = await Promise.all((['enterprise_contact', 'school_contact', 'teacher', 'park_contact', 'association_contact', 'platform_contact', 'official'] as const).map(async (role): Promise<[string, Person]> => [role, await world.person(role)]))
  strangers.push(['student', (await newStudent()).student])
  for (const [role, person] of strangers) {
    expect([role, (await person.get(`/problems/${id}`)).body.title]).toEqual([role, problemForm().title])
    expect([role, await leaks(person, id, ['机密图纸', file.id])]).toEqual([role, []])
    expect([role, (await person.get(`/files/${file.id}`)).status]).toEqual([role, 404])
    // A search for what is private finds nothing.
    expect((await person.get(`/problems?q=${encodeURIComponent(secrets[0]!)}`)).body.total).toBe(0)
  }
  for (const person of [firm.contact, office]) expect([(await person.get(`/problems/${id}`)).body, (await person.get(`/files/${file.id}`)).status]).toMatchObject([{ privateDetails: secrets[0], budgetMin: 123456, files: [{ name: pdf.name }] }, 200])
})

test('an agreement opens the details to one organisation, and its end closes them', async () => {
  const { id, office } = await newProblem(world)
  const { student, school: place } = await newStudent()
  const school = await world.person('school_contact', { organisationId: place.id })
  const other = await world.person('school_contact')
  const actor = { ...office, role: 'secretariat' as const, organisationId: null, allianceId: world.alliance.id, studentId: null, sessionId: '', locale: 'zh-Hans' as const }
  const asSchool = { ...actor, accountId: school.accountId, role: 'school_contact' as const, organisationId: school.organisationId, allianceId: null }
  const access = async (change: typeof grantAccess) =>
    inTransaction(world.db, async (tx) => {
      const problem = (await findProblem(tx, actor, id))!
      await change(tx, actor, { problem, organisationId: school.organisationId, source: 'introduction:1' }, world.now())
      return seesPrivate(tx, asSchool, problem)
    })

  expect(await access(grantAccess)).toBe(true)
  expect(await access(grantAccess)).toBe(true)
  expect([(await school.get(`/problems/${id}`)).body.privateDetails, (await other.get(`/problems/${id}`)).body.privateDetails, (await student.get(`/problems/${id}`)).body.privateDetails]).toEqual([secrets[0], null, null])
  expect(await access(revokeAccess)).toBe(false)
  expect(await leaks(school, id)).toEqual([])
  const { rows } = (await office.get(`/problems/${id}/history`)).body
  expect(rows.slice(-2).map(({ event }: { event: string }) => event)).toEqual(['problem.access_granted', 'problem.access_revoked'])
})

test('a need that is not confidential is read whole by whoever works here, never by a student', async () => {
  const { id } = await newProblem(world, 'open', { secrecy: 'open' })
  const [school, { student }] = [await world.person('school_contact'), await newStudent()]
  expect((await school.get(`/problems/${id}`)).body.privateDetails).toBe(secrets[0])
  expect(await leaks(student, id)).toEqual([])
  expect((await student.get('/problems/export')).status).toBe(403)
})

test('a platform takes what is not confidential; what is, it gets from the office only', async () => {
  const platform = await world.person('platform_contact')
  const stranger = await world.person('platform_contact')
  await newMember(world, platform.organisationId)
  const openOne = await newProblem(world, 'open', { secrecy: 'open' })
  const secret = await newProblem(world)
  expect((await stranger.post(`/problems/${openOne.id}/manager`, { version: openOne.version })).status).toBe(403)
  expect((await platform.post(`/problems/${openOne.id}/manager`, { version: openOne.version })).status).toBe(200)
  expect((await platform.post(`/problems/${secret.id}/manager`, { version: secret.version })).status).toBe(403)
  expect((await secret.office.put(`/problems/${secret.id}/manager`, { accountId: platform.accountId, version: secret.version })).status).toBe(200)
  expect((await platform.get(`/problems/${secret.id}`)).body.privateDetails).toBe(secrets[0])
})

test('what was never opened is seen by its parties only', async () => {
  const firm = await newFirm(world)
  const association = await world.person('association_contact')
  await world.db.insertInto('representation').values({ speakerId: association.organisationId, organisationId: firm.id }).execute()
  const draft = await newProblem(world, 'draft', { firm })
  const submitted = await newProblem(world, 'submitted', { firm })
  const strangers = await Promise.all((['enterprise_contact', 'school_contact', 'park_contact', 'platform_contact', 'official'] as const).map((role) => world.person(role)))
  for (const person of strangers) expect([(await person.get(`/problems/${draft.id}`)).status, (await person.get(`/problems/${submitted.id}`)).status]).toEqual([404, 404])
  expect([(await association.get(`/problems/${draft.id}`)).status, (await association.get(`/problems/${submitted.id}`)).status]).toEqual([404, 200])
  expect([(await draft.office.get(`/problems/${draft.id}`)).status, (await draft.office.get(`/problems/${submitted.id}`)).status]).toEqual([404, 200])
  const elsewhere = await world.db.insertInto('alliance').values({ code: 'OTHER', kind: 'specialty', name: '示例另一联盟', nameEn: 'Other' }).returning('id').executeTakeFirstOrThrow()
  expect((await (await world.person('secretariat', { allianceId: elsewhere.id })).get(`/problems/${submitted.id}`)).status).toBe(404)
})

test('a stranger reads the steps of an open need, not the people and reasons in them', async () => {
  const { id, version, firm, office } = await newProblem(world, 'settling')
  await firm.contact.post(`/problems/${id}/moves`, { action: 'reopen', version, reason: '内部原因不宜公开。' })
  const stranger = await world.person('school_contact')
  const { rows } = (await stranger.get(`/problems/${id}/history`)).body
  expect(rows.map(({ event, by }: { event: string; by: string | null }) => [event, by])).toEqual([['problem.raised', null], ['problem.submitted', null], ['problem.opened', null], ['problem.solution_reported', null], ['problem.not_solved', null]])
  expect(JSON.stringify(rows)).not.toContain('内部原因')
  expect(JSON.stringify((await stranger.get(`/problems/${id}`)).body)).not.toContain('内部原因')
  expect(JSON.stringify((await office.get(`/problems/${id}/history`)).body)).toContain('内部原因')
})

test('a file is added by the parties while the need lives, and taken away again', async () => {
  const { id, firm, office } = await newProblem(world)
  const { body: file, status } = await firm.contact.upload(`/problems/${id}/files`, pdf)
  expect(status).toBe(200)
  expect((await (await world.person('school_contact')).upload(`/problems/${id}/files`, pdf)).status).toBe(403)
  expect((await firm.contact.upload(`/problems/${id}/files`, { name: 'x.zip', bytes: Buffer.from('PK\u0005\u0006') })).body.code).toBe('file_kind_not_allowed')
  expect((await office.delete(`/problems/${id}/files/${file.id}`)).status).toBe(200)
  const ended = await newProblem(world, 'solved')
  expect((await ended.firm.contact.upload(`/problems/${ended.id}/files`, pdf)).body.code).toBe('wrong_state')
})

test('the export speaks the language of whoever takes it', async () => {
  const { office } = await newProblem(world, 'open', { title: '示例：导出看得到' })
  await world.db.updateTable('account').set({ locale: 'en' }).where('id', '=', office.accountId).execute()
  const table = await readTable((await office.get(`/problems/export?q=${encodeURIComponent('导出看得到')}`)).body, 'a.xlsx')
  expect(table).toMatchObject({ header: expect.arrayContaining(['Number', 'Kind', 'Need', 'State']), rows: [{ cells: expect.arrayContaining(['Technology needs', 'Open for answers', '示例：导出看得到']) }] })
})
