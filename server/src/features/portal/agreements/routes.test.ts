import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAgreementsWorld, type AgreementsWorld } from '../../../../test/agreements-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let house: AgreementsWorld
beforeAll(async () => {
  world = await newWorld()
  house = await newAgreementsWorld(world)
})
afterAll(() => world.close())

const get = async (url: string) => (await world.app.inject({ method: 'GET', url })).body

test('whoever holds a paper reads kind, houses, days and state, and never a person’s name', async () => {
  const { id, number } = await house.open('three_party')
  const { code, textHash } = await house.view(id)
  const secrets = [house.student.name, house.student.guardianName, house.school.contact.name, '示例指导教师', '示例师傅', '3400']
  for (const url of [`/verify/${code}?h=${textHash.slice(0, 16)}`, `/en/verify/${code}`, `/verify?code=${code.toLowerCase()}`, `/verify?code=${textHash}`]) {
    const body = await get(url)
    expect([url, [number, house.school.name, house.firm.name, textHash].filter((one) => !body.includes(one))]).toEqual([url, []])
    expect([url, secrets.filter((one) => body.includes(one))]).toEqual([url, []])
  }
  expect(await get(`/verify/${code}?h=${textHash.slice(0, 16)}`)).toContain('签署中，还没有生效')
  await house.conclude(id)
  const body = await get(`/verify/${code}?h=${textHash.slice(0, 16)}`)
  expect(['各方已签，有效', '与纸上二维码一致', '2027年3月1日'].filter((one) => !body.includes(one))).toEqual([])
})

test('a consent between people shows the school that keeps it', async () => {
  const { id } = await house.open('consent')
  const body = await get(`/verify/${(await house.view(id)).code}`)
  expect([body.includes(house.school.name), body.includes(house.student.name), body.includes('知情同意书')]).toEqual([true, false, true])
})

test('another text under the same code, a made-up code, an unknown hash and nonsense are told apart; a draft is not there', async () => {
  const who = await house.newStudent()
  const draft = await house.draft('three_party', { who })
  const { code, version } = await house.view(draft.id)
  expect(await get(`/verify/${code}`)).toContain('没有这份协议')
  await house.school.contact.post(`/agreements/${draft.id}/moves`, { action: 'open', version })
  expect(await get(`/verify/${code}?h=${'0'.repeat(16)}`)).toContain('不是同一份')
  expect(await get(`/verify/${code.slice(0, 10)}${code.endsWith('AA') ? 'BB' : 'AA'}`)).toContain('不是本系统打印的核验码')
  expect(await get(`/verify?code=${'0'.repeat(64)}`)).toContain('没有这份协议')
  expect(await get(`/verify?code=${encodeURIComponent('<b>x</b>')}`)).toContain('看不懂这个码')
  expect(await get('/verify')).toContain('核验码或文本校验值')
})
