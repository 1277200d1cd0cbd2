import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newMember } from '../../../../test/members-world.ts'
import { newFirm } from '../../../../test/needs-world.ts'
import { newProblem, problemForm } from '../../../../test/problems-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { loadCodes } from '../../../../test/talent-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { inTransaction } from '../../../kernel/db.ts'
import { lockProblemById, noteAnswered, noteUnanswered } from './service.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
})
afterAll(() => world.close())

const move = (person: { post: (path: string, body?: Record<string, unknown>) => Promise<{ status: number; body: { code: string; version: number } }> }, id: string, body: Record<string, unknown>) => person.post(`/problems/${id}/moves`, body)
const events = async (id: string) => (await world.db.selectFrom('auditEntry').select('event').where('subjectId', '=', id).orderBy('id').execute()).map(({ event }) => event)
const openItems = async (id: string) => (await world.db.selectFrom('inboxItem').select('kind').where('subjectId', '=', id).where('closedAt', 'is', null).orderBy('kind').execute()).map(({ kind }) => kind)

test('a firm raises a technology need, the office opens it, a manager takes it, and it ends solved', async () => {
  const firm = await newFirm(world)
  const office = await world.person('secretariat')
  const { body: draft, status } = await firm.contact.post('/problems', problemForm())
  expect([status, draft.number]).toEqual([200, expect.stringMatching(/^J-2026-\d{4}$/)])

  await move(firm.contact, draft.id, { action: 'submit', version: 1 })
  expect(await openItems(draft.id)).toEqual(['problem.verify'])
  await move(office, draft.id, { action: 'verify', version: 2 })
  expect(await openItems(draft.id)).toEqual(['problem.take'])
  // Ten working days from Monday 23 November: Monday 7 December, 18:00.
  expect((await office.get(`/problems/${draft.id}`)).body).toMatchObject({ state: 'open', answerDueAt: '2026-12-07T10:00:00.000Z', next: { who: 'office' }, can: { take: true, verify: false, decline: true } })
  expect((await office.post(`/problems/${draft.id}/manager`, { version: 3 })).status).toBe(200)
  expect(await openItems(draft.id)).toEqual(['problem.answer'])
  expect((await move(office, draft.id, { action: 'report', version: 4, solution: '换用涂层模具，寿命达到 25 吨。' })).status).toBe(200)
  expect(await openItems(draft.id)).toEqual(['problem.confirm'])
  expect((await firm.contact.get(`/problems/${draft.id}`)).body).toMatchObject({ can: { confirm: true, reopen: true, report: false } })
  await move(firm.contact, draft.id, { action: 'confirm', version: 5 })

  expect((await office.get(`/problems/${draft.id}`)).body).toMatchObject({ state: 'solved', answerDueAt: null, solvedAt: expect.any(String), can: { withdraw: false, decline: false } })
  expect([await openItems(draft.id), await events(draft.id)]).toEqual([[], ['problem.raised', 'problem.submitted', 'problem.opened', 'problem.taken', 'problem.solution_reported', 'problem.solved']])
})

test('what is missing is named all at once, and nonsense is refused in a draft already', async () => {
  const firm = await newFirm(world)
  const { body: draft } = await firm.contact.post('/problems', { kind: 'technology', title: '示例：半张表' })
  const refused = await move(firm.contact, draft.id, { action: 'submit', version: 1 })
  expect(refused).toMatchObject({ status: 409, body: { code: 'need_incomplete', details: { gaps: [{ field: 'description' }, { field: 'wantedValue' }, { field: 'fieldCodes' }, { field: 'validUntil' }] } } })

  const nonsense = await firm.contact.post('/problems', problemForm({ fieldCodes: ['3252', '0000'], budgetMin: 9, budgetMax: 8, family: 'talent_training' }))
  expect([nonsense.status, nonsense.body.details.issues.map(({ path }: { path: unknown[] }) => path.join('.'))]).toEqual([422, ['fieldCodes.1', 'budgetMax', 'family']])
  const wrong = await firm.contact.post('/problems', problemForm({ title: '', budgetMin: -1, validUntil: 'soon' }))
  expect(wrong.body.details.issues.map(({ path }: { path: unknown[] }) => path[0]).sort()).toEqual(['budgetMin', 'title', 'validUntil'])
})

test('a step that needs a reason says so, and one that comes too late is refused', async () => {
  const { id, version, office, firm } = await newProblem(world, 'submitted')
  const codes = async (body: Record<string, unknown>) => (await move(office, id, { version, ...body })).body.code
  expect(await codes({ action: 'return' })).toBe('reason_needed')
  expect(await codes({ action: 'decline', reason: '不属于本联盟。' })).toBe('reason_needed')
  expect(await codes({ action: 'decline', declineCode: 'wrong_field' })).toBe('reason_needed')
  expect(await codes({ action: 'verify', version: version - 1 })).toBe('changed_meanwhile')
  expect(await codes({ action: 'report', solution: '换用涂层模具，寿命达到 25 吨。' })).toBe('wrong_state')
  expect((await firm.contact.patch(`/problems/${id}`, { ...problemForm(), version })).body.code).toBe('wrong_state')

  expect((await move(office, id, { action: 'decline', version, declineCode: 'wrong_field', reason: '不属于本联盟服务的范围。' })).status).toBe(200)
  expect((await firm.contact.get(`/problems/${id}`)).body).toMatchObject({ state: 'declined', declineCode: 'wrong_field', reason: '不属于本联盟服务的范围。', answerDueAt: null })
})

test('a report of a solution says how, and by somebody there is', async () => {
  const { id, version, office } = await newProblem(world)
  const reply = await move(office, id, { action: 'report', version, solution: '好了', solutionBy: '00000000-0000-7000-8000-000000000000' })
  expect(reply).toMatchObject({ status: 422, body: { details: { issues: [{ path: ['solution'] }, { path: ['solutionBy'] }] } } })
})

test('a returned need is mended and comes again; an open one is withdrawn only with a reason', async () => {
  const { id, version, office, firm } = await newProblem(world, 'submitted')
  await move(office, id, { action: 'return', version, reason: '请写清现在是多少。' })
  expect(await openItems(id)).toEqual(['problem.repair'])
  const { body: mended } = await firm.contact.patch(`/problems/${id}`, { ...problemForm({ title: '示例：改好了' }), version: version + 1 })
  await move(firm.contact, id, { action: 'submit', version: mended.version })
  const { body: opened } = await move(office, id, { action: 'verify', version: mended.version + 1 })
  expect((await move(firm.contact, id, { action: 'withdraw', version: opened.version })).body.code).toBe('reason_needed')
  expect((await move(firm.contact, id, { action: 'withdraw', version: opened.version, reason: '不再需要。' })).status).toBe(200)
  // Withdrawn: the parties keep it, nobody else finds it.
  const stranger = await world.person('enterprise_contact')
  expect([(await firm.contact.get(`/problems/${id}`)).status, (await office.get(`/problems/${id}`)).status, (await stranger.get(`/problems/${id}`)).status]).toEqual([200, 200, 404])
})

test('"not solved" opens it again with a new clock, and forgets the solution', async () => {
  const { id, version, firm } = await newProblem(world, 'settling')
  expect((await move(firm.contact, id, { action: 'reopen', version })).body.code).toBe('reason_needed')
  await move(firm.contact, id, { action: 'reopen', version, reason: '指标没有达到。' })
  expect((await firm.contact.get(`/problems/${id}`)).body).toMatchObject({ state: 'open', solution: null, answerDueAt: '2026-12-07T10:00:00.000Z', escalation: 0 })
})

test('who reports for a firm does not confirm for it; the firm itself may', async () => {
  const firm = await newFirm(world)
  const association = await world.person('association_contact')
  await world.db.insertInto('representation').values({ speakerId: association.organisationId, organisationId: firm.id }).execute()
  const office = await world.person('secretariat')
  const { body: draft } = await association.post('/problems', problemForm({ organisationId: firm.id }))
  await move(association, draft.id, { action: 'submit', version: 1 })
  // The speaker that wrote it does not open it; four eyes.
  expect((await move(association, draft.id, { action: 'verify', version: 2 })).status).toBe(403)
  await move(office, draft.id, { action: 'verify', version: 2 })
  await move(association, draft.id, { action: 'report', version: 3, solution: '协会帮忙找到了涂层厂，已经解决。' })
  expect((await move(association, draft.id, { action: 'confirm', version: 4 })).status).toBe(403)
  expect((await move(firm.contact, draft.id, { action: 'confirm', version: 4 })).status).toBe(200)
})

test('an association posts for firms it speaks for, and for no other', async () => {
  const association = await world.person('association_contact')
  const other = await newFirm(world)
  expect((await association.post('/problems', problemForm({ organisationId: other.id }))).body.code).toBe('cannot_speak')
  expect((await (await world.person('school_contact')).post('/problems', problemForm())).status).toBe(403)
})

test('two managers race for a need and one has it; it can be handed over to one who may', async () => {
  const { id, version, office } = await newProblem(world, 'open', { secrecy: 'open' })
  const platform = await world.person('platform_contact')
  await newMember(world, platform.organisationId)
  const [first, second] = await Promise.all([office.post(`/problems/${id}/manager`, { version }), platform.post(`/problems/${id}/manager`, { version })])
  expect([first.status, second.status].sort()).toEqual([200, 409])
  expect([first, second].find(({ status }) => status === 409)!.body.code).toBe('need_taken')

  const { body: now } = await office.get(`/problems/${id}`)
  const { body: choices } = await office.get(`/problems/${id}/managers`)
  expect(choices.rows.map((row: { accountId: string }) => row.accountId)).toEqual(expect.arrayContaining([office.accountId, platform.accountId]))
  const stranger = await world.person('enterprise_contact')
  expect((await office.put(`/problems/${id}/manager`, { accountId: stranger.accountId, version: now.version })).body.details.issues[0].code).toBe('cannot_manage')
  const target = now.managerId === office.accountId ? platform : office
  expect((await office.put(`/problems/${id}/manager`, { accountId: target.accountId, version: now.version })).status).toBe(200)
  expect((await office.get(`/problems/${id}`)).body.managerName).toBe(target.name)
  const items = await world.db.selectFrom('inboxItem').select('accountId').where('subjectId', '=', id).where('kind', '=', 'problem.answer').where('closedAt', 'is', null).execute()
  expect(items).toEqual([{ accountId: target.accountId }])
})

test('the queue counts what nobody took and what is mine', async () => {
  const officer = await world.person('secretariat')
  const before = (await officer.get('/problems/queue')).body
  const { id, version } = await newProblem(world)
  expect((await officer.get('/problems/queue')).body).toMatchObject({ unclaimed: before.unclaimed + 1, mine: 0 })
  await officer.post(`/problems/${id}/manager`, { version })
  expect((await officer.get('/problems/queue')).body).toMatchObject({ unclaimed: before.unclaimed, mine: 1 })
  expect((await officer.get('/problems?queue=mine')).body.rows.map((row: { id: string }) => row.id)).toEqual([id])
  expect((await (await world.person('enterprise_contact')).get('/problems/queue')).status).toBe(403)
})

test('the office rewrites a question and moves what is secret out of the public part; the firm may not, and an ended need stays as it is', async () => {
  const { id, version, office, firm } = await newProblem(world)
  const question = { title: '示例：模具寿命', description: '挤压模具在高温下三天开裂，求延长寿命的涂层或材料办法。', presentValue: null, wantedValue: '20 吨', privateDetails: '钢材牌号在这里', version }
  expect((await firm.contact.put(`/problems/${id}/question`, question)).status).toBe(403)
  expect((await office.put(`/problems/${id}/question`, { ...question, description: '太短', wantedValue: null })).body.details.gaps.map(({ field }: { field: string }) => field)).toEqual(['description', 'wantedValue'])
  expect((await office.put(`/problems/${id}/question`, question)).status).toBe(200)
  expect((await office.put(`/problems/${id}/question`, question)).body.code).toBe('changed_meanwhile')
  expect((await firm.contact.get(`/problems/${id}`)).body).toMatchObject({ title: '示例：模具寿命', privateDetails: '钢材牌号在这里', budgetMin: 123456, fields: [{ code: '3252' }], state: 'open' })
  expect((await events(id)).at(-1)).toBe('problem.clarified')
  const ended = await newProblem(world, 'solved')
  expect((await ended.office.put(`/problems/${ended.id}/question`, { ...question, version: ended.version })).body.code).toBe('wrong_state')
})

test('another room notes an answer and its end: the clock stops, and starts anew', async () => {
  const { id, office } = await newProblem(world)
  const inRoom = (work: typeof noteAnswered) => inTransaction(world.db, async (tx) => work(tx, null, (await lockProblemById(tx, id))!, world.now()))
  await inRoom(noteAnswered)
  await inRoom(noteAnswered)
  expect((await office.get(`/problems/${id}`)).body).toMatchObject({ state: 'answered', answerDueAt: null, firstAnswerAt: expect.any(String), next: { who: 'parties' } })
  await inRoom(noteUnanswered)
  expect((await office.get(`/problems/${id}`)).body).toMatchObject({ state: 'open', answerDueAt: '2026-12-07T10:00:00.000Z' })
  expect((await events(id)).slice(-2)).toEqual(['problem.answered', 'problem.reopened'])
})

test('an open need is prolonged, not into the past and not for ever', async () => {
  const { id, version, firm } = await newProblem(world)
  const reply = async (validUntil?: string) => move(firm.contact, id, { action: 'prolong', version, ...(validUntil ? { validUntil } : {}) })
  expect([(await reply()).status, (await reply('2026-11-22')).status, (await reply('2027-11-25')).status]).toEqual([422, 422, 422])
  expect((await reply('2027-11-24')).status).toBe(200)
  expect((await firm.contact.get(`/problems/${id}`)).body).toMatchObject({ state: 'open', validUntil: '2027-11-24', answerDueAt: '2026-12-07T10:00:00.000Z' })
})

test('the database itself refuses an end without its reason, and an open need without a clock', async () => {
  const { id } = await newProblem(world)
  await expect(world.db.updateTable('need').set({ state: 'solved' }).where('id', '=', id).execute()).rejects.toThrow(/solved says how|clock/)
  await expect(world.db.updateTable('problem').set({ answerDueAt: null }).where('needId', '=', id).execute()).rejects.toThrow('a clock runs')
  await expect(sql`update need set state = 'declined', reason = 'x' where id = ${id}`.execute(world.db)).rejects.toThrow(/declined gives|clock/)
})

test('the list takes the same number of queries for one need and for thirty, and posts stay out of it', async () => {
  const firm = await newFirm(world)
  await newProblem(world, 'open', { firm })
  const one = await countQueries(() => firm.contact.get('/problems?mine=true'))
  const [{ id }] = (await firm.contact.get('/problems?mine=true')).body.rows
  await sql`with more as (insert into need select (jsonb_populate_record(n, jsonb_build_object('id', uuidv7(), 'number', n.number || '-' || k))).* from need n, generate_series(1, 29) k where n.id = ${id} returning id)
    insert into problem select (jsonb_populate_record(p, jsonb_build_object('need_id', more.id))).* from problem p, more where p.need_id = ${id}`.execute(world.db)
  const many = await countQueries(() => firm.contact.get('/problems?mine=true&size=50'))
  expect([many, (await firm.contact.get('/needs?mine=true')).body.total, (await firm.contact.get('/problems?mine=true&size=50')).body.rows.length]).toEqual([one, 0, 30])
})

test('whoever asked is told how the need ended, until somebody there has read it; nobody else clears it', async () => {
  const { id, firm, office, version } = await newProblem(world)
  const told = async (person = firm.contact) => ((await person.get('/inbox?size=100')).body.rows as { kind: string; subjectId: string; params: Record<string, unknown> }[]).filter((item) => item.subjectId === id)
  expect((await move(office, id, { action: 'decline', version, declineCode: 'terms', reason: '价格条件谈不拢。' })).status).toBe(200)

  expect((await told()).map(({ kind, params }) => [kind, params['reason']])).toEqual([['problem.declined', '价格条件谈不拢。']])
  expect((await firm.contact.get(`/problems/${id}`)).body.can.read).toBe(true)
  expect((await office.get(`/problems/${id}`)).body.can.read).toBe(false)
  const other = await newProblem(world)
  expect((await other.firm.contact.post(`/problems/${id}/reading`)).status).toBeGreaterThanOrEqual(403)
  expect(await told()).toHaveLength(1)

  expect((await firm.contact.post(`/problems/${id}/reading`)).status).toBe(200)
  expect((await firm.contact.post(`/problems/${id}/reading`)).status).toBe(200)
  expect(await told()).toEqual([])
  expect((await firm.contact.get(`/problems/${id}`)).body.can.read).toBe(false)
})
