import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('a firm records pay late; the student says what the firm must not hear; the school handles both', async () => {
  const owed = await stage.db
    .selectFrom('placement')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('account', 'account.id', 'student.accountId')
    .innerJoin('payMonth', 'payMonth.placementId', 'placement.id')
    .select(['placement.id', 'student.name', 'payMonth.month as paidMonth'])
    .where('account.login', '=', 'intern')
    .executeTakeFirstOrThrow()
  const paid = new Date(`${owed.paidMonth}T00:00:00Z`)
  const month = new Date(Date.UTC(paid.getUTCFullYear(), paid.getUTCMonth() + 1, 1)).toISOString().slice(0, 7)

  const firm = await stage.signedIn('enterprise')
  await firm.goto(`${stage.origin}/app/pay?month=${month}`)
  await stage.look(firm, 'pay-list')
  await firm.getByRole('button', { name: `登记报酬 ${owed.name}` }).click()
  const form = firm.getByRole('dialog')
  await form.getByLabel('发了多少').fill('3300')
  await form.getByLabel('怎样发的').selectOption('voucher')
  await form.locator('input[type=file]').setInputFiles({ name: '回单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 示例') })
  await form.getByRole('button', { name: '登记，不能改' }).click()
  await form.getByText('不得用实物、购物卡代替货币。').waitFor()
  await form.getByText('第十八条').first().waitFor()
  await stage.look(firm, 'pay-record')
  await form.getByLabel('怎样发的').selectOption('bank')
  await form.getByRole('button', { name: '登记，不能改' }).click()
  await firm.getByText('已登记。').waitFor()

  const phone = await stage.signedIn('intern', { size: 'phone' })
  await phone.goto(`${stage.origin}/app/my/pay`)
  const question = phone.locator('article').filter({ hasText: `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月` })
  await question.getByLabel('全部收到').check()
  await question.getByLabel('谁给的').selectOption('agency')
  await question.getByLabel(/^名字/).fill('示例劳务公司')
  await stage.look(phone, 'my-pay')
  await question.getByRole('button', { name: '只告诉学校' }).click()
  await phone.getByText('学校已收到。').waitFor()

  const teacher = await stage.signedIn('teacher')
  await teacher.goto(`${stage.origin}/app/pay-alarms?state=live`)
  await teacher.getByRole('table').getByText('报酬发晚了').first().waitFor()
  await stage.look(teacher, 'pay-alarms')
  for (const [reason, outcome] of [['报酬发晚了', '已约谈单位，以后每月 10 日前发放。'], ['经过第三方', '已要求单位改为直接发到学生卡上。']] as const) {
    await teacher.goto(`${stage.origin}/app/pay-alarms?state=live&q=${encodeURIComponent(owed.name)}`)
    await teacher.getByRole('link', { name: new RegExp(reason) }).first().click()
    await teacher.getByRole('button', { name: '我来处理' }).click()
    await teacher.getByText(/正在处理/).first().waitFor()
    if (reason === '经过第三方') await teacher.getByText('保密：不要对单位说是学生讲的').waitFor()
    await teacher.getByRole('button', { name: '写处理结果' }).click()
    await teacher.getByRole('dialog').getByLabel('怎样处理的').fill(outcome)
    await teacher.getByRole('dialog').getByRole('button', { name: '写处理结果' }).click()
    await teacher.getByText(`已处理：${outcome}`).waitFor()
  }
  await stage.look(teacher, 'pay-alarm')

  await phone.reload()
  await phone.getByText('学校的处理：已要求单位改为直接发到学生卡上。').waitFor()
  await firm.goto(`${stage.origin}/app/placements/${owed.id}/during?tab=pay`)
  await firm.getByText('3,300 元').waitFor()
  await stage.look(firm, 'pay-of-placement')
  const seen = await firm.locator('main').innerText()
  expect(['示例劳务公司', '第三方', '学生确认', '预警'].filter((word) => seen.includes(word))).toEqual([])
  expect(stage.faults).toEqual([])
})

test('a firm records this month for all its interns at once, from its payroll, with a receipt for each; who got too little is held until the firm says why', async () => {
  const firm = await stage.signedIn('enterprise')
  const month = new Date(stage.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 7)
  await firm.goto(`${stage.origin}/app/pay/batch?month=${month}`)
  await firm.getByRole('table').waitFor()
  const names = (await firm.getByLabel(/^金额（元） /).evaluateAll((fields) => fields.map((field) => (field as unknown as { labels: { textContent: string }[] }).labels[0]!.textContent))).map((label) => label.replace('金额（元） ', ''))
  expect(names.length).toBeGreaterThan(1)
  const [poor] = names as [string]

  await firm.getByLabel('从工资表粘贴').fill(`姓名\t实发\n${names.map((name) => `${name}\t${name === poor ? '1,200' : '3,400.50'}`).join('\n')}\n示例外人\t9`)
  await firm.getByRole('button', { name: '填到下面' }).click()
  await firm.getByText(`填了 ${names.length} 人。`).waitFor()
  await firm.getByText('没有对上（不在下面，或有同名）：示例外人').waitFor()
  await firm.getByLabel('回单', { exact: true }).setInputFiles(names.map((name) => ({ name: `回单 ${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7 ${name}`) })))
  await stage.look(firm, 'pay-batch')
  await firm.getByRole('button', { name: `登记 ${names.length} 人，不能改` }).click()

  await firm.getByText('1 人没有登记，原因写在各人那一行。').waitFor()
  await firm.getByText(/1200 元低于相同岗位的 80%/).waitFor()
  await firm.getByLabel(`为什么低于参照：${poor}`).fill('月中请病假两周，按天计发。')
  await firm.getByRole('button', { name: '登记 1 人，不能改' }).click()
  await firm.getByText('这个月的报酬都登记了。').waitFor()

  const kept = await stage.db.selectFrom('payMonth').innerJoin('placement', 'placement.id', 'payMonth.placementId').innerJoin('student', 'student.id', 'placement.studentId').select(['student.name', 'amount']).where('payMonth.month', '=', `${month}-01`).where('student.name', 'in', names).execute()
  expect(Object.fromEntries(kept.map(({ name, amount }) => [name, Number(amount)]))).toEqual(Object.fromEntries(names.map((name) => [name, name === poor ? 1200 : 3400.5])))
  expect(stage.faults.filter((fault) => !fault.includes('422'))).toEqual([])
})
