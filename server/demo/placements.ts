import { sql } from 'kysely'
import { listParties } from '../src/features/agreements/service.ts'
import { sign } from '../src/features/agreements/signing/service.ts'
import { lockAnyhow } from '../src/features/agreements/tables.ts'
import { prepareFiling, changeFiling, lockFiling } from '../src/features/placements/filings/service.ts'
import { watchAt } from '../src/features/placements/guards/night/service.ts'
import { moveAlong } from '../src/features/placements/guards/service.ts'
import { writePolicy } from '../src/features/placements/insurance/service.ts'
import { makePlacement } from '../src/features/placements/making/service.ts'
import type { PaperKind } from '../src/features/placements/papers/contract.ts'
import { draftPapers } from '../src/features/placements/papers/service.ts'
import { lockPlacementsAnyhow } from '../src/features/placements/service.ts'
import { decideUnit, lockUnit, proposeUnit, writeCheck, writeVisit } from '../src/features/placements/units/service.ts'
import { giveReason } from '../src/features/placements/waivers/service.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { dayOf } from '../src/kernel/calendar.ts'
import type { Tx } from '../src/kernel/db.ts'
import { dayAfter, mondayAfter, momentAfter, shiftDay } from './days.ts'
import type { DemoAlliance } from './shape.ts'

type Ids = ReadonlyMap<string, string>
type Cast = { office: Actor; organisations: Ids; accounts: Ids; students: Ids }

const titleOf = (major: string) => (major.startsWith('66') ? '机电装调实习生（示例）' : '物联网设备安装实习生（示例）')

const visit = (words: string, conclusion: 'suitable' | 'after_repair' = 'suitable') => ({
  visitors: '示例教务科长、示例专业主任', qualifications: '营业执照、安全生产标准化三级证书在有效期内，规模以上企业。', credit: '信用公示无异常，工人反映按月发薪。', management: '人力资源部专人管理实习生，有实习生管理办法和导师津贴。',
  work: `${words}。覆盖装配、检验、调试三类工序，与专业对口，定期轮岗。`, hours: '白班 8 小时，周末双休，实习生不排夜班。', workplace: '车间通风良好，旋转部位有防护罩，通道畅通。', living: '四人间宿舍，有空调热水；食堂每餐补贴。', healthSafety: '发放安全帽、护目镜、手套；有急救箱和应急预案。', conclusion, remark: conclusion === 'suitable' ? '' : '冲压区两处光栅失效，修好后再看一次。',
})

/** Where internships stand before the first day: each step with somebody on it, what is missing and who must do it; and what last night found. */
export async function loadPlacements(tx: Tx, demo: DemoAlliance, { office, organisations, accounts, students }: Cast, now: Date) {
  const seat = (login: string): Actor => {
    const { name, role, organisation } = demo.accounts.find((one) => one.login === login)!
    return { ...office, accountId: accounts.get(login)!, name, role, organisationId: organisation ? organisations.get(organisation)! : null, allianceId: null }
  }
  const [school, teacher, county] = [seat('school'), seat('teacher'), seat('rongjiang')]
  const on = (day: number, hour = 10) => new Date(Math.min(momentAfter(now, day, hour).getTime(), now.getTime()))
  const held = async (ids: readonly string[]) => lockPlacementsAnyhow(tx, ids)

  await loadUnits()
  const away = await tx.selectFrom('placement').select('id').where('schoolId', '=', school.organisationId).where('state', '=', 'active').where('demo', '=', true).orderBy('number').execute()
  // What was seen on their papers before they left: the health check, and a post of their own trade.
  await sql`update placement set health_check_on = starts_on - 10 where id = any(${away.map(({ id }) => id)}::uuid[])`.execute(tx)
  await sql`update placement_terms t set major_codes = array[g.major_code] from placement p join student s on s.id = p.student_id join cohort c on c.id = s.cohort_id join programme g on g.id = c.programme_id
    where p.id = t.placement_id and p.id = any(${away.map(({ id }) => id)}::uuid[])`.execute(tx)
  await papers(school, away.map(({ id }) => id), 'consent', -78, 2)
  await papers(school, away.map(({ id }) => id), 'three_party', -76, 3)

  const taken = new Set((await tx.selectFrom('placement').select('studentId').execute()).map(({ studentId }) => studentId))
  const wishing = new Set(demo.rounds.open.wishLists.map(({ student }) => student))
  const [startsOn, endsOn] = [mondayAfter(now, 18), shiftDay(mondayAfter(now, 18), 179)]
  const trainee = demo.accounts.find(({ login }) => login === 'trainee')!.student!
  /** Of this school and these majors, in no round and at no firm. */
  const free = (of: string, majors: string) => {
    const programmes = new Map(demo.programmes.map((one) => [one.key, one.majorCode]))
    const classes = new Map(demo.cohorts.filter(({ leaveYear }) => leaveYear === demo.rounds.open.leaveYear).map((one) => [one.key, programmes.get(one.programme)!]))
    const oldEnough = (birthDate: string) => `${Number(birthDate.slice(0, 4)) + 16}${birthDate.slice(4)}` <= startsOn
    return demo.students.flatMap(({ key, school: at, cohort, birthDate }) => (at === of && oldEnough(birthDate) && classes.get(cohort)?.startsWith(majors) && !wishing.has(key) && key !== trainee && !taken.has(students.get(key)!) ? [{ key, major: classes.get(cohort)! }] : []))
  }
  const supervisorId = (await tx.selectFrom('teacher').select('id').where('accountId', '=', teacher.accountId).executeTakeFirstOrThrow()).id

  const terms = (title: string, major: string, change: Record<string, unknown> = {}) => ({
    title, tasks: '装配、检验、调试和设备点检，师傅指导下轮岗', majorCodes: [major], payMin: 3300, payMax: 3500, payPeriod: 'month' as const, payDirect: true, samePostWage: 4100, lowestTierWage: 3200, hoursPerDay: 8, hoursPerWeek: 40, shift: 'day' as const, nightWork: false, restDayWork: false,
    divisionCode: '440605', abroad: false, town: '狮山镇', address: '示例路 1 号', hazards: [], labourIntensity: 2, minorForbidden: false, femaleForbidden: false, entertainmentVenue: false, agency: false, postStaff: 80, ...change,
  })
  const make = async (by: Actor, { key: student, major }: { key: string; major: string }, unit: string, change: Record<string, unknown> = {}, day = -12) =>
    (
      await makePlacement(
        tx,
        by,
        {
          studentId: students.get(student)!, kind: 'placement', scheme: 'ordinary', organisationId: organisations.get(unit)!, terms: terms(titleOf(major), major), startsOn, endsOn, selfChosen: false, supervisorId: by === school ? supervisorId : undefined, mentorName: '示例师傅', mentorPhone: '+8613300000000',
          lodging: 'unit', proposedBy: 'school', charge: 0, ...change,
        } as Parameters<typeof makePlacement>[2],
        on(day),
      )
    ).id

  const major = demo.programmes.find(({ key }) => key === demo.cohorts.find((one) => one.key === demo.students.find((person) => person.key === trainee)!.cohort)!.programme)!.majorCode
  const [ready, insured, waiting, chosen, long] = [...free('school-1', '660'), ...free('school-1', '71')]
  const made = { trainee: await make(school, { key: trainee, major }, 'ent-01') } as Record<string, string>
  for (const [name, who] of Object.entries({ ready, insured, waiting })) if (who) made[name] = await make(school, who, 'ent-01')
  if (long) {
    const id = await make(school, long, 'ent-03', { endsOn: shiftDay(startsOn, 239) })
    await giveReason(tx, teacher, (await held([id]))[0]!, { ruleId: '1.19', reason: '企业项目周期八个月，学生和家长书面同意，教务会议讨论过。（示例）' }, on(-2))
  }
  if (chosen) await make(school, chosen, 'ent-04', { selfChosen: true, refusedOn: dayAfter(now, -8), refusal: '家里有老人要照顾，想在丹灶就近实习。（示例）', lodging: 'home', terms: terms(titleOf(chosen.major), chosen.major, { town: '丹灶镇' }) }, -6)

  const signedBoth = [made['ready'], made['insured']].filter((id) => id !== undefined)
  await papers(school, [...signedBoth, ...(made['waiting'] ? [made['waiting']] : [])], 'consent', -10, 2)
  await papers(school, signedBoth, 'three_party', -8, 3)
  await papers(school, [made['trainee']!], 'consent', -3, 0)
  await moveAlong(tx, school, Object.values(made), on(-2))
  await writePolicy(tx, school, { kind: 'liability', insurer: '示例财产保险', number: '示例团体实习责任险 2027-1', payer: 'school', startsOn: shiftDay(startsOn, -1), endsOn: shiftDay(startsOn, 364), remark: '', covers: { placementIds: [...signedBoth, made['trainee']!], partly: false } }, on(-4))
  await tx.updateTable('insurancePolicy').set({ demo: true }).where('number', '=', '示例团体实习责任险 2027-1').execute()
  if (made['ready']) await tx.insertInto('safetyTest').values({ placementId: made['ready'], startedAt: on(-3), finishedAt: on(-3), correct: 18, total: 20, passed: true, passedOn: dayAfter(now, -3) }).execute()
  await moveAlong(tx, school, Object.values(made), on(-1))

  await loadCounty()
  // What last night found: one policy of those who are away ended early, and a firm has fewer people than its interns allow.
  const [, second] = away
  const policy = second && (await tx.selectFrom('insuranceCover').select('policyId').where('placementId', '=', second.id).executeTakeFirst())
  if (policy) await tx.updateTable('insurancePolicy').set({ endedOn: dayAfter(now, 20) }).where('id', '=', policy.policyId).execute()
  await watchAt(tx, [organisations.get('ent-01')!, organisations.get('ent-03')!], on(0, 2))

  /** Reports, look-ups and decisions of the units in use; one that was told to repair something, one nobody has seen yet. */
  async function loadUnits() {
    // Put on the list by hand before anything was written: here come the papers.
    await tx.updateTable('unit').set({ state: 'proposed', listedOn: null, minutesNumber: null }).where('schoolId', '=', school.organisationId).execute()
    for (const [firm, words] of [['ent-01', '小家电和风机装配'], ['ent-03', '机器人本体装配与调试']] as const) {
      const unit = await tx.selectFrom('unit').select('id').where('schoolId', '=', school.organisationId).where('organisationId', '=', organisations.get(firm)!).executeTakeFirstOrThrow()
      await writeVisit(tx, teacher, (await lockUnit(tx, teacher, unit.id))!, { ...visit(words), visitedOn: dayAfter(now, firm === 'ent-03' ? -350 : -120) }, on(-119))
      await writeCheck(tx, school, (await lockUnit(tx, school, unit.id))!, { checkedOn: dayAfter(now, -118), sources: '信用中国、国家企业信用信息公示系统、应急管理部门公示（示例）' }, on(-118))
      await decideUnit(tx, school, (await lockUnit(tx, school, unit.id))!, { decision: 'list', body: 'party_committee', decidedOn: dayAfter(now, -100), minutesNumber: '示例党委纪要〔2026〕12 号', reason: '' }, on(-100))
    }
    const { id } = await proposeUnit(tx, school, { organisationId: organisations.get('ent-05')!, proposedBy: 'unit' }, on(-20))
    await writeVisit(tx, teacher, (await lockUnit(tx, teacher, id))!, { ...visit('板材冲压和焊接', 'after_repair'), visitedOn: dayAfter(now, -14) }, on(-13))
    await tx.updateTable('unit').set({ demo: true }).where('schoolId', '=', school.organisationId).execute()
  }

  /** A student of the paired county on the way to Nanhai: the filing is being put together. */
  async function loadCounty() {
    const [student] = free('school-3', '700206')
    if (!student) return
    const unit = await proposeUnit(tx, county, { organisationId: organisations.get('ent-01')!, proposedBy: 'office' }, on(-30))
    await writeVisit(tx, county, (await lockUnit(tx, county, unit.id))!, { ...visit('汽车零部件装配'), visitedOn: dayAfter(now, -28) }, on(-27))
    await writeCheck(tx, county, (await lockUnit(tx, county, unit.id))!, { checkedOn: dayAfter(now, -26), sources: '信用中国（示例）' }, on(-26))
    await decideUnit(tx, county, (await lockUnit(tx, county, unit.id))!, { decision: 'list', body: 'party_committee', decidedOn: dayAfter(now, -22), minutesNumber: '示例党支部纪要〔2026〕4 号', reason: '' }, on(-22))
    const id = await make(county, student, 'ent-01', { terms: terms('汽车零部件装配实习生（示例）', '700206'), proposedBy: 'office' })
    await papers(county, [id], 'consent', -9, 2)
    const filing = await prepareFiling(tx, county, { kind: 'cross_province', title: '赴佛山市南海区岗位实习跨省备案（示例）', authority: '示例县教育和科技局', placementIds: [id] }, on(-7))
    await changeFiling(tx, county, (await lockFiling(tx, county, filing.id))!, { version: 1, checklist: ['plan', 'students', 'units', 'visit_reports', 'consents'].map((item) => ({ item, on: dayAfter(now, -5), remark: '' })) }, on(-5))
    await tx.updateTable('placementFiling').set({ demo: true }).where('id', '=', filing.id).execute()
    await tx.updateTable('unit').set({ demo: true }).where('schoolId', '=', county.organisationId).execute()
  }

  /** Writes the paper of each and lets so many of its parties sign, all on the day after. */
  async function papers(by: Actor, placementIds: readonly string[], kind: PaperKind, day: number, signing: number) {
    const { made: drafted } = await draftPapers(tx, by, await held(placementIds), { kind, facts: { payDay: '每月 15 日前', unitWeight: '50%' } }, on(day))
    for (const { agreementId } of drafted) {
      await tx.updateTable('agreement').set({ demo: true }).where('id', '=', agreementId).execute()
      const moment = on(day + 1)
      for (const party of (await listParties(tx, [agreementId])).slice(0, signing === 3 ? 9 : signing)) {
        await sign(tx, null, (await lockAnyhow(tx, agreementId))!, party, { name: party.kind === 'organisation' ? '示例经办人' : party.name, method: 'totp', accountId: null, signedOn: dayOf(moment) }, moment)
      }
    }
  }
}
