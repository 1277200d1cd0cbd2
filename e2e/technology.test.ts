import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const today = () => new Date(stage.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const inDays = (days: number) => new Date(stage.now().getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
const open = async (page: Page, verb: string) => {
  await page.getByRole('button', { name: verb, exact: true }).first().click()
  return page.getByRole('dialog')
}
/** A verb, and the same verb in the dialog it opens. */
const decide = async (page: Page, verb: string) => {
  await (await open(page, verb)).getByRole('button', { name: verb, exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
const pdf = { name: '技术合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%demo\n') }

test('a firm’s technology need goes from a phone to a signed and registered contract', async () => {
  const title = '示例：夜班刀具崩刃没人发现'
  const firm = await stage.signedIn('enterprise', { size: 'phone' })
  await firm.goto(`${stage.origin}/app/problems/new/technology`)
  await firm.getByLabel('一句话说清').fill(title)
  await firm.getByLabel('问题').fill('加工中心夜班无人看守，刀具磨损和崩刃没人发现，想在线监测刀具磨损，崩刃前报警。')
  await firm.getByLabel('想做到多少').fill('崩刃前报警，寿命利用率提高 20%')
  await firm.getByLabel('行业领域').fill('3484')
  await firm.getByRole('option').first().click()
  await firm.getByRole('button', { name: '下一步：条件与保密' }).click()
  await firm.getByRole('radio', { name: /签保密协议后/ }).check()
  await firm.getByRole('button', { name: '下一步：核对并提交' }).click()
  await firm.getByRole('button', { name: '提交核实' }).click()
  await firm.getByText('10 个工作日内一定有答复').first().waitFor()
  const { id } = await stage.db.selectFrom('need').select('id').where('title', '=', title).executeTakeFirstOrThrow()

  const office = await stage.signedIn('secretariat')
  await office.goto(`${stage.origin}/app/problems/${id}`)
  await decide(office, '同意并公开')
  await office.getByRole('heading', { name: '系统推荐的答复' }).waitFor()
  await stage.look(office, 'technology-need')

  await firm.goto(`${stage.origin}/app/problems/${id}`)
  await firm.getByRole('heading', { name: '系统推荐的答复' }).waitFor()
  await firm.getByRole('link', { name: /刀具磨损在线监测/ }).waitFor()
  await stage.look(firm, 'technology-need')
  await firm.getByRole('listitem').filter({ hasText: '刀具磨损在线监测' }).last().getByRole('button', { name: '发起对接' }).click()
  await firm.getByRole('dialog').getByRole('button', { name: '发起对接' }).click()
  await firm.waitForURL(/introductions/)
  const introduction = firm.url()
  await stage.look(firm, 'introduction')

  const platform = await stage.signedIn('platform')
  await platform.goto(introduction)
  await decide(platform, '同意对接')
  await platform.getByText('双方同意了').waitFor()
  for (const side of [platform, firm]) {
    await side.goto(introduction)
    await decide(side, '代表本单位确认')
  }
  await firm.getByText('协议生效，详情已互相开放。').waitFor()
  const minutes = await open(platform, '记一笔')
  await minutes.getByLabel('日期').fill(today())
  await minutes.getByLabel('谈了什么').fill('到夜班现场看了三台设备，商定先上两台试用。')
  await minutes.getByRole('button', { name: '记一笔' }).click()
  await platform.getByText('到夜班现场看了三台设备').waitFor()
  await stage.look(platform, 'introduction')

  const terms = await open(platform, '起草技术合同')
  await terms.getByLabel('合同名称').fill('示例：刀具监测技术开发合同')
  await terms.getByLabel('合同总额').fill('26')
  await terms.getByLabel('其中技术交易额').fill('22')
  await terms.getByRole('button', { name: '保存' }).click()
  await platform.waitForURL(/deals/)
  // Without the paper it cannot be signed, and the page says why.
  await platform.getByText(/没有上传合同文本/).first().waitFor()
  await platform.getByLabel('上传合同文本').setInputFiles(pdf)
  await platform.getByText('技术合同.pdf').waitFor()
  await decide(platform, '签署')
  await decide(platform, '申请登记')
  await platform.getByText(/登记机构审核中/).waitFor()
  const plan = await open(platform, '编排里程碑')
  await plan.getByLabel('内容').fill('两台设备上线')
  await plan.getByLabel('期限').fill(inDays(40))
  await plan.getByRole('button', { name: '保存' }).click()
  await platform.getByText('两台设备上线').waitFor()
  await stage.look(platform, 'deal')

  await office.goto(platform.url())
  const registered = await open(office, '登记通过')
  await registered.getByLabel('登记编号').fill('示例登记 2026-9001')
  await registered.getByRole('button', { name: '登记通过' }).click()
  await office.getByText('示例登记 2026-9001').waitFor()
  await firm.goto(platform.url())
  await stage.look(firm, 'deal')
  await office.goto(`${stage.origin}/app/deals`)
  await stage.look(office, 'deals')
  await firm.goto(`${stage.origin}/app/deals`)
  await stage.look(firm, 'deals')
  const deal = await stage.db.selectFrom('deal').select(['state', 'certificate', 'ruleId']).where('title', '=', '示例：刀具监测技术开发合同').executeTakeFirstOrThrow()
  expect([deal, stage.faults.splice(0)]).toEqual([{ state: 'registered', certificate: '示例登记 2026-9001', ruleId: 'miit-2026' }, []])
}, 240_000)

test('a wrong match is declined with a reason, the report changes, and the lesson can be taken back', async () => {
  const { id, title } = await stage.db.selectFrom('need').select(['id', 'title']).where('title', 'like', '%转向节深孔%').executeTakeFirstOrThrow()
  const office = await stage.signedIn('secretariat')
  await office.goto(`${stage.origin}/app/problems/${id}`)
  const proposed = office.getByRole('listitem').filter({ hasText: '深孔钻削断屑' }).last()
  const match = proposed.getByText(/吻合/)
  const before = await match.textContent()
  await proposed.getByRole('button', { name: '发起对接' }).click()
  await office.getByRole('dialog').getByRole('button', { name: '发起对接' }).click()
  await office.waitForURL(/introductions/)
  const introduction = office.url()

  const firm = await stage.signedIn('enterprise', { size: 'phone' })
  await firm.goto(introduction)
  const no = await open(firm, '不合适')
  await no.getByLabel('原因').selectOption('wrong_field')
  await no.getByLabel('说明').fill('我们是合金钢，不是球墨铸铁。')
  await no.getByRole('button', { name: '不合适' }).click()
  await firm.getByText('没有谈成').waitFor()
  await stage.look(firm, 'introduction-declined')

  const platform = await stage.signedIn('platform')
  await platform.goto(introduction)
  await platform.getByText('我们是合金钢，不是球墨铸铁。').waitFor()
  await platform.getByRole('button', { name: '知道了' }).click()
  await platform.getByText('已标为看过。').waitFor()
  await platform.goto(`${stage.origin}/app/answer-report?needId=${id}`)
  await platform.getByText(/领域不符/).first().waitFor()
  await stage.look(platform, 'answer-report')
  await office.goto(`${stage.origin}/app/problems/${id}`)
  await office.getByRole('heading', { name: '系统推荐的答复' }).waitFor()
  expect(await office.getByRole('listitem').filter({ hasText: '深孔钻削断屑' }).filter({ hasText: before! }).count()).toBe(0)

  await office.goto(`${stage.origin}/app/answer-report?tab=lessons`)
  const lesson = office.getByRole('listitem').filter({ hasText: title }).first()
  await stage.look(office, 'lessons')
  await lesson.getByRole('button', { name: '撤销' }).click()
  await office.getByText('已撤销，推荐已恢复原样。').waitFor()
  await office.goto(`${stage.origin}/app/problems/${id}`)
  await office.getByRole('listitem').filter({ hasText: '深孔钻削断屑' }).filter({ hasText: before! }).last().waitFor()
  for (const [page, path] of [['achievements', '/app/achievements'], ['teams', '/app/achievements?tab=teams'], ['introductions', '/app/introductions'], ['answer-report-all', '/app/answer-report']] as const) {
    await office.goto(`${stage.origin}${path}`)
    await stage.look(office, page)
    await firm.goto(`${stage.origin}${path}`)
    await stage.look(firm, page)
  }
  expect(stage.faults.splice(0)).toEqual([])
}, 240_000)
