import { sql } from 'kysely'
import type { Db } from '../server/src/kernel/db.ts'

/** What is signed is put there as signed. */
const guarded = ['agreement', 'agreement_party', 'agreement_signature']

export type Size = { schools: number; firms: number; placements: number }

/**
 * Placements under way with everything the law wants, in statements of the database itself: school, class, teacher, student, unit, terms, policy and
 * cover, test, consent and agreement with their signatures. Checks that only guard writing by hand are left out while it fills.
 */
export async function insertPlacements(db: Db, allianceId: string, { schools, firms, placements }: Size) {
  await db.connection().execute(async (tx) => {
    const run = (text: ReturnType<typeof sql>) => text.execute(tx)
    for (const table of guarded) await run(sql`alter table ${sql.table(table)} disable trigger user`)
    await run(sql`insert into organisation (name, kind, division_code) select '示例学校' || n, 'school', '440605' from generate_series(1, ${schools}) n`)
    await run(sql`insert into organisation (name, kind, division_code, staff_count, industry_code) select '示例企业' || n, 'enterprise', '440605', 2000, '3484' from generate_series(1, ${firms}) n`)
    await run(sql`create temporary table s as select id, row_number() over (order by id) - 1 as n from organisation where kind = 'school'`)
    await run(sql`create temporary table f as select id, row_number() over (order by id) - 1 as n from organisation where kind = 'enterprise'`)
    // A code that checks: fifteen figures and a counter, the last character worked out as GB 32100 does.
    await run(sql`
      update organisation o set uscc = first || substr('0123456789ABCDEFGHJKLMNPQRTUWXY', ((31 - total % 31) % 31 + 1)::int, 1)
      from (select c.id, c.first, (select sum((strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c.first, k, 1)) - 1) * (array[1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28])[k]) from generate_series(1, 17) k) as total
            from (select id, '91990000MD' || lpad((n + 1000000)::text, 7, '0') as first from f) c) x where x.id = o.id`)
    await run(sql`insert into programme (school_id, major_code, name, level, length_years) select id, '660301', '机电技术应用', 'secondary', 3 from s`)
    await run(sql`insert into cohort (programme_id, name, entry_year, leave_year) select id, '机电 2401', 2024, 2027 from programme`)
    await run(sql`insert into teacher (school_id, number, name) select s.id, k::text, '示例教师' from s, generate_series(1, ${Math.ceil(placements / schools / 25)}) k`)
    await run(sql`
      insert into student (school_id, cohort_id, student_number, name, sex, birth_date, guardian_name, guardian_phone)
      select s.id, c.id, 'B' || k, '示例学生', case when k % 2 = 0 then 'male' else 'female' end, date '2008-03-01' + (k % 360), '示例家长', '+8613200000000'
      from generate_series(0, ${placements - 1}) k join s on s.n = k % ${schools} join programme p on p.school_id = s.id join cohort c on c.programme_id = p.id`)
    await run(sql`
      create temporary table t as select p.k, st.id as student_id, st.school_id, f.id as firm_id, te.id as teacher_id
      from (select id, row_number() over (order by id) - 1 as k from student) p join student st on st.id = p.id join f on f.n = p.k % ${firms}
      join (select id, school_id, row_number() over (partition by school_id order by id) - 1 as n, count(*) over (partition by school_id) as of_school from teacher) te on te.school_id = st.school_id and te.n = p.k % te.of_school`)
    await run(sql`
      insert into unit (alliance_id, school_id, organisation_id, state, visited_on, conclusion, checked_on, listed_on, minutes_number, created_at, updated_at)
      select distinct ${allianceId}::uuid, school_id, firm_id, 'listed', date '2027-01-10', 'suitable', date '2027-01-12', date '2027-01-15', '示例纪要', now(), now() from t`)
    await run(sql`
      insert into placement (number, alliance_id, student_id, school_id, organisation_id, state, starts_on, ends_on, supervisor_id, mentor_name, lodging, health_check_on, vetted_at, consented_at, signed_at, insured_at, trained_at, activated_at, created_at, updated_at)
      select 'B-' || k, ${allianceId}::uuid, student_id, school_id, firm_id, 'active', date '2027-03-01', date '2027-08-31', teacher_id, '示例师傅', 'home', date '2027-02-01', now(), now(), now(), now(), now(), now(), now(), now() from t`)
    await run(sql`
      insert into placement_terms (placement_id, title, tasks, occupation_code, major_codes, pay_min, pay_period, same_post_wage, hours_per_day, hours_per_week, shift, division_code, labour_intensity, post_staff)
      select id, '装调实习生', '装配与调试', '6-18-01-01', '{660301}', 3400, 'month', 4000, 8, 40, 'day', '440605', 2, 1000 from placement`)
    await run(sql`insert into insurance_policy (school_id, insurer, number, payer, starts_on, ends_on, created_at, updated_at) select id, '示例保险', 'B-' || n, 'school', date '2027-02-15', date '2027-09-15', now(), now() from s`)
    await run(sql`insert into insurance_cover (policy_id, placement_id, from_day, until_day) select i.id, p.id, i.starts_on, i.ends_on from placement p join insurance_policy i on i.school_id = p.school_id`)
    await run(sql`insert into safety_test (placement_id, started_at, finished_at, correct, total, passed, passed_on) select id, now(), now(), 19, 20, true, date '2027-02-20' from placement`)
    await run(sql`insert into agreement_template (kind, version, title, sections, created_at) select k, 1, '示例', '[{"code":"a","title":"a","text":"a","required":true}]', now() from unnest(array['consent', 'three_party']) k`)
    await run(sql`
      insert into agreement (number, code, kind, state, alliance_id, keeper_id, subject_kind, subject_id, template_id, title, sections, starts_on, ends_on, text, text_hash, signed_on, opened_at, concluded_at, created_at, updated_at)
      select 'B-' || a.kind || p.number, translate(substr(md5(a.kind || p.number), 1, 12), '01abcdef', 'XYABCDEF'), a.kind, 'concluded', p.alliance_id, p.school_id, 'placement', p.id, a.id, '示例', a.sections, p.starts_on, p.ends_on, 'x', sha256('x'), date '2027-02-20', now(), now(), now(), now()
      from placement p cross join agreement_template a`)
    await run(sql`
      insert into agreement_party (agreement_id, position, kind, role, organisation_id, student_id, name)
      select a.id, 1, y.kind, y.role, case y.role when 'school' then p.school_id when 'unit' then p.organisation_id end, case when y.kind in ('student', 'guardian') then p.student_id end, '示例'
      from agreement a join placement p on p.id = a.subject_id
      join (values ('consent', 'student', 'student'), ('consent', 'guardian', 'guardian'), ('three_party', 'organisation', 'school'), ('three_party', 'organisation', 'unit'), ('three_party', 'student', 'student')) y (of_kind, kind, role) on y.of_kind = a.kind`)
    await run(sql`insert into agreement_signature (party_id, agreement_id, name, method, text_hash, signed_on, signed_at) select id, agreement_id, '示例', 'code', sha256('x'), date '2027-02-20', now() from agreement_party`)
    for (const table of guarded) await run(sql`alter table ${sql.table(table)} enable trigger user`)
    for (const table of ['placement', 'placement_terms', 'student', 'unit', 'agreement', 'agreement_party', 'agreement_signature', 'insurance_cover', 'safety_test']) await run(sql`analyze ${sql.table(table)}`)
  })
}
