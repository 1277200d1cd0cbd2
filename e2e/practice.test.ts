import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { dayOf } from '../server/src/kernel/calendar.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const after = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const nextMonday = (day: string) => after(day, (8 - new Date(day).getUTCDay()) % 7 || 7)
const photo = { name: '现场.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') }

test('a teacher short of days plans a stay, keeps a journal that the firm confirms, and has the days credited once', async () => {
  const first = nextMonday(dayOf(stage.now()))
  const last = after(first, 27)
  const goTo = async (page: Page, path: string) => void (await page.goto(`${stage.origin}/app${path}`))
  const decide = async (page: Page, verb: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<unknown> = async () => {}) => {
    await page.getByRole('main').getByRole('button', { name: verb, exact: true }).or(page.getByRole('contentinfo').getByRole('button', { name: verb, exact: true })).first().click()
    const dialog = page.getByRole('dialog')
    await fill(dialog)
    await dialog.getByRole('button', { name: verb, exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
  }

  let phone = await stage.signedIn('teacher', { size: 'phone' })
  await goTo(phone, '/my/practice')
  await phone.getByText('还差 45 天').waitFor()
  await stage.look(phone, 'practice-short')
  await phone.getByRole('link', { name: '看实践岗位' }).click()
  await phone.locator('article').filter({ hasText: '焊接工作站调试与夹具改造' }).getByRole('link', { name: '选这个岗位' }).click()
  await phone.getByLabel('开始日期').fill(first)
  await phone.getByRole('button', { name: '提交申请' }).click()
  await phone.getByText('还有 2 项没有填好').waitFor()
  await phone.getByLabel('结束日期').fill(last)
  await phone.getByLabel('想学到什么').fill('学会两种焊接工作站的离线编程，带回两个教学案例。')
  await phone.getByRole('button', { name: '提交申请' }).click()
  await phone.getByText('待系部同意').waitFor()
  const id = new URL(phone.url()).pathname.split('/').at(-1)!

  // Nobody agrees to the own plan: the head of the department is asked through the school's office.
  let office = await stage.signedIn('school')
  await goTo(office, `/practice/plans/${id}`)
  await decide(office, '同意')
  await decide(office, '批准', (dialog) => dialog.getByLabel('为什么超过比例仍要批准').fill('课程已调开，由外聘教师代课。'))
  await stage.look(office, 'practice-plan-approved')
  let firm = await stage.signedIn('enterprise')
  await goTo(firm, `/practice/plans/${id}`)
  await decide(firm, '接收', (dialog) => dialog.getByLabel('企业带教人', { exact: true }).fill('示例师傅何工'))

  stage.moveTo(`${first}T01:00:00Z`)
  phone = await stage.signedIn('teacher', { size: 'phone' })
  await goTo(phone, `/my/practice/plans/${id}`)
  await decide(phone, '开始实践')
  stage.moveTo(`${last}T02:00:00Z`)
  phone = await stage.signedIn('teacher', { size: 'phone' })
  for (const week of [0, 1, 2, 3]) {
    await goTo(phone, `/my/practice/plans/${id}/weeks/${after(first, week * 7)}`)
    await phone.getByLabel('做了什么').waitFor()
    for (const box of await phone.getByRole('checkbox', { disabled: false }).all()) await box.check()
    await phone.getByLabel('做了什么').fill('跟班调试工作站，处理两次夹具故障，整理一份记录。')
    if (week === 0) {
      await phone.locator('input[type=file]').setInputFiles(photo)
      await phone.getByRole('img', { name: '照片 1' }).waitFor()
      await stage.look(phone, 'practice-week')
    }
    await phone.getByRole('button', { name: '交给企业确认' }).click()
    await phone.getByText('等企业确认').first().waitFor()
  }
  firm = await stage.signedIn('enterprise')
  await goTo(firm, `/practice/plans/${id}`)
  await stage.look(firm, 'practice-weeks')
  for (const left of [3, 2, 1, 0]) {
    await firm.getByRole('button', { name: '确认', exact: true }).first().click()
    await expect.poll(() => firm.getByRole('button', { name: '确认', exact: true }).count(), { timeout: 20_000 }).toBe(left)
  }

  await goTo(phone, `/my/practice/plans/${id}`)
  await stage.look(phone, 'practice-plan')
  await decide(phone, '结束实践', async (dialog) => {
    await dialog.getByRole('button', { name: '结束实践', exact: true }).click()
    await dialog.getByText('太短，请再写一些。').waitFor()
    await dialog.getByLabel('总结').fill('四周里完成两个工作站的调试，整理教学案例两份，已用于下学期的课程。')
  })
  await firm.reload()
  await decide(firm, '鉴定', async (dialog) => {
    await dialog.getByLabel('良好').check()
    await dialog.getByLabel('评语').fill('踏实肯干，能独立调试工作站。')
  })
  office = await stage.signedIn('school')
  await goTo(office, `/practice/plans/${id}`)
  await decide(office, '考核合格')
  await decide(office, '计入天数')
  await decide(office, '归档')
  await stage.look(office, 'practice-archived')
  const days = await stage.db.selectFrom('practiceDay').select((row) => row.fn.countAll<number>().as('n')).where('planId', '=', id).executeTakeFirstOrThrow()
  expect(Number(days.n)).toBe(28)

  // What was claimed for the past counts when the office has seen the evidence.
  await goTo(office, '/practice?tab=claims&state=claimed')
  await office.getByRole('row').filter({ hasText: '南海某工业设计中心' }).getByRole('button', { name: '计入', exact: true }).click()
  await office.getByRole('dialog').getByRole('button', { name: '计入', exact: true }).click()
  await office.getByText('已计入 20 天。').waitFor()

  await goTo(phone, '/my/practice')
  await phone.getByText('已达到要求').waitFor()
  await stage.look(phone, 'practice-credited')
  expect(stage.faults).toEqual([])
})
