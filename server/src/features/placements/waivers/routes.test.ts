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

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
const exception = { number: '粤教实备〔2027〕2号', datedOn: '2027-02-01', authority: '示例市教育局', reason: '护理专业须参加夜间轮值' }
const states = async (placement: { id: string; contact: { get: (path: string) => Promise<{ body: { rows: { ruleId: string; state: string }[] } }> } }, ruleId: string) =>
  (await placement.contact.get(`/placements/${placement.id}/guards`)).body.rows.filter((row) => row.ruleId === ruleId).map(({ state }) => state)

test('a warning waits for a reason, the reason for somebody else of the school; then the placement goes on by itself', async () => {
  const placement = await made.placement('draft', { placement: { endsOn: '2027-10-31' } })
  const { id, contact, supervisor, school } = placement
  const refused = await contact.post(`/placements/${id}/moves`, { action: 'activate', version: 1 })
  expect(refused.body.code).toBe('rule_forbids')
  expect(await states(placement, '1.19')).toEqual(['warn'])

  expect((await supervisor.post(`/placements/${id}/reasons`, { ruleId: '1.18', reason: '没有这回事' })).body.code).toBe('no_reason_needed')
  const { id: waiverId } = (await supervisor.post(`/placements/${id}/reasons`, { ruleId: '1.19', reason: '企业项目周期八个月，学生自愿' })).body
  expect(await states(placement, '1.19')).toEqual(['warn'])
  expect((await supervisor.post(`/placement-waivers/${waiverId}/decision`, { approve: true })).status).toBe(403)
  const item = (await contact.get('/inbox?tab=todo')).body.rows.find(({ kind }: { kind: string }) => kind === 'placement_waiver.approve')
  expect(item.params).toMatchObject({ rule: 'words:rules:name.r1_19', finding: 'words:rules:findings.r1_19_long', reason: '企业项目周期八个月，学生自愿', months: 8 })
  expect((await contact.post(`/placement-waivers/${waiverId}/decision`, { approve: true })).body).toMatchObject({ moved: 1 })
  expect([await states(placement, '1.19'), (await contact.get(`/placements/${id}`)).body.state]).toEqual([['accepted'], 'vetted'])

  // For other days it was not given.
  await contact.patch(`/placements/${id}`, { version: 2, endsOn: '2027-12-31' })
  expect(await states(placement, '1.19')).toEqual(['warn'])
  const { rows } = (await school.contact.get(`/placements/${id}/waivers`)).body
  expect(rows).toMatchObject([{ ruleId: '1.19', approvedBy: expect.any(String), askedBy: '示例指导教师' }])
})

test('a reason may be refused, with a reason; what is refused lifts nothing', async () => {
  const placement = await made.placement('draft', { placement: { endsOn: '2027-10-31' } })
  const { id: waiverId } = (await placement.contact.post(`/placements/${placement.id}/reasons`, { ruleId: '1.19', reason: '就想多做两个月' })).body
  expect((await placement.school.second.post(`/placement-waivers/${waiverId}/decision`, { approve: false })).body.code).toBe('reason_needed')
  await placement.school.second.post(`/placement-waivers/${waiverId}/decision`, { approve: false, refusal: '不符合培养方案' })
  expect(await states(placement, '1.19')).toEqual(['warn'])
  expect((await placement.school.second.post(`/placement-waivers/${waiverId}/decision`, { approve: true })).body.code).toBe('wrong_state')
})

test('night work needs a filing with number, date, document and approver, dated before the first day', async () => {
  const school = await made.school()
  const firm = await made.firm()
  const unitId = await made.unit(school, firm.id)
  const student = await made.student(school)
  const make = async () => school.contact.post('/placements', { studentId: student.studentId, postId, startsOn: '2027-03-01', endsOn: '2027-08-31' })
  const postId = await made.post(firm, { nightWork: true })
  expect((await make()).body.details.findings.map(({ key }: { key: string }) => key)).toEqual(['r1_29'])

  expect((await school.contact.post(`/units/${unitId}/exceptions`, { ...exception, datedOn: '2027-02-11' })).body.details.issues).toEqual([{ path: ['datedOn'], code: 'in_future' }])
  const { id: waiverId } = (await school.contact.post(`/units/${unitId}/exceptions`, exception)).body
  expect((await school.second.post(`/placement-waivers/${waiverId}/decision`, { approve: true })).body.code).toBe('waiver_without_document')
  expect((await make()).status).toBe(422)
  await school.contact.upload(`/placement-waivers/${waiverId}/file`, { name: '批复.pdf', bytes: pdf })
  expect((await school.second.post(`/placement-waivers/${waiverId}/decision`, { approve: true })).status).toBe(200)
  const { id } = (await make()).body
  expect((await school.contact.get(`/placements/${id}`)).body.state).toBe('vetted')

  // Taken back, it bars the way again.
  await school.contact.post(`/placement-waivers/${waiverId}/revocation`, { reason: '批复已被撤销' })
  expect((await school.contact.get(`/placements/${id}/guards`)).body.rows.filter(({ state }: { state: string }) => state === 'block').map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(expect.arrayContaining(['1.29', '1.30']))
})

test('no filing opens a hazard to a minor', async () => {
  const school = await made.school()
  const firm = await made.firm()
  const unitId = await made.unit(school, firm.id)
  const student = await made.student(school, { birthDate: '2009-06-01' })
  const { id: waiverId } = (await school.contact.post(`/units/${unitId}/exceptions`, exception)).body
  await school.contact.upload(`/placement-waivers/${waiverId}/file`, { name: '批复.pdf', bytes: pdf })
  await school.second.post(`/placement-waivers/${waiverId}/decision`, { approve: true })
  const reply = await school.contact.post('/placements', { studentId: student.studentId, postId: await made.post(firm, { hazards: ['height'] }), startsOn: '2027-03-01', endsOn: '2027-08-31' })
  expect(reply.body.details.findings.map(({ key, article }: { key: string; article: string }) => [key, article])).toEqual([['r1_22_hazard', '第十六条第三项']])
})
