import { newMember } from './members-world.ts'
import { newFirm } from './needs-world.ts'
import { must } from './technology-world.ts'
import type { Person, World } from './world.ts'

/** A school of the alliance with its office, and so many teachers on its roll. */
export async function newMentorSchool(world: World, { teachers = 20 } = {}) {
  const school = await world.organisation('school')
  const office = await world.person('school_contact', { organisationId: school.id })
  await newMember(world, school.id)
  if (teachers > 0) await world.db.insertInto('teacher').values(Array.from({ length: teachers }, (_, at) => ({ schoolId: school.id, number: `M${at}`, name: `示例教师${at}` }))).execute()
  return { ...school, office }
}
export type MentorSchool = Awaited<ReturnType<typeof newMentorSchool>>

export const profile = (change: Record<string, unknown> = {}) => ({ phone: null, birthDate: '1980-05-01', position: '工艺主管', skill: '高级技师', years: 15, field: '数控加工', about: '', version: 0, ...change })

/** Somebody of a firm who teaches, with a seat and a profile; and who speaks for the firm. */
export async function newMentor(world: World, change: Record<string, unknown> = {}) {
  const firm = await newFirm(world)
  const person = await world.person('mentor', { organisationId: firm.id })
  must(await person.put('/my/mentor-profile', profile(change)))
  return { firm, employer: firm.contact, person }
}
export type TestMentor = Awaited<ReturnType<typeof newMentor>>

export const needForm = (change: Record<string, unknown> = {}) => ({
  title: '示例：数控编程产业导师', field: '数控加工', duties: '每学期讲授数控编程实践课，指导两名学生的毕业设计。', conditions: '十年以上现场经验', hoursPerYear: 36, termMonths: 24, pay: '每课时 120 元，按学期结算', places: 2, validUntil: '2027-03-31', ...change,
})
export async function newMentorNeed(world: World, school: MentorSchool, change: Record<string, unknown> = {}) {
  const { body } = must(await school.office.post('/mentor-needs', needForm(change)))
  must(await school.office.post(`/mentor-needs/${body.id}/moves`, { action: 'publish', version: 1 }))
  return { id: body.id as string, number: body.number as string }
}

export const terms = (change: Record<string, unknown> = {}) => ({ duties: '讲授数控编程实践课，指导毕业设计。', pay: '每课时 120 元', hoursPerYear: 36, startsOn: '2026-12-07', endsOn: '2028-12-06', ...change })
export const contractPaper = { name: '聘任协议.pdf', bytes: Buffer.from('%PDF-1.4\n%示例\n') }

type Upto = 'applied' | 'consented' | 'publicity' | 'contracting' | 'active'
const order: readonly Upto[] = ['applied', 'consented', 'publicity', 'contracting', 'active']
type With = { school?: MentorSchool; mentor?: TestMentor; change?: Record<string, unknown> }

/** Walks an appointment as far as asked, by the front door; the clock goes with it. */
export async function newMentorship(world: World, upTo: Upto = 'applied', { school, mentor, change = {} }: With = {}) {
  const at = school ?? (await newMentorSchool(world))
  const who = mentor ?? (await newMentor(world))
  const need = await newMentorNeed(world, at)
  const { body } = must(await who.person.post(`/mentor-needs/${need.id}/applications`, { statement: '在数控车间干了十五年，愿意把现场的办法讲给学生。' }))
  const id = body.id as string
  const version = async () => (await world.db.selectFrom('mentorship').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version
  const move = async (person: Person, action: string, more: Record<string, unknown> = {}) => person.post(`/mentorships/${id}/moves`, { action, version: await version(), ...more })
  const steps: Record<Exclude<Upto, 'applied'>, () => Promise<unknown>> = {
    consented: async () => must(await move(who.employer, 'consent')),
    publicity: async () => must(await move(at.office, 'approve', { publicityUntil: '2026-11-30' })),
    contracting: async () => {
      world.moveTo('2026-12-01T01:00:00Z')
      must(await move(at.office, 'clear'))
    },
    active: async () => {
      must(await at.office.put(`/mentorships/${id}/terms`, { ...terms(change), version: await version() }))
      must(await at.office.upload(`/mentorships/${id}/contract`, contractPaper, { signedOn: '2026-12-01' }))
      must(await move(at.office, 'appoint'))
    },
  }
  for (const state of order.slice(1, order.indexOf(upTo) + 1)) await steps[state as 'consented']()
  const view = async (person: Person) => must(await person.get(`/mentorships/${id}`)).body
  return { id, number: body.number as string, school: at, office: at.office, mentor: who.person, employer: who.employer, who, need, move, version, view }
}
