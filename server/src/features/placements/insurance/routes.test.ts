import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-02-10T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

let serial = 0
const policy = (change: Record<string, unknown> = {}) => ({ insurer: '示例财产保险', number: `PZ-${++serial}`, payer: 'school', startsOn: '2027-03-01', endsOn: '2027-08-31', ...change })
const findings = (reply: { body: { code?: string; details?: { findings?: { key: string; params: unknown; placementNumber?: string }[] } } }) => [reply.body.code, reply.body.details?.findings?.map(({ key, params, placementNumber }) => [key, params, placementNumber])]

test('a group policy insures a whole class, and those whose papers are signed go on', async () => {
  const school = await made.school()
  const firm = await made.firm()
  const some = [await made.placement('signed', { school, firm }), await made.placement('signed', { school, firm }), await made.placement('draft', { school, firm })]
  await made.signed(some[0]!)
  await made.signed(some[1]!)
  const reply = await school.contact.post('/insurance-policies', policy({ covers: { placementIds: some.map(({ id }) => id) } }))
  expect(reply.body).toMatchObject({ covered: 3, moved: 3 })
  // The draft goes no further than its own papers allow.
  const states = []
  for (const { id } of some) states.push((await school.contact.get(`/placements/${id}`)).body.state)
  expect(states).toEqual(['insured', 'insured', 'vetted'])
  const view = (await school.contact.get(`/insurance-policies/${reply.body.id}`)).body
  expect([view.covered, view.covers.map(({ gap }: { gap: string | null }) => gap)]).toEqual([3, [null, null, null]])
})

test('a gap of one day is refused with the day, and nothing is kept', async () => {
  const placement = await made.placement('signed')
  const { contact } = placement
  const reply = await contact.post('/insurance-policies', policy({ endsOn: '2027-08-30', covers: { placementIds: [placement.id] } }))
  expect([reply.status, ...findings(reply)]).toEqual([422, 'rule_forbids', [['r1_39_gap', { day: '2027-08-31', days: 1 }, placement.number]]])
  expect((await contact.get('/insurance-policies')).body.total).toBe(0)
})

test('two policies that meet cover it; with one day between them the day is named', async () => {
  const placement = await made.placement('signed')
  const { contact } = placement
  const first = await contact.post('/insurance-policies', policy({ endsOn: '2027-05-31', covers: { placementIds: [placement.id], partly: true } }))
  expect(first.status).toBe(200)
  expect((await contact.get(`/insurance-policies/${first.body.id}`)).body.covers[0].gap).toBe('2027-06-01')
  expect(findings(await contact.post('/insurance-policies', policy({ startsOn: '2027-06-02', covers: { placementIds: [placement.id] } })))).toEqual(['rule_forbids', [['r1_39_gap', { day: '2027-06-01', days: 1 }, placement.number]]])
  expect((await contact.post('/insurance-policies', policy({ startsOn: '2027-06-01', covers: { placementIds: [placement.id] } }))).body).toMatchObject({ covered: 1 })
})

test('the student is never the payer', async () => {
  const { contact } = await made.school()
  const reply = await contact.post('/insurance-policies', policy({ payer: 'student' }))
  expect([reply.status, ...findings(reply)]).toEqual([422, 'rule_forbids', [['r1_39_payer', {}, undefined]]])
})

test('insurance for work injury is kept beside it and does not take its place', async () => {
  const placement = await made.placement('signed')
  await made.signed(placement)
  const reply = await placement.contact.post('/insurance-policies', policy({ kind: 'work_injury', payer: 'unit', covers: { placementIds: [placement.id] } }))
  expect(reply.body).toMatchObject({ covered: 1, moved: 0 })
})

test('a policy is on record once, belongs to its school, and covers only its students', async () => {
  const school = await made.school()
  const stranger = await made.placement('signed')
  const { body } = await school.contact.post('/insurance-policies', policy({ number: '同一张' }))
  expect((await school.contact.post('/insurance-policies', policy({ number: '同一张' }))).body.code).toBe('policy_number_taken')
  expect((await school.contact.post(`/insurance-policies/${body.id}/covers`, { placementIds: [stranger.id] })).body.details.issues).toMatchObject([{ code: 'unknown' }])
  expect([(await stranger.contact.get(`/insurance-policies/${body.id}`)).status, (await school.supervisor.post('/insurance-policies', policy())).status]).toEqual([404, 403])
})

test('a placement that ends early is insured to its last day and no longer, one that never began not at all; a group policy goes on for the others', async () => {
  const school = await made.school()
  const [leaves, stays, cancelled] = [await made.placement('active', { school }), await made.placement('active', { school }), await made.placement('insured', { school })]
  const { id } = (await school.contact.post('/insurance-policies', policy({ kind: 'work_injury', covers: { placementIds: [leaves.id, stays.id, cancelled.id] } }))).body
  world.moveTo('2027-04-10T02:00:00Z')
  expect((await school.contact.post(`/placements/${leaves.id}/moves`, { action: 'endEarly', version: 1, reason: '单位停产', endedOn: '2027-04-09' })).status).toBe(200)
  expect((await school.contact.post(`/placements/${cancelled.id}/moves`, { action: 'cancel', version: 1, reason: '单位退出' })).status).toBe(200)
  world.moveTo('2027-02-10T02:00:00Z')
  const { covers } = (await school.contact.get(`/insurance-policies/${id}`)).body
  const untilOf = (of: string) => covers.find(({ placementId }: { placementId: string }) => placementId === of)?.untilDay
  expect([untilOf(leaves.id), untilOf(stays.id), untilOf(cancelled.id)]).toEqual(['2027-04-09', '2027-08-31', undefined])
  // The liability policy that came with it has no gap for it: nobody is there any more.
  const own = await world.db.selectFrom('insuranceCover').select('policyId').where('placementId', '=', leaves.id).where('policyId', '<>', id).executeTakeFirstOrThrow()
  expect((await school.contact.get(`/insurance-policies/${own.policyId}`)).body.covers).toMatchObject([{ endsOn: '2027-04-09', untilDay: '2027-04-09', gap: null }])
})
