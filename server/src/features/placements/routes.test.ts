import { afterAll, beforeAll, expect, test } from 'vitest'
import { conclude } from '../../../test/agreements-world.ts'
import { newPlacementsWorld, type PlacementsWorld } from '../../../test/placements-world.ts'
import { countQueries } from '../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-01-20T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

const days = { startsOn: '2027-03-01', endsOn: '2027-08-31' }
const terms = { title: '仓储实习生', tasks: '入库、盘点与发货', payMin: 3200, payPeriod: 'month', samePostWage: 4000, hoursPerDay: 8, hoursPerWeek: 40, shift: 'day', divisionCode: '440605', address: '示例路 2 号', labourIntensity: 1, postStaff: 30, majorCodes: ['660301'] }
type Reply = { status: number; body: { code?: string; details?: { findings?: { ruleId: string; key: string; article: string | null }[] } } }
const rulesIn = ({ status, body }: Reply) => [status, body.code, body.details?.findings?.map(({ key, article }) => [key, article])]

async function people() {
  const school = await made.school()
  const firm = await made.firm()
  return { school, firm, student: await made.student(school), postId: await made.post(firm) }
}
type People = Awaited<ReturnType<typeof people>>
const make = ({ school, student, postId }: People, change: Record<string, unknown> = {}) => school.contact.post('/placements', { studentId: student.studentId, postId, lodging: 'home', ...days, ...change })

test('a school makes a placement at a post of the platform, and everybody of it sees it, nobody else', async () => {
  const all = await people()
  const reply = await make(all)

  expect(reply).toMatchObject({ status: 200, body: { number: expect.stringMatching(/^P-2027-\d{4}$/) } })
  for (const [person, side] of [[all.school.contact, 'school'], [all.school.supervisor, 'teacher'], [all.firm.contact, 'unit'], [all.student, 'student'], [await world.person('secretariat'), 'office']] as const) {
    expect((await person.get(`/placements/${reply.body.id}`)).body).toMatchObject({ state: 'draft', side, unitName: all.firm.name, supervisorName: '示例指导教师', mentorName: '示例师傅' })
  }
  const other = await people()
  for (const person of [other.school.contact, other.firm.contact, other.student, await world.person('official')]) expect((await person.get(`/placements/${reply.body.id}`)).status).toBe(404)
})

test('the whole way: vetted, consented, signed, insured, trained by their facts, active by the school’s word', async () => {
  const all = await people()
  const { school, student, firm } = all
  const { id } = (await make(all)).body
  const state = async () => (await school.contact.get(`/placements/${id}`)).body.state
  const next = async () => (await school.contact.get(`/placements/${id}/guards`)).body.next
  expect([await state(), await next()]).toEqual(['draft', { edge: 'vet', barred: 3 }])

  const { id: unitId } = (await school.contact.post('/units', { organisationId: firm.id })).body
  const words = '实地看过，情况属实。'
  await school.supervisor.post(`/units/${unitId}/visits`, { visitedOn: '2027-01-10', visitors: '示例老师', qualifications: words, credit: words, management: words, work: words, hours: words, workplace: words, living: words, healthSafety: words, conclusion: 'suitable' })
  await school.contact.post(`/units/${unitId}/checks`, { checkedOn: '2027-01-12', sources: '信用中国' })
  expect((await school.contact.post(`/units/${unitId}/decisions`, { decision: 'list', body: 'party_committee', decidedOn: '2027-01-15', minutesNumber: '示例纪要〔2027〕1号' })).body).toMatchObject({ state: 'listed', moved: 1 })
  expect(await state()).toBe('vetted')

  for (const [kind, then] of [['consent', 'consented'], ['three_party', 'signed']] as const) {
    const papers = (await school.contact.post('/placements/papers', { kind, placementIds: [id] })).body
    expect(papers).toMatchObject({ made: [{ placementId: id }], refused: [] })
    await conclude(world, papers.made[0].agreementId)
    await world.work()
    expect(await state()).toBe(then)
  }
  const papers = async (person: Person) => (await person.get(`/placements/${id}/papers`)).body.rows.map(({ kind, state: how }: { kind: string; state: string }) => [kind, how]).sort()
  expect(await papers(student)).toEqual([['consent', 'concluded'], ['three_party', 'concluded']])
  // What the family signs is not the firm's to read.
  expect(await papers(firm.contact)).toEqual([['three_party', 'concluded']])

  await school.contact.post('/insurance-policies', { insurer: '示例保险', number: '示例 1', payer: 'school', ...days, covers: { placementIds: [id] } })
  expect(await state()).toBe('insured')
  expect((await student.get('/inbox?tab=todo')).body.rows.map(({ kind }: { kind: string }) => kind)).toContain('placement.take_test')

  await made.passTest(id, '2027-02-01')
  expect((await school.contact.post('/placements/checks', { placementIds: [id] })).body).toEqual({ moved: 1 })
  const { version, can } = (await school.contact.get(`/placements/${id}`)).body
  expect([await state(), can.activate, await next()]).toEqual(['trained', true, { edge: 'activate', barred: 0 }])

  expect((await student.post(`/placements/${id}/moves`, { action: 'activate', version })).status).toBe(403)
  expect((await school.contact.post(`/placements/${id}/moves`, { action: 'activate', version })).body).toMatchObject({ state: 'active' })
  const { rows } = (await school.contact.get(`/placements/${id}/history`)).body
  expect(rows.map(({ event }: { event: string }) => event)).toEqual(['placement.made', 'placement.vetted', 'placement.consented', 'placement.signed', 'placement.insured', 'placement.trained', 'placement.activated'])
})

test.each<[string, Record<string, unknown>, Record<string, unknown>, Record<string, unknown>, string[][]]>([
  ['1.4 a first-year student, with the article that was read', { cohort: { entryYear: 2026, leaveYear: 2029 } }, {}, {}, [['r1_4', '第十六条第一项']]],
  ['1.5 fifteen on the first day', { student: { birthDate: '2011-03-02' } }, {}, {}, [['r1_5', '第十六条第二项']]],
  ['1.24 karaoke', {}, { industryCode: '9011' }, {}, [['r1_24_industry', '第十六条第五项']]],
  ['1.25 a labour agency', {}, { industryCode: '7263' }, {}, [['r1_25_industry', '第十六条第六项']]],
])('not saved, and says why: %s', async (_sentence, { cohort, student: change }, firmChange, wish, expected) => {
  const school = await made.school()
  const cohortId = cohort
    ? (await world.db.insertInto('cohort').values({ programmeId: school.programmeId, name: '新班', ...(cohort as { entryYear: number; leaveYear: number }) }).returning('id').executeTakeFirstOrThrow()).id
    : school.cohortId
  const student = await made.student({ ...school, cohortId }, (change ?? {}) as Record<string, unknown>)
  const firm = await made.firm(firmChange)
  const reply = await school.contact.post('/placements', { studentId: student.studentId, postId: await made.post(firm), ...days, ...wish })
  expect(rulesIn(reply)).toEqual([422, 'rule_forbids', expected])
  expect((await school.contact.get('/placements')).body.total).toBe(0)
})

test('a post that breaks four rules is refused with all four at once', async () => {
  const all = await people()
  const postId = await made.post(all.firm, { hazards: ['toxic'], labourIntensity: 3, nightWork: true, hoursPerDay: 9 })
  // The rules that were not read yet give no article.
  expect(rulesIn(await make({ ...all, postId }))).toEqual([422, 'rule_forbids', [['r1_26', '第十六条第七项'], ['r1_27', null], ['r1_29', null], ['r1_31_day', null]]])
})

test('who charges the student, or passes off an employee, is refused by name', async () => {
  const all = await people()
  expect(rulesIn(await make(all, { charge: 200, scheme: 'employee' }))).toEqual([422, 'rule_forbids', [['r1_34', null], ['r2_16', null]]])
  expect(rulesIn(await make(all, { kind: 'orientation', startsOn: '2027-03-01', endsOn: '2027-03-12', selfChosen: true, refusedOn: '2027-01-10', refusal: '想去离家近的地方' }))[1]).toBe('rule_forbids')
})

test('a place the student found: the refusal is on record, and nobody starts before the school approves', async () => {
  const { school, firm, student } = await people()
  const wish = { studentId: student.studentId, organisationId: firm.id, terms, ...days, lodging: 'home', selfChosen: true, mentorName: '示例师傅' }
  expect((await school.contact.post('/placements', wish)).body.details.issues.map(({ path }: { path: string[] }) => path[0])).toEqual(['refusedOn', 'refusal'])

  const { id } = (await school.contact.post('/placements', { ...wish, refusedOn: '2027-01-10', refusal: '家里有老人，想就近实习' })).body
  const view = (await student.get(`/placements/${id}`)).body
  expect(view).toMatchObject({ selfChosen: true, refusal: '家里有老人，想就近实习', chosenApprovedAt: null, postId: null })
  expect((await firm.contact.get(`/placements/${id}`)).body.refusal).toBe(null)

  const barred = (await school.contact.get(`/placements/${id}/guards`)).body.rows.filter(({ state }: { state: string }) => state === 'block').map(({ ruleId }: { ruleId: string }) => ruleId)
  expect(barred).toContain('1.8')
  await school.contact.post(`/placements/${id}/choice`, { version: view.version })
  expect((await school.contact.get(`/placements/${id}/guards`)).body.rows.find(({ ruleId }: { ruleId: string }) => ruleId === '1.8').state).toBe('ok')
})

test('a student is at one place at a time, also when two tabs make it at once', async () => {
  const all = await people()
  const replies = await Promise.all([make(all), make(all), make(all)])
  expect(replies.map(({ status, body }) => (status === 200 ? 'made' : body.code)).sort()).toEqual(['made', 'placement_exists', 'placement_exists'])
})

test('letting somebody start too early is refused with everything that is missing, by name and who must do it', async () => {
  const all = await people()
  const { id } = (await make(all)).body
  const reply = await all.school.contact.post(`/placements/${id}/moves`, { action: 'activate', version: 1 })
  expect([reply.status, reply.body.code]).toEqual([422, 'rule_forbids'])
  expect(reply.body.details.findings.map(({ ruleId, who }: { ruleId: string; who: string }) => `${ruleId} ${who}`)).toEqual(['1.10 school', '1.11 school', '1.12 school', '1.7 student', '1.13 school', '1.39 school', '1.37 student', '1.7 guardian'])
})

test('many start at once; those the law holds back are named and hold up nobody', async () => {
  const school = await made.school()
  const firm = await made.firm()
  const ready = await made.placement('trained', { school, firm })
  await made.signed(ready)
  const late = await made.placement('insured', { school, firm })
  await made.signed(late)
  const reply = (await school.contact.post('/placements/moves', { action: 'activate', placementIds: [ready.id, late.id] })).body
  expect(reply).toMatchObject({ moved: [ready.id], refused: [{ id: late.id, code: 'rule_forbids', findings: [{ ruleId: '1.37' }] }] })
})

test('terms change until they are signed; after that it goes back to draft first, and the agreement ends with it', async () => {
  const placement = await made.placement('signed')
  const { contact } = placement
  await made.signed(placement)
  const change = { version: 1, endsOn: '2027-08-20' }
  expect((await contact.patch(`/placements/${placement.id}`, change)).body.code).toBe('terms_fixed')
  expect((await contact.post(`/placements/${placement.id}/moves`, { action: 'reopen', version: 1 })).body.code).toBe('reason_needed')
  const { body: back } = await contact.post(`/placements/${placement.id}/moves`, { action: 'reopen', version: 1, reason: '单位改了结束日期' })
  expect(back.state).toBe('draft')
  const papers = (await contact.get(`/placements/${placement.id}/papers`)).body.rows
  expect(papers.map(({ kind }: { kind: string }) => kind)).toEqual(['consent'])
  // The consent still stands, so it goes as far as that by itself.
  expect((await contact.patch(`/placements/${placement.id}`, { ...change, version: back.version })).body.state).toBe('consented')
})

test('what is changed by hand still has to be lawful, and nobody overwrites what somebody else just saved', async () => {
  const all = await people()
  const { id } = (await make(all)).body
  expect(rulesIn(await all.school.contact.patch(`/placements/${id}`, { version: 1, startsOn: '2027-03-01', terms: { ...terms, payDirect: false } }))).toEqual([422, 'rule_forbids', [['r1_33', '第十八条']]])
  expect((await all.school.contact.patch(`/placements/${id}`, { version: 7, mentorName: '另一位师傅' })).body.code).toBe('changed_meanwhile')
  expect((await all.school.contact.patch(`/placements/${id}`, { version: 1, supervisorId: crypto.randomUUID() })).body.code).toBe('invalid_input')
})

test('suspended, resumed, ended early; the last day is between the first and today', async () => {
  world.moveTo('2027-04-10T02:00:00Z')
  const placement = await made.placement('active')
  await made.signed(placement, '2027-02-20')
  const move = async (body: Record<string, unknown>) => {
    const { version } = (await placement.contact.get(`/placements/${placement.id}`)).body
    return placement.contact.post(`/placements/${placement.id}/moves`, { version, ...body })
  }
  expect((await move({ action: 'suspend', reason: '学生生病' })).body.state).toBe('suspended')
  expect((await placement.contact.get('/inbox?tab=todo')).body.rows.map(({ kind }: { kind: string }) => kind)).toContain('placement.decide')
  expect((await move({ action: 'resume' })).body.state).toBe('active')
  expect((await move({ action: 'endEarly', reason: '单位停产', endedOn: '2027-04-11' })).body.details.issues).toEqual([{ path: ['endedOn'], code: 'in_future' }])
  expect((await move({ action: 'endEarly', reason: '单位停产', endedOn: '2027-04-09' })).body.state).toBe('ended_early')
  expect((await placement.contact.get(`/placements/${placement.id}/papers`)).body.rows.map(({ kind }: { kind: string }) => kind)).toEqual(['consent'])
  world.moveTo('2027-01-20T02:00:00Z')
})

test('a change of post ends this placement and begins the next, which goes through every guard again', async () => {
  world.moveTo('2027-05-10T02:00:00Z')
  const placement = await made.placement('active')
  const elsewhere = await made.firm()
  const postId = await made.post(elsewhere)
  const reply = await placement.contact.post(`/placements/${placement.id}/moves`, { action: 'change', version: 1, reason: '岗位与专业不符', endedOn: '2027-05-09', successor: { postId, startsOn: '2027-05-17', endsOn: '2027-08-31' } })
  expect(reply.body).toMatchObject({ state: 'changed' })
  expect((await placement.contact.get(`/placements/${reply.body.successorId}`)).body).toMatchObject({ state: 'draft', previousId: placement.id, organisationId: elsewhere.id })
  world.moveTo('2027-01-20T02:00:00Z')
})

test('the list asks the same number of queries for one row and for thirty', async () => {
  const school = await made.school()
  const firm = await made.firm()
  await made.placement('active', { school, firm })
  const list = () => school.contact.get('/placements?size=50')
  await list()
  const one = await countQueries(list)
  for (let index = 0; index < 29; index++) await made.placement('draft', { school, firm })
  expect((await list()).body.total).toBe(30)
  expect(await countQueries(list)).toBe(one)
  expect((await school.contact.get('/placements?state=on_the_way')).body.total).toBe(29)
  expect((await school.supervisor.get('/placements?mine=true')).body.total).toBe(30)
})
