import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProblem, secrets } from '../../../../test/problems-world.ts'
import { loadCodes } from '../../../../test/talent-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { watchProblems } from '../../needs/problems/clock/service.ts'

let world: World
type Made = Awaited<ReturnType<typeof newProblem>>
let open: Made, solved: Made, declined: Made, withdrawn: Made, submitted: Made, draft: Made
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
  open = await newProblem(world, 'open', { title: '示例：公开的难题', titleEn: 'An open question' })
  solved = await newProblem(world, 'solved', { title: '示例：解决了的难题' })
  declined = await newProblem(world, 'open', { title: '示例：婉拒的难题' })
  await declined.office.post(`/problems/${declined.id}/moves`, { action: 'decline', version: declined.version, declineCode: 'too_costly', reason: '内部理由不公开。' })
  withdrawn = await newProblem(world, 'open', { title: '示例：撤回的难题' })
  await withdrawn.firm.contact.post(`/problems/${withdrawn.id}/moves`, { action: 'withdraw', version: withdrawn.version, reason: '不再需要。' })
  submitted = await newProblem(world, 'submitted', { title: '示例：待核实的难题' })
  draft = await newProblem(world, 'draft', { title: '示例：草稿里的难题' })
  await open.firm.contact.upload(`/problems/${open.id}/files`, { name: '机密图纸.pdf', bytes: Buffer.from('%PDF-1.4 示例') })
})
afterAll(() => world.close())

const get = (url: string) => world.app.inject({ method: 'GET', url })
const textOf = (html: string) => html.replace(/<style>.*?<\/style>/s, '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('open needs are listed, ended ones with how they ended, and what was never opened or was withdrawn nowhere', async () => {
  const list = textOf((await get('/needs')).body)
  expect([list.includes('公开的难题'), list.includes('解决了的难题')]).toEqual([true, false])
  expect(list).toMatch(/已解决 1 婉拒，写明原因 1 到期未解决，已上报 0 提出单位撤回 1/)
  const ended = textOf((await get('/needs/ended')).body)
  expect([ended.includes('解决了的难题'), ended.includes('婉拒的难题'), ended.includes('费用谈不拢'), ended.includes('公开的难题')]).toEqual([true, true, true, false])
  expect(textOf((await get('/needs/ended?how=solved')).body)).not.toContain('婉拒的难题')
  const all = await Promise.all(['/needs', '/needs/ended', '/feed.xml', '/sitemap.xml', '/needs?q=%E9%9A%BE%E9%A2%98'].map(async (url) => (await get(url)).body))
  for (const hidden of ['撤回的难题', '待核实的难题', '草稿里的难题', withdrawn.id, submitted.id, draft.id]) expect([hidden, all.some((body) => body.includes(hidden))]).toEqual([hidden, false])
  for (const { id } of [withdrawn, submitted, draft]) expect((await get(`/needs/${id}`)).statusCode).toBe(404)
})

test('nothing private leaks: in no page, language, search, feed or sitemap', async () => {
  const paths = ['', '/zh-Hant', '/en'].flatMap((prefix) => [`${prefix}/needs`, `${prefix}/needs/ended`, ...[open, solved, declined].map(({ id }) => `${prefix}/needs/${id}`), `${prefix}/feed.xml`])
  for (const path of [...paths, '/sitemap.xml']) {
    const { statusCode, body } = await get(path)
    expect([path, statusCode, /<script/.test(body)]).toEqual([path, 200, false])
    for (const secret of [...secrets, '机密', '内部理由不公开', open.firm.contact.name, open.office.name]) expect([path, secret, body.includes(secret)]).toEqual([path, secret, false])
  }
  // A search in what is private finds nothing.
  expect(textOf((await get(`/needs?q=${encodeURIComponent(secrets[0]!)}`)).body)).toContain('0 条需求')
})

test('the page of a need shows its steps, and how it was solved once that is confirmed', async () => {
  expect(textOf((await get(`/needs/${solved.id}`)).body)).toMatch(/换用涂层模具，寿命达到 25 吨。.*核实同意，公开征集.*报告已解决，等确认.*确认解决/)
  const settling = await newProblem(world, 'settling')
  expect((await get(`/needs/${settling.id}`)).body).not.toContain('换用涂层模具')
  expect(textOf((await get(`/en/needs/${open.id}`)).body)).toContain('An open question')
  expect(textOf((await get(`/zh-Hant/needs/${open.id}`)).body)).toContain('核實同意')
})

test('a need nobody answers says so in public, and that the authority was told', async () => {
  const late = await newProblem(world, 'open', { title: '示例：没人答复', validUntil: '2027-10-31' })
  world.moveTo('2026-12-21T10:00:00Z')
  await watchProblems(world.db, world.now())
  const page = textOf((await get(`/needs/${late.id}`)).body)
  expect(page).toContain('超过 15 个工作日没有答复，已上报主管部门')
  expect(page).toContain('10 个工作日没有答复，提醒秘书处')
})

test('feed and sitemap name what is open in every language', async () => {
  const fresh = await newProblem(world, 'open', { title: '示例：新的难题', titleEn: 'A new question' })
  expect((await get('/feed.xml')).body).toContain(`/needs/${fresh.id}`)
  expect((await get('/en/feed.xml')).body).toContain('A new question')
  expect((await get('/sitemap.xml')).body).toContain(`/en/needs/${fresh.id}`)
})
