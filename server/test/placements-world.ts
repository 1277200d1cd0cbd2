import { creditCodeCheck } from '@silian/algorithms/identifiers'
import { draftAgreement } from '../src/features/agreements/service.ts'
import { inTransaction } from '../src/kernel/db.ts'
import { conclude, facts } from './agreements-world.ts'
import type { Person, World } from './world.ts'

export type PlacementState = 'draft' | 'vetted' | 'consented' | 'signed' | 'insured' | 'trained' | 'active' | 'suspended' | 'changed' | 'ended_early' | 'assessed' | 'archived' | 'cancelled'
type Change = Record<string, unknown>

const way: PlacementState[] = ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active']
const moments = { vetted: 'vettedAt', consented: 'consentedAt', signed: 'signedAt', insured: 'insuredAt', trained: 'trainedAt', active: 'activatedAt' } as const
let serial = 0

export type PlacementsWorld = ReturnType<typeof newPlacementsWorld>

/** A school with its people, firms with theirs, students; and placements in any state, put there by hand with the facts that the state needs. */
export function newPlacementsWorld(world: World) {
  const { db, alliance } = world
  const next = () => String(++serial).padStart(5, '0')

  /** Office, a second person of the office, and a teacher who signs in. */
  async function school(change: Change = {}) {
    const organisation = await world.organisation('school', change)
    const contact = await world.person('school_contact', { organisationId: organisation.id })
    const second = await world.person('school_contact', { organisationId: organisation.id })
    const supervisor = await world.person('teacher', { organisationId: organisation.id, name: '示例指导教师' })
    const programme = await db.insertInto('programme').values({ schoolId: organisation.id, majorCode: '660301', name: '机电技术应用', level: 'secondary', lengthYears: 3 }).returning('id').executeTakeFirstOrThrow()
    const teacher = await db
      .insertInto('teacher')
      .values({ schoolId: organisation.id, number: next(), name: '示例指导教师', phone: '+8613000000000', accountId: supervisor.accountId })
      .returning('id')
      .executeTakeFirstOrThrow()
    const cohort = await db.insertInto('cohort').values({ programmeId: programme.id, name: '机电 2401 班', entryYear: 2024, leaveYear: 2027, teacherId: teacher.id }).returning('id').executeTakeFirstOrThrow()
    return { ...organisation, contact, second, supervisor, teacherId: teacher.id, cohortId: cohort.id, programmeId: programme.id }
  }
  type School = Awaited<ReturnType<typeof school>>

  /** A credit code that checks and that nobody else has. */
  const code = () => {
    const first = `91990000MB${String(2_000_000 + Number(next()))}`
    return first + creditCodeCheck(first)
  }

  async function firm(change: Change = {}) {
    const organisation = await world.organisation('enterprise', { uscc: code(), industryCode: '3484', staffCount: 200, ...change })
    return { ...organisation, contact: await world.person('enterprise_contact', { organisationId: organisation.id }) }
  }
  type Firm = Awaited<ReturnType<typeof firm>>

  /** Of age, with guardian and account, unless told otherwise. */
  async function student(at: School, change: Change = {}): Promise<Person & { studentId: string }> {
    const row = await db
      .insertInto('student')
      .values({
        schoolId: at.id, cohortId: at.cohortId, studentNumber: `W${next()}`, name: `示例学生${next()}`, sex: 'male', birthDate: '2008-03-05', phone: '+8613100000000',
        guardianName: '示例家长', guardianPhone: '+8613200000000', guardianRelation: '父亲', ...change,
      } as never)
      .returning(['id', 'name'])
      .executeTakeFirstOrThrow()
    const person = await world.person('student', { organisationId: at.id, studentId: row.id, name: row.name })
    await db.updateTable('student').set({ accountId: person.accountId }).where('id', '=', row.id).execute()
    return { ...person, studentId: row.id }
  }

  async function post(at: Firm, change: Change = {}, { title = `示例岗位${next()}`, seats = 4, majors = ['660301'] }: { title?: string; seats?: number; majors?: string[] } = {}) {
    const need = await db
      .insertInto('need')
      .values({ number: `X-2026-${next()}`, kind: 'post', allianceId: alliance.id, organisationId: at.id, title, state: 'open', validUntil: '2027-12-31', verifiedAt: world.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('post')
      .values({
        needId: need.id, tasks: '装配与调试', seats, payMin: 3400, payMax: 3600, payPeriod: 'month', samePostWage: 4000, lowestTierWage: 3000, shift: 'day', hoursPerDay: 8, hoursPerWeek: 40,
        divisionCode: '440605', town: '狮山镇', lodging: 'free', labourIntensity: 2, postStaff: 40, mentorName: '示例师傅', mentorPhone: '+8613300000000', startsOn: '2027-03-01', endsOn: '2027-08-31', ...change,
      } as never)
      .execute()
    if (majors.length > 0) await db.insertInto('postProgramme').values(majors.map((majorCode) => ({ needId: need.id, majorCode }))).execute()
    return need.id
  }

  /** The unit as this school knows it: listed, with report, check and decision; or as told. */
  async function unit(at: School, firmId: string, change: Change = {}) {
    const today = world.now().toISOString().slice(0, 10)
    const now = world.now()
    const facts = { state: 'listed', visitedOn: today, conclusion: 'suitable', checkedOn: today, listedOn: today, minutesNumber: '示例党委纪要〔2026〕12号', ...change }
    const row = await db
      .insertInto('unit')
      .values({ allianceId: alliance.id, schoolId: at.id, organisationId: firmId, createdAt: now, updatedAt: now, ...facts } as never)
      .onConflict((conflict) => conflict.columns(['schoolId', 'organisationId']).doUpdateSet(facts as never))
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  }

  /** A policy over the whole placement, or over the days told. */
  async function insurance(placement: { id: string; schoolId: string; startsOn: string; endsOn: string }, change: Change = {}) {
    const now = world.now()
    const policy = await db
      .insertInto('insurancePolicy')
      .values({ schoolId: placement.schoolId, insurer: '示例保险', number: `示例保单${next()}`, payer: 'school', startsOn: placement.startsOn, endsOn: placement.endsOn, createdAt: now, updatedAt: now, ...change } as never)
      .returning(['id', 'startsOn', 'endsOn'])
      .executeTakeFirstOrThrow()
    await db.insertInto('insuranceCover').values({ policyId: policy.id, placementId: placement.id, fromDay: policy.startsOn, untilDay: policy.endsOn }).execute()
    return policy.id
  }

  const passTest = (placementId: string, on: string) =>
    db
      .insertInto('safetyTest')
      .values({ placementId, startedAt: world.now(), finishedAt: world.now(), correct: 19, total: 20, passed: true, passedOn: on })
      .execute()

  /** Consent and three-party agreement, signed by all on this day. */
  async function signed(placement: { id: string; allianceId: string; schoolId: string; organisationId: string; studentId: string; startsOn: string; endsOn: string }, on = placement.startsOn, kinds: readonly ('consent' | 'three_party' | 'apprenticeship')[] = ['consent', 'three_party']) {
    const day = on < world.now().toISOString().slice(0, 10) || on !== placement.startsOn ? on : world.now().toISOString().slice(0, 10)
    for (const kind of kinds) {
      const houses = [{ kind: 'organisation' as const, role: 'school', organisationId: placement.schoolId, position: 1 }, { kind: 'organisation' as const, role: 'unit', organisationId: placement.organisationId, position: 1 }]
      const family = [{ kind: 'student' as const, studentId: placement.studentId, position: 2 }, { kind: 'guardian' as const, studentId: placement.studentId, position: 2 }]
      const { id } = await inTransaction(db, (tx) =>
        draftAgreement(tx, null, { kind, subject: { kind: 'placement', id: placement.id }, allianceId: placement.allianceId, keeperId: placement.schoolId, facts, parties: kind === 'consent' ? family : [...houses, family[0]!], startsOn: placement.startsOn, endsOn: placement.endsOn }, world.now()),
      )
      await conclude(world, id, day)
    }
  }

  type Options = { school?: School; firm?: Firm; student?: Person & { studentId: string }; postId?: string; placement?: Change; terms?: Change; post?: Change; student_?: Change }

  /**
   * A placement in this state with all that the state needs: unit listed, insured, tested, both guides named.
   * What the parties sign is apart: `signed`.
   */
  async function placement(state: PlacementState = 'active', options: Options = {}) {
    const at = options.school ?? (await school())
    const by = options.firm ?? (await firm())
    const who = options.student ?? (await student(at, options.student_))
    const postId = options.postId ?? (await post(by, options.post))
    const unitId = await unit(at, by.id)
    const now = world.now()
    const reached = way.slice(1, way.includes(state) ? way.indexOf(state) + 1 : state === 'cancelled' ? 1 : way.length)
    const over = ['changed', 'ended_early'].includes(state)
    const row = await db
      .insertInto('placement')
      .values({
        number: `P-2026-${next()}`, allianceId: alliance.id, schoolId: at.id, organisationId: by.id, studentId: who.studentId, postId, state, startsOn: '2027-03-01', endsOn: '2027-08-31',
        supervisorId: at.teacherId, mentorName: '示例师傅', mentorPhone: '+8613300000000', lodging: 'home', createdAt: now, updatedAt: now,
        ...Object.fromEntries(reached.map((one) => [moments[one as keyof typeof moments], now])),
        ...(over ? { endedOn: '2027-05-31', endedAt: now } : {}),
        ...(over || state === 'suspended' || state === 'cancelled' ? { reason: '示例原因' } : {}),
        ...(state === 'assessed' || state === 'archived' ? { assessedAt: now } : {}),
        ...(state === 'archived' ? { archivedAt: now } : {}),
        ...options.placement,
      } as never)
      .returningAll()
      .executeTakeFirstOrThrow()
    await db
      .insertInto('placementTerms')
      .values({
        placementId: row.id, title: '机电装调实习生', tasks: '装配与调试', occupationCode: '6-18-01-01', majorCodes: ['660301'], payMin: 3400, payMax: 3600, payPeriod: 'month', samePostWage: 4000, lowestTierWage: 3000,
        hoursPerDay: 8, hoursPerWeek: 40, shift: 'day', divisionCode: '440605', town: '狮山镇', address: '示例路 1 号', labourIntensity: 2, postStaff: 40, ...options.terms,
      } as never)
      .execute()
    if (reached.includes('insured')) await insurance(row)
    if (reached.includes('trained')) await passTest(row.id, '2027-02-20')
    return { ...row, school: at, firm: by, student: who, unitId, contact: at.contact, supervisor: at.supervisor, unit: by.contact }
  }

  return { school, firm, code, student, post, unit, insurance, passTest, signed, placement }
}
