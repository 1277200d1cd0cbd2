import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFirm } from '../../../../../test/needs-world.ts'
import { secrets } from '../../../../../test/problems-world.ts'
import { loadCodes } from '../../../../../test/talent-world.ts'
import { confidential, must, newAchievement, newHouse, newIntroduction, pdf } from '../../../../../test/technology-world.ts'
import { newWorld, type Person, type World } from '../../../../../test/world.ts'
import { readTable } from '../../../../kernel/sheet/read-table.ts'
import { refreshSearch } from '../../../search/entries/service.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
})
afterAll(() => world.close())

const all = [...secrets, ...confidential]
const leaksIn = (text: string) => all.filter((secret) => text.includes(secret))
const asText = async (reply: { body: unknown; headers: Record<string, unknown> }) => {
  if (!Buffer.isBuffer(reply.body)) return JSON.stringify(reply.body)
  if (!String(reply.headers['content-type']).includes('sheet')) return reply.body.toString('utf8')
  return JSON.stringify(await readTable(reply.body, 'list.xlsx'))
}

/** Every place where somebody could read of a need or of an achievement. */
const placesOf = ({ problem, achievement, id }: Awaited<ReturnType<typeof newIntroduction>>) => [
  `/problems/${problem.id}`, `/problems/${problem.id}/history`, `/problems/${problem.id}/proposals`, '/problems?size=100', '/problems?q=机密配方甲乙丙', '/problems/export',
  `/achievements/${achievement.id}`, `/achievements/${achievement.id}/history`, `/achievements/${achievement.id}/proposals`, '/achievements?size=100', '/achievements?q=机密工艺丁戊己', '/achievements/export',
  `/introductions/${id}`, `/introductions/${id}/history`, '/introductions?size=100', '/inbox?size=100', '/answer-report', '/search?q=机密', '/deals/board',
]
async function readEverything(person: Person, one: Awaited<ReturnType<typeof newIntroduction>>) {
  const found: string[] = []
  for (const place of placesOf(one)) for (const secret of leaksIn(await asText(await person.get(place)))) found.push(`${place}: ${secret}`)
  return found
}

test('nothing confidential leaks before both have promised, each side reads the other afterwards, and nobody any more when it has ended', async () => {
  const achievement = await newAchievement(world)
  const { body: evidence } = must(await achievement.house.contact.upload(`/achievements/${achievement.id}/evidence/1/files`, { ...pdf, name: '报告.pdf' }))
  const one = await newIntroduction(world, 'accepted', { achievement })
  await refreshSearch(world.db)
  const strangers = [(await newFirm(world)).contact, (await newHouse(world)).contact, await world.person('platform_contact')]
  const mine = (who: 'asker' | 'answerer', leaks: string[]) => leaks.filter((leak) => (who === 'asker' ? confidential : secrets).some((secret) => leak.endsWith(secret)))
  const nobodyElse = async () => {
    for (const stranger of strangers) expect([stranger.name, await readEverything(stranger, one), (await stranger.get(`/files/${evidence.id}`)).status]).toEqual([stranger.name, [], 404])
  }

  // The asker does not read the achievement, the owner does not read the need, though both have said yes.
  expect([mine('asker', await readEverything(one.asker, one)), mine('answerer', await readEverything(one.answerer, one)), (await one.asker.get(`/files/${evidence.id}`)).status]).toEqual([[], [], 404])
  await nobodyElse()
  const { confidentiality } = await one.view()
  expect(confidentiality).toMatchObject({ needed: true, holds: false, confirmed: [] })
  expect((await one.asker.post(`/introductions/${one.id}/confidentiality`, { sha256: '0'.repeat(64) })).body.code).toBe('changed_meanwhile')
  must(await one.asker.post(`/introductions/${one.id}/confidentiality`, { sha256: confidentiality.sha256 }))
  // One promise opens nothing.
  expect([mine('asker', await readEverything(one.asker, one)), mine('answerer', await readEverything(one.answerer, one))]).toEqual([[], []])

  expect(must(await one.answerer.post(`/introductions/${one.id}/confidentiality`, { sha256: confidentiality.sha256 })).body).toEqual({ holds: true })
  expect((await one.asker.get(`/achievements/${achievement.id}`)).body).toMatchObject({ whole: true, details: '机密工艺丁戊己', contactPhone: '+8613911112222', evidence: [{ level: 1 }] })
  expect((await one.answerer.get(`/problems/${one.problem.id}`)).body).toMatchObject({ whole: true, privateDetails: '机密配方甲乙丙', budgetMax: 345678 })
  expect((await one.asker.get(`/files/${evidence.id}`)).status).toBe(200)
  await nobodyElse()
  expect((await one.view()).confidentiality.confirmed).toMatchObject([{ side: 'answerer', by: one.answerer.name, sha256: confidentiality.sha256 }, { side: 'asker', by: one.asker.name, sha256: confidentiality.sha256 }])

  must(await one.move(one.asker, 'decline', { declineCode: 'terms', note: '付款方式谈不拢。' }))
  expect([mine('asker', await readEverything(one.asker, one)), mine('answerer', await readEverything(one.answerer, one)), (await one.asker.get(`/files/${evidence.id}`)).status]).toEqual([[], [], 404])
  await nobodyElse()
  // The promise itself stays, with who, when and to which text.
  expect((await one.view()).confidentiality.confirmed).toHaveLength(2)
})

test('neither the public pages, nor inbox items, nor the audit trail, nor mail, nor the table of what can be found hold a secret', async () => {
  const one = await newIntroduction(world, 'talking')
  await refreshSearch(world.db)
  const pages = ['/', '/achievements', `/achievements/${one.achievement.id}`, '/needs', `/needs/${one.problem.id}`, '/feed.xml', '/sitemap.xml']
  for (const page of pages) expect([page, leaksIn((await world.app.inject({ url: page })).body)]).toEqual([page, []])
  const tables = ['inboxItem', 'auditEntry', 'outboxMessage', 'searchEntry'] as const
  for (const table of tables) expect([table, leaksIn(JSON.stringify(await world.db.selectFrom(table).selectAll().execute()))]).toEqual([table, []])
  // What could leak is there.
  expect(leaksIn(JSON.stringify([await world.db.selectFrom('problem').selectAll().execute(), await world.db.selectFrom('achievement').selectAll().execute(), await world.db.selectFrom('achievementEvidence').selectAll().execute()]))).toEqual(all)
})

test('an achievement for members is not on the public pages; its details are read by whoever works here', async () => {
  const { id } = await newAchievement(world, 'open', { disclosure: 'members' })
  expect((await world.app.inject({ url: `/achievements/${id}` })).statusCode).toBe(404)
  const firm = await newFirm(world)
  expect((await firm.contact.get(`/achievements/${id}`)).body).toMatchObject({ whole: true, details: '机密工艺丁戊己' })
})
