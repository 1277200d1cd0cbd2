import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newTrainingWorld, type TrainingWorld } from '../../../../test/training-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let here: TrainingWorld
beforeAll(async () => {
  world = await newWorld()
  here = await newTrainingWorld(world)
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

const figure = async (id: string, name: string) => (await here.contact.get(`/order-classes/${id}/figures/${name}`)).body

test('a class runs, is assessed, offers; a year later every rate opens down to the rows behind it', async () => {
  const [ann, bo, cy] = [await here.student(), await here.student(), await here.student()]
  const one = await here.running([ann, bo, cy])
  expect((await here.view(one.id)).state).toBe('running')
  expect(await figure(one.id, 'fill')).toMatchObject({ part: 3, whole: 3 })

  // Terms: each side its own words and marks.
  const { body: term } = await here.contact.post(`/order-classes/${one.id}/terms`, { startsOn: '2027-03-01', endsOn: '2027-07-10' })
  expect((await here.contact.post(`/order-classes/${one.id}/terms`, { startsOn: '2027-06-01', endsOn: '2027-09-01' })).status).toBe(422)
  expect(await here.items(one.firm.contact)).toContain('class_term.evaluate')
  const annsPlace = await here.placeOf(one.id, ann)
  for (const [side, mark] of [[here.contact, 80], [one.firm.contact, 90]] as const) here.must(await side.put(`/class-terms/${term.id}/evaluation`, { note: '进度正常，继续。', marks: [{ placeId: annsPlace.id, mark }] }))
  expect(await here.items(one.firm.contact)).not.toContain('class_term.evaluate')
  expect((await ann.get(`/my/class-places/${annsPlace.id}`)).body.terms).toEqual([{ number: 1, schoolMark: 80, firmMark: 90 }])
  expect((await one.firm.contact.put(`/class-terms/${term.id}/evaluation`, { note: '没有这个学生', marks: [{ placeId: crypto.randomUUID(), mark: 1 }] })).status).toBe(422)

  // Cy leaves, with a reason; only they or the school say so.
  const cys = await here.placeOf(one.id, cy)
  expect((await one.firm.contact.post(`/class-places/${cys.id}/moves`, { action: 'leave', code: 'pay', version: cys.version })).status).toBe(403)
  expect((await cy.post(`/class-places/${cys.id}/moves`, { action: 'leave', version: cys.version })).body).toMatchObject({ code: 'reason_needed', details: { field: 'code' } })
  expect((await cy.post(`/class-places/${cys.id}/moves`, { action: 'leave', code: 'other', version: cys.version })).body.details).toEqual({ field: 'note' })
  expect((await here.act(cy, one.id, 'leave', { code: 'distance' })).body.state).toBe('left')
  expect(await here.items(here.contact)).toContain('class_member.replace')
  expect(await figure(one.id, 'dropOut')).toMatchObject({ part: 1, whole: 3, rows: [{ counts: false }, { counts: false }, { name: cy.name, leaveCode: 'distance', counts: true }] })

  world.moveTo('2027-12-20T02:00:00Z')
  expect((await here.move(here.contact, one.id, 'assess')).body).toMatchObject({ code: 'finals_missing', details: { left: 2 } })
  await here.assessed(one)
  expect(await here.items(one.firm.contact)).toContain('order_class.offer')
  expect((await here.offer(one, ann, { pay: 4999 })).body).toMatchObject({ code: 'offer_below_floor', details: { floor: 5000 } })
  expect((await here.offer(one, ann, { replyUntil: '2027-12-01T00:00:00Z' })).body.details.issues).toEqual([{ path: ['replyUntil'], code: 'past' }])
  for (const who of [ann, bo]) here.must(await here.offer(one, who))
  expect((await here.move(here.contact, one.id, 'close')).body.code).toBe('retention_open')
  expect((await here.answer(one, bo, { answer: 'declined' })).body).toMatchObject({ code: 'reason_needed', details: { field: 'code' } })
  expect((await here.answer(one, bo, { answer: 'declined', code: 'study' })).body.state).toBe('declined')
  // Two taps at once: one counts.
  const twice = await Promise.all([here.answer(one, ann, { answer: 'accepted' }), here.answer(one, ann, { answer: 'accepted' })])
  expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(await figure(one.id, 'acceptance')).toMatchObject({ part: 1, whole: 3, rows: expect.arrayContaining([expect.objectContaining({ name: bo.name, reasonCode: 'study', counts: false })]) })

  // Half a year: the student is asked, reminded, and answers; nobody else can.
  const place = (await ann.get(`/my/class-places/${annsPlace.id}`)).body
  expect(place.retentions.map((row: { months: number; dueOn: string }) => [row.months, row.dueOn])).toEqual([[6, '2028-07-10'], [12, '2029-01-10']])
  const [half, year] = place.retentions
  expect((await ann.post(`/my/class-retentions/${half.id}`, { stays: true })).body.code).toBe('too_early')
  await here.moveOn('2028-07-10T02:00:00Z')
  await world.task('ask_retentions')
  expect(await here.items(ann)).toContain('class_retention.confirm')
  await world.db.updateTable('account').set({ email: 'ann@silian.test' }).where('id', '=', ann.accountId).execute()
  await world.task('ask_retentions')
  const mails = async () => (await world.db.selectFrom('outboxMessage').select('recipient').where('recipient', '=', 'ann@silian.test').execute()).length
  expect(await mails()).toBe(0)
  await here.moveOn('2028-07-25T02:00:00Z')
  await world.task('ask_retentions')
  expect(await mails()).toBe(1)
  expect((await one.firm.contact.post(`/my/class-retentions/${half.id}`, { stays: true })).status).toBe(404)
  expect((await bo.post(`/my/class-retentions/${half.id}`, { stays: true })).status).toBe(404)
  expect(await figure(one.id, 'retention6')).toMatchObject({ part: 0, whole: 1 })
  expect((await ann.post(`/my/class-retentions/${half.id}`, { stays: true })).body).toEqual({ id: half.id, stays: true })
  expect((await ann.post(`/my/class-retentions/${half.id}`, { stays: false, code: 'pay' })).body.code).toBe('changed_meanwhile')
  expect(await figure(one.id, 'retention6')).toMatchObject({ part: 1, whole: 1, rows: [{ name: ann.name, counts: true, answeredOn: '2028-07-25' }] })
  expect(await figure(one.id, 'retention12')).toMatchObject({ part: 0, whole: 0 })
  // Over all that a list finds, the same rows under the same name.
  expect((await here.office.get('/order-class-figures/retention6?state=assessed')).body).toMatchObject({ part: 1, whole: 1, rows: [{ name: ann.name, counts: true }] })
  expect((await here.office.get('/order-classes?state=assessed')).body.figures.retention6).toEqual({ part: 1, whole: 1 })

  await here.moveOn('2029-01-12T02:00:00Z')
  await world.task('ask_retentions')
  expect((await ann.post(`/my/class-retentions/${year.id}`, { stays: false })).body.details).toEqual({ field: 'code' })
  await ann.post(`/my/class-retentions/${year.id}`, { stays: false, code: 'other_firm' })
  expect(await figure(one.id, 'retention12')).toMatchObject({ part: 0, whole: 1, rows: [{ reasonCode: 'other_firm' }] })
  await here.moveOn('2029-03-01T02:00:00Z')
  await world.task('close_classes')
  expect((await here.view(one.id)).state).toBe('closed')

  const roll = await here.contact.get(`/order-classes/${one.id}/roll`)
  expect([roll.headers['content-type'], roll.body.subarray(0, 2).toString()]).toEqual(['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'])
})

test('an offer nobody answers lapses and may be made again; who is in one class is in no second', async () => {
  const ann = await here.student()
  const one = await here.running([ann])
  const other = await here.orderClass()
  world.moveTo('2027-03-02T06:00:00Z')
  const { id } = await here.intake([other.id], { signUpUntil: '2027-03-10T00:00:00Z', scoreUntil: '2027-03-12T00:00:00Z', confirmUntil: '2027-03-14T00:00:00Z' })
  expect((await here.wish(ann, id, [other.id])).body.code).toBe('already_in_class')
  world.moveTo('2027-12-20T02:00:00Z')
  await here.assessed(one, 55)
  expect((await here.placeOf(one.id, ann)).state).toBe('failed')
  expect((await here.offer(one, ann)).body.code).toBe('wrong_state')

  const bo = await here.student()
  const two = await (async () => {
    world.moveTo('2026-11-23T06:00:00Z')
    return here.running([bo])
  })()
  world.moveTo('2027-12-20T02:00:00Z')
  await here.assessed(two)
  here.must(await here.offer(two, bo))
  await here.moveOn('2028-01-31T10:00:00Z')
  expect((await here.answer(two, bo, { answer: 'accepted' })).body.code).toBe('deadline_passed')
  await world.task('watch_classes')
  expect((await here.placeOf(two.id, bo)).state).toBe('lapsed')
  here.must(await here.offer(two, bo, { startsOn: '2028-03-01', replyUntil: '2028-02-20T10:00:00Z' }))
  expect((await here.answer(two, bo, { answer: 'accepted' })).body.state).toBe('accepted')
})

test('what must never be false the database keeps: a stranger’s answer, an offer below the floor, a firm that says a student stayed', async () => {
  const ann = await here.student()
  const one = await here.running([ann])
  world.moveTo('2027-12-20T02:00:00Z')
  await here.assessed(one)
  here.must(await here.offer(one, ann))
  const place = await here.placeOf(one.id, ann)
  const firmSays = (table: 'classOffer' | 'classRetention', change: Record<string, unknown>) => world.db.updateTable(table).set(change as never).where('memberId', '=', place.id).execute()
  await expect(firmSays('classOffer', { answer: 'accepted', answeredBy: one.firm.contact.accountId, answeredAt: world.now() })).rejects.toMatchObject({ constraint: 'class_offer_own' })
  await expect(firmSays('classOffer', { pay: 4000 })).rejects.toMatchObject({ constraint: 'class_offer_pay_floor' })
  here.must(await here.answer(one, ann, { answer: 'accepted' }))
  await expect(firmSays('classRetention', { stays: true, answeredBy: one.firm.contact.accountId, answeredAt: world.now() })).rejects.toMatchObject({ constraint: 'class_retention_own' })
  const other = await here.student()
  await expect(world.db.insertInto('classSignup').values({ intakeId: one.intakeId, studentId: other.studentId, accountId: here.contact.accountId, signedAt: world.now() }).execute()).rejects.toMatchObject({ constraint: 'class_signup_own' })
  await expect(world.db.updateTable('classChoice').set({ position: 2 }).where('intakeId', '=', one.intakeId).execute()).rejects.toMatchObject({ constraint: 'class_choice_frozen' })
})
