import { afterAll, beforeAll, expect, test } from 'vitest'
import { password, tokenOf, visitor } from '../../../../test/identity-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { inTransaction } from '../../../kernel/db.ts'
import { setting, useSetting } from '../../../kernel/setting.ts'
import { createAccount, grantRole } from '../service.ts'
import { demoPassword, demoTotpSecret } from './service.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await inTransaction(world.db, async (tx) => {
    const accountId = await createAccount(tx, { name: '陈敏', login: 'secretariat', password: demoPassword, demo: true, totpSecret: demoTotpSecret }, world.now())
    await grantRole(tx, null, { accountId, role: 'secretariat', allianceId: world.alliance.id }, world.now())
    const real = await createAccount(tx, { name: '真人', login: 'real', password, totpSecret: demoTotpSecret }, world.now())
    await grantRole(tx, null, { accountId: real, role: 'secretariat', allianceId: world.alliance.id }, world.now())
  })
})
afterAll(() => world.close())

const panel = async () => (await world.nobody.get('/sign-in')).body.demoAccounts
const enter = async () => {
  const [account] = await panel()
  const first = await world.nobody.post('/session', { login: account.login, password: account.password })
  const second = await world.request('POST', '/session/second-factor', tokenOf(first), { code: account.code })
  return { second, visitor: visitor(world, tokenOf(second)!) }
}

test('the panel shows demonstration accounts and nobody else', async () => {
  expect(await panel()).toEqual([
    { login: 'secretariat', password: demoPassword, name: '陈敏', role: 'secretariat', placeName: world.alliance.name, purpose: null, code: expect.stringMatching(/^\d{6}$/), codeSecondsLeft: 30 },
  ])
})

test('two visitors come in with what the panel shows within the same half minute', async () => {
  expect((await enter()).second.status).toBe(200)
  expect((await enter()).second.status).toBe(200)
})

test('one visitor cannot shut the others out', async () => {
  const { visitor: guest } = await enter()
  expect((await guest.put('/account/password', { current: demoPassword, next: 'Another-9-good-word' })).body.code).toBe('demo_account')
  expect((await guest.post('/account/second-factor', { password: demoPassword })).body.code).toBe('demo_account')
  expect((await guest.patch('/account', { email: 'mine@example.test' })).body.code).toBe('demo_account')
  expect((await guest.patch('/account', { largeText: true })).status).toBe(200)
})

test('where the demonstration is off, its accounts are as good as unknown and their sessions end', async () => {
  const { visitor: guest } = await enter()
  useSetting({ ...setting(), demo: false })
  try {
    expect(await panel()).toEqual([])
    expect((await guest.get('/session')).status).toBe(401)
    expect((await world.nobody.post('/session', { login: 'secretariat', password: demoPassword })).body.code).toBe('wrong_credentials')
  } finally {
    useSetting({ ...setting(), demo: true })
  }
})
