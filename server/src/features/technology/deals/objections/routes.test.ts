import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadCodes } from '../../../../../test/talent-world.ts'
import { must, newDeal } from '../../../../../test/technology-world.ts'
import { newWorld, type World } from '../../../../../test/world.ts'
import { askForBenefits } from '../clock/service.ts'

let world: World
let deal: Awaited<ReturnType<typeof newDeal>>
const now = '2026-11-23T06:00:00Z'
const said = { name: '示例某研究所', contact: '0757-00000000', body: '同类许可去年成交价明显更高，请公开评估依据。' }

beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
  world.moveTo(now)
  deal = await newDeal(world, { providerPublic: true })
  await deal.write()
})
beforeEach(() => world.moveTo(now))
afterAll(() => world.close())

const publish = async () => must(await deal.answerer.post(`/deals/${deal.id}/notice`, { version: (await deal.view()).version }))
const object = (body: Record<string, unknown> = said) => world.nobody.post(`/public/deals/${deal.id}/objections`, body)
const items = async () => (await world.db.selectFrom('inboxItem').select(['kind', 'organisationId', 'role']).where('subjectId', '=', deal.id).where('closedAt', 'is', null).orderBy('kind').execute())
const page = async (path = `/prices/${deal.id}`) => (await world.app.inject({ url: path })).body
const rows = async (person = deal.answerer) => must(await person.get(`/deals/${deal.id}/objections`)).body.rows

test('nobody objects to a price that is not published, and its page does not exist', async () => {
  expect([(await object()).status, (await world.app.inject({ url: `/prices/${deal.id}` })).statusCode]).toEqual([404, 404])
})

test('anybody objects on the public page without an account; what is missing is named and what was typed stays', async () => {
  await publish()
  expect([await page('/notices'), await page('/achievements')].every((body) => body.includes(`/prices/${deal.id}`))).toBe(true)
  const send = (form: Record<string, string>) => world.app.inject({ method: 'POST', url: `/prices/${deal.id}`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(form).toString() })
  const short = await send({ ...said, contact: '1' })
  expect([short.statusCode, short.body.includes('5 至 100 个字符'), short.body.includes(said.body)]).toEqual([422, true, true])
  const sent = await send(said)
  expect([sent.statusCode, sent.headers.location]).toEqual([303, expect.stringMatching(/\/prices\/.+\?received=.+#objection$/)])
  const receipt = await page(String(sent.headers.location).split('#')[0])
  expect([receipt.includes('Y-2026-0001'), receipt.includes('收到异议 1 件，已书面答复 0 件')]).toEqual([true, true])
  // Who objected is not for the public, nor for the other side.
  expect([(await page()).includes(said.name), (await page()).includes(said.body)]).toEqual([false, false])
  expect(await rows(deal.asker)).toMatchObject([{ body: said.body, name: null, contact: null, can: { answer: false } }])
  expect(await rows()).toMatchObject([{ number: 'Y-2026-0001', name: said.name, contact: said.contact, dueAt: '2026-12-07T10:00:00.000Z', can: { answer: true } }])
})

test('the unit that sells is asked once, and nobody signs until all have an answer; the database holds it, too', async () => {
  must(await object({ ...said, body: '名称和专利证书上的不一致，请核对。' }))
  expect(await items()).toEqual([{ kind: 'deal.objection', organisationId: deal.achievement.house.id, role: 'school_contact' }])
  world.moveTo('2026-12-08T06:00:00Z')
  expect((await deal.move(deal.answerer, 'sign')).body.code).toBe('objections_open')
  expect((await deal.view()).obstacles.sign).toEqual(['objections_open'])
  await expect(world.db.updateTable('deal').set({ state: 'signed', signedOn: '2026-12-08', ruleId: 'miit-2026' }).where('id', '=', deal.id).execute()).rejects.toThrow('is not answered')
})

test('what the unit leaves unanswered comes to the office on time', async () => {
  world.moveTo('2026-12-07T10:00:00Z')
  await askForBenefits(world.db, world.now())
  await askForBenefits(world.db, world.now())
  expect((await items()).map(({ kind }) => kind)).toEqual(['deal.objection', 'deal.objection_late'])
})

test('an answer is in writing, by the unit or the office, once; whoever objected reads it, and the price stays', async () => {
  const [first, second] = await rows()
  const answer = (person: typeof deal.asker, id: string, body: Record<string, unknown> = { outcome: 'kept', answer: '已核对专利证书，名称一致；评估报告已附在公示栏。' }) => person.post(`/deals/${deal.id}/objections/${id}/answer`, body)
  expect([(await answer(deal.asker, first.id)).status, (await answer(deal.answerer, first.id, { outcome: 'kept', answer: '好' })).status]).toEqual([403, 422])
  const both = await Promise.all([answer(deal.answerer, first.id), answer(deal.office, first.id)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await items()).length).toBe(2)
  must(await answer(deal.office, second.id))
  expect(await items()).toEqual([])
  const receipt = await page(`/prices/${deal.id}?received=${first.id}`)
  expect([receipt.includes('已书面答复：维持原价格'), receipt.includes('已核对专利证书')]).toEqual([true, true])
  world.moveTo('2026-12-08T06:00:00Z')
  expect((await object()).body.code).toBe('price_notice_over')
  expect((await deal.view()).obstacles.sign).toEqual([])
})

test('what was right makes the notice void: it is published anew, and two who object at once both have a number', async () => {
  const sent = await Promise.all([object(), object()])
  expect(sent.map(({ body }) => body.number).sort()).toEqual(['Y-2026-0003', 'Y-2026-0004'])
  for (const one of sent) must(await deal.answerer.post(`/deals/${deal.id}/objections/${one.body.id}/answer`, { outcome: 'changed', answer: '价格漏算了技术服务，改正后重新公示。' }))
  expect([(await deal.view()).notice.until, (await object()).status, (await deal.move(deal.answerer, 'sign')).body.code]).toEqual([null, 404, 'price_not_published'])
  await expect(world.db.insertInto('priceObjection').values({ ...said, number: 'Y-2026-9999', dealId: deal.id, madeAt: world.now(), dueAt: new Date(world.now().getTime() + 1000) }).execute()).rejects.toThrow('not being published')
})
