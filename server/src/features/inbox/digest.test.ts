import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { enqueue } from '../../kernel/outbox.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { ask } from './service.ts'
import type { NewItem } from './tables.ts'

type Letter = { to: string; text: string }
let world: World
let server: SMTPServer
const letters: Letter[] = []

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map((one) => one.address).join(), text: decoded(Buffer.concat(parts).toString()) })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  world = await newWorld({ now: '2026-11-24T00:00:00Z', setting: { smtp: { url: `smtp://127.0.0.1:${port}`, from: 'silian@example.test' } } })
})
afterAll(async () => {
  await world.close()
  await new Promise<void>((closed) => server.close(() => closed()))
})

/** The readable part of a letter: header words and body as text. */
function decoded(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const subject = head.replaceAll(/\r\n\s/g, '').replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_all, text: string) => Buffer.from(text, 'base64').toString()).replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_all, text: string) => unquote(text.replaceAll('_', ' ')))
  const text = body.join('\r\n\r\n')
  return `${subject}\n\n${/base64/i.test(head) ? Buffer.from(text, 'base64').toString() : unquote(text.replaceAll('=\r\n', ''))}`
}
const unquote = (text: string) => Buffer.from(text.replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString()

const asked = (assignee: NewItem['assignee'], dueAt: string | null, organisation = '示例公司') =>
  inTransaction(world.db, (tx) =>
    ask(tx, [{ kind: 'membership.check', subjectType: 'membership', subjectId: randomUUID(), params: { organisation, alliance: '示例联盟' }, assignee, initiatorId: null, dueAt: dueAt ? new Date(dueAt) : null }], world.now()),
  )
const mailTo = (accountId: string, change: Record<string, unknown>) => world.db.updateTable('account').set(change).where('id', '=', accountId).execute()
const morning = async () => {
  letters.length = 0
  await inTransaction(world.db, (tx) => enqueue(tx, 'inbox_digest', {}))
  await world.work()
  return letters
}

test('in the morning everybody with something open gets one letter, in their language, the late first', async () => {
  const organisation = await world.organisation('enterprise')
  const [officer, reader, silent, calm] = [await world.person('secretariat', { name: '陈敏' }), await world.person('enterprise_contact', { organisationId: organisation.id }), await world.person('enterprise_contact', { organisationId: organisation.id }), await world.person('teacher')]
  await mailTo(officer.accountId, { email: 'officer@example.test' })
  await mailTo(reader.accountId, { email: 'reader@example.test', locale: 'en' })
  await mailTo(silent.accountId, { email: 'silent@example.test', digest: false })
  await mailTo(calm.accountId, { email: 'calm@example.test' })
  await asked({ role: 'secretariat', allianceId: world.alliance.id }, '2026-11-27T10:00:00Z', '示例后到公司')
  await asked({ role: 'secretariat', allianceId: world.alliance.id }, '2026-11-23T10:00:00Z', '示例先到公司')
  await asked({ accountId: officer.accountId }, null, '示例无期公司')
  await asked({ role: 'enterprise_contact', organisationId: organisation.id }, '2026-11-27T10:00:00Z')

  const sent = await morning()

  expect(sent.map((letter) => letter.to).sort()).toEqual(['officer@example.test', 'reader@example.test'])
  const chinese = sent.find((letter) => letter.to === 'officer@example.test')!.text
  expect(chinese).toContain('待办 3 件，其中 1 件已超期')
  const order = ['已超期：核查入会申请：示例先到公司', '核查入会申请：示例后到公司', '核查入会申请：示例无期公司', 'http://silian.test/app/inbox'].map((line) => chinese.indexOf(line))
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(order).not.toContain(-1)
  expect(sent.find((letter) => letter.to === 'reader@example.test')!.text).toContain('Check the application of 示例公司')
})

test('a person in two seats gets one letter about both', async () => {
  const person = await world.person('school_contact')
  const second = await world.organisation('park')
  await world.db.insertInto('roleGrant').values({ accountId: person.accountId, role: 'park_contact', organisationId: second.id }).execute()
  await mailTo(person.accountId, { email: 'two@example.test' })
  await asked({ role: 'school_contact', organisationId: person.organisationId }, null, '示例学校事')
  await asked({ role: 'park_contact', organisationId: second.id }, null, '示例园区事')

  const mine = (await morning()).filter((letter) => letter.to === 'two@example.test')

  expect(mine).toHaveLength(1)
  expect(['示例学校事', '示例园区事'].map((text) => mine[0]!.text.includes(text))).toEqual([true, true])
})

test('who has left the seat, or whose account is closed, hears nothing more', async () => {
  const [left, closed] = [await world.person('platform_contact'), await world.person('platform_contact')]
  for (const [person, email] of [[left, 'left@example.test'], [closed, 'closed@example.test']] as const) {
    await mailTo(person.accountId, { email })
    await asked({ role: 'platform_contact', organisationId: person.organisationId }, null)
  }
  await world.db.updateTable('roleGrant').set({ revokedAt: world.now() }).where('accountId', '=', left.accountId).execute()
  await mailTo(closed.accountId, { disabledAt: world.now() })

  expect((await morning()).filter((letter) => /left|closed/.test(letter.to))).toEqual([])
})
