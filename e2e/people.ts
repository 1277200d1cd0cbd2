import type { Page } from 'playwright-core'
import { createAccount, grantRole } from '../server/src/features/identity/service.ts'
import { demoPassword, demoTotpSecret } from '../server/src/features/identity/demo/service.ts'
import type { Role } from '../server/src/kernel/actor.ts'
import { inTransaction } from '../server/src/kernel/db.ts'
import type { Stage } from './stage.ts'

/** Somebody more than the demonstration has: a firm's contact, a student of a class. */
export function addPerson({ db, now }: Stage, { login, name, role, organisationId, studentId = null }: { login: string; name: string; role: Role; organisationId: string; studentId?: string | null }): Promise<string> {
  return inTransaction(db, async (tx) => {
    const accountId = await createAccount(tx, { name, login, email: `${login}@silian.example`, password: demoPassword, demo: true, ...(role === 'student' ? {} : { totpSecret: demoTotpSecret }) }, now())
    await grantRole(tx, null, { accountId, role, organisationId, allianceId: null, studentId }, now())
    if (studentId) await tx.updateTable('student').set({ accountId }).where('id', '=', studentId).execute()
    return accountId
  })
}

/** What is dull to click: the same request that the page would send, by the person whose window it is. */
export async function ask<Answer = Record<string, unknown>>(stage: Stage, page: Page, method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown): Promise<Answer> {
  const reply = await page.request.fetch(`${stage.origin}/api${path}`, { method, ...(body === undefined ? {} : { data: body }) })
  if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`)
  return (await reply.json()) as Answer
}

export const dayBefore = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
/** In the morning of that day, in China. */
export const morningOf = (day: string) => new Date(`${day}T10:00:00+08:00`)
