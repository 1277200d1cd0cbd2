import { addClaim, addEvidence, decideClaim } from '../src/features/practice/claims/service.ts'
import { lockClaim } from '../src/features/practice/claims/tables.ts'
import { addPhoto, moveJournal, writeJournal } from '../src/features/practice/journals/service.ts'
import { lockOpeningAnyhow, moveOpening, writeOpening } from '../src/features/practice/openings/service.ts'
import { lockPlanAnyhow, movePlan, writePlan, type Step } from '../src/features/practice/plans/service.ts'
import { addDepartment, changeProfile } from '../src/features/practice/roster/service.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { isWorkingDay } from '../src/kernel/calendar.ts'
import type { Locked, Tx } from '../src/kernel/db.ts'
import { dayAfter, mondayAfter, momentAfter, shiftDay } from './days.ts'
import { picture } from './during.ts'
import type { DemoAlliance } from './shape.ts'

type Ids = ReadonlyMap<string, string>
type Cast = { office: Actor; organisations: Ids; accounts: Ids }
type Stage = { tx: Tx; now: Date; school: Actor; teacher: Actor; enterprise: Actor; robots: Actor; teachers: Ids; organisations: Ids; at: (day: number, hour?: number) => Date }

const evidence = (name: string) => ({ name: `${name}（示例）.png`, mediaType: 'image/png', fields: {}, bytes: picture(name.length) })
const colleagues = ['黎锦华', '区志文', '冼丽芬', '霍建平', '邝秋红', '简兆基', '招美玲', '关永康']

/** Teachers in firms: departments, what is credited and claimed, openings, and a stay in most of its states. The account `teacher` is short of days. */
export async function loadPractice(tx: Tx, demo: DemoAlliance, { office, organisations, accounts }: Cast, now: Date) {
  const seat = (login: string): Actor => {
    const { name, role, organisation } = demo.accounts.find((one) => one.login === login)!
    return { ...office, accountId: accounts.get(login)!, name, role, organisationId: organisations.get(organisation!)!, allianceId: null }
  }
  const school = seat('school')
  const added = colleagues.map((name, at) => ({ schoolId: school.organisationId!, number: `T1${String(at + 1).padStart(2, '0')}`, name, subject: at < 6 ? '机电设备维修' : '语文', demo: true }))
  await tx.insertInto('teacher').values(added).execute()
  const rows = await tx.selectFrom('teacher').select(['id', 'number', 'schoolId']).where('schoolId', 'in', ['school-1', 'school-2'].map((key) => organisations.get(key)!)).execute()
  const stage: Stage = {
    tx, now, school, organisations, teacher: seat('teacher'), enterprise: seat('enterprise'), robots: seat('robots'),
    teachers: new Map(rows.map(({ number, id }) => [number, id])),
    at: (day, hour = 10) => new Date(Math.min(momentAfter(now, day, hour).getTime(), now.getTime())),
  }
  await profiles(stage)
  await past(stage)
  await elsewhere(stage, seat('college'), rows)
  const [welding] = await openings(stage)
  await stays(stage, welding!)
}

/** Two departments; most were employed long ago, one is new, of two nobody wrote down when. */
async function profiles({ tx, school, teacher, teachers, at }: Stage) {
  const made = at(-900)
  const making = await addDepartment(tx, school, { name: '智能制造系', headId: teachers.get('T003')! }, made)
  const trade = await addDepartment(tx, school, { name: '信息商贸系', headId: teachers.get('T005')! }, made)
  const employed: Record<string, string | null> = { T001: '2009-09-01', T002: '2011-09-01', T003: '2013-03-01', T004: '2015-09-01', T005: '2018-09-01', T016: '2014-09-01', T017: '2012-09-01', T018: null, T023: '2016-09-01', T024: '2010-09-01' }
  for (const [number, teacherId] of teachers) {
    if (!(number in employed) && !number.startsWith('T1')) continue
    const late = Number(number.slice(2))
    const employedOn = employed[number] ?? (number === 'T105' ? at(-400).toISOString().slice(0, 10) : number === 'T018' || number === 'T106' ? null : `20${String(4 + (late % 9)).padStart(2, '0')}-09-01`)
    const departmentId = ['T004', 'T005', 'T018', 'T023', 'T107', 'T108'].includes(number) ? trade.id : making.id
    await changeProfile(tx, school, { id: teacherId, schoolId: school.organisationId!, locked: true } as Locked<{ id: string; schoolId: string }>, { departmentId, kind: ['T107', 'T108'].includes(number) ? 'general' : 'specialist', employedOn, experienced: number !== 'T105', ...(number === 'T003' ? { accountId: teacher.accountId } : {}) }, made)
  }
}

/** What was done before, elsewhere on record: seen by the school, and claimed only. */
async function past(stage: Stage) {
  const seen: [number: string, day: number, days: number, firm: string][] = [
    ['T001', -700, 190, '示例：佛山某泵业有限公司'], ['T002', -1790, 92, '示例：广东某机床股份有限公司'], ['T002', -900, 92, '示例：佛山某模具有限公司'], ['T003', -2250, 92, '示例：佛山某铸造有限公司'], ['T003', -1100, 138, '示例：广东某智能装备有限公司'], ['T016', -2080, 60, '示例：佛山某电缆有限公司'], ['T016', -800, 150, '示例：佛山某电气有限公司'],
    ['T017', -2000, 60, '示例：广东某传动有限公司'], ['T017', -1500, 150, '示例：佛山某机器人有限公司'], ['T024', -600, 200, '示例：广东某汽车部件有限公司'], ['T101', -1400, 186, '示例：佛山某铝业有限公司'], ['T102', -500, 184, '示例：广东某陶瓷机械有限公司'], ['T004', -2110, 190, '示例：佛山某软件有限公司'], ['T103', -2300, 184, '示例：广东某压铸有限公司'], ['T104', -2400, 186, '示例：佛山某五金有限公司'], ['T005', -400, 185, '示例：佛山某电子商务有限公司'],
  ]
  for (const [number, day, days, firm] of seen) await confirmed(stage, stage.school, stage.teachers.get(number)!, { day, days, firm })
  const { tx, school, teacher, teachers, now, at } = stage
  const claim = await addClaim(tx, teacher, { organisationName: '示例：南海某工业设计中心', startsOn: dayAfter(now, -260), endsOn: dayAfter(now, -241), days: 20, source: '假期下厂考核表' }, at(-4))
  await addEvidence(tx, teacher, (await lockClaim(tx, teacher, claim.id))!, evidence('下厂考核表'), at(-4, 11))
  await addClaim(tx, school, { teacherId: teachers.get('T103')!, organisationName: '示例：佛山某注塑有限公司', startsOn: dayAfter(now, -640), endsOn: dayAfter(now, -581), days: 60, source: '原人事系统' }, at(-10))
}

async function confirmed({ tx, at, now }: Stage, school: Actor, teacherId: string, { day, days, firm }: { day: number; days: number; firm: string }) {
  const { id } = await addClaim(tx, school, { teacherId, organisationName: firm, startsOn: dayAfter(now, day), endsOn: dayAfter(now, day + days - 1), days, source: '原人事系统' }, at(-200))
  await addEvidence(tx, school, (await lockClaim(tx, school, id))!, evidence('企业实践鉴定表'), at(-199))
  const claim = (await lockClaim(tx, school, id))!
  await decideClaim(tx, school, claim, { decision: 'confirm', version: claim.version }, at(-198))
}

/** Another school, so that the office sees more than one. */
async function elsewhere(stage: Stage, college: Actor, rows: readonly { id: string; schoolId: string }[]) {
  const there = rows.filter(({ schoolId }) => schoolId === college.organisationId)
  await stage.tx.insertInto('practiceProfile').values(there.map(({ id }, at) => ({ teacherId: id, kind: 'specialist', employedOn: at === 0 ? dayAfter(stage.now, -800) : `20${String(8 + at).padStart(2, '0')}-08-01`, experienced: true, updatedAt: stage.at(-300) }))).execute()
  for (const [at, { id }] of there.slice(1, 4).entries()) await confirmed(stage, college, id, { day: -900 + at * 120, days: 190, firm: '示例：佛山某自动化有限公司' })
}

async function openings({ tx, now, at, enterprise, robots }: Stage): Promise<string[]> {
  const common = { department: '装备事业部', costs: '食宿由企业提供，往返交通由学校承担，企业买意外险', contactName: '示例工程师', contactPhone: '0757-00000000' }
  const wishes = [
    { by: enterprise, title: '焊接工作站调试与夹具改造', form: 'post' as const, field: '工业机器人', places: 4, tasks: '跟班调试两条焊接工作站，参与夹具改造和节拍优化，整理可以用于教学的案例。', from: -40, to: 300, ...common },
    { by: enterprise, title: '质量体系与现场管理培训', form: 'training' as const, field: '质量管理', places: 10, tasks: '两周集中培训：过程质量控制、5S 与点检、失效分析，最后到产线做一次现场诊断。', from: 20, to: 160, ...common },
    { by: robots, title: '协作机器人应用开发', form: 'research' as const, field: '机器人应用', places: 2, tasks: '参加协作机器人上下料项目，从方案、编程到现场验收，可与学校合作申报课题。', from: 7, to: 220, ...common, department: '研发部' },
  ]
  const ids: string[] = []
  for (const { by, from, to, ...wish } of wishes) {
    const { id } = await writeOpening(tx, by, { ...wish, startsOn: dayAfter(now, from), endsOn: dayAfter(now, to) }, at(-60), { demo: true })
    await moveOpening(tx, by, (await lockOpeningAnyhow(tx, id))!, { action: 'publish', version: 1 }, at(-59))
    ids.push(id)
  }
  await writeOpening(tx, enterprise, { ...common, title: '数字化车间参观与调研', form: 'visit', field: '智能制造', places: 20, tasks: '', startsOn: null, endsOn: null }, at(-3), { demo: true })
  return ids
}

const words = { goal: '掌握焊接工作站的离线编程和调试，带回两个教学案例。', tasks: '跟班调试，参与夹具改造，每周整理一份记录。' }
const diary = [
  { work: '跟班熟悉工作站和安全规程，学离线编程软件，跟着师傅示教了一条直焊缝。', learnt: '企业的安全交底比我们实训课细，回去要改实训手册。' },
  { work: '独立完成法兰件的离线编程，现场调试时改了三处过渡点，节拍从 68 秒降到 61 秒。', learnt: '节拍分析可以做成一次课的任务。' },
  { work: '参加夹具改造，画了两张定位块的图，第一件试焊变形超差，和工艺员一起加了压紧点。', learnt: '变形的案例拍了照片，准备写进教案。' },
  { work: '参加周例会和质量分析会，整理焊接缺陷图谱三十张，给新来的操作工讲了一次课。', learnt: '学生到岗最缺的是看工艺卡的习惯。' },
]

/** One who practises now; others that wait for the head, the office, the firm; and one that is credited. */
async function stays(stage: Stage, welding: string) {
  const { tx, now, school, teacher, enterprise, robots, teachers, organisations, at } = stage
  const plan = async (number: string, from: string, days: number, day: number, place: { openingId?: string; organisationId?: string } = { openingId: welding }) => {
    const { id } = await writePlan(tx, school, { teacherId: teachers.get(number)!, openingId: null, organisationId: null, form: 'post', startsOn: from, endsOn: shiftDay(from, days - 1), ...words, ...place }, at(day), { demo: true })
    return id
  }
  const move = async (id: string, by: Actor, action: Step['action'], day: number, more: Partial<Step> = {}) => {
    const one = (await lockPlanAnyhow(tx, id))!
    return movePlan(tx, by, one, { action, version: one.version, ...more }, at(day))
  }
  const away = { awayReason: '示例：课程已调开，由外聘教师代课。' }
  const toFirm = async (id: string, day: number, head: Actor = school) => {
    await move(id, school, 'apply', day)
    await move(id, head, 'endorse', day + 1)
    await move(id, school, 'approve', day + 2, away)
  }
  const week = async (id: string, monday: string, nth: number, upTo: 'sent' | 'confirmed') => {
    const one = (await lockPlanAnyhow(tx, id))!
    const friday = new Date(Math.min(Date.parse(`${monday}T00:00:00Z`) + 4 * 86_400_000 + 10 * 3_600_000, now.getTime()))
    const days = [0, 1, 2, 3, 4].map((more) => shiftDay(monday, more)).filter((day) => isWorkingDay(day) && day <= friday.toISOString().slice(0, 10))
    // A week of holidays has nothing to tell.
    if (days.length === 0) return
    const { version } = await writeJournal(tx, school, one, monday, { days, ...diary[nth % diary.length]!, version: 0 }, friday)
    if (nth === 1) await addPhoto(tx, school, one, monday, evidence('现场照片'), friday)
    const sent = await moveJournal(tx, school, one, monday, { action: 'send', version }, friday)
    if (upTo === 'confirmed') await moveJournal(tx, enterprise, one, monday, { action: 'confirm', version: sent.version }, friday)
  }

  const monday = mondayAfter(now, -22)
  const startDay = Math.round((Date.parse(monday) - Date.parse(dayAfter(now, 0))) / 86_400_000)
  const running = await plan('T016', monday, 70, startDay - 14)
  await toFirm(running, startDay - 13, teacher)
  await move(running, enterprise, 'accept', startDay - 8, { guideName: '示例师傅何工', guidePhone: '13300000001' })
  await move(running, school, 'start', startDay)
  for (const nth of [0, 1, 2]) await week(running, shiftDay(monday, nth * 7), nth, nth === 2 ? 'sent' : 'confirmed')

  const ended = mondayAfter(now, -36)
  const endDay = Math.round((Date.parse(ended) - Date.parse(dayAfter(now, 0))) / 86_400_000)
  const finished = await plan('T004', ended, 28, endDay - 14, { organisationId: organisations.get('ent-01')! })
  await toFirm(finished, endDay - 12)
  await move(finished, enterprise, 'accept', endDay - 6, { guideName: '示例师傅何工' })
  await move(finished, school, 'start', endDay)
  for (const nth of [0, 1, 2, 3]) await week(finished, shiftDay(ended, nth * 7), nth, 'confirmed')
  await move(finished, school, 'finish', endDay + 29, { endedOn: shiftDay(ended, 27), summary: '四周里完成两条焊缝的离线编程和一次夹具改造，整理教学案例两份，已排进下学期课程。' })

  await move(await plan('T017', mondayAfter(now, 30), 56, -3), school, 'apply', -2)
  await toFirm(await plan('T024', mondayAfter(now, 40), 60, -8, { organisationId: robots.organisationId! }), -7, teacher)
  const office = await plan('T103', mondayAfter(now, 50), 90, -6, { organisationId: organisations.get('ent-04')! })
  await move(office, school, 'apply', -5)
  await move(office, teacher, 'endorse', -4)
}
