import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

/** What is written into the table of what can be found, before it is cut into tokens. */
export type Source = {
  kind: string
  subjectId: string
  title: string
  titleEn: string | null
  ownerId: string | null
  note: string | null
  readers: string[]
  codes: (string | null)[]
  more: (string | null)[]
  weight: number
  madeAt: Date
}

/** Those of an organisation itself and of who speaks for it. */
const partiesOf = (organisation: string, spokenBy?: string) =>
  sql.raw(`array['office', 'o:' || ${organisation}${spokenBy ? `, coalesce('o:' || ${spokenBy}, 'office')` : ''}]
    || array(select 'o:' || r.speaker_id from representation r where r.organisation_id = ${organisation})`)

/**
 * Where each kind comes from: which table, and how its rows read. Only what everybody may read who may see the thing at all; never a
 * telephone, an identity number or what is kept between the parties.
 */
const sources: Readonly<Record<string, { table: string; rows: (ids: readonly string[]) => RawBuilder<Source> }>> = {
  organisation: {
    table: 'organisation',
    rows: (ids) => sql<Source>`
      select 'organisation' as kind, o.id as subject_id, o.name as title, o.name_en as title_en, null::uuid as owner_id, o.town as note, array[o.uscc] as codes, array[o.town] as more,
        case when m.listed then case when m.public then array['*', 'public'] else array['*'] end else ${partiesOf('o.id')}
          || array(select 'o:' || r.organisation_id from representation r where r.speaker_id = o.id) end as readers,
        case when m.listed then 5 else 3 end as weight, o.created_at as made_at
      from organisation o
      cross join lateral (select coalesce(bool_or(state in ('publicity', 'active', 'suspended')), false) as listed, coalesce(bool_or(state = 'active'), false) as public
        from membership where organisation_id = o.id) m
      where o.id = any(${ids}::uuid[])`,
  },
  need: {
    table: 'need',
    rows: (ids) => sql<Source>`
      select n.kind, n.id as subject_id, n.title, n.title_en, n.organisation_id as owner_id, n.number as note, array[n.number] as codes,
        array[o.name, post.town, (select name from code where system = 'occupation' and code = post.occupation_code limit 1), left(coalesce(post.tasks, problem.description), 300), problem.description_en] as more,
        case when n.kind = 'post' and n.state in ('open', 'stale') or n.kind <> 'post' and n.verified_at is not null and n.state <> 'withdrawn'
          then case when n.state = 'stale' then array['*'] else array['*', 'public'] end
          else ${partiesOf('n.organisation_id', 'n.spoken_by')} end as readers,
        case when n.state in ('open', 'stale', 'answered', 'settling') then 5 else 1 end as weight, coalesce(n.verified_at, n.created_at) as made_at
      from need n join organisation o on o.id = n.organisation_id left join post on post.need_id = n.id left join problem on problem.need_id = n.id
      where n.id = any(${ids}::uuid[])`,
  },
  achievement: {
    table: 'achievement',
    rows: (ids) => sql<Source>`
      select 'achievement' as kind, a.id as subject_id, a.title, a.title_en, a.organisation_id as owner_id, a.number as note, array[a.number] as codes,
        array[o.name, left(a.description, 300), a.description_en] as more,
        case when a.state not in ('open', 'stale') then ${partiesOf('a.organisation_id')} when a.disclosure = 'members' or a.state = 'stale' then array['*'] else array['*', 'public'] end as readers,
        case when a.state = 'open' then 5 else 1 end as weight, coalesce(a.verified_at, a.created_at) as made_at
      from achievement a join organisation o on o.id = a.organisation_id where a.id = any(${ids}::uuid[])`,
  },
  offer: {
    table: 'service_offer',
    rows: (ids) => sql<Source>`
      select 'offer' as kind, f.id as subject_id, f.title, f.title_en, f.organisation_id as owner_id, f.number as note, array[f.number] as codes,
        array[o.name, left(f.description, 300), f.description_en, f.audience] as more,
        case when f.verified_at is not null and f.state in ('open', 'closed') then case f.state when 'open' then array['*', 'public'] else array['*'] end else ${partiesOf('f.organisation_id')} end as readers,
        case when f.state = 'open' then 5 else 1 end as weight, coalesce(f.verified_at, f.created_at) as made_at
      from service_offer f join organisation o on o.id = f.organisation_id where f.id = any(${ids}::uuid[])`,
  },
  team: {
    table: 'team',
    rows: (ids) => sql<Source>`
      select 'team' as kind, t.id as subject_id, t.name as title, t.name_en as title_en, t.organisation_id as owner_id, t.number as note, array[t.number] as codes,
        array[o.name, t.leader_name, left(t.abilities, 300), t.abilities_en] as more,
        case when t.state = 'open' then array['*'] else ${partiesOf('t.organisation_id')} end as readers,
        case when t.state = 'open' then 5 else 1 end as weight, t.created_at as made_at
      from team t join organisation o on o.id = t.organisation_id where t.id = any(${ids}::uuid[])`,
  },
  policy: {
    table: 'support_policy',
    rows: (ids) => sql<Source>`
      select 'policy' as kind, p.id as subject_id, p.title, p.title_en, null::uuid as owner_id, p.issuer as note, array[p.number, p.document_number] as codes,
        array[p.issuer, p.document_number, left(p.summary, 300)] || array(select left(s.text, 300) from policy_sentence s where s.policy_id = p.id order by s.position limit 10) as more,
        case when p.state = 'draft' then array['office'] else array['*'] end as readers,
        case when p.state = 'open' then 5 else 1 end as weight, coalesce(p.published_at, p.created_at) as made_at
      from support_policy p where p.id = any(${ids}::uuid[])`,
  },
  /** Found by its name, its number, the code on the paper and who signs it: by its keeper, its parties, a student's school, the office. Never by its text. */
  agreement: {
    table: 'agreement',
    rows: (ids) => sql<Source>`
      select 'agreement' as kind, g.id as subject_id, g.title, null::text as title_en, g.keeper_id as owner_id, g.number as note, array[g.number, g.code] as codes,
        array(select p.name from agreement_party p where p.agreement_id = g.id order by p.position, p.id) as more,
        array['office', coalesce('o:' || g.keeper_id, 'office')] || case when g.text is null then array[]::text[] else array(
          select distinct unnest(array_remove(array['o:' || p.organisation_id, 'o:' || s.school_id, 's:' || p.student_id, 'a:' || p.account_id], null))
          from agreement_party p left join student s on s.id = p.student_id where p.agreement_id = g.id) end as readers,
        case when g.state in ('signing', 'concluded') then 5 else 1 end as weight, coalesce(g.opened_at, g.created_at) as made_at
      from agreement g where g.id = any(${ids}::uuid[])`,
  },
  student: {
    table: 'student',
    rows: (ids) => sql<Source>`
      select 'student' as kind, s.id as subject_id, s.name as title, null::text as title_en, s.school_id as owner_id, c.name as note, array[s.student_number] as codes, array[]::text[] as more,
        array['district', 'o:' || s.school_id, 's:' || s.id] as readers, 3 as weight, s.created_at as made_at
      from student s join cohort c on c.id = s.cohort_id where s.left_at is null and s.id = any(${ids}::uuid[])`,
  },
  teacher: {
    table: 'teacher',
    rows: (ids) => sql<Source>`
      select 'teacher' as kind, t.id as subject_id, t.name as title, null::text as title_en, t.school_id as owner_id, t.subject as note, array[t.number] as codes, array[]::text[] as more,
        array['district', 'o:' || t.school_id] as readers, 3 as weight, t.created_at as made_at
      from teacher t where t.left_at is null and t.id = any(${ids}::uuid[])`,
  },
  round: {
    table: 'round',
    rows: (ids) => sql<Source>`
      select 'round' as kind, r.id as subject_id, r.title, r.title_en, null::uuid as owner_id, r.number as note, array[r.number] as codes, array[]::text[] as more,
        case when r.state in ('draft', 'cancelled') then array['office'] when r.published_at is null then array['*'] else array['*', 'public'] end as readers,
        case when r.state in ('closed', 'cancelled') then 2 else 5 end as weight, coalesce(r.published_at, r.opened_at, r.created_at) as made_at
      from round r where r.id = any(${ids}::uuid[])`,
  },
}

export const sourceNames = Object.keys(sources)
/** The kinds a source is written as, where they are not its own name. */
const kindsOf: Readonly<Record<string, readonly string[]>> = { need: ['post', 'technology', 'service'] }

/** One writer of entries at a time, so that an older reading of a thing cannot overwrite a newer one. False: another is at it. */
export async function lockEntries(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(hashtext('search entries')) as got`.execute(tx)
  return rows[0]!.got
}

export async function takeStale(tx: Tx, most: number): Promise<{ source: string; subjectId: string }[]> {
  const { rows } = await sql<{ source: string; subjectId: string }>`
    with taken as (delete from search_stale where seq in (select seq from search_stale order by seq limit ${most}) returning source, subject_id)
    select distinct source, subject_id from taken`.execute(tx)
  return rows
}

/** Names stand in the words of other things, and who speaks for a firm may come upon its drafts: those are marked too. */
export async function markNamed(tx: Tx, stale: { organisations: readonly string[]; cohorts: readonly string[] }) {
  if (stale.organisations.length > 0) {
    await sql`insert into search_stale (source, subject_id)
      select case e.kind when 'post' then 'need' when 'technology' then 'need' when 'service' then 'need' else e.kind end, e.subject_id
      from search_entry e join search_entry named on named.kind = 'organisation' and named.subject_id = e.owner_id join organisation o on o.id = e.owner_id
      where e.owner_id = any(${stale.organisations}::uuid[]) and e.kind not in ('student', 'teacher')
        and (o.name <> named.title or not '*' = any(e.readers))`.execute(tx)
  }
  if (stale.cohorts.length > 0) {
    await sql`insert into search_stale (source, subject_id) select 'student', s.id from student s join cohort c on c.id = s.cohort_id
      join search_entry e on e.kind = 'student' and e.subject_id = s.id
      where s.cohort_id = any(${stale.cohorts}::uuid[]) and e.note is distinct from c.name`.execute(tx)
  }
}

export async function readSources(tx: Tx, source: string, ids: readonly string[]): Promise<Source[]> {
  const { rows } = await sources[source]!.rows(ids).execute(tx)
  return rows
}

export type Entry = Omit<Source, 'codes' | 'more'> & { tokens: string[]; haystack: string; form: number }

/** Puts these in the place of whatever was written of the same things; of those that are gone nothing stays. */
export async function replaceEntries(tx: Tx, source: string, ids: readonly string[], entries: readonly Entry[]) {
  const kinds = kindsOf[source] ?? [source]
  await sql`delete from search_entry where kind = any(${kinds}::text[]) and subject_id = any(${ids}::uuid[])`.execute(tx)
  if (entries.length === 0) return
  await sql`insert into search_entry (kind, subject_id, title, title_en, owner_id, note, readers, tokens, haystack, weight, made_at, form)
    select e.kind, e."subjectId", e.title, e."titleEn", e."ownerId", e.note, e.readers, e.tokens, e.haystack, e.weight, e."madeAt", e.form
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e (kind text, "subjectId" uuid, title text, "titleEn" text, "ownerId" uuid, note text,
      readers text[], tokens text[], haystack text, weight smallint, "madeAt" timestamptz, form smallint)`.execute(tx)
}

/** Marks what has no entry, one of an older form, or one whose thing is gone: after a restore, an upgrade, or a bug. Answers how many. */
export async function markMissing(tx: Tx, form: number): Promise<number> {
  let marked = 0
  for (const source of sourceNames) {
    const { table } = sources[source]!
    const kinds = kindsOf[source] ?? [source]
    const alive = ['student', 'teacher'].includes(source) ? sql`left_at is null` : sql`true`
    const { numAffectedRows } = await sql`insert into search_stale (source, subject_id)
      select ${source}::text, id from ${sql.table(table)} where ${alive} and not exists (
        select from search_entry e where e.kind = any(${kinds}::text[]) and e.subject_id = ${sql.ref(`${table}.id`)} and e.form = ${form}::smallint)
      union all
      select ${source}::text, subject_id from search_entry e where e.kind = any(${kinds}::text[]) and not exists (
        select from ${sql.table(table)} where ${alive} and ${sql.ref(`${table}.id`)} = e.subject_id)`.execute(tx)
    marked += Number(numAffectedRows ?? 0)
  }
  return marked
}
