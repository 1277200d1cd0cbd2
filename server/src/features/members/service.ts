import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/db.ts'
import { listMembershipsOfOrganisation, listBriefs, listVisibleIds, findOrganisation as findVisibleOrganisation, findOrganisationByUscc as findByUscc } from './organisations/tables.ts'
import { findRepresentation, listSpeakers, listSpokenFor } from './representation/tables.ts'

/** What features to the right ask about organisations. */

export { contactRoleOf } from './policy.ts'

export const findOrganisationByUscc = (tx: Tx, uscc: string) => findByUscc(tx, uscc)

export type OrganisationBrief = Awaited<ReturnType<typeof listBriefs>>[number]

/** Name and kind of organisations that stand on a page of something else, in one query. */
export async function viewOrganisationBriefs(tx: Tx, organisationIds: readonly string[]): Promise<Map<string, OrganisationBrief>> {
  return new Map((await listBriefs(tx, [...new Set(organisationIds)])).map((one) => [one.id, one]))
}

export async function viewOrganisationBrief(tx: Tx, organisationId: string): Promise<OrganisationBrief | undefined> {
  return (await listBriefs(tx, [organisationId]))[0]
}

/** The associations, parks and platforms that speak for this organisation. */
export const listSpeakersFor = (tx: Tx, organisationId: string) => listSpeakers(tx, organisationId)
export const listOrganisationsSpokenForBy = (tx: Tx, speakerId: string) => listSpokenFor(tx, speakerId)
export const speaksFor = async (tx: Tx, speakerId: string, organisationId: string) => (await findRepresentation(tx, speakerId, organisationId)) !== undefined

/** Which of these this actor may see. */
export const visibleOrganisationIds = (tx: Tx, actor: Actor, ids: readonly string[]) => listVisibleIds(tx, actor, ids)

/** For files kept with an organisation. */
export const seesOrganisation = async (tx: Tx, actor: Actor, organisationId: string) => (await findVisibleOrganisation(tx, actor, organisationId)) !== undefined

/** The alliances this organisation is an active member of. */
export async function listActiveAlliancesOf(tx: Tx, organisationId: string): Promise<string[]> {
  const memberships = await listMembershipsOfOrganisation(tx, organisationId)
  return memberships.filter((one) => one.state === 'active').map((one) => one.allianceId)
}
