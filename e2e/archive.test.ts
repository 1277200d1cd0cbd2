import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unzip } from '../server/test/unzip.ts'
import { addPerson, ask, dayBefore, morningOf } from './people.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const words = '实地看过，情况属实。'
const summary = '在车间跟着师傅学了保养、底盘检修和读故障码，能看懂工单，也知道异常先停下来报告。'.repeat(6)
const report = '岗位是汽车维修。主要任务有常规保养、底盘检修和故障诊断。最难的一次是异响，一步步查，最后发现是下摆臂胶套老化。'.repeat(12)
const today = () => new Date(stage.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const later = (minutes: number) => stage.moveTo(new Date(stage.now().getTime() + minutes * 60_000))

test('a girl of seventeen from Congjiang, from her wish to the archive: each step by who has to take it, none before the law lets it', async () => {
  const { db, origin } = stage
  const round = await db.selectFrom('round').selectAll().where('state', '=', 'wishing').executeTakeFirstOrThrow()
  const cohort = await db.selectFrom('roundCohort').innerJoin('cohort', 'cohort.id', 'roundCohort.cohortId').innerJoin('programme', 'programme.id', 'cohort.programmeId').select(['cohort.id', 'programme.schoolId']).where('roundId', '=', round.id).where('majorCode', '=', '700206').executeTakeFirstOrThrow()
  // At a firm that her school does not know yet.
  const post = await db
    .selectFrom('roundPost')
    .innerJoin('need', 'need.id', 'roundPost.postId')
    .innerJoin('post', 'post.needId', 'need.id')
    .innerJoin('postProgramme', 'postProgramme.needId', 'need.id')
    .select(['need.title', 'need.organisationId', 'post.startsOn', 'post.endsOn'])
    .where('roundPost.roundId', '=', round.id)
    .where('postProgramme.majorCode', '=', '700206')
    .where('need.organisationId', 'not in', db.selectFrom('unit').select('organisationId').where('schoolId', '=', cohort.schoolId))
    .executeTakeFirstOrThrow()
  const [startsOn, endsOn] = [post.startsOn!, post.endsOn!]
  const placed = db.selectFrom('placement').select('studentId')
  const girl = await db.selectFrom('student').select(['id', 'guardianName']).where('cohortId', '=', cohort.id).where('id', 'not in', placed).orderBy('studentNumber').executeTakeFirstOrThrow()
  // Seventeen on the first day and on the last, at home in Congjiang, the best of her class.
  const name = '石秀英'
  await db.updateTable('student').set({ name, sex: 'female', birthDate: `${Number(startsOn.slice(0, 4)) - 17}-${startsOn.slice(5, 7)}-01`, homeDivisionCode: '522633', schoolMark: 99_000 }).where('id', '=', girl.id).execute()
  await db.deleteFrom('wish').where('roundId', '=', round.id).where('studentId', '=', girl.id).execute()
  await db.deleteFrom('wishList').where('roundId', '=', round.id).where('studentId', '=', girl.id).execute()
  await addPerson(stage, { login: 'congjiang', name, role: 'student', organisationId: cohort.schoolId, studentId: girl.id })
  await addPerson(stage, { login: 'county-deputy', name: '示例副校长', role: 'school_contact', organisationId: cohort.schoolId })
  await addPerson(stage, { login: 'garage', name: '示例人事', role: 'enterprise_contact', organisationId: post.organisationId })
  const mentorId = await addPerson(stage, { login: 'garage-mentor', name: '示例师傅', role: 'mentor', organisationId: post.organisationId })

  // Her wish, and what the round makes of it.
  let phone = await stage.signedIn('congjiang', { size: 'phone' })
  await phone.goto(`${origin}/app/my/rounds/${round.id}`)
  await phone.getByRole('button', { name: `把“${post.title}”加入志愿` }).click()
  await phone.getByRole('button', { name: '提交 1 个志愿' }).click()
  await phone.getByText('已提交 1 个志愿').waitFor()
  for (const [moment, actions] of [[round.wishesCloseAt!, ['closeWishes']], [round.rankingCloseAt!, ['freeze', 'match', 'publish']], [round.publicityUntil!, ['endPublicity']]] as const) {
    stage.moveTo(moment)
    const office = await stage.signedIn('secretariat')
    for (const action of actions) await ask(stage, office, 'POST', `/rounds/${round.id}/actions/${action}`, {})
    await office.context().close()
  }
  later(60)
  phone = await herPhone()
  await phone.goto(`${origin}/app/my/rounds/${round.id}/letter`)
  await phone.getByRole('button', { name: '接受这个安排' }).click()
  await phone.getByText(/^你已在 .* 接受$/).waitFor()

  // The school takes her place over.
  const school = await stage.signedIn('rongjiang')
  await school.goto(`${origin}/app/placements`)
  await school.getByRole('button', { name: '从轮次建立' }).click()
  await school.getByRole('dialog').getByLabel('轮次').selectOption({ label: `${round.number} ${round.title}` })
  await school.getByRole('dialog').getByRole('button', { name: '建立' }).click()
  await school.getByText('已建立 1 份。').waitFor()
  const { id, number } = await db.selectFrom('placement').select(['id', 'number']).where('studentId', '=', girl.id).executeTakeFirstOrThrow()
  const address = `${origin}/app/placements/${id}`
  const stateOf = async () => (await db.selectFrom('placement').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
  /** The row of this placement, chosen, and what is done with chosen rows. */
  async function withChosen(page: Page, verb: string) {
    await page.goto(`${origin}/app/placements?q=${number}`)
    await page.getByRole('row').filter({ hasText: name }).getByRole('checkbox').check()
    await page.getByRole('button', { name: verb, exact: true }).click()
    return page.getByRole('dialog')
  }
  /** Pressed too early: refused with every rule that stands in the way. */
  async function triesToStart(): Promise<string> {
    const dialog = await withChosen(school, '让他们上岗')
    await dialog.getByRole('button', { name: '让他们上岗' }).click()
    return dialog.getByRole('alert').innerText()
  }
  const held = await triesToStart()
  for (const rule of ['实地考察', '监护人']) expect(held).toContain(rule)
  await school.keyboard.press('Escape')

  // The unit: seen, looked up, decided.
  const { id: unitId } = await db.selectFrom('unit').select('id').where('schoolId', '=', cohort.schoolId).where('organisationId', '=', post.organisationId).executeTakeFirstOrThrow()
  await school.goto(`${origin}/app/units/${unitId}/visit`)
  await school.getByLabel('考察日期').fill(today())
  await school.getByLabel('考察人').fill('示例科长、示例主任')
  for (const heading of ['单位资质', '诚信状况', '管理水平', '岗位性质和内容', '工作时间', '工作环境', '生活环境', '健康保障和安全防护']) await school.getByLabel(heading).fill(words)
  await school.getByLabel('适合', { exact: true }).check()
  await school.getByRole('button', { name: '保存报告' }).click()
  await school.getByRole('button', { name: '登记查询' }).click()
  await school.getByLabel('查询日期').fill(today())
  await school.getByLabel('在哪里查的').fill('信用中国、国家企业信用信息公示系统')
  await school.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await school.getByText('考察和查询齐全，可以提交会议。').waitFor()
  await school.getByRole('button', { name: '登记决定' }).click()
  await school.getByLabel('会议日期').fill(today())
  await school.getByLabel('纪要文号').fill('示例党支部纪要〔2026〕9 号')
  await school.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
  await school.getByText('已登记，1 份实习往前走了。').waitFor()
  expect(await stateOf()).toBe('vetted')

  // What the family signs, each on a telephone of their own.
  const guardian = await stage.visitor({ size: 'phone' })
  const papers = (kind: string) => db.selectFrom('agreement').select('id').where('subjectId', '=', id).where('kind', '=', kind).executeTakeFirstOrThrow()
  /** The school hands a slip over: the link and the code that are shown this once. */
  async function handOver(agreementId: string, whom: string) {
    await school.goto(`${origin}/app/agreements/${agreementId}`)
    await school.getByRole('listitem').filter({ hasText: whom }).getByRole('button', { name: '送签' }).click()
    const slip = school.getByRole('dialog')
    const told = school.waitForResponse((reply) => reply.url().endsWith('/link'))
    await slip.getByRole('button', { name: '送签' }).click()
    const { link, code } = (await (await told).json()) as { link: string; code: string }
    await slip.getByText(code).waitFor()
    return { link, code }
  }
  async function signs(page: Page, who: string, code: string) {
    await page.getByLabel('姓名').fill(who)
    await page.getByLabel('验证码').fill(code)
    await page.getByRole('button', { name: '签署', exact: true }).click()
    await page.getByText(/^你已于 .* 签署。$/).waitFor()
  }
  async function signsAsStudent(kind: 'consent' | 'three_party', button: string) {
    const { code } = await handOver((await papers(kind)).id, name)
    await phone.goto(`${origin}/app/my/placement`)
    await phone.getByRole('link', { name: button }).click()
    await signs(phone, name, code)
  }
  async function signsAsGuardian(kind: 'consent' | 'three_party', picture?: string) {
    const { link, code } = await handOver((await papers(kind)).id, girl.guardianName!)
    await guardian.goto(link)
    await guardian.getByText(`关于${name}的实习`).waitFor()
    if (picture) await stage.look(guardian, picture)
    await signs(guardian, girl.guardianName!, code)
  }
  await school.goto(`${address}/edit`)
  await school.getByLabel('单位宿舍').check()
  await school.getByLabel('健康检查日期').fill(today())
  await school.getByRole('button', { name: '保存修改' }).click()
  await school.getByText('已保存。').waitFor()
  const consent = await withChosen(school, '发知情同意书')
  await consent.getByRole('button', { name: '发知情同意书' }).click()
  await school.getByText('已发出 1 份。').waitFor()
  await signsAsStudent('consent', '看知情同意书并签字')
  await stage.work()
  // One of the two is not both.
  expect(await stateOf()).toBe('vetted')
  expect(await triesToStart()).toContain('监护人')
  await phone.goto(`${origin}/app/my/placement`)
  await phone.getByText('由监护人办理').waitFor()
  await signsAsGuardian('consent', 'guardian-consent')
  await stage.work()
  expect(await stateOf()).toBe('consented')

  // The agreement of three: school and firm at their desks, then she and her guardian.
  const agreement = await withChosen(school, '发三方协议')
  await agreement.getByRole('button', { name: '发三方协议' }).click()
  await school.getByText('已发出 1 份。').waitFor()
  const firm = await stage.signedIn('garage')
  for (const [page, person] of [[school, await nameOf('rongjiang')], [firm, '示例人事']] as const) {
    await page.goto(`${origin}/app/agreements/${(await papers('three_party')).id}`)
    await page.getByRole('button', { name: '签署' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('[name=name]').fill(person)
    await dialog.locator('[name=code]').fill(await stage.demoCode())
    await dialog.getByRole('button', { name: '签署' }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  await signsAsStudent('three_party', '看三方协议并签字')
  await signsAsGuardian('three_party')
  await stage.work()
  expect(await stateOf()).toBe('signed')

  // Insured on every day: one day short is refused with the day.
  const policy = await withChosen(school, '投保')
  await policy.getByLabel('保险公司').fill('示例财产保险')
  await policy.getByLabel('保单号').fill('示例责任险 2027-9')
  await policy.getByLabel('起', { exact: true }).fill(startsOn)
  await policy.getByLabel('止', { exact: true }).fill(dayBefore(endsOn, 1))
  await policy.getByRole('button', { name: '保存' }).click()
  expect(await policy.getByRole('alert').innerText()).toContain('（缺 1 天）')
  await policy.getByLabel('止', { exact: true }).fill(endsOn)
  await policy.getByRole('button', { name: '保存' }).click()
  await school.getByText('已登记，覆盖 1 名，1 份往前走了。').waitFor()
  expect(await stateOf()).toBe('insured')

  // The safety test, question by question.
  await phone.goto(`${origin}/app/my/placement`)
  await phone.getByRole('link', { name: '做安全考试' }).click()
  await phone.getByRole('button', { name: '做安全考试' }).click()
  await phone.getByText(/^第 1 题/).waitFor()
  const { drawn } = await db.selectFrom('safetyTest').select('drawn').where('placementId', '=', id).executeTakeFirstOrThrow()
  const asked = drawn as unknown as { questionId: string; order: number[] }[]
  const answers = new Map((await db.selectFrom('safetyQuestion').select(['id', 'answer']).where('id', 'in', asked.map(({ questionId }) => questionId)).execute()).map((row) => [row.id, row.answer as unknown as number[]]))
  for (const [at, { questionId, order }] of asked.entries()) {
    for (const right of answers.get(questionId)!) await phone.locator('fieldset input').nth(order.indexOf(right)).check()
    await phone.getByRole('button', { name: at === asked.length - 1 ? '交卷' : '下一题' }).click()
  }
  await phone.getByText('通过了').waitFor()
  expect(await stateOf()).toBe('trained')

  // Still not: she crosses the border of a province.
  expect(await triesToStart()).toContain('跨省实习须备案')
  const filing = await withChosen(school, '备案')
  await filing.getByLabel('名称').fill('赴南海岗位实习跨省备案')
  await filing.getByLabel('报送的主管部门').fill('示例县教育和科技局')
  const teacher = await db.selectFrom('teacher').select('name').where('schoolId', '=', cohort.schoolId).orderBy('number').executeTakeFirstOrThrow()
  await filing.getByRole('combobox', { name: '带队教师' }).fill(teacher.name)
  await school.getByRole('option', { name: teacher.name }).click()
  await filing.getByRole('button', { name: '新建备案' }).click()
  await school.getByRole('heading', { name: '材料清单' }).waitFor()
  for (const box of await school.getByRole('group', { name: '备齐一件勾一件' }).getByRole('checkbox').all()) await box.click()
  await school.getByText('材料齐全，可以报送。').waitFor()
  await school.getByRole('button', { name: '报送', exact: true }).click()
  await school.getByRole('dialog').getByRole('button', { name: '报送' }).click()
  await school.getByRole('button', { name: '登记备案号' }).click()
  const numbers = school.getByRole('dialog')
  await numbers.getByLabel('同意文号').fill('示例教复〔2027〕3 号')
  await numbers.getByLabel('同意日期').fill(today())
  await numbers.getByLabel('备案号').fill('黔实习备〔2027〕18 号')
  await numbers.getByLabel('备案日期').fill(today())
  await numbers.getByRole('button', { name: '登记备案号' }).click()
  await school.getByText('备案号 黔实习备〔2027〕18 号').waitFor()
  await stage.look(school, 'filing-filed')
  const start = await withChosen(school, '让他们上岗')
  await start.getByRole('button', { name: '让他们上岗' }).click()
  await school.getByText('已办 1 名。').waitFor()
  expect(await stateOf()).toBe('active')

  for (const page of [school, firm, guardian]) await page.context().close()

  // Six months: task cards, a log every week, visits; the first of each by hand.
  stage.moveTo(morningOf(dayBefore(startsOn, -4)))
  const desk = await stage.signedIn('rongjiang')
  await ask(stage, desk, 'PUT', `/placements/${id}/tasks`, { tasks: [{ title: '底盘检修', goal: '按工艺拆装下摆臂，扭矩合格。' }, { title: '故障诊断', goal: '会读码，会写工单。' }] })
  const garage = await stage.signedIn('garage')
  await ask(stage, garage, 'PUT', `/placements/${id}/mentor`, { accountId: mentorId })
  const { id: visitId } = await ask<{ id: string }>(stage, desk, 'POST', '/placement-visits', { placementIds: [id], plannedOn: today() })
  await ask(stage, desk, 'POST', `/placement-visits/${visitId}/moves`, { action: 'finish', visitedOn: today(), finding: '师傅带着做保养，宿舍两人一间，晚上不排班。', version: 1 })
  phone = await herPhone()
  await phone.goto(`${origin}/app/my/internship`)
  await phone.getByRole('link', { name: /^写这一周/ }).first().click()
  await phone.getByLabel('这一周做了什么').fill('认识车间和工具，听安全课，跟着师傅做了三台车的常规保养。')
  await phone.getByRole('button', { name: '提交周志' }).click()
  await phone.getByText(/已提交到学校/).waitFor()
  for (let week = 1; dayBefore(startsOn, -7 * week) < endsOn; week++) {
    stage.moveTo(morningOf(dayBefore(startsOn, -7 * week - 4)))
    // A phone that is used every day stays signed in.
    await db.updateTable('session').set({ lastSeenAt: stage.now() }).execute()
    await ask(stage, phone, 'PUT', `/my/placements/${id}/logs/${dayBefore(startsOn, -7 * week)}`, { sendId: crypto.randomUUID(), version: 0, did: `第 ${week + 1} 周：跟着师傅做保养和检修，工单自己写。` })
  }
  phone = await herPhone()
  await phone.goto(`${origin}/app/my/tasks`)
  const card = phone.getByRole('article').filter({ hasText: '底盘检修' })
  await card.getByLabel('怎么做的、怎么看出学会了').fill('自己换了六副下摆臂胶套，扭矩和四轮定位都合格。')
  await card.getByRole('button', { name: '交给导师' }).click()
  await phone.getByText('已交给导师。').waitFor()
  const mentor = await stage.signedIn('garage-mentor', { size: 'phone' })
  await mentor.goto(`${origin}/app/mentor`)
  await mentor.getByRole('button', { name: '签', exact: true }).click()
  await mentor.getByText('已签。').waitFor()

  // The marks of both, her summary and report; the result only after the last day.
  const scheme = await ask<{ id: string }>(stage, await stage.signedIn('rongjiang'), 'POST', '/assessment-schemes', { title: '汽修岗位实习考核方案', passMark: 60, items: [{ code: 'skill', title: '岗位任务完成', part: 'unit', kind: 'process', weight: 60, guide: '' }, { code: 'report', title: '报告与答辩', part: 'school', kind: 'result', weight: 40, guide: '' }] })
  await ask(stage, await stage.signedIn('county-deputy'), 'POST', `/assessment-schemes/${scheme.id}/approval`, { minutesNumber: '示例校务会〔2027〕6 号', version: 1 })
  stage.moveTo(morningOf(dayBefore(endsOn, 1)))
  const marking = await stage.signedIn('rongjiang')
  for (const [page, label] of [[await stage.signedIn('garage-mentor', { size: 'phone' }), '岗位任务完成'], [marking, '报告与答辩']] as const) {
    await page.goto(`${address}/assessment`)
    await page.getByLabel(new RegExp(label)).fill('90')
    await page.getByRole('button', { name: '保存评分' }).click()
    await page.getByText('评分已保存。公布前都可以改。').waitFor()
  }
  phone = await herPhone()
  await phone.goto(`${origin}/app/my/assessment`)
  for (const [label, text] of [['实习总结', summary], ['实习报告', report]] as const) {
    await phone.getByLabel(label).fill(text)
    await phone.getByRole('button', { name: '提交' }).nth(label === '实习总结' ? 0 : 1).click()
    await phone.getByText('已提交。归档前还可以改了再交。').waitFor()
  }
  await marking.reload()
  await marking.getByText('还缺：实习结束').waitFor()
  expect(await marking.getByRole('button', { name: '公布成绩' }).count()).toBe(0)
  stage.moveTo(morningOf(endsOn))
  const end = await stage.signedIn('rongjiang')
  await end.goto(`${address}/assessment`)
  await end.getByRole('button', { name: '公布成绩' }).click()
  await end.getByText('总评 90').waitFor()

  // The eight papers together, locked, in one file that proves itself.
  await end.getByRole('link', { name: '归档' }).click()
  await end.getByRole('button', { name: '归档', exact: true }).click()
  await end.getByRole('dialog').getByRole('button', { name: '归档' }).click()
  await end.getByRole('link', { name: /下载/ }).first().waitFor()
  expect(await stateOf()).toBe('archived')
  await stage.look(end, 'archived')
  const [download] = await Promise.all([end.waitForEvent('download'), end.getByRole('link', { name: /下载/ }).first().click()])
  const bundle = unzip(readFileSync(await download.path()))
  const index = JSON.parse(bundle.get('index.json')!.toString()) as { placement: string; files: { path: string; kind: string; sha256: string }[] }
  expect([index.placement, new Set(index.files.map(({ kind }) => kind))]).toEqual([number, new Set(['agreement', 'plan', 'report', 'assessment', 'log', 'inspection', 'summary', 'evidence'])])
  const page = bundle.get('index.html')!.toString()
  expect(['实习协议', '实习方案', '实习报告', '考核结果', '实习日志', '检查记录', '实习总结', '佐证材料', name].filter((word) => !page.includes(word))).toEqual([])
  for (const { path, sha256 } of index.files) expect(createHash('sha256').update(bundle.get(path)!).digest('hex')).toBe(sha256)
  expect(stage.faults).toEqual([])

  /** The same telephone on a later day. */
  async function herPhone() {
    await phone.context().close()
    return stage.signedIn('congjiang', { size: 'phone' })
  }

  async function nameOf(login: string) {
    return (await db.selectFrom('account').select('name').where('login', '=', login).executeTakeFirstOrThrow()).name
  }
})
