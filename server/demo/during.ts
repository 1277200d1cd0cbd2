import { randomUUID } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { answerPay } from '../src/features/placements/pay/answers/service.ts'
import { recordPay } from '../src/features/placements/pay/service.ts'
import type { PayAnswer } from '../src/features/placements/pay/contract.ts'
import { lockLog, readLog, sendLog } from '../src/features/placements/logs/service.ts'
import { keepPhoto } from '../src/features/placements/logs/photos/service.ts'
import { writeRota } from '../src/features/placements/rota/service.ts'
import { lockTask, lockTasksPlacement, moveTask, planTasks } from '../src/features/placements/tasks/service.ts'
import { giveMentor } from '../src/features/placements/tasks/mentors/service.ts'
import { listCards } from '../src/features/placements/tasks/tables.ts'
import { lockVisit, moveVisit, planVisit } from '../src/features/placements/visits/service.ts'
import { lockPlacementsAnyhow } from '../src/features/placements/service.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { isWorkingDay } from '../src/kernel/calendar.ts'
import type { Tx } from '../src/kernel/db.ts'
import { nextNumber } from '../src/kernel/running-number.ts'
import { dayAfter, mondayAfter, momentAfter, shiftDay } from './days.ts'
import type { DemoAlliance } from './shape.ts'

type Ids = ReadonlyMap<string, string>
type Cast = { office: Actor; organisations: Ids; accounts: Ids; students: Ids }

/** Students who left for a firm ten weeks ago, before the round that is open now. The first has an account: `intern`. */
export const internOfTheDemo = 'student-36'
const alwaysAway = [internOfTheDemo, 'student-35', 'student-2']
const firms = ['ent-01', 'ent-01', 'ent-03', 'ent-01', 'ent-03']
const schoolCohorts = ['cohort-1', 'cohort-2', 'cohort-3', 'cohort-4', 'cohort-5']

const tasks = [
  { title: '端盖装配', goal: '看懂装配图，按工艺卡装配并自检，连续 20 件合格。' },
  { title: '扭矩检验', goal: '会用扭矩扳手和记录表，知道不合格怎样处理。' },
  { title: '整机调试', goal: '在师傅指导下完成通电检查和空载试运行。' },
  { title: '设备点检与 5S', goal: '按点检表检查设备，整理工位。' },
]
const weeksOfWork = [
  { did: '第一周先上安全课，参观了装配线和仓库。师傅教我认工具和劳保用品，周四开始在端盖工位旁边看，周五自己拧了十几个螺栓。', learnt: '进车间要戴护目镜；力矩扳手用完要归零。', question: '' },
  { did: '这一周在端盖工位，跟着师傅装了两百多件端盖，自己独立装了四十件，有两件螺栓没有拧到位，被检验退回来重做。', learnt: '拧螺栓要按对角的次序，听到响声再停。', question: '装配图上的形位公差符号看不太懂，老师能不能发点资料？' },
  { did: '换到检验岗位，用扭矩扳手抽检，每小时抽五件，把数据填进记录表。发现一批扭矩偏小，报告了班长，后来查出是气动工具的气压不够。', learnt: '记录表要当场填，不能事后补；数据异常先停下来报告。', question: '' },
  { did: '本周跟电工师傅做整机通电检查，学了怎样看接线图，帮忙查出一根接错的控制线。周五做了设备点检。', learnt: '通电前一定要两个人确认；万用表先选挡位。', question: '' },
  { did: '在总装线学习，认识了十二道工序的先后，跟着师傅做第三道：装密封圈。装反了一次，被后面的工位发现，退回来重装。', learnt: '密封圈有方向，装完用手指摸一遍。', question: '' },
  { did: '国庆前后人少，换到仓库帮忙收料发料，学会看物料编码和先进先出，盘点时差了两件，和仓管一起找到了。', learnt: '先点数再签字。', question: '' },
  { did: '跟质量工程师去客户退货区，看了三件退货的原因，两件是磕碰。回来和班组一起改了周转箱的隔板。', learnt: '磕碰多半在搬运里，不在加工里。', question: '宿舍到厂里要走二十分钟，下雨不太方便，单位能不能安排班车？' },
  { did: '复习安全规程，参加消防演练，学用灭火器。其余时间在端盖工位，开始带一个新来的同学。', learnt: '自己会做和教会别人不一样。', question: '' },
  { did: '这一周订单多，大部分时间在装配线装端盖，熟练了很多，一小时能装十二件，自检都合格。周三下午停线做 5S，整理了工具柜。', learnt: '做得快不如做得稳，先对图再动手。', question: '' },
]

/** Placements as rows (their papers belong to rooms of their own); what happens afterwards by the product's services, with the clock of each day. */
export async function loadDuring(tx: Tx, demo: DemoAlliance, { office, organisations, accounts, students }: Cast, now: Date) {
  const wishing = new Set(demo.rounds.open.wishLists.map(({ student }) => student))
  const others = demo.students.filter(({ key, cohort }) => schoolCohorts.includes(cohort) && !wishing.has(key) && !alwaysAway.includes(key)).map(({ key }) => key)
  const chosen = [...alwaysAway, ...others].slice(0, firms.length)
  const schoolId = organisations.get('school-1')!
  const startsOn = mondayAfter(now, -70)
  const endsOn = shiftDay(startsOn, 179)
  const seat = (login: string): Actor => {
    const { name, role, organisation } = demo.accounts.find((one) => one.login === login)!
    return { ...office, accountId: accounts.get(login)!, name, role, organisationId: role === 'mentor' ? null : organisation ? organisations.get(organisation)! : null, allianceId: null }
  }
  const teacher = seat('teacher')
  const units: Record<string, Actor> = { 'ent-01': seat('enterprise'), 'ent-03': seat('robots') }
  const supervisor = demo.teachers.find(({ key }) => key === 'teacher-3')!
  const { id: supervisorId } = await tx.updateTable('teacher').set({ accountId: teacher.accountId }).where('schoolId', '=', schoolId).where('number', '=', supervisor.number).returning('id').executeTakeFirstOrThrow()
  const started = momentAfter(now, -72, 10)
  await tx
    .insertInto('unit')
    .values(Object.keys(units).map((firm) => ({ allianceId: office.allianceId!, schoolId, organisationId: organisations.get(firm)!, state: 'listed', visitedOn: dayAfter(now, -120), conclusion: 'suitable', checkedOn: dayAfter(now, -118), listedOn: dayAfter(now, -100), minutesNumber: '示例党委纪要〔2026〕12 号', createdAt: started, updatedAt: started, demo: true })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()

  const interns: { id: string; actor: Actor; unit: Actor }[] = []
  for (const [at, key] of chosen.entries()) {
    const firm = firms[at]!
    const studentId = students.get(key)!
    const { id } = await tx
      .insertInto('placement')
      .values({
        number: await nextNumber(tx, 'P', started), allianceId: office.allianceId!, schoolId, organisationId: organisations.get(firm)!, studentId, state: 'active', startsOn, endsOn, supervisorId, mentorName: at % 2 ? '示例师傅李建国' : '示例师傅张师傅', mentorPhone: '+8613300000000', lodging: 'unit',
        vettedAt: started, consentedAt: started, signedAt: started, insuredAt: started, trainedAt: started, activatedAt: started, createdAt: started, updatedAt: started, demo: true,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('placementTerms')
      .values({ placementId: id, title: '机电装调实习生（示例）', tasks: tasks.map(({ title }) => title).join('、'), occupationCode: '6-18-01-01', majorCodes: ['660103'], payMin: 3200, payMax: 3400, payPeriod: 'month', samePostWage: 4000, lowestTierWage: 3500, hoursPerDay: 8, hoursPerWeek: 40, shift: 'day', divisionCode: '440605', town: '狮山镇', address: '示例路 1 号', labourIntensity: 2, postStaff: 60 })
      .execute()
    const policy = await tx.insertInto('insurancePolicy').values({ schoolId, insurer: '示例财产保险', number: `示例责任险${at + 1}`, payer: 'school', startsOn, endsOn, createdAt: started, updatedAt: started, demo: true }).returning('id').executeTakeFirstOrThrow()
    await tx.insertInto('insuranceCover').values({ policyId: policy.id, placementId: id, fromDay: startsOn, untilDay: endsOn }).execute()
    await tx.insertInto('safetyTest').values({ placementId: id, startedAt: started, finishedAt: started, correct: 19, total: 20, passed: true, passedOn: shiftDay(startsOn, -3) }).execute()
    const account = key === internOfTheDemo ? accounts.get('intern')! : office.accountId
    const { name } = demo.students.find((one) => one.key === key)!
    interns.push({ id, unit: units[firm]!, actor: { ...office, accountId: account, name, role: 'student', organisationId: schoolId, allianceId: null, studentId } })
  }
  const stage: Stage = { tx, now, startsOn, teacher, interns, mentor: seat('mentor') }
  await loadTasks(stage)
  await loadLogs(stage)
  await loadVisits(stage)
  await loadShifts(stage)
  await loadPay(stage)
}

type Stage = { tx: Tx; now: Date; startsOn: string; teacher: Actor; mentor: Actor; interns: { id: string; actor: Actor; unit: Actor }[] }
const atOn = (day: string, hour: number) => new Date(Date.parse(`${day}T00:00:00Z`) + (hour - 8) * 3_600_000)
const held = async (tx: Tx, id: string) => (await lockPlacementsAnyhow(tx, [id]))[0]!

async function loadTasks({ tx, startsOn, teacher, mentor, interns }: Stage) {
  for (const { id, unit } of interns) {
    await planTasks(tx, teacher, (await lockTasksPlacement(tx, teacher, id))!, { tasks, alsoSamePost: false }, atOn(shiftDay(startsOn, -2), 10))
    if (unit === interns[0]!.unit) await giveMentor(tx, unit, (await lockTasksPlacement(tx, unit, id))!, mentor.accountId, atOn(startsOn, 9))
  }
  const [first] = interns
  const cards = await listCards(tx, [first!.id])
  const show = async (at: number, evidence: string, day: number) => moveTask(tx, first!.actor, (await lockTask(tx, first!.actor, cards[at]!.id))!, { action: 'show', evidence, version: (await listCards(tx, [first!.id]))[at]!.version }, atOn(shiftDay(startsOn, day), 17))
  const shown = await show(0, '独立装了 60 件端盖，自检和抽检都合格，能看懂工艺卡上的拧紧次序。', 25)
  await moveTask(tx, mentor, (await lockTask(tx, mentor, shown.id))!, { action: 'sign', remark: '动作规范，可以独立上工位。', version: shown.version }, atOn(shiftDay(startsOn, 27), 17))
  await show(1, '抽检 120 件，会填记录表；发现扭矩偏小时停下来报告了班长。', 40)
}

async function loadLogs({ tx, now, startsOn, teacher, interns }: Stage) {
  for (const [at, { id, actor }] of interns.entries()) {
    const cards = await listCards(tx, [id])
    for (const [week, words] of weeksOfWork.entries()) {
      const monday = shiftDay(startsOn, 7 * (week + (at === 0 ? 0 : at === 2 ? 5 : 4)))
      const friday = atOn(shiftDay(monday, 4), 20 + (at % 3))
      // The third copies what the first wrote weeks before, a few words changed; the others write less often.
      if (friday > now || (at === 2 && week !== 1) || (at !== 0 && week > 4) || (at !== 0 && at !== 2 && variants[voiceOf(at)]![week] === '')) continue
      const did = at === 2 ? words.did.replace('两百多件', '一百多件') : at === 0 ? words.did : variants[voiceOf(at)]![week]!
      const photo = at === 0 && (week === 1 || week === 7) ? randomUUID() : null
      if (photo) await keepPhoto(tx, actor, await held(tx, id), photo, { name: 'p.png', mediaType: 'image/png', fields: {}, bytes: picture(week) }, friday)
      const sent = await sendLog(tx, actor, await held(tx, id), monday, { sendId: randomUUID(), version: 0, ...words, did, hours: [{ taskId: cards[week % cards.length]!.id, hours: 24 }, { taskId: cards[(week + 1) % cards.length]!.id, hours: 10 }], photos: photo ? [photo] : [] }, friday)
      if (week < 1 || (at === 0 && week < 7)) await readLog(tx, teacher, (await lockLog(tx, teacher, sent.id))!, { comment: words.question ? '资料发到班群了，先看第三节，周三我来厂里时再讲。' : week === 0 ? '写得具体，继续。' : '', version: sent.version }, new Date(Math.min(friday.getTime() + 2 * 86_400_000, now.getTime())))
    }
  }
}
/** Which of the texts below a student writes. */
const voiceOf = (at: number) => (at === 1 ? 1 : at === 3 ? 0 : 2)
const variants = [
  ['刚来，先熟悉环境和班组的人，听了安全和消防的课，在仓库认了半天物料。', '', '在包装工位帮忙贴标签，核对装箱单，发现两箱数量不对，和仓库重新点了一遍。', '', '跟着叉车师傅学习看板拉动，负责把空箱送回仓库，记录每次的时间。'],
  ['安全培训两天，考试九十五分，后面三天在电控柜装配区看师傅放线、压端子。', '自己压了三百个端子，师傅拉力测试抽了十个都合格，学会看线号表。', '给控制柜贴线号、穿管，周四第一次独立完成一面门板的布线。', '调试区帮忙，记录变频器参数，晚上在宿舍把接线图抄了一遍。', '做了一台小柜子的全部接线，师傅检查后改了两处，通电一次成功。'],
  ['入职手续和培训，去食堂、宿舍看了环境，分到质检组。', '', '学习用卡尺和千分尺，测了一百个孔径，填写首件检验单，有三件超差。', '', '参加了一次质量分析会，记会议纪要，知道了什么是返工、返修和报废。'],
]

async function loadVisits({ tx, now, startsOn, teacher, interns }: Stage) {
  const of = (unit: Actor) => interns.filter((one) => one.unit === unit).map(({ id }) => id)
  const visit = async (placementIds: string[], day: number, finding: string, more: { followUp?: string; followUpBy?: string; outcome?: string } = {}) => {
    const on = shiftDay(startsOn, day)
    const { id } = await planVisit(tx, teacher, { placementIds, way: 'on_site', plannedOn: on }, atOn(shiftDay(on, -3), 9), { demo: true })
    const { outcome, ...found } = more
    const done = await moveVisit(tx, teacher, (await lockVisit(tx, teacher, id))!, { action: 'finish', visitedOn: on, finding, ...found, version: 1 }, atOn(on, 17))
    if (outcome) await moveVisit(tx, teacher, (await lockVisit(tx, teacher, id))!, { action: 'follow', outcome, version: done.version }, atOn(shiftDay(on, 6), 10))
  }
  const [first, third] = [interns[0]!.unit, interns[2]!.unit]
  await visit(of(first), 22, '学生都在装配线，师傅在旁，戴护目镜；宿舍四人一间，干净。工作服少发一套。', { followUp: '请单位一周内补发工作服', followUpBy: shiftDay(startsOn, 30), outcome: '单位已补发，学生拍照确认。' })
  await visit(of(first), 50, '看了检验工位和记录表，学生能说出不合格怎样处理；报酬已发到学生本人卡上。')
  await visit(of(third), 24, '两名学生在电控柜和质检岗位，工时正常；食堂晚饭收得早，学生反映加餐不便。', { followUp: '与单位商量晚饭时间', followUpBy: dayAfter(now, 5) })
}

async function loadShifts({ tx, now, interns }: Stage) {
  const monday = mondayAfter(now, -6)
  const shifts = Array.from({ length: 7 }, (_, at) => shiftDay(monday, at)).filter(isWorkingDay).slice(0, 5).map((day) => ({ day, from: '08:30', until: '17:30', breakMinutes: 60 }))
  const [first, ...others] = interns
  await writeRota(tx, first!.unit, await held(tx, first!.id), monday, { kind: 'planned', shifts, seen: [], also: others.map(({ id }) => id) }, new Date(Math.min(atOn(shiftDay(monday, -3), 15).getTime(), now.getTime())))
}

const lastDayOf = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)
const monthAfter = (month: string) => shiftDay(lastDayOf(month), 1).slice(0, 7)

async function loadPay({ tx, now, startsOn, interns }: Stage) {
  const receipt = { name: '回单（示例）.png', mediaType: 'image/png', fields: {}, bytes: picture(9) }
  const [first, second] = [startsOn.slice(0, 7), monthAfter(startsOn.slice(0, 7))]
  const pay = async ({ id, unit }: Stage['interns'][number], month: string, paidOn: string, amount: number, share: number) => {
    const at = atOn(paidOn, 16)
    if (at > now) return
    await recordPay(tx, unit, await held(tx, id), month, { wish: { amount, paidOn, means: 'bank', payee: 'student', payer: 'unit', deducted: 0, samePostWage: 4000, lowestTierWage: 3500, share, remark: '' }, receipt }, at, { demo: true })
  }
  const say = async ({ id, actor }: Stage['interns'][number], month: string, answer: Partial<PayAnswer>, day: string) =>
    answerPay(tx, actor, await held(tx, id), month, { received: 'all', means: 'bank', paidBy: 'unit', receivedOn: lastDayOf(month), deducted: 0, note: '', version: 0, ...answer }, atOn(day, 20))
  for (const one of interns) await pay(one, first, lastDayOf(first), 1200, 0.35)
  await say(interns[0]!, first, { amount: 1200 }, shiftDay(lastDayOf(first), 1))
  await say(interns[1]!, first, { amount: 1000, deducted: 200, deductedFor: '工作服押金', note: '说好了实习完退，不知道算不算。' }, shiftDay(lastDayOf(first), 2))
  // The demonstration's intern still waits for the second month, and so does one of the other firm.
  for (const one of interns.slice(1, 4)) await pay(one, second, lastDayOf(second), 3300, 1)
}

/** A small picture of stripes, as PNG. */
export function picture(shade: number): Buffer {
  const [width, height] = [320, 240]
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows.set([90 + ((x >> 4) * 7 + shade * 23) % 120, 120 + ((y >> 4) * 9) % 90, 150], y * (1 + width * 3) + 1 + x * 3)
  const chunk = (name: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), content])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}
