import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { codeNames } from '../../talent/codes/service.ts'
import { houseToOfferFor, refuseUnknownFields } from '../achievements/service.ts'
import { mayKeepOffered } from '../policy.ts'
import type { TeamFields, TeamView } from './contract.ts'
import { findTeam, insertTeam, pageOfTeams, updateTeam, type Filter, type Team } from './tables.ts'

export { findTeam, listVisibleIds as visibleTeamIds, lockTeam, type Team } from './tables.ts'

function viewOf(actor: Actor, team: Team, names: ReadonlyMap<string, string>): TeamView {
  const { id, number, name, nameEn, leaderName, headcount, abilities, abilitiesEn, organisationId, organisationName, demo, version } = team
  return {
    id, number, name, nameEn, leaderName, headcount, abilities, abilitiesEn, organisationId, organisationName, demo, version,
    state: team.state as TeamView['state'],
    fields: team.fieldCodes.map((code) => ({ code, name: names.get(code) ?? null })),
    can: { edit: mayKeepOffered(actor, team) },
  }
}

export const viewTeam = async (tx: Tx, actor: Actor, team: Team) => viewOf(actor, team, await codeNames(tx, 'industry', team.fieldCodes))

export async function viewTeams(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfTeams(tx, actor, query)
  const names = await codeNames(tx, 'industry', [...new Set(rows.flatMap((row) => row.fieldCodes))])
  return { rows: rows.map((row) => viewOf(actor, row, names)), total, page: query.page, size: query.size }
}

export async function writeTeam(tx: Tx, actor: Actor, { organisationId, ...fields }: TeamFields & { organisationId?: string }, now: Date, { demo = false } = {}) {
  const house = await houseToOfferFor(tx, actor, organisationId)
  await refuseUnknownFields(tx, fields.fieldCodes)
  const number = await nextNumber(tx, 'T', now)
  const id = await insertTeam(tx, { ...fields, ...house, number, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo })
  audit(tx, actor, now, { event: 'team.written', subjectType: 'team', subjectId: id, details: { number } })
  return viewTeam(tx, actor, (await findTeam(tx, actor, id))!)
}

export async function changeTeam(tx: Tx, actor: Actor, team: Locked<Team>, { version, state, ...fields }: TeamFields & { state: 'open' | 'withdrawn'; version: number }, now: Date) {
  await refuseUnknownFields(tx, fields.fieldCodes)
  if ((await updateTeam(tx, team.id, version, { ...fields, state, updatedAt: now })) === 0) refuse('changed_meanwhile')
  audit(tx, actor, now, { event: 'team.changed', subjectType: 'team', subjectId: team.id, details: { number: team.number, state } })
  return viewTeam(tx, actor, (await findTeam(tx, actor, team.id))!)
}
