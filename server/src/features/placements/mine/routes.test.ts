import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-02-10T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

const mine = async (person: Person) => (await person.get('/my/placement')).body
type Step = { edge: string; state: string; missing: { ruleId: string; text: string; who: string }[] }
const steps = (view: { placement: { steps: Step[] } }) => Object.fromEntries(view.placement.steps.map(({ edge, state, missing }) => [edge, [state, ...missing.map(({ text, who }) => `${text} ${who}`)]]))

test('a student without a placement is told so; nobody else has one', async () => {
  const school = await made.school()
  expect(await mine(await made.student(school))).toEqual({ placement: null, earlier: [] })
  expect((await school.contact.get('/my/placement')).status).toBe(403)
})

test('every step with what is missing, in words, and who must do it; what the student must do comes with it', async () => {
  const placement = await made.placement('vetted', { student_: { birthDate: '2009-05-01' } })
  const { made: papers } = (await placement.contact.post('/placements/papers', { kind: 'consent', placementIds: [placement.id] })).body

  const view = await mine(placement.student)
  expect(view.placement).toMatchObject({ id: placement.id, state: 'vetted', unitName: placement.firm.name, startsOn: '2027-03-01', endsOn: '2027-08-31', place: '狮山镇 示例路 1 号', ended: false, insured: [] })
  expect(view.placement).toMatchObject({ supervisor: { name: '示例指导教师', phone: '+8613000000000' }, mentor: { name: '示例师傅', phone: '+8613300000000' } })
  expect(steps(view)).toEqual({
    vet: ['done'],
    consent: ['now', '学生还没有签知情同意书。 student', '学生在 2027年3月1日 未满 18 周岁，监护人还没有签知情同意书。 guardian'],
    sign: ['next', '三方协议还缺签字：学校、实习单位、学生。 school'],
    insure: ['next', '没有实习责任保险。 school'],
    train: ['next', '还没有通过安全考试。 student'],
    activate: ['next', '未满 18 周岁，没有上岗前健康检查的记录。 student'],
  })
  expect(view.placement.todo).toEqual([{ what: 'sign', agreementId: papers[0].agreementId, kind: 'consent' }, { what: 'test', agreementId: null, kind: null }])

  await world.db.updateTable('account').set({ locale: 'en' }).where('id', '=', placement.student.accountId).execute()
  expect(steps(await mine(placement.student))['sign']).toEqual(['next', 'Signatures missing on the three-party agreement: School, Unit, Student. school'])
})

test('the one under way comes before those that are over', async () => {
  const school = await made.school()
  const student = await made.student(school)
  const over = await made.placement('ended_early', { school, student })
  const active = await made.placement('active', { school, student, placement: { startsOn: '2027-06-07', endsOn: '2027-12-05' } })

  const view = await mine(student)
  expect([view.placement.id, view.placement.steps, view.earlier.map(({ id }: { id: string }) => id)]).toEqual([active.id, [], [over.id]])
})
