import { randomBytes } from 'node:crypto'
import { newPlacementsWorld } from '../server/test/placements-world.ts'
import type { World } from '../server/test/world.ts'
import { ask, newAppAt, newPlace, organisation, signIn } from './place.ts'
import { median, report } from './report.ts'

/** One internship of half a year with all its papers: 26 weekly logs, 60 photographs of 600 kB, a scan of 8 MB; from the click until the last byte of the ZIP. */
const runs = 5
const photos = 60
const now = () => new Date('2027-09-01T02:00:00Z')
const place = await newPlace()
const app = await newAppAt(place, now)
const json = (reply: { body: string }) => JSON.parse(reply.body) as Record<string, never>

const people = {
  db: place.db,
  alliance: { id: place.allianceId, name: '' },
  now,
  organisation: (kind: string, change: Record<string, unknown> = {}) =>
    place.db.insertInto('organisation').values({ name: `示例单位${randomBytes(4).toString('hex')}`, kind, uscc: null, staffCount: 200, divisionCode: '440605', ...change } as never).returningAll().executeTakeFirstOrThrow(),
  person: async (role: 'school_contact', seat: { organisationId?: string; studentId?: string; name?: string }) => {
    const [token] = await signIn(place.db, [{ role, name: seat.name ?? '示例', ...(seat.organisationId ? { organisationId: seat.organisationId } : {}), ...(seat.studentId ? { studentId: seat.studentId } : {}) }], now())
    const account = await place.db.selectFrom('account').select('id').orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    const call = (method: 'GET' | 'POST' | 'PUT') => async (path: string, body?: object) => ask(app, token!, method, path, body)
    return { accountId: account.id, organisationId: seat.organisationId!, studentId: seat.studentId ?? null, name: seat.name ?? '示例', token: token!, get: call('GET'), post: call('POST'), put: call('PUT') }
  },
} as unknown as World
await organisation(place.db, 'government', '示例主管部门')
const made = newPlacementsWorld(people)

type Caller = { get: (path: string) => ReturnType<typeof ask>; post: (path: string, body?: object) => ReturnType<typeof ask>; put: (path: string, body?: object) => ReturnType<typeof ask>; token: string }
const school = await made.school()
const [office, second] = [school.contact, school.second] as unknown as Caller[]
const items = [
  { code: 'work', title: '岗位任务', part: 'unit', kind: 'process', weight: 60 },
  { code: 'report', title: '报告', part: 'school', kind: 'result', weight: 40 },
]
const { id: schemeId } = json(await office!.post('/assessment-schemes', { title: '示例方案', items }))
await second!.post(`/assessment-schemes/${schemeId}/approval`, { minutesNumber: '示例 1 号', version: 1 })
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(600_000)])
const scan = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(8_000_000)])

const archiving: number[] = []
const bundling: number[] = []
const processor: number[] = []
let size = 0
for (let run = 0; run < runs; run++) {
  const placement = await made.placement('active', { school })
  const [unit, teacher, student] = [placement.unit, placement.supervisor, placement.student] as unknown as Caller[]
  await unit!.put(`/placements/${placement.id}/assessment/marks/unit`, { marks: { work: 80 } })
  await teacher!.put(`/placements/${placement.id}/assessment/marks/school`, { marks: { report: 90 } })
  for (const kind of ['summary', 'report']) await student!.put(`/placements/${placement.id}/texts/${kind}`, { text: '在装配车间实习了六个月。'.repeat(60), handIn: true })
  await office!.post(`/placements/${placement.id}/assessment/publication`)
  for (let week = 0; week < 26; week++) {
    const monday = new Date(Date.parse('2027-03-01T00:00:00Z') + week * 7 * 86_400_000).toISOString().slice(0, 10)
    await place.db.insertInto('placementLog').values({ placementId: placement.id, week: monday, did: '本周在装配线学装端盖，'.repeat(30), learnt: '先看图再动手。'.repeat(10), sendId: crypto.randomUUID(), sentAt: now(), changedAt: now() }).execute()
  }
  await send(`/placements/${placement.id}/archive/papers`, { kind: 'agreement', title: '三方协议签署件' }, '协议.pdf', scan)
  for (const kind of ['plan', 'inspection']) await send(`/placements/${placement.id}/archive/papers`, { kind, title: kind }, `${kind}.pdf`, scan.subarray(0, 200_000))
  for (let n = 0; n < photos; n++) await send(`/placements/${placement.id}/archive/papers`, { kind: 'evidence', title: `照片 ${n}` }, `${n}.jpg`, jpeg)

  const began = performance.now()
  await office!.post(`/placements/${placement.id}/archive`)
  const archived = performance.now()
  const used = process.cpuUsage()
  const reply = await app.inject({ method: 'GET', url: `/api/placements/${placement.id}/archive.zip`, cookies: { silian_session: office!.token } })
  bundling.push(performance.now() - archived)
  const { user, system } = process.cpuUsage(used)
  processor.push((user + system) / 1e6)
  archiving.push(archived - began)
  size = reply.rawPayload.length
}
report('archive', [
  { what: 'archive one internship and download its bundle', value: (median(archiving) + median(bundling)) / 1000, unit: 's', goal: 3, note: `median of ${runs}; ${photos} photographs, 26 logs, ${(size / 1e6).toFixed(0)} MB` },
  { what: 'of that, the bundle: every file read, its SHA-256 compared, streamed', value: median(bundling) / 1000, unit: 's', note: `${median(processor).toFixed(2)} s of processor; ours alone, on a machine that others use, too` },
])
await app.close()
await place.close()

async function send(path: string, fields: Record<string, string>, name: string, bytes: Buffer) {
  const boundary = 'silianbench'
  const parts = Object.entries(fields).map(([key, value]) => Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`))
  const payload = Buffer.concat([...parts, Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  await ask(app, office!.token, 'POST', path, { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })
}
