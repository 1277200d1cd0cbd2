import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const decide = async (page: Page, verb: string) => {
  await page.getByRole('button', { name: verb, exact: true }).first().click()
  return page.getByRole('dialog')
}
const inDays = (days: number) => new Date(stage.now().getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

test('a firm asks for a service on a phone; it is routed, answered, delivered, confirmed and rated', async () => {
  const title = '示例：想评估第一台机器人'
  const firm = await stage.signedIn('enterprise', { size: 'phone' })
  await firm.goto(`${stage.origin}/app/problems/new/service`)
  await firm.getByLabel('一句话说清').fill(title)
  await firm.getByLabel('技术应用').check()
  await firm.getByLabel('问题').fill('装配线有一道拧螺丝工序，两班四个人，想知道上机器人划不划算。')
  await firm.getByRole('button', { name: '下一步：条件与保密' }).click()
  await firm.getByLabel('需求有效期至').fill(inDays(120))
  await firm.getByRole('button', { name: '下一步：核对并提交' }).click()
  await firm.getByRole('button', { name: '提交核实' }).click()
  await firm.getByText('10 个工作日内一定有答复').first().waitFor()
  const { id } = await stage.db.selectFrom('need').select('id').where('title', '=', title).executeTakeFirstOrThrow()

  const office = await stage.signedIn('secretariat')
  await office.goto(`${stage.origin}/app/problems/${id}`)
  await (await decide(office, '同意并公开')).getByRole('button', { name: '同意并公开' }).click()
  const window = await decide(office, '派单')
  await window.getByText(/本月已收到：填表 \d+、走访 \d+、电话 \d+/).first().waitFor()
  await stage.look(office, 'service-route')
  await window.getByLabel(/示例：机器人工作站可行性评估/).check()
  await window.getByRole('button', { name: '派单' }).click()
  await office.getByText('已派出 1 家。').waitFor()
  const request = await stage.db.selectFrom('serviceRequest').select('id').where('needId', '=', id).executeTakeFirstOrThrow()
  const address = `${stage.origin}/app/service-requests/${request.id}`

  const provider = await stage.signedIn('platform')
  await provider.goto(address)
  const yes = await decide(provider, '接受')
  await yes.getByLabel('打算怎么做').fill('下周三上午到现场测节拍，三天出报告。')
  await yes.getByLabel('何时交付').fill(inDays(14))
  await yes.getByRole('button', { name: '接受' }).click()
  const done = await decide(provider, '报告交付')
  await done.getByLabel('交付了什么').fill('评估报告已交：上一台协作机器人，十四个月回本。')
  await done.getByRole('button', { name: '报告交付' }).click()
  await provider.getByText('已报告，等提出单位确认。').waitFor()
  await stage.look(provider, 'service-request')

  await firm.goto(address)
  const got = await decide(firm, '确认收到')
  await got.getByLabel(/需求就此解决/).waitFor()
  await got.getByRole('button', { name: '确认收到' }).click()
  await firm.getByRole('radio', { name: '5 星　很满意' }).check()
  await stage.look(firm, 'service-rating')
  await firm.getByRole('button', { name: '交出评价' }).click()
  await firm.getByText('已评价，到此结束。').waitFor()
  expect(await firm.getByRole('button', { name: '交出评价' }).count()).toBe(0)
  await firm.goto(`${stage.origin}/app/problems/${id}`)
  await firm.getByText('提出单位已确认解决，到此结束。').waitFor()
  await stage.look(firm, 'service-solved')
  expect(stage.faults).toEqual([])
})
