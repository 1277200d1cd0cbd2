import { afterAll, beforeAll, expect, test } from 'vitest'
import { refreshSearch } from '../server/src/features/search/entries/service.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await refreshSearch(stage.db)
})
afterAll(() => stage.close())

test('the secretariat types initials, finds the school, and keeps a search as a subscription', async () => {
  const page = await stage.signedIn('secretariat')
  await page.goto(`${stage.origin}/app/inbox`)
  const box = page.getByRole('combobox', { name: /查找成员/ })
  await box.waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('nhxx')
  await page.getByRole('option', { name: /南海信息技术学校/ }).waitFor()
  await stage.look(page, 'search-suggestions')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '南海信息技术学校' }).waitFor()

  await box.fill('机器人')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '查找“机器人”' }).waitFor()
  await page.getByRole('navigation', { name: '只看一类' }).getByRole('link', { name: /岗位/ }).click()
  await page.waitForURL(/kind=post/)
  await stage.look(page, 'search')
  await page.getByRole('button', { name: '保存为订阅' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '名称' }).fill('机器人岗位')
  await dialog.getByRole('button', { name: '保存为订阅' }).click()
  await dialog.waitFor({ state: 'detached' })

  await page.goto(`${stage.origin}/app/subscriptions`)
  await page.getByRole('link', { name: '机器人岗位' }).waitFor()
  await stage.look(page, 'subscriptions')
  expect(stage.faults).toEqual([])
})

test('on a phone the box is behind the menu, and what is not found says what to try', async () => {
  const page = await stage.signedIn('enterprise', { size: 'phone' })
  await page.goto(`${stage.origin}/app/search?q=${encodeURIComponent('乌鲁木齐冰川')}`)
  await page.getByText('可以这样试').waitFor()
  await stage.look(page, 'search-nothing')
  await page.getByRole('button', { name: '打开菜单' }).click()
  await page.getByRole('dialog').getByRole('combobox').fill('nhxx')
  await page.getByRole('dialog').getByRole('option', { name: /南海信息/ }).waitFor()
  await stage.look(page, 'search-phone')
  expect(stage.faults).toEqual([])
})

test('a webhook is made, its secret is shown once, and its log is empty', async () => {
  const page = await stage.signedIn('enterprise')
  await page.goto(`${stage.origin}/app/webhooks`)
  await page.getByRole('button', { name: '新建 Webhook' }).first().click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('textbox', { name: '名称' }).fill('ERP 对接')
  await drawer.getByRole('textbox', { name: '接收地址' }).fill('https://hooks.example.com/silian')
  await drawer.getByRole('button', { name: '新建 Webhook' }).click()
  await drawer.getByText(/^whsec_/).waitFor()
  await drawer.getByRole('button', { name: '关闭' }).first().click()
  await page.getByRole('link', { name: 'ERP 对接' }).waitFor()
  await stage.look(page, 'webhooks')
  await page.getByRole('link', { name: '发送记录' }).click()
  await page.getByText('还没有发送过').waitFor()
  expect(stage.faults).toEqual([])
})
