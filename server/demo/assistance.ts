import { listParties } from '../src/features/agreements/service.ts'
import { sign } from '../src/features/agreements/signing/service.ts'
import { lockAnyhow } from '../src/features/agreements/tables.ts'
import { fileBatch, fillSeat } from '../src/features/assistance/batches/members/service.ts'
import { answerSeat, listSeats, lockSeat, moveBatch, planBatch } from '../src/features/assistance/batches/seats/service.ts'
import { lockBatch } from '../src/features/assistance/batches/service.ts'
import { findCared, handleCheck, lockCheck, writeCheck, writeFine } from '../src/features/assistance/checks/service.ts'
import { followPlacements } from '../src/features/assistance/clock/service.ts'
import { answerStay, askStays, lockStay } from '../src/features/assistance/stays/service.ts'
import { changeFiling, lockFiling, moveFiling } from '../src/features/placements/filings/service.ts'
import { checklists } from '../src/features/placements/filings/rules.ts'
import { writePolicy } from '../src/features/placements/insurance/service.ts'
import { activateMany, moveAlong } from '../src/features/placements/moving/service.ts'
import { draftPapers } from '../src/features/placements/papers/service.ts'
import { lockPlacementsAnyhow } from '../src/features/placements/service.ts'
import { decideUnit, lockUnit, proposeUnit, writeCheck as writeLookUp, writeVisit } from '../src/features/placements/units/service.ts'
import { monthsLater } from '../src/features/training/rules.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { dayOf } from '../src/kernel/calendar.ts'
import type { Tx } from '../src/kernel/db.ts'
import { dayAfter, mondayAfter, momentAfter, shiftDay } from './days.ts'
import { loadExchanges, loadResources } from './exchanges.ts'
import type { DemoAlliance } from './shape.ts'

type Ids = ReadonlyMap<string, string>
type Cast = { office: Actor; organisations: Ids; accounts: Ids; students: Ids }
/** Who acts, and the clock of the day. */
export type Stage = {
  tx: Tx; demo: DemoAlliance; now: Date; organisations: Ids; students: Ids; at: (day: number, hour?: number) => Date; dayNumber: (day: string) => number
  school: Actor; escort: Actor; escortId: string; nanhai: Actor; college: Actor; enterprise: Actor; robots: Actor; firmOf: (key: string) => Actor
}

const visit = {
  visitors: '示例德育主任、示例带队教师', qualifications: '证照齐全，安全生产标准化达标。', credit: '信用公示无异常。', management: '专人管理实习生，县里来的学生单独编组。', work: '与专业对口，定期轮岗，师傅一对一。', hours: '白班 8 小时，周末双休，不排夜班。',
  workplace: '通风和防护良好。', living: '宿舍四人间，同县学生住同一层，有厨房。', healthSafety: '劳保用品齐全，有急救箱。', conclusion: 'suitable' as const, remark: '',
}

const titleOf = (startsOn: string) => `${startsOn.slice(0, 4)} 年 ${Number(startsOn.slice(5, 7))} 月赴南海岗位实习（示例）`

/** A county school and its students in Nanhai: one batch back after half a year, one there now, one that waits for a firm; teachers across, and what was given. */
export async function loadAssistance(tx: Tx, demo: DemoAlliance, { office, organisations, accounts, students }: Cast, now: Date) {
  const seat = (login: string): Actor => {
    const { name, role, organisation } = demo.accounts.find((one) => one.login === login)!
    return { ...office, accountId: accounts.get(login)!, name, role, organisationId: organisation ? organisations.get(organisation)! : null, allianceId: null }
  }
  const escort = seat('escort')
  const { id: escortId } = await tx.updateTable('teacher').set({ accountId: escort.accountId }).where('schoolId', '=', escort.organisationId).where('name', '=', escort.name).returning('id').executeTakeFirstOrThrow()
  const enterprise = seat('enterprise')
  const stage: Stage = {
    tx, demo, now, organisations, students, school: seat('rongjiang'), escort, escortId, nanhai: seat('school'), college: seat('college'), enterprise, robots: seat('robots'),
    at: (day, hour = 10) => new Date(Math.min(momentAfter(now, day, hour).getTime(), now.getTime())),
    dayNumber: (day) => Math.round((Date.parse(day) - Date.parse(dayAfter(now, 0))) / 86_400_000),
    firmOf: (key) => ({ ...enterprise, accountId: office.accountId, name: '示例人事', organisationId: organisations.get(key)! }),
  }
  const taken = new Set((await tx.selectFrom('placement').select('studentId').execute()).map(({ studentId }) => studentId))
  const free = (keys: readonly string[]) => keys.filter((key) => !taken.has(students.get(key)!))
  const { dress, auto, food } = demo.away

  await units(stage, ['ent-10', 'ent-11', 'ent-25'])
  const past = mondayAfter(now, -196)
  await stays(stage, dress[0]!, await there(stage, { title: titleOf(past), startsOn: past, firms: [['ent-10', 'open-32', 2, dress]] }), past)

  const current = mondayAfter(now, -38)
  const running = await there(stage, {
    title: titleOf(current), startsOn: current,
    firms: [['ent-25', 'open-30', 4, free(auto).slice(0, 3)], ['ent-11', 'open-34', 3, free(food)]],
  })
  await care(stage, running, current)
  await asked(stage)
  await loadExchanges(stage)
  await loadResources(stage)
}

/** What the county school found at each of these firms, half a year before anybody left. */
async function units({ tx, school, organisations, now, at }: Stage, firms: readonly string[]) {
  for (const firm of firms) {
    const { id } = await proposeUnit(tx, school, { organisationId: organisations.get(firm)!, proposedBy: 'office' }, at(-240))
    await writeVisit(tx, school, (await lockUnit(tx, school, id))!, { ...visit, visitedOn: dayAfter(now, -230) }, at(-229))
    await writeLookUp(tx, school, (await lockUnit(tx, school, id))!, { checkedOn: dayAfter(now, -60), sources: '信用中国、国家企业信用信息公示系统（示例）' }, at(-60))
    await decideUnit(tx, school, (await lockUnit(tx, school, id))!, { decision: 'list', body: 'party_committee', decidedOn: dayAfter(now, -59), minutesNumber: '示例党支部纪要〔2026〕1 号', reason: '' }, at(-59))
  }
  await tx.updateTable('unit').set({ demo: true }).where('schoolId', '=', school.organisationId).execute()
}

type Going = { title: string; startsOn: string; firms: readonly (readonly [firm: string, post: string, seats: number, students: readonly string[]])[] }
/** A batch from the plan to the first day, each paper signed and each day insured before it: by the services, with the clock of then. */
async function there({ tx, demo, school, escortId, students, firmOf, at, dayNumber }: Stage, { title, startsOn, firms }: Going): Promise<Map<string, string>> {
  const endsOn = shiftDay(startsOn, 179)
  const first = dayNumber(startsOn)
  const posts = new Map((await tx.selectFrom('need').innerJoin('post', 'post.needId', 'need.id').innerJoin('organisation', 'organisation.id', 'need.organisationId').select(['need.id', 'need.title', 'organisation.name']).where('need.state', '=', 'open').execute()).map((row) => [`${row.name} ${row.title}`, row.id]))
  const nameOf = (key: string) => demo.organisations.find((one) => one.key === key)!.name
  const postIdOf = (firm: string, post: string) => posts.get(`${nameOf(firm)} ${demo.posts.find(({ key }) => key === post)!.title}`)!
  const { id } = await planBatch(
    tx, school,
    { title, authority: '示例县教育和科技局', startsOn, endsOn, escortId, contactName: '示例教务主任', contactPhone: '0855-0000001', remark: '同县学生住同一层宿舍，带队教师同住。', seats: firms.map(([firm, post, asked]) => ({ postId: postIdOf(firm, post), asked, note: '请安排同一班组' })) },
    at(first - 60), { demo: true },
  )
  const held = async () => (await lockBatch(tx, school, id))!
  await moveBatch(tx, school, await held(), { action: 'ask', version: 1 }, at(first - 58))
  const placementOf = new Map<string, string>()
  for (const [at2, [firm, , seats, who]] of firms.entries()) {
    const by = firmOf(firm)
    const seat = (await listSeats(tx, [id], by.organisationId))[0]!
    await answerSeat(tx, by, (await lockSeat(tx, by, seat.id))!, { answer: 'confirm', confirmed: who.length, contactName: '示例人事', contactPhone: '13300000002', version: seat.version, ...(who.length < seats ? { reason: '宿舍同一层只剩三个床位，其余的下一批再收。' } : {}) }, at(first - 55 + at2))
  }
  for (const [firm, , , who] of firms) {
    const [seat] = await listSeats(tx, [id], firmOf(firm).organisationId)
    const { placements } = await fillSeat(tx, school, (await lockSeat(tx, school, seat!.id))!, { studentIds: who.map((key) => students.get(key)!), supervisorId: escortId }, at(first - 45))
    for (const one of placements) placementOf.set(who.find((key) => students.get(key) === one.studentId)!, one.id)
  }
  const ids = [...placementOf.values()]
  await tx.updateTable('placement').set({ lodging: 'unit', mentorName: '示例师傅', mentorPhone: '+8613300000003', healthCheckOn: shiftDay(startsOn, -20) }).where('id', 'in', ids).execute()
  for (const [kind, day] of [['consent', first - 40], ['three_party', first - 34]] as const) {
    const { made } = await draftPapers(tx, school, await lockPlacementsAnyhow(tx, ids), { kind, facts: { payDay: '每月 15 日前', unitWeight: '50%' } }, at(day))
    await tx.updateTable('agreement').set({ demo: true }).where('id', 'in', made.map(({ agreementId }) => agreementId)).execute()
    const parties = Map.groupBy(await listParties(tx, made.map(({ agreementId }) => agreementId)), ({ agreementId }) => agreementId)
    for (const [agreementId, some] of parties)
      for (const party of some) await sign(tx, null, (await lockAnyhow(tx, agreementId))!, party, { name: party.kind === 'organisation' ? '示例经办人' : party.name, method: 'totp', accountId: null, signedOn: dayOf(at(day + 2)) }, at(day + 2))
  }
  const number = `示例实习责任险 ${startsOn.slice(0, 7)}`
  await writePolicy(tx, school, { kind: 'liability', insurer: '示例财产保险', number, payer: 'school', startsOn: shiftDay(startsOn, -1), endsOn: shiftDay(startsOn, 364), remark: '', covers: { placementIds: ids, partly: false } }, at(first - 28))
  await tx.updateTable('insurancePolicy').set({ demo: true }).where('number', '=', number).execute()
  await tx.insertInto('safetyTest').values(ids.map((placementId) => ({ placementId, startedAt: at(first - 8), finishedAt: at(first - 8), correct: 19, total: 20, passed: true, passedOn: shiftDay(startsOn, -8) }))).execute()

  const { filingId } = await fileBatch(tx, school, await held(), {}, at(first - 26))
  const filing = async () => (await lockFiling(tx, school, filingId))!
  await changeFiling(tx, school, await filing(), { version: 1, checklist: checklists.cross_province.map((item) => ({ item, on: shiftDay(startsOn, -25), remark: '' })) }, at(first - 25))
  await moveFiling(tx, school, await filing(), { action: 'send', version: 2 }, at(first - 24))
  await moveFiling(tx, school, await filing(), { action: 'file', version: 3, consentNumber: `示例教函〔${startsOn.slice(0, 4)}〕${startsOn.slice(5, 7)} 号`, consentOn: shiftDay(startsOn, -18), filingNumber: `示例备〔${startsOn.slice(0, 4)}〕${startsOn.slice(5, 7)} 号`, filedOn: shiftDay(startsOn, -12) }, at(first - 12))
  await tx.updateTable('placementFiling').set({ demo: true }).where('id', '=', filingId).execute()
  await moveAlong(tx, school, ids, at(first - 7))
  const { refused } = await activateMany(tx, school, await lockPlacementsAnyhow(tx, ids), at(first, 8))
  if (refused.length > 0) throw new Error(`the demonstration lets nobody begin: ${JSON.stringify(refused)}`)
  await followPlacements(tx, at(first, 20))
  return placementOf
}

/** Half a year on: both were asked; one has answered, the one with an account here has not. Every week of theirs was looked after, but one. */
async function stays({ tx, escort, students, at, now, dayNumber }: Stage, assisted: string, placementOf: ReadonlyMap<string, string>, startsOn: string) {
  const other = students.get([...placementOf.keys()].find((key) => key !== assisted)!)!
  const asked = dayNumber(monthsLater(startsOn, 6)) + 1
  // Who has no account of the demonstration gets one to answer with, and no way to sign in.
  const { id: accountId } = await tx.insertInto('account').values({ name: '示例学生', login: 'assisted-2', demo: true }).returning('id').executeTakeFirstOrThrow()
  await tx.updateTable('student').set({ accountId }).where('id', '=', other).execute()
  await askStays(tx, at(asked, 3))
  const { id } = await tx.selectFrom('assistanceStay').select('id').where('studentId', '=', other).where('months', '=', 6).executeTakeFirstOrThrow()
  const by: Actor = { ...escort, accountId, role: 'student', organisationId: null, studentId: other }
  await answerStay(tx, by, (await lockStay(tx, by, id))!, { answer: 'employed', note: '留在样衣组了，师傅带着学打版。' }, at(asked + 1, 20))
  const last = shiftDay(startsOn, 179)
  for (let week = 0, monday = startsOn; monday <= last && monday <= dayOf(now); week++, monday = shiftDay(startsOn, week * 7)) {
    if (week !== 9) await writeFine(tx, escort, { weekOn: monday, placementIds: [...placementOf.values()] }, at(dayNumber(monday) + 3, 19), { demo: true })
  }
}

const well = { health: 'yes', living: 'yes', pay: 'yes', hours: 'yes', mentor: 'yes', family: 'yes' } as const
/** Five weeks: an urgent one that was looked after, one to be watched since last week, and this week half done. */
async function care({ tx, school, escort, at, now, dayNumber }: Stage, placementOf: ReadonlyMap<string, string>, startsOn: string) {
  const ids = [...placementOf.values()]
  const write = async (placementId: string, monday: string, check: Omit<Parameters<typeof writeCheck>[4], 'version'>) => writeCheck(tx, escort, (await findCared(tx, escort, placementId))!, monday, { ...check, version: 0 }, at(dayNumber(monday) + 3, 18), { demo: true })
  for (let week = 0, monday = startsOn; monday <= dayOf(now); week++, monday = shiftDay(startsOn, week * 7)) {
    const isNow = shiftDay(monday, 7) > dayOf(now)
    if (week === 2) {
      const { id } = await write(ids[1]!, monday, { answers: { ...well, health: 'no', family: 'unsure' }, level: 'urgent', note: '夜里发烧三十九度，宿舍只有他一个人，先打给了我。（示例）' })
      const check = (await lockCheck(tx, school, id))!
      await handleCheck(tx, school, check, { done: '当晚由企业师傅送镇医院，流感，休息三天；已告诉家长，宿舍调成两人同住。（示例）', version: check.version }, at(dayNumber(monday) + 4))
    }
    if (shiftDay(monday, 14) > dayOf(now) && !isNow) await write(ids[2]!, monday, { answers: { ...well, pay: 'no' }, level: 'watch', note: '上个月的报酬到 20 日还没有发，企业说财务换人，下周补。（示例）' })
    await writeFine(tx, escort, { weekOn: monday, placementIds: isNow ? ids.slice(0, Math.ceil(ids.length / 2)) : ids }, at(dayNumber(monday) + 3, 19), { demo: true })
  }
}

/** The next batch: one firm takes fewer, the popular one still owes its answer. */
async function asked({ tx, demo, now, school, escortId, enterprise, robots, at }: Stage) {
  const postOf = async (key: string, by: Actor) => (await tx.selectFrom('need').select('id').where('organisationId', '=', by.organisationId).where('title', '=', demo.posts.find((one) => one.key === key)!.title).where('state', '=', 'open').executeTakeFirstOrThrow()).id
  const startsOn = mondayAfter(now, 92)
  const { id } = await planBatch(
    tx, school,
    {
      title: titleOf(startsOn), authority: '示例县教育和科技局', startsOn, endsOn: shiftDay(startsOn, 179), escortId, contactName: '示例教务主任', contactPhone: '0855-0000001', remark: '',
      seats: [{ postId: await postOf('open-03', enterprise), asked: 4, note: '汽修专业' }, { postId: await postOf('open-01', robots), asked: 3, note: '请安排同一班组' }],
    },
    at(-7), { demo: true },
  )
  await moveBatch(tx, school, (await lockBatch(tx, school, id))!, { action: 'ask', version: 1 }, at(-6))
  const seat = (await listSeats(tx, [id], enterprise.organisationId))[0]!
  await answerSeat(tx, enterprise, (await lockSeat(tx, enterprise, seat.id))!, { answer: 'confirm', confirmed: 3, contactName: enterprise.name, contactPhone: '13300000004', reason: '质检线到时只有三个带教师傅。（示例）', version: seat.version }, at(-2))
  // One more is still being put together: nobody was asked.
  const later = mondayAfter(now, 190)
  await planBatch(tx, school, { title: titleOf(later), authority: '示例县教育和科技局', startsOn: later, endsOn: shiftDay(later, 179), escortId, contactName: '示例教务主任', contactPhone: '0855-0000001', remark: '', seats: [] }, at(-1), { demo: true })
}
