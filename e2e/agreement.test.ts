import QRCode from 'qrcode'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { dayOf } from '../server/src/kernel/calendar.ts'
import { photographOf } from '../server/test/agreements-world.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const after = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const goTo = async (page: Page, path: string) => void (await page.goto(`${stage.origin}/app${path}`))

/** A button of the page opens a dialog; its button of the same name does it. */
async function decide(page: Page, verb: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<unknown> = async () => {}) {
  await page.getByRole('main').getByRole('button', { name: verb, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** On a telephone, at the end of the whole text: the name, and the code of this half minute. */
async function signOnPhone(login: string, id: string, picture: string | null) {
  const code = await stage.demoCode()
  const phone = await stage.signedIn(login, { size: 'phone' })
  await goTo(phone, `/my/agreements/${id}`)
  const { name } = await stage.db.selectFrom('account').select('name').where('login', '=', login).executeTakeFirstOrThrow()
  await phone.getByLabel('姓名', { exact: true }).fill(`${name}甲`)
  await phone.getByLabel('验证码', { exact: true }).fill(code)
  await phone.getByRole('button', { name: '签署', exact: true }).click()
  await phone.getByRole('alert').waitFor()
  await phone.getByLabel('姓名', { exact: true }).fill(name)
  if (picture) await stage.look(phone, picture)
  await phone.getByRole('button', { name: '签署', exact: true }).click()
  await phone.getByText(/^你已于.*签署/).waitFor()
  await phone.context().close()
}

test('an agreement is drafted, signed on a telephone and on paper, verified by anybody, amended and ended', async () => {
  const first = after(dayOf(stage.now()), 30)
  const school = await stage.signedIn('school')
  await goTo(school, '/agreements/new')
  await school.getByLabel('另一方单位').fill('狮山示例汽配')
  await school.getByRole('option', { name: /狮山示例汽配/ }).first().click()
  await school.getByLabel('开始', { exact: true }).fill(first)
  await school.getByLabel('结束', { exact: true }).fill(after(first, 3 * 366))
  await school.getByLabel('合作领域').fill('汽车零部件装调')
  await school.getByLabel('经费安排').fill('各自承担')
  await school.getByText('改各部分的文字').click()
  await school.getByLabel('双方的责任').fill('待定')
  await school.getByRole('button', { name: '存为草稿' }).click()

  // A required section that says nothing and a blank that is not filled in are refused where they stand.
  await school.getByText('还差这些，补齐才能开放签署').waitFor()
  expect(await school.getByRole('button', { name: '开放签署' }).isDisabled()).toBe(true)
  await school.getByRole('link', { name: /双方的责任/ }).click()
  await school.getByText('“双方的责任”是空的').waitFor()
  await school.getByText(/^缺“/).waitFor()
  await stage.look(school, 'agreement-faults')
  await school.getByLabel('双方的责任').fill('学校组织教学，企业提供岗位和师傅。')
  await school.getByLabel('人数').fill('20')
  await school.getByRole('button', { name: '存为草稿' }).or(school.getByRole('button', { name: '保存' })).first().click()
  await school.waitForURL(/\/agreements\/[0-9a-f-]{36}$/)
  const id = new URL(school.url()).pathname.split('/').pop()!
  await decide(school, '开放签署')

  await signOnPhone('school', id, 'agreement-sign-phone')

  // The firm signs by hand: the A4 is printed, signed, and photographed.
  await school.reload()
  const pdf = Buffer.from(await (await school.request.get(`${stage.origin}/api/agreements/${id}/paper`)).body())
  const { code, textHash, number } = await stage.db.selectFrom('agreement').select(['code', 'textHash', 'number']).where('id', '=', id).executeTakeFirstOrThrow()
  const hash = textHash!.toString('hex')
  const forged = await QRCode.toBuffer(`${stage.origin}/verify/${code.slice(0, 11)}${code.endsWith('A') ? 'B' : 'A'}?h=${hash.slice(0, 16)}`, { width: 400, margin: 4 })
  await school.getByRole('button', { name: '上传签字纸' }).click()
  const drawer = school.getByRole('dialog')
  const bring = (name: string, mimeType: string, buffer: Buffer) => drawer.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
  await bring('别处打印的.png', 'image/png', forged)
  await drawer.getByText('核验码不对，不是本系统打印的').waitFor()
  await bring('IMG_0007.HEIC', 'image/heic', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(200, 7)]))
  await drawer.getByText(/IMG_0007.HEIC 是 HEIC 照片.*请换成 JPEG/).waitFor()
  await bring('IMG_0008.jpg', 'image/jpeg', await photographOf(pdf))
  await drawer.getByText(`找到了：${number}`).waitFor()
  await stage.look(school, 'agreement-scan-found')
  await drawer.getByRole('link', { name: '去核对' }).click()
  await school.getByRole('checkbox', { name: /狮山示例汽配/ }).check()
  await school.getByLabel('签名').fill('梁佩仪')
  await school.getByLabel('纸上日期').fill(after(dayOf(stage.now()), 1))
  await school.getByRole('button', { name: '确认这些签名' }).click()
  await school.getByText('日期在今天之后').waitFor()
  await school.getByLabel('纸上日期').fill(dayOf(stage.now()))
  await stage.look(school, 'agreement-scan-read')
  await school.getByRole('button', { name: '确认这些签名' }).click()
  await school.waitForURL(new RegExp(`/agreements/${id}$`))

  await goTo(school, `/agreements?q=${number}`)
  await school.getByRole('row').filter({ hasText: number }).getByText('2/2 方已签').waitFor()
  expect(await school.getByRole('row').filter({ hasText: number }).getByText('有效').count()).toBe(1)

  // Anybody may ask whether this is the text that was signed.
  const anybody = await stage.visitor()
  const verify = (path: string) => anybody.goto(`${stage.origin}/verify/${path}`)
  await verify(hash)
  await anybody.getByText(number).first().waitFor()
  await stage.look(anybody, 'agreement-verified')
  await verify(`${code}?h=${hash.slice(0, 16)}`)
  await anybody.getByText(number).first().waitFor()
  await verify('0'.repeat(64))
  expect(await anybody.getByText(number).count()).toBe(0)
  await stage.see(anybody, 'agreement-not-verified')

  // A new text, which stands for the old one once both have signed it.
  await goTo(school, `/agreements/${id}`)
  await school.getByRole('button', { name: '变更', exact: true }).click()
  await school.getByRole('dialog').getByRole('button', { name: '变更', exact: true }).click()
  await school.waitForURL(/\/edit$/)
  const next = new URL(school.url()).pathname.split('/').at(-2)!
  await school.getByLabel('人数').fill('30')
  await school.getByRole('button', { name: '存为草稿' }).or(school.getByRole('button', { name: '保存' })).first().click()
  await school.waitForURL(new RegExp(`/agreements/${next}$`))
  await decide(school, '开放签署')
  await signOnPhone('school', next, null)
  await goTo(school, `/agreements/${id}`)
  await school.getByText('有效').first().waitFor()
  await signOnPhone('enterprise', next, null)
  await school.reload()
  await school.getByText(/替代/).first().waitFor()
  await stage.see(school, 'agreement-superseded')

  // And it ends, with a reason that both read.
  await goTo(school, `/agreements/${next}`)
  await decide(school, '终止', async (dialog) => {
    expect(await dialog.getByRole('button', { name: '终止', exact: true }).isDisabled()).toBe(true)
    await dialog.getByLabel('理由').fill('企业搬迁，双方商定终止。')
  })
  const firm = await stage.signedIn('enterprise')
  await goTo(firm, `/agreements/${next}`)
  await firm.getByText('企业搬迁，双方商定终止。').first().waitFor()
  await stage.look(firm, 'agreement-terminated')
  expect(stage.faults).toEqual([])
})
