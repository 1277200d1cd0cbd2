import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newRoundsWorld } from '../../../../test/rounds-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { resumeRuns } from './service.ts'

let world: World
let rounds: Awaited<ReturnType<typeof newRoundsWorld>>
let office: Person
let roundId: string

/** Enough wishes under a rule that takes its time: five hundred and twenty students, twenty wishes each. */
beforeAll(async () => {
  world = await newWorld()
  rounds = await newRoundsWorld(world)
  office = await world.person('secretariat', { name: '陈敏' })
  const school = await rounds.school()
  const firm = await world.person('enterprise_contact')
  const posts: string[] = []
  for (let at = 0; at < 20; at++) posts.push(await rounds.post(firm.organisationId, { seats: 12 }))
  roundId = await rounds.round(office, { cohorts: [school.cohortId], posts: posts.map((postId) => ({ postId, seats: 12 })), open: false })
  await rounds.setRules(office, roundId, { rule: { mechanism: 'flexible' }, limits: [{ kind: 'firm', organisationId: firm.organisationId, most: 100 }] })
  await office.post(`/rounds/${roundId}/actions/open`)
  await sql`insert into student (school_id, cohort_id, student_number, name, sex, birth_date, school_mark)
    select ${school.id}::uuid, ${school.cohortId}::uuid, 'L' || n, '示例学生' || n, 'female', '2008-05-09', 50000 + (n * 7919) % 50000 from generate_series(1, 520) n`.execute(world.db)
  await sql`insert into wish_list (round_id, student_id, state, saved_at, submitted_at) select ${roundId}::uuid, id, 'submitted', now(), now() from student where student_number like 'L%'`.execute(world.db)
  await sql`insert into wish (round_id, student_id, rank, post_id) select ${roundId}::uuid, s.id, row_number() over (partition by s.id order by md5(s.id::text || p)), p::uuid
    from student s, unnest(${posts}::text[]) p where s.student_number like 'L%'`.execute(world.db)
  world.moveTo('2026-11-27T10:00:00Z')
  await office.post(`/rounds/${roundId}/actions/closeWishes`)
  world.moveTo('2026-11-30T10:00:00Z')
  await office.post(`/rounds/${roundId}/actions/freeze`)
})
afterAll(() => world.close())

/** Each test begins with the list frozen and nothing matched. */
beforeEach(async () => {
  await sql`delete from round_run`.execute(world.db)
  await sql`update round set state = 'frozen', result_digest = null, seed_revealed = null, matched_at = null where id = ${roundId}`.execute(world.db)
  await sql`update round_result set post_id = null, choice = null, seat = null where round_id = ${roundId}`.execute(world.db)
})

const match = () => office.post(`/rounds/${roundId}/actions/match`)
const view = async () => (await office.get(`/rounds/${roundId}`)).body
const placements = async () => Number((await sql<{ n: number }>`select count(post_id) as n from round_result where round_id = ${roundId}`.execute(world.db)).rows[0]!.n)

test('a large round is matched by the worker: meanwhile nothing else can be done to it, afterwards it is as if one had waited', async () => {
  expect((await match()).body).toEqual({ state: 'frozen' })
  const meanwhile = await view()
  expect(meanwhile).toMatchObject({ state: 'frozen', run: { state: 'running', startedBy: '陈敏', endedAt: null }, can: { match: false, cancel: false, stopRun: true } })
  for (const [action, body] of [['match', {}], ['cancel', { reason: '不再需要' }]] as const) expect((await office.post(`/rounds/${roundId}/actions/${action}`, body)).body.code).toBe('match_running')

  await world.work()
  expect(await view()).toMatchObject({ state: 'matched', run: { state: 'done' }, can: { publish: true, stopRun: false }, audit: { violations: 0 } })
  expect(await placements()).toBe(100)
  expect((await office.get(`/rounds/${roundId}/history`)).body.rows.slice(-2)).toMatchObject([{ event: 'round.match_started', by: '陈敏' }, { event: 'round.matched', by: '陈敏', details: { placed: 100, unplaced: 420 } }])
  expect((await office.get('/inbox?tab=todo')).body.rows.map(({ kind }: { kind: string }) => kind)).toContain('round.publish_result')
})

test('a match that was stopped keeps nothing and can be started again', async () => {
  await match()
  expect((await office.post(`/rounds/${roundId}/run/stop`)).body).toEqual({ state: 'cancelled' })
  expect((await office.post(`/rounds/${roundId}/run/stop`)).body.code).toBe('wrong_state')
  await world.work()
  expect(await view()).toMatchObject({ state: 'frozen', resultDigest: null, run: { state: 'cancelled' }, can: { match: true, cancel: true, stopRun: false } })
  expect(await placements()).toBe(0)

  await match()
  expect((await view()).run.state).toBe('running')
})

test('stopping while the worker is at it: either all of the result is kept or nothing', async () => {
  await match()
  const [stopped] = await Promise.all([office.post(`/rounds/${roundId}/run/stop`), world.work()])
  const { state, run } = await view()
  expect([stopped.status, state, run.state, await placements()]).toEqual(stopped.status === 200 ? [200, 'frozen', 'cancelled', 0] : [409, 'matched', 'done', 100])
})

test('a match whose process was killed begins again at the next start, once', async () => {
  await match()
  // The process that had taken the job is gone, and the job with it.
  await sql`delete from graphile_worker._private_jobs`.execute(world.db)
  await world.work()
  expect((await view()).run.state).toBe('running')

  expect(await resumeRuns(world.db)).toBe(1)
  expect(await resumeRuns(world.db)).toBe(1)
  await world.work()
  expect([(await view()).state, await placements(), await resumeRuns(world.db)]).toEqual(['matched', 100, 0])
})

test('a match that fails leaves the round as it was, says so, and can be tried again', async () => {
  const { inputDigest } = await view()
  await sql`update round set input_digest = 'tampered' where id = ${roundId}`.execute(world.db)
  await match()
  await expect(world.work()).rejects.toThrow('the frozen list or the seed was changed')
  expect(await view()).toMatchObject({ state: 'frozen', run: { state: 'failed' }, can: { match: true } })
  expect(await placements()).toBe(0)

  await sql`update round set input_digest = ${inputDigest} where id = ${roundId}`.execute(world.db)
  await match()
  expect((await view()).run.state).toBe('running')
})
