import { commitmentOf } from '@silian/matching'
import { maskIdentityNumber } from '@silian/algorithms/identifiers'
import { createAccount, grantRole } from '../src/features/identity/service.ts'
import { demoPassword, demoTotpSecret } from '../src/features/identity/demo/service.ts'
import { searchTextOf } from '../src/features/members/organisations/service.ts'
import { answer } from '../src/features/rounds/results/service.ts'
import { takeCohorts } from '../src/features/rounds/cohorts/service.ts'
import { takePosts } from '../src/features/rounds/posts/service.ts'
import { ruleOf, setRules } from '../src/features/rounds/rule/service.ts'
import { move, prepareRound } from '../src/features/rounds/service.ts'
import { lockRound } from '../src/features/rounds/tables.ts'
import { answerObjection, object } from '../src/features/rounds/objections/service.ts'
import { lockObjection } from '../src/features/rounds/objections/tables.ts'
import { askAboutPosts, judgePosts, postsByIds } from '../src/features/needs/service.ts'
import { digestText } from '../src/features/talent/students/rules.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { audit } from '../src/kernel/audit.ts'
import { dayOf } from '../src/kernel/calendar.ts'
import { inTransaction, type Db, type Tx } from '../src/kernel/db.ts'
import { nextNumber } from '../src/kernel/running-number.ts'
import { digestOf, seal } from '../src/kernel/secrets.ts'
import { demoAlliance, type DemoAlliance, type DemoRound } from './index.ts'
import { loadAgreements } from './agreements.ts'
import { loadAssistance } from './assistance.ts'
import { loadDuring } from './during.ts'
import { loadPlacements } from './placements.ts'
import { loadMentors } from './mentors.ts'
import { loadPractice } from './practice.ts'
import { loadProblems } from './problems.ts'
import { loadServices } from './services.ts'
import { loadSurveys } from './surveys.ts'
import { loadTechnology } from './technology.ts'
import { loadWayOut } from './way-out.ts'
import { loadTraining } from './training.ts'

type Ids = Map<string, string>

/**
 * Loads the demonstration alliance into an empty installation, once, all or nothing: directory and rolls as rows, but everything
 * the product decides (draws, placements, letters) by the product's own services, with the clock of that day.
 */
export async function loadDemo(db: Db, now: Date): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const taken = await tx.selectFrom('account').select('id').limit(1).executeTakeFirst()
    if (taken) return false
    const demo = demoAlliance(now)
    const allianceId = await loadAlliance(tx, demo)
    const organisations = await loadOrganisations(tx, demo, allianceId, now)
    const { students, cohorts } = await loadSchools(tx, demo, organisations, now)
    const accounts = await loadAccounts(tx, demo, { allianceId, organisations, students }, now)
    const office: Actor = { accountId: accounts.get('secretariat')!, name: '陈敏', role: 'secretariat', organisationId: null, allianceId, studentId: null, sessionId: '', locale: 'zh-Hans' }
    const posts = await loadPosts(tx, demo, { allianceId, organisations, office }, now)
    const problems = await loadProblems(tx, demo, { office, organisations, accounts }, now)
    await loadTechnology(tx, demo, { office, organisations, accounts, problems }, now)
    await loadServices(tx, demo, { office, organisations, accounts, problems }, now)
    await loadSurveys(tx, demo, { office, organisations }, now)
    await loadAgreements(tx, demo, { office, organisations, accounts, students }, now)
    await loadTraining(tx, demo, { office, organisations, accounts, students }, now)
    await loadFinishedRound(tx, demo.rounds.finished, { office, students, posts, cohorts })
    await loadOpenRound(tx, demo.rounds.open, { office, students, posts, cohorts })
    await loadRoundInPreparation(tx, demo.rounds.open, { office, students, posts, cohorts }, now)
    await loadDuring(tx, demo, { office, organisations, accounts, students }, now)
    await loadWayOut(tx, demo, { office, organisations, accounts }, now)
    await loadPractice(tx, demo, { office, organisations, accounts }, now)
    await loadMentors(tx, demo, { office, organisations, accounts }, now)
    await loadPlacements(tx, demo, { office, organisations, accounts, students }, now)
    await loadAssistance(tx, demo, { office, organisations, accounts, students }, now)
    const purposes = Object.fromEntries(demo.accounts.map(({ login, purpose }) => [login, purpose]))
    await tx.insertInto('installation').values({ key: 'demo', value: JSON.stringify({ loadedAt: now.toISOString(), purposes }) }).execute()
    audit(tx, null, now, { event: 'demo.loaded', subjectType: 'installation', subjectId: 'demo' })
    return true
  })
}

async function loadAlliance(tx: Tx, { alliance }: DemoAlliance): Promise<string> {
  const { id } = await tx.insertInto('alliance').values(alliance).returning('id').executeTakeFirstOrThrow()
  return id
}

async function loadOrganisations(tx: Tx, demo: DemoAlliance, allianceId: string, now: Date): Promise<Ids> {
  const ids: Ids = new Map()
  const rows = await tx
    .insertInto('organisation')
    .values(
      demo.organisations.map(({ name, nameEn, kind, demo: fictional, uscc, industryCode, divisionCode, town, address, staffCount, size, contact, fact, protocolOrder }) => ({
        name,
        nameEn,
        kind,
        uscc,
        industryCode,
        divisionCode,
        town,
        address,
        staffCount,
        size,
        contactName: contact?.name ?? null,
        contactPhone: contact?.phone ?? null,
        contactEmail: contact?.email ?? null,
        publicFact: fact?.zh ?? null,
        protocolOrder,
        searchText: searchTextOf(name, nameEn),
        demo: fictional,
        createdAt: now,
      })),
    )
    .returning(['id', 'name'])
    .execute()
  const byName = new Map(rows.map((row) => [row.name, row.id]))
  for (const { key, name } of demo.organisations) ids.set(key, byName.get(name)!)
  const joined = new Date(`${demo.alliance.foundedOn}T02:00:00Z`)
  await tx
    .insertInto('membership')
    .values(
      demo.organisations.map(({ key, seat }, index) => ({
        allianceId,
        organisationId: ids.get(key)!,
        seat,
        state: 'active',
        certificateNumber: `${demo.alliance.code}-2021-${String(index + 1).padStart(4, '0')}`,
        appliedAt: joined,
        approvedAt: joined,
      })),
    )
    .execute()
  await tx.insertInto('representation').values(demo.representations.map(({ speaker, organisation }) => ({ speakerId: ids.get(speaker)!, organisationId: ids.get(organisation)! }))).execute()
  return ids
}

async function loadSchools(tx: Tx, demo: DemoAlliance, organisations: Ids, now: Date): Promise<{ students: Ids; cohorts: Ids }> {
  const programmes: Ids = new Map()
  for (const { key, school, ...programme } of demo.programmes) {
    const { id } = await tx.insertInto('programme').values({ ...programme, schoolId: organisations.get(school)! }).returning('id').executeTakeFirstOrThrow()
    programmes.set(key, id)
  }
  const teachers: Ids = new Map()
  for (const { key, school, ...teacher } of demo.teachers) {
    const { id } = await tx.insertInto('teacher').values({ ...teacher, schoolId: organisations.get(school)! }).returning('id').executeTakeFirstOrThrow()
    teachers.set(key, id)
  }
  const cohorts: Ids = new Map()
  for (const { key, programme, teacher, ...cohort } of demo.cohorts) {
    const { id } = await tx.insertInto('cohort').values({ ...cohort, programmeId: programmes.get(programme)!, teacherId: teachers.get(teacher)! }).returning('id').executeTakeFirstOrThrow()
    cohorts.set(key, id)
  }
  const students: Ids = new Map()
  const rows = await tx
    .insertInto('student')
    .values(
      demo.students.map(({ key: _key, school, cohort, guardian, idNumber, certificates, tags, ...student }) => ({
        ...student,
        schoolId: organisations.get(school)!,
        cohortId: cohorts.get(cohort)!,
        idNumber: seal(idNumber),
        idNumberDigest: digestOf(digestText({ idType: student.idType, number: idNumber })),
        idNumberMask: maskIdentityNumber(idNumber),
        guardianName: guardian?.name ?? null,
        guardianPhone: guardian?.phone ?? null,
        guardianRelation: guardian?.relation ?? null,
        certificates,
        tags,
        createdAt: now,
      })),
    )
    .returning(['id', 'schoolId', 'studentNumber'])
    .execute()
  const byNumber = new Map(rows.map((row) => [`${row.schoolId} ${row.studentNumber}`, row.id]))
  for (const { key, school, studentNumber } of demo.students) students.set(key, byNumber.get(`${organisations.get(school)!} ${studentNumber}`)!)
  return { students, cohorts }
}

type Known = { allianceId: string; organisations: Ids; students: Ids }

async function loadAccounts(tx: Tx, demo: DemoAlliance, { allianceId, organisations, students }: Known, now: Date): Promise<Ids> {
  const ids: Ids = new Map()
  for (const { login, name, role, organisation, student, email } of demo.accounts) {
    const staff = role !== 'student'
    const accountId = await createAccount(tx, { name, login, email, password: demoPassword, demo: true, ...(staff ? { totpSecret: demoTotpSecret } : {}) }, now)
    const studentId = student ? students.get(student)! : null
    await grantRole(tx, null, { accountId, role, organisationId: organisation ? organisations.get(organisation)! : null, allianceId: role === 'secretariat' ? allianceId : null, studentId }, now)
    if (studentId) await tx.updateTable('student').set({ accountId }).where('id', '=', studentId).execute()
    ids.set(login, accountId)
  }
  return ids
}

const hazardNames: Record<string, string> = { radiation: 'radioactive', explosive: 'flammable' }

async function loadPosts(tx: Tx, demo: DemoAlliance, { allianceId, organisations, office }: { allianceId: string; organisations: Ids; office: Actor }, now: Date): Promise<Ids> {
  const ids: Ids = new Map()
  for (const post of demo.posts) {
    const { key, organisation, state, title, titleEn, submittedAt, verifiedAt, confirmedAt, closeReason: _closeReason, validUntil, programmes, hazards, demo: _demo, ...facts } = post
    const made = submittedAt ?? now
    const { id } = await tx
      .insertInto('need')
      .values({
        number: await nextNumber(tx, 'X', made),
        kind: 'post',
        allianceId,
        organisationId: organisations.get(organisation)!,
        title,
        titleEn,
        state: state === 'closed' ? 'open' : state,
        validUntil,
        submittedAt,
        verifiedAt,
        verifiedBy: verifiedAt ? office.accountId : null,
        confirmedAt: confirmedAt ?? verifiedAt,
        // By the firm: an officer does not verify what an officer wrote.
        createdBy: null,
        createdAt: made,
        updatedAt: made,
        demo: true,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('post').values({ ...facts, hazards: hazards.map((name) => hazardNames[name] ?? name), needId: id }).execute()
    if (programmes.length > 0) await tx.insertInto('postProgramme').values(programmes.map((majorCode) => ({ needId: id, majorCode }))).execute()
    ids.set(key, id)
  }
  await giveReasons(tx, [...ids.values()], office, now)
  await askAboutPosts(tx, [...ids.values()], now)
  return ids
}

const reasons: Record<string, string> = {
  '1.18': '分两班轮岗，每班由两名师傅各带三人，不顶岗生产。',
  '1.32': '前两个月以学习为主，另发餐补和交通补贴，第三个月起按同岗位工资的 85% 发放。',
}

/** What is not generally allowed was given a reason when it was submitted; where a post is open, an officer approved it. */
async function giveReasons(tx: Tx, ids: readonly string[], office: Actor, now: Date) {
  const posts = (await postsByIds(tx, ids)).filter(({ state }) => state !== 'draft')
  const judged = await judgePosts(tx, posts, dayOf(now))
  for (const [at, { id, state }] of posts.entries()) {
    for (const ruleId of new Set(judged[at]!.findings.filter(({ severity }) => severity === 'warn').map((found) => found.ruleId))) {
      const approved = state === 'submitted' ? {} : { approvedBy: office.accountId, approvedAt: now }
      await tx.insertInto('ruleWaiver').values({ ruleId, subjectType: 'need', subjectId: id, reason: reasons[ruleId] ?? '示例：情况特殊，已与学校商定。', askedAt: now, ...approved }).execute()
    }
  }
}

type Cast = { office: Actor; students: Ids; posts: Ids; cohorts: Ids }

/** Makes the round as its office would have, opens it with the clock of that day, and puts in what students saved. */
async function openedRound(tx: Tx, round: DemoRound, { office, students, posts, cohorts }: Cast): Promise<string> {
  const { title, titleEn, leaveYear, maxWishes, weights, startsOn, endsOn } = round
  const { id } = await tx
    .insertInto('round')
    .values({
      number: await nextNumber(tx, 'R', round.opensAt),
      allianceId: office.allianceId!,
      title,
      titleEn,
      leaveYear,
      maxWishes,
      weightSchool: weights.school,
      weightInterview: weights.interview,
      weightCertificate: weights.certificate,
      wishesOpenAt: round.opensAt,
      wishesCloseAt: round.closesAt,
      rankingCloseAt: round.rankingClosesAt,
      publicityUntil: round.publicityUntil,
      confirmUntil: round.confirmUntil,
      startsOn,
      endsOn,
      state: 'draft',
      ownerId: office.accountId,
      createdAt: round.opensAt,
      demo: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('roundCohort').values(round.cohorts.map((cohort) => ({ roundId: id, cohortId: cohorts.get(cohort)! }))).execute()
  await tx
    .insertInto('roundPost')
    .values(round.posts.map(({ post, seats, reserves }) => ({ roundId: id, postId: posts.get(post)!, seats, reserves: JSON.stringify(reserves) })))
    .execute()
  await step(tx, office, id, 'open', round.opensAt)
  if (round.seed) {
    await tx.updateTable('round').set({ seedSealed: seal(round.seed), seedCommitment: Buffer.from(commitmentOf(round.seed), 'hex') }).where('id', '=', id).execute()
  }
  await tx
    .insertInto('wishList')
    .values(round.wishLists.map(({ student, state, savedAt, submittedAt }) => ({ roundId: id, studentId: students.get(student)!, state, savedAt, submittedAt })))
    .execute()
  const wishes = round.wishLists.flatMap((list) => list.posts.map((post, index) => ({ roundId: id, studentId: students.get(list.student)!, rank: index + 1, postId: posts.get(post)! })))
  await tx.insertInto('wish').values(wishes).execute()
  return id
}

async function step(tx: Tx, office: Actor, roundId: string, action: Parameters<typeof move>[3], now: Date) {
  const round = await lockRound(tx, office, roundId)
  await move(tx, office, round!, action, now)
}

async function loadOpenRound(tx: Tx, round: DemoRound, cast: Cast) {
  await openedRound(tx, round, cast)
}

/** A round for order classes that its office still prepares: what a rule with minimums and totals looks like. */
async function loadRoundInPreparation(tx: Tx, like: DemoRound, { office, posts, cohorts }: Cast, now: Date) {
  const locked = async () => (await lockRound(tx, office, id))!
  const { leaveYear, startsOn, endsOn, maxWishes, weights } = like
  const title = { title: `${leaveYear} 届订单班方向岗位实习`, titleEn: `Placements of the order classes of ${leaveYear}` }
  const { id } = await prepareRound(tx, office, { ...title, leaveYear, startsOn, endsOn, maxWishes, weightSchool: weights.school, weightInterview: weights.interview, weightCertificate: weights.certificate }, now)
  await takeCohorts(tx, office, await locked(), like.cohorts.map((cohort) => cohorts.get(cohort)!), now)
  await takePosts(tx, office, await locked(), like.posts.slice(0, 8).map(({ post, seats }) => ({ postId: posts.get(post)!, seats, scoring: 'score' as const })), now)
  const round = await locked()
  const first = like.posts[0]!
  const { organisationId } = await tx.selectFrom('need').select('organisationId').where('id', '=', posts.get(first.post)!).executeTakeFirstOrThrow()
  const limits = [{ kind: 'firm' as const, organisationId, most: first.seats }, { kind: 'region' as const, region: '440605', most: 40 }].map((limit) => ({ organisationId: null, schoolId: null, region: null, ...limit }))
  const asked = like.posts.slice(0, 3).map(({ post, seats }) => ({ postId: posts.get(post)!, reserves: [], minimum: Math.min(seats, 5), target: null, schoolCap: null }))
  await setRules(tx, office, round, { version: round.version, rule: { ...ruleOf(round), mechanism: 'flexible', lowerQuota: 'close' }, limits, posts: asked }, now)
  await tx.updateTable('round').set({ demo: true }).where('id', '=', id).execute()
}

/** Last year's round, run to its end by the services: its letters are what the product really decided. */
async function loadFinishedRound(tx: Tx, round: DemoRound, cast: Cast) {
  const { office, students, posts } = cast
  const id = await openedRound(tx, round, cast)
  await step(tx, office, id, 'closeWishes', round.closesAt)
  await tx
    .insertInto('applicantScore')
    .values(round.scores.map(({ post, student, interview, certificate }) => ({ roundId: id, postId: posts.get(post)!, studentId: students.get(student)!, interview, certificate, scoredBy: office.accountId, scoredAt: round.rankingClosesAt })))
    .execute()
  await step(tx, office, id, 'freeze', round.rankingClosesAt)
  await step(tx, office, id, 'match', round.rankingClosesAt)
  await step(tx, office, id, 'publish', round.rankingClosesAt)
  const told = new Date(round.publicityUntil.getTime() - 86_400_000)
  for (const { student, body, answer: reply } of round.objections) {
    const found = (await lockRound(tx, office, id))!
    const made = await object(tx, null, found, { studentId: students.get(student)!, body }, told)
    await answerObjection(tx, office, (await lockObjection(tx, office, made.id))!, reply, told)
  }
  await step(tx, office, id, 'endPublicity', round.publicityUntil)
  await answerAll(tx, id, round, cast)
  await step(tx, office, id, 'close', round.confirmUntil)
  await tx.updateTable('need').set({ state: 'closed', closeReason: 'filled', closedAt: round.confirmUntil }).where('id', 'in', round.posts.map(({ post }) => posts.get(post)!)).execute()
}

async function answerAll(tx: Tx, roundId: string, round: DemoRound, { office, students }: Cast) {
  const now = new Date(round.confirmUntil.getTime() - 86_400_000)
  const declined = new Map(round.declines.map(({ student, reason }) => [students.get(student)!, reason]))
  const placed = await tx.selectFrom('roundResult').select('studentId').where('roundId', '=', roundId).where('postId', 'is not', null).execute()
  const found = (await lockRound(tx, office, roundId))!
  for (const { studentId } of placed) {
    const reason = declined.get(studentId)
    await answer(tx, { ...office, studentId }, found, reason ? { answer: 'declined', reason } : { answer: 'accepted' }, now)
  }
}
