import { afterAll, beforeAll, expect, test } from 'vitest'
import { newMember, readyOrganisation } from '../../../../test/members-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let officer: Person
beforeAll(async () => {
  // A Monday, two in the afternoon in Shanghai.
  world = await newWorld({ now: '2026-11-23T06:00:00Z' })
  officer = await world.person('secretariat', { name: '陈敏' })
})
afterAll(() => world.close())

async function applicant(kind: 'enterprise' | 'school' = 'enterprise') {
  const organisation = await readyOrganisation(world, kind)
  const contact = await world.person(kind === 'school' ? 'school_contact' : 'enterprise_contact', { organisationId: organisation.id })
  const { body } = await contact.post('/memberships', { allianceId: world.alliance.id, organisationId: organisation.id, seat: 'council', statement: '愿意接收学生实习。' })
  return { organisation, contact, id: body.id as string }
}

const step = async (person: Person, id: string, action: string, more: Record<string, unknown> = {}) => {
  const { version } = (await person.get(`/memberships/${id}`)).body
  return person.post(`/memberships/${id}/actions/${action}`, { version: version ?? 1, ...more })
}
const kindsWith = async (person: Person, id: string) =>
  (await person.get('/inbox?size=100')).body.rows.filter((item: { subjectId: string }) => item.subjectId === id).map((item: { kind: string; dueAt: string }) => [item.kind, item.dueAt])

test('what is sent back returns to the applicant with the reason, and can be submitted again', async () => {
  const { contact, id } = await applicant()
  await step(contact, id, 'submit')

  expect((await step(officer, id, 'return')).body.code).toBe('reason_needed')
  expect((await step(officer, id, 'return', { reason: '席位写错' })).body).toMatchObject({ state: 'draft', reason: '席位写错' })
  expect(await kindsWith(contact, id)).toEqual([['membership.repair', '2026-12-07T10:00:00.000Z']])
  expect(await kindsWith(officer, id)).toEqual([])

  const { version } = (await contact.get(`/memberships/${id}`)).body
  await contact.patch(`/memberships/${id}`, { seat: 'member', version })
  expect((await step(contact, id, 'submit')).body).toMatchObject({ state: 'submitted', seat: 'member', reason: null })
  expect(await kindsWith(contact, id)).toEqual([])
})

test('a refusal ends it with a reason, and the organisation may apply anew', async () => {
  const { contact, organisation, id } = await applicant()
  await step(contact, id, 'submit')

  expect((await step(officer, id, 'reject', { reason: '不在本区经营' })).body).toMatchObject({ state: 'rejected', reason: '不在本区经营' })
  expect((await step(officer, id, 'approve')).body.code).toBe('wrong_state')
  expect((await contact.post('/memberships', { allianceId: world.alliance.id, organisationId: organisation.id })).status).toBe(200)
})

test('an organisation has one live membership in an alliance, however many ask at once', async () => {
  const organisation = await readyOrganisation(world)
  const contact = await world.person('enterprise_contact', { organisationId: organisation.id })

  const replies = await Promise.all([1, 2, 3, 4].map(() => contact.post('/memberships', { allianceId: world.alliance.id, organisationId: organisation.id })))

  expect(replies.map((reply) => reply.body.code ?? 'begun').sort()).toEqual(['begun', 'membership_exists', 'membership_exists', 'membership_exists'])
})

test('two officers who decide at once decide once', async () => {
  const { contact, id } = await applicant()
  await step(contact, id, 'submit')
  const { version } = (await officer.get(`/memberships/${id}`)).body

  const replies = await Promise.all([officer.post(`/memberships/${id}/actions/check`, { version }), officer.post(`/memberships/${id}/actions/reject`, { version, reason: '重复申请' })])

  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
  expect(replies.find((reply) => reply.status === 409)!.body.code).toBe('changed_meanwhile')
})

test('certificate numbers have no gap and no twin when many are registered at once', async () => {
  const ids = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const organisation = await readyOrganisation(world)
      return (await officer.post('/memberships', { allianceId: world.alliance.id, organisationId: organisation.id })).body.id as string
    }),
  )

  const replies = await Promise.all(ids.map((id) => officer.post(`/memberships/${id}/actions/register`, { version: 1 })))

  const numbers = replies.map((reply) => Number(reply.body.certificateNumber.slice(-4))).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 8 }, (_, index) => numbers[0]! + index))
})

test('a profile without a code or a contact cannot apply, and says what is missing', async () => {
  const organisation = await world.organisation('enterprise', { contactName: '示例' })
  const contact = await world.person('enterprise_contact', { organisationId: organisation.id })
  const { id } = (await contact.post('/memberships', { allianceId: world.alliance.id, organisationId: organisation.id })).body

  expect((await step(contact, id, 'submit')).body).toEqual({ code: 'profile_incomplete', details: { missing: ['uscc', 'contactPhone'] } })
  expect((await contact.get(`/memberships/${id}`)).body.not).toEqual({ submit: 'profile_incomplete' })
})

test('publicity is at least five working days and never begins in the past', async () => {
  const { contact, id } = await applicant()
  await step(contact, id, 'submit')
  await step(officer, id, 'check')

  for (const [publicityFrom, publicityUntil] of [['2026-11-23', '2026-11-26'], ['2026-11-28', '2026-12-03'], ['2026-11-20', '2026-12-20']]) {
    expect((await step(officer, id, 'publish', { publicityFrom, publicityUntil })).body.code).toBe('publicity_too_short')
  }
  expect((await step(officer, id, 'publish', { publicityFrom: '2026-11-28', publicityUntil: '2026-12-04' })).body.state).toBe('publicity')
})

test('what is said against an applicant is noted while it is public, by the secretariat alone', async () => {
  const { contact, id } = await applicant()
  const stranger = await world.person('school_contact')
  await step(contact, id, 'submit')
  await step(officer, id, 'check')
  const early = (await officer.get(`/memberships/${id}`)).body
  expect((await officer.put(`/memberships/${id}/objection-note`, { note: '有人来电反映', version: early.version })).body.code).toBe('not_allowed')
  await step(officer, id, 'publish')
  const { version } = (await officer.get(`/memberships/${id}`)).body

  expect((await contact.put(`/memberships/${id}/objection-note`, { note: '没有', version })).body.code).toBe('not_allowed')
  expect((await officer.put(`/memberships/${id}/objection-note`, { note: '有人来电反映', version })).body.objectionNote).toBe('有人来电反映')
  expect((await stranger.get(`/memberships/${id}`)).body).toMatchObject({ state: 'publicity', objectionNote: null, statement: '', waiting: null, can: { readHistory: false } })
  expect((await stranger.get(`/memberships/${id}/history`)).body.code).toBe('not_allowed')
})

test('a member is suspended with a reason, comes back, and leaves; the certificate ends with it', async () => {
  const organisation = await readyOrganisation(world)
  const contact = await world.person('enterprise_contact', { organisationId: organisation.id })
  const { id, certificateNumber } = await newMember(world, organisation.id)

  expect((await step(contact, id, 'suspend', { reason: '停产' })).body.code).toBe('not_allowed')
  expect((await step(officer, id, 'suspend', { reason: '停产' })).body).toMatchObject({ state: 'suspended', reason: '停产', certificateNumber })
  expect((await step(officer, id, 'resume')).body).toMatchObject({ state: 'active', certificateNumber })
  expect((await contact.get(`/memberships/${id}/certificate`)).body).toMatchObject({ number: certificateNumber, approvedOn: '2026-11-23', verifyAt: `http://silian.test/verify/certificates/${certificateNumber}`, qr: expect.stringContaining('<svg') })
  expect((await step(contact, id, 'leave', { reason: '迁往外地' })).body).toMatchObject({ state: 'left', reason: '迁往外地' })
  expect((await contact.get(`/memberships/${id}/certificate`)).body.code).toBe('not_allowed')
})

test('an application does not exist for those who have no part in it', async () => {
  const { contact, id } = await applicant('school')
  await step(contact, id, 'submit')
  const [stranger, student, official] = [await world.person('enterprise_contact'), await world.person('teacher'), await world.person('official')]

  expect([(await stranger.get(`/memberships/${id}`)).status, (await student.get(`/memberships/${id}`)).status, (await official.get(`/memberships/${id}`)).status]).toEqual([404, 404, 200])
  expect((await stranger.post(`/memberships/${id}/actions/check`, { version: 1 })).status).toBe(404)
  expect((await official.post(`/memberships/${id}/actions/check`, { version: 2 })).body.code).toBe('not_allowed')
})

test('a teacher of the school may see its application but not send it', async () => {
  const { organisation, id } = await applicant('school')
  const teacher = await world.person('teacher', { organisationId: organisation.id })

  expect((await teacher.get(`/memberships/${id}`)).body).toMatchObject({ statement: '', can: { submit: false, edit: false, withdraw: false } })
  expect((await step(teacher, id, 'submit')).body.code).toBe('not_allowed')
})

test('the secretariat of another alliance neither sees nor decides', async () => {
  const other = await world.db.insertInto('alliance').values({ code: 'XX', kind: 'specialty', name: '另一个示例联盟', nameEn: 'Another' }).returning('id').executeTakeFirstOrThrow()
  const elsewhere = await world.person('secretariat', { allianceId: other.id })
  const { contact, id } = await applicant()
  await step(contact, id, 'submit')

  expect((await elsewhere.get(`/memberships/${id}`)).status).toBe(404)
})

test('an association applies for the firm it speaks for, and reads what comes of it', async () => {
  const association = await readyOrganisation(world, 'association')
  const firm = await readyOrganisation(world)
  const speaker = await world.person('association_contact', { organisationId: association.id })
  const apply = () => speaker.post('/memberships', { allianceId: world.alliance.id, organisationId: firm.id })

  expect((await apply()).status).toBe(404)
  await officer.put(`/organisations/${firm.id}/speakers/${association.id}`)
  const { id } = (await apply()).body
  await step(speaker, id, 'submit')
  expect((await step(officer, id, 'return', { reason: '请补联系人' })).body).toMatchObject({ spokenByName: association.name })
  expect((await kindsWith(speaker, id))[0][0]).toBe('membership.repair')
  expect((await speaker.get(`/memberships/${id}`)).body.can).toMatchObject({ submit: true, withdraw: true, leave: false, readHistory: true })
})

test('a batch does what it can and names the rest', async () => {
  const [one, two, three] = [await applicant(), await applicant(), await applicant()]
  await step(one.contact, one.id, 'submit')
  await step(two.contact, two.id, 'submit')

  const { body } = await officer.post('/memberships/batch', { membershipIds: [one.id, two.id, three.id], action: 'check' })

  expect(body).toEqual({ done: 2, failed: [{ id: three.id, organisationName: three.organisation.name, code: 'wrong_state' }] })
  expect((await officer.get(`/memberships/${three.id}`)).body.state).toBe('draft')
  expect((await one.contact.post('/memberships/batch', { membershipIds: [one.id, two.id], action: 'publish' })).body).toMatchObject({ done: 0, failed: [{ id: one.id, code: 'not_allowed' }] })
})

test('somebody who reads an old version cannot overwrite a new one', async () => {
  const { contact, id } = await applicant()
  await contact.patch(`/memberships/${id}`, { statement: '第一次', version: 1 })

  expect((await officer.patch(`/memberships/${id}`, { statement: '第二次', version: 1 })).body.code).toBe('changed_meanwhile')
})

test('a scan belongs to the application: its parties read it, nobody else, and it goes while it is a draft', async () => {
  const { contact, id } = await applicant()
  const stranger = await world.person('enterprise_contact')
  const bytes = Buffer.from('%PDF-1.7\n示例营业执照')

  const { body: file } = await contact.upload(`/memberships/${id}/files`, { name: '营业执照.pdf', bytes })
  expect(file).toMatchObject({ name: '营业执照.pdf', mediaType: 'application/pdf', size: bytes.length })
  expect((await contact.upload(`/memberships/${id}/files`, { name: '营业执照.pdf', bytes: Buffer.from('MZ\u0000') })).body.code).toBe('file_kind_not_allowed')
  expect((await contact.upload(`/memberships/${id}/files`, { name: 'x.pdf', bytes: Buffer.alloc(0) })).body.code).toBe('file_empty')

  const download = await officer.get(`/files/${file.id}`)
  expect([download.status, Buffer.compare(download.body, bytes), download.headers['content-disposition']]).toEqual([200, 0, `attachment; filename*=UTF-8''${encodeURIComponent('营业执照.pdf')}`])
  expect((await stranger.get(`/files/${file.id}`)).status).toBe(404)

  await step(contact, id, 'submit')
  await step(officer, id, 'check')
  await step(officer, id, 'publish')
  expect((await stranger.get(`/memberships/${id}`)).status).toBe(200)
  expect((await stranger.get(`/files/${file.id}`)).status).toBe(404)
  expect((await contact.delete(`/memberships/${id}/files/${file.id}`)).body.code).toBe('not_allowed')
})

test('a scan taken away is gone', async () => {
  const { contact, id } = await applicant()
  const { body: file } = await contact.upload(`/memberships/${id}/files`, { name: 'a.png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]) })

  await contact.delete(`/memberships/${id}/files/${file.id}`)

  expect((await contact.get(`/files/${file.id}`)).status).toBe(404)
  expect((await contact.get(`/memberships/${id}`)).body.files).toEqual([])
})

test('an organisation applies, is checked, made public and becomes a member with a certificate', async () => {
  const { contact, id } = await applicant()

  const submitted = await step(contact, id, 'submit')
  expect(submitted).toMatchObject({ status: 200, body: { state: 'submitted', appliedAt: '2026-11-23T06:00:00.000Z', can: { submit: false, withdraw: true, check: false } } })
  expect(await kindsWith(officer, id)).toEqual([['membership.check', '2026-11-30T10:00:00.000Z']])
  expect((await step(officer, id, 'check')).body).toMatchObject({ state: 'checked', waiting: { kind: 'membership.publish', role: 'secretariat' } })
  expect((await step(officer, id, 'publish')).body).toMatchObject({ state: 'publicity', publicityFrom: '2026-11-23', publicityUntil: '2026-11-27', not: { approve: 'publicity_not_over' } })

  expect((await step(officer, id, 'approve')).body.code).toBe('publicity_not_over')
  world.moveTo('2026-11-27T16:00:00Z')
  expect((await step(officer, id, 'approve')).body).toMatchObject({ state: 'active', certificateNumber: expect.stringMatching(/^NH-2026-\d{4}$/), waiting: null })
  expect(await kindsWith(officer, id)).toEqual([])

  const { entries } = (await contact.get(`/memberships/${id}/history`)).body
  expect(entries.map((entry: { event: string }) => entry.event)).toEqual(['membership.begun', 'membership.submitted', 'membership.checked', 'membership.published', 'membership.approved'])
  expect(entries[2]).toMatchObject({ by: officer.name, details: { from: 'submitted', to: 'checked' } })
})

test('the trail of all this is unbroken', async () => {
  const { verifyAudit } = await import('../../../kernel/audit.ts')
  expect((await verifyAudit(world.db)).brokenAt).toBe(null)
})
