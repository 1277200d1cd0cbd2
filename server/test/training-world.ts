import { conclude, must } from './agreements-world.ts'
import { newFirm } from './needs-world.ts'
import type { Person, World } from './world.ts'

let serial = 0
const next = () => String(++serial).padStart(4, '0')

/** A request as a form sends it. */
export const classForm = (schoolId: string, change: Record<string, unknown> = {}) => ({
  kind: 'order', trainees: 'students', schoolId, title: `2027 级示例装备订单班${next()}`, postTitle: '装调技术员', occupationCode: '6-18-01-01', year: 2027, seats: 3, minSeats: 1, startsOn: '2027-03-01', endsOn: '2027-12-31', payFloor: 5000,
  curriculum: '机器人调试', benefits: '每人每学期奖学金 1000 元', ...change,
})
export const clauses = { quitting: '开班后三十日内书面说明即可退出。', replacement: '空出的名额按候补次序替补。', breach: '企业不提供岗位的，赔偿实训费用。', costs: '实训耗材由企业承担，教师课酬由学校承担。' }
export const plan = { title: '示例装备订单班培养方案', courses: [{ name: '工业机器人调试', hours: 96, term: 1, taughtBy: 'both' }, { name: '产线实践', hours: 160, term: 2, taughtBy: 'firm' }] }
/** 06:00 UTC of the world’s first day is 2026-11-23; a choice of two weeks. */
export const until = { signUpUntil: '2026-12-07T10:00:00Z', scoreUntil: '2026-12-14T10:00:00Z', confirmUntil: '2026-12-21T10:00:00Z' }

export type TrainingWorld = Awaited<ReturnType<typeof newTrainingWorld>>
/** A school with a programme, a cohort, a teacher and students of age; firms that are members with it. */
export async function newTrainingWorld(world: World) {
  const member = (organisationId: string) => world.db.insertInto('membership').values({ allianceId: world.alliance.id, organisationId, state: 'active', certificateNumber: `示例证-${next()}` }).execute()
  const organisation = await world.organisation('school')
  await member(organisation.id)
  const contact = await world.person('school_contact', { organisationId: organisation.id })
  const programme = await world.db.insertInto('programme').values({ schoolId: organisation.id, majorCode: '660301', name: '机电技术应用', level: 'secondary', lengthYears: 3 }).returning('id').executeTakeFirstOrThrow()
  const cohort = await world.db.insertInto('cohort').values({ programmeId: programme.id, name: '机电 2501 班', entryYear: 2025, leaveYear: 2028 }).returning('id').executeTakeFirstOrThrow()
  const teacher = await world.db.insertInto('teacher').values({ schoolId: organisation.id, number: `T${next()}`, name: '示例指导教师', phone: '+8613000000000' }).returning('id').executeTakeFirstOrThrow()
  const school = { ...organisation, contact, programmeId: programme.id, cohortId: cohort.id, teacherId: teacher.id }
  const office = await world.person('secretariat')

  async function firm(change: Record<string, unknown> = {}) {
    const made = await newFirm(world, change)
    await member(made.id)
    return made
  }
  type Firm = Awaited<ReturnType<typeof firm>>

  async function student(change: Record<string, unknown> = {}): Promise<Person & { studentId: string }> {
    const row = await world.db
      .insertInto('student')
      .values({ schoolId: school.id, cohortId: school.cohortId, studentNumber: `O${next()}`, name: `示例学生${next()}`, birthDate: '2008-03-05', schoolMark: 80_000, guardianName: '示例家长', guardianPhone: '+8613200000000', guardianRelation: '母亲', ...change } as never)
      .returning(['id', 'name'])
      .executeTakeFirstOrThrow()
    const person = await world.person('student', { organisationId: school.id, studentId: row.id, name: row.name })
    await world.db.updateTable('student').set({ accountId: person.accountId }).where('id', '=', row.id).execute()
    return { ...person, studentId: row.id }
  }

  const view = async (id: string, by: Person = contact) => must(await by.get(`/order-classes/${id}`)).body
  const move = async (by: Person, id: string, action: string, more: Record<string, unknown> = {}) => by.post(`/order-classes/${id}/moves`, { action, version: (await view(id)).version, ...more })
  const judgement = { programmeId: programme.id, cohortIds: [cohort.id], teacherCount: 4, note: '专业对口，实训室够用。' }

  type Upto = 'requested' | 'feasible' | 'agreed' | 'planned'
  /** By the front door, as far as asked; what all sign is signed for them. */
  async function orderClass(upTo: Upto = 'planned', { by, ...change }: Record<string, unknown> & { by?: Firm } = {}) {
    const asked = by ?? (await firm())
    const { id, number } = must(await asked.contact.post('/order-classes', classForm(school.id, change))).body
    const made = { id: id as string, number: number as string, firm: asked }
    if (upTo === 'requested') return made
    must(await contact.post(`/order-classes/${id}/feasibility`, { ...judgement, version: 1 }))
    if (upTo === 'feasible') return made
    const { agreementId } = must(await contact.post(`/order-classes/${id}/agreement`, { ...clauses, version: (await view(id)).version })).body
    await conclude(world, agreementId)
    await world.work()
    if (upTo === 'agreed') return made
    must(await contact.put(`/order-classes/${id}/plan`, { ...plan, version: (await view(id)).version }))
    must(await contact.post(`/order-classes/${id}/mentors`, { side: 'school', teacherId: school.teacherId, since: '2026-11-23' }))
    must(await asked.contact.post(`/order-classes/${id}/mentors`, { side: 'firm', name: '示例师傅', duty: '产线实践', since: '2026-11-23' }))
    must(await move(contact, id, 'plan', { minutes: '示例学术委纪要〔2026〕3 号', approvedOn: '2026-11-20' }))
    return made
  }

  async function intake(classIds: readonly string[], change: Record<string, unknown> = {}) {
    const { id, number } = must(await contact.post('/class-intakes', { title: '示例双向选择', classIds, maxChoices: 3, ...until, ...change })).body
    return { id: id as string, number: number as string }
  }
  const wish = (who: Person, intakeId: string, choices: readonly string[], more: Record<string, unknown> = {}) => who.put(`/my/class-intakes/${intakeId}`, { choices, ...more })
  const rate = (by: Person, intakeId: string, classId: string, rows: readonly { who: { studentId: string }; score?: number; refused?: string }[]) =>
    by.put(`/class-intakes/${intakeId}/classes/${classId}/scores`, { rows: rows.map(({ who, score, refused }) => ({ studentId: who.studentId, score: score ?? null, refused: refused ?? null })) })
  const viewIntake = async (id: string, by: Person = contact) => must(await by.get(`/class-intakes/${id}`)).body
  const step = async (id: string, action: string, more: Record<string, unknown> = {}) => contact.post(`/class-intakes/${id}/moves`, { action, version: (await viewIntake(id)).version, ...more })

  /** Every student marked 80, frozen and decided; the clock stands after sign-up. */
  async function decide(intakeId: string, classes: readonly { id: string; firm: Firm }[]) {
    world.moveTo('2026-12-08T06:00:00Z')
    await world.task('watch_classes')
    for (const one of classes) {
      const { rows } = must(await one.firm.contact.get(`/class-intakes/${intakeId}/classes/${one.id}/applicants`)).body
      const open = rows.filter((row: { score: number | null; refused: string | null }) => row.score === null && row.refused === null)
      if (open.length > 0) must(await one.firm.contact.put(`/class-intakes/${intakeId}/classes/${one.id}/scores`, { rows: open.map((row: { studentId: string }) => ({ studentId: row.studentId, score: 80 })) }))
    }
    must(await step(intakeId, 'freeze'))
    must(await step(intakeId, 'decide'))
  }
  const places = async (classId: string, by: Person = contact) => must(await by.get(`/order-classes/${classId}/places`)).body.rows
  const placeOf = async (classId: string, who: { name: string }) => (await places(classId)).find((row: { name: string }) => row.name === who.name)
  /** The student’s own step. */
  const act = async (who: Person, classId: string, action: string, more: Record<string, unknown> = {}) => {
    const place = await placeOf(classId, who)
    return who.post(`/class-places/${place.id}/moves`, { action, version: place.version, ...more })
  }

  /** A class with these students in it, all of age, started. */
  async function running(people: readonly (Person & { studentId: string })[], change: Record<string, unknown> = {}) {
    const one = await orderClass('planned', change)
    const { id } = await intake([one.id])
    for (const who of people) must(await wish(who, id, [one.id]))
    await decide(id, [one])
    for (const who of people) must(await act(who, one.id, 'confirm'))
    world.moveTo('2027-03-01T02:00:00Z')
    must(await move(contact, one.id, 'start'))
    return { ...one, intakeId: id }
  }
  /** Both marks for everybody, finals done. */
  async function assessed(one: { id: string; firm: Firm }, mark = 80) {
    for (const side of [contact, one.firm.contact]) for (const row of await places(one.id)) if (row.state === 'enrolled') must(await side.put(`/class-places/${row.id}/final`, { mark, version: row.version }))
    must(await move(contact, one.id, 'assess'))
  }
  const offerOf = (change: Record<string, unknown> = {}) => ({ postTitle: '装调技术员', pay: 5200, place: '示例产业园', startsOn: '2028-01-10', replyUntil: '2028-01-31T10:00:00Z', ...change })
  async function offer(one: { id: string; firm: Firm }, who: Person, change: Record<string, unknown> = {}) {
    const place = await placeOf(one.id, who)
    return one.firm.contact.post(`/class-places/${place.id}/offer`, { ...offerOf(change), version: place.version })
  }
  const answer = async (one: { id: string }, who: Person, body: Record<string, unknown>) => {
    const place = await placeOf(one.id, who)
    return who.post(`/my/class-places/${place.id}/offer-answer`, { version: place.version, ...body })
  }
  const items = async (person: Person, subjectId?: string): Promise<string[]> =>
    must(await person.get('/inbox?size=100')).body.rows.filter((row: { subjectId: string }) => subjectId === undefined || row.subjectId === subjectId).map(({ kind }: { kind: string }) => kind)
  /** Years go by, and everybody stays signed in. */
  async function moveOn(when: string) {
    world.moveTo(when)
    const later = new Date(world.now().getTime() + 400 * 86_400_000)
    await world.db.updateTable('session').set({ lastSeenAt: later, expiresAt: later }).execute()
  }

  return { school, contact, office, firm, student, orderClass, judgement, intake, wish, rate, decide, step, viewIntake, view, move, places, placeOf, act, running, assessed, offer, answer, items, moveOn, must, conclude: (agreementId: string) => conclude(world, agreementId) }
}
