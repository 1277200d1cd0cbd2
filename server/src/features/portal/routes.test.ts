import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPortalWorld, secrets } from '../../../test/portal-world.ts'
import { countQueries } from '../../../test/queries.ts'
import { newWorld, type World } from '../../../test/world.ts'

let world: World
let portal: Awaited<ReturnType<typeof newPortalWorld>>
beforeAll(async () => {
  world = await newWorld()
  portal = await newPortalWorld(world)
})
afterAll(() => world.close())

const get = async (url: string, headers: Record<string, string> = {}) => {
  const { statusCode, body, headers: got } = await world.app.inject({ method: 'GET', url, headers })
  return { status: statusCode, body, headers: got }
}
const bodyOf = async (url: string) => {
  const { status, body } = await get(url)
  expect([url, status]).toEqual([url, 200])
  return body
}
const textOf = (html: string) => html.replace(/<style>.*?<\/style>/s, '').replaceAll(/<[^>]+>/g, ' ').replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ')
const pathsOf = () => [
  '/', '/members', `/members/${portal.firm.id}`, `/members/${portal.directory.id}`, '/posts', `/posts/${portal.open}`, '/notices', '/help', '/help/start', '/help/student',
  '/help/secretariat', '/help/administrator', '/help/verify', '/help/privacy',
]
const inAll = (paths: readonly string[]) => paths.flatMap((path) => ['', '/zh-Hant', '/en'].map((prefix) => `${prefix}${path === '/' && prefix ? '' : path}`))

describe('every page', () => {
  test('says in which language it is, and where it stands in the others', async () => {
    for (const [prefix, lang] of [['', 'zh-Hans'], ['/zh-Hant', 'zh-Hant'], ['/en', 'en']]) {
      const { body, headers } = await get(`${prefix}/members`)
      expect(body).toContain(`<html lang="${lang}">`)
      expect(headers['content-language']).toBe(lang)
      const alternates = [...body.matchAll(/rel="alternate" hrefLang="([\w-]+)" href="([^"]+)"/g)].map(([, one, href]) => [one, href])
      expect(alternates).toEqual([
        ['zh-Hans', 'http://silian.test/members'],
        ['zh-Hant', 'http://silian.test/zh-Hant/members'],
        ['en', 'http://silian.test/en/members'],
        ['x-default', 'http://silian.test/members'],
      ])
    }
    expect(textOf(await bodyOf('/members'))).toContain('成员名录')
    expect(textOf(await bodyOf('/zh-Hant/members'))).toContain('成員名錄')
    expect(textOf(await bodyOf('/en/members'))).toContain('In the agreed order')
  })

  test('leads to the same list with the same filter in another language', async () => {
    expect(await bodyOf('/posts?q=%E7%84%8A&lodging=free')).toContain('href="/en/posts?q=%E7%84%8A&amp;lodging=free"')
  })

  test('brings no script, allows none, sets no cookie and stays below 100 KB', async () => {
    for (const path of inAll(pathsOf())) {
      const { status, body, headers } = await get(path)
      expect([path, status]).toEqual([path, 200])
      expect([path, /<script|javascript:| on[a-z]+="/i.exec(body)]).toEqual([path, null])
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['set-cookie']).toBeUndefined()
      expect(gzipSync(body).length).toBeLessThan(30_000)
      expect(Buffer.byteLength(body)).toBeLessThan(100_000)
    }
  })

  test('is answered from the cache of a browser that has it', async () => {
    const { headers } = await get('/posts')
    expect((await get('/posts', { 'if-none-match': String(headers.etag) })).status).toBe(304)
  })

  test('has one first heading, and every link and form inside the place leads to a page', async () => {
    const seen = new Set<string>()
    for (const path of [...pathsOf(), '/en', '/zh-Hant']) {
      const body = await bodyOf(path)
      expect([path, body.match(/<h1/g)?.length]).toEqual([path, 1])
      for (const [, href] of body.matchAll(/(?:href|action)="(\/[^"#?]*)/g)) seen.add(href!)
    }
    const lost = []
    for (const href of seen) {
      if (/^\/app\b/.test(href)) continue // the other half is built apart
      const { status } = await get(href)
      if (status !== 200 && status !== 302) lost.push([href, status])
    }
    expect(lost).toEqual([])
  })

  test('gives away nobody’s telephone, mark, number or name, and nothing that is not public yet', async () => {
    const hidden = Object.entries(secrets).filter(([key]) => key !== 'address')
    for (const path of inAll([...pathsOf(), '/sitemap.xml', '/feed.xml'])) {
      if (path.endsWith('/sitemap.xml') && path !== '/sitemap.xml') continue
      const body = await bodyOf(path)
      expect([path, hidden.filter(([, secret]) => body.includes(secret)).map(([key]) => key)]).toEqual([path, []])
      expect(body).not.toContain('secret@firm.example')
      expect(body).not.toContain('陈敏')
    }
    for (const id of portal.hidden) expect((await get(`/posts/${id}`)).status).toBe(404)
    expect((await get(`/notices/${portal.roundId}`)).status).toBe(404)
  })
})

describe('the front page', () => {
  test('counts what is really there, and every figure opens its list', async () => {
    const body = await bodyOf('/')
    expect(textOf(body)).toContain('企业 1')
    expect(textOf(body)).toContain('全部 2 个')
    const kind = /class="fig" href="(\/members\?kind=enterprise)">1</.exec(body)![1]!
    expect(textOf(await bodyOf(kind))).toContain('1 个单位')
  })

  test('shows the round under way and, before anybody can know the result, the commitment of its draw', async () => {
    const { seedCommitment } = await world.db.selectFrom('round').select('seedCommitment').where('id', '=', portal.roundId).executeTakeFirstOrThrow()
    expect(textOf(await bodyOf('/'))).toContain('2027 届岗位实习第一轮')
    expect(await bodyOf('/notices')).toContain(seedCommitment!.toString('hex'))
  })

  test('asks the database as often with many members and posts as with few', async () => {
    const before = await countQueries(() => bodyOf('/'))
    for (let n = 0; n < 10; n++) await portal.rounds.post(portal.firm.id, { title: `更多岗位${n}` })
    expect(await countQueries(() => bodyOf('/'))).toBe(before)
    await world.db.deleteFrom('postProgramme').where('needId', 'in', world.db.selectFrom('need').select('id').where('title', 'like', '更多岗位%')).execute()
    await world.db.deleteFrom('need').where('title', 'like', '更多岗位%').execute()
  })
})

describe('the members', () => {
  test.each([
    ['simplified characters', '机器人'],
    ['traditional characters', '機器人'],
    ['the English name', 'welding'],
  ])('are found by %s', async (_how, q) => {
    const text = textOf(await bodyOf(`/members?q=${encodeURIComponent(q)}`))
    expect(text).toContain('焊接示例机器人公司')
    expect(text).not.toContain('佛山高新区南海园')
  })

  test('stand in protocol order, the fictional marked, directory entries said to be no more than that', async () => {
    const body = await bodyOf('/members')
    const text = textOf(body)
    expect(text.indexOf('佛山高新区南海园')).toBeLessThan(text.indexOf('焊接示例机器人公司'))
    expect(text).toContain('佛山高新区南海园 名录条目 产业载体 南海区的国家高新区园区。')
    expect(text).toContain('焊接示例机器人公司 示例')
    const entry = textOf(await bodyOf(`/members/${portal.directory.id}`))
    expect(entry).toContain('不表示该单位已确认成员资格')
    expect(entry).not.toContain('理事单位')
  })

  test('in traditional characters keep the name of the town', async () => {
    expect(textOf(await bodyOf(`/zh-Hant/members/${portal.firm.id}`))).toContain('里水')
  })

  test('without a filter that fits say so and offer to drop it', async () => {
    const body = await bodyOf('/members?q=%E6%97%A0%E6%AD%A4')
    expect(textOf(body)).toContain('没有符合条件的单位。 清除条件')
  })

  test('that only applied appear when their application is on notice, with its last day', async () => {
    const { id } = await world.organisation('enterprise', { name: '公示示例公司' })
    await world.db.insertInto('membership').values({ allianceId: world.alliance.id, organisationId: id, state: 'publicity', publicityFrom: '2026-11-20', publicityUntil: '2026-11-27' }).execute()
    expect(textOf(await bodyOf('/notices'))).toMatch(/入会申请：公示示例公司 11月20日—27日，可提异议 剩 4 天/)
    expect(textOf(await bodyOf(`/members/${id}`))).toContain('入会申请正在公示')
    expect(textOf(await bodyOf('/members'))).not.toContain('公示示例公司')
    await world.db.deleteFrom('membership').where('organisationId', '=', id).execute()
    expect((await get(`/members/${id}`)).status).toBe(404)
  })
})

describe('the posts', () => {
  test.each([
    ['simplified characters', 'q=焊接机器人装调'],
    ['traditional characters', 'q=焊接機器人裝調'],
    ['what is done there', 'q=焊縫'],
    ['the town', 'town=里水'],
    ['pay', 'pay=3000'],
    ['lodging', 'lodging=free'],
  ])('are found by %s', async (_how, query) => {
    const text = textOf(await bodyOf(encodeURI(`/posts?${query}`)))
    expect(text).toContain('焊接机器人装调')
    expect(text).not.toContain('铝材模具维护')
  })

  test('are found by the English name of their firm', async () => {
    expect(textOf(await bodyOf('/posts?q=Welding'))).toContain('2 个岗位')
  })

  test('take a per cent sign for what it is', async () => {
    expect(textOf(await bodyOf('/posts?q=%25'))).toContain('0 个岗位')
  })

  test('are marked up for search engines without a script', async () => {
    const body = await bodyOf(`/posts/${portal.open}`)
    expect(body).toContain('https://schema.org/JobPosting')
    expect([...body.matchAll(/itemProp="(\w+)"/gi)].map(([, name]) => name)).toEqual(
      expect.arrayContaining(['title', 'description', 'hiringOrganization', 'datePosted', 'validThrough', 'employmentType', 'jobLocation', 'baseSalary', 'currency', 'minValue', 'maxValue', 'unitText']),
    )
    expect(textOf(body)).toContain(secrets.address)
  })
})

describe('a notice', () => {
  beforeAll(() => portal.publish())
  const notice = () => `/notices/${portal.roundId}`
  const send = (form: Record<string, string>, headers: Record<string, string> = {}, path = notice()) =>
    world.app.inject({ method: 'POST', url: path, payload: new URLSearchParams(form).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })
  const objection = { name: '王女士', contact: '13900000000', body: '00001 号的面试分数漏算了，请核对。' }

  test('lists results by number alone: no names, no marks, no schools', async () => {
    const body = await bodyOf(notice())
    const text = textOf(body)
    expect(text).toMatch(/R-2026-0001-0000\d 焊接机器人装调 焊接示例机器人公司 第 1 志愿 开放名额/)
    expect(text).toMatch(/R-2026-0001-0000\d 本轮未安排/)
    for (const secret of [secrets.student, secrets.unplaced, '司＊', '欧＊', secrets.mark, '87.6', '示例职业学校', secrets.studentPhone, secrets.guardian]) expect(text).not.toContain(secret)
    expect(body).not.toContain('<script')
  })

  test('tells rule, guarantees, seed and digests, and offers the data that proves them', async () => {
    const body = await bodyOf(notice())
    const { seedRevealed, seedCommitment, listDigest, inputDigest, resultDigest } = await world.db.selectFrom('round').selectAll().where('id', '=', portal.roundId).executeTakeFirstOrThrow()
    for (const part of [seedRevealed!, seedCommitment!.toString('hex'), listDigest!, inputDigest!, resultDigest!]) expect(body).toContain(part)
    expect(createHash('sha256').update(seedRevealed!).digest('hex')).toBe(seedCommitment!.toString('hex'))
    expect(textOf(body)).toContain('学校成绩 × 100%')
    expect(textOf(body)).toContain('没有人被越位：成立')
    expect(body).toContain(`/api/public/rounds/${portal.roundId}/round.json`)
  })

  test('is on the front page with its figures apart, each of which opens its own list', async () => {
    const body = await bodyOf('/')
    const figures = [...body.matchAll(/class="fig" href="(\/notices\/[^"]+)">(\d+)</g)].map(([, href, count]) => [new URL(href!, 'http://x').searchParams.get('group'), Number(count), href!] as const)
    expect(figures.map(([group, count]) => [group, count])).toEqual([['first', 1], ['topThree', 0], ['later', 0], ['unplaced', 1]])
    for (const [, count, href] of figures) {
      const list = await bodyOf(href.replace('#results', ''))
      expect([...list.matchAll(/<th scope="row">R-/g)]).toHaveLength(count)
    }
  })

  test('takes an objection from a plain form without an account and answers with a receipt', async () => {
    const reply = await send(objection, { 'sec-fetch-site': 'same-origin', origin: 'http://silian.test' })
    expect(reply.statusCode).toBe(303)
    const receipt = textOf(await bodyOf(String(reply.headers.location).split('#')[0]!))
    expect(receipt).toContain('已收到你的异议。')
    expect(receipt).toMatch(/秘书处在 12月3日 18:00前书面答复/)
    expect(receipt).not.toContain('王女士')
    const rows = (await portal.office.get(`/rounds/${portal.roundId}/objections`)).body.rows
    expect(rows).toMatchObject([{ ...objection, state: 'open', studentName: null }])
    expect(textOf(await bodyOf(notice()))).toContain('收到异议 1 条，已书面答复 0 条。')
  })

  test('gives the page back with every fault and with what was typed, in the reader’s language', async () => {
    const reply = await send({ name: '', contact: '139', body: '太短 <b>' }, {}, `/en${notice()}`)
    expect(reply.statusCode).toBe(422)
    const text = textOf(reply.body)
    expect(text).toContain('Not sent; 3 entries to put right')
    expect(reply.body).toContain('太短 &lt;b&gt;')
    expect(reply.body).toContain('value="139"')
    expect(reply.body).toContain('aria-describedby="body-hint body-wrong"')
  })

  test('takes nothing from a form on another site', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }] as Record<string, string>[]) {
      const reply = await send(objection, headers)
      expect([reply.statusCode, reply.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8'])
    }
    expect((await world.db.selectFrom('objection').select('id').execute()).length).toBe(1)
  })

  test('takes a form only where there is one, and the interface still takes JSON only', async () => {
    expect((await send(objection, {}, '/posts')).statusCode).toBe(404)
    expect((await send(objection, {}, `/api/public/rounds/${portal.roundId}/objections`)).statusCode).toBe(422)
  })

  test('that has ended shows no names, takes no objection and keeps what was typed', async () => {
    world.moveTo('2026-12-07T10:00:00Z')
    const late = await send(objection)
    expect(late.statusCode).toBe(422)
    expect(textOf(late.body)).toContain('公示已经结束，不能再从这里提异议。')
    expect(textOf(late.body)).toContain(objection.body)

    const [{ id }] = (await portal.office.get(`/rounds/${portal.roundId}/objections`)).body.rows
    await portal.office.post(`/objections/${id}/answer`, { answer: '已核对，分数无误。' })
    expect((await portal.office.post(`/rounds/${portal.roundId}/actions/endPublicity`)).status).toBe(200)
    const text = textOf(await bodyOf(notice()))
    expect(text).not.toContain('＊')
    expect(text).toMatch(/R-2026-0001-0000\d 焊接机器人装调 焊接示例机器人公司 第 1 志愿/)
    expect(text).toContain('已书面答复 1 条')
    expect(text).not.toContain('已核对，分数无误。')
  })
})

describe('for machines', () => {
  test('the sitemap is whole and names each page in three languages', async () => {
    const { body, headers } = await get('/sitemap.xml')
    expect(headers['content-type']).toContain('application/xml')
    expect(faultsOfXml(body)).toEqual([])
    const places = [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, href]) => href!)
    expect(places).toContain(`http://silian.test/en/posts/${portal.open}`)
    expect(places).toContain(`http://silian.test/notices/${portal.roundId}`)
    expect(new Set(places).size).toBe(places.length)
    for (const place of places) expect([place, (await get(place.replace('http://silian.test', '') || '/')).status]).toEqual([place, 200])
    expect((await get('/robots.txt')).body).toContain('Sitemap: http://silian.test/sitemap.xml')
  })

  test('the feed is Atom, newest first, with names that hold signs of XML', async () => {
    const post = await portal.rounds.post(portal.firm.id, { title: '研发 <助理> & "测试"' })
    const { body, headers } = await get('/en/feed.xml')
    expect(headers['content-type']).toContain('application/atom+xml')
    expect(faultsOfXml(body)).toEqual([])
    expect(body).toContain('研发 &lt;助理&gt; &amp; &quot;测试&quot;')
    expect(body).toContain(`<id>urn:uuid:${post}</id>`)
    expect(body).toContain(`<id>urn:uuid:${portal.roundId}</id>`)
    const dates = [...body.matchAll(/<entry>.*?<updated>([^<]+)</g)].map(([, date]) => date!)
    expect(dates).toEqual(dates.toSorted().reverse())
  })
})

describe('what is not there', () => {
  test.each(['/nothing', '/posts/no-id', '/members/00000000-0000-7000-8000-000000000000', '/help/nothing', '/help/../../package.json', '/help/shots/..%2f..%2fpackage.json'])('%s answers a page, not a code', async (path) => {
    const { status, body, headers } = await get(path)
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(textOf(body)).toContain('没有这一页')
    expect(body).toContain('name="robots" content="noindex"')
  })

  test('is said in the language of the address, and to programs as a code', async () => {
    expect(textOf((await get('/en/nothing')).body)).toContain('No such page')
    expect((await get('/zh-Hant/nothing')).body).toContain('沒有這一頁')
    expect(JSON.parse((await get('/api/nothing')).body)).toEqual({ code: 'not_found', details: {} })
  })
})

test('the handbook has the same pages and sections in both languages', async () => {
  for (const page of ['start', 'student', 'school', 'teacher', 'enterprise', 'association', 'secretariat', 'manager', 'official', 'verify', 'privacy', 'administrator']) {
    const [chinese, traditional, english] = await Promise.all(['', '/zh-Hant', '/en'].map((prefix) => bodyOf(`${prefix}/help/${page}`)))
    const sections = (body: string) => body.match(/<h2 id="s\d+">/g)!.length
    expect([page, sections(english!)]).toEqual([page, sections(chinese!)])
    expect(textOf(english!.replace(/<footer.*/s, '').replace(/<header.*?<\/header>/s, ''))).not.toMatch(/[一-鿿]{8,}/)
    expect(traditional).not.toBe(chinese)
    for (const [, href] of english!.matchAll(/href="(\/en[^"#]*)"/g)) expect([page, href, (await get(href!)).status]).toEqual([page, href, 200])
  }
})

test('an empty installation leads to its first run', async () => {
  const empty = await newWorld()
  await empty.db.deleteFrom('alliance').execute()
  const reply = await empty.app.inject({ method: 'GET', url: '/' })
  expect(reply.statusCode).toBe(200)
  expect(reply.body).toContain('href="/app/first-run"')
  expect((await empty.app.inject({ method: 'GET', url: '/feed.xml' })).statusCode).toBe(200)
  expect((await empty.app.inject({ method: 'GET', url: '/help/administrator' })).statusCode).toBe(200)
  await empty.close()
})

/** Tags that do not close, and signs that are not written as XML wants. */
function faultsOfXml(xml: string): string[] {
  const faults: string[] = []
  const open: string[] = []
  for (const [, end, name, rest] of xml.replace(/^<\?xml[^>]*\?>/, '').matchAll(/<(\/?)([\w:]+)([^>]*)>/g)) {
    if (end) {
      const last = open.pop()
      if (last !== name) faults.push(`</${name}> closes <${last}>`)
    } else if (!rest!.endsWith('/')) open.push(name!)
  }
  if (/&(?!amp;|lt;|gt;|quot;)/.test(xml)) faults.push('a bare &')
  return [...faults, ...open.map((name) => `<${name}> stays open`)]
}

test('the code on a certificate leads to the member it was given to, and a made-up number nowhere', async () => {
  const membership = await world.db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select(['certificateNumber', 'organisationId'])
    .where('membership.state', '=', 'active')
    .executeTakeFirstOrThrow()
  const scanned = await world.app.inject({ method: 'GET', url: `/verify/certificates/${membership.certificateNumber}` })
  expect([scanned.statusCode, scanned.headers.location]).toEqual([303, `/members/${membership.organisationId}`])
  expect((await world.app.inject({ method: 'GET', url: '/verify/certificates/NH-2026-9999' })).statusCode).toBe(404)
})
