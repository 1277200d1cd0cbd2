import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type Reply, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-04-05T02:00:00Z' })
  made = newPlacementsWorld(world)
})
beforeEach(() => world.moveTo('2027-04-05T02:00:00Z'))
afterAll(() => world.close())

type Placement = Awaited<ReturnType<PlacementsWorld['placement']>>
const receipt = { name: '回单.pdf', bytes: Buffer.from('%PDF-1.7 示例回单'), mediaType: 'application/pdf' }
const record = (placement: Placement, change: Record<string, string> = {}, { month = '2027-03', file = receipt } = {}) =>
  placement.unit.upload(`/placements/${placement.id}/pay/${month}`, file, { amount: '3400', paidOn: '2027-03-31', means: 'bank', samePostWage: '4000', lowestTierWage: '3500', ...change })
const all = { received: 'all', amount: 3400, receivedOn: '2027-03-31', means: 'bank', paidBy: 'unit', deducted: 0, version: 0 }
const answer = (placement: Placement, change: Record<string, unknown> = {}, month = '2027-03') => placement.student.put(`/my/placements/${placement.id}/pay/${month}`, { ...all, ...change })
const payOf = async (person: { get: (path: string) => Promise<Reply> }, placement: Placement) => (await person.get(`/placements/${placement.id}/pay`)).body
const alarmsOf = async (placement: Placement) => (await placement.contact.get(`/pay-alarms?state=live`)).body.rows
const must = (reply: Reply) => {
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}

test('a month is recorded with its receipt; the student is asked and confirms, and nothing alarms', async () => {
  const placement = await made.placement()
  must(await record(placement))

  for (const person of [placement.unit, placement.contact, placement.supervisor, placement.student]) {
    const { months } = await payOf(person, placement)
    expect(months.find(({ month }: { month: string }) => month === '2027-03')).toMatchObject({ late: false, record: { amount: 3400, paidOn: '2027-03-31', means: 'bank', samePostWage: 4000, receipts: [{ name: '回单.pdf' }] } })
    expect((await person.get(`/files/${months.at(-1).record.receipts[0].id}`)).status).toBe(200)
  }
  expect(must(await placement.student.get('/inbox')).rows.map(({ kind }: { kind: string }) => kind)).toEqual(['pay.confirm'])
  must(await answer(placement))
  expect(must(await placement.student.get('/inbox')).rows).toEqual([])
  expect((await payOf(placement.supervisor, placement)).months.at(-1)).toMatchObject({ answer: { received: 'all', amount: 3400, paidBy: 'unit' }, alarms: [] })
})

test('a month paid twice is refused, also at the same moment', async () => {
  const placement = await made.placement()
  const replies = await Promise.all(Array.from({ length: 4 }, () => record(placement)))
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  expect((await record(placement)).body.code).toBe('pay_recorded')
  // Past our own code the constraint stands, and has the same sentence.
  const row = await world.db.selectFrom('payMonth').selectAll().where('placementId', '=', placement.id).executeTakeFirstOrThrow()
  await expect(world.db.insertInto('payMonth').values({ ...row, id: undefined } as never).execute()).rejects.toThrow('pay_month_once')
})

test.each([
  ['in goods', { means: 'goods' }, '1.33', 'r1_33_means', '第十八条'],
  ['to somebody else', { payee: 'other' }, '1.33', 'r1_33_payee', '第十八条'],
  ['by a third party', { payer: 'third_party' }, '1.33', 'r1_33_payer', '第十八条'],
  ['with a fee kept back', { deducted: '200' }, '1.34', 'r1_34_deducted', null],
] as const)('pay %s cannot be recorded, and the refusal names the rule', async (_sentence, change, ruleId, key, article) => {
  const placement = await made.placement()
  expect(await record(placement, change)).toMatchObject({ status: 422, body: { code: 'rule_forbids', details: { findings: [{ ruleId, key, article, severity: 'block' }] } } })
  expect((await payOf(placement.unit, placement)).months.at(-1).record).toBeNull()
})

test('pay below both references needs a reason, and then the school looks at it', async () => {
  const placement = await made.placement()
  expect((await record(placement, { amount: '3000' })).body).toMatchObject({ code: 'rule_reason_needed', details: { findings: [{ ruleId: '1.32', params: { amount: 3000, least: 3200 } }] } })
  must(await record(placement, { amount: '3000', remark: '三月前两周请假，按出勤折算' }))
  expect(await alarmsOf(placement)).toMatchObject([{ reason: 'below_reference', ruleId: '1.32', article: '第十八条', source: 'unit' }])
})

test.each([
  ['an empty receipt', { name: 'x.pdf', bytes: Buffer.alloc(0) }, 'file_empty'],
  ['a receipt that is a program', { name: 'x.pdf', bytes: Buffer.from('MZ\x90') }, 'file_kind_not_allowed'],
] as const)('%s is refused, and the month stays open', async (_sentence, file, code) => {
  const placement = await made.placement()
  expect((await record(placement, {}, { file: { mediaType: 'application/pdf', ...file } })).body.code).toBe(code)
  expect((await payOf(placement.unit, placement)).months.at(-1).record).toBeNull()
})

test('a month to come, and one paid tomorrow, are faults', async () => {
  const placement = await made.placement()
  expect((await record(placement, { paidOn: '2027-04-06' })).body).toMatchObject({ code: 'invalid_input', details: { issues: [{ path: ['paidOn'] }] } })
  expect((await record(placement, {}, { month: '2027-05' })).body).toMatchObject({ details: { issues: [{ path: ['month'] }, { path: ['paidOn'] }] } })
  expect((await record(await made.placement('trained'))).body.code).toBe('wrong_state')
})

test('31 days without pay raise an alarm by night, once; a late record takes its place, and the school handles it', async () => {
  const placement = await made.placement()
  world.moveTo('2027-04-01T18:30:00Z')
  await world.task('watch_pay')
  expect(await alarmsOf(placement)).toMatchObject([{ reason: 'late', month: '2027-03', ruleId: '1.33', article: '第十八条', sourceStatus: 'V', params: { days: 32, last: '2027-03-01' } }])
  await world.task('watch_pay')
  expect(await alarmsOf(placement)).toHaveLength(1)
  for (const person of [placement.contact, placement.supervisor]) expect(must(await person.get('/inbox')).rows.map(({ kind }: { kind: string }) => kind)).toContain('pay_alarm.handle')

  world.moveTo('2027-04-12T02:00:00Z')
  must(await record(placement, { paidOn: '2027-04-12' }))
  const [alarm, ...none] = await alarmsOf(placement)
  expect([alarm.reason, alarm.source, alarm.params.days, none]).toEqual(['paid_late', 'unit', 42, []])
  expect(must(await placement.contact.get('/pay-alarms?state=lapsed')).rows).toMatchObject([{ reason: 'late', dueAt: null }])

  must(await placement.supervisor.post(`/pay-alarms/${alarm.id}/moves`, { action: 'take', version: 1 }))
  expect((await placement.supervisor.post(`/pay-alarms/${alarm.id}/moves`, { action: 'settle', version: 2 })).body.details.issues).toMatchObject([{ path: ['outcome'] }])
  must(await placement.supervisor.post(`/pay-alarms/${alarm.id}/moves`, { action: 'settle', outcome: '已约谈单位，以后每月 10 日前发放。', version: 2 }))
  expect(must(await placement.contact.get(`/pay-alarms/${alarm.id}`))).toMatchObject({ state: 'settled', takenByName: placement.supervisor.name, can: { take: false, settle: false }, record: { amount: 3400 } })
  expect(must(await placement.contact.get('/inbox')).rows.filter(({ kind }: { kind: string }) => kind.startsWith('pay_alarm'))).toEqual([])
})

test('a unit is asked once for all its students, a few days before pay is due', async () => {
  const [school, firm] = [await made.school(), await made.firm()]
  const one = await made.placement('active', { school, firm })
  await made.placement('active', { school, firm })
  world.moveTo('2027-03-27T18:30:00Z')
  await world.task('watch_pay')
  const { rows } = must(await firm.contact.get('/inbox'))
  expect(rows).toMatchObject([{ kind: 'pay.record', params: { count: 2, dueOn: '2027-04-01' } }])
  expect(await alarmsOf(one)).toEqual([])
})

test('what the student says reaches the school and nobody else: not the answer, not the alarm, not a trace', async () => {
  const placement = await made.placement()
  must(await record(placement))
  must(await answer(placement, { amount: 2400, means: 'voucher', paidBy: 'agency', paidByName: '示例劳务公司', deducted: 300, deductedFor: '管理费', note: '别告诉厂里' }))

  expect((await alarmsOf(placement)).map(({ reason, ruleId }: Record<string, string>) => [reason, ruleId]).sort()).toEqual([['deducted', '1.34'], ['less', '1.33'], ['non_cash', '1.33'], ['third_party', '1.33']])
  const office = await world.person('secretariat')
  const leaks = ['2400', 'voucher', ':"agency"', '示例劳务公司', '管理费', '别告诉厂里', 'non_cash', 'third_party', 'deducted', 'pay_alarm']
  const [alarm] = await alarmsOf(placement)
  for (const path of [`/placements/${placement.id}/pay`, `/placements/${placement.id}`, `/placements/${placement.id}/history`, '/pay?month=2027-03', '/inbox', '/inbox?tab=started', '/inbox?tab=copied', '/pay-alarms', `/pay-alarms/${alarm.id}`]) {
    const seen = JSON.stringify((await placement.unit.get(path)).body)
    expect([path, leaks.filter((one) => seen.includes(one))]).toEqual([path, []])
  }
  expect((await placement.unit.get(`/placements/${placement.id}/pay`)).body.months.at(-1)).toMatchObject({ answer: null, alarms: [] })
  expect([(await office.get(`/placements/${placement.id}/pay`)).status, (await office.get('/pay-alarms')).status, (await office.get(`/pay-alarms/${alarm.id}`)).status]).toEqual([403, 403, 404])
  expect((await office.get(`/files/${(await payOf(placement.unit, placement)).months.at(-1).record.receipts[0].id}`)).status).toBe(404)
  // Sealed where it lies, and no sum in the audit trail.
  const { sealed } = await world.db.selectFrom('payAnswer').select('sealed').where('placementId', '=', placement.id).executeTakeFirstOrThrow()
  expect(leaks.filter((one) => sealed.includes(Buffer.from(one)))).toEqual([])
  expect(JSON.stringify(await world.db.selectFrom('auditEntry').select('details').where('event', '=', 'pay.answered').execute())).not.toContain('2400')
  // The twin of the answer: what the school reads.
  expect(must(await placement.supervisor.get(`/pay-alarms/${alarm.id}`)).answer).toMatchObject({ amount: 2400, deductedFor: '管理费', note: '别告诉厂里' })
})

test('a student may correct the answer: what is no longer said lapses, and two phones do not overwrite each other', async () => {
  const placement = await made.placement()
  must(await answer(placement, { received: 'nothing', amount: null, receivedOn: null, means: null, paidBy: null }))
  expect((await alarmsOf(placement)).map(({ reason }: { reason: string }) => reason)).toEqual(['not_received'])
  expect((await answer(placement)).body.code).toBe('changed_meanwhile')
  must(await answer(placement, { version: 1 }))
  expect(await alarmsOf(placement)).toEqual([])
  expect((await answer(placement, { version: 2, amount: null, means: null })).body.details.issues.map(({ path }: { path: string[] }) => path[0])).toEqual(['amount', 'means'])
})

test('a wrong record is taken back by the school, with a reason, and the month can be recorded again', async () => {
  const placement = await made.placement()
  must(await record(placement, { amount: '34000' }))
  const take = (person: typeof placement.contact, reason: string) => person.post(`/placements/${placement.id}/pay/2027-03/withdrawal`, { reason })
  expect([(await take(placement.unit, '我们多打了一个零')).status, (await take(placement.student, '我们多打了一个零')).status, (await take(placement.contact, '错')).status]).toEqual([403, 403, 422])
  must(await take(placement.contact, '单位来电：多打了一个零'))
  expect((await take(placement.contact, '单位来电：多打了一个零')).status).toBe(404)
  must(await record(placement))
  expect((await payOf(placement.unit, placement)).months.at(-1).record).toMatchObject({ amount: 3400, receipts: [{ name: '回单.pdf' }] })
})

test('nobody records for the unit, answers for the student or handles for the school', async () => {
  const placement = await made.placement()
  must(await answer(placement, { deducted: 50 }))
  const [alarm] = await alarmsOf(placement)
  for (const person of [placement.contact, placement.student]) expect((await person.upload(`/placements/${placement.id}/pay/2027-03`, receipt, { amount: '1', paidOn: '2027-03-31', means: 'bank', samePostWage: '1', lowestTierWage: '1' })).status).toBe(403)
  for (const person of [placement.contact, placement.unit]) expect((await person.put(`/my/placements/${placement.id}/pay/2027-03`, all)).status).toBe(403)
  expect((await placement.student.post(`/pay-alarms/${alarm.id}/moves`, { action: 'take', version: 1 })).status).toBe(403)
  expect((await placement.unit.post(`/pay-alarms/${alarm.id}/moves`, { action: 'take', version: 1 })).status).toBe(404)
  expect((await (await made.firm()).contact.get(`/placements/${placement.id}/pay`)).status).toBe(404)
})

test('the lists take the same number of queries for one row and thirty', async () => {
  const [school, firm] = [await made.school(), await made.firm()]
  const fill = async () => must(await answer(await made.placement('active', { school, firm }), { deducted: 5 }))
  await fill()
  const count = () => countQueries(async () => [await school.contact.get('/pay?month=2027-03&size=50'), await school.contact.get('/pay-alarms?size=50'), await firm.contact.get('/pay?month=2027-03&size=50')])
  const one = await count()
  await Promise.all(Array.from({ length: 29 }, fill))
  expect(must(await school.contact.get('/pay?month=2027-03&size=50')).rows.map(({ answered, alarms }: { answered: boolean | null; alarms: number | null }) => `${answered} ${alarms}`)).toEqual(Array.from({ length: 30 }, () => 'true 1'))
  expect(must(await firm.contact.get('/pay?month=2027-03&state=open&size=50')).rows.map(({ answered, alarms }: { answered: boolean | null; alarms: number | null }) => `${answered} ${alarms}`)).toEqual(Array.from({ length: 30 }, () => 'null null'))
  expect(await count()).toBe(one)
})
