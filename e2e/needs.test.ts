import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { addWorkingDays, closingOf, dayOf } from '../server/src/kernel/calendar.ts'
import { inTransaction } from '../server/src/kernel/db.ts'
import { enqueue } from '../server/src/kernel/outbox.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const next = (page: Page, step: string) => page.getByRole('button', { name: `下一步：${step}` }).click()
const decide = async (page: Page, verb: string) => {
  await page.getByRole('button', { name: verb, exact: true }).first().click()
  return page.getByRole('dialog')
}
const watch = async () => {
  await inTransaction(stage.db, (tx) => enqueue(tx, 'watch_problems', {}))
  await stage.work()
}
const idOf = async (title: string) => (await stage.db.selectFrom('need').select('id').where('title', '=', title).executeTakeFirstOrThrow()).id

/** The question, as somebody types it. */
async function ask(page: Page, title: string) {
  await page.getByLabel('一句话说清').fill(title)
  await page.getByLabel('问题').fill('铝合金压铸件内部有缩孔，气密试压漏率高，改过排气和真空，效果不稳定。')
  await page.getByLabel('想做到多少').fill('漏率 2% 以下')
  await page.getByRole('combobox', { name: /行业领域/ }).fill('有色金属铸造')
  await page.getByRole('option', { name: /3392/ }).click()
  await next(page, '条件与保密')
}

test('a need nobody answers: from a phone to the authority, every step in sight', async () => {
  const firm = await stage.signedIn('enterprise', { size: 'phone' })
  await firm.goto(`${stage.origin}/app/needs?tab=technology`)
  await firm.getByRole('link', { name: '提出技术需求' }).first().click()
  const title = '示例：压铸件缩孔没有人会治'
  await ask(firm, title)
  await stage.look(firm, 'problem-form')
  await firm.getByLabel('签保密协议后才能看内部资料和预算').check()
  await firm.getByRole('textbox', { name: /内部资料/ }).fill('产品图号和客户名称不公开')
  await next(firm, '核对并提交')
  await stage.look(firm, 'problem-form-review')
  await firm.getByRole('button', { name: '提交核实' }).click()
  await firm.getByText('10 个工作日内一定有答复').first().waitFor()
  const id = await idOf(title)

  const office = await stage.signedIn('secretariat')
  await office.goto(`${stage.origin}/app/problems/${id}`)
  await (await decide(office, '同意并公开')).getByRole('button', { name: '同意并公开' }).click()
  await office.getByText('等人接手并找到答复').waitFor()
  const opened = dayOf(stage.now())

  stage.moveTo(closingOf(addWorkingDays(opened, 10)))
  await watch()
  const later = await stage.signedIn('secretariat')
  await later.goto(`${stage.origin}/app/problem-queue?tab=overdue&q=${encodeURIComponent(title)}`)
  await later.getByRole('link', { name: title }).waitFor()
  await stage.look(later, 'problem-queue')
  await later.getByRole('link', { name: title }).click()
  await later.getByText('10 个工作日没有答复，提醒秘书处').waitFor()

  stage.moveTo(closingOf(addWorkingDays(opened, 15)))
  await watch()
  const official = await stage.signedIn('official')
  const item = await stage.db.selectFrom('inboxItem').select('id').where('subjectId', '=', id).where('kind', '=', 'problem.escalated').executeTakeFirstOrThrow()
  await official.goto(`${stage.origin}/app/inbox/${item.id}`)
  await official.getByRole('heading', { name: `督办：${title}` }).waitFor()
  await official.getByText('15 个工作日没有答复').first().waitFor()
  await official.goto(`${stage.origin}/app/problems/${id}`)
  await official.getByText('须与提出单位签保密协议后才能看').waitFor()
  expect(await official.getByText('产品图号和客户名称不公开').count()).toBe(0)
  const dialog = await decide(official, '写处理意见')
  await dialog.getByLabel('处理意见').fill('请镇街科技办一周内组织两家铸造企业对接。')
  await dialog.getByRole('button', { name: '写处理意见' }).click()
  await official.getByText('请镇街科技办一周内组织两家铸造企业对接。').waitFor()
  await stage.look(official, 'problem-escalated')

  const asker = await stage.signedIn('enterprise', { size: 'phone' })
  await asker.goto(`${stage.origin}/app/problems/${id}`)
  await asker.getByText('请镇街科技办一周内组织两家铸造企业对接。').waitFor()
  await asker.getByText('产品图号和客户名称不公开').waitFor()
  await stage.look(asker, 'problem-escalated')

  const anybody = await stage.visitor({ size: 'phone' })
  await anybody.goto(`${stage.origin}/needs/${id}`)
  await anybody.getByText('已上报主管部门').first().waitFor()
  await stage.look(anybody, 'portal-need-escalated')
  expect(stage.faults).toEqual([])
})

test('an association posts for three small firms, and each firm sees its own', async () => {
  const association = await stage.signedIn('association')
  const firms = ['大沥示例铝材有限公司', '大沥示例铝门窗有限公司', '大沥示例有色金属合金有限公司']
  for (const [at, firm] of firms.entries()) {
    await association.goto(`${stage.origin}/app/problems/new/technology`)
    await association.getByLabel('为哪家单位').selectOption({ label: firm })
    await ask(association, `示例：协会代提的难题 ${at + 1}`)
    await next(association, '核对并提交')
    await association.getByRole('button', { name: '提交核实' }).click()
    await association.getByText('由 南海示例铝型材行业协会 代为提出').waitFor()
  }
  await association.goto(`${stage.origin}/app/needs?tab=technology&mine=true&state=submitted`)
  await association.getByRole('row').nth(3).waitFor()
  await stage.look(association, 'association-needs')

  // Four eyes: the association does not open what it wrote; the office does.
  await association.goto(`${stage.origin}/app/problems/${await idOf('示例：协会代提的难题 1')}`)
  await association.getByRole('button', { name: '撤回' }).waitFor()
  expect(await association.getByRole('button', { name: '同意并公开' }).count()).toBe(0)
  const office = await stage.signedIn('secretariat')
  for (const at of [1, 2, 3]) {
    await office.goto(`${stage.origin}/app/problems/${await idOf(`示例：协会代提的难题 ${at}`)}`)
    await (await decide(office, '同意并公开')).getByRole('button', { name: '同意并公开' }).click()
    await office.getByText('等人接手并找到答复').waitFor()
  }
  const rows = await stage.db.selectFrom('need').innerJoin('organisation', 'organisation.id', 'need.organisationId').select('organisation.name').where('title', 'like', '示例：协会代提的难题%').where('need.state', '=', 'open').orderBy('title').execute()
  expect(rows.map(({ name }) => name)).toEqual(firms)
  expect(stage.faults).toEqual([])
})
