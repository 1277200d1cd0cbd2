import { newMember } from './members-world.ts'
import { newFirm } from './needs-world.ts'
import { must } from './technology-world.ts'
import type { Person, World } from './world.ts'

/** A school of the alliance with a department, its head, and one teacher who signs in. */
export async function newFaculty(world: World, { size = 10, employedOn = '2012-09-01' }: { size?: number; employedOn?: string } = {}) {
  const school = await world.organisation('school')
  const office = await world.person('school_contact', { organisationId: school.id })
  await newMember(world, school.id)
  const { body: department } = must(await office.post('/practice/departments', { name: '智能制造系' }))
  const member = async (name: string, { signsIn = false } = {}) => {
    const { body } = must(await office.post('/teachers', { number: `T${name}`, name, subject: '工业机器人' }))
    const person = signsIn ? await world.person('teacher', { organisationId: school.id, name }) : null
    must(await office.put(`/practice/teachers/${body.id}/profile`, { departmentId: department.id, kind: 'specialist', employedOn, experienced: true, ...(person ? { accountId: person.accountId } : {}) }))
    return { id: body.id as string, person: person! }
  }
  const head = await member('示例主任', { signsIn: true })
  const teacher = await member('示例教师', { signsIn: true })
  must(await office.put(`/practice/departments/${department.id}`, { name: '智能制造系', headId: head.id }))
  const others: string[] = []
  for (let at = 2; at < size; at++) others.push((await member(`示例同事${at}`)).id)
  return { school, office, departmentId: department.id as string, head, teacher, others }
}
export type Faculty = Awaited<ReturnType<typeof newFaculty>>

/** A firm of the alliance that takes teachers. */
export async function newHost(world: World) {
  const firm = await newFirm(world)
  await newMember(world, firm.id)
  return firm
}
export type Host = Awaited<ReturnType<typeof newHost>>

export const openingForm = (change: Record<string, unknown> = {}) => ({
  title: '示例：机器人工作站调试', department: '装备事业部', tasks: '跟班调试两条焊接工作站，参与夹具改造和节拍优化。', form: 'post', field: '工业机器人', places: 2, startsOn: '2026-11-23', endsOn: '2027-12-31',
  costs: '食宿由企业提供，往返交通由学校承担', contactName: '示例工程师', contactPhone: '0757-00000000', ...change,
})
export async function newOpening(world: World, change: Record<string, unknown> = {}, host?: Host) {
  const firm = host ?? (await newHost(world))
  const { body } = must(await firm.contact.post('/practice/openings', openingForm(change)))
  must(await firm.contact.post(`/practice/openings/${body.id}/moves`, { action: 'publish', version: 1 }))
  return { id: body.id as string, number: body.number as string, firm }
}

export const planForm = (organisationId: string, change: Record<string, unknown> = {}) => ({
  organisationId, form: 'post', startsOn: '2026-12-07', endsOn: '2027-01-03', goal: '学会两种焊接工作站的离线编程和调试。', tasks: '跟班调试，整理两个教学案例。', ...change,
})
export const summary = '四周里完成两个工作站的调试，整理教学案例两份，已用于下学期的课程。'
export const appraisal = { grade: 'good', words: '踏实肯干，能独立调试工作站。' }

type Upto = 'planned' | 'applied' | 'endorsed' | 'approved' | 'accepted' | 'practising' | 'finished' | 'appraised' | 'passed' | 'credited' | 'archived'
const order: readonly Upto[] = ['planned', 'applied', 'endorsed', 'approved', 'accepted', 'practising', 'finished', 'appraised', 'passed', 'credited', 'archived']
type With = { faculty?: Faculty; host?: Host; change?: Record<string, unknown>; weeks?: readonly { weekOn: string; days: readonly string[] }[] }

const workdays = (weekOn: string) => [0, 1, 2, 3, 4].map((more) => new Date(Date.parse(weekOn) + more * 86_400_000).toISOString().slice(0, 10))
/** Four whole weeks from 7 December; the third of January ends a public holiday. */
export const fourWeeks = ['2026-12-07', '2026-12-14', '2026-12-21'].map((weekOn) => ({ weekOn, days: workdays(weekOn) }))

/** Walks a plan as far as asked, by the front door; the clock goes with it. */
export async function newPlan(world: World, upTo: Upto = 'planned', { faculty, host, change = {}, weeks = fourWeeks }: With = {}) {
  const at = faculty ?? (await newFaculty(world))
  const firm = host ?? (await newHost(world))
  const teacher = at.teacher.person
  const { body } = must(await teacher.post('/practice/plans', planForm(firm.id, change)))
  const id = body.id as string
  const version = async () => (await world.db.selectFrom('practicePlan').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version
  const move = async (person: Person, action: string, more: Record<string, unknown> = {}) => person.post(`/practice/plans/${id}/moves`, { action, version: await version(), ...more })
  const week = async (weekOn: string, days: readonly string[]) => {
    const written = must(await teacher.put(`/practice/plans/${id}/weeks/${weekOn}`, { days, work: '跟班调试，处理两次夹具故障。', learnt: '学会离线编程。', version: 0 })).body
    const sent = must(await teacher.post(`/practice/plans/${id}/weeks/${weekOn}/moves`, { action: 'send', version: written.version })).body
    return sent.version as number
  }
  const steps: Partial<Record<Upto, () => Promise<unknown>>> = {
    applied: async () => must(await move(teacher, 'apply')),
    endorsed: async () => must(await move(at.head.person, 'endorse')),
    approved: async () => must(await move(at.office, 'approve', { awayReason: '示例：课程已调开，另有两位老师代课。' })),
    accepted: async () => must(await move(firm.contact, 'accept', { guideName: '示例师傅', guidePhone: '13800000000' })),
    practising: async () => {
      world.moveTo(`${(change.startsOn as string | undefined) ?? '2026-12-07'}T01:00:00Z`)
      must(await move(teacher, 'start'))
    },
    finished: async () => {
      world.moveTo(`${(change.endsOn as string | undefined) ?? '2027-01-03'}T10:00:00Z`)
      for (const one of weeks) must(await firm.contact.post(`/practice/plans/${id}/weeks/${one.weekOn}/moves`, { action: 'confirm', version: await week(one.weekOn, one.days) }))
      must(await move(teacher, 'finish', { endedOn: (change.endsOn as string | undefined) ?? '2027-01-03', summary }))
    },
    appraised: async () => must(await move(firm.contact, 'appraise', appraisal)),
    passed: async () => must(await move(at.office, 'pass', { words: '材料齐全，成果已用于教学。' })),
    credited: async () => must(await move(at.office, 'credit')),
    archived: async () => must(await move(at.office, 'archive')),
  }
  for (const state of order.slice(1, order.indexOf(upTo) + 1)) await steps[state]!()
  const view = async (person: Person) => must(await person.get(`/practice/plans/${id}`)).body
  return { id, number: body.number as string, faculty: at, firm, teacher, move, version, view, week }
}

export const photo = { name: '现场.png', bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') }
export const scan = { name: '企业回执.pdf', bytes: Buffer.from('%PDF-1.4\n%示例\n') }
