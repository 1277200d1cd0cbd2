import { archive, addPaper } from '../src/features/placements/archive/service.ts'
import { approveScheme, writeScheme } from '../src/features/placements/assessments/schemes/service.ts'
import { giveMarks, publishResult, writeText } from '../src/features/placements/assessments/service.ts'
import { lockScheme } from '../src/features/placements/assessments/tables.ts'
import { askToChange } from '../src/features/placements/changes/service.ts'
import { complain, write as writeToComplaint } from '../src/features/placements/complaints/service.ts'
import { lockComplaint } from '../src/features/placements/complaints/tables.ts'
import { noteMeasure, noteNotice, openClaim, reportIncident, stepClaim } from '../src/features/placements/incidents/service.ts'
import { listPolicies, lockIncident } from '../src/features/placements/incidents/tables.ts'
import { answerReport, reportProblem } from '../src/features/placements/reports/service.ts'
import { lockReport } from '../src/features/placements/reports/tables.ts'
import { writeForm } from '../src/features/placements/returns/service.ts'
import { lockPlacementsAnyhow } from '../src/features/placements/service.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { Tx } from '../src/kernel/db.ts'
import { nextNumber } from '../src/kernel/running-number.ts'
import { dayAfter, momentAfter } from './days.ts'
import type { DemoAlliance } from './shape.ts'

type Ids = ReadonlyMap<string, string>
type Cast = { office: Actor; organisations: Ids; accounts: Ids }

const items = [
  { code: 'skill', title: '岗位任务完成', part: 'unit' as const, kind: 'process' as const, weight: 35, guide: '按任务卡，能否独立、规范完成' },
  { code: 'conduct', title: '安全与协作', part: 'unit' as const, kind: 'process' as const, weight: 15, guide: '安全规程、与班组配合' },
  { code: 'days', title: '出勤', part: 'unit' as const, kind: 'attendance' as const, weight: 10, guide: '请假不扣分' },
  { code: 'log', title: '周志', part: 'school' as const, kind: 'process' as const, weight: 15, guide: '写得具体，有问题有思考' },
  { code: 'report', title: '报告与答辩', part: 'school' as const, kind: 'result' as const, weight: 25, guide: '岗位、任务、问题、解决' },
]
const summary = '在装配车间实习了六个月，先认工具和图纸，再跟师傅在端盖工位装配，后来轮到检验和调试。学会了看工艺卡、用扭矩扳手、填首件检验单，也明白了为什么要先停下来再报告。'.repeat(3)
const report = '岗位是机电装调。主要任务有端盖装配、扭矩检验、整机调试和设备点检。最难的是一批扭矩偏小的问题，我和师傅从气压、枪头、程序一步步查，最后发现是气管接头漏气。'.repeat(7)
const sheet = (title: string) => Buffer.from(`%PDF-1.4\n% ${title}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`)

/** What students asked for help with, an accident and its claim, and one internship from its last day to the archive; all by the product's services. */
export async function loadWayOut(tx: Tx, demo: DemoAlliance, { office, organisations, accounts }: Cast, now: Date) {
  const schoolId = organisations.get('school-1')!
  const seat = (login: string): Actor => {
    const { name, role, organisation } = demo.accounts.find((one) => one.login === login)!
    return { ...office, accountId: accounts.get(login)!, name, role, organisationId: organisation ? organisations.get(organisation)! : null, allianceId: null }
  }
  const [school, teacher, enterprise, official] = [seat('school'), seat('teacher'), seat('enterprise'), seat('official')]
  const placements = await tx.selectFrom('placement').select(['id', 'studentId', 'organisationId']).where('schoolId', '=', schoolId).where('state', '=', 'active').where('demo', '=', true).orderBy('number').execute()
  const studentActor = (studentId: string, login?: string): Actor => ({ ...office, accountId: login ? accounts.get(login)! : office.accountId, role: 'student', organisationId: schoolId, allianceId: null, studentId })
  const held = async (id: string) => (await lockPlacementsAnyhow(tx, [id]))[0]!
  const [first, second, third] = placements
  if (!first || !second || !third) return
  const intern = studentActor(first.studentId, 'intern')

  const problem = await reportProblem(tx, intern, await held(first.id), { topic: 'lodging', text: '宿舍热水器坏了三天，和宿管说了没人修。（示例）' }, momentAfter(now, -20, 19))
  await answerReport(tx, teacher, (await lockReport(tx, teacher, problem.id))!, '已联系单位行政，今天下午换新的。晚上洗不了澡的话打我电话。', momentAfter(now, -19, 10))
  await reportProblem(tx, studentActor(second.studentId), await held(second.id), { topic: 'fees', text: '班长说工作服要押二百元，实习完再退。（示例）' }, momentAfter(now, -1, 18))
  await askToChange(tx, studentActor(third.studentId), await held(third.id), { kind: 'change', safety: false, reason: '一直在仓库搬货，和专业对不上，想换到装配岗位。（示例）' }, momentAfter(now, -1, 9))

  const complaint = await complain(tx, studentActor(second.studentId), { authorityId: official.organisationId!, placementId: second.id, topic: 'fees', against: 'unit', text: '每个新来的实习生都要交二百元工作服押金，不给收据。（示例）' }, momentAfter(now, -6, 20))
  await writeToComplaint(tx, official, (await lockComplaint(tx, official, complaint.id))!, { kind: 'measure', text: '已约监察大队下周到厂抽查，不提实习生。' }, momentAfter(now, -4, 10))

  const happened = momentAfter(now, -15, 15)
  const accident = await reportIncident(tx, enterprise, await held(first.id), { kind: 'injury', severity: 'light', happenedAt: happened, place: '装配线 3 号工位（示例）', text: '搬端盖时左手中指划伤，厂医清创包扎。' }, momentAfter(now, -15, 16))
  for (const [whom, name] of [['guardian', '示例家长'], ['school', '示例副校长'], ['unit', '示例安全员'], ['insurer', '示例财产保险报案热线']] as const)
    await noteNotice(tx, teacher, (await lockIncident(tx, teacher, accident.id))!, { whom, name, channel: 'call', toldAt: momentAfter(now, -15, 17) }, momentAfter(now, -15, 18))
  await noteMeasure(tx, enterprise, (await lockIncident(tx, enterprise, accident.id))!, { text: '端盖工位配防割手套，班前会重讲搬运姿势。', doneOn: dayAfter(now, -14) }, momentAfter(now, -14, 9))
  const [policy] = await listPolicies(tx, first.id, dayAfter(now, -15))
  if (policy) {
    const claim = await openClaim(tx, school, (await lockIncident(tx, school, accident.id))!, { policyId: policy.id, claimNumber: '示例案 0001', claimed: 386.5, reportedOn: dayAfter(now, -15) }, momentAfter(now, -14, 10))
    await stepClaim(tx, school, (await lockIncident(tx, school, accident.id))!, claim.id, { to: 'documented', onDay: dayAfter(now, -10), remark: '病历、发票已寄' }, momentAfter(now, -10, 10))
  }

  const schemeId = (await writeScheme(tx, { ...school, accountId: teacher.accountId }, { title: '机电类岗位实习考核方案（示例）', items, passMark: 60 }, momentAfter(now, -300, 10), true)).id
  await approveScheme(tx, school, (await lockScheme(tx, school, schemeId))!, { minutesNumber: '示例校务会〔2026〕3 号', version: 1 }, momentAfter(now, -298, 10))
  await loadFinished(tx, { office, school, teacher, enterprise, first: first.id, taken: placements.map(({ studentId }) => studentId) }, now)
  await writeForm(tx, office, returnForm, momentAfter(now, -60, 10), true)
}

/** An internship of the half-year before: marked, published, its eight papers together, archived. */
async function loadFinished(tx: Tx, { office, school, teacher, enterprise, first, taken }: { office: Actor; school: Actor; teacher: Actor; enterprise: Actor; first: string; taken: readonly string[] }, now: Date) {
  const like = await tx.selectFrom('placement').selectAll().where('id', '=', first).executeTakeFirstOrThrow()
  const terms = await tx.selectFrom('placementTerms').selectAll().where('placementId', '=', first).executeTakeFirstOrThrow()
  const student = await tx.selectFrom('student').select('id').where('schoolId', '=', school.organisationId).where('id', 'not in', taken).orderBy('studentNumber', 'desc').limit(1).executeTakeFirst()
  if (!student) return
  const [startsOn, endsOn, began] = [dayAfter(now, -262), dayAfter(now, -82), momentAfter(now, -264, 10)]
  const { id: placementId } = await tx
    .insertInto('placement')
    .values({
      number: await nextNumber(tx, 'P', began), allianceId: like.allianceId, schoolId: like.schoolId, organisationId: like.organisationId, studentId: student.id, state: 'active', startsOn, endsOn, supervisorId: like.supervisorId, mentorName: like.mentorName,
      mentorPhone: like.mentorPhone, lodging: 'home', vettedAt: began, consentedAt: began, signedAt: began, insuredAt: began, trainedAt: began, activatedAt: began, createdAt: began, updatedAt: began, demo: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('placementTerms').values({ ...terms, placementId }).execute()
  const held = async () => ({ ...(await lockPlacementsAnyhow(tx, [placementId]))[0]!, mentorAccountId: null })
  const actor: Actor = { ...office, role: 'student', organisationId: school.organisationId, allianceId: null, studentId: student.id }
  await giveMarks(tx, enterprise, await held(), 'unit', { marks: { skill: 86, conduct: 90, days: 100 }, words: '肯动手，动作规范，可以独立上工位。' }, momentAfter(now, -84, 10))
  await giveMarks(tx, teacher, await held(), 'school', { marks: { log: 82, report: 88 }, words: '周志写得具体，报告抓住了问题。' }, momentAfter(now, -83, 10))
  await writeText(tx, actor, await held(), 'summary', { text: summary, handIn: true }, momentAfter(now, -83, 20))
  await writeText(tx, actor, await held(), 'report', { text: report, handIn: true }, momentAfter(now, -83, 21))
  await publishResult(tx, school, await held(), momentAfter(now, -80, 10))
  for (const [kind, title] of [['agreement', '三方协议签署件（示例）'], ['plan', '岗位实习方案（示例）'], ['log', '实习日志合订本（示例）'], ['inspection', '巡查记录表（示例）'], ['evidence', '现场照片（示例）']] as const)
    await addPaper(tx, school, await held(), { name: `${title}.pdf`, mediaType: 'application/pdf', bytes: sheet(kind), fields: { kind, title } }, momentAfter(now, -70, 10))
  await archive(tx, school, await held(), momentAfter(now, -66, 10))
}

const column = { fixed: '', map: '', required: false, most: 0, days: '20270301' as const }
const returnForm = {
  title: '全国职业学校实习备案数据（示例格式）',
  note: '按部里系统的导入模板改表头和代码；这里是示例。',
  columns: [
    { ...column, heading: '学校名称', source: 'schoolName' as const, required: true },
    { ...column, heading: '姓名', source: 'studentName' as const, required: true, most: 50 },
    { ...column, heading: '身份证件号', source: 'idNumber' as const, required: true },
    { ...column, heading: '性别', source: 'sex' as const, map: '性别' },
    { ...column, heading: '专业代码', source: 'majorCode' as const, required: true },
    { ...column, heading: '实习单位', source: 'unitName' as const, required: true },
    { ...column, heading: '统一社会信用代码', source: 'unitCode' as const, required: true },
    { ...column, heading: '实习类型', source: 'kind' as const, map: '实习类型' },
    { ...column, heading: '开始日期', source: 'startsOn' as const, required: true },
    { ...column, heading: '结束日期', source: 'lastDay' as const, required: true },
    { ...column, heading: '协议编号', source: 'agreementNumber' as const, required: true },
    { ...column, heading: '保单号', source: 'policyNumber' as const, required: true },
    { ...column, heading: '成绩', source: 'total' as const },
  ],
  maps: { 性别: { male: '1', female: '2' }, 实习类型: { placement: '岗位实习', orientation: '认识实习' } },
}
