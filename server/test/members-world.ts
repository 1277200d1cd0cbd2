import { creditCodeCheck } from '@silian/algorithms/identifiers'
import type { World } from './world.ts'

let counter = 0

/** A credit code that checks, and that no other test has. */
export function newUscc(): string {
  const first17 = `91440605MA${String(++counter).padStart(7, '0')}`
  return first17 + creditCodeCheck(first17)
}

/** An organisation that may apply: it has a code and somebody to call. */
export const readyOrganisation = (world: World, kind = 'enterprise', change: Record<string, unknown> = {}) =>
  world.organisation(kind, { uscc: newUscc(), contactName: '示例联系人', contactPhone: '+8613800000000', contactEmail: 'hr@example.test', ...change })

/** A member since today, by the front door. */
export async function newMember(world: World, organisationId: string, seat = 'member') {
  const officer = await world.person('secretariat')
  const { body } = await officer.post('/memberships', { allianceId: world.alliance.id, organisationId, seat })
  return (await officer.post(`/memberships/${body.id}/actions/register`, { version: 1 })).body
}
