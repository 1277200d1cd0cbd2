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

test('a student under age is in only when they and their guardian have signed; without a guardian on record nobody is asked', async () => {
  const one = await here.orderClass('planned', { minSeats: 1 })
  const [young, alone] = [await here.student({ birthDate: '2010-05-05' }), await here.student({ birthDate: '2010-05-05', guardianName: null, guardianPhone: null })]
  const { id } = await here.intake([one.id])
  for (const who of [young, alone]) here.must(await here.wish(who, id, [one.id]))
  await here.decide(id, [one])
  expect((await here.act(alone, one.id, 'confirm')).body.code).toBe('guardian_needed')
  expect((await here.act(young, one.id, 'confirm')).body.state).toBe('confirmed')
  const place = await here.placeOf(one.id, young)
  expect(place.paper).toMatchObject({ kind: 'consent', state: 'signing', parties: [{ role: 'student', signedOn: null }, { role: 'guardian', signedOn: null }] })
  expect(await here.items(young)).toContain('agreement.sign')
  expect((await here.move(here.contact, one.id, 'start')).body).toMatchObject({ code: 'places_open', details: { unconfirmed: 2 } })
  await here.conclude(place.paper.id)
  await world.work()
  expect((await here.placeOf(one.id, young)).state).toBe('enrolled')
  // Who does not answer in time loses the place by the clock.
  world.moveTo('2026-12-21T10:00:00Z')
  await Promise.all([world.task('watch_classes'), world.task('watch_classes')])
  expect((await here.placeOf(one.id, alone)).state).toBe('released')
  expect((await here.move(here.contact, one.id, 'start')).body.state).toBe('running')
})

test('an apprentice signs with school and firm, under age with the guardian too; a no of one frees the place', async () => {
  const one = await here.orderClass('planned', { kind: 'apprenticeship' })
  const [grown, young] = [await here.student(), await here.student({ birthDate: '2010-05-05' })]
  const { id } = await here.intake([one.id])
  for (const who of [grown, young]) here.must(await here.wish(who, id, [one.id]))
  await here.decide(id, [one])
  for (const who of [grown, young]) here.must(await here.act(who, one.id, 'confirm'))
  const [his, hers] = [await here.placeOf(one.id, grown), await here.placeOf(one.id, young)]
  expect(his.paper.parties.map(({ role }: { role: string }) => role)).toEqual(['student', 'school', 'unit'])
  expect(hers.paper.parties.map(({ role }: { role: string }) => role)).toEqual(['student', 'guardian', 'school', 'unit'])
  const text = (await here.contact.get(`/agreements/${his.paper.id}`)).body.text
  for (const said of ['双重身份', '示例指导教师', '示例师傅']) expect(text).toContain(said)
  await here.conclude(his.paper.id)
  const agreement = (await here.contact.get(`/agreements/${hers.paper.id}`)).body
  here.must(await young.post(`/agreements/${hers.paper.id}/moves`, { action: 'decline', reason: '家里不同意', version: agreement.version }))
  await world.work()
  expect([(await here.placeOf(one.id, grown)).state, (await here.placeOf(one.id, young)).state]).toEqual(['enrolled', 'released'])
})

test('who left is replaced by the next of the waiting list, in order and never over the seats', async () => {
  const one = await here.orderClass('planned', { seats: 1 })
  const [ann, bo, cy] = [await here.student(), await here.student(), await here.student()]
  const { id } = await here.intake([one.id])
  for (const who of [ann, bo, cy]) here.must(await here.wish(who, id, [one.id]))
  await here.rate(one.firm.contact, id, one.id, [{ who: ann, score: 90 }, { who: bo, score: 70 }, { who: cy, score: 85 }])
  await here.decide(id, [one])
  here.must(await here.act(ann, one.id, 'confirm'))
  const ask = (who: { studentId: string }, replacesId?: string) => here.contact.post(`/order-classes/${one.id}/replacements`, { studentId: who.studentId, ...(replacesId ? { replacesId } : {}) })
  expect((await ask(cy)).body.code).toBe('class_full')
  here.must(await here.act(ann, one.id, 'leave', { code: 'family' }))
  const gone = await here.placeOf(one.id, ann)
  expect(await here.items(here.contact, gone.id)).toEqual(['class_member.replace'])
  expect(gone.replaceable).toBe(true)
  expect((await here.contact.get(`/order-classes/${one.id}/waiting`)).body.rows.map(({ name }: { name: string }) => name)).toEqual([cy.name, bo.name])
  expect((await ask(bo, gone.id)).body).toMatchObject({ code: 'not_next', details: { next: cy.name } })
  expect((await ask(ann, gone.id)).body.code).toBe('not_waiting')
  const replies = await Promise.all([ask(cy, gone.id), ask(cy, gone.id)])
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect((await here.placeOf(one.id, cy)).replacesName).toBe(ann.name)
  expect(await here.items(here.contact, gone.id)).toEqual([])
  here.must(await here.act(cy, one.id, 'confirm'))
  world.moveTo('2027-03-01T02:00:00Z')
  here.must(await here.move(here.contact, one.id, 'start'))
  expect([(await figure(one.id, 'fill')).part, (await figure(one.id, 'dropOut')).part]).toEqual([1, 1])
})

test('below its minimum a class does not start; ending it lets its students go and they know why', async () => {
  const one = await here.orderClass('planned', { seats: 2, minSeats: 2 })
  const [ann, bo] = [await here.student(), await here.student()]
  const { id } = await here.intake([one.id])
  for (const who of [ann, bo]) here.must(await here.wish(who, id, [one.id]))
  await here.decide(id, [one])
  here.must(await here.act(ann, one.id, 'confirm'))
  here.must(await here.act(bo, one.id, 'release'))
  expect((await here.move(here.contact, one.id, 'start')).body).toMatchObject({ code: 'class_below_minimum', details: { enrolled: 1, minSeats: 2 } })
  expect((await here.view(one.id)).missing).toEqual(['class_below_minimum'])
  expect((await here.move(one.firm.contact, one.id, 'end', { reason: '订单取消' })).body.state).toBe('ended')
  expect(await here.placeOf(one.id, ann)).toMatchObject({ state: 'left', leaveCode: 'moved', leaveNote: '订单取消' })
  // Free for another class.
  const next = await here.orderClass()
  world.moveTo('2026-11-24T06:00:00Z')
  const other = await here.intake([next.id])
  expect((await here.wish(ann, other.id, [next.id])).status).toBe(200)
})
