import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { deleteAccess, insertAccess } from './tables.ts'

type Access = { achievement: { id: string; number: string }; organisationId: string; source: string }

/** A confidentiality agreement holds from now on; the same source twice changes nothing. */
export async function grantDetails(tx: Tx, actor: Actor, { achievement, organisationId, source }: Access, now: Date) {
  const added = await insertAccess(tx, { achievementId: achievement.id, organisationId, source, grantedAt: now, grantedBy: actor.accountId })
  if (added > 0) audit(tx, actor, now, { event: 'achievement.access_granted', subjectType: 'achievement', subjectId: achievement.id, details: { number: achievement.number, organisationId, source } })
}

export async function revokeDetails(tx: Tx, actor: Actor | null, { achievement, organisationId, source }: Access, now: Date) {
  const gone = await deleteAccess(tx, { achievementId: achievement.id, organisationId, source })
  if (gone > 0) audit(tx, actor, now, { event: 'achievement.access_revoked', subjectType: 'achievement', subjectId: achievement.id, details: { number: achievement.number, organisationId, source } })
}
