import { sql } from 'kysely'
import { hasRole, type Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/db.ts'

/** Near whom an entry may stand for this actor to come upon it; null: wherever. The exact answer is asked of the features afterwards. */
export async function nearOf(tx: Tx, actor: Actor): Promise<string[] | null> {
  const own = ['*', `a:${actor.accountId}`, ...(actor.organisationId ? [`o:${actor.organisationId}`] : [])]
  if (hasRole(actor, 'student')) return ['*', `a:${actor.accountId}`, `s:${actor.studentId}`]
  if (hasRole(actor, 'official')) return [...own, 'office']
  if (!hasRole(actor, 'secretariat')) return own
  const alliance = await tx.selectFrom('alliance').select('kind').where('id', '=', actor.allianceId).executeTakeFirst()
  if (alliance?.kind === 'district') return null
  const members = await tx.selectFrom('membership').select('organisationId').where('allianceId', '=', actor.allianceId).where('state', 'in', ['active', 'suspended']).execute()
  return [...own, 'office', ...members.map(({ organisationId }) => `o:${organisationId}`)]
}

export type Asked = { wanted: string[]; likes: string[]; first: string[] | null }
export type Candidate = { kind: string; subjectId: string; score: number; haystack: string | null }

/**
 * Everything the probes come upon, the best first: the title itself, another field itself, a title that begins with it, a field that
 * does, a title that holds it, anything else. `key` is what was typed without spaces.
 */
export async function probe(tx: Tx, asked: readonly Asked[], how: { near: readonly string[] | null; key: string; most: number; whole: boolean }): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select found.kind, found.subject_id, ${how.whole ? sql`found.haystack` : sql`null::text`} as haystack,
      found.weight + case
        when starts_with(found.haystack, ${`${how.key}|`}) then 100
        when strpos(found.haystack, ${`|${how.key}|`}) > 0 then 90
        when starts_with(found.haystack, ${how.key}) then 80
        when strpos(found.haystack, ${`|${how.key}`}) > 0 then 60
        when strpos(split_part(found.haystack, '|', 1), ${how.key}) > 0 then 50
        else 30 end as score
    from (select distinct on (p.kind, p.subject_id) p.*
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (wanted text[], likes text[], first text[])
      cross join lateral search_probe(asked.wanted, asked.first, ${how.near as string[] | null}::text[], asked.likes, ${how.most}::int) p) found
    order by score desc, strpos(found.haystack, '|'), found.haystack collate "C", found.subject_id`.execute(tx)
  return rows
}

export async function listNewest(tx: Tx, kind: string, near: readonly string[] | null, most: number): Promise<Candidate[]> {
  const rows = await tx
    .selectFrom('searchEntry')
    .select(['kind', 'subjectId'])
    .where('kind', '=', kind)
    .$if(near !== null, (entries) => entries.where(sql<boolean>`readers && ${near as string[]}::text[]`))
    .orderBy('madeAt', 'desc')
    .orderBy('subjectId')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, score: 0, haystack: null }))
}

export type Named = { kind: string; subjectId: string }

/** What is shown of them. */
export async function listShown(tx: Tx, things: readonly Named[]) {
  if (things.length === 0) return []
  return tx
    .selectFrom('searchEntry')
    .leftJoin('organisation', 'organisation.id', 'searchEntry.ownerId')
    .select(['searchEntry.kind', 'searchEntry.subjectId', 'searchEntry.title', 'searchEntry.titleEn', 'searchEntry.note', 'searchEntry.madeAt', 'searchEntry.readers', 'organisation.name as ownerName'])
    .where(sql<boolean>`(search_entry.kind, search_entry.subject_id) in (select * from unnest(${things.map((one) => one.kind)}::text[], ${things.map((one) => one.subjectId)}::uuid[]))`)
    .execute()
}
