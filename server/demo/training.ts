import { createAccount, grantRole } from '../src/features/identity/service.ts'
import { listParties } from '../src/features/agreements/service.ts'
import { sign } from '../src/features/agreements/signing/service.ts'
import { lockAnyhow } from '../src/features/agreements/tables.ts'
import { draftTerms, judge, move, request, step } from '../src/features/training/classes/service.ts'
import { lockClassesAnyhow } from '../src/features/training/classes/tables.ts'
import { signUp } from '../src/features/training/choices/mine/service.ts'
import { moveIntake, openIntake, score } from '../src/features/training/choices/service.ts'
import { findMyIntake, listApplicants, listIntakeClasses, lockIntake } from '../src/features/training/choices/tables.ts'
import { answer, offer } from '../src/features/training/offers/service.ts'
import { heedPaper, mark, movePlace, replace } from '../src/features/training/places/service.ts'
import { listPlacesOf, listWaiting, lockPlacesAnyhow } from '../src/features/training/places/tables.ts'
import { nameMentor, writePlan } from '../src/features/training/plans/service.ts'
import { askDue, confirmRetention } from '../src/features/training/retention/service.ts'
import { lockRetention } from '../src/features/training/retention/tables.ts'
import { beginTerm, evaluate } from '../src/features/training/terms/service.ts'
import { lockTerm } from '../src/features/training/terms/tables.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { dayOf } from '../src/kernel/calendar.ts'
import type { Tx } from '../src/kernel/db.ts'
import { dayAfter, momentAfter } from './days.ts'
import type { DemoAlliance } from './shape.ts'
import { studentOfTheDemo } from './students.ts'

type Ids = ReadonlyMap<string, string>
type Cast = { office: Actor; organisations: Ids; accounts: Ids; students: Ids }
type Wanted = { title: string; post: string; firm: Actor; seats: number; least: number; from: number; until: number; pay: number }

const clauses = { quitting: '开班后三十日内书面说明理由即可退出，之后提前两周。', replacement: '空出的名额由候补学生按次序替补。', breach: '企业不按约定提供实践和录用岗位的，承担学校为本班支出的实训费用。', costs: '实训耗材、企业导师课酬和奖学金由企业承担；学校教师课酬和教室由学校承担；学生不交任何费用。' }
const courses = [{ name: '设备装调与维护', hours: 96, term: 1, taughtBy: 'both' as const }, { name: '产线实践', hours: 160, term: 2, taughtBy: 'firm' as const }, { name: '质量与安全', hours: 48, term: 1, taughtBy: 'school' as const }]

/** Order classes in five states, one of which did not open: by the product's services, with the clock of each day. */
export async function loadTraining(tx: Tx, demo: DemoAlliance, { office, organisations, accounts, students }: Cast, now: Date) {
  const on = (day: number, hour = 10) => new Date(Math.min(momentAfter(now, day, hour).getTime(), now.getTime()))
  const seat = (login: string): Actor => {
    const { name, role, organisation } = demo.accounts.find((one) => one.login === login)!
    return { ...office, accountId: accounts.get(login)!, name, role, organisationId: organisation ? organisations.get(organisation)! : null, allianceId: null }
  }
  const [robots, enterprise] = [seat('robots'), seat('enterprise')]
  const contactOf = (school: string) => seat({ 'school-1': 'school', 'school-2': 'college', 'school-3': 'rongjiang' }[school]!)
  const held = async (id: string) => (await lockClassesAnyhow(tx, [id]))[0]!

  /** Everybody of a class, the one asked for first, who may sign in. */
  async function classmates(key: string, count: number) {
    const { school, cohort } = demo.students.find((one) => one.key === key)!
    const chosen = [key, ...demo.students.filter((one) => one.school === school && one.cohort === cohort && one.key !== key).map((one) => one.key)].slice(0, count)
    const ids = chosen.map((one) => students.get(one)!)
    await tx.updateTable('student').set({ guardianName: '示例家长', guardianPhone: '+8613200000000', guardianRelation: '母亲' }).where('id', 'in', ids).where('guardianName', 'is', null).execute()
    const rows = await tx.selectFrom('student').select(['id', 'name', 'accountId', 'cohortId', 'schoolId']).where('id', 'in', ids).execute()
    const people: Actor[] = []
    for (const [at, id] of ids.entries()) {
      const row = rows.find((one) => one.id === id)!
      const accountId = row.accountId ?? (await createAccount(tx, { name: row.name, login: `class-${chosen[at]}`, email: null, password: null, demo: true }, now))
      if (!row.accountId) {
        await grantRole(tx, null, { accountId, role: 'student', organisationId: row.schoolId, studentId: id }, now)
        await tx.updateTable('student').set({ accountId }).where('id', '=', id).execute()
      }
      people.push({ ...office, accountId, name: row.name, role: 'student', organisationId: row.schoolId, allianceId: null, studentId: id })
    }
    const { programmeId } = await tx.selectFrom('cohort').select('programmeId').where('id', '=', rows[0]!.cohortId).executeTakeFirstOrThrow()
    return { people, school, contact: contactOf(school), programmeId, cohortIds: [rows[0]!.cohortId] }
  }
  type Group = Awaited<ReturnType<typeof classmates>>

  async function signAll(agreementId: string, at: Date) {
    for (const party of await listParties(tx, [agreementId])) await sign(tx, null, (await lockAnyhow(tx, agreementId))!, party, { name: party.kind === 'organisation' ? '示例经办人' : party.name, method: 'totp', accountId: null, signedOn: dayOf(at) }, at)
  }

  /** From the firm's wish to the approved plan, over twenty days. */
  async function planned(group: Group, { title, post, firm, seats, least, from, until, pay }: Wanted, day: number) {
    const startsOn = dayAfter(now, from)
    const { id } = await request(tx, firm, { kind: 'order', trainees: 'students', schoolId: group.contact.organisationId!, title, postTitle: post, occupationCode: null, year: Number(startsOn.slice(0, 4)), seats, minSeats: least, startsOn, endsOn: dayAfter(now, until), payFloor: pay, curriculum: '以真实产线任务组织课程', benefits: '每学期奖学金 1000 元，企业师傅一对三', isBranch: false, ministryNumber: null }, on(day))
    await tx.updateTable('orderClass').set({ demo: true }).where('id', '=', id).execute()
    await judge(tx, group.contact, await held(id), { programmeId: group.programmeId, cohortIds: group.cohortIds, teacherCount: 4, note: '专业对口，有实训室两间、双师型教师四名，可以办。', version: 1 }, on(day + 4))
    const { agreementId } = await draftTerms(tx, group.contact, await held(id), { ...clauses, version: 2 }, on(day + 6))
    await signAll(agreementId, on(day + 9))
    await step(tx, null, await held(id), 'agree', {}, on(day + 9))
    const teacher = await tx.selectFrom('teacher').select('id').where('schoolId', '=', group.contact.organisationId!).orderBy('number').executeTakeFirstOrThrow()
    await writePlan(tx, group.contact, await held(id), { title: `${title}培养方案`, courses, version: (await held(id)).version }, on(day + 12))
    await nameMentor(tx, group.contact, await held(id), { side: 'school', teacherId: teacher.id, phone: null, duty: '教学组织', since: dayAfter(now, day + 12) }, on(day + 12))
    await nameMentor(tx, firm, await held(id), { side: 'firm', name: '示例师傅', phone: null, duty: '产线实践', since: dayAfter(now, day + 12) }, on(day + 12))
    await move(tx, group.contact, await held(id), { action: 'plan', minutes: '示例学术委纪要第 3 号', approvedOn: dayAfter(now, day + 18), version: (await held(id)).version }, on(day + 20))
    return id
  }

  async function opened(group: Group, title: string, classIds: string[], day: number) {
    const { id } = await openIntake(tx, group.contact, { title, classIds, maxChoices: 3, signUpUntil: momentAfter(now, day + 14, 18).toISOString(), scoreUntil: momentAfter(now, day + 20, 18).toISOString(), confirmUntil: momentAfter(now, day + 27, 18).toISOString() }, on(day))
    await tx.updateTable('classIntake').set({ demo: true }).where('id', '=', id).execute()
    return id
  }
  const choose = async (who: Actor, intakeId: string, choices: string[], day: number) => signUp(tx, who, (await findMyIntake(tx, who, intakeId))!, { choices, statement: '想学这门手艺', employed: false }, on(day))

  /** Marks, frozen, decided, confirmed; what minors and guardians sign is signed. */
  async function decided(group: Group, intakeId: string, firms: ReadonlyMap<string, Actor>, day: number) {
    const walk = async (action: 'endSignUp' | 'freeze' | 'decide', at: number, by: Actor | null) => {
      const intake = (await lockIntake(tx, group.contact, intakeId))!
      await moveIntake(tx, by, intake, { action, version: intake.version }, on(at))
    }
    await walk('endSignUp', day + 14, null)
    for (const one of await listIntakeClasses(tx, intakeId)) {
      const rows = await listApplicants(tx, intakeId, one.id)
      if (rows.length > 0) await score(tx, firms.get(one.id)!, { intake: (await lockIntake(tx, group.contact, intakeId))!, class: one, mine: true }, rows.map(({ studentId }, at) => ({ studentId, score: 60 + ((at * 17) % 36), refused: null, note: '' })), on(day + 17))
    }
    await walk('freeze', day + 20, group.contact)
    await walk('decide', day + 21, group.contact)
  }
  async function confirmAll(group: Group, classId: string, day: number) {
    for (const { id, studentId } of await listPlacesOf(tx, classId)) {
      const [place] = await lockPlacesAnyhow(tx, [id])
      if (place!.state !== 'admitted') continue
      await movePlace(tx, group.people.find((who) => who.studentId === studentId)!, place!, { action: 'confirm', version: place!.version }, on(day))
      const paper = await tx.selectFrom('agreement').select('id').where('subjectKind', '=', 'class_member').where('subjectId', '=', id).where('state', '=', 'signing').executeTakeFirst()
      if (!paper) continue
      await signAll(paper.id, on(day + 1))
      await heedPaper(tx, id, 'concluded', on(day + 1))
    }
  }
  const start = async (group: Group, classId: string, day: number) => move(tx, group.contact, await held(classId), { action: 'start', startedOn: dayAfter(now, day), version: (await held(classId)).version }, on(day))
  async function term(group: Group, firm: Actor, classId: string, from: number, until: number) {
    const { id } = await beginTerm(tx, group.contact, await held(classId), { startsOn: dayAfter(now, from), endsOn: dayAfter(now, until) }, on(from))
    for (const by of [group.contact, firm]) {
      const marks = (await listPlacesOf(tx, classId)).filter(({ state }) => state === 'enrolled').map((place, at) => ({ placeId: place.id, mark: 70 + ((at * 7) % 25) }))
      if (until <= 0) await evaluate(tx, by, (await lockTerm(tx, by, id))!, { note: by === firm ? '动手能力提高快，看图纸要加强。' : '课程按方案完成，两人需要补基础。', marks }, on(until))
    }
  }

  // Over: offers answered, the half-year question open for the graduate.
  const graduate = demo.accounts.find(({ login }) => login === 'graduate')!.student!
  const past = await classmates(graduate, 9)
  const old = await planned(past, { title: '示例机器人运维订单班（上一届）', post: '机器人运维员', firm: robots, seats: 9, least: 6, from: -420, until: -250, pay: 4800 }, -500)
  const first = await opened(past, '示例：上一届双向选择', [old], -470)
  for (const who of past.people) await choose(who, first, [old], -465)
  await decided(past, first, new Map([[old, robots]]), -470)
  await confirmAll(past, old, -446)
  await start(past, old, -420)
  await term(past, robots, old, -420, -300)
  const [, second] = await listPlacesOf(tx, old)
  const leaver = past.people.findLast((who) => who.studentId !== students.get(graduate) && who.studentId !== second!.studentId)!
  const leaving = (await lockPlacesAnyhow(tx, (await listPlacesOf(tx, old)).filter((place) => place.studentId === leaver.studentId).map(({ id }) => id)))[0]!
  await movePlace(tx, leaver, leaving, { action: 'leave', code: 'study', version: leaving.version }, on(-350))
  for (const by of [past.contact, robots]) {
    for (const { id } of (await listPlacesOf(tx, old)).filter(({ state }) => state === 'enrolled')) {
      const [place] = await lockPlacesAnyhow(tx, [id])
      await mark(tx, by, place!, { mark: 82, note: '', version: place!.version }, on(-252))
    }
  }
  await move(tx, past.contact, await held(old), { action: 'assess', version: (await held(old)).version }, on(-250))
  for (const [at, { id, studentId }] of (await listPlacesOf(tx, old)).filter(({ state }) => state === 'passed').entries()) {
    const who = past.people.find((one) => one.studentId === studentId)!
    const mine = studentId === students.get(graduate)
    await offer(tx, robots, (await lockPlacesAnyhow(tx, [id]))[0]!, { postTitle: '机器人运维员', pay: 5200, place: '佛山市南海区', startsOn: dayAfter(now, -235), replyUntil: momentAfter(now, -236, 18).toISOString(), note: '', version: (await lockPlacesAnyhow(tx, [id]))[0]!.version }, on(-248))
    const [place] = await lockPlacesAnyhow(tx, [id])
    const no = !mine && at % 4 === 3
    await answer(tx, who, place!, no ? { answer: 'declined', code: 'place', version: place!.version } : { answer: 'accepted', version: place!.version }, on(-245))
    if (no || mine) continue
    const { retentions } = (await lockPlacesAnyhow(tx, [id]))[0]!
    const stays = at % 3 !== 2
    await confirmRetention(tx, who, (await lockRetention(tx, who, retentions[0]!.id))!, stays ? { stays } : { stays, code: 'other_firm' }, on(-45))
  }
  await askDue(tx, now)

  // Running, beside one that did not open; somebody left and was replaced.
  const now1 = await classmates('student-37', 12)
  const running = await planned(now1, { title: '示例智能产线订单班', post: '产线调试员', firm: robots, seats: 7, least: 5, from: -70, until: 200, pay: 5000 }, -140)
  const short = await planned(now1, { title: '示例精密模具订单班', post: '模具钳工', firm: enterprise, seats: 10, least: 6, from: -70, until: 200, pay: 4600 }, -138)
  const round = await opened(now1, '示例：本届双向选择', [running, short], -115)
  for (const [at, who] of now1.people.entries()) await choose(who, round, at < 4 ? [short, running] : at === 11 ? [short] : [running], -110)
  await decided(now1, round, new Map([[running, robots], [short, enterprise]]), -115)
  await confirmAll(now1, running, -92)
  await start(now1, running, -70)
  const gone = (await listPlacesOf(tx, running)).find(({ state }) => state === 'enrolled')!
  await movePlace(tx, now1.people.find((who) => who.studentId === gone.studentId)!, (await lockPlacesAnyhow(tx, [gone.id]))[0]!, { action: 'leave', code: 'not_suited', version: gone.version }, on(-40))
  const [next] = await listWaiting(tx, running, round)
  if (next) {
    await replace(tx, now1.contact, await held(running), { studentId: next.studentId, replacesId: gone.id }, on(-38))
    await confirmAll(now1, running, -36)
  }
  await term(now1, robots, running, -70, 40)

  // Open for sign-up, for the demonstration's student among others.
  const soon = await classmates(studentOfTheDemo, 8)
  const open = [
    await planned(soon, { title: '示例机电装调订单班', post: '机电装调员', firm: robots, seats: 12, least: 6, from: 60, until: 400, pay: 5000 }, -34),
    await planned(soon, { title: '示例数控加工订单班', post: '数控操作员', firm: enterprise, seats: 15, least: 8, from: 60, until: 400, pay: 4800 }, -33),
  ]
  const choice = await opened(soon, '示例：下一届订单班双向选择', open, -8)
  for (const [at, who] of soon.people.slice(1).entries()) await choose(who, choice, at % 3 ? open : open.toReversed(), -5)

  // Just asked for.
  await request(tx, enterprise, { kind: 'apprenticeship', trainees: 'students', schoolId: organisations.get('school-1')!, title: '示例数控学徒班', postTitle: '数控操作员', occupationCode: null, year: Number(dayAfter(now, 120).slice(0, 4)), seats: 20, minSeats: 10, startsOn: dayAfter(now, 120), endsOn: dayAfter(now, 480), payFloor: 4600, curriculum: '工学交替，每学期六周在厂', benefits: '师徒津贴', isBranch: false, ministryNumber: null }, on(-3))
}
