import { hasRole, type Actor } from '../../kernel/actor.ts'

type Item = { accountId: string | null; role: string | null; organisationId: string | null; allianceId: string | null; initiatorId: string | null }

export const hasItem = (actor: Actor, item: Item) =>
  item.accountId === actor.accountId ||
  (item.role === actor.role && (item.allianceId !== null ? item.allianceId === actor.allianceId : item.organisationId === actor.organisationId))

export const mayRemindItem = (actor: Actor, item: Item) => item.initiatorId === actor.accountId || hasRole(actor, 'secretariat')

export const mayForwardItem = (actor: Actor, item: Item) => hasItem(actor, item)
