import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { countQueries } from '../../../../test/queries.ts'
import { classForm, clauses, newTrainingWorld, plan, type TrainingWorld } from '../../../../test/training-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let here: TrainingWorld
beforeAll(async () => {
  world = await newWorld()
  here = await newTrainingWorld(world)
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

test('a firm asks, the school looks into it, both sign, the committee approves: each is asked in turn', async () => {
  const firm = await here.firm()
  const { body: made } = await firm.contact.post('/order-classes', classForm(here.school.id))
  expect(made.number).toMatch(/^DB-2026-\d{4}$/)
  expect(await here.items(here.contact)).toContain('order_class.judge')
  expect((await firm.contact.get(`/order-classes/${made.id}`)).body).toMatchObject({ state: 'requested', side: 'firm', can: { edit: true, judge: false, withdraw: true, decline: false } })
  const changed = await firm.contact.patch(`/order-classes/${made.id}`, { ...classForm(here.school.id), seats: 20, minSeats: 12, version: 1 })
  expect(changed.body).toMatchObject({ state: 'requested', version: 2 })

  expect((await here.contact.post(`/order-classes/${made.id}/feasibility`, { ...here.judgement, version: 1 })).body.code).toBe('changed_meanwhile')
  expect((await here.contact.post(`/order-classes/${made.id}/feasibility`, { ...here.judgement, version: 2 })).body.state).toBe('feasible')
  expect((await here.view(made.id)).cohorts).toEqual([{ id: here.school.cohortId, name: '机电 2501 班', students: 0 }])

  const { body: drafted } = await here.contact.post(`/order-classes/${made.id}/agreement`, { ...clauses, version: 3 })
  const agreement = (await firm.contact.get(`/agreements/${drafted.agreementId}`)).body
  expect(agreement).toMatchObject({ kind: 'order_class', state: 'signing', startsOn: '2027-03-01', endsOn: '2027-12-31' })
  for (const said of ['20 人', '不足 12 人', '每月 5000 元', clauses.quitting, clauses.replacement, clauses.breach, clauses.costs]) expect(agreement.text).toContain(said)
  expect((await here.contact.post(`/order-classes/${made.id}/agreement`, { ...clauses, version: drafted.version })).body.code).toBe('agreement_exists')
  expect((await world.nobody.get('/order-class-costs')).body.rows.some((row: { number: string }) => row.number === made.number)).toBe(false)
  await here.conclude(drafted.agreementId)
  await world.work()
  expect((await here.view(made.id)).state).toBe('agreed')
  expect(await here.items(here.contact)).toContain('order_class.plan')
  // Who bears the costs is public, and only that.
  expect((await world.nobody.get('/order-class-costs')).body.rows.find((row: { number: string }) => row.number === made.number)).toMatchObject({ costs: clauses.costs, schoolName: here.school.name, seats: 20 })

  const early = await here.move(here.contact, made.id, 'plan', { minutes: '示例纪要' })
  expect(early.body).toMatchObject({ code: 'plan_incomplete', details: { missing: ['courses', 'school_guide', 'firm_guide'] } })
  await here.contact.put(`/order-classes/${made.id}/plan`, { ...plan, version: (await here.view(made.id)).version })
  await here.contact.post(`/order-classes/${made.id}/mentors`, { side: 'school', teacherId: here.school.teacherId, since: '2026-11-23' })
  const { body: guide } = await firm.contact.post(`/order-classes/${made.id}/mentors`, { side: 'firm', name: '示例师傅', since: '2026-11-23' })
  expect((await firm.contact.post(`/order-classes/${made.id}/mentors`, { side: 'firm', name: '示例师傅', since: '2026-11-23' })).body.code).toBe('guide_exists')
  expect((await here.move(here.contact, made.id, 'plan')).body).toMatchObject({ code: 'reason_needed', details: { field: 'minutes' } })
  expect((await here.move(here.contact, made.id, 'plan', { minutes: '示例学术委纪要〔2026〕3 号', approvedOn: '2027-01-01' })).status).toBe(422)
  expect((await here.move(here.contact, made.id, 'plan', { minutes: '示例学术委纪要〔2026〕3 号' })).body.state).toBe('planned')

  // A guide who is replaced stays in the list with the day and the reason.
  await firm.contact.post(`/order-classes/${made.id}/mentors/${guide.id}/end`, { until: '2026-11-23', reason: '调岗' })
  expect((await here.view(made.id)).mentors.find((row: { id: string }) => row.id === guide.id)).toMatchObject({ until: '2026-11-23', reason: '调岗' })
  const { rows } = (await firm.contact.get(`/order-classes/${made.id}/history`)).body
  expect(rows.map(({ event }: { event: string }) => event.split('.')[1])).toEqual(['requested', 'changed', 'found_feasible', 'agreement_drafted', 'agreed', 'plan_written', 'guide_named', 'guide_named', 'plan_approved', 'guide_ended'])
})

test('employees are not mixed with students, no branch has field engineers, and a firm has them with three colleges at most', async () => {
  const firm = await here.firm()
  const ask = (change: Record<string, unknown>, schoolId = here.school.id) => firm.contact.post('/order-classes', classForm(schoolId, change))
  expect((await ask({ trainees: 'employees' })).body).toMatchObject({ code: 'class_rule_forbids', details: { rule: '2.16', code: 'employees' } })
  expect((await ask({ kind: 'engineer', ministryNumber: 'GC-1', isBranch: true })).body).toMatchObject({ code: 'class_rule_forbids', details: { rule: '2.17', code: 'branch' } })
  expect((await ask({ kind: 'engineer' })).body.details).toMatchObject({ rule: '2.17', code: 'not_approved' })
  const schools = [here.school.id]
  for (let left = 3; left > 0; left--) {
    const { id } = await world.organisation('school')
    await world.db.insertInto('membership').values({ allianceId: world.alliance.id, organisationId: id, state: 'active', certificateNumber: `示例院校-${left}` }).execute()
    schools.push(id)
  }
  // All four at once: the database counts.
  const replies = await Promise.all(schools.map((id) => ask({ kind: 'engineer', ministryNumber: 'GC-1' }, id)))
  expect(replies.map(({ body }) => body.code ?? 'made').toSorted()).toEqual(['made', 'made', 'made', 'three_colleges'])
  const done = replies.findIndex(({ status }) => status === 200)
  await firm.contact.post(`/order-classes/${replies[done]!.body.id}/moves`, { action: 'withdraw', reason: '今年不办了', version: 1 })
  expect((await ask({ kind: 'engineer', ministryNumber: 'GC-1' }, schools[replies.findIndex(({ status }) => status !== 200)])).status).toBe(200)
})

test('what does not fit is refused, and a no has its reason', async () => {
  const firm = await here.firm()
  const bad = await firm.contact.post('/order-classes', classForm(here.school.id, { endsOn: '2027-02-01', minSeats: 9 }))
  expect(bad.body.details.issues.map(({ path, code }: { path: string[]; code: string }) => `${path.join()} ${code}`)).toEqual(['endsOn out_of_order', 'minSeats over_seats'])
  const stranger = await world.organisation('school')
  expect((await firm.contact.post('/order-classes', classForm(stranger.id))).body.code).toBe('no_alliance')
  const one = await here.orderClass('requested', { by: firm })
  expect((await here.move(here.contact, one.id, 'decline')).body.code).toBe('reason_needed')
  expect((await here.contact.post(`/order-classes/${one.id}/feasibility`, { ...here.judgement, cohortIds: [crypto.randomUUID()], version: 1 })).body.details.issues).toEqual([{ path: ['cohortIds'], code: 'unknown' }])
  expect((await here.move(here.contact, one.id, 'decline', { reason: '没有教师' })).body.state).toBe('declined')
  expect([await here.items(firm.contact), (await here.view(one.id, firm.contact)).reason]).toEqual([['order_class.declined'], '没有教师'])
  expect((await here.move(firm.contact, one.id, 'withdraw', { reason: '算了' })).body.code).toBe('wrong_state')
  const empty = await here.orderClass('feasible')
  expect((await here.contact.post(`/order-classes/${empty.id}/agreement`, { ...clauses, costs: '略', version: (await here.view(empty.id)).version })).body.details.issues).toEqual([{ path: ['costs'], code: 'too_short' }])
})

test('a class is seen by its firm, its school and the office; each takes only its own steps', async () => {
  const one = await here.orderClass('requested')
  const other = await here.firm()
  const elsewhere = await world.person('school_contact')
  const student = await here.student()
  for (const person of [other.contact, elsewhere, student]) expect((await person.get(`/order-classes/${one.id}`)).status).toBe(404)
  expect((await student.get('/order-classes')).status).toBe(403)
  expect((await here.office.get(`/order-classes/${one.id}`)).body.side).toBe('office')
  expect((await one.firm.contact.post(`/order-classes/${one.id}/feasibility`, { ...here.judgement, version: 1 })).status).toBe(403)
  expect((await here.office.post(`/order-classes/${one.id}/moves`, { action: 'withdraw', reason: '秘书处要求', version: 1 })).status).toBe(403)
  expect((await here.contact.post('/order-classes', classForm(here.school.id))).status).toBe(403)
})

test('withdrawing takes the agreement back with it', async () => {
  const one = await here.orderClass('agreed')
  const { agreement } = await here.view(one.id)
  expect((await here.move(one.firm.contact, one.id, 'withdraw', { reason: '产线搬迁' })).body.state).toBe('withdrawn')
  expect((await here.contact.get(`/agreements/${agreement.id}`)).body).toMatchObject({ state: 'terminated', endReason: '产线搬迁' })
})

test('the list asks the same number of questions for one row and for thirty', async () => {
  const firm = await here.firm()
  await here.orderClass('requested', { by: firm })
  const one = await countQueries(() => firm.contact.get('/order-classes?size=100'))
  for (let left = 29; left > 0; left--) await here.orderClass('requested', { by: firm })
  expect(await countQueries(() => firm.contact.get('/order-classes?size=100'))).toBe(one)
  expect((await firm.contact.get('/order-classes?size=100')).body).toMatchObject({ total: 30, figures: { fill: { part: 0, whole: 0 } } })
})
