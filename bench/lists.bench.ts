import { join } from 'node:path'
import autocannon from 'autocannon'
import { sql } from 'kysely'
import { insertMarket } from './market-rows.ts'
import { newPlace, signIn } from './place.ts'
import { people as crowd } from './people.ts'
import { processorSecondsOf } from './processor-time.ts'
import { median, p95, report, type Figure } from './report.ts'
import { startServer } from './server-process.ts'

/** The lists people live in, with 100,000 students, against the real server on a real socket; 50 people at a time. */
const people = 50
const seconds = 8

const place = await newPlace()
await insertMarket(place.db, place.allianceId, { schools: 100, classesPerSchool: 25, students: 100_000, firms: 500, posts: 1000, seats: 10, wishes: 10 })
await sql`insert into round (number, alliance_id, title, leave_year, state, seed_commitment, wishes_open_at, wishes_close_at, created_at)
  select 'R-2026-' || lpad(i::text, 4, '0'), ${place.allianceId}::uuid, '2027 届岗位实习 第 ' || i || ' 轮', 2027, 'wishing', sha256('x'), '2026-11-01', '2027-11-20', now() - i * interval '1 day' from generate_series(1, 60) i`.execute(place.db)
await sql`insert into round_cohort (round_id, cohort_id) select r.id, c.id from round r, cohort c where hashtext(r.number) % 10 = hashtext(c.id::text) % 10`.execute(place.db)
await sql`insert into round_post (round_id, post_id, seats) select r.id, n.id, 10 from round r, need n where hashtext(r.number) % 5 = hashtext(n.number) % 5`.execute(place.db)
await sql`analyze`.execute(place.db)
const school = await place.db.selectFrom('organisation').select('id').where('kind', '=', 'school').executeTakeFirstOrThrow()
const [office, contact] = await signIn(place.db, [
  { role: 'secretariat', name: '示例专员', allianceId: place.allianceId },
  { role: 'school_contact', name: '示例老师', organisationId: school.id },
])

const env = { DATABASE_URL: place.url, SILIAN_DATA: place.folder, SILIAN_DEMO: 'off', SILIAN_WORKER: 'off', SILIAN_LOG: 'error', SILIAN_REQUESTS_PER_MINUTE: '100000000' }
const silian = await startServer(join(import.meta.dirname, '../server/src/main.ts'), '/healthz', env)
const peer = await startServer(join(import.meta.dirname, 'lists-peer.ts'), '/healthz', { DATABASE_URL: place.url })

type Target = { what: string; origin: string; paths: string[]; token?: string }
const pages = (path: string) => [1, 2, 3, 40].map((page) => `${path}${path.includes('?') ? '&' : '?'}page=${page}`)
const targets: Target[] = [
  { what: 'students, the office', origin: silian.origin, paths: pages('/api/students'), token: office! },
  { what: 'students by name, the office', origin: silian.origin, paths: ['陈嘉', '怡示例', '黄', 'S00012'].map((q) => `/api/students?q=${encodeURIComponent(q)}`), token: office! },
  { what: 'students by mark, the office', origin: silian.origin, paths: pages('/api/students?sort=mark'), token: office! },
  { what: 'students, a school', origin: silian.origin, paths: pages('/api/students'), token: contact! },
  { what: 'organisations, the office', origin: silian.origin, paths: pages('/api/organisations'), token: office! },
  { what: 'rounds, the office', origin: silian.origin, paths: pages('/api/rounds').slice(0, 3), token: office! },
  { what: 'rounds, a school', origin: silian.origin, paths: pages('/api/rounds').slice(0, 3), token: contact! },
]

const figures: Figure[] = []
for (const target of targets) {
  await crowd({ ...target, people, seconds: 2 })
  const before = processorSecondsOf(silian.pid, place.folder)
  const times = await crowd({ ...target, people, seconds })
  const each = (1000 * (processorSecondsOf(silian.pid, place.folder) - before)) / times.length
  figures.push({ what: `${target.what}: p95`, value: p95(times), unit: 'ms', goal: 50, note: `each asks about once a second; ${each.toFixed(1)} ms of processor an answer` })
}
const ours = await load(targets[0]!)
const bare = await load({ what: 'peer', origin: peer.origin, paths: ['/students'] })
figures.push(
  { what: 'students, each asking again at once: p95', value: ours.p95, unit: 'ms', note: `${ours.perSecond.toFixed(0)} answers a second` },
  { what: 'a bare Fastify route with the same page, likewise: p95', value: bare.p95, unit: 'ms', note: `${bare.perSecond.toFixed(0)} answers a second` },
  { what: 'our median against the bare route', value: ours.median / bare.median, unit: '×' },
)
report('lists', figures)

await silian.stop()
await peer.stop()
await place.close()

/** Without a pause between answer and question. Warmed for a moment first; anything but 200 ends the measurement. */
async function load({ what, origin, paths, token }: Target) {
  const options = { url: origin, connections: people, requests: paths.map((path) => ({ path })), ...(token ? { headers: { cookie: `silian_session=${token}` } } : {}) }
  await autocannon({ ...options, duration: 2 })
  const times: number[] = []
  const running = autocannon({ ...options, duration: seconds })
  running.on('response', (_client, _status, _bytes, ms) => times.push(ms))
  const result = await running
  if (result.non2xx + result.errors + result.timeouts > 0) throw new Error(`${what}: ${JSON.stringify(result)}`)
  return { p95: p95(times), median: median(times), perSecond: result.requests.average }
}
