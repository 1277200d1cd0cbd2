import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { run as verify } from '../../../commands/verify.ts'
import { newTrainingWorld, until, type TrainingWorld } from '../../../../test/training-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let here: TrainingWorld
beforeAll(async () => {
  world = await newWorld()
  here = await newTrainingWorld(world)
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

test('a class below its minimum does not open; its students go on to their next choice and read why', async () => {
  const [robots, moulds] = [await here.orderClass('planned', { title: '示例机器人订单班', seats: 3, minSeats: 2 }), await here.orderClass('planned', { title: '示例模具订单班', seats: 3, minSeats: 3 })]
  const [ann, bo, cy, di] = [await here.student(), await here.student(), await here.student(), await here.student()]
  const intake = await here.intake([robots.id, moulds.id])
  expect(intake.number).toMatch(/^XB-2026-\d{4}$/)
  const open = await here.viewIntake(intake.id)
  expect(open).toMatchObject({ state: 'signing', seed: null, signups: 0 })
  expect([(await here.view(robots.id)).state, await here.items(here.contact)]).toEqual(['recruiting', expect.arrayContaining(['class_intake.collect'])])

  // Two want moulds first, two robots: moulds, which needs three, cannot open.
  await here.wish(ann, intake.id, [moulds.id, robots.id], { statement: '喜欢模具' })
  await here.wish(bo, intake.id, [moulds.id])
  await here.wish(cy, intake.id, [robots.id])
  await here.wish(di, intake.id, [robots.id, moulds.id])
  world.moveTo('2026-12-07T10:00:00Z')
  await world.task('watch_classes')
  expect((await here.wish(ann, intake.id, [robots.id])).body.code).toBe('wrong_state')
  expect(await here.items(moulds.firm.contact)).toContain('class_intake.score')

  const seen = (await moulds.firm.contact.get(`/class-intakes/${intake.id}/classes/${moulds.id}/applicants`)).body
  // As which choice, the firm does not see.
  expect(seen.rows.map((row: { name: string; statement: string; result: string }) => [row.name, row.statement, row.result])).toEqual([[ann.name, '喜欢模具', 'open'], [bo.name, '', 'open'], [di.name, '', 'open']])
  expect(JSON.stringify(seen)).not.toContain('position')
  expect((await here.step(intake.id, 'freeze')).body).toMatchObject({ code: 'scores_missing', details: { missing: 6 } })
  await here.rate(robots.firm.contact, intake.id, robots.id, [{ who: ann, score: 80 }, { who: cy, score: 90 }, { who: di, score: 70 }])
  await here.rate(moulds.firm.contact, intake.id, moulds.id, [{ who: ann, score: 80 }, { who: bo, score: 60 }, { who: di, refused: '色弱，辨不了线色' }])
  expect(await here.items(moulds.firm.contact)).not.toContain('class_intake.score')

  expect((await here.step(intake.id, 'freeze')).body.state).toBe('frozen')
  expect((await here.rate(robots.firm.contact, intake.id, robots.id, [{ who: ann, score: 99 }])).body.code).toBe('wrong_state')
  expect((await here.step(intake.id, 'decide')).body.state).toBe('decided')
  const told = await here.viewIntake(intake.id)
  expect(told.classes.map((one: Record<string, unknown>) => [one.title, one.admitted, one.had, one.closedStep])).toEqual([['示例机器人订单班', 3, null, null], ['示例模具订单班', null, 2, 1]])
  expect(told.audit.violations).toBe(0)
  expect([(await here.view(robots.id)).state, (await here.view(moulds.id)).state]).toEqual(['filled', 'not_opened'])
  expect(await here.items(moulds.firm.contact)).toContain('order_class.not_opened')

  const letter = (await ann.get(`/my/class-intakes/${intake.id}/letter`)).body
  expect(letter.placed).toMatchObject({ title: '示例机器人订单班', choice: 2 })
  expect(letter.outcomes.map((one: { reason: string }) => one.reason)).toEqual(['class-closed', 'placed'])
  expect(letter.outcomes[0].sentence).toContain('示例模具订单班')
  expect(letter.closings).toEqual([{ step: 1, title: '示例模具订单班', had: 2, min: 3 }])
  expect(letter.lottery.verifies).toBe(true)
  expect(await here.items(ann)).toContain('class_member.confirm')
  const alone = (await bo.get(`/my/class-intakes/${intake.id}/letter`)).body
  expect([alone.placed, alone.outcomes[0].reason]).toEqual([null, 'class-closed'])

  // Anybody can run it again.
  const folder = mkdtempSync(join(tmpdir(), 'silian-intake-'))
  const file = join(folder, 'intake.json')
  writeFileSync(file, JSON.stringify((await here.office.get(`/class-intakes/${intake.id}/export`)).body))
  const said = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  expect(await verify([file])).toBe(0)
  said.mockRestore()
  rmSync(folder, { recursive: true })
})

test('what the firm cannot take is told with its reason, and is never admitted', async () => {
  const one = await here.orderClass('planned')
  const [ann, bo] = [await here.student(), await here.student()]
  const intake = await here.intake([one.id])
  for (const who of [ann, bo]) await here.wish(who, intake.id, [one.id])
  await here.rate(one.firm.contact, intake.id, one.id, [{ who: ann, refused: '身高不合安全要求' }])
  expect((await here.rate(one.firm.contact, intake.id, one.id, [{ who: bo, refused: ' ' }])).status).toBe(422)
  await here.decide(intake.id, [one])
  const letter = (await ann.get(`/my/class-intakes/${intake.id}/letter`)).body
  expect([letter.placed, letter.outcomes[0].sentence]).toEqual([null, expect.stringContaining('身高不合安全要求')])
  expect((await here.places(one.id)).map((row: { name: string }) => row.name)).toEqual([bo.name])
})

test('a student signs up for themselves, for classes open to them, as often as they like before the end', async () => {
  const apprentice = await here.orderClass('planned', { kind: 'apprenticeship' })
  const plain = await here.orderClass('planned')
  const intake = await here.intake([apprentice.id, plain.id], { maxChoices: 1 })
  const young = await here.student({ birthDate: '2011-03-02' })
  const mine = (await young.get(`/my/class-intakes/${intake.id}`)).body
  expect([mine.minor, mine.classes.map((one: { forbidden: { rule: string }[] }) => one.forbidden.map(({ rule }) => rule))]).toEqual([true, [['2.15'], []]])
  expect((await here.wish(young, intake.id, [apprentice.id])).body).toMatchObject({ code: 'class_rule_forbids', details: { rule: '2.15' } })
  expect((await here.wish(young, intake.id, [plain.id], { employed: true })).body.details).toMatchObject({ rule: '2.16', code: 'employed' })
  expect((await here.wish(young, intake.id, [plain.id, apprentice.id])).body.code).toBe('too_many_wishes')
  expect((await here.wish(young, intake.id, [crypto.randomUUID()])).body.details.issues).toEqual([{ path: ['choices'], code: 'unknown' }])
  expect((await here.wish(young, intake.id, [plain.id])).body.choices).toBe(1)
  expect((await young.get('/my/class-intakes')).body.rows.find((row: { id: string }) => row.id === intake.id)).toMatchObject({ signed: true, hasLetter: false })
  expect((await here.wish(young, intake.id, [])).body).toEqual({ signedAt: null, choices: 0 })
  expect((await here.viewIntake(intake.id)).signups).toBe(0)
  // A class of another school’s students, or of another cohort, is not shown.
  const stranger = await world.person('student', { studentId: (await here.student({ leftAt: world.now() })).studentId })
  expect((await stranger.get(`/my/class-intakes/${intake.id}`)).status).toBe(404)
  expect((await young.get(`/my/class-intakes/${intake.id}/letter`)).status).toBe(404)
  for (const reply of [await here.contact.put(`/my/class-intakes/${intake.id}`, { choices: [] }), await plain.firm.contact.post('/class-intakes', { title: '示例', classIds: [plain.id], maxChoices: 1, ...until })]) expect([403, 404]).toContain(reply.status)
})

test('the order of a list can be turned round, also by two tabs at once', async () => {
  const [one, two] = [await here.orderClass(), await here.orderClass()]
  const intake = await here.intake([one.id, two.id])
  const ann = await here.student()
  await here.wish(ann, intake.id, [one.id, two.id])
  await here.wish(ann, intake.id, [two.id, one.id])
  expect((await ann.get(`/my/class-intakes/${intake.id}`)).body.choices).toEqual([two.id, one.id])
  const replies = await Promise.all([here.wish(ann, intake.id, [one.id, two.id]), here.wish(ann, intake.id, [two.id])])
  expect(replies.map(({ status }) => status)).toEqual([200, 200])
  const kept = (await ann.get(`/my/class-intakes/${intake.id}`)).body.choices
  expect([[one.id, two.id], [two.id]]).toContainEqual(kept)
})

test('only classes with an approved plan are opened, in order of days; a choice that is called off frees them', async () => {
  const [early, ready] = [await here.orderClass('agreed'), await here.orderClass()]
  const open = (classIds: string[], change = {}) => here.contact.post('/class-intakes', { title: '示例', classIds, maxChoices: 2, ...until, ...change })
  expect((await open([early.id])).body.code).toBe('wrong_state')
  expect((await open([ready.id], { scoreUntil: until.signUpUntil })).body.details.issues).toEqual([{ path: ['scoreUntil'], code: 'out_of_order' }])
  expect((await open([crypto.randomUUID()])).body.details.issues).toEqual([{ path: ['classIds'], code: 'unknown' }])
  const twice = await Promise.all([open([ready.id]), open([ready.id])])
  expect(twice.map(({ body }) => body.code ?? 'made').toSorted()).toEqual(['made', 'wrong_state'])
  const { id } = twice.find(({ status }) => status === 200)!.body
  expect((await here.step(id, 'endSignUp')).body.code).toBe('too_early')
  expect((await here.step(id, 'cancel')).body.code).toBe('reason_needed')
  expect((await here.step(id, 'cancel', { reason: '企业停产' })).body.state).toBe('cancelled')
  expect((await here.view(ready.id)).state).toBe('planned')
  expect((await open([ready.id])).status).toBe(200)
})

test('firms see only their own applicants, and a choice only who takes part in it', async () => {
  const [one, two] = [await here.orderClass(), await here.orderClass()]
  const intake = await here.intake([one.id, two.id])
  const ann = await here.student()
  await here.wish(ann, intake.id, [one.id])
  expect((await two.firm.contact.get(`/class-intakes/${intake.id}/classes/${one.id}/applicants`)).status).toBe(404)
  expect((await here.rate(two.firm.contact, intake.id, one.id, [{ who: ann, score: 1 }])).status).toBe(404)
  expect((await here.rate(here.contact, intake.id, one.id, [{ who: ann, score: 1 }])).status).toBe(403)
  expect((await (await here.firm()).contact.get(`/class-intakes/${intake.id}`)).status).toBe(404)
  expect((await two.firm.contact.post(`/class-intakes/${intake.id}/moves`, { action: 'cancel', reason: '不想办', version: 1 })).status).toBe(403)
  expect((await two.firm.contact.get('/class-intakes')).body.rows).toHaveLength(1)
})
