import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

const claims = (tx: Tx) => tx.selectFrom('practiceClaim').innerJoin('teacher', 'teacher.id', 'practiceClaim.teacherId')

/** The one place that says who sees which claim: the school's office, and the teacher. */
function visibleClaims(tx: Tx, actor: Actor) {
  return claims(tx).where((one) => {
    if (hasRole(actor, 'school_contact')) return one('practiceClaim.schoolId', '=', actor.organisationId)
    if (hasRole(actor, 'teacher')) return one.and([one('practiceClaim.schoolId', '=', actor.organisationId), one('teacher.accountId', '=', actor.accountId)])
    return sql<boolean>`false`
  })
}
const whole = (rows: ReturnType<typeof claims>) => rows.selectAll('practiceClaim').select(['teacher.name as teacherName', 'teacher.number as teacherNumber', 'teacher.accountId as teacherAccountId'])
export type Claim = NonNullable<Awaited<ReturnType<typeof findClaim>>>

export const findClaim = (tx: Tx, actor: Actor, claimId: string) => whole(visibleClaims(tx, actor)).where('practiceClaim.id', '=', claimId).executeTakeFirst()
export async function lockClaim(tx: Tx, actor: Actor, claimId: string): Promise<Locked<Claim> | undefined> {
  const row = await whole(visibleClaims(tx, actor)).where('practiceClaim.id', '=', claimId).forUpdate(['practiceClaim']).executeTakeFirst()
  return row && { ...row, locked: true }
}

export type Filter = { q: string; state?: string; teacherId?: string }
export async function pageOfClaims(tx: Tx, actor: Actor, { q, state, teacherId, page, size }: Filter & Paging) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const filtered = visibleClaims(tx, actor)
    .$if(q !== '', (all) => all.where((one) => one.or([one('teacher.name', 'ilike', like), one('teacher.number', 'ilike', like), one('practiceClaim.organisationName', 'ilike', like)])))
    .$if(state !== undefined, (all) => all.where('practiceClaim.state', '=', state!))
    .$if(teacherId !== undefined, (all) => all.where('practiceClaim.teacherId', '=', teacherId!))
  const { total } = await filtered.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(filtered)
    .orderBy(sql`practice_claim.state <> 'claimed'`)
    .orderBy('practiceClaim.startsOn', 'desc')
    .orderBy('practiceClaim.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, total }
}

export type NewClaim = { schoolId: string; teacherId: string; organisationName: string; startsOn: string; endsOn: string; days: number; source: string; writtenBy: string; createdAt: Date }
export const insertClaim = async (tx: Tx, claim: NewClaim) => (await tx.insertInto('practiceClaim').values(claim).returning('id').executeTakeFirstOrThrow()).id
export async function insertClaims(tx: Tx, rows: readonly NewClaim[]) {
  if (rows.length > 0) await tx.insertInto('practiceClaim').values([...rows]).execute()
}
export async function updateClaim(tx: Tx, claimId: string, change: Partial<{ state: string; evidenceId: string; reason: string | null; decidedBy: string; decidedAt: Date }>): Promise<number> {
  const { version } = await tx.updateTable('practiceClaim').set((row) => ({ ...change, version: row('version', '+', 1) })).where('id', '=', claimId).returning('version').executeTakeFirstOrThrow()
  return version
}

export const listTeachersOf = (tx: Tx, schoolId: string) => tx.selectFrom('teacher').select(['id', 'number', 'name']).where('schoolId', '=', schoolId).where('leftAt', 'is', null).execute()
/** Stretches that these teachers have already, claimed or confirmed. */
export const listClaimsOf = (tx: Tx, schoolId: string) => tx.selectFrom('practiceClaim').select(['teacherId', 'startsOn', 'endsOn', 'days', 'organisationName']).where('schoolId', '=', schoolId).where('state', '!=', 'rejected').execute()
export async function insertClaimedDays(tx: Tx, claim: { id: string; teacherId: string; startsOn: string; endsOn: string }, days: readonly string[]) {
  await tx
    .insertInto('practiceDay')
    .values(days.map((day) => ({ teacherId: claim.teacherId, day, kind: 'claimed', claimId: claim.id, firstOn: claim.startsOn, lastOn: claim.endsOn })))
    .execute()
}
