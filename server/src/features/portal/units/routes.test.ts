import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-01-20T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

const page = async (url: string) => {
  const { body, statusCode } = await world.app.inject({ method: 'GET', url })
  expect([url, statusCode]).toEqual([url, 200])
  return body
}

test('before any school decided there is a page that says so', async () => {
  expect(await page('/internship-units')).toContain('还没有学校公布名单')
})

test('anybody reads which units a school listed, when and by which minutes, in three languages and without a script; what it found stays inside', async () => {
  const school = await made.school({ name: '示例名单学校' })
  const other = await made.school({ name: '另一示例学校' })
  const [listed, proposed, removed] = [await made.firm({ name: '示例已列公司', nameEn: 'Listed Demo', searchText: '示例已列公司|yilie' }), await made.firm({ name: '示例待审公司' }), await made.firm({ name: '示例移出公司' })]
  const unitId = await made.unit(school, listed.id, { minutesNumber: '示例纪要〔2027〕3号', listedOn: '2027-01-08' })
  await made.unit(school, proposed.id, { state: 'proposed', listedOn: null, minutesNumber: null })
  await made.unit(school, removed.id, { state: 'removed', listedOn: null, minutesNumber: null })
  await made.unit(other, (await made.firm({ name: '示例别家公司', searchText: '示例别家公司' })).id)
  const words = '现场所见只给学校看'
  await school.contact.post(`/units/${unitId}/visits`, { visitedOn: '2027-01-10', visitors: '某位老师', qualifications: words, credit: words, management: words, work: words, hours: words, workplace: words, living: words, healthSafety: words, conclusion: 'suitable' })

  const all = await page('/internship-units')
  for (const text of ['示例已列公司', '示例名单学校', '2027年1月8日', '示例纪要〔2027〕3号', '示例别家公司']) expect(all.replaceAll(/[\u2009\u202f\u2006]/g, '')).toContain(text)
  for (const text of ['示例待审公司', '示例移出公司', words, '某位老师', '<script']) expect([text, all.includes(text)]).toEqual([text, false])
  expect(await page('/zh-Hant/internship-units')).toContain('示例已列公司')
  expect(await page('/en/internship-units')).toContain('Listed Demo')

  expect(await page(`/internship-units?school=${school.id}`)).not.toContain('示例别家公司')
  const found = await page('/internship-units?q=别家')
  expect([found.includes('示例别家公司'), found.includes('示例已列公司')]).toEqual([true, false])
  for (const query of ['?school=nonsense', '?page=-3', '?q=%25', '?q=%5C']) await page(`/internship-units${query}`)
  expect(await page('/internship-units?q=%25')).toContain('没有符合条件的单位')
})
