import { afterEach, beforeEach, expect, test } from 'vitest'
import { password, tokenOf, visitor } from '../../../../test/identity-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.close())

const founding = (code: string, login: string) => ({ alliance: { name: '示例联盟', nameEn: 'Example Alliance', code }, name: '陈敏', login, password })

test('on an empty installation somebody makes the alliance and its first officer, and sets up the second factor next', async () => {
  expect((await world.nobody.get('/first-run')).body).toEqual({ needed: true })
  expect((await world.nobody.get('/sign-in')).body.firstRun).toBe(true)

  const reply = await world.nobody.post('/first-run', founding('nanhai', 'chenmin'))

  expect(reply).toMatchObject({ status: 200, body: { secondFactor: 'missing' } })
  expect((await visitor(world, tokenOf(reply)!).get('/session')).body).toMatchObject({ account: { login: 'chenmin' }, seat: { role: 'secretariat', allianceName: '示例联盟' } })
  expect((await world.nobody.get('/first-run')).body).toEqual({ needed: false })
  expect(await world.nobody.post('/first-run', founding('other', 'second'))).toMatchObject({ status: 409, body: { code: 'already_founded' } })
})

test('of eight who come first at once, one does', async () => {
  const replies = await Promise.all(Array.from({ length: 8 }, (_, index) => world.nobody.post('/first-run', founding(`RACE-${index}`, `first-${index}`))))
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(replies.filter(({ body }) => body.code === 'already_founded')).toHaveLength(7)
  expect(await world.db.selectFrom('account').select('id').execute()).toHaveLength(1)
  expect(await world.db.selectFrom('alliance').select('id').where('code', 'like', 'RACE-%').execute()).toHaveLength(1)
})

test('a weak password makes nothing', async () => {
  expect((await world.nobody.post('/first-run', { ...founding('NANHAI', 'chenmin'), password: 'Password1234' })).body.code).toBe('password_common')
  expect((await world.nobody.get('/first-run')).body).toEqual({ needed: true })
})
