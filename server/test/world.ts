import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { Endpoint } from '../src/contract/endpoint.ts'
import { newApp } from '../src/app.ts'
import type { Role } from '../src/kernel/actor.ts'
import { openDatabase } from '../src/kernel/db.ts'
import { newToken, tokenHash } from '../src/kernel/secrets.ts'
import { useSetting, type Setting } from '../src/kernel/setting.ts'
import { tasks } from '../src/worker.ts'
import { newDatabase } from './database.ts'
import { runWaitingJobs } from './jobs.ts'

type Body = Record<string, unknown> | undefined
// A test looks into replies freely; the contract is what proves their shape.
export type Reply = { status: number; body: ReturnType<typeof JSON.parse>; headers: Record<string, unknown> }

export type World = Awaited<ReturnType<typeof newWorld>>
export type Person = Awaited<ReturnType<World['person']>>

const kindOf: Partial<Record<Role, string>> = {
  enterprise_contact: 'enterprise',
  school_contact: 'school',
  teacher: 'school',
  student: 'school',
  park_contact: 'park',
  association_contact: 'association',
  platform_contact: 'innovation_platform',
  official: 'government',
  mentor: 'enterprise',
}

/** One app on a database of its own, a clock to move, and people who are signed in. */
export async function newWorld(options: { now?: string; setting?: Partial<Setting> } = {}) {
  const database = await newDatabase()
  const db = openDatabase(database.url, { max: 10 })
  const folder = mkdtempSync(join(tmpdir(), 'silian-world-'))
  let time = new Date(options.now ?? '2026-11-23T06:00:00Z')
  const now = () => new Date(time)
  useSetting({
    masterKey: Buffer.alloc(32, 7),
    origin: 'http://silian.test',
    files: new Disk(new FSDriver({ location: folder, visibility: 'private' })),
    smtp: null,
    demo: true,
    oidc: null,
    maxUploadBytes: 20 * 1024 * 1024,
    requestsPerMinute: 1_000_000,
    ...options.setting,
  })
  const app = await newApp({ db, now, logLevel: 'silent' })
  const ground = { db, url: database.url, now }

  /** The people of a test stay signed in wherever its clock goes. */
  const forever = () => new Date(time.getTime() + 400 * 86_400_000)

  const alliance = await db
    .insertInto('alliance')
    .values({ code: 'NH', kind: 'district', name: '示例产教融合联盟', nameEn: 'Demo Alliance' })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow()

  let counter = 0
  const unique = () => `${++counter}`

  async function organisation(kind: string, change: Record<string, unknown> = {}) {
    return db
      .insertInto('organisation')
      .values({ name: `示例单位${unique()}`, kind, uscc: null, staffCount: 200, divisionCode: '440605', ...change } as never)
      .returningAll()
      .executeTakeFirstOrThrow()
  }

  async function request(method: string, path: string, token: string | null, body?: Body, more: Record<string, unknown> = {}): Promise<Reply> {
    const reply = await app.inject({
      method: method as 'GET',
      url: `/api${path}`,
      ...(token ? { cookies: { silian_session: token } } : {}),
      ...(body === undefined ? {} : { payload: body }),
      ...more,
    })
    const json = String(reply.headers['content-type'] ?? '').includes('json')
    return { status: reply.statusCode, body: json ? JSON.parse(reply.body) : reply.rawPayload, headers: reply.headers }
  }

  const as = (token: string | null) => ({
    get: (path: string) => request('GET', path, token),
    post: (path: string, body: Body = {}) => request('POST', path, token, body),
    put: (path: string, body: Body = {}) => request('PUT', path, token, body),
    patch: (path: string, body: Body = {}) => request('PATCH', path, token, body),
    delete: (path: string) => request('DELETE', path, token),
    upload: (path: string, file: { name: string; bytes: Buffer; mediaType?: string }, fields: Record<string, string> = {}) => {
      const { payload, headers } = multipart(file, fields)
      return request('POST', path, token, undefined, { payload, headers })
    },
  })

  async function person(role: Role, seat: { organisationId?: string; studentId?: string; allianceId?: string; name?: string } = {}) {
    const name = seat.name ?? `示例${role}${unique()}`
    const organisationId = role === 'secretariat' ? null : (seat.organisationId ?? (await organisation(kindOf[role]!)).id)
    const account = await db.insertInto('account').values({ name, login: `p${unique()}-${randomBytes(4).toString('hex')}` }).returning('id').executeTakeFirstOrThrow()
    const grant = await db
      .insertInto('roleGrant')
      .values({ accountId: account.id, role, organisationId, allianceId: role === 'secretariat' ? (seat.allianceId ?? alliance.id) : null, studentId: seat.studentId ?? null })
      .returning('id')
      .executeTakeFirstOrThrow()
    const token = newToken()
    await db
      .insertInto('session')
      .values({ tokenHash: tokenHash(token), accountId: account.id, roleGrantId: grant.id, createdAt: now(), lastSeenAt: forever(), expiresAt: forever(), secondFactorAt: now() })
      .execute()
    return { accountId: account.id, organisationId: organisationId!, studentId: seat.studentId ?? null, name, token, ...as(token) }
  }

  return {
    db,
    url: database.url,
    app,
    alliance,
    now,
    /** Moves the clock: a date, or so many hours on. */
    moveTo: (when: string | { hours: number }) => {
      time = typeof when === 'string' ? new Date(when) : new Date(time.getTime() + when.hours * 3_600_000)
    },
    organisation,
    person,
    nobody: as(null),
    stranger: async (method: Endpoint['method'], path: string) =>
      (await request(method, path.replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000000'), null, method === 'GET' ? undefined : {})).status,
    request,
    /** Does what the worker would do, until nothing waits. */
    work: () => runWaitingJobs(database.url, tasks(ground)),
    /** One task, as the timetable would run it. */
    task: async (name: string) => tasks(ground)[name]!({}, {} as never),
    close: async () => {
      await app.close()
      await db.destroy()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function multipart(file: { name: string; bytes: Buffer; mediaType?: string }, fields: Record<string, string>) {
  const boundary = `silian${randomBytes(8).toString('hex')}`
  const parts = Object.entries(fields).map(([name, value]) => Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`))
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.mediaType ?? 'application/octet-stream'}\r\n\r\n`
  const payload = Buffer.concat([...parts, Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
