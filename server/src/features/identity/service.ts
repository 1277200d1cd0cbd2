import type { Actor, Role } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/db.ts'
import { refuse } from '../../kernel/refusal.ts'
import { tokenHash } from '../../kernel/secrets.ts'
import { findAccount, findLiveSession, listSeats } from './tables.ts'

/** Who this session token belongs to, in the seat it acts in; null when the session has ended or has no seat. */
export async function actorOfSession(tx: Tx, token: string, now: Date): Promise<Actor | null> {
  const row = await findLiveSession(tx, tokenHash(token), now)
  if (!row?.role) return null
  return {
    accountId: row.accountId,
    name: row.name,
    role: row.role as Role,
    organisationId: row.organisationId,
    allianceId: row.allianceId,
    studentId: row.studentId,
    sessionId: row.sessionId,
    locale: row.locale as Actor['locale'],
  }
}

export async function viewSession(tx: Tx, actor: Actor) {
  const account = (await findAccount(tx, actor.accountId)) ?? refuse('not_signed_in')
  const seats = await listSeats(tx, actor.accountId)
  const seat = seats.find((one) => one.role === actor.role && one.organisationId === actor.organisationId && one.allianceId === actor.allianceId)
  return { account: { ...account, locale: account.locale as Actor['locale'] }, seat: seat ?? null, seats }
}
