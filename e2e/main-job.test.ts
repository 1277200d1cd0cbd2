import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  await stage.close()
})

test('a student on a phone ranks wishes, submits, and reads an explained letter', async () => {
  const student = await stage.as('student', { size: 'phone' })
  await stage.look(student, 'student-home')
  await student.getByRole('link', { name: '填报志愿' }).click()
  await student.getByRole('heading', { name: '我的志愿' }).waitFor()
  await stage.look(student, 'student-wishes')

  await student.getByRole('button', { name: /^把“.*”加入志愿$/ }).first().click()
  const submit = student.getByRole('button', { name: /提交 \d+ 个志愿/ })
  await submit.click()
  await student.getByText(/已提交 \d+ 个志愿/).waitFor()
  await student.getByRole('button', { name: /重新提交/ }).waitFor()

  const { wishesCloseAt, rankingCloseAt, id } = await stage.db.selectFrom('round').selectAll().where('state', '=', 'wishing').executeTakeFirstOrThrow()
  const office = await stage.as('secretariat')
  await office.goto(`${stage.origin}/app/rounds/${id}`)
  await office.getByText('现在等').waitFor()
  await stage.look(office, 'round')

  stage.moveTo(wishesCloseAt!)
  await stage.work()
  const later = await stage.as('secretariat')
  await later.goto(`${stage.origin}/app/rounds/${id}`)
  await press(later, '截止填报')

  const firm = await stage.as('robots')
  await firm.goto(`${stage.origin}/app/round-posts`)
  await firm.getByRole('row').nth(1).waitFor()
  await stage.look(firm, 'round-posts')
  await firm.getByRole('link').filter({ hasText: '工业机器人' }).first().click()
  await firm.getByRole('columnheader', { name: '面试' }).waitFor()
  await firm.getByLabel(/的面试/).first().fill('92')
  await firm.getByRole('button', { name: /保存 1 人的评分/ }).click()
  await firm.getByText('已保存 1 人的评分').waitFor()
  await stage.look(firm, 'applicants')

  stage.moveTo(rankingCloseAt!)
  const official = await stage.as('secretariat')
  await official.goto(`${stage.origin}/app/rounds/${id}`)
  for (const step of ['冻结名单', '公布种子并匹配', '公示结果']) await press(official, step)
  await stage.look(official, 'round-result')

  const reader = await stage.as('student', { size: 'phone' })
  await reader.getByRole('link', { name: '看通知书' }).click()
  await reader.getByRole('heading', { name: '岗位实习安排通知书' }).waitFor()
  await stage.look(reader, 'letter')
  expect(await reader.getByRole('heading', { name: /为什么/ }).count()).toBe(1)
  expect(stage.faults).toEqual([])

  async function press(page: typeof office, step: string) {
    await page.getByRole('button', { name: step }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: step }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
})
