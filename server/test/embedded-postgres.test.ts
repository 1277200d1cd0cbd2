import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBinaries, findPackage } from '../src/kernel/embedded-postgres/binaries.ts'
import { isAlive } from '../src/kernel/embedded-postgres/processes.ts'
import { startPostgres, type Postgres } from '../src/kernel/embedded-postgres/start-postgres.ts'
import { usePostgres } from '../src/kernel/embedded-postgres/use-postgres.ts'

const base = realpathSync(mkdtempSync(join(tmpdir(), 'silian-launcher-')))
chmodSync(base, 0o755)
beforeAll(async () => (await startPostgres({ dataDir: join(base, 'pattern') })).stop())
afterAll(() => rmSync(base, { recursive: true, force: true }))

const asRoot = process.getuid?.() === 0

test('the second start finds what the first one stored, at the same address', async () => {
  const dataDir = join(base, 'twice')
  const first = await startPostgres({ dataDir })
  await ask(first.url, `create table mark as select '留下' as word`)
  await first.stop()

  const second = await startPostgres({ dataDir })

  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'select word from mark')).toEqual([{ word: '留下' }])
  await second.stop()
})

test('a database keeps what it acknowledged: every safety switch is on', async () => {
  const postgres = await startPostgres({ dataDir: copyOfPattern('safe') })

  expect(
    await ask(
      postgres.url,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
              current_setting('synchronous_commit') as commit, current_setting('data_checksums') as checksums`,
    ),
  ).toEqual([{ fsync: 'on', pages: 'on', commit: 'on', checksums: 'on' }])
  await postgres.stop()
})

test('the application signs in with a password and is no superuser', async () => {
  const dataDir = copyOfPattern('secret')
  const postgres = await startPostgres({ dataDir })
  const stranger = new URL(postgres.url)
  stranger.password = 'wrong'

  expect(await ask(postgres.url, `select current_setting('is_superuser') as superuser`)).toEqual([{ superuser: 'off' }])
  await expect(ask(stranger.href, 'select 1')).rejects.toThrow('password authentication failed for user "silian"')
  expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600)
  await postgres.stop()
})

test('a lost password file is replaced and the data stays', async () => {
  const dataDir = copyOfPattern('forgetful')
  const first = await startPostgres({ dataDir })
  await ask(first.url, 'create table mark as select 7 as number')
  await first.stop()
  rmSync(join(dataDir, 'postgres.password'))

  const second = await startPostgres({ dataDir })

  expect(await ask(second.url, 'select number from mark')).toEqual([{ number: 7 }])
  await second.stop()
})

test('a second start on the same data says so in one sentence', async () => {
  const dataDir = copyOfPattern('busy')
  const postgres = await startPostgres({ dataDir })

  await expect(startPostgres({ dataDir })).rejects.toThrow(
    `Silian is already running on ${dataDir} (process ${process.pid}); stop that one first, or set SILIAN_DATA to another folder.`,
  )
  expect(await ask(postgres.url, 'select 1 as alive')).toEqual([{ alive: 1 }])
  await postgres.stop()
})

test('a command uses the database of the server that runs, and starts one when none does', async () => {
  const dataDir = copyOfPattern('command')
  const server = await startPostgres({ dataDir })
  const beside = await usePostgres({ dataDir })
  expect(beside.url).toBe(server.url)
  await beside.stop()
  expect(await ask(server.url, 'select 1 as alive')).toEqual([{ alive: 1 }])
  await server.stop()

  const alone = await usePostgres({ dataDir })
  expect(await ask(alone.url, 'select 1 as alive')).toEqual([{ alive: 1 }])
  await alone.stop()
  await expect(ask(alone.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
})

test('a lock left by a process whose number now belongs to another is no lock', async () => {
  const dataDir = join(base, 'locked')
  mkdirSync(dataDir)
  writeFileSync(join(dataDir, 'silian.lock'), `${process.pid} 1\n`)

  const postgres = await startPostgres({ dataDir })

  expect(await ask(postgres.url, 'select 1 as alive')).toEqual([{ alive: 1 }])
  await postgres.stop()
  expect(existsSync(join(dataDir, 'silian.lock'))).toBe(false)
})

test('a creation that was interrupted is begun again', async () => {
  const dataDir = join(base, 'interrupted')
  mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres.password'), 'of the first attempt')

  const postgres = await startPostgres({ dataDir })

  expect(await ask(postgres.url, 'select 1 as alive')).toEqual([{ alive: 1 }])
  await postgres.stop()
})

test('a folder with files that are no database is left alone', async () => {
  const dataDir = join(base, 'foreign')
  mkdirSync(join(dataDir, 'postgres'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres', 'letter.txt'), '重要')

  await expect(startPostgres({ dataDir })).rejects.toThrow(`${join(dataDir, 'postgres')} holds files but no database`)
  expect(readFileSync(join(dataDir, 'postgres', 'letter.txt'), 'utf8')).toBe('重要')
})

test('a process that took the number of the old database is not harmed', async () => {
  const dataDir = copyOfPattern('numbers')
  const folder = join(dataDir, 'postgres')
  await (await startPostgres({ dataDir })).stop()
  const { uid, gid } = statSync(folder)
  const bystander = spawn('sleep', ['60'], asRoot ? { uid, gid } : {})
  writeFileSync(join(folder, 'postmaster.pid'), `${bystander.pid}\n${folder}\n1764000000\n5432\n\n127.0.0.1\n  1 1\nready   \n`)

  const postgres = await startPostgres({ dataDir })

  expect(await ask(postgres.url, 'select 1 as alive')).toEqual([{ alive: 1 }])
  expect(isAlive(bystander.pid!)).toBe(true)
  bystander.kill('SIGKILL')
  await postgres.stop()
})

test('a database somebody left running on the data is stopped before a new one starts', async () => {
  const dataDir = copyOfPattern('left')
  const folder = join(dataDir, 'postgres')
  await (await startPostgres({ dataDir })).stop()
  const { uid, gid } = statSync(folder)
  const { postgres: program } = findBinaries(dataDir, () => true)
  const options = ['-D', folder, '-p', readFileSync(join(dataDir, 'postgres.port'), 'utf8').trim(), '-c', 'unix_socket_directories=']
  const old = spawn(program, options, { cwd: '/', env: { LC_ALL: 'C' }, stdio: ['ignore', 'ignore', 'pipe'], ...(asRoot ? { uid, gid } : {}) })
  let said = ''
  await new Promise<void>((resolve) => {
    old.stderr.on('data', (text) => {
      said += text
      if (said.includes('ready to accept connections')) resolve()
    })
  })

  const [postgres] = await Promise.all([startPostgres({ dataDir }), once(old, 'exit')])

  expect(said).toContain('received fast shutdown request')
  expect(await ask(postgres.url, 'select 1 as alive')).toEqual([{ alive: 1 }])
  await postgres.stop()
})

test('a database that ends by itself is reported, and one that was stopped is not', async () => {
  const dataDir = copyOfPattern('lost')
  const postgres = await startPostgres({ dataDir })
  process.kill(Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGINT')
  expect((await postgres.lost).message).toBe(`The database stopped by itself (see ${join(dataDir, 'postgres.log')}).`)
  await postgres.stop()

  const calm = await startPostgres({ dataDir })
  await calm.stop()
  expect(await Promise.race([calm.lost, Promise.resolve('nothing lost')])).toBe('nothing lost')
})

test('a port that is taken is named', async () => {
  const postgres = await startPostgres({ dataDir: copyOfPattern('neighbour') })
  const port = Number(new URL(postgres.url).port)

  await expect(startPostgres({ dataDir: join(base, 'other'), port })).rejects.toThrow(`Port ${port} for the database is taken by another program.`)
  await postgres.stop()
})

test('links that npm did not make are made', () => {
  const root = join(base, 'package')
  cpSync(findPackage(), root, { recursive: true, verbatimSymlinks: true })
  const links = (JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[]).map(({ target }) => join(root, target))
  for (const link of links) rmSync(link, { force: true })

  const binaries = findBinaries(base, () => true, root)

  expect(binaries.postgres).toBe(join(root, 'native', 'bin', 'postgres'))
  expect(links.filter((link) => !lstatSync(link).isSymbolicLink())).toEqual([])
})

test('programs that the account may not read are copied into the data folder', () => {
  const dataDir = join(base, 'copied')
  mkdirSync(dataDir)

  const { postgres, version } = findBinaries(dataDir, () => false)

  expect(postgres).toBe(join(dataDir, `native-${version}`, 'native', 'bin', 'postgres'))
  expect(statSync(postgres).mode & 0o777).toBe(0o755)
})

/** Root can be anywhere; an ordinary user is only ever where it may be. */
const places: { place: string; make: () => string }[] = [
  {
    place: 'with a path longer than a socket may have',
    make: () => join(base, ...Array.from({ length: 6 }, () => '一个相当长的文件夹名字')),
  },
  ...(asRoot
    ? [
        {
          place: 'below a folder that only root may enter',
          make: () => {
            mkdirSync(join(base, 'private'), { mode: 0o700 })
            return join(base, 'private', 'data')
          },
        },
        {
          place: 'made under a strict umask',
          make: () => {
            mkdirSync(join(base, 'strict'), { mode: 0o700 })
            return join(base, 'strict')
          },
        },
      ]
    : []),
]

test.each(places)('the data may lie in a folder $place', async ({ make }) => {
  const dataDir = make()
  for (const word of ['first', 'second']) {
    const postgres: Postgres = await startPostgres({ dataDir })
    expect(await ask(postgres.url, `select '${word}' as word`)).toEqual([{ word }])
    await postgres.stop()
  }
})

/** A data folder that a start has been through before, without waiting for one; copied as people copy, owners and rights lost. */
function copyOfPattern(name: string): string {
  const dataDir = join(base, name)
  cpSync(join(base, 'pattern'), dataDir, { recursive: true })
  return dataDir
}

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows as unknown[]
  } finally {
    await client.end()
  }
}
