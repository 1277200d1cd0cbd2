import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { newWorld, type Person, type Reply, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2026-09-28T02:00:00Z' })
  made = newPlacementsWorld(world)
})
beforeEach(() => world.moveTo('2026-09-28T02:00:00Z'))
afterAll(() => world.close())

type Placement = Awaited<ReturnType<PlacementsWorld['placement']>>
const autumn = { placement: { startsOn: '2026-09-01', endsOn: '2027-02-28' } }
const must = (reply: Reply) => {
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}
const shift = (day: string, change: Record<string, unknown> = {}) => ({ day, from: '08:30', until: '17:30', breakMinutes: 60, ...change })
const write = (person: Pick<Person, 'put'>, placement: Placement, shifts: unknown[], { week = '2026-10-05', kind = 'planned', seen = [] as string[], also = [] as string[] } = {}) =>
  person.put(`/placements/${placement.id}/rota/${week}`, { kind, shifts, seen, also })
const week = async (person: Pick<Person, 'get'>, placement: Placement, monday = '2026-10-05') => must(await person.get(`/placements/${placement.id}/rota/${monday}`))

test('the week after National Day: the holiday is refused, the Saturday worked instead is not', async () => {
  const placement = await made.placement('active', autumn)
  const refused = await write(placement.unit, placement, [shift('2026-10-07'), shift('2026-10-08'), shift('2026-10-10'), shift('2026-10-11')])
  expect(refused).toMatchObject({ status: 422, body: { code: 'rule_forbids', details: { ruleId: '1.28', findings: [{ ruleId: '1.28', field: 'shifts.0', article: null, sourceStatus: 'K', params: { day: '2026-10-07' } }, { field: 'shifts.3', params: { day: '2026-10-11' } }] } } })
  must(await write(placement.unit, placement, [shift('2026-10-08'), shift('2026-10-09'), shift('2026-10-10')]))
  const seen = await week(placement.student, placement)
  expect(seen.days.map(({ works }: { works: boolean }) => works)).toEqual([false, false, false, true, true, true, false])
  expect(seen).toMatchObject({ hours: { planned: 24, actual: 0 }, findings: [], planned: [{ day: '2026-10-08', from: '08:30', until: '17:30', hours: 8 }, {}, {}], can: { plan: false, report: true, note: false } })
})

test('a night needs a filing number of a day before it; the constraint says the same', async () => {
  const placement = await made.placement('active', autumn)
  const night = { from: '22:00', until: '05:00', breakMinutes: 0 }
  expect((await write(placement.unit, placement, [shift('2026-10-08', night)])).body.details.findings).toMatchObject([{ ruleId: '1.29', key: 'r1_29_night' }])
  expect((await write(placement.unit, placement, [shift('2026-10-08', { ...night, filingNumber: '示例备〔2026〕9号', filedOn: '2026-10-08' })])).body.details.findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['1.30', '1.29'])
  must(await write(placement.unit, placement, [shift('2026-10-08', { ...night, filingNumber: '示例备〔2026〕9号', filedOn: '2026-10-07' })]))
  await expect(world.db.updateTable('rotaShift').set({ filedOn: '2026-10-08' }).where('placementId', '=', placement.id).execute()).rejects.toThrow('rota_shift_filed')
})

test('forty hours of a week are the most that can be planned', async () => {
  const placement = await made.placement('active', autumn)
  const days = ['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16']
  must(await write(placement.contact, placement, days.map((day) => shift(day)), { week: '2026-10-12' }))
  const { planned } = await week(placement.unit, placement, '2026-10-12')
  const longer = [...days.slice(0, 4).map((day) => shift(day)), shift('2026-10-16', { until: '18:00' })]
  expect((await write(placement.unit, placement, longer, { week: '2026-10-12', seen: planned.map(({ id }: { id: string }) => id) })).body.details.findings.map(({ key }: { key: string }) => key)).toEqual(['r1_31_day_shift', 'r1_31_week_shift'])
  // Nothing of the refused week was kept.
  expect((await week(placement.unit, placement, '2026-10-12')).hours.planned).toBe(40)
})

test('hours worked beyond the law are kept with a reason, and the teacher hears of it', async () => {
  const placement = await made.placement('active', autumn)
  world.moveTo('2026-10-13T14:00:00Z')
  const late = shift('2026-10-12', { until: '21:00' })
  expect((await write(placement.student, placement, [late], { week: '2026-10-12', kind: 'actual' })).body).toMatchObject({ code: 'rule_reason_needed', details: { findings: [{ ruleId: '1.31', severity: 'warn' }] } })
  must(await write(placement.student, placement, [{ ...late, reason: '订单赶货，班长让留下' }], { week: '2026-10-12', kind: 'actual' }))
  expect(must(await placement.supervisor.get('/inbox')).rows).toMatchObject([{ kind: 'rota.note', params: { student: placement.student.name, week: '2026-10-12' } }])
  expect(await week(placement.supervisor, placement, '2026-10-12')).toMatchObject({ hours: { actual: 11.5 }, findings: [{ ruleId: '1.31', severity: 'warn', params: { hours: 11.5 } }], notedAt: null, can: { note: true } })
  must(await placement.supervisor.post(`/placements/${placement.id}/rota/2026-10-12/notes`, { remark: '已与单位通话，不再加班' }))
  expect(must(await placement.supervisor.get('/inbox')).rows).toEqual([])
  expect((await week(placement.unit, placement, '2026-10-12')).notedAt).not.toBeNull()
})

test('the same week for others of the unit, but for those who have one or are of another unit', async () => {
  const [school, firm] = [await made.school(), await made.firm()]
  const [one, two, three] = [await made.placement('active', { school, firm, ...autumn }), await made.placement('active', { school, firm, ...autumn }), await made.placement('active', { school, firm, ...autumn })]
  const far = await made.placement('active', { school, ...autumn })
  must(await write(firm.contact, three, [shift('2026-10-09')]))
  expect(must(await write(school.contact, one, [shift('2026-10-08')], { also: [one.id, two.id, three.id, far.id] })).also).toBe(1)
  expect(await Promise.all([one, two, three, far].map(async (placement) => (await week(school.contact, placement)).planned.map(({ day }: { day: string }) => day)))).toEqual([['2026-10-08'], ['2026-10-08'], ['2026-10-09'], []])
})

test('two who plan at once do not overwrite each other; a shift over the end of the week does not overlap the next', async () => {
  const placement = await made.placement('active', autumn)
  const replies = await Promise.all([write(placement.unit, placement, [shift('2026-10-08')]), write(placement.contact, placement, [shift('2026-10-09')])])
  expect(replies.map(({ status, body }) => body.code ?? status).sort()).toEqual([200, 'changed_meanwhile'])
  // A filed night from Friday on into Saturday, and a shift on that Saturday's morning: two weeks of nothing in common but the hours.
  const other = await made.placement('active', autumn)
  const filed = { filingNumber: '示例备〔2026〕9号', filedOn: '2026-09-30' }
  must(await write(other.unit, other, [shift('2026-10-11', { from: '23:00', until: '06:00', breakMinutes: 0, ...filed })]))
  expect((await write(other.unit, other, [shift('2026-10-12', { from: '05:00', until: '12:00', breakMinutes: 0, ...filed })], { week: '2026-10-12' })).body.code).toBe('rota_overlap')
})

test.each([
  ['the student plans', 'student', 403],
  ['a stranger reads', 'stranger', 404],
] as const)('not allowed: %s', async (_sentence, who, status) => {
  const placement = await made.placement('active', autumn)
  const reply = who === 'student' ? await write(placement.student, placement, [shift('2026-10-08')]) : await (await made.firm()).contact.get(`/placements/${placement.id}/rota/2026-10-05`)
  expect(reply.status).toBe(status)
})

test('a draft has no rota, a Tuesday is no week, and what has not happened is not reported', async () => {
  expect((await write((await made.placement('draft', autumn)).unit, await made.placement('draft', autumn), [])).status).toBe(404)
  const placement = await made.placement('active', autumn)
  expect((await write(placement.unit, placement, [], { week: '2026-10-06' })).body.details.issues).toEqual([{ path: ['week'], code: 'no_monday' }])
  expect((await write(placement.student, placement, [shift('2026-10-08', { reason: '提前报' })], { kind: 'actual' })).body.details.issues).toEqual([{ path: ['shifts', 0, 'day'], code: 'too_late' }])
  const draft = await made.placement('draft', autumn)
  expect((await write(draft.unit, draft, [shift('2026-10-08')])).body.code).toBe('wrong_state')
})
