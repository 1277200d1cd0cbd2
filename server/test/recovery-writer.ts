// A process to be killed: starts the database of a data folder, says where it is, then writes rows as fast as it can
// and names each one once the database has acknowledged it.
import { writeSync } from 'node:fs'
import pg from 'pg'
import { startPostgres } from '../src/kernel/embedded-postgres/start-postgres.ts'

const [dataDir = '', round = ''] = process.argv.slice(2)

const { url } = await startPostgres({ dataDir })
const pool = new pg.Pool({ connectionString: url, max: 4 })
pool.on('error', () => {})
await pool.query('create table if not exists promise (id text primary key)')
say(`url ${url}`)
await Promise.all([1, 2, 3, 4].map(write))

async function write(writer: number) {
  for (let number = 1; ; number++) {
    const id = `${round}-${writer}-${number}`
    await pool.query('insert into promise values ($1)', [id])
    say(`kept ${id}`)
  }
}

/** Straight to the pipe: a line still in our memory would die with us. */
function say(line: string) {
  writeSync(1, `${line}\n`)
}
