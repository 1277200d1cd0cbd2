import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { readTable } from '../../../kernel/sheet/read-table.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-02-10T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

const board = async (person: Person) => (await person.get('/placement-board')).body

test('the board counts the own placements by state, and names who starts within a month with what they lack', async () => {
  const school = await made.school()
  const firm = await made.firm()
  const ready = await made.placement('trained', { school, firm })
  await made.signed(ready)
  const lacking = await made.placement('vetted', { school, firm })
  await made.placement('draft', { school, firm, placement: { startsOn: '2027-03-13', endsOn: '2027-08-31' } })
  await made.placement('active', { school, firm })

  const { states, soon, soonTotal } = await board(school.contact)
  expect(Object.fromEntries(states.map(({ state, count }: { state: string; count: number }) => [state, count]))).toEqual({ trained: 1, vetted: 1, draft: 1, active: 1 })
  // The thirty-first day is not within a month.
  expect([soonTotal, soon.map(({ id }: { id: string }) => id).sort()]).toEqual([2, [ready.id, lacking.id].sort()])
  const missing = (id: string) => soon.find((row: { id: string }) => row.id === id).missing.map(({ ruleId, who }: { ruleId: string; who: string }) => `${ruleId} ${who}`)
  expect([missing(ready.id), missing(lacking.id)]).toEqual([[], ['1.7 student', '1.7 guardian', '1.13 school', '1.39 school', '1.37 student']])
  expect((await board((await made.school()).contact)).states).toEqual([])
})

test('alarms are counted by rule, for those whose placements they are', async () => {
  const school = await made.school()
  const placement = await made.placement('active', { school })
  const alarm = { allianceId: world.alliance.id, schoolId: school.id, ruleId: '1.39', key: 'r1_39_none', severity: 'block', params: '{}', openedAt: world.now() }
  await world.db.insertInto('placementAlarm').values([{ ...alarm, placementId: placement.id }, { ...alarm, ruleId: '1.18', key: 'r1_18_unit', severity: 'warn', unitId: placement.unitId }]).execute()

  expect((await board(school.contact)).alarms).toEqual([
    { ruleId: '1.39', severity: 'block', placements: 1, units: 0, article: null, sourceStatus: 'K' },
    { ruleId: '1.18', severity: 'warn', placements: 0, units: 1, article: null, sourceStatus: 'P' },
  ])
  expect((await board((await made.school()).contact)).alarms).toEqual([])
})

test('a listed unit whose visit or look-up is nearly too old is named, by the months that the alliance set', async () => {
  const school = await made.school()
  const [old, fresh, unchecked] = [await made.firm({ name: '久未考察公司' }), await made.firm(), await made.firm({ name: '久未查询公司' })]
  await made.unit(school, old.id, { visitedOn: '2026-03-09' })
  await made.unit(school, fresh.id)
  await made.unit(school, unchecked.id, { checkedOn: '2026-09-09' })
  const names = async (person: Person) => (await board(person)).units.map(({ name }: { name: string }) => name)

  expect(await names(school.contact)).toEqual(['久未考察公司', '久未查询公司'])
  expect(await names(await world.person('secretariat'))).toEqual(['久未考察公司', '久未查询公司'])
  await world.db.updateTable('alliance').set({ settings: JSON.stringify({ placements: { visitMonths: 24, checkMonths: 12 } }) }).where('id', '=', world.alliance.id).execute()
  expect(await names(school.contact)).toEqual([])
  await world.db.updateTable('alliance').set({ settings: '{}' }).where('id', '=', world.alliance.id).execute()
})

test('the list comes out as a workbook, as it is filtered and no further than one may see', async () => {
  const school = await made.school()
  const placement = await made.placement('active', { school })
  await made.placement('draft', { school, firm: placement.firm })
  const read = async (person: Person, query: string) => {
    const { status, headers, body } = await person.get(`/placements/export${query}`)
    expect([status, headers['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
    const table = await readTable(body, '岗位实习.xlsx', { known: ['编号', '学生', '学号', '班级', '实习单位'] })
    if ('fault' in table) throw new Error(table.fault)
    return table.rows.length
  }

  expect(await read(school.contact, '')).toBe(2)
  expect(await read(school.contact, '?state=active')).toBe(1)
  expect(await read((await made.school()).contact, '')).toBe(0)
  expect((await (await world.person('official')).get('/placements/export')).status).toBe(403)
})

test('the board asks as often for thirty as for one', async () => {
  const school = await made.school()
  const firm = await made.firm()
  await made.placement('vetted', { school, firm })
  await board(school.contact)
  const one = await countQueries(() => board(school.contact))
  for (let index = 0; index < 19; index++) await made.placement('vetted', { school, firm })
  expect(await countQueries(() => board(school.contact))).toBe(one)
})
