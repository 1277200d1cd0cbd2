import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCodes } from '../../../../test/talent-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let firm: Person
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
  firm = await world.person('enterprise_contact')
})
afterAll(() => world.close())

const majorsFor = async (post: Record<string, string>) => (await firm.post('/needs/major-suggestions', post)).body.rows as { code: string; name: string; words: string[] }[]

test.each([
  ['数控车工', '操作数控车床和加工中心，会看零件图，会用卡尺和千分尺。', '数控技术'],
  ['工业机器人调试员', '机器人编程与调试，维护工作站。', '工业机器人技术'],
  ['電商客服', '在網店回覆顧客，處理訂單和售後。', '电子商务'],
])('a post named %s is read as one for its majors, with the words that say so', async (title, tasks, major) => {
  const rows = await majorsFor({ title, tasks })

  expect(rows.map(({ name }) => name)).toContain(major)
  expect(rows.find(({ name }) => name === major)!.words.length).toBeGreaterThan(0)
})

test('what says nothing of any major suggests none', async () => {
  expect(await majorsFor({})).toEqual([])
  expect(await majorsFor({ title: '星期三下午' })).toEqual([])
})
