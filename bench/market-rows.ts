import { sql } from 'kysely'
import type { Db } from '../server/src/kernel/db.ts'

export type Size = { schools: number; classesPerSchool: number; students: number; firms: number; posts: number; seats: number; wishes: number }

/**
 * Schools with classes and students, and firms with open posts: by the statement, for they are not what is measured. Each school
 * teaches one of four majors and each post wants two of them, so that the law's checks have something to say.
 */
export async function insertMarket(db: Db, allianceId: string, size: Size) {
  const majors = ['660301', '660103', '660303', '710201']
  await sql`insert into organisation (name, kind, division_code, staff_count, protocol_order)
    select '示例学校 ' || i, 'school', '440605', 300, i from generate_series(1, ${size.schools}::int) i`.execute(db)
  await sql`insert into organisation (name, kind, division_code, staff_count, protocol_order)
    select '示例企业 ' || i, 'enterprise', '440605', 500, i from generate_series(1, ${size.firms}::int) i`.execute(db)
  await sql`insert into programme (school_id, major_code, name, level, length_years)
    select id, (${majors}::text[])[1 + protocol_order % 4], '示例专业', 'secondary', 3 from organisation where kind = 'school'`.execute(db)
  await sql`insert into cohort (programme_id, name, entry_year, leave_year)
    select p.id, i || ' 班', 2024, 2027 from programme p, generate_series(1, ${size.classesPerSchool}::int) i`.execute(db)
  await sql`insert into student (school_id, cohort_id, student_number, name, sex, birth_date, school_mark, tags)
    select p.school_id, c.id, 'S' || lpad(i::text, 7, '0'),
      (${['陈', '黄', '梁', '李', '何', '罗', '谭', '潘', '区', '麦']}::text[])[1 + i % 10] || (${['嘉', '志', '晓', '俊', '雅', '文']}::text[])[1 + i / 10 % 6] || (${['明', '怡', '豪', '琳', '辉']}::text[])[1 + i / 60 % 5] || '示例',
      case when i % 2 = 0 then 'male' else 'female' end, date '2008-01-01' + i % 300, 50000 + (hashint4(i) & 16383) + 30000 * (i % 2),
      case when i % 20 = 0 then array['paired_county'] else '{}' end
    from generate_series(1, ${size.students}::int) i
    join (select id, programme_id, row_number() over (order by id) as n from cohort) c on c.n = 1 + (i - 1) % (${size.schools * size.classesPerSchool}::int)
    join programme p on p.id = c.programme_id`.execute(db)
  await sql`with firms as (select id, row_number() over (order by protocol_order) as n from organisation where kind = 'enterprise')
    insert into need (number, kind, alliance_id, organisation_id, title, state, valid_until, verified_at)
    select 'X-2026-' || lpad(i::text, 5, '0'), 'post', ${allianceId}::uuid, firms.id, '示例岗位 ' || i, 'open', '2027-12-31', now()
    from generate_series(1, ${size.posts}::int) i join firms on firms.n = 1 + (i - 1) % ${size.firms}::int`.execute(db)
  await sql`insert into post (need_id, tasks, seats, pay_min, pay_max, pay_period, shift, hours_per_day, hours_per_week, division_code, town, lodging)
    select id, '装配与调试', ${size.seats}::int, 3000, 3600, 'month', 'day', 8, 40, '440605', '狮山镇', 'free' from need`.execute(db)
  await sql`insert into post_programme (need_id, major_code) select id, unnest(case when right(number, 1) in ('1', '3', '5', '7', '9')
    then array['660301', '660303'] else array['660103', '710201'] end) from need`.execute(db)
  await sql`analyze`.execute(db)
}

/** Everybody's list of distinct posts, popular ones more often; and marks for every applicant. */
export async function insertWishes(db: Db, roundId: string, wishes: number) {
  const posts = (await db.selectFrom('roundPost').select('postId').where('roundId', '=', roundId).orderBy('postId').execute()).map((row) => row.postId)
  const students = await sql<{ id: string }>`select s.id from round_cohort rc join student s on s.cohort_id = rc.cohort_id where rc.round_id = ${roundId} order by s.id`.execute(db)
  const random = seeded(42)
  const rows = { student: [] as string[], rank: [] as number[], post: [] as string[], interview: [] as number[], certificate: [] as number[] }
  for (const { id } of students.rows) {
    const chosen = new Set<string>()
    // The square makes the first posts the popular ones.
    while (chosen.size < wishes) chosen.add(posts[Math.floor(random() ** 2 * posts.length)]!)
    for (const post of chosen) {
      rows.student.push(id)
      rows.rank.push((rows.student.length - 1) % wishes + 1)
      rows.post.push(post)
      rows.interview.push(1000 * Math.floor(50 + 50 * random()))
      rows.certificate.push(random() < 0.3 ? 80_000 : 0)
    }
  }
  await sql`insert into wish_list (round_id, student_id, state, saved_at, submitted_at)
    select ${roundId}, id, 'submitted', now(), now() from unnest(${students.rows.map(({ id }) => id)}::uuid[]) id`.execute(db)
  await sql`insert into wish (round_id, student_id, rank, post_id) select ${roundId}, * from unnest(${rows.student}::uuid[], ${rows.rank}::int[], ${rows.post}::uuid[])`.execute(db)
  await sql`insert into applicant_score (round_id, student_id, post_id, interview, certificate)
    select ${roundId}, * from unnest(${rows.student}::uuid[], ${rows.post}::uuid[], ${rows.interview}::int[], ${rows.certificate}::int[])`.execute(db)
  await sql`analyze`.execute(db)
  return rows.student.length
}

/** Mulberry32: the same rows in every run. */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
