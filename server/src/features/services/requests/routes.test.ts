import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { copyRows } from '../../../../test/many-rows.ts'
import { newMember } from '../../../../test/members-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { delivery, newOffer, newProvider, newRequest, newServiceNeed, promise } from '../../../../test/services-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { readTable } from '../../../kernel/sheet/read-table.ts'
import { watchServiceRequests } from './clock/service.ts'

let world: World
let office: Person
beforeAll(async () => {
  world = await newWorld()
  office = await world.person('secretariat')
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

const watch = () => watchServiceRequests(world.db, world.now())
const itemsOf = async (person: Person, id: string): Promise<string[]> => (await person.get('/inbox?size=100')).body.rows.filter((row: { subjectId: string }) => row.subjectId === id).map(({ kind }: { kind: string }) => kind)
const needOf = async (id: string) => (await office.get(`/problems/${id}`)).body
const move = (person: Person, id: string, action: string, version: number, more: Record<string, unknown> = {}) => person.post(`/service-requests/${id}/moves`, { action, version, ...more })

test('a need is routed, accepted, delivered, confirmed and rated, and is solved by it', async () => {
  const need = await newServiceNeed(world)
  const offer = await newOffer(world)
  const suggested = (await office.get(`/problems/${need.id}/service-suggestions`)).body.rows
  expect(suggested.find((row: { offerId: string }) => row.offerId === offer.id)).toMatchObject({ full: false, before: null, rating: { count: 0, average: null } })
  const { ids } = (await office.post(`/problems/${need.id}/service-requests`, { targets: [{ offerId: offer.id }], message: '请尽快联系。' })).body
  const [id] = ids
  expect([await itemsOf(offer.contact, id), (await needOf(need.id)).state]).toEqual([['service_request.answer'], 'open'])
  // Three working days, as the offer says.
  expect((await offer.contact.get(`/service-requests/${id}`)).body).toMatchObject({ state: 'routed', dueAt: '2026-11-26T10:00:00.000Z', side: 'provider', can: { accept: true, decline: true, confirm: false, rate: false } })

  expect((await move(offer.contact, id, 'accept', 1, promise)).body).toMatchObject({ state: 'accepted', version: 2 })
  expect([(await needOf(need.id)).state, await itemsOf(offer.contact, id)]).toEqual(['answered', ['service_request.deliver']])
  expect((await move(offer.contact, id, 'deliver', 2, { delivery })).body.state).toBe('delivered')
  expect(await itemsOf(need.firm, id)).toEqual(['service_request.confirm'])
  expect((await move(need.firm, id, 'object', 3, { reason: '改善清单还没有给。' })).body.state).toBe('accepted')
  expect((await offer.contact.get(`/service-requests/${id}`)).body).toMatchObject({ objection: '改善清单还没有给。', dueAt: '2026-11-30T10:00:00.000Z' })
  await move(offer.contact, id, 'deliver', 4, { delivery })
  expect((await move(need.firm, id, 'confirm', 5, { solved: true })).body).toMatchObject({ state: 'confirmed', version: 6 })
  expect(await needOf(need.id)).toMatchObject({ state: 'solved', solution: delivery })
  expect(await itemsOf(need.firm, id)).toEqual(['service_request.rate'])

  expect((await need.firm.post(`/service-requests/${id}/rating`, { stars: 5, words: '讲得很实在。', version: 6 })).body.state).toBe('rated')
  expect((await offer.contact.get(`/service-requests/${id}`)).body).toMatchObject({ state: 'rated', stars: 5, words: '讲得很实在。' })
  const { rows } = (await office.get(`/service-requests/${id}/history`)).body
  expect(rows.map(({ event }: { event: string }) => event)).toEqual(['routed', 'accepted', 'delivered', 'sent_back', 'delivered', 'confirmed', 'rated'].map((one) => `service_request.${one}`))
})

test('a provider that says nothing loses it to the next one, and the need never stopped its clock', async () => {
  const { id, need, provider } = await newRequest(world)
  const due = (await needOf(need.id)).answerDueAt
  world.moveTo('2026-11-26T09:59:59Z')
  await watch()
  expect((await office.get(`/service-requests/${id}`)).body.state).toBe('routed')
  world.moveTo('2026-11-26T10:00:00Z')
  await Promise.all([watch(), watch()])
  expect((await office.get(`/service-requests/${id}`)).body).toMatchObject({ state: 'lapsed', dueAt: null })
  expect([await itemsOf(office, id), await itemsOf(provider, id), (await needOf(need.id)).answerDueAt]).toEqual([['service_request.route'], [], due])
  expect((await move(provider, id, 'accept', 2, promise)).body.code).toBe('wrong_state')

  const next = await newOffer(world)
  expect((await office.post(`/problems/${need.id}/service-requests`, { targets: [{ offerId: next.id }] })).status).toBe(200)
  expect(await itemsOf(office, id)).toEqual([])
})

test('a "no" gives one of eight reasons and goes back to the window; after a yes the need is open again with a new clock', async () => {
  const { id, need, provider } = await newRequest(world, 'accepted')
  world.moveTo('2026-11-25T06:00:00Z')
  expect((await move(provider, id, 'decline', 2, { reason: '顾问病了。' })).body).toMatchObject({ code: 'reason_needed', details: { field: 'declineCode' } })
  expect((await move(provider, id, 'decline', 2, { declineCode: 'no_capacity' })).body).toMatchObject({ code: 'reason_needed', details: { field: 'reason' } })
  expect((await move(provider, id, 'decline', 2, { declineCode: 'not_a_code', reason: '顾问病了。' })).status).toBe(422)
  expect((await move(provider, id, 'decline', 2, { declineCode: 'no_capacity', reason: '顾问病了。' })).status).toBe(200)
  expect([await needOf(need.id), await itemsOf(office, id)]).toMatchObject([{ state: 'open', answerDueAt: '2026-12-09T10:00:00.000Z' }, ['service_request.route']])
})

test('with a second provider at work, the "no" of the first changes nothing for the need', async () => {
  const need = await newServiceNeed(world)
  const [one, two] = [await newOffer(world), await newOffer(world)]
  const { ids } = (await office.post(`/problems/${need.id}/service-requests`, { targets: [{ offerId: one.id }, { offerId: two.id }] })).body
  await move(one.contact, ids[0], 'accept', 1, promise)
  await move(two.contact, ids[1], 'accept', 1, promise)
  await move(one.contact, ids[0], 'decline', 2, { declineCode: 'no_capacity', reason: '顾问病了。' })
  expect([(await needOf(need.id)).state, await itemsOf(office, ids[0])]).toEqual(['answered', []])
  await move(two.contact, ids[1], 'deliver', 2, { delivery })
  await move(need.firm, ids[1], 'confirm', 3, { solved: false })
  // Confirmed as a part: nobody works on it any more, so it is open for the rest.
  expect((await needOf(need.id)).state).toBe('open')
})

test('a solved need frees whoever else was asked', async () => {
  const need = await newServiceNeed(world)
  const [one, two] = [await newOffer(world), await newOffer(world)]
  const { ids } = (await office.post(`/problems/${need.id}/service-requests`, { targets: [{ offerId: one.id }, { offerId: two.id }] })).body
  await move(one.contact, ids[0], 'accept', 1, promise)
  await move(one.contact, ids[0], 'deliver', 2, { delivery })
  await move(need.firm, ids[0], 'confirm', 3)
  expect([(await office.get(`/service-requests/${ids[1]}`)).body.state, await itemsOf(two.contact, ids[1])]).toEqual(['withdrawn', []])
})

test('a promise past its day and a delivery nobody confirms are told to the office once', async () => {
  const accepted = await newRequest(world, 'accepted')
  const delivered = await newRequest(world, 'delivered')
  world.moveTo('2026-12-31T10:00:00Z')
  await watch()
  await watch()
  expect([await itemsOf(office, accepted.id), await itemsOf(office, delivered.id)]).toEqual([['service_request.late'], ['service_request.unconfirmed']])
  expect((await office.get(`/service-requests/${accepted.id}`)).body).toMatchObject({ state: 'accepted', escalation: 1 })
})

test('what ended on the page of the need ends here: withdrawn frees the provider, solved confirms what was delivered', async () => {
  const gone = await newRequest(world)
  const solved = await newRequest(world, 'delivered')
  const version = async (id: string) => (await needOf(id)).version
  await gone.firm.post(`/problems/${gone.need.id}/moves`, { action: 'withdraw', reason: '不需要了。', version: await version(gone.need.id) })
  await solved.firm.post(`/problems/${solved.need.id}/moves`, { action: 'report', solution: '平台来做完了，效果很好。', version: await version(solved.need.id) })
  await solved.firm.post(`/problems/${solved.need.id}/moves`, { action: 'confirm', version: await version(solved.need.id) })
  expect((await move(gone.provider, gone.id, 'accept', 1, promise)).body.code).toBe('need_not_open')
  await watch()
  expect([(await office.get(`/service-requests/${gone.id}`)).body.state, (await office.get(`/service-requests/${solved.id}`)).body.state]).toEqual(['withdrawn', 'confirmed'])
  expect([await itemsOf(gone.provider, gone.id), await itemsOf(solved.firm, solved.id)]).toEqual([[], ['service_request.rate']])
})

test('each refusal of routing names what is wrong', async () => {
  const need = await newServiceNeed(world)
  const other = await newOffer(world, { family: 'talent_training' })
  const small = await newOffer(world, { capacity: 1 })
  const route = (targets: unknown[], person = office) => person.post(`/problems/${need.id}/service-requests`, { targets })
  expect((await route([{ offerId: other.id }])).body.code).toBe('offer_not_open')
  expect((await route([{ offerId: '00000000-0000-7000-8000-000000000000' }])).body.code).toBe('offer_not_open')
  expect((await route([{ providerId: need.firm.organisationId }])).body.code).toBe('not_a_provider')
  expect((await route([{ providerId: (await world.organisation('government')).id }])).body.code).toBe('not_a_provider')
  expect((await route([{ offerId: small.id }, { providerId: small.contact.organisationId }])).body.code).toBe('already_routed')
  expect((await route([{ offerId: small.id, providerId: small.contact.organisationId }])).status).toBe(422)
  expect((await route([{ offerId: small.id }], need.firm)).status).toBe(403)
  expect((await route([{ offerId: small.id }], small.contact)).status).toBe(403)
  expect((await route([{ offerId: small.id }])).status).toBe(200)
  expect((await route([{ offerId: small.id }])).body.code).toBe('offer_full')
})

test('ten officers race for the one place of an offer', async () => {
  const offer = await newOffer(world, { capacity: 1 })
  const needs = await Promise.all(Array.from({ length: 5 }, () => newServiceNeed(world)))
  const replies = await Promise.all(needs.flatMap((need) => [1, 2].map(() => office.post(`/problems/${need.id}/service-requests`, { targets: [{ offerId: offer.id }] }))))
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('a provider takes a need itself, once, and not its own', async () => {
  const need = await newServiceNeed(world)
  const offer = await newOffer(world)
  const take = (person: Person, more: Record<string, unknown> = {}) => person.post(`/problems/${need.id}/own-service-request`, { ...promise, ...more })
  expect((await take(need.firm)).status).toBe(403)
  expect((await take(await world.person('platform_contact'))).status).toBe(403)
  expect((await take(offer.contact, { deliverBy: '2026-11-01' })).body).toMatchObject({ code: 'invalid_input', details: { issues: [{ path: ['deliverBy'], code: 'past' }] } })
  expect((await take(await newProvider(world, 'school_contact'), { offerId: offer.id })).body.code).toBe('not_a_provider')
  const { body } = await take(offer.contact, { offerId: offer.id })
  expect((await need.firm.get(`/service-requests/${body.id}`)).body).toMatchObject({ state: 'accepted', routedAs: 'provider', side: 'asker', can: { withdraw: true } })
  expect((await take(offer.contact)).body.code).toBe('already_routed')
})

test('what is confidential is read by the provider from its promise on, and no longer once it gave up', async () => {
  const need = await newServiceNeed(world, { secrecy: 'nda', privateDetails: '机密产量甲乙丙' })
  const { id, provider } = await newRequest(world, 'routed', { need })
  expect((await provider.get(`/problems/${need.id}`)).body.privateDetails).toBeNull()
  expect((await move(provider, id, 'accept', 1, promise)).body.code).toBe('confidentiality_needed')
  expect((await move(provider, id, 'accept', 1, { ...promise, confidential: true })).status).toBe(200)
  expect((await provider.get(`/problems/${need.id}`)).body.privateDetails).toBe('机密产量甲乙丙')
  await move(provider, id, 'decline', 2, { declineCode: 'terms', reason: '谈不拢。' })
  expect((await provider.get(`/problems/${need.id}`)).body.privateDetails).toBeNull()
})

test('only the sides and the office find a request, and each does only its own part', async () => {
  const { id, need, firm, provider } = await newRequest(world, 'delivered')
  const strangers = [await newProvider(world), await world.person('enterprise_contact'), await world.person('school_contact'), await world.person('official'), await world.person('teacher')]
  for (const person of strangers) {
    expect((await person.get(`/service-requests/${id}`)).status).toBe(404)
    expect((await person.get('/service-requests')).body.total).toBe(0)
    expect((await person.get(`/problems/${need.id}/service-requests`)).body.rows).toEqual([])
    expect((await move(person, id, 'confirm', 3)).status).toBe(404)
  }
  expect((await move(provider, id, 'confirm', 3)).status).toBe(403)
  expect((await move(firm, id, 'deliver', 3, { delivery })).status).toBe(403)
  expect((await move(office, id, 'confirm', 3)).status).toBe(403)
  expect((await move(firm, id, 'confirm', 2)).body.code).toBe('changed_meanwhile')
  expect((await provider.get(`/problems/${need.id}/service-suggestions`)).status).toBe(403)
})

test('who speaks for a small firm confirms for it', async () => {
  const speaker = await world.person('association_contact')
  const firm = await world.person('enterprise_contact')
  for (const one of [speaker, firm]) await newMember(world, one.organisationId)
  await world.db.insertInto('representation').values({ speakerId: speaker.organisationId, organisationId: firm.organisationId }).execute()
  const { body } = await speaker.post('/problems', { kind: 'service', organisationId: firm.organisationId, family: 'management_innovation', title: '示例：代小厂找精益培训', description: '会员单位 12 名班组长，想请人来教换线和点检，时间都可以。', validUntil: '2027-05-31' })
  await speaker.post(`/problems/${body.id}/moves`, { action: 'submit', version: 1 })
  await office.post(`/problems/${body.id}/moves`, { action: 'verify', version: 2 })
  const { id, provider } = await newRequest(world, 'delivered', { need: { id: body.id, firm: speaker, office } })
  expect([await itemsOf(speaker, id), await itemsOf(firm, id)]).toEqual([['service_request.confirm'], []])
  expect((await move(speaker, id, 'confirm', 3)).status).toBe(200)
  expect([(await needOf(body.id)).state, (await speaker.post(`/service-requests/${id}/rating`, { stars: 4, version: 4 })).status, (await provider.get(`/service-requests/${id}`)).body.stars]).toEqual(['solved', 200, 4])
})

test('the authority of the alliance reads along and decides nothing; what was written about a confidential need stays with those who have a part in it', async () => {
  const official = await world.person('official')
  await newMember(world, official.organisationId)
  const elsewhere = await world.person('official')
  const open = await newRequest(world, 'accepted')
  const secret = await newRequest(world, 'routed', { need: await newServiceNeed(world, { secrecy: 'nda' }) })
  expect((await move(secret.provider, secret.id, 'accept', 1, { ...promise, confidential: true })).status).toBe(200)
  const nobodys = { accept: false, decline: false, deliver: false, object: false, confirm: false, withdraw: false, rate: false }
  expect((await official.get(`/service-requests/${open.id}`)).body).toMatchObject({ side: 'authority', whole: true, plan: promise.plan, can: nobodys })
  expect((await official.get(`/service-requests/${secret.id}`)).body).toMatchObject({ side: 'authority', whole: false, plan: null, state: 'accepted', can: nobodys })
  const { rows } = (await official.get(`/service-requests/${secret.id}/history`)).body
  expect(rows.map(({ event, details }: { event: string; details: unknown }) => [event, details])).toContainEqual(['service_request.accepted', {}])
  expect((await move(official, open.id, 'deliver', 2, { delivery })).status).toBe(403)
  expect([(await official.get('/service-requests?size=100')).body.rows.some(({ id }: { id: string }) => id === open.id), (await elsewhere.get('/service-requests')).body.total, (await elsewhere.get(`/service-requests/${open.id}`)).status]).toEqual([true, 0, 404])
})

test('the export holds what the list holds, and nothing that was written', async () => {
  const { provider, firm } = await newRequest(world, 'delivered')
  const [{ number }] = (await provider.get('/service-requests')).body.rows
  const reply = await provider.get('/service-requests/export')
  const table = await readTable(reply.body, 'a.xlsx')
  expect(table).toMatchObject({ header: expect.arrayContaining(['编号', '需求', '约定交付', '婉拒原因']), rows: [{ cells: expect.arrayContaining([number, '待确认', promise.deliverBy]) }] })
  expect([JSON.stringify(table).includes(promise.plan), JSON.stringify(table).includes(delivery)]).toEqual([false, false])
  expect(await readTable((await firm.get('/service-requests/export?state=lapsed')).body, 'a.xlsx')).toMatchObject({ rows: [] })
})

test('the list takes the same number of queries for one request and for thirty', async () => {
  const { id, provider } = await newRequest(world)
  const list = () => provider.get('/service-requests?size=50')
  const one = await countQueries(list)
  await copyRows(world, 'service_request', { column: 'id', value: id }, 29, { state: 'withdrawn', ended_at: '2026-11-23T06:00:00Z', due_at: null })
  expect([await countQueries(list), (await list()).body.rows.length]).toEqual([one, 30])
})
