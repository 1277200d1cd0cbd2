import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { newApp } from '../server/src/app.ts'
import type { Role } from '../server/src/kernel/actor.ts'
import { openDatabase, type Db } from '../server/src/kernel/db.ts'
import { startPostgres } from '../server/src/kernel/embedded-postgres/start-postgres.ts'
import { migrate } from '../server/src/kernel/migrate.ts'
import { newToken, tokenHash } from '../server/src/kernel/secrets.ts'
import { useSetting } from '../server/src/kernel/setting.ts'

/** The built-in PostgreSQL with its ordinary, durable settings, on a folder that is thrown away; migrated, with one alliance unless it is to be empty. */
export async function newPlace({ empty = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'silian-bench-'))
  const postgres = await startPostgres({ dataDir: folder })
  await migrate(postgres.url)
  const db = openDatabase(postgres.url)
  useSetting({
    masterKey: Buffer.alloc(32, 7),
    origin: 'http://localhost:4880',
    files: new Disk(new FSDriver({ location: join(folder, 'files'), visibility: 'private' })),
    smtp: null,
    demo: false,
    oidc: null,
    maxUploadBytes: 20 * 1024 * 1024,
    requestsPerMinute: 1_000_000_000,
  })
  const alliance = empty ? undefined : await insertAlliance(db)
  const close = async () => {
    await db.destroy()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { db, url: postgres.url, folder, allianceId: alliance?.id ?? '', close }
}

const insertAlliance = (db: Db) =>
  db.insertInto('alliance').values({ code: 'NH', kind: 'district', name: '示例产教融合联盟', nameEn: 'Example Alliance' }).returning('id').executeTakeFirstOrThrow()

export type Place = Awaited<ReturnType<typeof newPlace>>

export const organisation = (db: Db, kind: string, name: string) =>
  db.insertInto('organisation').values({ name, kind, divisionCode: '440605', staffCount: 200 }).returning('id').executeTakeFirstOrThrow()

type Seat = { role: Role; name: string; organisationId?: string; allianceId?: string; studentId?: string }

/** People who are signed in, in the order given: their tokens. Any number in four statements. */
export async function signIn(db: Db, seats: readonly Seat[], now = new Date()): Promise<string[]> {
  const tokens = seats.map(() => newToken())
  const until = new Date(now.getTime() + 400 * 86_400_000)
  for (let start = 0; start < seats.length; start += 2000) {
    const part = seats.slice(start, start + 2000)
    const mark = newToken().toLowerCase().slice(0, 8)
    const logins = part.map((_, at) => `b${mark}-${start + at}`)
    const accounts = await db.insertInto('account').values(part.map(({ name }, at) => ({ name, login: logins[at]! }))).returning(['id', 'login']).execute()
    const idOf = new Map(accounts.map(({ id, login }) => [login, id]))
    const grants = await db
      .insertInto('roleGrant')
      .values(part.map(({ role, organisationId, allianceId, studentId }, at) => ({
        accountId: idOf.get(logins[at]!)!, role, organisationId: organisationId ?? null, allianceId: allianceId ?? null, studentId: studentId ?? null,
      })))
      .returning(['id', 'accountId'])
      .execute()
    const grantOf = new Map(grants.map(({ id, accountId }) => [accountId, id]))
    await db
      .insertInto('session')
      .values(part.map((_, at) => {
        const accountId = idOf.get(logins[at]!)!
        return {
          tokenHash: tokenHash(tokens[start + at]!), accountId, roleGrantId: grantOf.get(accountId)!,
          createdAt: now, lastSeenAt: until, expiresAt: until, secondFactorAt: now,
        }
      }))
      .execute()
  }
  return tokens
}

type App = Awaited<ReturnType<typeof newApp>>

/** The product itself, without a socket. */
export const newAppAt = (place: Place, now: () => Date) => newApp({ db: place.db, now, logLevel: 'error' })

/** One request; anything but 200 ends the measurement. */
export async function ask(app: App, token: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object | { payload: Buffer; headers: Record<string, string> }) {
  const sent = body === undefined ? {} : 'headers' in body ? body : { payload: body }
  const reply = await app.inject({ method, url: `/api${path}`, cookies: { silian_session: token }, ...sent })
  if (reply.statusCode !== 200) throw new Error(`${method} ${path}: ${reply.statusCode} ${reply.body.slice(0, 500)}`)
  return reply
}

export const answerOf = <T>(reply: { body: string }) => JSON.parse(reply.body) as T
