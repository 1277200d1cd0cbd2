import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { newPlace, organisation, signIn } from './place.ts'
import { processorSecondsOf } from './processor-time.ts'
import { p95, quantile, report, type Figure } from './report.ts'
import { startServer } from './server-process.ts'

/** Sunday evening: every student of a year sends the log of the week. `node logs.bench.ts 60` tries it with fewer. */
const students = Number(process.argv[2] ?? 500)
const rounds = 3
/** All within these seconds, nobody in step. */
const within = 10

const place = await newPlace()
const { db, allianceId } = place
const school = await organisation(db, 'school', '示例学校')
const firm = await organisation(db, 'enterprise', '示例企业')
const programme = await db.insertInto('programme').values({ schoolId: school.id, majorCode: '660301', name: '机电技术应用', level: 'secondary', lengthYears: 3 }).returning('id').executeTakeFirstOrThrow()
const cohort = await db.insertInto('cohort').values({ programmeId: programme.id, name: '机电 1 班', entryYear: 2024, leaveYear: 2027 }).returning('id').executeTakeFirstOrThrow()
const teacher = await db.insertInto('teacher').values({ schoolId: school.id, number: 'T1', name: '示例教师' }).returning('id').executeTakeFirstOrThrow()
const now = new Date()
const day = (days: number) => new Date(now.getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
const mondayBack = (weeks: number) => {
  const weekday = (new Date(`${day(0)}T00:00:00Z`).getUTCDay() + 6) % 7
  return day(-weekday - 7 * weeks)
}
await db.insertInto('unit').values({ allianceId, schoolId: school.id, organisationId: firm.id, state: 'proposed', createdAt: now, updatedAt: now }).execute()
await sql`insert into student (school_id, cohort_id, student_number, name, sex, birth_date) select ${school.id}, ${cohort.id}, 'S' || i, '示例学生' || i, 'male', '2008-01-01' from generate_series(1, ${students}::int) i`.execute(db)
await sql`insert into placement (number, alliance_id, school_id, organisation_id, student_id, state, starts_on, ends_on, supervisor_id, mentor_name, activated_at, created_at, updated_at)
  select 'P-' || student_number, ${allianceId}, ${school.id}, ${firm.id}, id, 'active', ${day(-70)}, ${day(100)}, ${teacher.id}, '示例师傅', now(), now(), now() from student`.execute(db)
await sql`insert into placement_terms (placement_id, title) select id, '示例岗位' from placement`.execute(db)
await sql`insert into task_card (placement_id, position, title, created_at, updated_at) select id, 1, '端盖装配', now(), now() from placement`.execute(db)
await sql`analyze`.execute(db)
const placements = await db.selectFrom('placement').innerJoin('taskCard', 'taskCard.placementId', 'placement.id').select(['placement.id', 'placement.studentId', 'taskCard.id as taskId']).execute()
const tokens = await signIn(db, placements.map(({ studentId }) => ({ role: 'student' as const, name: '示例学生', organisationId: school.id, studentId })))
const silian = await startServer(join(import.meta.dirname, '../server/src/main.ts'), '/healthz', { DATABASE_URL: place.url, SILIAN_DATA: place.folder, SILIAN_DEMO: 'off', SILIAN_WORKER: 'off', SILIAN_LOG: 'error', SILIAN_REQUESTS_PER_MINUTE: '100000000' })

const characters = [...'今天在车间学习装配调试师傅讲了安全规程我负责拧紧螺栓检查扭矩记录数据下午整理工具打扫卫生明天继续跟班质量问题很多需要细心测量孔径偏差图纸看懂一半']
const text = () => Array.from({ length: 300 }, () => characters[Math.floor(characters.length * Math.random())]).join('')

const agents = tokens.map(() => new Agent({ keepAlive: true, maxSockets: 1 }))
function send(at: number, week: string): Promise<number> {
  const { id, taskId } = placements[at]!
  const body = JSON.stringify({ sendId: randomUUID(), version: 0, did: text(), learnt: '学会用扭矩扳手', hours: [{ taskId, hours: 30 }] })
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const asking = request(`${silian.origin}/api/my/placements/${id}/logs/${week}`, { method: 'PUT', agent: agents[at]!, headers: { 'content-type': 'application/json', cookie: `silian_session=${tokens[at]!}`, 'content-length': Buffer.byteLength(body) } }, (response) => {
      response.on('end', () => (response.statusCode === 200 ? resolve(performance.now() - began) : reject(new Error(String(response.statusCode)))))
      response.on('error', reject)
      response.resume()
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

const figures: Figure[] = []
await Promise.all(placements.map((_, at) => send(at, mondayBack(9))))
const spread: number[] = []
const before = processorSecondsOf(silian.pid, place.folder)
for (let week = 1; week <= rounds; week++) spread.push(...(await Promise.all(placements.map(async (_, at) => wait(1000 * within * Math.random()).then(() => send(at, mondayBack(week)))))))
const each = (1000 * (processorSecondsOf(silian.pid, place.folder) - before)) / spread.length
figures.push({ what: `${students} students, within ${within} s: p95`, value: p95(spread), unit: 'ms', goal: 200, note: `three weeks of it; median ${quantile(spread, 0.5).toFixed(0)} ms, ${each.toFixed(1)} ms of processor a log` })
const began = performance.now()
const instant = await Promise.all(placements.map((_, at) => send(at, mondayBack(rounds + 1))))
figures.push({ what: `${students} students, in the same instant: p95`, value: p95(instant), unit: 'ms', goal: 200, note: `all kept after ${((performance.now() - began) / 1000).toFixed(1)} s` })
report(students === 500 ? 'logs' : 'logs-small', figures)

for (const agent of agents) agent.destroy()
await silian.stop()
await place.close()
