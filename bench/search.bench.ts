import { join } from 'node:path'
import { sql } from 'kysely'
import { entryOf, refreshSearch, repairSearch } from '../server/src/features/search/entries/service.ts'
import { readSources } from '../server/src/features/search/entries/tables.ts'
import { insertMarket } from './market-rows.ts'
import type { Db } from '../server/src/kernel/db.ts'
import { people as crowd } from './people.ts'
import { newPlace, signIn } from './place.ts'
import { processorSecondsOf } from './processor-time.ts'
import { p95, median, report, timed, type Figure } from './report.ts'
import { startServer } from './server-process.ts'

/**
 * A million things that can be found: 970,000 students in 200 schools, 20,000 posts, 9,800 firms and a round or two, as many names as
 * a district would have and no two kinds alike. Against the real server on a real socket; 50 people who each ask once a second.
 */
const people = 50
const students = 970_000

const place = await newPlace()
const { db } = place
// Rows by the thousand without triggers: the queue of what has changed would hold a million marks that nobody asked for.
await db.transaction().execute(async (tx) => {
  for (const table of ['organisation', 'membership', 'need', 'post', 'student', 'cohort']) await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx)
  await insertMarket(tx, place.allianceId, { schools: 200, classesPerSchool: 25, students: 0, firms: 9800, posts: 20_000, seats: 10, wishes: 10 })
  await insertPeople(tx)
  await nameEverything(tx)
  for (const table of ['organisation', 'membership', 'need', 'post', 'student', 'cohort']) await sql`alter table ${sql.table(table)} enable trigger user`.execute(tx)
})
await sql`drop index search_entry_tokens`.execute(db)
const writing = await timed(writeEntries)
const indexing = await timed(() =>
  db.transaction().execute(async (tx) => {
    await sql`set local maintenance_work_mem = '1GB'`.execute(tx)
    await sql`create index search_entry_tokens on search_entry using gin (readers, tokens) with (fastupdate = off)`.execute(tx)
  }),
)
await sql`vacuum analyze search_entry`.execute(db)
const size = await sql<{ table: number; index: number }>`select pg_table_size('search_entry') as "table", pg_relation_size('search_entry_tokens') as index`.execute(db)

const fresh = await timed(async () => {
  await sql`update student set name = name || '改' where id in (select id from student limit 1000)`.execute(db)
  await refreshSearch(db)
})
const repair = await timed(() => repairSearch(db))

const school = await db.selectFrom('organisation').select('id').where('kind', '=', 'school').executeTakeFirstOrThrow()
const [office, contact, firm] = await signIn(db, [
  { role: 'secretariat', name: '示例专员', allianceId: place.allianceId },
  { role: 'school_contact', name: '示例老师', organisationId: school.id },
  { role: 'enterprise_contact', name: '示例经理', organisationId: (await db.selectFrom('organisation').select('id').where('kind', '=', 'enterprise').executeTakeFirstOrThrow()).id },
])
const env = { DATABASE_URL: place.url, SILIAN_DATA: place.folder, SILIAN_DEMO: 'off', SILIAN_WORKER: 'off', SILIAN_LOG: 'error', SILIAN_REQUESTS_PER_MINUTE: '100000000' }
const silian = await startServer(join(import.meta.dirname, '../server/src/main.ts'), '/healthz', env)

const queries: Record<string, string[]> = {
  'one character': ['陈', '海', '铝', '梁'],
  'two characters': ['志强', '铝材', '家具', '陈嘉'],
  'a long name': ['南海永盛铝型材有限公司', '数控车床操作实习生', '佛山第八职业技术学校'],
  pinyin: ['nanhai', 'chenjiaming', 'lvxingcai', 'liangzhi'],
  initials: ['nhys', 'cjm', 'skcc', 'nh'],
  'traditional characters': ['鋁型材', '數控車床', '陳嘉明'],
  'a number': ['S0123456', 'X-2026-01234', 'S09'],
  'a slip of the pen': ['南海永生铝形材', '数空车床操做', 'nanhia', 'chenjaiming'],
  'nothing there': ['乌鲁木齐冰川', 'qzxvkw', '量子纠缠态制备'],
}
const everything = Object.values(queries).flat()

const forOffice = await load(office!, everything)
const figures: Figure[] = [
  { what: 'entries', value: (await sql<{ n: number }>`select count(*) as n from search_entry`.execute(db)).rows[0]!.n, unit: 'rows' },
  { what: 'all kinds of query, the office: p95', value: forOffice.p95, unit: 'ms', goal: 50, note: `a page of results with counts; median ${forOffice.median.toFixed(1)} ms` },
  { what: 'processor for one of these, server and database', value: forOffice.processorMs, unit: 'ms', note: 'whoever else uses the machine' },
  { what: 'suggestions while typing, the office: p95', value: (await load(office!, everything, 10, '&size=3')).p95, unit: 'ms', goal: 50 },
  { what: 'all kinds of query, a school: p95', value: (await load(contact!, everything)).p95, unit: 'ms', goal: 50 },
  { what: 'all kinds of query, a firm: p95', value: (await load(firm!, everything)).p95, unit: 'ms', goal: 50 },
]
for (const [what, some] of Object.entries(queries)) {
  const times = await load(office!, some, 4)
  figures.push({ what: `${what}, the office: p95`, value: times.p95, unit: 'ms', note: `median ${times.median.toFixed(1)} ms` })
}
figures.push(
  { what: 'a thousand changed names, until they are found', value: fresh.ms, unit: 'ms' },
  { what: 'the nightly look for what is missing', value: repair.ms, unit: 'ms' },
  { what: 'writing a million entries', value: writing.ms / 1000, unit: 's' },
  { what: 'building their index', value: indexing.ms / 1000, unit: 's' },
  { what: 'the table', value: size.rows[0]!.table / 2 ** 20, unit: 'MiB' },
  { what: 'its index', value: size.rows[0]!.index / 2 ** 20, unit: 'MiB' },
)
report('search', figures)

await silian.stop()
await place.close()

/** Names put together from parts, the same in every run: about as many of the same name as a district has. */
async function insertPeople(tx: Db) {
  const surnames = [...'陈黄梁李何罗谭潘区麦关霍冯邓叶林张王吴刘杨周徐孙马朱胡郭高曾']
  const first = [...'嘉志晓俊雅文家子浩思佩永国建丽美秀海春明']
  const last = [...'明怡豪琳辉强伟杰芳敏静勇涛萍军玲健婷磊峰欣宇轩洋']
  await sql`insert into student (school_id, cohort_id, student_number, name, birth_date)
    select p.school_id, c.id, 'S' || lpad(i::text, 7, '0'), (${surnames}::text[])[1 + (hashint4(i) & 1023) % ${surnames.length}]
      || (${first}::text[])[1 + (hashint4(i + 1) & 1023) % ${first.length}] || (${last}::text[])[1 + (hashint4(i + 2) & 1023) % ${last.length}], date '2008-01-01' + i % 300
    from generate_series(1, ${students}::int) i
    join (select id, programme_id, row_number() over (order by id) as n from cohort) c on c.n = 1 + (i - 1) % 5000
    join programme p on p.id = c.programme_id`.execute(tx)
}

async function nameEverything(tx: Db) {
  const towns = ['南海', '佛山', '狮山', '大沥', '里水', '丹灶', '西樵', '九江', '桂城', '顺德']
  const words = ['永盛', '宏达', '金源', '嘉华', '盛泰', '新力', '恒丰', '联创', '东成', '广宇', '海纳', '正大']
  const trades = ['铝型材', '陶瓷', '家具', '数控机床', '模具', '机器人', '中药颗粒', '食品', '电子', '纺织', '氢能', '环保设备']
  await sql`update organisation set name = case kind
    when 'school' then (${towns}::text[])[1 + protocol_order % 10] || '第' || protocol_order || '职业技术学校'
    else (${towns}::text[])[1 + protocol_order % 10] || (${words}::text[])[1 + protocol_order / 10 % 12] || (${trades}::text[])[1 + protocol_order / 120 % 12] || '有限公司' || case when protocol_order > 1440 then '第' || protocol_order / 1440 || '分厂' else '' end end`.execute(tx)
  const jobs = ['数控车床操作', '铝材挤压', '陶瓷釉料', '家具喷涂', '模具钳工', '机器人装调', '质量检验', '仓储物流', '电气维修', '食品化验', '软件测试', '电商客服']
  await sql`update need set title = (${jobs}::text[])[1 + (hashtext(number) & 1023) % 12] || '实习生' || (hashtext(number) & 255)`.execute(tx)
  await sql`insert into membership (alliance_id, organisation_id, state, certificate_number) select ${place.allianceId}::uuid, id, 'active', 'NH-' || row_number() over () from organisation`.execute(tx)
  await sql`analyze`.execute(tx)
}

async function writeEntries() {
  for (const source of ['organisation', 'need', 'student']) {
    const ids = (await sql<{ id: string }>`select id from ${sql.table(source)} order by id`.execute(db)).rows.map(({ id }) => id)
    for (let start = 0; start < ids.length; start += 10_000) {
      await db.transaction().execute(async (tx) => {
        const entries = (await readSources(tx, source, ids.slice(start, start + 10_000))).map(entryOf)
        await sql`insert into search_entry (kind, subject_id, title, title_en, owner_id, note, readers, tokens, haystack, weight, made_at, form)
          select e.kind, e."subjectId", e.title, e."titleEn", e."ownerId", e.note, e.readers, e.tokens, e.haystack, e.weight, e."madeAt", e.form
          from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e (kind text, "subjectId" uuid, title text, "titleEn" text, "ownerId" uuid, note text,
            readers text[], tokens text[], haystack text, weight smallint, "madeAt" timestamptz, form smallint)`.execute(tx)
      })
    }
  }
}

/** 50 people who each ask about once a second; warmed for a moment first. */
async function load(token: string, some: readonly string[], seconds = 10, more = '') {
  const target = { what: some.join(), origin: silian.origin, paths: some.map((q) => `/api/search?q=${encodeURIComponent(q)}${more}`), token, people }
  await crowd({ ...target, seconds: 3 })
  const before = processorSecondsOf(silian.pid, place.folder)
  const times = await crowd({ ...target, seconds })
  return { p95: p95(times), median: median(times), processorMs: ((processorSecondsOf(silian.pid, place.folder) - before) * 1000) / times.length }
}
