import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const examples = join(import.meta.dirname, '../docs/examples')

test.each([
  ['secretariat', 'organisations.xlsx', '单位'],
  ['school', 'students.xlsx', '学生'],
  ['enterprise', 'posts.xlsx', '岗位'],
] as const)('%s imports %s: its faults are shown, as many rows are written as the button says, a second time changes nothing', async (login, file, kind) => {
  const page = await stage.signedIn(login)
  const upload = async () => {
    await page.goto(`${stage.origin}/app/imports`)
    const choice = page.getByRole('radio', { name: kind })
    if ((await choice.count()) > 0) await choice.check()
    await page.locator('input[type=file]').setInputFiles(join(examples, file))
    await page.waitForURL(/\/app\/imports\/[0-9a-f-]{36}/)
  }
  await upload()
  const write = page.getByRole('button', { name: /^写入 [\d,]+ 行$/ })
  await write.waitFor()
  await stage.look(page, `import-${login}`)
  await page.getByRole('heading', { name: '按原因修改' }).waitFor()
  const good = Number((await write.textContent())!.replaceAll(/\D/g, ''))
  expect(good).toBeGreaterThan(10)
  await write.click()
  await page.getByRole('button', { name: '撤销这次写入' }).waitFor()
  const written = await stage.db.selectFrom('sheetImportRow').select((row) => row.fn.countAll<number>().as('n')).where('state', '=', 'written').where('importId', '=', page.url().split('/').pop()!.split('?')[0]!).executeTakeFirstOrThrow()
  expect(written.n).toBe(good)

  await upload()
  await page.getByText('没有变化').first().waitFor()
  expect(await write.count()).toBe(0)
  expect(stage.faults).toEqual([])
})
