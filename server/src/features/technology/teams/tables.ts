import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

const teams = (tx: Tx) => tx.selectFrom('team').innerJoin('organisation', 'organisation.id', 'team.organisationId')

/** What is open is seen by whoever works here; what was withdrawn by its own house and the office. */
export function visibleTeams(tx: Tx, actor: Actor) {
  return teams(tx).where((team) =>
    team.or([
      ...(hasRole(actor, 'student') ? [] : [team('team.state', '=', 'open')]),
      ...(hasRole(actor, 'student') ? [] : [team('team.organisationId', '=', actor.organisationId)]),
      team('team.allianceId', '=', actor.allianceId),
    ]),
  )
}

/** Which of these this actor may see: for the search, which only knows where teams are. */
export const listVisibleIds = async (tx: Tx, actor: Actor, ids: readonly string[]) => (await visibleTeams(tx, actor).select('team.id').where(sql<boolean>`team.id = any(${ids}::uuid[])`).execute()).map(({ id }) => id)

const whole = (rows: ReturnType<typeof teams>) => rows.selectAll('team').select(['organisation.name as organisationName', 'organisation.kind as organisationKind'])
export type Team = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

export const findTeam = (tx: Tx, actor: Actor, teamId: string): Promise<Team | undefined> => whole(visibleTeams(tx, actor)).where('team.id', '=', teamId).executeTakeFirst()
export async function lockTeam(tx: Tx, actor: Actor, teamId: string): Promise<Locked<Team> | undefined> {
  const row = await whole(visibleTeams(tx, actor)).where('team.id', '=', teamId).forUpdate(['team']).executeTakeFirst()
  return row && { ...row, locked: true }
}

export type Filter = { q: string; fieldCode?: string; mine: boolean }
function filtered(tx: Tx, actor: Actor, filter: Filter) {
  const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
  return visibleTeams(tx, actor)
    .$if(filter.q !== '', (all) => all.where((team) => team.or([team('team.name', 'ilike', like), team('team.abilities', 'ilike', like), team('organisation.name', 'ilike', like), team('team.number', '=', filter.q.toUpperCase())])))
    .$if(filter.fieldCode !== undefined, (all) => all.where(sql<boolean>`exists (select from unnest(team.field_codes) field where field like ${`${filter.fieldCode}%`})`))
    .$if(filter.mine, (all) => all.where('team.organisationId', '=', actor.organisationId))
    .$if(!filter.mine, (all) => all.where('team.state', '=', 'open'))
}
export async function pageOfTeams(tx: Tx, actor: Actor, filter: Filter & Paging) {
  const { total } = await filtered(tx, actor, filter).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: await whole(filtered(tx, actor, filter)).orderBy('team.number', 'desc').limit(filter.size).offset((filter.page - 1) * filter.size).execute(), total }
}

export const listForMatching = (tx: Tx, ids?: readonly string[]) =>
  whole(teams(tx)).where('team.state', '=', 'open').$if(ids !== undefined, (all) => all.where(sql<boolean>`team.id = any(${ids}::uuid[])`)).orderBy('team.number').execute()
export const listOpenVersions = (tx: Tx) => tx.selectFrom('team').select(['id', 'version']).where('state', '=', 'open').execute()
export const listOpenIdsOf = (tx: Tx, organisationId: string) => tx.selectFrom('team').select('id').where('state', '=', 'open').where('organisationId', '=', organisationId).execute()
export const markOfOpen = (tx: Tx) => tx.selectFrom('team').select(sql<string | null>`sum(hashtextextended(id::text, version))::text`.as('mark')).where('state', '=', 'open').executeTakeFirstOrThrow()

export type TeamValues = { name: string; nameEn: string | null; leaderName: string; headcount: number | null; fieldCodes: string[]; abilities: string; abilitiesEn: string | null }
type NewTeam = TeamValues & { number: string; allianceId: string; organisationId: string; createdBy: string | null; createdAt: Date; updatedAt: Date; demo: boolean }
export const insertTeam = async (tx: Tx, team: NewTeam) => (await tx.insertInto('team').values(team).returning('id').executeTakeFirstOrThrow()).id

export async function updateTeam(tx: Tx, teamId: string, version: number, values: TeamValues & { state: string; updatedAt: Date }) {
  const result = await tx.updateTable('team').set({ ...values, version: version + 1 }).where('id', '=', teamId).where('version', '=', version).executeTakeFirst()
  return Number(result.numUpdatedRows)
}
