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
  await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test('the survey of a year: a firm on its phone, the association, the office, and what a school reads', async () => {
  const { id } = await stage.db.selectFrom('survey').select('id').where('state', '=', 'open').executeTakeFirstOrThrow()

  // Three taps: the item, the page, the same as last year.
  const firm = await stage.signedIn('enterprise', { size: 'phone' })
  const seat = await stage.db.selectFrom('roleGrant').innerJoin('account', 'account.id', 'roleGrant.accountId').select('roleGrant.organisationId').where('account.login', '=', 'enterprise').executeTakeFirstOrThrow()
  const response = () => stage.db.selectFrom('surveyResponse').select(['id', 'state', 'unchanged']).where('surveyId', '=', id).where('organisationId', '=', seat.organisationId).executeTakeFirstOrThrow()
  expect((await response()).state).toBe('waiting')
  await firm.goto(`${stage.origin}/app/my/surveys/${id}`)
  await firm.getByText('年的答复填好，请核对').waitFor()
  await stage.look(firm, 'survey-answer')
  await firm.getByRole('button', { name: '和去年一样' }).click()
  await firm.getByText('已提交，等秘书处核对').waitFor()
  expect(await response()).toMatchObject({ state: 'submitted', unchanged: true })

  const association = await stage.signedIn('association')
  await association.goto(`${stage.origin}/app/surveys/${id}`)
  await association.getByRole('heading', { name: '全部企业' }).waitFor()
  await decide(association, '催办未答企业')
  await association.getByText(/已催办 \d 家/).waitFor()
  const reminded = await stage.db.selectFrom('surveyResponse').select('id').where('surveyId', '=', id).where('remindedCount', '=', 1).execute()
  expect(reminded.length).toBeGreaterThan(0)

  const office = await stage.signedIn('secretariat')
  await office.goto(`${stage.origin}/app/surveys/${id}?tab=responses&state=submitted`)
  await office.getByText('和去年一样').first().waitFor({ state: 'attached' })
  await stage.look(office, 'survey-responses')
  await decide(office, '全部接受')
  await decide(office, '提前截止')
  await decide(office, '评分')
  await office.goto(`${stage.origin}/app/surveys/${id}?tab=catalogue`)
  await office.getByRole('button', { name: '调整', exact: true }).first().click()
  const dialog = office.getByRole('dialog')
  await dialog.getByLabel('上调 1 分').check()
  await dialog.getByLabel('理由').fill('两家企业明年扩产。')
  await dialog.getByLabel('专家姓名').fill('示例专家')
  await dialog.getByRole('button', { name: '保存' }).click()
  await office.getByText('两家企业明年扩产。').waitFor()
  await stage.look(office, 'survey-catalogue')
  await decide(office, '发布目录')
  await office.getByText('数字不再变动').waitFor()

  const school = await stage.signedIn('school')
  await school.goto(`${stage.origin}/app/surveys/${id}?tab=gap`)
  await school.getByRole('button', { name: '机械冷加工人员' }).click()
  await school.getByRole('dialog').getByText(/往年误差平均|年份太少/).first().waitFor()
  await stage.look(school, 'survey-gap')
  await school.goto(`${stage.origin}/app/surveys/${id}?tab=catalogue`)
  await school.getByText('紧缺指数 1–5 分').waitFor()
  expect(await school.getByText('示例专家').count()).toBe(0)
  expect(stage.faults).toEqual([])
}, 180_000)
