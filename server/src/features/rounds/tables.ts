import { sql, type SelectQueryBuilder } from 'kysely'
import type { Paging } from '../../contract/paging.ts'
import { hasRole, type Actor } from '../../kernel/actor.ts'
import type { DB } from '../../kernel/db.gen.ts'
import type { Locked, Tx } from '../../kernel/db.ts'

export type RoundState = 'draft' | 'wishing' | 'ranking' | 'frozen' | 'matched' | 'publicity' | 'confirming' | 'closed' | 'cancelled'

export type Reserve = { tag: string; seats: number }

const beforePublication = ['draft', 'cancelled'] as const

/** The one place that says who sees which round. A draft is the office's own; a school sees those with its classes, a firm those with its posts. */
function visibleRounds(tx: Tx, actor: Actor): SelectQueryBuilder<DB, 'round', object> {
  const rounds = tx.selectFrom('round')
  if (hasRole(actor, 'secretariat')) return rounds.where('round.allianceId', '=', actor.allianceId)
  const open = rounds.where('round.state', 'not in', beforePublication)
  if (hasRole(actor, 'official')) return open
  if (hasRole(actor, 'school_contact', 'teacher')) return open.where(roundHasSchool(actor.organisationId!))
  if (hasRole(actor, 'student')) return open.where(roundHasStudent(actor.studentId!))
  return open.where(roundHasFirm(actor.organisationId!))
}

// As an array, found once from the school, student or firm: a plan made for anybody would walk every class of every round instead.
const roundHasSchool = (schoolId: string) =>
  sql<boolean>`round.id = any (array(select rc.round_id from round_cohort rc join cohort c on c.id = rc.cohort_id join programme p on p.id = c.programme_id
    where p.school_id = ${schoolId}))`

const roundHasStudent = (studentId: string) =>
  sql<boolean>`round.id = any (array(select rc.round_id from round_cohort rc join student s on s.cohort_id = rc.cohort_id where s.id = ${studentId}))`

const roundHasFirm = (organisationId: string) =>
  sql<boolean>`round.id = any (array(select rp.round_id from round_post rp join need n on n.id = rp.post_id where n.organisation_id = ${organisationId}
    or n.organisation_id in (select r.organisation_id from representation r where r.speaker_id = ${organisationId})))`

/** Which of these this actor may see: for the search, which only knows where rounds are. */
export async function listVisibleIds(tx: Tx, actor: Actor, ids: readonly string[]) {
  const rows = await visibleRounds(tx, actor).select('round.id').where(sql<boolean>`round.id = any(${ids as string[]}::uuid[])`).execute()
  return rows.map(({ id }) => id)
}

const toRound = <Row extends { state: string }>(row: Row) => ({ ...row, state: row.state as RoundState })

export type Round = NonNullable<Awaited<ReturnType<typeof findRound>>>

export async function findRound(tx: Tx, actor: Actor, roundId: string) {
  const row = await visibleRounds(tx, actor).selectAll('round').where('round.id', '=', roundId).executeTakeFirst()
  return row && toRound(row)
}

/** Holds the round until the transaction ends: nobody freezes it while a wish is being saved. */
export async function lockRound(tx: Tx, actor: Actor, roundId: string): Promise<Locked<Round> | undefined> {
  const row = await visibleRounds(tx, actor).selectAll('round').where('round.id', '=', roundId).forUpdate().executeTakeFirst()
  return row && { ...toRound(row), locked: true }
}

/** Many students save at once; they only must not overlap with a step of the round. */
export async function shareRound(tx: Tx, actor: Actor, roundId: string) {
  const row = await visibleRounds(tx, actor).selectAll('round').where('round.id', '=', roundId).forShare().executeTakeFirst()
  return row && toRound(row)
}

/** For the clock: rounds whose hour has come. */
export async function lockDueRounds(tx: Tx, now: Date): Promise<Locked<Round>[]> {
  const rows = await tx
    .selectFrom('round')
    .selectAll()
    .where((round) =>
      round.or([
        round.and([round('state', '=', 'wishing'), round('wishesCloseAt', '<=', now)]),
        round.and([round('state', '=', 'publicity'), round('publicityUntil', '<=', now)]),
      ]),
    )
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map((row) => ({ ...toRound(row), locked: true }))
}

/** For public pages and exports: published rounds only. */
export async function findPublishedRound(tx: Tx, roundId: string) {
  const row = await tx.selectFrom('round').selectAll().where('id', '=', roundId).where('publishedAt', 'is not', null).executeTakeFirst()
  return row && toRound(row)
}

export async function listPublishedRounds(tx: Tx, limit: number) {
  const rows = await tx.selectFrom('round').selectAll().where('publishedAt', 'is not', null).orderBy('publishedAt', 'desc').limit(limit).execute()
  return rows.map(toRound)
}

export async function pageOfRounds(tx: Tx, actor: Actor, query: Paging & { state?: string; leaveYear?: number }) {
  const filtered = visibleRounds(tx, actor)
    .$if(query.state !== undefined, (rounds) => rounds.where('round.state', '=', query.state!))
    .$if(query.leaveYear !== undefined, (rounds) => rounds.where('round.leaveYear', '=', query.leaveYear!))
  const { total } = await filtered.select((round) => round.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await tx
    .with('page', () => filtered.select('round.id').orderBy('round.createdAt', 'desc').limit(query.size).offset((query.page - 1) * query.size))
    // Summed for the rows of the page at once; a sum a row would also be made for every row that is skipped.
    .with('places', (all) => all.selectFrom('roundPost').select(['roundId', (row) => row.fn.sum<number>('seats').as('seats')]).where('roundId', 'in', all.selectFrom('page').select('id')).groupBy('roundId'))
    .with('classes', (all) =>
      all
        .selectFrom('roundCohort')
        .innerJoin('cohort', 'cohort.id', 'roundCohort.cohortId')
        .select(['roundId', (row) => row.fn.sum<number>('studentsHere').as('students')])
        .where('roundId', 'in', all.selectFrom('page').select('id'))
        .groupBy('roundId'),
    )
    .selectFrom('page')
    .innerJoin('round', 'round.id', 'page.id')
    .leftJoin('places', 'places.roundId', 'page.id')
    .leftJoin('classes', 'classes.roundId', 'page.id')
    .select(['round.id', 'round.number', 'round.title', 'round.titleEn', 'round.leaveYear', 'round.state', 'round.wishesCloseAt', 'round.publishedAt', 'round.demo', 'seats', 'students'])
    .orderBy('round.createdAt', 'desc')
    .execute()
  return { rows: rows.map((row) => ({ ...toRound(row), seats: row.seats ?? 0, students: row.students ?? 0 })), total }
}

export type RoundValues = {
  title: string
  titleEn?: string | null
  leaveYear: number
  maxWishes: number
  weightSchool: number
  weightInterview: number
  weightCertificate: number
  wishesOpenAt?: string | null
  wishesCloseAt?: string | null
  rankingCloseAt?: string | null
  publicityUntil?: string | null
  confirmUntil?: string | null
  startsOn?: string | null
  endsOn?: string | null
}

export async function insertRound(tx: Tx, values: RoundValues & { policy?: string; number: string; allianceId: string; ownerId: string; previousRoundId?: string; createdAt: Date; demo?: boolean }) {
  return tx.insertInto('round').values({ ...values, state: 'draft' }).returning('id').executeTakeFirstOrThrow()
}

/** Answers how many rows were changed: none when somebody else changed the round meanwhile. */
export async function updateRoundSettings(tx: Tx, roundId: string, version: number, values: RoundValues | { policy: string }) {
  const result = await tx
    .updateTable('round')
    .set({ ...values, version: version + 1 })
    .where('id', '=', roundId)
    .where('version', '=', version)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

type RoundChange = Partial<{
  state: RoundState
  reason: string
  seedCommitment: Buffer
  seedSealed: Buffer
  seedRevealed: string
  listDigest: string
  inputDigest: string
  resultDigest: string
  engine: string
  guarantees: string
  audit: string
  openedAt: Date
  frozenAt: Date
  matchedAt: Date
  publishedAt: Date
  closedAt: Date
}>

export async function updateRound(tx: Tx, roundId: string, change: RoundChange) {
  await tx
    .updateTable('round')
    .set((round) => ({ ...change, version: round('version', '+', 1) }))
    .where('id', '=', roundId)
    .execute()
}

export async function findAllianceName(tx: Tx, allianceId: string) {
  return tx.selectFrom('alliance').select(['name', 'nameEn']).where('id', '=', allianceId).executeTakeFirstOrThrow()
}

export async function findAccountName(tx: Tx, accountId: string | null) {
  if (!accountId) return null
  const row = await tx.selectFrom('account').select('name').where('id', '=', accountId).executeTakeFirst()
  return row?.name ?? null
}

export const isOwnOrSpokenFor = (organisationId: string) =>
  sql<boolean>`(need.organisation_id = ${organisationId} or exists (select from representation r where r.speaker_id = ${organisationId} and r.organisation_id = need.organisation_id))`

export async function listHistory(tx: Tx, roundId: string) {
  return tx
    .selectFrom('auditEntry')
    .leftJoin('account', 'account.id', 'auditEntry.accountId')
    .select(['auditEntry.at', 'auditEntry.event', 'account.name as by', 'auditEntry.details'])
    .where('subjectType', '=', 'round')
    .where('subjectId', '=', roundId)
    .orderBy('auditEntry.id')
    .execute()
}
