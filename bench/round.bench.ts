import { sql } from 'kysely'
import { insertMarket, insertWishes } from './market-rows.ts'
import { answerOf, ask, newAppAt, newPlace, signIn } from './place.ts'
import { processorSeconds } from './processor-time.ts'
import { median, p95, report, timed } from './report.ts'

/** One round of the size a whole prefecture would have, through the product's own requests; the clock is moved to where each step may be taken. */
const size = { schools: 20, classesPerSchool: 10, students: 10_000, firms: 200, posts: 1000, seats: 10, wishes: 10 }
const runs = 3
const readers = 500

let time = new Date('2026-11-23T06:00:00Z')
const place = await newPlace()
const app = await newAppAt(place, () => time)
await insertMarket(place.db, place.allianceId, size)
const [office] = await signIn(place.db, [{ role: 'secretariat', name: '示例专员', allianceId: place.allianceId }], time)
const cohortIds = (await place.db.selectFrom('cohort').select('id').execute()).map(({ id }) => id)
const posts = (await place.db.selectFrom('need').select('id').orderBy('number').execute()).map(({ id }) => ({ postId: id, seats: size.seats, reserves: [{ tag: 'paired_county', seats: 1, mode: 'guarantee' }] }))

const some = await place.db.selectFrom('student').select(['id', 'schoolId', 'name']).orderBy('studentNumber').limit(readers).execute()
const tokens = await signIn(place.db, some.map(({ id, schoolId, name }) => ({ role: 'student' as const, name, organisationId: schoolId, studentId: id })), time)

const spent: Record<'freeze' | 'match' | 'publish' | 'letter' | 'total' | 'processor', number[]> = { freeze: [], match: [], publish: [], letter: [], total: [], processor: [] }
let saving = { all: 0, each: [] as number[] }
const page: number[] = []
const letter: number[] = []

for (let run = 0; run < runs; run++) {
  time = new Date('2026-11-23T06:00:00Z')
  const roundId = await openRound(run)
  if (run === 0) {
    for (const token of tokens.slice(0, 200)) page.push((await timed(() => ask(app, token, 'GET', `/my/rounds/${roundId}`))).ms)
    saving = await saveAtOnce(roundId)
    await sql`delete from wish_list where round_id = ${roundId}`.execute(place.db)
  }
  const applications = await insertWishes(place.db, roundId, size.wishes)
  if (applications !== size.students * size.wishes) throw new Error(`${applications} wishes`)
  time = new Date('2026-11-27T10:00:00Z')
  await ask(app, office!, 'POST', `/rounds/${roundId}/actions/closeWishes`, {})
  time = new Date('2026-11-30T10:00:00Z')

  const before = processorSeconds(place.folder)
  let total = 0
  for (const action of ['freeze', 'match', 'publish'] as const) {
    const { ms } = await timed(() => ask(app, office!, 'POST', `/rounds/${roundId}/actions/${action}`, {}))
    spent[action].push(ms)
    total += ms
  }
  const first = await timed(() => ask(app, tokens[0]!, 'GET', `/my/rounds/${roundId}/letter`))
  spent.letter.push(first.ms)
  spent.total.push(total + first.ms)
  spent.processor.push(processorSeconds(place.folder) - before)
  if (answerOf<{ outcomes: unknown[] }>(first.answer).outcomes.length !== size.wishes) throw new Error('the letter does not explain every wish')
  if (run === 0) for (const token of tokens) letter.push((await timed(() => ask(app, token, 'GET', `/my/rounds/${roundId}/letter`))).ms)
}

const seconds = (values: number[]) => median(values) / 1000
report('round', [
  { what: 'freeze the list', value: seconds(spent.freeze), unit: 's', note: `${size.students} students × ${size.wishes} wishes × ${size.posts} posts` },
  { what: 'match, explain every wish, keep it all', value: seconds(spent.match), unit: 's' },
  { what: 'publish', value: seconds(spent.publish), unit: 's' },
  { what: 'from the click to a letter that can be read', value: seconds(spent.total), unit: 's', goal: 5, note: `median of ${runs}` },
  { what: 'processor time of server and database', value: median(spent.processor), unit: 's', note: 'does not depend on who else uses the machine' },
  { what: 'a letter, p95', value: p95(letter), unit: 'ms', note: `${letter.length} readers, one after the other` },
  { what: 'a student’s page of the round with all posts judged, p95', value: p95(page), unit: 'ms', note: `${size.posts} posts, one after the other` },
  { what: `${readers} students submit at the same moment: the last is answered after`, value: saving.all / 1000, unit: 's', note: `p95 of one ${(p95(saving.each) / 1000).toFixed(2)} s` },
])

await app.close()
await place.close()

async function openRound(run: number): Promise<string> {
  const { id } = answerOf<{ id: string }>(
    await ask(app, office!, 'POST', '/rounds', {
      title: `2027 届岗位实习 第 ${run + 1} 次测量`, leaveYear: 2027, maxWishes: size.wishes, weightSchool: 60, weightInterview: 30, weightCertificate: 10,
      wishesCloseAt: '2026-11-27T10:00:00Z', rankingCloseAt: '2026-11-30T10:00:00Z', publicityUntil: '2026-12-07T10:00:00Z', confirmUntil: '2026-12-15T10:00:00Z', startsOn: '2027-03-01', endsOn: '2027-08-27',
    }),
  )
  await ask(app, office!, 'PUT', `/rounds/${id}/cohorts`, { cohortIds })
  await ask(app, office!, 'PUT', `/rounds/${id}/posts`, { posts })
  await ask(app, office!, 'POST', `/rounds/${id}/actions/open`, {})
  return id
}

/** Ten posts each that the law lets them choose, with a reason where it warns. */
async function saveAtOnce(roundId: string) {
  type Card = { id: string; suspended: boolean; findings: { severity: string }[] }
  const lists = await Promise.all(
    [0, 1, 2, 3].map(async (at) => {
      const cards = answerOf<{ posts: Card[] }>(await ask(app, tokens[at]!, 'GET', `/my/rounds/${roundId}`)).posts
      return cards.filter((card) => card.findings.every(({ severity }) => severity !== 'block')).map(({ id }) => id)
    }),
  )
  const schools = some.slice(0, 4).map(({ schoolId }) => schoolId)
  const each: number[] = []
  const { ms } = await timed(() =>
    Promise.all(
      tokens.map(async (token, at) => {
        const allowed = lists[Math.max(0, schools.indexOf(some[at]!.schoolId))]!
        const wishes = Array.from({ length: size.wishes }, (_, rank) => ({ postId: allowed[(at * 7 + rank) % allowed.length]!, reason: '离家近，专业相关，想学这门手艺' }))
        each.push((await timed(() => ask(app, token, 'PUT', `/my/rounds/${roundId}/wishes`, { wishes, submit: true }))).ms)
      }),
    ),
  )
  return { all: ms, each }
}
