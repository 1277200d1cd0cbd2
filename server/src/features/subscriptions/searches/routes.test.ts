import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFirm, newPost } from '../../../../test/needs-world.ts'
import { newSchool } from '../../../../test/talent-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { refreshSearch } from '../../search/entries/service.ts'
import { postNews } from './service.ts'

let world: World
let office: Person
let firm: Awaited<ReturnType<typeof newFirm>>
let reader: Person

beforeAll(async () => {
  world = await newWorld()
  office = await withMail('secretariat', {})
  firm = await newFirm(world, { name: '示例南海电梯厂' })
  reader = await withMail('enterprise_contact', {})
  const school = await newSchool(world, { name: '示例南海信息学校' })
  await world.db.insertInto('student').values({ schoolId: school.id, cohortId: school.cohortId, studentNumber: 'S1', name: '机器人示例同学', birthDate: '2008-05-09' }).execute()
  await post('工业机器人装调')
  await refreshSearch(world.db)
})
afterAll(() => world.close())

async function withMail(role: 'secretariat' | 'enterprise_contact', seat: Parameters<World['person']>[1]) {
  const person = await world.person(role, seat)
  await world.db.updateTable('account').set({ email: `${person.accountId}@example.cn` }).where('id', '=', person.accountId).execute()
  return person
}

/** Open, without the checks that are not what this is about. */
async function post(title: string, state: 'open' | 'draft' = 'open') {
  const { id } = await newPost(world, firm, 'draft', { title })
  if (state === 'open') await world.db.updateTable('need').set({ state, verifiedAt: world.now() }).where('id', '=', id).execute()
  return id
}

const save = async (person: Person, change: Record<string, unknown> = {}) => (await person.post('/saved-searches', { name: '机器人', q: '机器人', ...change })).body as { id: string; known: number }
const mailsTo = (person: Person) => world.db.selectFrom('outboxMessage').select(['subject', 'body', 'unsubscribeUrl']).where('recipient', '=', `${person.accountId}@example.cn`).orderBy('createdAt').execute()
const page = (path: string, method: 'GET' | 'POST' = 'GET', payload?: string) =>
  world.app.inject({ method, url: path, ...(payload === undefined ? {} : { payload, headers: { 'content-type': 'application/x-www-form-urlencoded' } }) })
const pathOf = (url: string) => url.replace('http://silian.test', '')

test('what is there already is no news; what comes after is, once', async () => {
  expect((await save(reader)).known).toBe(1)
  await postNews(world.db, world.now())
  expect(await mailsTo(reader)).toEqual([])

  await post('焊接机器人编程')
  await post('机器人秘密草稿', 'draft')
  await refreshSearch(world.db)
  expect(await postNews(world.db, world.now())).toBe(1)
  const [mail] = await mailsTo(reader)
  expect(mail!.subject).toBe('你订阅的内容有 1 条新的')
  expect(mail!.body).toContain('【机器人】新增 1 条\n· 焊接机器人编程（示例南海电梯厂）\n  http://silian.test/app/needs/')
  expect(mail!.body).not.toMatch(/秘密|工业|同学/)

  await postNews(world.db, world.now())
  expect(await mailsTo(reader)).toHaveLength(1)
})

test('what is closed again before the mail goes out is not in it', async () => {
  const id = await post('喷涂机器人示教')
  await refreshSearch(world.db)
  await world.db.updateTable('need').set({ state: 'withdrawn' }).where('id', '=', id).execute()
  await postNews(world.db, world.now())
  expect(await mailsTo(reader)).toHaveLength(1)
})

test('a whole kind may be followed, without words', async () => {
  const { known } = await save(office, { name: '新成员', q: '', kind: 'organisation' })
  expect(known).toBeGreaterThan(1)
  await world.organisation('association', { name: '示例新材料协会' })
  await refreshSearch(world.db)
  await postNews(world.db, world.now())
  expect((await mailsTo(office)).map(({ body }) => body.includes('示例新材料协会'))).toEqual([true])
})

test('people cannot be followed, and stay out of a search of everything', async () => {
  expect((await office.post('/saved-searches', { name: '学生', q: '同学', kind: 'student' })).status).toBe(422)
  const { id } = await save(office, { name: '同学', q: '示例同学' })
  expect(await world.db.selectFrom('savedSearchHit').selectAll().where('savedSearchId', '=', id).execute()).toEqual([])
})

test('the same search is kept once, and needs words or a kind', async () => {
  expect([(await reader.post('/saved-searches', { name: '又一次', q: '机器人' })).body.code, (await reader.post('/saved-searches', { name: '空' })).status]).toEqual(['search_saved', 422])
})

test('a seat keeps thirty and no more, even when two are kept at once', async () => {
  const keeper = await world.person('platform_contact')
  for (let at = 0; at < 29; at++) await save(keeper, { q: `查找${at}` })
  const two = await Promise.all([keeper.post('/saved-searches', { name: 'a', q: '甲' }), keeper.post('/saved-searches', { name: 'b', q: '乙' })])
  expect(two.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a name can be changed, mail turned off, and a search deleted; those of others are not there', async () => {
  const { id } = await save(office, { q: '电梯', name: '电梯' })
  expect([(await reader.patch(`/saved-searches/${id}`, { name: 'x' })).status, (await reader.delete(`/saved-searches/${id}`)).status]).toEqual([404, 404])
  await office.patch(`/saved-searches/${id}`, { name: '电梯厂', digest: false })
  expect((await office.get('/saved-searches')).body.rows.find((row: { id: string }) => row.id === id)).toMatchObject({ name: '电梯厂', digest: false, q: '电梯', feed: null })
  await office.delete(`/saved-searches/${id}`)
  expect((await office.get('/saved-searches')).body.rows.map((row: { id: string }) => row.id)).not.toContain(id)
})

test('one press ends the mail, without signing in; opening the link alone does not', async () => {
  const link = pathOf((await mailsTo(reader))[0]!.unsubscribeUrl!)
  const on = () => world.db.selectFrom('savedSearch').select('digest').where('accountId', '=', reader.accountId).execute()
  expect([(await page(link)).statusCode, await on()]).toEqual([200, [{ digest: true }]])
  const pressed = await page(link, 'POST', 'List-Unsubscribe=One-Click')
  expect([pressed.statusCode, pressed.body.includes('已关闭'), await on()]).toEqual([200, true, [{ digest: false }]])
})

test.each([
  ['another person’s name in it', (link: string) => link.replace(/[0-9a-f]{8}-/, '00000000-')],
  ['a letter changed', (link: string) => `${link.slice(0, -2)}${link.endsWith('AA') ? 'BB' : 'AA'}`],
  ['nothing behind it', () => '/unsubscribe/x'],
])('a link with %s ends nothing', async (_what, forge) => {
  const link = forge(pathOf((await mailsTo(reader))[0]!.unsubscribeUrl!))
  expect([(await page(link)).statusCode, (await page(link, 'POST', '')).statusCode]).toEqual([404, 404])
})

test('a public feed shows what anybody may read; one’s own also what the seat sees', async () => {
  const { id } = await save(firm.contact, { name: '我的机器人 <岗位>' })
  const open = (await firm.contact.put(`/saved-searches/${id}/feed`, { scope: 'public' })).body.url as string
  const publicFeed = await page(pathOf(open))
  expect([publicFeed.headers['content-type'], publicFeed.body.includes('焊接机器人编程'), publicFeed.body.includes('秘密')]).toEqual(['application/rss+xml; charset=utf-8', true, false])
  expect(publicFeed.body).toContain('<title>我的机器人 &lt;岗位&gt;</title>')

  const mine = (await firm.contact.put(`/saved-searches/${id}/feed`, { scope: 'mine' })).body.url as string
  const ownFeed = await page(pathOf(mine))
  expect([ownFeed.body.includes('机器人秘密草稿'), ownFeed.body.includes('请勿转发'), ownFeed.headers['cache-control']]).toEqual([true, true, 'private, max-age=300'])
  expect((await page(pathOf(open))).statusCode).toBe(404)
})

test('a feed ends when it is taken back, and when its owner has left the seat', async () => {
  const { rows } = (await firm.contact.get('/saved-searches')).body
  const fresh = async () => pathOf((await firm.contact.put(`/saved-searches/${rows[0].id}/feed`, { scope: 'mine' })).body.url)
  const first = await fresh()
  await firm.contact.delete(`/saved-searches/${rows[0].id}/feed`)
  expect((await page(first)).statusCode).toBe(404)

  const second = await fresh()
  expect((await page(second)).statusCode).toBe(200)
  await world.db.updateTable('roleGrant').set({ revokedAt: world.now() }).where('accountId', '=', firm.contact.accountId).execute()
  expect((await page(second)).statusCode).toBe(404)
})

test('who has left the seat gets no more mail', async () => {
  const leaver = await withMail('enterprise_contact', {})
  await save(leaver, { q: '机器人' })
  await world.db.updateTable('roleGrant').set({ revokedAt: world.now() }).where('accountId', '=', leaver.accountId).execute()
  await post('机器人离任之后')
  await refreshSearch(world.db)
  await postNews(world.db, world.now())
  expect(await mailsTo(leaver)).toEqual([])
})

test('no secret of a feed is kept as it is', async () => {
  const { id } = await save(office, { q: '信息学校', name: '学校' })
  const { url } = (await office.put(`/saved-searches/${id}/feed`, { scope: 'public' })).body
  const row = await world.db.selectFrom('savedSearch').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(url.split('/').pop().replace('.xml', ''))
})
