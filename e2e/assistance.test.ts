import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { dayOf } from '../server/src/kernel/calendar.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const after = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const go = async (page: Page, path: string) => void (await page.goto(`${stage.origin}/app${path}`))
const choose = async (within: Page | Locator, label: string, typed: string, option = typed) => {
  const box = within.getByRole('combobox', { name: label, exact: true })
  await box.click()
  await box.fill(typed)
  await within.getByRole('option').filter({ hasText: option }).first().click()
}
const decide = async (page: Page, verb: string, fill: (dialog: Locator) => Promise<unknown> = async () => {}) => {
  await page.getByRole('main').getByRole('button', { name: verb, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

test('a county school plans a batch, a firm confirms fewer with a reason, the students are placed and the filing is opened; every step they lack is named', async () => {
  const today = dayOf(stage.now())
  const firms = await stage.db.selectFrom('account').innerJoin('roleGrant', 'roleGrant.accountId', 'account.id').innerJoin('organisation', 'organisation.id', 'roleGrant.organisationId').select(['account.login', 'organisation.name']).where('account.login', 'in', ['robots', 'enterprise']).execute()
  const nameOf = (login: string) => firms.find((one) => one.login === login)!.name

  const school = await stage.signedIn('rongjiang')
  await go(school, '/assistance')
  await school.getByRole('link', { name: '批次' }).click()
  await school.getByRole('link', { name: '拟定批次' }).first().click()
  await school.getByRole('button', { name: '存为拟定' }).click()
  await school.getByText('还有 6 项没有填好').waitFor()
  await school.getByLabel('名称', { exact: true }).fill('2027 年春季赴南海岗位实习（示例）')
  await school.getByLabel('开始', { exact: true }).fill(after(today, 30))
  await school.getByLabel('结束', { exact: true }).fill(after(today, 209))
  await choose(school, '带队教师', 'T0', '')
  await school.getByLabel('学校联系人').fill('示例教务主任')
  await school.getByLabel('联系电话').fill('0855-0000001')
  const [first, second] = [school.getByRole('region', { name: '第 1 行' }), school.getByRole('region', { name: '第 2 行' })]
  await choose(first, '企业的岗位', nameOf('robots'))
  await first.getByLabel('请接收几人').fill('3')
  await school.getByRole('button', { name: '加一行' }).click()
  await choose(second, '企业的岗位', nameOf('enterprise'))
  await second.getByLabel('请接收几人').fill('2')
  await stage.look(school, 'assistance-form')
  await school.getByRole('button', { name: '存为拟定' }).click()
  await school.getByRole('button', { name: '发给企业' }).waitFor()
  const path = new URL(school.url()).pathname.replace('/app', '')
  await decide(school, '发给企业')
  await school.getByText('还有 2 个岗位等企业答复').waitFor()
  await stage.see(school, 'assistance-asked')

  // The popular firm takes fewer, and says why.
  const firm = await stage.signedIn('robots')
  await go(firm, path)
  await decide(firm, '答复学校', async (dialog) => {
    await dialog.getByLabel('接收几人').fill('2')
    await dialog.getByRole('button', { name: '答复学校', exact: true }).click()
    expect(await dialog.getByText('请填写。').count()).toBe(3)
    await dialog.getByLabel('为什么少收').fill('宿舍只剩一间两人间。')
    await dialog.getByLabel('本单位联系人').fill('示例人事')
    await dialog.getByLabel('联系人电话').fill('0757-0000001')
    await stage.see(firm, 'assistance-answer')
  })
  await firm.getByText('确认 2 人，请接收 3 人').waitFor()
  await stage.see(firm, 'assistance-firm')
  const other = await stage.signedIn('enterprise')
  await go(other, path)
  // Of the other firm's line nothing is seen.
  expect(await other.getByText(nameOf('robots')).count()).toBe(0)
  await decide(other, '答复学校', async (dialog) => {
    await dialog.getByLabel('本单位联系人').fill('示例人事')
    await dialog.getByLabel('联系人电话').fill('0757-0000002')
  })

  await school.reload()
  await school.getByText('企业确认了 4 个名额，已安排 0 人。').waitFor()
  await school.getByText('理由：宿舍只剩一间两人间。').first().waitFor()
  await school.getByRole('button', { name: '安排学生' }).first().click()
  const dialog = school.getByRole('dialog')
  await dialog.getByText('不在名单里').waitFor()
  await dialog.getByRole('button', { name: '选前 2 人' }).click()
  await stage.see(school, 'assistance-fill')
  await dialog.getByRole('button', { name: '安排 2 人' }).click()
  await dialog.waitFor({ state: 'detached' })
  await school.getByRole('main').getByRole('button', { name: '办跨省备案', exact: true }).first().click()
  await dialog.getByRole('button', { name: '开始办理' }).click()
  await school.getByText('已建备案，请核对清单。').waitFor()
  await go(school, path)
  // Read from the placements: each step by name, with what is missing and the way there.
  const student = school.getByRole('row').filter({ hasText: '草拟' }).first()
  for (const step of ['单位考察', '同意书', '三方协议', '跨省备案', '保险', '安全考试']) await student.getByRole('button', { name: `${step}还缺什么` }).waitFor()
  await student.getByRole('button', { name: '跨省备案还缺什么' }).click()
  await dialog.getByText('由主管部门办').or(dialog.getByText('由学校办')).first().waitFor()
  await stage.see(school, 'assistance-lack')
  await dialog.getByRole('link', { name: '去备案' }).waitFor()
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await stage.look(school, 'assistance-filled')
  expect(stage.faults).toEqual([])
})

test('the escort records the week on a phone, the student says whether they stayed, the official sees totals and opens nobody', async () => {
  const escort = await stage.signedIn('escort', { size: 'phone' })
  await go(escort, '/my/care')
  await escort.getByText('还有 3 人没有问').waitFor()
  await stage.look(escort, 'my-care')
  const [worried, ...others] = await escort.locator('article').filter({ hasText: '问过，都好' }).locator('b').allTextContents()
  // One is not fine: every fault is named at once, and what was written stays when the page is left.
  await escort.locator('article').filter({ hasText: worried! }).getByRole('link', { name: '逐项记' }).click()
  await escort.getByRole('button', { name: '六项都好' }).click()
  await escort.getByRole('group', { name: '吃住好' }).getByLabel('不是').check()
  await escort.getByRole('button', { name: '记下' }).click()
  await escort.getByText('有一项“不是”，不能选“都好”。').waitFor()
  await escort.getByLabel('要留意').check()
  await escort.getByText('写明情况，至少 5 个字').waitFor()
  await escort.getByLabel('说明').fill('宿舍热水坏了三天，已和企业约好今天修。')
  await escort.reload()
  expect(await escort.getByLabel('说明').inputValue()).toContain('热水')
  await stage.see(escort, 'my-care-one')
  await escort.getByRole('button', { name: '记下' }).click()
  await escort.getByText('还有 2 人没有问').waitFor()
  // The others in one go.
  await escort.getByRole('button', { name: '全部勾上' }).click()
  await escort.getByRole('button', { name: '这 2 人都好' }).click()
  await escort.getByText('这一周都问过了').waitFor()
  expect(others).toHaveLength(2)

  // The school is asked to do something, writes what, and the firm never saw it.
  const school = await stage.signedIn('rongjiang')
  await go(school, '/inbox')
  await school.getByText(`要留意：${worried!}`).first().click()
  await school.getByRole('link', { name: '打开并办理' }).click()
  await decide(school, '写处理结果', async (dialog) => dialog.getByLabel('做了什么').fill('企业当晚修好热水，学生确认。'))
  await go(escort, '/my/care')
  await escort.getByText('学校的处理：企业当晚修好热水，学生确认。').waitFor()

  const student = await stage.signedIn('assisted', { size: 'phone' })
  await go(student, '/wishes')
  await student.getByRole('link', { name: '回答一个问题：还在不在那家单位' }).click()
  await student.getByRole('button', { name: '不在了' }).click()
  await student.getByRole('button', { name: '提交' }).click()
  await student.getByText('请选一个原因。').waitFor()
  await student.getByLabel('升学').check()
  await stage.look(student, 'my-stay-left')
  await student.getByRole('button', { name: '提交' }).click()
  await student.getByText('你答：不在了').waitFor()

  const official = await stage.signedIn('official')
  await go(official, '/assistance')
  await official.getByRole('row').filter({ hasText: '榕江县' }).first().waitFor()
  await stage.look(official, 'assistance-official')
  expect(await official.getByRole('main').getByRole('table').getByRole('link').count()).toBe(0)
  expect(await official.getByRole('row').filter({ hasText: '榕江县' }).filter({ hasText: '少于 3' }).count()).toBeGreaterThan(0)
  const { id } = await stage.db.selectFrom('assistanceBatch').select('id').where('state', '=', 'running').orderBy('startsOn', 'desc').executeTakeFirstOrThrow()
  await go(official, `/assistance/batches/${id}`)
  await official.getByRole('heading', { name: '没有这一页' }).waitFor()
  expect(stage.faults).toEqual([])
})
