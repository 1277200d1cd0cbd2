import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

/** Everybody who submitted, with their wishes in order and what each post knows of them: `Submitted[]` as JSON, read by whoever runs the round. */
export async function submittedText(tx: Tx, roundId: string): Promise<string> {
  const { rows } = await sql<{ lists: string }>`
    select coalesce(json_agg(json_build_object('studentId', x.student_id, 'schoolId', x.school_id, 'tags', x.tags, 'schoolMark', x.school_mark, 'certificates', x.certificates, 'wishes', x.wishes) order by x.student_id), '[]')::text as lists
    from (select l.student_id, s.school_id, s.tags, s.school_mark, cardinality(s.certificates) as certificates, json_agg(json_build_array(w.post_id, a.interview, a.certificate, a.rank, a.refused, v.rule_id) order by w.rank) as wishes
      from wish_list l
      join student s on s.id = l.student_id
      join wish w on w.round_id = l.round_id and w.student_id = l.student_id
      left join applicant_score a on a.round_id = w.round_id and a.post_id = w.post_id and a.student_id = w.student_id
      left join (select subject_id, student_id, min(rule_id) as rule_id from rule_waiver where subject_type = 'wish' and approved_at is null group by 1, 2) v
        on v.subject_id = w.post_id and v.student_id = w.student_id
      where l.round_id = ${roundId} and l.state = 'submitted' and s.left_at is null
      group by l.student_id, s.id) x`.execute(tx)
  return rows[0]!.lists
}

/** The frozen list: everybody gets the number under which the round is run and published. */
export async function insertFrozen(tx: Tx, roundId: string, rows: readonly { studentId: string; letterNumber: string }[]) {
  await tx.deleteFrom('roundResult').where('roundId', '=', roundId).execute()
  await sql`insert into round_result (round_id, student_id, letter_number)
    select ${roundId}, * from unnest(${rows.map((row) => row.studentId)}::uuid[], ${rows.map((row) => row.letterNumber)}::text[])`.execute(tx)
}

/** The frozen list as it is written; whatever an earlier freezing led to is gone. */
export async function saveExport(tx: Tx, roundId: string, content: string) {
  await tx
    .insertInto('roundExport')
    .values({ roundId, content })
    .onConflict((conflict) => conflict.column('roundId').doUpdateSet({ content, result: null }))
    .execute()
}

export async function saveExportResult(tx: Tx, roundId: string, result: string) {
  await tx.updateTable('roundExport').set({ result }).where('roundId', '=', roundId).execute()
}

export const findExport = (tx: Tx, roundId: string) => tx.selectFrom('roundExport').select(['content', 'result']).where('roundId', '=', roundId).executeTakeFirst()

/** Not read here: whoever runs the round reads it. */
export async function findExportText(tx: Tx, roundId: string) {
  const row = await tx.selectFrom('roundExport').select(sql<string>`content::text`.as('content')).where('roundId', '=', roundId).executeTakeFirst()
  return row?.content
}

/** The posts of a round by their numbers. */
export async function listPostNumbers(tx: Tx, roundId: string) {
  const posts = await tx.selectFrom('roundPost').innerJoin('need', 'need.id', 'roundPost.postId').select(['roundPost.postId', 'need.number']).where('roundId', '=', roundId).execute()
  return new Map(posts.map((row) => [row.number, row.postId]))
}

type Confirmed = { student: string; schoolId: string; tags: string[]; post: string; organisationId: string; region: string | null; seat: string; mark: number }

/** Seats accepted in the rounds that this one follows, under the numbers of those rounds. */
export async function listConfirmed(tx: Tx, roundId: string): Promise<Confirmed[]> {
  const { rows } = await sql<Confirmed>`
    with recursive earlier as (
      select previous_round_id as id from round where id = ${roundId} and previous_round_id is not null
      union select r.previous_round_id from round r join earlier e on r.id = e.id where r.previous_round_id is not null)
    select x.letter_number as student, s.school_id, s.tags, n.number as post, n.organisation_id, coalesce(p.division_code, f.division_code) as region, x.seat,
      coalesce((o.outcomes -> (x.choice - 1) ->> 'mark')::int, 0) as mark
    from earlier e
    join round_result x on x.round_id = e.id and x.answer = 'accepted' and x.given_back_at is null
    join student s on s.id = x.student_id
    join need n on n.id = x.post_id
    join post p on p.need_id = n.id
    join organisation f on f.id = n.organisation_id
    left join wish_outcome o on o.round_id = x.round_id and o.student_id = x.student_id
    order by x.letter_number`.execute(tx)
  return rows
}
