import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../server/src/features/identity/demo/service.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  await stage.close()
})

test('a student signs in, chooses two posts and submits them, without a pointer', async () => {
  const page = await stage.visitor()
  await page.goto(`${stage.origin}/app/sign-in`)
  await page.locator('h1').waitFor()
  await reach(page, 'input[name=login]')
  await page.keyboard.type('student')
  await page.keyboard.press('Tab')
  await page.keyboard.type(demoPassword)
  await page.keyboard.press('Enter')

  await page.getByRole('link', { name: '填报志愿' }).waitFor()
  await press(page, /^填报志愿/)
  await page.getByRole('heading', { name: '我的志愿' }).waitFor()
  await press(page, /^把“.*”加入志愿$/)
  await press(page, /^把“.*”加入志愿$/)
  await press(page, /^提交 \d+ 个志愿/)

  await page.getByText(/已提交 \d+ 个志愿/).waitFor()
  expect(stage.faults).toEqual([])
})

test('the office closes the wishes, freezes, matches and publishes, without a pointer', async () => {
  const { wishesCloseAt, rankingCloseAt, id } = await stage.db.selectFrom('round').selectAll().where('state', '=', 'wishing').executeTakeFirstOrThrow()
  stage.moveTo(wishesCloseAt!)
  await stage.work()
  stage.moveTo(rankingCloseAt!)
  const page = await stage.signedIn('secretariat')
  await page.goto(`${stage.origin}/app/inbox`)
  await page.locator('h1').waitFor()
  await press(page, /^轮次/)
  await page.getByRole('link', { name: /第一轮/ }).first().waitFor()
  await reach(page, `a[href$="/rounds/${id}"]`)
  await page.keyboard.press('Enter')

  for (const step of ['截止填报', '冻结名单', '公布种子并匹配', '公示结果']) {
    await page.getByRole('button', { name: step }).first().waitFor()
    await press(page, new RegExp(`^${step}`))
    await page.getByRole('dialog').waitFor()
    await press(page, new RegExp(`^${step}`))
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  await page.getByText('公示').first().waitFor()
  expect((await stage.db.selectFrom('round').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state).toBe('publicity')
  expect(stage.faults).toEqual([])
})

/** Tab until this has the focus; a page that keeps it out of reach fails here. */
async function reach(page: Page, selector: string) {
  for (let i = 0; i < 150; i++) {
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} is out of reach of the keyboard`)
}

/** Tab until something of this name has the focus, then Enter. */
async function press(page: Page, name: RegExp) {
  const nameOf = `(({ activeElement: at }) => (at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim())(document)`
  for (let i = 0; i < 150; i++) {
    if (name.test((await page.evaluate(nameOf)) as string)) return page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  throw new Error(`nothing named ${name.source} is within reach of the keyboard`)
}
