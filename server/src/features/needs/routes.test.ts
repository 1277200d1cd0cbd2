import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { parseSheet } from '../../kernel/sheet/parse-sheet.ts'
import { newFirm, newPost, postForm } from '../../../test/needs-world.ts'
import { loadCodes } from '../../../test/talent-world.ts'
import { newWorld, type World } from '../../../test/world.ts'
import type { Actor } from '../../kernel/actor.ts'
import { writePostRows } from './rows/service.ts'
import { listOpenPosts, refreshNeeds } from './service.ts'
import { postSheet } from './sheet.ts'

let world: World
beforeAll(async () => {
  world = await newWorld({ now: '2026-11-23T06:00:00Z' })
  await loadCodes(world)
})
afterAll(() => world.close())

const kindsWith = async (person: { get: (path: string) => Promise<{ body: { rows: { kind: string; subjectId: string }[] } }> }, needId: string) =>
  (await person.get('/inbox?tab=todo&size=100')).body.rows.filter(({ subjectId }) => subjectId === needId).map(({ kind }) => kind)

test('a post goes from draft to open, and each step asks the right people', async () => {
  const firm = await newFirm(world)
  const office = await world.person('secretariat')
  const draft = await newPost(world, firm, 'draft')
  expect(draft.number).toMatch(/^X-2026-\d{4}$/)
  expect((await office.get(`/needs/${draft.id}`)).status).toBe(404)

  const submitted = await firm.contact.post(`/needs/${draft.id}/moves`, { action: 'submit', version: 1 })
  expect(submitted.body).toEqual({ id: draft.id, state: 'submitted', version: 2 })
  expect(await kindsWith(office, draft.id)).toEqual(['need.verify'])

  const verified = await office.post(`/needs/${draft.id}/moves`, { action: 'verify', version: 2 })
  expect(verified.body.state).toBe('open')
  expect(await kindsWith(office, draft.id)).toEqual([])
  const { body } = await firm.contact.get(`/needs/${draft.id}`)
  expect(body).toMatchObject({ state: 'open', samePostWage: 4200, can: { verify: false, confirm: true, close: true, edit: false }, findings: [], majors: [{ code: '660103', name: '数控技术应用' }] })
  expect((await firm.contact.get(`/needs/${draft.id}/history`)).body.rows.map(({ event }: { event: string }) => event)).toEqual(['need.raised', 'need.submitted', 'need.verified'])
})

test('a post that is sent back is a draft again, says why, and is asked of the firm', async () => {
  const firm = await newFirm(world)
  const { id, version } = await newPost(world, firm, 'submitted')
  const office = await world.person('secretariat')

  expect(await office.post(`/needs/${id}/moves`, { action: 'return', version })).toMatchObject({ status: 422, body: { code: 'reason_needed' } })
  await office.post(`/needs/${id}/moves`, { action: 'return', version, reason: '请写明班次' })

  expect((await firm.contact.get(`/needs/${id}`)).body).toMatchObject({ state: 'draft', reason: '请写明班次', can: { edit: true, submit: true } })
  expect(await kindsWith(firm.contact, id)).toEqual(['need.repair'])
})

test('a declined post ends with its reason', async () => {
  const firm = await newFirm(world)
  const { id, version } = await newPost(world, firm, 'submitted')
  const office = await world.person('secretariat')

  expect((await office.post(`/needs/${id}/moves`, { action: 'decline', version, reason: '不在联盟服务的行业' })).body.state).toBe('declined')
  expect((await firm.contact.get(`/needs/${id}`)).body).toMatchObject({ state: 'declined', reason: '不在联盟服务的行业', next: { who: 'nobody' } })
})

test('a firm does not verify its own post, nor does who spoke for it, nor who wrote it', async () => {
  const firm = await newFirm(world)
  const park = await world.organisation('park')
  const association = await world.organisation('association')
  for (const speaker of [park, association]) await world.db.insertInto('representation').values({ speakerId: speaker.id, organisationId: firm.id }).execute()
  const parkContact = await world.person('park_contact', { organisationId: park.id })
  const chamber = await world.person('association_contact', { organisationId: association.id })
  const { body: draft } = await parkContact.post('/needs', { ...postForm({ title: '园区代报' }), organisationId: firm.id })
  await parkContact.post(`/needs/${draft.id}/moves`, { action: 'submit', version: 1 })
  const verify = (person: typeof chamber) => person.post(`/needs/${draft.id}/moves`, { action: 'verify', version: 2 })

  expect((await verify(firm.contact)).status).toBe(403)
  expect((await verify(parkContact)).status).toBe(403)
  expect(await kindsWith(parkContact, draft.id)).toEqual([])
  expect(await kindsWith(chamber, draft.id)).toEqual(['need.verify'])
  expect((await verify(chamber)).body.state).toBe('open')

  const office = await world.person('secretariat')
  const { body: byOffice } = await office.post('/needs', { ...postForm({ title: '秘书处代填', seats: 2 }), organisationId: firm.id })
  await office.post(`/needs/${byOffice.id}/moves`, { action: 'submit', version: 1 })
  expect((await office.post(`/needs/${byOffice.id}/moves`, { action: 'verify', version: 2 })).status).toBe(403)
  expect((await (await world.person('secretariat')).post(`/needs/${byOffice.id}/moves`, { action: 'verify', version: 2 })).body.state).toBe('open')
})

test('nobody writes for a firm they do not speak for', async () => {
  const firm = await newFirm(world)
  const other = await newFirm(world)
  const park = await world.person('park_contact')

  expect(await other.contact.post('/needs', { ...postForm(), organisationId: firm.id })).toMatchObject({ status: 422, body: { code: 'cannot_speak' } })
  expect(await park.post('/needs', { ...postForm(), organisationId: firm.id })).toMatchObject({ status: 422, body: { code: 'cannot_speak' } })
  expect((await (await world.person('school_contact')).post('/needs', postForm())).status).toBe(403)
})

test('what is forbidden stays a draft: the refusal names rule, field and repair', async () => {
  const firm = await newFirm(world)
  const { body: draft } = await firm.contact.post('/needs', postForm({ payDirect: false, labourIntensity: 3 }))
  expect(draft.number).toBeDefined()

  const refused = await firm.contact.post(`/needs/${draft.id}/moves`, { action: 'submit', version: 1 })

  expect([refused.status, refused.body.code]).toEqual([422, 'rule_forbids'])
  expect(refused.body.details.findings.map(({ ruleId, field }: { ruleId: string; field: string }) => [ruleId, field])).toEqual([['1.26', 'labourIntensity'], ['1.33', 'payDirect']])
  expect((await firm.contact.get(`/needs/${draft.id}`)).body.state).toBe('draft')
})

test('a half-empty draft is kept; submitting says everything that is missing', async () => {
  const firm = await newFirm(world)
  const { body: draft, status } = await firm.contact.post('/needs', { title: '焊工' })
  expect(status).toBe(200)

  const refused = await firm.contact.post(`/needs/${draft.id}/moves`, { action: 'submit', version: 1 })

  expect([refused.status, refused.body.code]).toEqual([409, 'need_incomplete'])
  expect(refused.body.details.gaps.map(({ field }: { field: string }) => field)).toEqual(['tasks', 'seats', 'payMin', 'payPeriod', 'samePostWage', 'hoursPerDay', 'hoursPerWeek', 'address', 'postStaff', 'startsOn', 'endsOn', 'validUntil'])
})

test('a warning needs a reason, and the verifier approves it', async () => {
  const firm = await newFirm(world)
  const form = postForm({ payMin: 2900, payMax: 2900, lowestTierWage: 3100 })
  const { body: draft } = await firm.contact.post('/needs', form)
  expect(await firm.contact.post(`/needs/${draft.id}/moves`, { action: 'submit', version: 1 })).toMatchObject({ status: 409, body: { code: 'rule_reason_needed' } })

  await firm.contact.patch(`/needs/${draft.id}`, { ...form, reasons: { '1.32': '前两个月以学习为主，另发餐补' }, version: 1 })
  expect((await firm.contact.post(`/needs/${draft.id}/moves`, { action: 'submit', version: 2 })).body.state).toBe('submitted')
  const office = await world.person('secretariat', { name: '陈敏' })
  expect((await office.get(`/needs/${draft.id}`)).body.waivers).toMatchObject([{ ruleId: '1.32', reason: '前两个月以学习为主，另发餐补', approvedByName: null }])
  await office.post(`/needs/${draft.id}/moves`, { action: 'verify', version: 3 })

  expect((await firm.contact.get(`/needs/${draft.id}`)).body.waivers).toMatchObject([{ ruleId: '1.32', approvedByName: '陈敏' }])
})

test('facts that changed since are looked at again when the post is verified', async () => {
  const firm = await newFirm(world)
  const { id, version } = await newPost(world, firm, 'submitted')
  await world.db.updateTable('organisation').set({ safetyViolationOn: '2026-11-01' }).where('id', '=', firm.id).execute()

  expect(await (await world.person('secretariat')).post(`/needs/${id}/moves`, { action: 'verify', version })).toMatchObject({ status: 422, body: { code: 'rule_forbids' } })
})

test('interns are counted over all posts of the firm', async () => {
  const firm = await newFirm(world)
  await newPost(world, firm, 'open', { title: '甲', seats: 8, occupationCode: null, majorCodes: [] })
  await newPost(world, firm, 'open', { title: '乙', seats: 8, occupationCode: null, majorCodes: [] })

  const { body } = await firm.contact.post('/needs/check', postForm({ title: '丙', seats: 8, occupationCode: null, majorCodes: [] }))

  expect(body.findings.map(({ key, params }: { key: string; params: object }) => [key, params])).toEqual([['r1_18_unit', { peak: 24, limit: 20, staff: 200, per: 10 }]])
})

test('checking while typing stores nothing', async () => {
  const firm = await newFirm(world)
  const { body } = await firm.contact.post('/needs/check', { hoursPerDay: 9 })

  expect(body.findings).toMatchObject([{ ruleId: '1.31', field: 'hoursPerDay', article: null, sourceStatus: 'K', repairs: [{ field: 'hoursPerDay', value: 8 }] }])
  expect(body.checks.find(({ ruleId }: { ruleId: string }) => ruleId === '1.24')).toEqual({ ruleId: '1.24', state: 'ok', article: '第十六条第五项', sourceStatus: 'V' })
  expect((await firm.contact.get('/needs?mine=true')).body.total).toBe(0)
})

test('outsiders see open posts without wages and phones, and nothing else', async () => {
  const firm = await newFirm(world)
  const open = await newPost(world, firm, 'open', { title: '公开的' })
  const waiting = await newPost(world, firm, 'submitted', { title: '未公开的' })
  const rival = await newFirm(world)

  const { body } = await rival.contact.get(`/needs/${open.id}`)
  expect(body).toMatchObject({ title: '公开的', samePostWage: null, lowestTierWage: null, mentorPhone: null, waivers: [], checks: [], whole: false })
  expect((await rival.contact.get(`/needs/${open.id}/history`)).status).toBe(403)
  expect((await rival.contact.get(`/needs/${waiting.id}`)).status).toBe(404)
  expect((await rival.contact.get(`/needs?organisationId=${firm.id}`)).body.rows.map(({ title }: { title: string }) => title)).toEqual(['公开的'])
  expect((await (await world.person('student', { studentId: await someStudent() })).get(`/needs/${waiting.id}`)).status).toBe(404)
})

async function someStudent() {
  const school = await world.organisation('school')
  const programme = await world.db.insertInto('programme').values({ schoolId: school.id, majorCode: '660301', name: '机电', level: 'secondary', lengthYears: 3 }).returning('id').executeTakeFirstOrThrow()
  const cohort = await world.db.insertInto('cohort').values({ programmeId: programme.id, name: '甲班', entryYear: 2024, leaveYear: 2027 }).returning('id').executeTakeFirstOrThrow()
  const student = await world.db.insertInto('student').values({ schoolId: school.id, cohortId: cohort.id, studentNumber: 'S1', name: '示例', birthDate: '2008-01-01' }).returning('id').executeTakeFirstOrThrow()
  return student.id
}

test('two officers verify at once and one of them is told', async () => {
  const firm = await newFirm(world)
  const { id, version } = await newPost(world, firm, 'submitted')
  const officers = [await world.person('secretariat'), await world.person('secretariat')]

  const replies = await Promise.all(officers.map((officer) => officer.post(`/needs/${id}/moves`, { action: 'verify', version })))

  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('only a draft is changed, and only as it was read', async () => {
  const firm = await newFirm(world)
  const draft = await newPost(world, firm, 'draft')
  const save = (version: number) => firm.contact.patch(`/needs/${draft.id}`, { ...postForm({ seats: 7 }), version })

  const replies = await Promise.all([save(1), save(1)])
  expect(replies.map(({ body }) => body.code ?? 'saved').sort()).toEqual(['changed_meanwhile', 'saved'])
  await firm.contact.post(`/needs/${draft.id}/moves`, { action: 'submit', version: 2 })
  expect((await save(3)).body.code).toBe('wrong_state')
})

test('after 83 days the firm is asked, after 90 the post is stale, one tap opens it again, and its last day closes it', async () => {
  const clock = await newWorld({ now: '2026-11-23T06:00:00Z' })
  const firm = await newFirm(clock)
  const { id } = await newPost(clock, firm, 'open', { validUntil: '2027-06-30', startsOn: '2027-07-01', endsOn: '2027-12-31' })
  const night = async (when: string) => {
    clock.moveTo(when)
    await refreshNeeds(clock.db, clock.now())
    await refreshNeeds(clock.db, clock.now())
    return (await firm.contact.get(`/needs/${id}`)).body
  }

  expect((await night('2027-02-13T18:05:00Z')).state).toBe('open')
  expect(await kindsWith(firm.contact, id)).toEqual([])
  expect((await night('2027-02-14T18:05:00Z')).state).toBe('open')
  expect(await kindsWith(firm.contact, id)).toEqual(['need.confirm'])
  expect(await night('2027-02-21T18:05:00Z')).toMatchObject({ state: 'stale', next: { who: 'firm' } })
  expect(await kindsWith(firm.contact, id)).toEqual(['need.confirm'])

  const { body } = await firm.contact.get(`/needs/${id}`)
  expect((await firm.contact.post(`/needs/${id}/moves`, { action: 'confirm', version: body.version })).body.state).toBe('open')
  expect(await kindsWith(firm.contact, id)).toEqual([])

  expect(await night('2027-06-30T18:05:00Z')).toMatchObject({ state: 'closed', closeReason: 'expired' })
  await clock.close()
})

test('a closed post says why, and a copy of it starts anew', async () => {
  const firm = await newFirm(world)
  const { id, version } = await newPost(world, firm, 'open')
  expect((await firm.contact.post(`/needs/${id}/moves`, { action: 'close', version })).body.code).toBe('reason_needed')
  expect((await firm.contact.post(`/needs/${id}/moves`, { action: 'close', version, closeReason: 'filled' })).body.state).toBe('closed')

  const { body: copy } = await firm.contact.post(`/needs/${id}/copy`)
  expect((await firm.contact.get(`/needs/${copy.id}`)).body).toMatchObject({ state: 'draft', title: '数控车工实习生', seats: 6, validUntil: null, majors: [{ code: '660103' }] })
})

test('a round sees the open posts of its alliance with what the law looks at', async () => {
  const firm = await newFirm(world)
  const { id } = await newPost(world, firm, 'open', { title: '进轮次' })
  const posts = await inTransaction(world.db, (tx) => listOpenPosts(tx, world.alliance.id))
  expect(posts.find((post) => post.id === id)).toMatchObject({ title: '进轮次', majorCodes: ['660103'], organisationName: firm.name, hazards: [], state: 'open' })
})

const header = ['岗位名称', '单位名称', '岗位任务', '招收人数', '实习报酬', '同岗位工资', '每日工时', '每周工时', '工作地点', '危险因素', '需求专业', '同岗位在岗人数', '开始日期', '结束日期', '有效期至']
const line = (change: Record<string, string> = {}) => {
  const cells: Record<string, string> = {
    岗位名称: '焊工实习生', 单位名称: '', 岗位任务: '焊接结构件', 招收人数: '3-5人', 实习报酬: '3.5-4千/月', 同岗位工资: '4200元/月', 每日工时: '8', 每周工时: '40', 工作地点: '狮山', 危险因素: '无',
    需求专业: '机电技术应用、660302', 同岗位在岗人数: '40', 开始日期: '2027年3月1日', 结束日期: '2027/8/31', 有效期至: '2027-02-15', ...change,
  }
  return header.map((head) => cells[head]!)
}
const readRows = (lines: string[][]) =>
  parseSheet({ format: 'xlsx', sheetName: 's', headerRow: 1, header, rows: lines.map((cells, at) => ({ number: at + 2, cells })), template: null }, postSheet, { today: '2026-11-23' })
const actorOf = (person: { accountId: string; organisationId: string; name: string }): Actor => ({
  accountId: person.accountId, organisationId: person.organisationId, name: person.name, role: 'enterprise_contact', allianceId: null, studentId: null, sessionId: '', locale: 'zh-Hans',
})

test('a sheet of posts is understood as people write it, and the same sheet twice changes nothing', async () => {
  const firm = await newFirm(world)
  const { rows, errors } = readRows([line(), line({ 岗位名称: '装配工', 招收人数: '若干', 实习报酬: '面议' }), line({ 岗位名称: '喷漆', 危险因素: '有毒' })])
  expect(errors).toEqual([])
  const write = () => inTransaction(world.db, (tx) => writePostRows(tx, actorOf(firm.contact), rows.map(({ values }) => values), world.now()))

  expect((await write()).map(({ result, state }) => `${result} ${state}`)).toEqual(['created submitted', 'created draft', 'created draft'])
  expect((await write()).map(({ result }) => result)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  const { body } = await firm.contact.get('/needs?mine=true&q=焊工')
  expect(body.rows[0]).toMatchObject({ seats: 5, payMin: 3500, payMax: 4000, payPeriod: 'month', startsOn: '2027-03-01', state: 'submitted' })
  expect((await firm.contact.get(`/needs/${body.rows[0].id}`)).body.majors.map(({ code }: { code: string }) => code)).toEqual(['660301', '660302'])
})

test('a sheet does not change what was submitted, and writes for nobody else', async () => {
  const firm = await newFirm(world)
  const other = await newFirm(world)
  const write = (lines: string[][]) => inTransaction(world.db, (tx) => writePostRows(tx, actorOf(firm.contact), readRows(lines).rows.map(({ values }) => values), world.now()))
  await write([line()])

  const answers = await write([line({ 招收人数: '6' }), line({ 单位名称: other.name, 岗位名称: '他人' }), line({ 单位名称: '没有这个单位', 岗位名称: '无' })])

  expect(answers.map(({ fault }) => fault?.fault)).toEqual(['post_submitted', 'organisation_not_yours', 'organisation_unknown'])
})

test('the rules are listed with article and status, and the office may decide how strictly one is taken', async () => {
  const firm = await newFirm(world)
  const office = await world.person('secretariat')
  const rule = (rows: { id: string }[], id: string) => rows.find((row) => row.id === id)

  expect(rule((await firm.contact.get('/rules')).body.rows, '1.31')).toMatchObject({ article: null, sourceStatus: 'K', severity: 'block', can: { change: false } })
  expect(await office.put('/rules/1.24', { severity: 'warn', reason: '理事会决定' })).toMatchObject({ status: 409, body: { code: 'rule_fixed' } })
  expect((await firm.contact.put('/rules/1.18', { severity: 'block', reason: '理事会决定' })).status).toBe(403)
  expect((await office.put('/rules/1.18', { severity: 'block', reason: '理事会 2026 年第 3 次会议' })).body).toMatchObject({ severity: 'block', usualSeverity: 'warn' })

  const { body } = await firm.contact.post('/needs/check', postForm({ seats: 30 }))
  expect(body.findings.map(({ ruleId, severity }: { ruleId: string; severity: string }) => [ruleId, severity])).toEqual([['1.18', 'block'], ['1.18', 'block']])
  expect((await office.put('/rules/9.9', { severity: 'block', reason: '目录里没有这一条' })).status).toBe(404)
  await office.put('/rules/1.18', { severity: 'warn', reason: '恢复通常做法' })
})

test('what was decided about a rule stays: who, when, why, from what to what; the last of it stands in the list', async () => {
  const office = await world.person('secretariat', { name: '示例专员' })
  const member = await world.person('enterprise_contact')
  await world.db.insertInto('membership').values({ allianceId: world.alliance.id, organisationId: member.organisationId, state: 'active', certificateNumber: '示例-1' }).execute()
  const change = async (severity: string, reason: string) => expect((await office.put('/rules/1.19', { severity, reason })).status).toBe(200)
  await change('record', '秘书处 2026 年第 5 号会议纪要')
  await change('block', '理事会 2026 年第 6 次会议')

  const { rows } = (await member.get('/rules/1.19/history')).body
  expect(rows.map(({ by, reason, from, to }: Record<string, unknown>) => [by, reason, from, to])).toEqual([
    ['示例专员', '理事会 2026 年第 6 次会议', 'record', 'block'],
    ['示例专员', '秘书处 2026 年第 5 号会议纪要', 'warn', 'record'],
  ])
  const listed = (await member.get('/rules')).body.rows.find(({ id }: { id: string }) => id === '1.19')
  expect(listed).toMatchObject({ severity: 'block', usualSeverity: 'warn', checkedOn: ['placement'], lastChange: { by: '示例专员', reason: '理事会 2026 年第 6 次会议' } })
  expect((await member.get('/rules/9.9/history')).status).toBe(404)
  await change('warn', '恢复通常做法')
})

test('the list comes out as a workbook', async () => {
  const firm = await newFirm(world)
  await newPost(world, firm, 'open')
  const { status, headers } = await firm.contact.get('/needs/export?mine=true')
  expect([status, headers['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
})
