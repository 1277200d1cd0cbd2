import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { watchClasses } from '../server/src/features/training/classes/clock/service.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const [few, enough] = ['示例数控加工订单班', '示例机电装调订单班']
const press = async (page: Page, verb: string) => {
  await page.getByRole('button', { name: verb, exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
}
const at = (path: string) => `${stage.origin}/app${path}`

test('an order class too few want does not open: its students read why and have their next choice', async () => {
  const intake = await stage.db.selectFrom('classIntake').select(['id', 'signUpUntil']).where('state', '=', 'signing').executeTakeFirstOrThrow()
  const classes = await stage.db.selectFrom('orderClass').select(['id', 'title']).where('title', 'in', [few, enough]).execute()
  const idOf = (title: string) => classes.find((one) => one.title === title)!.id

  // On a phone: the one few want comes first.
  const student = await stage.signedIn('student', { size: 'phone' })
  await student.goto(at('/wishes'))
  await student.getByRole('link', { name: '订单班' }).click()
  await stage.look(student, 'my-classes')
  await student.getByRole('link', { name: '去报名' }).click()
  await student.getByRole('button', { name: `加到次序里 ${few}` }).click()
  await student.getByRole('button', { name: `加到次序里 ${enough}` }).click()
  await stage.look(student, 'class-choose')
  await student.getByRole('button', { name: '我自愿报名' }).click()
  await student.getByText('已报名，2 个班。').waitFor()

  stage.moveTo(new Date(intake.signUpUntil.getTime() + 60_000))
  await watchClasses(stage.db, stage.now())
  for (const [login, title] of [['robots', enough], ['enterprise', few]] as const) {
    const firm = await stage.signedIn(login)
    await firm.goto(at(`/class-intakes/${intake.id}/classes/${idOf(title)}`))
    const marks = firm.getByLabel(/^评分 /)
    await marks.first().waitFor()
    for (let row = 0; row < (await marks.count()); row++) await marks.nth(row).fill(String(95 - row * 3))
    if (login === 'robots') await stage.look(firm, 'class-applicants')
    await firm.getByRole('button', { name: '保存评分' }).click()
    await firm.getByText('都评好了。').first().waitFor()
  }

  const school = await stage.signedIn('school')
  await school.goto(at(`/class-intakes/${intake.id}`))
  await press(school, '冻结名单')
  await school.getByText('名单已冻结，出结果就公布种子。').waitFor()
  await press(school, '出结果')
  // The log of the closing, for everybody to read.
  await school.getByText(`1. ${few}：当时 4 人，最少要 8 人，不开班；学生各自去下一志愿。`).waitFor()
  await stage.look(school, 'class-intake')
  await school.goto(at(`/order-classes/${idOf(few)}`))
  await school.getByText('报名不足最少人数，没有开班；学生已顺延到下一志愿。').waitFor()
  await stage.look(school, 'class-not-opened')

  // A week later: who has not been here meanwhile signs in again.
  const again = await stage.signedIn('student', { size: 'phone' })
  await again.goto(at('/my/classes'))
  await again.getByRole('link', { name: '看结果' }).click()
  await again.getByText(`你被录取到 ${enough}（第 2 志愿）`).waitFor()
  await again.getByText('没有开班', { exact: true }).waitFor()
  await stage.look(again, 'class-letter')
  await again.getByRole('link', { name: '去确认名额' }).click()
  // Seventeen: a consent with the guardian.
  await again.getByRole('button', { name: '接受，并签知情同意书' }).click()
  await again.getByRole('link', { name: '去签署' }).waitFor()
  await stage.look(again, 'class-place')
  expect(await stage.db.selectFrom('classMember').select('state').where('classId', '=', idOf(enough)).where('state', '=', 'confirmed').execute()).toHaveLength(1)

  const firm = await stage.signedIn('enterprise')
  await firm.goto(at('/inbox'))
  await firm.getByText(`没有开班：${few}`).first().waitFor()
  expect(stage.faults).toEqual([])
})
