import { Secret, TOTP } from 'otpauth'
import { createAccount, grantRole } from '../src/features/identity/service.ts'
import type { Role } from '../src/kernel/actor.ts'
import { inTransaction } from '../src/kernel/db.ts'
import type { Reply, World } from './world.ts'

export const password = 'Lantern-7-River-stone'
export const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** What an authenticator shows at that moment. */
export const codeAt = (when: Date, of = secret) => new TOTP({ secret: Secret.fromBase32(of) }).generate({ timestamp: when.getTime() })

/** The token in the cookie of a reply. */
export const tokenOf = (reply: Reply): string | null => /silian_session=([^;]+)/.exec(String(reply.headers['set-cookie'] ?? ''))?.[1] ?? null

let counter = 0

/** An account that signs in like anybody: with a password and, unless told otherwise, a confirmed second factor. */
export async function newAccount(world: World, role: Role, more: { organisationId?: string; studentId?: string; totp?: boolean; demo?: boolean; login?: string; email?: string; phone?: string } = {}) {
  const login = more.login ?? `member${++counter}`
  const kind = { school_contact: 'school', teacher: 'school', student: 'school' }[role as string] ?? 'enterprise'
  const organisationId = role === 'secretariat' ? null : (more.organisationId ?? (await world.organisation(kind)).id)
  const { accountId, seatId } = await inTransaction(world.db, async (tx) => {
    const id = await createAccount(tx, { name: '示例成员', login, password, email: more.email, phone: more.phone, demo: more.demo, ...(more.totp === false ? {} : { totpSecret: secret }) }, world.now())
    const seat = { accountId: id, role, organisationId, allianceId: role === 'secretariat' ? world.alliance.id : null, studentId: more.studentId ?? null }
    return { accountId: id, seatId: await grantRole(tx, null, seat, world.now()) }
  })
  return { accountId, seatId, login, organisationId }
}

/** Password and code; answers a signed-in visitor. */
export async function signIn(world: World, login: string, given = password) {
  const first = await world.request('POST', '/session', null, { login, password: given })
  if (first.body.secondFactor === 'done') return visitor(world, tokenOf(first)!)
  const second = await world.request('POST', '/session/second-factor', tokenOf(first), { code: codeAt(world.now()) })
  if (second.status !== 200) throw new Error(`no second step: ${second.body.code}`)
  return visitor(world, tokenOf(second)!)
}

export const visitor = (world: World, token: string) => ({
  token,
  get: (path: string) => world.request('GET', path, token),
  post: (path: string, body: Record<string, unknown> = {}) => world.request('POST', path, token, body),
  put: (path: string, body: Record<string, unknown> = {}) => world.request('PUT', path, token, body),
  patch: (path: string, body: Record<string, unknown> = {}) => world.request('PATCH', path, token, body),
  delete: (path: string) => world.request('DELETE', path, token),
})
