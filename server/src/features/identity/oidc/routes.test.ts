import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAccount, signIn, tokenOf, visitor } from '../../../../test/identity-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { setting, useSetting } from '../../../kernel/setting.ts'

let world: World
let server: Server
let issuer: string

beforeAll(async () => {
  server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'silian', client_secret: 'a-secret-of-the-test', redirect_uris: ['http://silian.test/app/oidc'] }],
    cookies: { keys: ['a-key-of-the-test'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  })
  const handle = provider.callback()
  world = await newWorld({ setting: { oidc: { issuer, clientId: 'silian', clientSecret: 'a-secret-of-the-test', name: '示例统一身份' } } })
})
afterAll(async () => {
  await world.close()
  await new Promise((closed) => server.close(closed))
})

type Out = { url: string; ticket: string }
const setOut = async (token: string | null, purpose: 'sign_in' | 'link') => (await world.request('POST', '/oidc/start', token, { purpose })).body as Out
const comeBack = (token: string | null, ticket: string, search: string) => world.request('POST', '/oidc/return', token, { ticket, search })

/** What a browser does at the provider: follow, sign in as this person, consent, until it is sent back to us. */
async function browse(url: string, person: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = url
  let form: Record<string, string> | undefined
  for (let step = 0; step < 20; step++) {
    const reply = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const cookie of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      if (value) jar.set(name!, value)
      else jar.delete(name!)
    }
    form = undefined
    const location = reply.headers.get('location')
    if (location) {
      const target = new URL(location, next)
      if (target.origin === 'http://silian.test') return target.search
      next = target.href
      continue
    }
    const page = await reply.text()
    const action = /action="([^"]+)"/.exec(page)
    if (!action) throw new Error(page)
    next = new URL(action[1]!, next).href
    form = page.includes('name="login"') ? { prompt: 'login', login: person, password: 'any' } : { prompt: 'consent' }
  }
  throw new Error('the provider never sent us back')
}

async function linked(person: string) {
  const account = await newAccount(world, 'enterprise_contact')
  const contact = await signIn(world, account.login)
  const out = await setOut(contact.token, 'link')
  const reply = await comeBack(contact.token, out.ticket, await browse(out.url, person))
  return { account, contact, reply }
}

test('the sign-in page names the other system', async () => {
  expect((await world.nobody.get('/sign-in')).body.oidcName).toBe('示例统一身份')
})

test('a stranger is not let in and gets no account', async () => {
  const before = await world.db.selectFrom('account').select('id').execute()
  const { url, ticket } = await setOut(null, 'sign_in')
  expect(await comeBack(null, ticket, await browse(url, 'a-stranger'))).toMatchObject({ status: 403, body: { code: 'oidc_not_linked' } })
  expect(await world.db.selectFrom('account').select('id').execute()).toEqual(before)
})

test('who linked it once signs in with it, and still gives the second factor', async () => {
  const { account, contact, reply } = await linked('lin')
  expect(reply.body).toEqual({ purpose: 'link', secondFactor: 'done' })
  expect((await contact.get('/account')).body.oidc).toEqual({ name: '示例统一身份', linked: true })

  const { url, ticket } = await setOut(null, 'sign_in')
  const back = await comeBack(null, ticket, await browse(url, 'lin'))
  expect(back).toMatchObject({ status: 200, body: { purpose: 'sign_in', secondFactor: 'needed' } })
  const half = visitor(world, tokenOf(back)!)
  expect((await half.get('/session')).body.account.id).toBe(account.accountId)
  expect((await half.get('/account')).body.code).toBe('second_factor_needed')
})

test('unlinked, it no longer opens', async () => {
  const { contact } = await linked('wen')
  expect((await contact.delete('/account/oidc')).status).toBe(200)
  const { url, ticket } = await setOut(null, 'sign_in')
  expect((await comeBack(null, ticket, await browse(url, 'wen'))).body.code).toBe('oidc_not_linked')
})

test('one identity opens one account', async () => {
  await linked('twice')
  expect((await linked('twice')).reply).toMatchObject({ status: 409, body: { code: 'oidc_taken' } })
})

test('an answer that belongs to another way out, a changed one, a second use and a late one are refused', async () => {
  await linked('careful')
  const mine = await setOut(null, 'sign_in')
  const other = await setOut(null, 'sign_in')
  const search = await browse(mine.url, 'careful')
  expect((await comeBack(null, other.ticket, search)).body.code).toBe('oidc_failed')
  expect((await comeBack(null, 'not-a-ticket', search)).body.code).toBe('oidc_failed')
  expect((await comeBack(null, mine.ticket, search.replace(/state=[^&]+/, 'state=changed'))).body.code).toBe('oidc_failed')
  expect((await comeBack(null, mine.ticket, '?error=access_denied')).body.code).toBe('oidc_failed')
  expect((await comeBack(null, mine.ticket, search)).status).toBe(200)
  expect((await comeBack(null, mine.ticket, search)).body.code).toBe('oidc_failed')

  const late = await setOut(null, 'sign_in')
  const lateSearch = await browse(late.url, 'careful')
  world.moveTo({ hours: 10 / 60 })
  expect((await comeBack(null, late.ticket, lateSearch)).body.code).toBe('oidc_failed')
})

test('a way out begun by one person is not finished by another', async () => {
  const victim = await signIn(world, (await newAccount(world, 'enterprise_contact')).login)
  const attacker = await signIn(world, (await newAccount(world, 'enterprise_contact')).login)
  const { url, ticket } = await setOut(attacker.token, 'link')
  const search = await browse(url, 'attacker')
  expect((await comeBack(victim.token, ticket, search)).body.code).toBe('oidc_failed')
  expect((await victim.get('/account')).body.oidc.linked).toBe(false)
  expect((await setOutRaw(null)).body.code).toBe('not_signed_in')
})
const setOutRaw = (token: string | null) => world.request('POST', '/oidc/start', token, { purpose: 'link' })

test('where nothing is set up, there is nothing to start', async () => {
  const { oidc } = setting()
  useSetting({ ...setting(), oidc: null })
  try {
    expect(await world.request('POST', '/oidc/start', null, { purpose: 'sign_in' })).toMatchObject({ status: 404, body: { code: 'oidc_off' } })
  } finally {
    useSetting({ ...setting(), oidc })
  }
})
