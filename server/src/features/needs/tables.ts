import { sql } from 'kysely'
import type { Paging } from '../../contract/paging.ts'
import { hasRole, type Actor } from '../../kernel/actor.ts'
import type { Locked, Tx } from '../../kernel/db.ts'

type State = 'draft' | 'submitted' | 'open' | 'stale' | 'closed' | 'declined' | 'withdrawn'
export type Speaker = { id: string; kind: string }

const needs = (tx: Tx) =>
  tx.selectFrom('need').innerJoin('post', 'post.needId', 'need.id').innerJoin('organisation', 'organisation.id', 'need.organisationId').where('need.kind', '=', 'post')

/**
 * The one place that says who sees which post. Open ones are public. Of the rest: the firm all of its own; who speaks for it what
 * left the firm's desk; the office of the alliance what was ever submitted, and what it wrote itself.
 */
export function visibleNeeds(tx: Tx, actor: Actor) {
  return needs(tx).where((need) => {
    const open = need('need.state', 'in', ['open', 'stale'])
    const left = need.or([need('need.submittedAt', 'is not', null), need('need.createdBy', '=', actor.accountId)])
    if (hasRole(actor, 'secretariat')) return need.or([open, need.and([need('need.allianceId', '=', actor.allianceId), left])])
    if (hasRole(actor, 'enterprise_contact')) return need.or([open, need('need.organisationId', '=', actor.organisationId)])
    if (!hasRole(actor, 'association_contact', 'park_contact', 'platform_contact')) return open
    return need.or([
      open,
      need('need.organisationId', '=', actor.organisationId),
      need('need.spokenBy', '=', actor.organisationId),
      need.and([left, sql<boolean>`exists (select from representation r where r.speaker_id = ${actor.organisationId} and r.organisation_id = need.organisation_id)`]),
    ])
  })
}

/** Which of these this actor may see: for the search, which only knows where posts are. */
export async function listVisibleIds(tx: Tx, actor: Actor, ids: readonly string[]) {
  const rows = await visibleNeeds(tx, actor).select('need.id').where(sql<boolean>`need.id = any(${ids as string[]}::uuid[])`).execute()
  return rows.map(({ id }) => id)
}

const majorCodes = sql<string[]>`array(select major_code from post_programme where need_id = need.id order by major_code)`.as('majorCodes')
const speakers = sql<Speaker[]>`(select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind) order by o.protocol_order, o.id), '[]')
  from representation r join organisation o on o.id = r.speaker_id where r.organisation_id = need.organisation_id)`.as('speakers')
const occupationName = sql<string | null>`(select name from code where system = 'occupation' and code.code = post.occupation_code limit 1)`.as('occupationName')

export type Filter = {
  q: string
  state?: string
  organisationId?: string
  occupationCode?: string
  majorCode?: string
  mine: boolean
  sort: string
}

function filtered(tx: Tx, actor: Actor, filter: Filter) {
  const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
  return visibleNeeds(tx, actor)
    .$if(filter.q !== '', (all) => all.where((need) => need.or([need('need.title', 'like', like), need('need.number', '=', filter.q.toUpperCase()), need('organisation.name', 'like', like)])))
    .$if(filter.state === 'live', (all) => all.where('need.state', 'in', ['submitted', 'open', 'stale']))
    .$if(filter.state !== undefined && filter.state !== 'live', (all) => all.where('need.state', '=', filter.state!))
    .$if(filter.organisationId !== undefined, (all) => all.where('need.organisationId', '=', filter.organisationId!))
    .$if(filter.occupationCode !== undefined, (all) => all.where('post.occupationCode', 'like', `${filter.occupationCode}%`))
    .$if(filter.majorCode !== undefined, (all) => all.where(sql<boolean>`exists (select from post_programme pp where pp.need_id = need.id and pp.major_code = ${filter.majorCode})`))
    .$if(filter.mine, (all) =>
      all.where((need) =>
        need.or([
          need('need.organisationId', '=', actor.organisationId),
          need('need.spokenBy', '=', actor.organisationId),
          need('need.createdBy', '=', actor.accountId),
        ]),
      ),
    )
}

const columns: Readonly<Record<string, 'need.createdAt' | 'post.startsOn' | 'post.payMin' | 'post.seats'>> = {
  createdAt: 'need.createdAt', startsOn: 'post.startsOn', payMin: 'post.payMin', seats: 'post.seats',
}

function listed(tx: Tx, actor: Actor, filter: Filter) {
  const rows = filtered(tx, actor, filter)
    .selectAll('post')
    .selectAll('need')
    .select(['organisation.name as organisationName', 'organisation.kind as organisationKind', 'organisation.uscc', majorCodes, occupationName])
    .select(sql<number>`(select count(*) from rule_waiver w where w.subject_type = 'need' and w.subject_id = need.id)`.as('warnings'))
  const column = columns[filter.sort.replace('-', '')] ?? 'need.createdAt'
  const down = filter.sort.startsWith('-')
  return rows.orderBy(column, (order) => (down ? order.desc() : order.asc()).nullsLast()).orderBy('need.number', down ? 'desc' : 'asc')
}

export async function pageOfNeeds(tx: Tx, actor: Actor, filter: Filter & Paging) {
  const { total } = await filtered(tx, actor, filter).select((need) => need.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await listed(tx, actor, filter).limit(filter.size).offset((filter.page - 1) * filter.size).execute()
  return { rows: rows.map(withState), total }
}

export async function listForExport(tx: Tx, actor: Actor, filter: Filter) {
  const rows = await listed(tx, actor, filter).limit(20_000).execute()
  return rows.map(withState)
}

const withState = <Row extends { state: string }>(row: Row) => ({ ...row, state: row.state as State })

const whole = (rows: ReturnType<typeof needs>) =>
  rows
    .leftJoin('organisation as speaker', 'speaker.id', 'need.spokenBy')
    .leftJoin('account as verifier', 'verifier.id', 'need.verifiedBy')
    .selectAll('post')
    .selectAll('need')
    .select(['organisation.name as organisationName', 'organisation.kind as organisationKind', 'organisation.uscc'])
    .select(['speaker.name as spokenByName', 'speaker.kind as spokenByKind', 'verifier.name as verifiedByName', majorCodes, speakers, occupationName])
    .select(sql<string | null>`(select name from code where system = 'division' and code.code = post.division_code limit 1)`.as('divisionName'))
    .select(sql<number>`(select count(*) from rule_waiver w where w.subject_type = 'need' and w.subject_id = need.id)`.as('warnings'))

export async function findNeed(tx: Tx, actor: Actor, needId: string) {
  const row = await whole(visibleNeeds(tx, actor)).where('need.id', '=', needId).executeTakeFirst()
  return row && { ...withState(row), speakerFacts: row.speakers, speakers: row.speakers.map(({ id }) => id) }
}
export type Need = NonNullable<Awaited<ReturnType<typeof findNeed>>>

export async function lockNeed(tx: Tx, actor: Actor, needId: string): Promise<Locked<Need> | undefined> {
  const row = await whole(visibleNeeds(tx, actor)).where('need.id', '=', needId).forUpdate('need').executeTakeFirst()
  return row && { ...withState(row), speakerFacts: row.speakers, speakers: row.speakers.map(({ id }) => id), locked: true }
}

/** For the clock: live posts that nobody has confirmed since, or that have run out. */
export async function lockDueNeeds(tx: Tx, when: { confirmedBefore: Date; today: string }): Promise<Locked<Need>[]> {
  const rows = await whole(needs(tx))
    .where('need.state', 'in', ['open', 'stale'])
    .where((need) => need.or([need.and([need('need.state', '=', 'open'), need('need.confirmedAt', '<=', when.confirmedBefore)]), need('need.validUntil', '<', when.today)]))
    .orderBy('need.id')
    .forUpdate('need')
    .skipLocked()
    .execute()
  return rows.map((row) => ({ ...withState(row), speakerFacts: row.speakers, speakers: row.speakers.map(({ id }) => id), locked: true }))
}

export async function lockNeeds(tx: Tx, ids: readonly string[]): Promise<Locked<Need>[]> {
  const rows = await whole(needs(tx)).where(sql<boolean>`need.id = any(${ids}::uuid[])`).orderBy('need.number').forUpdate('need').execute()
  return rows.map((row) => ({ ...withState(row), speakerFacts: row.speakers, speakers: row.speakers.map(({ id }) => id), locked: true }))
}

export type PostValues = {
  occupationCode: string | null
  tasks: string
  seats: number | null
  payMin: number | null
  payMax: number | null
  payPeriod: string | null
  samePostWage: number | null
  lowestTierWage: number | null
  payDirect: boolean
  hoursPerDay: number | null
  hoursPerWeek: number | null
  shift: string | null
  nightWork: boolean
  restDayWork: boolean
  divisionCode: string | null
  town: string | null
  address: string | null
  lodging: string | null
  meals: string | null
  benefits: string
  hazards: string[]
  labourIntensity: number | null
  minorForbidden: boolean
  femaleForbidden: boolean
  entertainmentVenue: boolean
  agency: boolean
  specialNeedFiling: string | null
  specialNeedFiledOn: string | null
  postStaff: number | null
  mentorName: string | null
  mentorPhone: string | null
  startsOn: string | null
  endsOn: string | null
}
export type NeedValues = { title: string; titleEn: string | null; validUntil: string | null }
type NewNeed = NeedValues & { number: string; allianceId: string; organisationId: string; spokenBy: string | null; createdBy: string; createdAt: Date; updatedAt: Date }

export async function insertNeed(tx: Tx, need: NewNeed, post: PostValues, majors: readonly string[]) {
  const { id } = await tx.insertInto('need').values({ ...need, kind: 'post', state: 'draft' }).returning('id').executeTakeFirstOrThrow()
  await tx.insertInto('post').values({ ...post, needId: id }).execute()
  await insertMajors(tx, id, majors)
  return { id }
}

/** Answers how many rows were changed: none when somebody else changed the post meanwhile. */
export async function updateNeedContent(tx: Tx, needId: string, version: number, need: NeedValues & { updatedAt: Date }, post: PostValues, majors: readonly string[]) {
  const result = await tx
    .updateTable('need')
    .set({ ...need, version: version + 1 })
    .where('id', '=', needId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return 0
  await tx.updateTable('post').set(post).where('needId', '=', needId).execute()
  await tx.deleteFrom('postProgramme').where('needId', '=', needId).execute()
  await insertMajors(tx, needId, majors)
  return 1
}

async function insertMajors(tx: Tx, needId: string, majors: readonly string[]) {
  if (majors.length > 0) await tx.insertInto('postProgramme').values([...new Set(majors)].map((majorCode) => ({ needId, majorCode }))).execute()
}

export type NeedChange = Partial<{
  state: State
  reason: string | null
  submittedAt: Date
  verifiedAt: Date
  verifiedBy: string
  confirmedAt: Date
  validUntil: string
  closedAt: Date
  closeReason: string
  updatedAt: Date
}>

export async function updateNeed(tx: Tx, needId: string, change: NeedChange) {
  const { version } = await tx
    .updateTable('need')
    .set((need) => ({ ...change, version: need('version', '+', 1) }))
    .where('id', '=', needId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** The firm a post is for, as far as the writer is concerned. */
export async function findFirm(tx: Tx, organisationId: string) {
  return tx.selectFrom('organisation').select(['id', 'kind', 'name', 'uscc', 'address', 'divisionCode', 'town']).where('id', '=', organisationId).executeTakeFirst()
}

/** The alliance of a need: one the firm belongs to, else the district's. */
export async function findAllianceFor(tx: Tx, organisationId: string) {
  return tx
    .selectFrom('alliance')
    .select(['alliance.id'])
    .where((one) =>
      one.or([
        one('alliance.kind', '=', 'district'),
        sql<boolean>`exists (select from membership m where m.alliance_id = alliance.id and m.organisation_id = ${organisationId} and m.state in ('active', 'suspended'))`,
      ]),
    )
    .orderBy(sql`exists (select from membership m where m.alliance_id = alliance.id and m.organisation_id = ${organisationId} and m.state in ('active', 'suspended'))`, 'desc')
    .orderBy(sql`alliance.kind = 'district'`, 'desc')
    .orderBy('alliance.createdAt')
    .limit(1)
    .executeTakeFirst()
}

/** Firms by code or by their full name, for sheets; a name that two firms bear names nobody. */
export async function listFirmsNamed(tx: Tx, words: readonly string[]) {
  if (words.length === 0) return []
  return tx
    .selectFrom('organisation')
    .select(['id', 'uscc', 'name', 'kind', 'address', 'divisionCode', 'town'])
    .where(sql<boolean>`(uscc = any(${words}::text[]) or name = any(${words}::text[]))`)
    .execute()
}

export async function listSpokenFor(tx: Tx, speakerId: string) {
  const rows = await tx.selectFrom('representation').select('organisationId').where('speakerId', '=', speakerId).execute()
  return rows.map(({ organisationId }) => organisationId)
}

/** The post of this title and start that a firm has already, unless it has ended. */
export async function findTwin(tx: Tx, firm: { organisationId: string; title: string; startsOn: string | null }) {
  const row = await whole(needs(tx))
    .where('need.organisationId', '=', firm.organisationId)
    .where('need.title', '=', firm.title)
    .where('post.startsOn', 'is not distinct from', firm.startsOn)
    .where('need.state', 'in', ['draft', 'submitted', 'open', 'stale'])
    .orderBy('need.createdAt')
    .limit(1)
    .forUpdate('need')
    .executeTakeFirst()
  return row && { ...withState(row), speakerFacts: row.speakers, speakers: row.speakers.map(({ id }) => id), locked: true as const }
}

/** One writer at a time for the posts of a firm. */
export const lockFirm = (tx: Tx, organisationId: string) => sql`select pg_advisory_xact_lock(hashtext(${`posts ${organisationId}`}))`.execute(tx)

export async function listHistory(tx: Tx, needId: string) {
  return tx
    .selectFrom('auditEntry')
    .leftJoin('account', 'account.id', 'auditEntry.accountId')
    .leftJoin('organisation', 'organisation.id', 'auditEntry.organisationId')
    .select(['auditEntry.at', 'auditEntry.event', 'account.name', 'organisation.name as organisationName', 'auditEntry.details'])
    .where('auditEntry.subjectType', '=', 'need')
    .where('auditEntry.subjectId', '=', needId)
    .orderBy('auditEntry.id')
    .execute()
}

const inRound = (tx: Tx) =>
  needs(tx)
    .selectAll('post')
    .select(['need.id', 'need.number', 'need.title', 'need.titleEn', 'need.state', 'need.allianceId', 'need.organisationId', 'need.validUntil', 'need.version', 'need.demo', 'need.confirmedAt'])
    .select(['organisation.name as organisationName', 'organisation.nameEn as organisationNameEn', majorCodes, occupationName])

/** For rounds and the portal: what is open in an alliance. */
export const listOpen = (tx: Tx, allianceId: string) => inRound(tx).where('need.allianceId', '=', allianceId).where('need.state', '=', 'open').orderBy('need.number').execute()

export async function listByIds(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return inRound(tx).where(sql<boolean>`need.id = any(${ids}::uuid[])`).orderBy('need.number').execute()
}

/** Takes back posts a sheet made, as long as they are drafts or wait, and no round has them. */
export async function deleteNeeds(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .deleteFrom('need')
    .where(sql<boolean>`need.id = any(${ids}::uuid[]) and not exists (select from round_post where round_post.post_id = need.id)`)
    .where('need.state', 'in', ['draft', 'submitted'])
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
