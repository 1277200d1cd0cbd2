import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('an intern complains on a phone; neither firm nor school finds a trace; the authority answers, looks at the name with a reason, and the intern reads both', async () => {
  const story = '班长让我们每天晚上加班到十一点，不去就说不给实习鉴定。'
  const firm = await stage.signedIn('enterprise')
  const school = await stage.signedIn('school')
  const office = await stage.signedIn('secretariat')
  // What each of them could look at; every list and record behind it is compared in complaints/routes.test.ts.
  const looks = [['school', school, '/app/inbox'], ['school', school, '/app/student-help'], ['firm', firm, '/app/inbox'], ['firm', firm, '/app/incidents'], ['office', office, '/app/inbox']] as const
  const before = new Map<string, string>()
  const read = async (page: typeof firm, place: string) => {
    await page.goto(`${stage.origin}${place}`)
    await stage.settled(page)
    return page.locator('main').innerText()
  }
  for (const [who, page, place] of looks) before.set(`${who} ${place}`, await read(page, place))

  const intern = await stage.signedIn('intern', { size: 'phone' })
  await intern.goto(`${stage.origin}/app/my/way-out`)
  await intern.getByText('向主管部门投诉').click()
  await intern.getByLabel('加班、夜班').check()
  await intern.getByLabel('事情经过').fill(story)
  await intern.getByRole('button', { name: '投诉', exact: true }).click()
  await intern.getByText(/已送到主管部门，TS-\d{4}-\d{4}/).waitFor()
  await stage.look(intern, 'complaint-sent')

  const official = await stage.signedIn('official')
  await official.goto(`${stage.origin}/app/inbox`)
  await official.getByText(/答复投诉 TS-/).first().waitFor()
  const { id } = await stage.db.selectFrom('complaint').select('id').where('text', '=', story).executeTakeFirstOrThrow()
  await official.goto(`${stage.origin}/app/complaints`)
  await stage.look(official, 'complaints')
  await official.goto(`${stage.origin}/app/complaints/${id}`)
  await official.getByText(story).waitFor()
  const { name } = await stage.db.selectFrom('account').select('name').where('login', '=', 'intern').executeTakeFirstOrThrow()
  expect(await official.locator('main').innerText()).not.toContain(name)
  await official.getByRole('button', { name: '看姓名' }).click()
  await official.getByRole('dialog').getByLabel('理由').fill('约见投诉人核实加班记录')
  await official.getByRole('dialog').getByRole('button', { name: '看姓名' }).click()
  await official.getByText(name).first().waitFor()
  await official.getByLabel('答复投诉人').last().fill('已到厂查实，晚班取消，鉴定按考核方案给。')
  await official.getByRole('button', { name: '保存' }).click()
  await official.getByText('已答复').first().waitFor()
  await stage.look(official, 'complaint-answered')

  // The firm, the school and the office read what they read before, to the letter.
  for (const [who, page, place] of looks) expect([who, place, await read(page, place)]).toEqual([who, place, before.get(`${who} ${place}`)])
  for (const [who, page] of [['school', school], ['firm', firm], ['office', office]] as const) {
    const status = await page.evaluate(async (path) => (await fetch(path)).status, `/api/complaints/${id}`)
    expect([who, status]).toEqual([who, 404])
  }

  await intern.goto(`${stage.origin}/app/my/way-out`)
  await intern.getByText('有新答复').waitFor()
  await stage.look(intern, 'way-out')
  await intern.getByText('向主管部门投诉').click()
  await intern.getByText('已到厂查实，晚班取消，鉴定按考核方案给。').waitFor()
  await intern.getByText(/主管部门看过你的姓名：约见投诉人核实加班记录/).waitFor()
  await stage.look(intern, 'complaint-answer')

  const guardian = await stage.visitor({ size: 'phone' })
  await guardian.goto(`${stage.origin}/app/complain`)
  await guardian.getByLabel('实习单位', { exact: true }).first().fill('示例夜班厂')
  await guardian.getByLabel('加班、夜班').check()
  await guardian.getByLabel('事情经过').fill('孩子连着上了三个星期夜班，请查一查。')
  await stage.look(guardian, 'complain')
  await guardian.getByRole('button', { name: '投诉', exact: true }).click()
  await guardian.getByText(/已收到，TS-/).waitFor()
  expect(stage.faults).toEqual([])
})
