import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyRows } from '../../../../test/many-rows.ts'
import { countQueries } from '../../../../test/queries.ts'
import { loadCodes } from '../../../../test/talent-world.ts'
import { dealForm, must, newDeal, newIntroduction } from '../../../../test/technology-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { askForBenefits } from './clock/service.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
})
afterAll(() => world.close())

const now = '2026-11-23T06:00:00Z'
const openItems = async (id: string) => (await world.db.selectFrom('inboxItem').select('kind').where('subjectId', '=', id).where('closedAt', 'is', null).orderBy('kind').execute()).map(({ kind }) => kind)

test('from a need to money: signed, filed, registered, reached, received, accepted, and asked for its benefit a year later', async () => {
  world.moveTo(now)
  const deal = await newDeal(world)
  await deal.write()
  expect((await deal.view()).obstacles).toEqual({ sign: [], file: [], accept: [] })
  must(await deal.move(deal.answerer, 'sign', { signedOn: '2026-11-23' }))
  expect([await openItems(deal.id), (await deal.view()).registration.ruleId]).toEqual([['deal.file'], 'miit-2026'])
  must(await deal.move(deal.answerer, 'file'))
  // Thirty days from 23 November: 23 December, closing time.
  expect((await deal.view()).registration).toMatchObject({ filedAt: '2026-11-23T06:00:00.000Z', decisionDueAt: '2026-12-23T10:00:00.000Z' })
  must(await deal.move(deal.answerer, 'register', { certificate: '示例-2026-0001', verifiedAmount: 400000 }))
  must(await deal.answerer.put(`/deals/${deal.id}/milestones`, { version: (await deal.view()).version, milestones: [{ title: '首批模具涂层', dueOn: '2026-12-20', amount: 200000 }] }))
  expect((await deal.move(deal.asker, 'accept', { note: '达到约定指标。' })).body.code).toBe('milestones_open')
  const { milestones, version } = await deal.view()
  must(await deal.answerer.post(`/deals/${deal.id}/milestones/${milestones[0].id}`, { version, evidence: '首批 20 套已交付，有签收单。', reachedOn: '2026-11-23' }))
  must(await deal.answerer.post(`/deals/${deal.id}/receipts`, { version: version + 1, receivedOn: '2026-11-23', amount: 200000, voucher: 'SJ-001' }))
  must(await deal.move(deal.asker, 'accept', { note: '达到约定指标，模具寿命 25 吨。' }))
  expect(await deal.view()).toMatchObject({ state: 'accepted', received: 200000, benefitDueOn: '2027-11-23' })
  // The need is reported as solved, and the asker still has to say so itself.
  expect((await deal.asker.get(`/problems/${deal.problem.id}`)).body).toMatchObject({ state: 'settling', solution: expect.stringMatching(/^H-2026-\d{4} 示例：模具涂层技术许可：达到约定指标/), can: { confirm: true } })

  expect((await deal.move(deal.asker, 'close', { note: '成本下降。' })).body.code).toBe('too_early')
  await world.db.updateTable('deal').set({ benefitDueOn: '2026-11-23' }).where('id', '=', deal.id).execute()
  await askForBenefits(world.db, world.now())
  await askForBenefits(world.db, world.now())
  expect(await openItems(deal.id)).toEqual(['deal.benefit'])
  must(await deal.move(deal.asker, 'close', { note: '一年节省模具费约 60 万元。', benefitAmount: 600000 }))
  expect([await deal.view(), await openItems(deal.id)]).toMatchObject([{ state: 'closed', benefitAmount: 600000 }, []])
})

test('a licence is not signed on a handshake, a service is; registration wants the paper of either', async () => {
  const licence = await newDeal(world)
  expect((await licence.move(licence.answerer, 'sign')).body.code).toBe('contract_not_written')
  await expect(world.db.updateTable('deal').set({ state: 'signed', signedOn: '2026-11-23' }).where('id', '=', licence.id).execute()).rejects.toThrow('deal_in_writing')

  const service = await newDeal(world, { kind: 'service', subtype: 'training' })
  must(await service.move(service.answerer, 'sign'))
  expect((await service.move(service.answerer, 'file')).body.code).toBe('contract_not_written')
  expect((await service.move(service.asker, 'file')).status).toBe(403)
})

test('the rules of registration are those of the day of signing', async () => {
  for (const [signedOn, rule] of [['2026-01-22', 'most-2000'], ['2026-01-23', 'miit-2026']] as const) {
    const deal = await newDeal(world, { kind: 'consulting', subtype: 'consulting' })
    must(await deal.move(deal.answerer, 'sign', { signedOn }))
    expect((await deal.view()).registration.ruleId).toBe(rule)
  }
})

test('a public institution publishes an agreed price for fifteen days first; changing the price voids the notice', async () => {
  world.moveTo(now)
  const deal = await newDeal(world, { providerPublic: true })
  await deal.write()
  const signs = async () => (await deal.move(deal.answerer, 'sign')).body.code
  expect(await signs()).toBe('price_not_published')
  must(await deal.answerer.post(`/deals/${deal.id}/notice`, { version: (await deal.view()).version }))
  expect((await deal.view()).notice).toEqual({ needed: true, from: '2026-11-23', until: '2026-12-08', over: false })
  world.moveTo('2026-12-07T06:00:00Z')
  expect(await signs()).toBe('price_not_published')
  must(await deal.answerer.patch(`/deals/${deal.id}`, { ...dealForm({ providerPublic: true, totalAmount: 450000 }), version: (await deal.view()).version }))
  world.moveTo('2026-12-08T06:00:00Z')
  expect([await signs(), (await deal.view()).notice.until]).toEqual(['price_not_published', null])
  must(await deal.answerer.post(`/deals/${deal.id}/notice`, { version: (await deal.view()).version }))
  world.moveTo('2026-12-23T06:00:00Z')
  must(await deal.move(deal.answerer, 'sign'))
  // The database holds it too, whatever the code says.
  await expect(world.db.updateTable('deal').set({ noticeUntil: '2026-12-09', noticeFrom: '2026-12-08' }).where('id', '=', deal.id).execute()).rejects.toThrow('deal_price_was_published')
  const listed = await newDeal(world, { providerPublic: true, pricing: 'auction' })
  expect((await listed.answerer.post(`/deals/${listed.id}/notice`, { version: (await listed.view()).version })).body.code).toBe('notice_not_needed')
  world.moveTo(now)
})

test('amounts that cannot be are refused, and by the database', async () => {
  const introduction = await newIntroduction(world, 'talking')
  const { body } = await introduction.answerer.post('/deals', { introductionId: introduction.id, ...dealForm({ technicalAmount: 500001 }) })
  expect(body.code).toBe('technical_over_total')
  expect((await introduction.answerer.post('/deals', { introductionId: introduction.id, ...dealForm({ kind: 'service' }) })).body.details.issues).toEqual([{ path: ['subtype'], code: 'not_of_kind' }])
  const deal = await newDeal(world)
  await deal.write()
  must(await deal.move(deal.answerer, 'sign'))
  const receipt = async (more: Record<string, unknown>) => (await deal.answerer.post(`/deals/${deal.id}/receipts`, { version: (await deal.view()).version, receivedOn: '2026-11-23', amount: 300000, voucher: 'A', ...more })).body.code
  expect([await receipt({}), await receipt({ amount: 1 }), await receipt({ voucher: 'B' }), await receipt({ receivedOn: '2026-11-24', voucher: 'C', amount: 1 })]).toEqual([undefined, 'voucher_taken', 'over_total', 'invalid_input'])
  await expect(world.db.updateTable('deal').set({ technicalAmount: 500001 }).where('id', '=', deal.id).execute()).rejects.toThrow('deal_technical_within_total')
  await expect(world.db.insertInto('dealReceipt').values({ dealId: deal.id, receivedOn: '2026-11-23', amount: 200001, voucher: 'D', writtenAt: new Date(now) }).execute()).rejects.toThrow('more received than agreed')
})

test('two file or register at once, and it happens once; a certificate stands on one contract', async () => {
  const [deal, other] = [await newDeal(world), await newDeal(world)]
  for (const one of [deal, other]) {
    await one.write()
    must(await one.move(one.answerer, 'sign'))
  }
  const filing = await Promise.all([deal.move(deal.answerer, 'file'), deal.move(deal.answerer, 'file')])
  expect(filing.map(({ status }) => status).sort()).toEqual([200, 409])
  const registering = await Promise.all([1, 2].map(() => deal.move(deal.office, 'register', { certificate: '示例-2026-0009', verifiedAmount: 1 })))
  expect(registering.map(({ status }) => status).sort()).toEqual([200, 409])
  must(await other.move(other.answerer, 'file'))
  expect((await other.move(other.office, 'register', { certificate: '示例-2026-0009', verifiedAmount: 1 })).body.code).toBe('certificate_taken')
  expect((await other.move(other.office, 'register', { certificate: 'x', verifiedAmount: 500001 })).body.code).toBe('over_total')
  expect((await other.move(other.office, 'refuse')).body.code).toBe('reason_needed')
  must(await other.move(other.office, 'refuse', { note: '不属于技术合同。' }))
  // Once: what was refused is not filed again, but the work goes on.
  expect([(await other.move(other.answerer, 'file')).body.code, (await other.view()).can.accept]).toEqual(['wrong_state', false])
  expect((await other.asker.get(`/deals/${other.id}`)).body.can.accept).toBe(true)
})

test('a reward below half is written with its reason', async () => {
  const deal = await newDeal(world)
  const set = async (body: Record<string, unknown>) => deal.answerer.put(`/deals/${deal.id}/reward`, { version: (await deal.view()).version, ...body })
  expect((await set({ share: 49.5 })).body).toMatchObject({ code: 'reason_needed', details: { least: 50 } })
  must(await set({ share: 49.5, reason: '本校奖励办法第三条。' }))
  expect((await deal.view()).reward).toEqual({ share: 49.5, reason: '本校奖励办法第三条。', low: true })
  expect((await deal.asker.put(`/deals/${deal.id}/reward`, { share: 80, version: 1 })).status).toBe(403)
})

test('a contract that comes to nothing ends with a code, and the need is open again with a new clock', async () => {
  const deal = await newDeal(world)
  expect((await deal.move(deal.asker, 'end')).body.code).toBe('reason_needed')
  must(await deal.move(deal.asker, 'end', { endCode: 'terms', note: '付款方式谈不拢。' }))
  expect((await deal.introduction.view())).toMatchObject({ state: 'declined', declineCode: 'terms', endedSide: 'asker' })
  expect((await deal.asker.get(`/problems/${deal.problem.id}`)).body).toMatchObject({ state: 'open', answerDueAt: '2026-12-07T10:00:00.000Z' })
})

test('only who has a part in it sees a contract, its files and its place on the board', async () => {
  const deal = await newDeal(world)
  const { body: file } = await deal.write()
  for (const role of ['enterprise_contact', 'school_contact', 'platform_contact', 'official'] as const) {
    const stranger = await world.person(role)
    expect([(await stranger.get(`/deals/${deal.id}`)).status, (await stranger.get(`/files/${file.id}`)).status]).toEqual([404, 404])
    expect((await stranger.get('/deals/board')).body.columns.every(({ count }: { count: number }) => count === 0)).toBe(true)
  }
  const { body } = await deal.asker.get('/deals/board')
  expect(body.columns.find(({ state }: { state: string }) => state === 'drafting')).toMatchObject({ count: 1, amount: 500000, rows: [{ id: deal.id }] })
})

test('the office changes the days of a rule; what is under way keeps its own', async () => {
  const office = await world.person('secretariat')
  expect((await office.patch('/registration-rules/miit-2026', { decisionDays: 20 })).body).toMatchObject({ decisionDays: 20 })
  const deal = await newDeal(world)
  await deal.write()
  must(await deal.move(deal.answerer, 'sign'))
  must(await deal.move(deal.answerer, 'file'))
  must(await office.patch('/registration-rules/miit-2026', { decisionDays: 30 }))
  expect((await deal.view()).registration.decisionDueAt).toBe('2026-12-13T10:00:00.000Z')
  expect((await deal.asker.patch('/registration-rules/miit-2026', { decisionDays: 1 })).status).toBe(403)
})

test('list and board take the same number of queries for one contract and for thirty', async () => {
  const deal = await newDeal(world)
  const read = async () => [await deal.asker.get('/deals?size=50'), await deal.asker.get('/deals/board')]
  const one = await countQueries(read)
  // The same talks would have one contract at a time: each of the others ended.
  const ids = await copyRows(world, 'introduction', { column: 'id', value: deal.introduction.id }, 29, { state: 'declined', decline_code: 'terms', ended_at: '2026-11-23', due_at: null })
  for (const [at, id] of ids.entries()) await copyRows(world, 'deal', { column: 'id', value: deal.id }, 1, { introduction_id: id, number: `H-${at}`, state: 'drafting' })
  const [list, board] = await read()
  expect([await countQueries(read), list!.body.rows.length, board!.body.columns[0].rows.length]).toEqual([one, 30, 30])
})
