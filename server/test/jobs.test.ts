import { parseCrontab } from 'graphile-worker'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../src/kernel/db.ts'
import { enqueue, freeJobs } from '../src/kernel/outbox.ts'
import { crontab, tasks } from '../src/worker.ts'
import { newWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await newWorld()))
afterAll(() => world.close())

test('a job that a killed worker had begun is done by the next', async () => {
  await inTransaction(world.db, (tx) => enqueue(tx, 'move_rounds', {}))
  // As a worker does when it takes a job; this one is killed before it ends.
  await sql`update graphile_worker._private_jobs set locked_by = 'a-worker-that-was-killed', locked_at = now()`.execute(world.db)
  await world.work()
  expect(await waiting()).toBe(1)

  await freeJobs(world.db)
  await world.work()

  expect(await waiting()).toBe(0)
})

test('every line of the timetable can be read and names a task there is', () => {
  const known = Object.keys(tasks({ db: world.db, url: '', now: world.now }))

  expect(parseCrontab(crontab).map(({ task }) => task).filter((task) => !known.includes(task))).toEqual([])
})

const waiting = async () => Number((await sql<{ n: number }>`select count(*) as n from graphile_worker.jobs`.execute(world.db)).rows[0]!.n)
