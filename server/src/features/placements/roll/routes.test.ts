import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-04-06T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

test('who is where today, by town and unit; contacts stay masked', async () => {
  const school = await made.school()
  const firm = await made.firm()
  const first = await made.placement('active', { school, firm, student_: { birthDate: '2010-01-05' } })
  await made.placement('suspended', { school, firm })
  await made.placement('active', { school, terms: { town: '桂城街道' } })
  await made.placement('signed', { school, firm })
  await made.placement('active', { school, placement: { startsOn: '2027-05-01' } })
  await made.placement('ended_early', { school, firm, placement: { endedOn: '2027-04-05' } })
  await made.placement('active', { firm })

  const roll = (await school.contact.get('/roll')).body
  expect(roll).toMatchObject({ day: '2027-04-06', total: 3, towns: [{ town: '桂城街道', count: 1 }, { town: '狮山镇', count: 2 }] })
  const unit = roll.units.find((one: { organisationId: string }) => one.organisationId === firm.id)
  expect(unit).toMatchObject({ unitName: firm.name, address: '示例路 1 号' })
  expect(unit.people[0]).toMatchObject({ studentName: first.student.name, minor: true, phone: '131＊＊＊＊0000', guardianPhone: '132＊＊＊＊0000', guardianName: '示＊＊', mentorPhone: '133＊＊＊＊0000' })
  expect((await school.contact.get(`/roll?town=${encodeURIComponent('狮山镇')}`)).body.total).toBe(2)
  expect((await school.contact.get('/roll?day=2027-05-02')).body.total).toBe(4)
})

test('contacts open with a reason, and each person looked at is kept', async () => {
  const placement = await made.placement()
  expect(await placement.supervisor.post('/roll/unmasking', { reason: '' })).toMatchObject({ status: 422 })
  const opened = await placement.supervisor.post('/roll/unmasking', { reason: '台风红色预警' })
  expect(opened.body.units[0].people[0]).toMatchObject({ phone: '+8613100000000', guardianName: '示例家长', guardianPhone: '+8613200000000' })
  const looks = (await placement.contact.get(`/students/${placement.student.studentId}/unmaskings`)).body.rows
  expect(looks).toMatchObject([{ name: placement.supervisor.name, reason: '台风红色预警' }])
})

test('firms, students and authorities have no roll', async () => {
  const placement = await made.placement()
  const official = await world.person('official')
  for (const person of [placement.unit, placement.student, official]) expect([(await person.get('/roll')).status, (await person.post('/roll/unmasking', { reason: '只是想看一看' })).status]).toEqual([403, 403])
})

test('as much is asked for one as for thirty', async () => {
  const school = await made.school()
  const firm = await made.firm()
  await made.placement('active', { school, firm })
  const one = await countQueries(() => school.contact.get('/roll'))
  for (let n = 0; n < 29; n++) await made.placement('active', { school, firm })
  expect([await countQueries(() => school.contact.get('/roll')), (await school.contact.get('/roll')).body.total]).toEqual([one, 30])
})
