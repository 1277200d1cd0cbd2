import fastify from 'fastify'
import pg from 'pg'

/** What the same page costs with nothing around it: one Fastify route, one pool, the two statements; no session, no roles, no contract. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 })
const app = fastify()

app.get('/students', async () => {
  const total = await pool.query('select count(*)::int as total from student where left_at is null')
  const rows = await pool.query({
    name: 'page',
    text: `select student.*, cohort.name as cohort_name, programme.name as programme_name, organisation.name as school_name
      from (select id from student where left_at is null order by school_id, student_number limit 20) page
      join student using (id) join cohort on cohort.id = student.cohort_id join programme on programme.id = cohort.programme_id join organisation on organisation.id = student.school_id
      order by student.school_id, student.student_number`,
  })
  return { rows: rows.rows, total: total.rows[0].total }
})
app.get('/healthz', async () => ({ ok: true }))

await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
process.once('SIGTERM', () => process.exit(0))
