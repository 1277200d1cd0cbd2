import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newFirm, newPost } from '../../../../test/needs-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { setting, useSetting } from '../../../kernel/setting.ts'
import { failuresBeforeOff, mostAttempts } from './rules.ts'
import { sendWebhook } from './service.ts'

type Got = { headers: Record<string, string>; body: string }

let world: World
let office: Person
let firm: Awaited<ReturnType<typeof newFirm>>
let server: Server
let url: string
const got: Got[] = []
let answer: { status: number; body: string }

beforeAll(async () => {
  world = await newWorld({ setting: { webhooksInside: true } })
  office = await world.person('secretariat')
  firm = await newFirm(world, { name: '示例收信企业', contactName: '示例联系人', contactPhone: '+8613900001111' })
  server = createServer((request, reply) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      got.push({ headers: request.headers as Record<string, string>, body })
      reply.writeHead(answer.status).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/silian`
})
beforeEach(() => {
  got.length = 0
  answer = { status: 200, body: 'thanks' }
})
afterAll(async () => {
  server.close()
  await world.close()
})

const make = async (person: Person, change: Record<string, unknown> = {}) => (await person.post('/webhooks', { name: '示例对接', url, events: ['need.opened', 'member.joined'], ...change })).body as { id: string; secret: string }
const logOf = async (person: Person, id: string) => (await person.get(`/webhooks/${id}/deliveries`)).body.rows as { id: string; event: string; state: string; payload: Record<string, unknown>; attempts: { status: number | null; reply: string; fault: string | null }[]; can: { replay: boolean } }[]
/** The only waiting message of a webhook, tried as often as asked; whether the queue was told to try again. */
async function attempt(webhookId: string, times = 1) {
  const again: boolean[] = []
  const { id } = await world.db.selectFrom('webhookDelivery').select('id').where('webhookId', '=', webhookId).orderBy('createdAt', 'desc').orderBy('id', 'desc').executeTakeFirstOrThrow()
  for (let at = 0; at < times; at++) again.push(await sendWebhook(world.db, { deliveryId: id }, world.now()).then(() => false, () => true))
  return again
}

test('an opened need is told after it was committed, signed so that the receiver can check it', async () => {
  const { id, secret } = await make(office)
  const { id: needId, number } = await newPost(world, firm, 'open', { title: '数控车工实习生' })
  await world.work()

  expect(got).toHaveLength(1)
  const { headers, body } = got[0]!
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64')
  expect([headers['webhook-signature'], headers['webhook-timestamp'], headers['content-type']]).toEqual([`v1,${expected}`, String(Math.floor(world.now().getTime() / 1000)), 'application/json'])
  expect(JSON.parse(body)).toEqual({
    type: 'need.opened',
    timestamp: expect.any(String),
    data: {
      id: needId, number, kind: 'post', title: '数控车工实习生', titleEn: null, state: 'open', validUntil: '2027-02-15', organisationId: firm.id, organisationName: '示例收信企业',
      url: `http://silian.test/app/needs/${needId}`,
    },
  })
  expect((await logOf(office, id)).map(({ event, state, attempts }) => [event, state, attempts.map(({ status, reply }) => [status, reply])])).toEqual([['need.opened', 'delivered', [[200, 'thanks']]]])
})

test('no person stands in what is sent', async () => {
  await make(office, { name: '入会' })
  const applicant = await newFirm(world, { name: '示例新成员企业', contactName: '示例王某', contactPhone: '+8613900002222', contactEmail: 'w@example.cn' })
  await world.db.insertInto('membership').values({ allianceId: world.alliance.id, organisationId: applicant.id, state: 'active', certificateNumber: 'NH-0042', approvedAt: world.now(), statement: '示例说明' }).execute()
  await world.work()
  const told = JSON.parse(got[0]!.body)
  expect(told.data).toEqual({ id: applicant.id, name: '示例新成员企业', nameEn: null, kind: 'enterprise', town: null, seat: 'member', url: `http://silian.test/app/organisations/${applicant.id}` })
})

test('a draft tells nobody, and confirming an open post again does not either', async () => {
  const before = (await world.db.selectFrom('webhookDelivery').select('id').execute()).length
  const { id } = await newPost(world, firm, 'draft', { title: '钳工实习生' })
  await world.db.updateTable('need').set({ state: 'open', verifiedAt: world.now() }).where('id', '=', id).execute()
  await world.db.updateTable('need').set({ state: 'stale' }).where('id', '=', id).execute()
  await world.db.updateTable('need').set({ state: 'open' }).where('id', '=', id).execute()
  const after = (await world.db.selectFrom('webhookDelivery').select('id').execute()).length
  const listening = (await world.db.selectFrom('webhook').select('id').execute()).length
  expect(after - before).toBe(listening)
  await world.work()
})

test('what is rolled back was never told', async () => {
  const before = (await world.db.selectFrom('webhookDelivery').select('id').execute()).length
  await world.db
    .transaction()
    .execute(async (tx) => {
      await tx.insertInto('need').values({ number: 'X-2026-9999', kind: 'post', allianceId: world.alliance.id, organisationId: firm.id, title: '示例', state: 'open', validUntil: '2027-12-31', verifiedAt: world.now() }).execute()
      throw new Error('no')
    })
    .catch(() => {})
  expect((await world.db.selectFrom('webhookDelivery').select('id').execute()).length).toBe(before)
})

test('after 500 the same message comes again, and a success ends it', async () => {
  const { id } = await make(firm.contact, { name: '重试' })
  await firm.contact.post(`/webhooks/${id}/test`)
  answer = { status: 500, body: 'x'.repeat(3000) }
  expect(await attempt(id)).toEqual([true])
  answer = { status: 204, body: '' }
  expect(await attempt(id, 2)).toEqual([false, false])
  expect(got.map(({ headers, body }) => [headers['webhook-id'], body])).toEqual([[got[0]!.headers['webhook-id'], got[0]!.body], [got[0]!.headers['webhook-id'], got[0]!.body]])
  const [delivery] = await logOf(firm.contact, id)
  expect([delivery!.state, delivery!.attempts.map(({ status, reply }) => [status, reply.length])]).toEqual(['delivered', [[500, 1024], [204, 0]]])
  expect((await firm.contact.get('/webhooks')).body.rows.find((row: { id: string }) => row.id === id)).toMatchObject({ failures: 0, disabledAt: null })
})

test('a failed job stays in the queue, to be tried again', async () => {
  const { id } = await make(firm.contact, { name: '排队' })
  answer = { status: 503, body: '' }
  await firm.contact.post(`/webhooks/${id}/test`)
  await expect(world.work()).rejects.toThrow(/503/)
  const { rows } = await sql<{ attempts: number }>`select attempts from graphile_worker.jobs where task_identifier = 'send_webhook'`.execute(world.db)
  expect(rows).toEqual([{ attempts: 1 }])
  answer = { status: 200, body: '' }
  await attempt(id)
})

test('a message is given up after the last attempt, and can be sent again under its id', async () => {
  const { id } = await make(firm.contact, { name: '放弃' })
  await firm.contact.post(`/webhooks/${id}/test`)
  answer = { status: 500, body: '' }
  expect((await attempt(id, mostAttempts)).at(-1)).toBe(false)
  const [failed] = await logOf(firm.contact, id)
  expect([failed!.state, failed!.can.replay]).toEqual(['failed', true])

  answer = { status: 200, body: 'now' }
  world.moveTo({ hours: 1 })
  await firm.contact.post(`/webhooks/${id}/deliveries/${failed!.id}/replay`)
  expect((await firm.contact.post(`/webhooks/${id}/deliveries/${failed!.id}/replay`)).body.code).toBe('wrong_state')
  await attempt(id)
  expect([(await logOf(firm.contact, id))[0]!.state, got.at(-1)!.headers['webhook-id']]).toEqual(['delivered', got[0]!.headers['webhook-id']])
  // Signed anew: a receiver refuses what was signed long ago.
  expect(got.at(-1)!.headers['webhook-timestamp']).not.toBe(got[0]!.headers['webhook-timestamp'])
})

test('after too many failures in a row it is switched off and its owner is told; switching it on settles that', async () => {
  const { id } = await make(firm.contact, { name: '坏地址' })
  answer = { status: 500, body: '' }
  await world.db.updateTable('webhook').set({ failures: failuresBeforeOff - 1 }).where('id', '=', id).execute()
  await firm.contact.post(`/webhooks/${id}/test`)
  expect(await attempt(id)).toEqual([false])
  const row = async () => (await firm.contact.get('/webhooks')).body.rows.find((one: { id: string }) => one.id === id)
  expect(await row()).toMatchObject({ disabledReason: 'failing', failures: failuresBeforeOff })
  expect((await firm.contact.get('/inbox')).body.rows.filter((item: { kind: string }) => item.kind === 'webhook.repair')).toMatchObject([{ params: { name: '坏地址', failures: failuresBeforeOff } }])
  expect((await firm.contact.post(`/webhooks/${id}/test`)).body.code).toBe('webhook_off')

  await firm.contact.patch(`/webhooks/${id}`, { enabled: true, version: (await row()).version })
  expect([(await row()).disabledAt, (await row()).failures, (await firm.contact.get('/inbox')).body.rows.filter((item: { kind: string }) => item.kind === 'webhook.repair')]).toEqual([null, 0, []])
})

test('410 switches it off at once', async () => {
  const { id } = await make(firm.contact, { name: '不要了' })
  answer = { status: 410, body: '' }
  await firm.contact.post(`/webhooks/${id}/test`)
  await attempt(id)
  expect((await firm.contact.get('/webhooks')).body.rows.find((one: { id: string }) => one.id === id)).toMatchObject({ disabledReason: 'gone' })
})

test('what was withdrawn before its turn came is not told', async () => {
  const { id } = await make(firm.contact, { name: '撤回', events: ['need.opened'] })
  const post = await newPost(world, firm, 'draft', { title: '铣工实习生' })
  await world.db.updateTable('need').set({ state: 'open', verifiedAt: world.now() }).where('id', '=', post.id).execute()
  await world.db.updateTable('need').set({ state: 'withdrawn' }).where('id', '=', post.id).execute()
  await attempt(id)
  expect([got, (await logOf(firm.contact, id))[0]!.state]).toEqual([[], 'skipped'])
  await world.work()
})

test('nothing reaches an address inside, neither when it is written down nor when its name leads there later', async () => {
  const inside = await make(firm.contact, { name: '内网' })
  await firm.contact.post(`/webhooks/${inside.id}/test`)
  useSetting({ ...setting(), webhooksInside: false })
  const codes = await Promise.all(['http://hooks.example.com/', 'https://127.0.0.1/', 'https://localhost/', 'https://erp/', 'https://a:b@hooks.example.com/'].map(async (address) => (await firm.contact.post('/webhooks', { name: 'x', url: address, events: ['need.opened'] })).body.code))
  await attempt(inside.id)
  await world.db.updateTable('webhook').set({ url: 'https://localhost:4/' }).where('id', '=', inside.id).execute()
  await attempt(inside.id)
  useSetting({ ...setting(), webhooksInside: true })
  expect([codes, got]).toEqual([['webhook_address', undefined, 'webhook_address', 'webhook_address', 'webhook_address'], []])
  expect((await logOf(firm.contact, inside.id))[0]!.attempts.map(({ status, fault }) => [status, fault])).toEqual([[null, 'private_address'], [null, 'private_address']])
})

test('each sees its own only, and only who keeps seats', async () => {
  const { id } = await make(office, { name: '秘书处的' })
  const delivery = (await office.post(`/webhooks/${id}/test`)).body.deliveryId
  const other = await world.person('enterprise_contact')
  const teacher = await world.person('teacher')
  const secret = JSON.stringify((await office.get('/webhooks')).body)
  expect(secret).not.toContain('whsec_')
  expect((await other.get('/webhooks')).body.rows).toEqual([])
  const tries = await Promise.all([other.get(`/webhooks/${id}/deliveries`), other.delete(`/webhooks/${id}`), other.post(`/webhooks/${id}/secret`), other.post(`/webhooks/${id}/deliveries/${delivery}/replay`), teacher.get('/webhooks'), teacher.post('/webhooks', { name: 'x', url, events: ['need.opened'] })])
  expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 403, 403])
})

test('a new secret signs from then on; changing by an old form is refused', async () => {
  const { id, secret } = await make(office, { name: '换密钥' })
  const renewed = (await office.post(`/webhooks/${id}/secret`)).body.secret
  expect([renewed === secret, (await office.patch(`/webhooks/${id}`, { name: '旧表单', version: 1 })).body.code]).toEqual([false, 'changed_meanwhile'])
  await office.post(`/webhooks/${id}/test`)
  await attempt(id)
  const { headers, body } = got.at(-1)!
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', Buffer.from(renewed.slice(6), 'base64')).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64')}`)
  await office.delete(`/webhooks/${id}`)
  expect((await office.get(`/webhooks/${id}/deliveries`)).status).toBe(404)
})

test('an office keeps ten and no more', async () => {
  const fresh = await world.person('park_contact')
  for (let at = 0; at < 9; at++) await make(fresh, { name: `第${at}个` })
  const two = await Promise.all([fresh.post('/webhooks', { name: 'a', url, events: ['need.opened'] }), fresh.post('/webhooks', { name: 'b', url, events: ['need.opened'] })])
  expect(two.map(({ status }) => status).sort()).toEqual([200, 409])
})
