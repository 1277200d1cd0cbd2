import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../../test/placements-world.ts'
import { countQueries } from '../../../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-03-20T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

type Placement = Awaited<ReturnType<PlacementsWorld['placement']>>
/** A student on placement with everything that the law wants. */
async function lawful(options: Parameters<PlacementsWorld['placement']>[1] = {}): Promise<Placement> {
  const placement = await made.placement('active', { ...options, placement: { healthCheckOn: '2027-02-01', ...options.placement } })
  await made.signed(placement, '2027-02-20')
  return placement
}
const night = () => world.task('watch_placements')
const alarms = async (person: Person, id: string) => (await person.get(`/placements/${id}/guards`)).body.alarms.map(({ key, ofUnit }: { key: string; ofUnit: boolean }) => (ofUnit ? `${key} of the unit` : key))
const items = async (person: Person) =>
  (await person.get('/inbox?tab=todo&size=100')).body.rows.filter(({ kind }: { kind: string }) => kind.startsWith('placement_alarm')).map(({ params }: { params: Record<string, unknown> }) => [params['rule'], params['finding'], params['article']])

test('a lawful placement has a quiet night', async () => {
  const placement = await lawful()
  await night()
  expect([await alarms(placement.contact, placement.id), await items(placement.contact)]).toEqual([[], []])
})

test('a policy that ends early and an eighteenth birthday both come up in the night after, and go when they are put right', async () => {
  const placement = await lawful({ student_: { birthDate: '2009-03-20' }, placement: { healthCheckOn: '2026-09-10' } })
  await night()
  expect(await alarms(placement.contact, placement.id)).toEqual(['r1_38_eighteen'])

  const policy = await world.db.selectFrom('insuranceCover').select('policyId').where('placementId', '=', placement.id).executeTakeFirstOrThrow()
  await placement.contact.post(`/insurance-policies/${policy.policyId}/end`, { endedOn: '2027-03-31', version: 1 })
  await night()
  expect(await alarms(placement.contact, placement.id)).toEqual(['r1_38_eighteen', 'r1_39_gap'])
  expect(await items(placement.contact)).toEqual([['words:rules:name.r1_39', 'words:rules:findings.r1_39_gap', ''], ['words:rules:name.r1_38', 'words:rules:findings.r1_38_eighteen', '']])

  await placement.contact.post('/insurance-policies', { insurer: '示例保险', number: '续保 1', payer: 'unit', startsOn: '2027-04-01', endsOn: '2027-08-31', covers: { placementIds: [placement.id] } })
  await placement.contact.patch(`/placements/${placement.id}`, { version: 1, healthCheckOn: '2027-03-20' })
  await night()
  expect([await alarms(placement.contact, placement.id), await items(placement.contact)]).toEqual([[], []])
})

test('the item says the rule, and the article where it was read', async () => {
  const placement = await lawful({ student_: { sex: 'female' }, post: {} })
  await world.db.updateTable('post').set({ femaleForbidden: true }).where('needId', '=', placement.postId!).execute()
  await night()
  expect(await items(placement.contact)).toEqual([['words:rules:name.r1_23', 'words:rules:findings.r1_23', '第十六条第四项']])
})

test('a firm that loses staff has too many interns: one item for the unit, however many are there; a reason approved for it lasts until it is worse', async () => {
  const school = await made.school()
  const firm = await made.firm({ staffCount: 30 })
  const all = [await lawful({ school, firm }), await lawful({ school, firm }), await lawful({ school, firm })]
  await night()
  expect(await items(school.contact)).toEqual([])

  await world.db.updateTable('organisation').set({ staffCount: 29 }).where('id', '=', firm.id).execute()
  await night()
  expect(await alarms(school.contact, all[0]!.id)).toEqual(['r1_18_unit of the unit'])
  expect(await items(school.contact)).toHaveLength(1)

  const { id } = (await school.contact.post(`/placements/${all[0]!.id}/reasons`, { ruleId: '1.18', reason: '订单减少裁员，本学期不再增派' })).body
  // Four eyes: whoever gave the reason does not approve it.
  expect((await school.contact.post(`/placement-waivers/${id}/decision`, { approve: true })).status).toBe(403)
  expect((await school.second.post(`/placement-waivers/${id}/decision`, { approve: true })).status).toBe(200)
  await night()
  expect(await items(school.contact)).toEqual([])

  await world.db.updateTable('organisation').set({ staffCount: 19 }).where('id', '=', firm.id).execute()
  await night()
  expect(await items(school.contact)).toEqual([['words:rules:name.r1_18', 'words:rules:findings.r1_18_unit', '']])
})

test('a headcount that shrinks: the firm says so itself, and from then on nobody more begins there without an approved reason', async () => {
  const school = await made.school()
  const firm = await made.firm({ staffCount: 30 })
  await lawful({ school, firm })
  await lawful({ school, firm })
  const third = await made.placement('trained', { school, firm, placement: { healthCheckOn: '2027-02-01' } })
  await made.signed(third, '2027-02-20')
  const begin = () => school.contact.post(`/placements/${third.id}/moves`, { action: 'activate', version: 1 })
  const { version } = (await firm.contact.get(`/organisations/${firm.id}`)).body
  expect((await firm.contact.patch(`/organisations/${firm.id}`, { staffCount: 29, version })).status).toBe(200)
  const refused = await begin()
  expect([refused.status, refused.body.code, refused.body.details.findings.map(({ key, ruleId }: { key: string; ruleId: string }) => [ruleId, key])]).toEqual([409, 'rule_reason_needed', [['1.18', 'r1_18_unit']]])
  expect((await school.contact.get(`/placements/${third.id}`)).body.state).toBe('trained')

  const { id } = (await school.contact.post(`/placements/${third.id}/reasons`, { ruleId: '1.18', reason: '订单减少裁员，本学期不再增派' })).body
  await school.second.post(`/placement-waivers/${id}/decision`, { approve: true })
  expect((await begin()).body).toMatchObject({ state: 'active' })
})

test('two schools at one unit: each sees its own alarm for the record that was found', async () => {
  const firm = await made.firm()
  const [one, other] = [await lawful({ firm }), await lawful({ firm })]
  await world.db.updateTable('organisation').set({ safetyViolationOn: '2027-03-15' }).where('id', '=', firm.id).execute()
  await night()
  expect([await alarms(one.contact, one.id), await alarms(other.contact, other.id)]).toEqual([['r1_11_safety of the unit'], ['r1_11_safety of the unit']])
  expect((await one.contact.get(`/units/${one.unitId}`)).body.alarms).toBe(1)
})

test('guards of steps that lie ahead are not asked; those behind are, also on the way', async () => {
  const draft = await made.placement('vetted')
  await night()
  expect(await alarms(draft.contact, draft.id)).toEqual([])
  await world.db.updateTable('unit').set({ state: 'removed', listedOn: null, minutesNumber: null }).where('id', '=', draft.unitId).execute()
  await night()
  expect(await alarms(draft.contact, draft.id)).toEqual(['r1_12 of the unit'])
  await draft.contact.post(`/placements/${draft.id}/moves`, { action: 'cancel', version: 1, reason: '单位退出' })
  await night()
  expect(await items(draft.contact)).toEqual([])
})

test('what a school does for many is asked of it once, with how many they are', async () => {
  const school = await made.school()
  const firm = await made.firm()
  const dates = { placement: { startsOn: '2027-03-25', endsOn: '2027-09-20' } }
  await made.placement('draft', { school, firm, ...dates })
  await made.placement('signed', { school, firm, ...dates })
  await made.placement('active', { school, firm, placement: { startsOn: '2026-09-01', endsOn: '2027-02-28' } })
  await night()
  const batch = async () => (await school.contact.get('/inbox?tab=todo&size=100')).body.rows.filter(({ kind }: { kind: string }) => kind.startsWith('placement_batch')).map(({ kind, params }: { kind: string; params: { count: number } }) => [kind, params.count]).sort()
  expect(await batch()).toEqual([['placement_batch.assess', 1], ['placement_batch.prepare', 2]])
  const { rows } = (await school.contact.get('/placements?state=on_the_way')).body
  for (const { id } of rows) await school.contact.post(`/placements/${id}/moves`, { action: 'cancel', version: (await school.contact.get(`/placements/${id}`)).body.version, reason: '不再安排' })
  await night()
  expect(await batch()).toEqual([['placement_batch.assess', 1]])
})

test('a night over many placements asks as often as one over few', async () => {
  const school = await made.school()
  const firm = await made.firm({ staffCount: 2000 })
  await lawful({ school, firm })
  await night()
  const few = await countQueries(night)
  for (let index = 0; index < 12; index++) await lawful({ school, firm, terms: { postStaff: 2000 } })
  // The night before settles what the new ones changed; then nothing is new.
  await night()
  expect(await countQueries(night)).toBe(few)
})
