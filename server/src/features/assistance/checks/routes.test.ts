import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { allYes, kindsOf, newAssistanceWorld, type AssistanceWorld } from '../../../../test/assistance-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let made: AssistanceWorld
beforeAll(async () => {
  world = await newWorld()
  made = newAssistanceWorld(world)
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

const [first, second, third] = ['2027-03-01', '2027-03-08', '2027-03-15'] as const
const write = (person: Person, placementId: string, weekOn: string, change: Record<string, unknown> = {}) =>
  person.put(`/assistance/placements/${placementId}/checks/${weekOn}`, { answers: allYes, level: 'fine', version: 0, ...change })
const begun = async (students = 2) => {
  const batch = await made.batch('begun', { students })
  world.moveTo('2027-03-04T02:00:00Z')
  return { ...batch, escort: batch.school.escort }
}
const worried = { answers: { ...allYes, pay: 'no' }, level: 'watch', note: '上个月的报酬还没有发' }

test('the escort asks everybody once a week: all is well in one go, or one by one', async () => {
  const { id, escort, placements } = await begun(3)
  await world.task('watch_assistance')
  expect(await kindsOf(escort, id)).toEqual(['assistance_batch.care'])
  const care = (await escort.get('/my/care')).body
  expect([care.weekOn, care.dueOn, care.done, care.rows.length, care.rows[0].check]).toEqual([first, '2027-03-07', 0, 3, null])

  expect((await write(escort, placements[0]!, first, worried)).body).toMatchObject({ level: 'watch', version: 1 })
  expect((await escort.post('/assistance/checks/fine', { weekOn: first, placementIds: placements })).body).toEqual({ made: 2, kept: 1 })
  // A second tap changes nothing, and the worried one stays.
  expect((await escort.post('/assistance/checks/fine', { weekOn: first, placementIds: placements })).body).toEqual({ made: 0, kept: 3 })
  const after = (await escort.get('/my/care')).body
  expect([after.done, after.rows.map(({ check }: { check: { level: string } }) => check.level).toSorted()]).toEqual([3, ['fine', 'fine', 'watch']])
  expect(await kindsOf(escort, id)).toEqual([])
})

test('watch asks the school, urgent the school and the office; it is closed by what was done, never made lighter', async () => {
  const { escort, placements, school } = await begun()
  const office = await world.person('secretariat')
  const { id } = (await write(escort, placements[0]!, first, worried)).body
  expect([await kindsOf(school.contact, id), await kindsOf(office, id)]).toEqual([['welfare_check.watch'], []])
  expect((await write(escort, placements[0]!, first, { version: 1 })).body.code).toBe('check_raised')
  const urgent = { ...worried, level: 'urgent', note: '发烧两天，宿舍里没有人管', version: 1 }
  expect((await write(escort, placements[0]!, first, { ...urgent, version: 0 })).body.code).toBe('changed_meanwhile')
  expect((await write(escort, placements[0]!, first, urgent)).body.version).toBe(2)
  expect([await kindsOf(school.contact, id), await kindsOf(office, id)]).toEqual([['welfare_check.urgent'], ['welfare_check.urgent']])

  expect((await escort.post(`/assistance/checks/${id}/handling`, { done: '已送医院，退烧了', version: 2 })).body.code).toBe('not_allowed')
  expect((await school.contact.post(`/assistance/checks/${id}/handling`, { done: '已送医院，退烧了', version: 1 })).body.code).toBe('changed_meanwhile')
  expect((await office.post(`/assistance/checks/${id}/handling`, { done: '已送医院，退烧了，企业派人照看', version: 2 })).status).toBe(200)
  expect([await kindsOf(school.contact, id), await kindsOf(office, id)]).toEqual([[], []])
  expect((await school.contact.get(`/assistance/checks/${id}`)).body).toMatchObject({ handled: '已送医院，退烧了，企业派人照看', can: { handle: false } })
  expect((await school.contact.post(`/assistance/checks/${id}/handling`, { done: '再写一次处理', version: 3 })).body.code).toBe('wrong_state')
  expect((await write(escort, placements[0]!, first, { ...urgent, version: 3 })).body.code).toBe('wrong_state')
  const fine = (await write(escort, placements[1]!, first)).body
  expect((await school.contact.post(`/assistance/checks/${fine.id}/handling`, { done: '没有什么要处理', version: 1 })).body.code).toBe('wrong_state')
})

test('the firm, another county, another teacher, the official and the student see no check; the office no note but of an urgent one', async () => {
  const { escort, placements, school, firm, students } = await begun()
  const watch = (await write(escort, placements[0]!, first, worried)).body.id as string
  const urgent = (await write(escort, placements[1]!, first, { ...worried, level: 'urgent', note: '夜里一直哭，说想回家' })).body.id as string
  const [office, official, neighbour] = [await world.person('secretariat'), await world.person('official'), await made.county('522633')]
  for (const nobody of [firm.contact, official, neighbour.contact, neighbour.escort, school.other, students[0]!]) {
    expect((await nobody.get(`/assistance/checks/${urgent}`)).status).toBe(404)
    expect((await nobody.get('/assistance/checks')).body.total ?? 0).toBe(0)
    expect((await write(nobody, placements[0]!, first, { version: 1 })).status).toBe(404)
  }
  expect((await firm.contact.get('/assistance/checks')).body.code).toBe('not_allowed')
  expect((await neighbour.escort.post('/assistance/checks/fine', { weekOn: first, placementIds: placements })).body.details.issues).toEqual([{ path: ['placementIds'], code: 'unknown' }])
  expect(JSON.stringify((await firm.contact.get(`/placements/${placements[0]}`)).body)).not.toContain(worried.note)

  const seen = async (person: Person, id: string) => {
    const { note, answers, level } = (await person.get(`/assistance/checks/${id}`)).body
    return [level, note, answers?.pay]
  }
  expect([await seen(office, watch), await seen(office, urgent)]).toEqual([['watch', null, undefined], ['urgent', '夜里一直哭，说想回家', 'no']])
  expect([await seen(school.contact, watch), await seen(escort, watch)]).toEqual([['watch', worried.note, 'no'], ['watch', worried.note, 'no']])
  expect((await office.post(`/assistance/checks/${watch}/handling`, { done: '秘书处不管这件事', version: 1 })).body.code).toBe('not_allowed')
  expect((await school.contact.get('/assistance/checks?open=true')).body.total).toBe(2)
  expect((await school.contact.get(`/assistance/checks?open=true&level=urgent&weekOn=${first}`)).body.rows.map(({ id }: { id: string }) => id)).toEqual([urgent])
  // No office writes a check, not even the school's own.
  expect((await write(school.contact, placements[0]!, first, { version: 1 })).status).toBe(404)
})

test('a week that is to come, a day that is no Monday, a week outside the placement: each refused, by the service and by the database', async () => {
  const { id, escort, placements } = await begun()
  const [placementId] = placements
  expect((await write(escort, placementId!, '2027-03-02')).body.details.issues).toEqual([{ path: ['weekOn'], code: 'not_monday' }])
  expect((await write(escort, placementId!, second)).body).toEqual({ code: 'check_in_future', details: { weekOn: second } })
  expect((await write(escort, placementId!, '2027-02-15')).body.code).toBe('check_outside')
  expect((await escort.post('/assistance/checks/fine', { weekOn: '2027-02-15', placementIds: placements })).body.code).toBe('check_outside')
  expect((await write(escort, placementId!, first, { answers: { ...allYes, hours: 'no' } })).body.details.issues).toEqual([{ path: ['level'], code: 'not_fine' }])
  expect((await write(escort, placementId!, first, { ...worried, note: '' })).body.details.issues).toEqual([{ path: ['note'], code: 'too_short' }])
  const row = (change: Record<string, unknown>) => world.db.insertInto('welfareCheck').values({ placementId: placementId!, batchId: id, weekOn: first, ...allYes, level: 'fine', madeAt: world.now(), ...change }).execute()
  await expect(row({ weekOn: second })).rejects.toMatchObject({ constraint: 'welfare_check_future' })
  await expect(row({ weekOn: '2027-02-15' })).rejects.toMatchObject({ constraint: 'welfare_check_outside' })
  await expect(row({ pay: 'no' })).rejects.toMatchObject({ constraint: 'welfare_check_level' })
  await expect(row({ level: 'watch' })).rejects.toMatchObject({ constraint: 'welfare_check_note' })

  // Two phones at once: one check.
  const both = await Promise.all([write(escort, placementId!, first), write(escort, placementId!, first, worried)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const kept = await world.db.updateTable('welfareCheck').set({ level: 'urgent', note: '夜里打来电话' }).where('placementId', '=', placementId!).returning('id').executeTakeFirstOrThrow()
  await expect(world.db.updateTable('welfareCheck').set({ level: 'watch' }).where('id', '=', kept.id).execute()).rejects.toMatchObject({ constraint: 'welfare_check_raised' })
})

test('Thursday without a check reminds the escort, two weeks tell the school, a check settles both', async () => {
  const { id, escort, placements, school } = await begun()
  const night = async (day: string) => {
    world.moveTo(`${day}T18:25:00Z`)
    await world.task('watch_assistance')
  }
  // In Shanghai it is the day after: Wednesday, Thursday, Monday.
  await night('2027-03-02')
  expect(await kindsOf(escort, id)).toEqual([])
  await night('2027-03-03')
  expect(await kindsOf(escort, id)).toEqual(['assistance_batch.care'])
  await night('2027-03-07')
  expect([await kindsOf(escort, id), await kindsOf(school.contact, ...placements)]).toEqual([[], []])
  await night('2027-03-14')
  expect((await kindsOf(school.contact, ...placements))).toEqual(['assistance_member.unchecked', 'assistance_member.unchecked'])
  expect((await escort.get('/my/care')).body.rows.map(({ missed }: { missed: number }) => missed)).toEqual([2, 2])
  // Caught up for last week, late; and for this one.
  expect((await write(escort, placements[0]!, second)).status).toBe(200)
  expect(await kindsOf(school.contact, ...placements)).toEqual(['assistance_member.unchecked'])
  expect((await escort.post('/assistance/checks/fine', { weekOn: third, placementIds: placements })).body.made).toBe(2)
  expect(await kindsOf(school.contact, ...placements)).toEqual([])
  const rows = (await school.contact.get(`/assistance/checks?batchId=${id}`)).body.rows
  expect(rows.map(({ weekOn, onTime }: { weekOn: string; onTime: boolean }) => [weekOn, onTime])).toEqual([[third, true], [third, true], [second, false]])
})

test('phone and list ask as often for twenty as for two', async () => {
  const { escort, placements, school } = await begun(2)
  const [care, list] = [() => escort.get('/my/care'), () => school.contact.get('/assistance/checks?size=100')]
  await write(escort, placements[0]!, first)
  await care()
  await list()
  const counts = [await countQueries(care), await countQueries(list)]
  world.moveTo('2026-11-23T06:00:00Z')
  const more = await made.batch('begun', { school, asked: 18, students: 18 })
  world.moveTo('2027-03-04T02:00:00Z')
  expect((await escort.post('/assistance/checks/fine', { weekOn: first, placementIds: more.placements })).body.made).toBe(18)
  expect([await countQueries(care), await countQueries(list)]).toEqual(counts)
  expect((await care()).body.rows.length).toBe(20)
})
