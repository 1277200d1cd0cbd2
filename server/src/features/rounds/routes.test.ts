import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newRoundsWorld } from '../../../test/rounds-world.ts'
import { newWorld, type Person, type World } from '../../../test/world.ts'

let world: World
let rounds: Awaited<ReturnType<typeof newRoundsWorld>>
let office: Person

beforeAll(async () => {
  world = await newWorld()
  rounds = await newRoundsWorld(world)
  office = await world.person('secretariat', { name: '陈敏' })
})
afterAll(() => world.close())
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))

async function smallRound(change: { seats?: number; round?: Record<string, unknown> } = {}) {
  const school = await rounds.school()
  const firm = await world.person('enterprise_contact')
  const post = await rounds.post(firm.organisationId, { title: '工业机器人装调', seats: change.seats ?? 1 })
  const other = await rounds.post(firm.organisationId, { title: '铝材模具维护' })
  const roundId = await rounds.round(office, { cohorts: [school.cohortId], posts: [post, other].map((postId, at) => ({ postId, seats: at === 0 ? (change.seats ?? 1) : 1 })), change: change.round })
  return { school, firm, post, other, roundId }
}

test('a round is prepared, opened, chosen in, scored, matched, published and answered', async () => {
  const { school, post, other, roundId } = await smallRound()
  const [first, second, third] = [await rounds.student(school, { schoolMark: 90_000 }), await rounds.student(school, { schoolMark: 80_000 }), await rounds.student(school, { schoolMark: 70_000 })]
  for (const student of [first, second, third]) expect((await rounds.wish(student, roundId, [post, other])).status).toBe(200)
  await rounds.finish(office, roundId)

  const letter = (await first.get(`/my/rounds/${roundId}/letter`)).body
  expect(letter.placed).toMatchObject({ postTitle: '工业机器人装调', choice: 1, seat: 'open' })
  expect(letter.lottery.verifies).toBe(true)

  const next = (await second.get(`/my/rounds/${roundId}/letter`)).body
  expect(next.placed).toMatchObject({ postTitle: '铝材模具维护', choice: 2 })
  expect(next.outcomes.map((one: { reason: string }) => one.reason)).toEqual(['below-cutoff', 'placed'])
  expect(next.outcomes[0].facts).toMatchObject({ seats: 1, yourRank: 2, applicants: 3, yourScore: 80_000 })

  const last = (await third.get(`/my/rounds/${roundId}/letter`)).body
  expect(last.placed).toBe(null)
  expect(last.outcomes).toHaveLength(2)

  world.moveTo('2026-12-07T10:00:00Z')
  expect((await office.post(`/rounds/${roundId}/actions/endPublicity`)).body).toEqual({ state: 'confirming' })
  expect((await first.post(`/my/rounds/${roundId}/answer`, { answer: 'accepted' })).body).toEqual({ answer: 'accepted' })
  expect((await second.post(`/my/rounds/${roundId}/answer`, { answer: 'declined' })).body.code).toBe('reason_needed')
  expect((await second.post(`/my/rounds/${roundId}/answer`, { answer: 'declined', reason: '想自己找单位' })).status).toBe(200)
  expect((await third.post(`/my/rounds/${roundId}/answer`, { answer: 'accepted' })).body.code).toBe('nothing_to_answer')

  const view = (await office.get(`/rounds/${roundId}`)).body
  expect(view.counts).toMatchObject({ students: 4, submitted: 3, placed: 2, accepted: 1, declined: 1 })
  expect(view.audit).toEqual({ violations: 0, blockingPairs: 0, wasted: 0, envy: 0 })
})

test('a second round gives only seats that nobody accepted, and only to those without one', async () => {
  const { school, post, other, roundId } = await smallRound()
  const [placed, unplaced] = [await rounds.student(school, { schoolMark: 90_000 }), await rounds.student(school, { schoolMark: 70_000 })]
  await rounds.wish(placed, roundId, [post])
  await rounds.wish(unplaced, roundId, [post])
  await rounds.finish(office, roundId)
  world.moveTo('2026-12-07T10:00:00Z')
  await office.post(`/rounds/${roundId}/actions/endPublicity`)
  await placed.post(`/my/rounds/${roundId}/answer`, { answer: 'accepted' })
  await office.post(`/rounds/${roundId}/actions/close`)

  const { id } = (await office.post(`/rounds/${roundId}/second`, { title: '第二轮' })).body
  expect((await office.get(`/rounds/${id}/posts`)).body.rows.map((row: { postId: string; seats: number }) => [row.postId, row.seats])).toEqual([[other, 1]])
  const { version } = (await office.get(`/rounds/${id}`)).body
  const dates = { wishesCloseAt: '2026-12-20T10:00:00Z', rankingCloseAt: '2026-12-21T10:00:00Z', publicityUntil: '2026-12-25T10:00:00Z', confirmUntil: '2026-12-28T10:00:00Z' }
  await office.patch(`/rounds/${id}`, { ...rounds.settings, ...dates, title: '第二轮', version })
  expect((await office.post(`/rounds/${id}/actions/open`)).status).toBe(200)
  expect((await rounds.wish(placed, id, [other])).body.code).toBe('already_placed')
  expect((await rounds.wish(unplaced, id, [other])).status).toBe(200)
})

test('equal marks are decided by the seed that was committed before anybody chose', async () => {
  const { school, post, roundId } = await smallRound()
  const students = [await rounds.student(school), await rounds.student(school), await rounds.student(school)]
  for (const student of students) await rounds.wish(student, roundId, [post])
  const before = (await office.get(`/rounds/${roundId}`)).body
  expect(before.seedCommitment).toMatch(/^[0-9a-f]{64}$/)
  expect(before.seedRevealed).toBe(null)
  await rounds.finish(office, roundId)

  const letters = await Promise.all(students.map(async (student) => (await student.get(`/my/rounds/${roundId}/letter`)).body))
  const winner = letters.find((letter) => letter.placed)
  expect(winner.lottery.place).toBe(Math.min(...letters.map((letter) => letter.lottery.place)))
  expect(letters.filter((letter) => letter.outcomes[0].reason === 'lost-lottery')).toHaveLength(2)
  expect(winner.lottery.commitment).toBe(before.seedCommitment)
})

test('a seat kept for a tag that nobody has goes to the next applicant, and the report says so', async () => {
  const school = await rounds.school()
  const firm = await world.person('enterprise_contact')
  const postId = await rounds.post(firm.organisationId, { seats: 2 })
  const roundId = await rounds.round(office, { cohorts: [school.cohortId], posts: [{ postId, seats: 2, reserves: [{ tag: 'paired_county', seats: 1, mode: 'guarantee' }] }] })
  const applicants = [await rounds.student(school, { schoolMark: 90_000 }), await rounds.student(school, { schoolMark: 80_000 })]
  for (const student of applicants) await rounds.wish(student, roundId, [postId])
  await rounds.finish(office, roundId)

  const { seats } = (await firm.get(`/rounds/${roundId}/posts/${postId}/report`)).body
  expect(Object.fromEntries(seats.map((row: { seat: string; seats: number; filled: number }) => [row.seat, [row.seats, row.filled]]))).toEqual({ open: [1, 2], paired_county: [1, 0] })
})

test('the database takes no reason for somebody who is not on the frozen list', async () => {
  const { school, roundId } = await smallRound()
  const { studentId } = await rounds.student(school)
  const stray = world.db.insertInto('wishOutcome').values({ roundId, studentId, outcomes: JSON.stringify([{ choice: 1, post: 'X-2026-00001', code: 'placed', mark: 80_000 }]) }).execute()
  await expect(stray).rejects.toMatchObject({ constraint: 'wish_outcome_has_result' })
})

test('an incomplete round names everything it lacks and does not open', async () => {
  const { id } = (await office.post('/rounds', { title: '空轮次', leaveYear: 2027 })).body
  const reply = await office.post(`/rounds/${id}/actions/open`)
  expect(reply.body).toEqual({
    code: 'round_incomplete',
    details: { state: 'draft', missing: ['wishesCloseAt', 'rankingCloseAt', 'publicityUntil', 'confirmUntil', 'startsOn', 'endsOn', 'cohorts', 'posts'] },
  })
})

test('what the law forbids is not saved, not even as a draft, and names its rule', async () => {
  const school = await rounds.school()
  const firm = await world.person('enterprise_contact')
  const heavy = await rounds.post(firm.organisationId, { change: { minorForbidden: true } })
  const roundId = await rounds.round(office, { cohorts: [school.cohortId], posts: [{ postId: heavy, seats: 1 }] })
  const minor = await rounds.student(school, { birthDate: '2009-05-09' })
  const grown = await rounds.student(school, { birthDate: '2009-03-01' })

  const refused = await rounds.wish(minor, roundId, [heavy], false)
  expect(refused.body.code).toBe('rule_forbids')
  expect(refused.body.details.findings).toMatchObject([{ ruleId: '1.22', severity: 'block', postId: heavy, article: '第十六条第三项' }])
  expect((await minor.get(`/my/rounds/${roundId}`)).body).toMatchObject({ listState: 'none', posts: [{ findings: [{ ruleId: '1.22' }] }] })
  expect((await rounds.wish(grown, roundId, [heavy])).status).toBe(200)
})

test('a post outside the major needs a reason and the school’s approval, or the wish does not count', async () => {
  const school = await rounds.school()
  const schoolOffice = await world.person('school_contact', { organisationId: school.id })
  const firm = await world.person('enterprise_contact')
  const kitchen = await rounds.post(firm.organisationId, { seats: 2, majors: ['740201'] })
  const roundId = await rounds.round(office, { cohorts: [school.cohortId], posts: [{ postId: kitchen, seats: 2 }] })
  const [approved, forgotten] = [await rounds.student(school), await rounds.student(school)]
  expect((await rounds.wish(approved, roundId, [kitchen])).body).toMatchObject({ code: 'reason_needed', details: { findings: [{ ruleId: '1.9' }] } })
  for (const student of [approved, forgotten]) {
    expect((await student.put(`/my/rounds/${roundId}/wishes`, { wishes: [{ postId: kitchen, reason: '家里开餐馆，想学这一行' }], submit: true })).status).toBe(200)
  }
  const waivers = (await schoolOffice.get(`/rounds/${roundId}/waivers`)).body.rows
  expect(waivers).toHaveLength(2)
  expect((await (await world.person('school_contact')).post(`/rounds/${roundId}/waivers`, { waiverIds: [waivers[0].id] })).status).toBe(404)
  expect((await schoolOffice.post(`/rounds/${roundId}/waivers`, { waiverIds: [waivers[0].id] })).body).toEqual({ approved: 1 })
  await rounds.finish(office, roundId)

  expect((await approved.get(`/my/rounds/${roundId}/letter`)).body.placed).not.toBe(null)
  expect((await forgotten.get(`/my/rounds/${roundId}/letter`)).body.outcomes[0]).toMatchObject({ reason: 'not-eligible', facts: { rule: 'unapproved' } })
})

test('a firm reads its applicants only after students have chosen, and never their other wishes', async () => {
  const { school, firm, post, other, roundId } = await smallRound({ round: { weightSchool: 60, weightInterview: 40 } })
  const student = await rounds.student(school)
  await rounds.wish(student, roundId, [other, post])
  expect((await firm.get(`/rounds/${roundId}/posts/${post}/applicants`)).body.rows).toEqual([])
  expect((await firm.put(`/rounds/${roundId}/posts/${post}/scores`, { scores: [{ studentId: student.studentId, interview: 90_000 }] })).body.code).toBe('wrong_state')

  world.moveTo('2026-11-27T10:00:00Z')
  await office.post(`/rounds/${roundId}/actions/closeWishes`)
  expect((await firm.get(`/rounds/${roundId}/posts/${post}/applicants`)).body.rows).toEqual([
    { studentId: student.studentId, name: expect.any(String), schoolName: school.name, programmeName: '机电技术应用', certificates: [], schoolMark: 80_000, interview: null, certificate: null, rank: null, refused: null, total: 48_000 },
  ])
  expect((await office.post(`/rounds/${roundId}/actions/freeze`)).body.code).toBe('scores_missing')
  for (const postId of [post, other]) {
    expect((await firm.put(`/rounds/${roundId}/posts/${postId}/scores`, { scores: [{ studentId: student.studentId, interview: 90_000 }] })).body).toEqual({ saved: 1 })
  }
  expect((await office.post(`/rounds/${roundId}/actions/freeze`)).body).toEqual({ state: 'frozen' })
})

test('another firm, another school and the public see nothing of a round that is not theirs', async () => {
  const { school, post, roundId } = await smallRound()
  const student = await rounds.student(school)
  await rounds.wish(student, roundId, [post])
  await rounds.finish(office, roundId)

  const strangers = [await world.person('enterprise_contact'), await world.person('school_contact'), await rounds.student(await rounds.school())]
  for (const stranger of strangers) {
    expect((await stranger.get(`/rounds/${roundId}`)).status).toBe(404)
    expect((await stranger.get(`/rounds/${roundId}/letters/${student.studentId}`)).status).toBe(404)
    expect((await stranger.get(`/rounds/${roundId}/posts/${post}/report`)).status).toBe(404)
  }
})

test('letters do not exist before publication, not even for the one they are about', async () => {
  const { school, post, roundId } = await smallRound()
  const student = await rounds.student(school)
  await rounds.wish(student, roundId, [post])
  world.moveTo('2026-11-27T10:00:00Z')
  await office.post(`/rounds/${roundId}/actions/closeWishes`)
  world.moveTo('2026-11-30T10:00:00Z')
  await office.post(`/rounds/${roundId}/actions/freeze`)
  await office.post(`/rounds/${roundId}/actions/match`)

  expect((await office.get(`/rounds/${roundId}/results`)).body.total).toBe(1)
  expect((await student.get(`/my/rounds/${roundId}/letter`)).status).toBe(404)
  expect((await world.nobody.get(`/public/rounds/${roundId}/round.json`)).status).toBe(404)
})

test('a published round carries no names and places the same way again', async () => {
  const { school, post, other, roundId } = await smallRound()
  const students = [await rounds.student(school), await rounds.student(school)]
  for (const student of students) await rounds.wish(student, roundId, [post, other])
  await rounds.finish(office, roundId)

  const download = (await world.nobody.get(`/public/rounds/${roundId}/round.json`)).body
  expect(download.format).toBe('silian-round/1')
  expect(JSON.stringify(download)).not.toMatch(/示例学生/)
  for (const student of students) expect(JSON.stringify(download)).not.toContain(student.studentId)
  const { place, inputDigest } = await import('@silian/matching')
  const again = place(download.market, { id: download.round.number, policy: download.round.policy, lottery: { seed: download.round.seed } })
  expect(again.digest.result).toBe(download.digests.result)
  expect(inputDigest(download.market)).toBe(download.digests.input)
})

test('the whole round again with other wishes says exactly what would have come of them', async () => {
  const { school, post, other, roundId } = await smallRound()
  const [strong, weak] = [await rounds.student(school, { schoolMark: 90_000 }), await rounds.student(school, { schoolMark: 60_000 })]
  await rounds.wish(strong, roundId, [post])
  await rounds.wish(weak, roundId, [post])
  await rounds.finish(office, roundId)

  const tried = (await weak.post(`/my/rounds/${roundId}/what-if`, { choices: [post, other] })).body
  expect(tried).toMatchObject({ same: false, post: { title: '铝材模具维护', choice: 2 } })
  expect((await weak.get(`/my/rounds/${roundId}/letter`)).body.placed).toBe(null)
})

test('an objection during publicity holds the round until it is answered', async () => {
  const { school, post, roundId } = await smallRound()
  const student = await rounds.student(school)
  await rounds.wish(student, roundId, [post])
  await rounds.finish(office, roundId)

  const mine = (await student.post(`/my/rounds/${roundId}/objections`, { body: '我的成绩登记错了，请核对。' })).body
  const theirs = (await world.nobody.post(`/public/rounds/${roundId}/objections`, { body: '公示名单里有人不符合条件。', name: '示例', contact: 'demo@example.com' })).body
  world.moveTo('2026-12-07T10:00:00Z')
  expect((await office.post(`/rounds/${roundId}/actions/endPublicity`)).body.code).toBe('objections_open')
  for (const { id } of [mine, theirs]) expect((await office.post(`/objections/${id}/answer`, { answer: '已核对，成绩无误。' })).status).toBe(200)
  expect((await student.get(`/my/rounds/${roundId}/letter`)).body.objections).toMatchObject([{ state: 'answered', answer: '已核对，成绩无误。' }])
  expect((await office.post(`/rounds/${roundId}/actions/endPublicity`)).status).toBe(200)
  expect((await student.post(`/my/rounds/${roundId}/objections`, { body: '公示期已过再提异议。' })).body.code).toBe('wrong_state')
})

test('a wish at the closing second is too late, and the clock closes the round by itself', async () => {
  const { school, post, roundId } = await smallRound()
  const student = await rounds.student(school)
  world.moveTo('2026-11-27T09:59:59Z')
  expect((await rounds.wish(student, roundId, [post])).status).toBe(200)
  world.moveTo('2026-11-27T10:00:00Z')
  expect((await rounds.wish(student, roundId, [])).body.code).toBe('wishes_closed')
  const { moveRoundsByClock } = await import('./service.ts')
  await moveRoundsByClock(world.db, world.now())
  expect((await office.get(`/rounds/${roundId}`)).body.state).toBe('ranking')
})

test('a trial shows what another rule would give and changes nothing', async () => {
  const { school, post, roundId } = await smallRound()
  const students = [await rounds.student(school), await rounds.student(school)]
  for (const student of students) await rounds.wish(student, roundId, [post])
  const trial = (await office.post(`/rounds/${roundId}/trials`, { seats: [{ postId: post, seats: 2 }] })).body
  expect(trial).toMatchObject({ applicants: 2, rule: { placed: 1, unplaced: 1 }, trial: { placed: 2, unplaced: 0 } })
  expect((await office.get(`/rounds/${roundId}`)).body).toMatchObject({ state: 'wishing', resultDigest: null })
})

test('reminding goes to those who have not submitted, once a day', async () => {
  const { school, post, roundId } = await smallRound()
  const [done, waiting] = [await rounds.student(school), await rounds.student(school)]
  await rounds.wish(done, roundId, [post])
  expect((await office.post(`/rounds/${roundId}/reminders`)).body).toEqual({ reminded: 1 })
  expect((await office.post(`/rounds/${roundId}/reminders`)).body).toEqual({ reminded: 0 })
  expect((await waiting.get('/inbox?tab=todo')).body.rows).toMatchObject([{ kind: 'round.submit_wishes' }])
  await rounds.wish(waiting, roundId, [post])
  expect((await waiting.get('/inbox?tab=todo')).body.rows).toEqual([])
})

test('seats cannot exceed the offer, reserves cannot exceed seats, and every fault is named', async () => {
  const school = await rounds.school()
  const firm = await world.person('enterprise_contact')
  const [small, big] = [await rounds.post(firm.organisationId, { seats: 2 }), await rounds.post(firm.organisationId, { seats: 5 })]
  const roundId = await rounds.round(office, { cohorts: [school.cohortId], posts: [], open: false })
  const reply = await office.put(`/rounds/${roundId}/posts`, {
    posts: [
      { postId: small, seats: 3 },
      { postId: big, seats: 2, reserves: [{ tag: 'paired_county', seats: 3, mode: 'guarantee' }] },
    ],
  })
  expect(reply.body.details.issues.map((issue: { path: unknown[]; code: string }) => [issue.path.join('.'), issue.code])).toEqual([
    ['posts.0.seats', 'more_than_offered'],
    ['posts.1.reserves', 'more_than_seats'],
  ])
})

test('two officers who press match at once match once', async () => {
  const { school, post, roundId } = await smallRound()
  await rounds.wish(await rounds.student(school), roundId, [post])
  world.moveTo('2026-11-27T10:00:00Z')
  await office.post(`/rounds/${roundId}/actions/closeWishes`)
  world.moveTo('2026-11-30T10:00:00Z')
  await office.post(`/rounds/${roundId}/actions/freeze`)
  const replies = await Promise.all([1, 2].map(() => office.post(`/rounds/${roundId}/actions/match`)))
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
})

test('help past the parties reaches the secretariat and never the school', async () => {
  const { school } = await smallRound()
  await world.db.insertInto('membership').values({ allianceId: world.alliance.id, organisationId: school.id, state: 'active', certificateNumber: `NH-T-${school.id}` }).execute()
  const student = await rounds.student(school)
  const schoolOffice = await world.person('school_contact', { organisationId: school.id })
  const { id } = (await student.post('/my/help', { topic: 'unsafe', body: '班主任让我们不要说。', pastParties: true })).body
  await student.post('/my/help', { topic: 'question', body: '什么时候签协议？' })

  expect((await schoolOffice.get('/help-requests')).body.rows.map((row: { body: string }) => row.body)).toEqual(['什么时候签协议？'])
  expect((await schoolOffice.post(`/help-requests/${id}/answer`, { answer: '没有这回事' })).status).toBe(404)
  expect((await office.get('/help-requests')).body.rows).toHaveLength(2)
  expect((await office.post(`/help-requests/${id}/answer`, { answer: '我们今天就联系你。' })).status).toBe(200)
  expect((await student.get('/my/help')).body.rows.find((row: { id: string }) => row.id === id)).toMatchObject({ state: 'answered', answer: '我们今天就联系你。' })
})
