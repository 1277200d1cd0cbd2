import { inputDigest, place, policyDigest } from '@silian/matching'
import type { Person, World } from './world.ts'

type PostOptions = { title?: string; seats?: number; change?: Record<string, unknown>; majors?: string[] }

/** A school with one class, firms with open posts, and a round that they may take part in. */
export async function newRoundsWorld(world: World) {
  const { db, alliance } = world
  let counter = 0
  const next = () => String(++counter).padStart(4, '0')

  async function school(change: Record<string, unknown> = {}) {
    const organisation = await world.organisation('school', change)
    const programme = await db
      .insertInto('programme')
      .values({ schoolId: organisation.id, majorCode: '660301', name: '机电技术应用', level: 'secondary', lengthYears: 3 })
      .returning('id')
      .executeTakeFirstOrThrow()
    const teacher = await db.insertInto('teacher').values({ schoolId: organisation.id, number: next(), name: '示例老师', phone: '+8613000000000' }).returning('id').executeTakeFirstOrThrow()
    const cohort = await db
      .insertInto('cohort')
      .values({ programmeId: programme.id, name: '机电1班', entryYear: 2024, leaveYear: 2027, teacherId: teacher.id })
      .returning('id')
      .executeTakeFirstOrThrow()
    // A classmate without an account, so that a class is never empty.
    await db
      .insertInto('student')
      .values({ schoolId: organisation.id, cohortId: cohort.id, studentNumber: next(), name: '示例同学', sex: 'female', birthDate: '2008-05-09' })
      .execute()
    return { ...organisation, cohortId: cohort.id, programmeId: programme.id }
  }
  type School = Awaited<ReturnType<typeof school>>

  async function student(at: School, change: Record<string, unknown> = {}): Promise<Person & { studentId: string }> {
    const row = await db
      .insertInto('student')
      .values({ schoolId: at.id, cohortId: at.cohortId, studentNumber: next(), name: `示例学生${counter}`, sex: 'male', birthDate: '2008-05-09', schoolMark: 80_000, ...change } as never)
      .returning('id')
      .executeTakeFirstOrThrow()
    const person = await world.person('student', { organisationId: at.id, studentId: row.id })
    await db.updateTable('student').set({ accountId: person.accountId }).where('id', '=', row.id).execute()
    return { ...person, studentId: row.id }
  }

  async function post(firmId: string, { title = `示例岗位${next()}`, seats = 1, change = {}, majors = ['660301'] }: PostOptions = {}) {
    const need = await db
      .insertInto('need')
      .values({ number: `X-2026-${next()}`, kind: 'post', allianceId: alliance.id, organisationId: firmId, title, state: 'open', validUntil: '2027-12-31', verifiedAt: world.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('post')
      .values({ needId: need.id, tasks: '装配与调试', seats, payMin: 3000, payMax: 3600, payPeriod: 'month', shift: 'day', hoursPerDay: 8, hoursPerWeek: 40, divisionCode: '440605', town: '狮山镇', lodging: 'free', ...change } as never)
      .execute()
    if (majors.length > 0) await db.insertInto('postProgramme').values(majors.map((majorCode) => ({ needId: need.id, majorCode }))).execute()
    return need.id
  }

  const settings = {
    title: '2027 届岗位实习第一轮',
    leaveYear: 2027,
    maxWishes: 5,
    weightSchool: 100,
    weightInterview: 0,
    weightCertificate: 0,
    wishesCloseAt: '2026-11-27T10:00:00Z',
    rankingCloseAt: '2026-11-30T10:00:00Z',
    publicityUntil: '2026-12-07T10:00:00Z',
    confirmUntil: '2026-12-15T10:00:00Z',
    startsOn: '2027-03-01',
    endsOn: '2027-08-27',
  }

  /** A round prepared by its office, with these classes and posts; opened unless told not to. */
  async function round(office: Person, parts: { cohorts: string[]; posts: Record<string, unknown>[]; change?: Record<string, unknown>; open?: boolean }) {
    const { id } = (await office.post('/rounds', { ...settings, ...parts.change })).body
    await office.put(`/rounds/${id}/cohorts`, { cohortIds: parts.cohorts })
    await office.put(`/rounds/${id}/posts`, { posts: parts.posts })
    if (parts.open !== false) await office.post(`/rounds/${id}/actions/open`)
    return id as string
  }

  const wish = (person: Person, roundId: string, postIds: string[], submit = true) => person.put(`/my/rounds/${roundId}/wishes`, { wishes: postIds.map((postId) => ({ postId })), submit })

  type Rules = { rule?: Record<string, unknown>; limits?: Record<string, unknown>[]; posts?: ({ postId: string } & Record<string, unknown>)[] }

  /** Sets the rule of a round being prepared; what is not named stays as it is. */
  async function setRules(office: Person, roundId: string, { rule = {}, limits = [], posts = [] }: Rules) {
    const before = (await office.get(`/rounds/${roundId}/rules`)).body
    const named = new Map(posts.map((post) => [post.postId, post]))
    return office.put(`/rounds/${roundId}/rules`, {
      version: before.version,
      rule: { ...before.rule, ...rule },
      limits,
      posts: before.posts.map(({ postId, reserves, minimum, target, schoolCap }: { postId: string } & Record<string, unknown>) => ({ reserves, minimum, target, schoolCap, ...named.get(postId), postId })),
    })
  }

  /** From open to published, the clock moving as it must. */
  async function finish(office: Person, roundId: string, { score, beforePublication }: { score?: (() => Promise<void>) | undefined; beforePublication?: ((roundId: string) => Promise<void>) | undefined } = {}) {
    world.moveTo('2026-11-27T10:00:00Z')
    await office.post(`/rounds/${roundId}/actions/closeWishes`)
    await score?.()
    world.moveTo('2026-11-30T10:00:00Z')
    for (const action of ['freeze', 'match', 'publish']) {
      if (action === 'publish') await beforePublication?.(roundId)
      const reply = await office.post(`/rounds/${roundId}/actions/${action}`)
      if (reply.status !== 200) throw new Error(`${action}: ${JSON.stringify(reply.body)}`)
    }
  }

  type Play = {
    /** Seats of posts, firm by firm. */
    firms: { seats: number; scoring?: 'score' | 'rank'; divisionCode?: string }[][]
    settings?: Record<string, unknown>
    rules?: (cast: { posts: string[]; firms: Person[]; schools: School[] }) => Rules
    /** Wishes by the numbers of the posts; of two schools the first, unless said otherwise. */
    students: { mark?: number; certificates?: string[]; tags?: string[]; other?: boolean; wishes: number[] }[]
    score?: (cast: { posts: string[]; firms: Person[]; people: (Person & { studentId: string })[]; roundId: string }) => Promise<void>
    beforePublication?: (roundId: string) => Promise<void>
  }

  /** A whole round under a rule, from its preparation to the letters. */
  async function play(office: Person, { firms: offers, settings: change, rules, students, score, beforePublication }: Play) {
    const schools = [await school(), await school()]
    const firms: Person[] = []
    const chosen: { postId: string; seats: number; scoring: string }[] = []
    for (const offered of offers) {
      const firm = await world.person('enterprise_contact')
      firms.push(firm)
      for (const { seats, scoring = 'score', divisionCode = '440605' } of offered) chosen.push({ postId: await post(firm.organisationId, { seats, change: { divisionCode } }), seats, scoring })
    }
    const posts = chosen.map(({ postId }) => postId)
    const roundId = await round(office, { cohorts: schools.map(({ cohortId }) => cohortId), posts: chosen, change, open: false })
    if (rules) {
      const reply = await setRules(office, roundId, rules({ posts, firms, schools }))
      if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
    }
    await office.post(`/rounds/${roundId}/actions/open`)
    const people: (Person & { studentId: string })[] = []
    for (const { mark = 80_000, certificates = [], tags = [], other, wishes } of students) {
      const person = await student(schools[other ? 1 : 0]!, { schoolMark: mark, certificates, tags })
      const reply = await wish(person, roundId, wishes.map((at) => posts[at]!))
      if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
      people.push(person)
    }
    await finish(office, roundId, { score: score && (() => score({ posts, firms, people, roundId })), beforePublication })
    const letters = await Promise.all(people.map(async (person) => (await person.get(`/my/rounds/${roundId}/letter`)).body))
    return {
      schools, firms, posts, roundId, people, letters,
      got: letters.map(({ placed }) => (placed?.choice as number | undefined) ?? null),
      report: async (at: number) => (await office.get(`/rounds/${roundId}/posts/${posts[at]}/report`)).body,
      again: await runAgain(roundId),
    }
  }

  /** What anybody can do with a published round: run it again. Answers what differs, and what the independent check finds. */
  async function runAgain(roundId: string) {
    const { market, round: lot, digests } = (await world.nobody.get(`/public/rounds/${roundId}/round.json`)).body
    const { digest, audit, guarantees } = place(market, { id: lot.number, policy: lot.policy, lottery: { seed: lot.seed } })
    const same = digest.result === digests.result && inputDigest(market) === digests.input && policyDigest(lot.policy) === digests.policy
    return { same, violations: audit.violations, blocking: audit.blockingPairs.length, market, policy: lot.policy, limits: lot.limits, guarantees }
  }

  return { school, student, post, round, setRules, wish, finish, play, runAgain, settings }
}
