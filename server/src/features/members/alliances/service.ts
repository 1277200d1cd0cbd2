import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { mayEditAlliance } from './policy.ts'
import { listAllAlliances, updateAlliance } from './tables.ts'

export async function viewAlliances(tx: Tx, actor: Actor) {
  const rows = await listAllAlliances(tx)
  return { alliances: rows.map((row) => ({ ...row, kind: row.kind as never, members: row.members ?? 0, can: { edit: mayEditAlliance(actor, row) } })) }
}

export async function changeAlliance(tx: Tx, actor: Actor, alliance: { id: string }, change: Parameters<typeof updateAlliance>[2], now: Date) {
  await updateAlliance(tx, alliance.id, change)
  audit(tx, actor, now, { event: 'alliance.changed', subjectType: 'alliance', subjectId: alliance.id, details: { fields: Object.keys(change) } })
  return {}
}
