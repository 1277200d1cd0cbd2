import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { offerWayBack, type Offer } from '../invitations/service.ts'
import { mayOfferSeat, type Place } from '../policy.ts'
import { findAccount } from '../tables.ts'
import { findAlliance, findPlace, listAccountsSeatedElsewhere, listVisibleSeats, lockSecretariat, lockVisibleSeat, updateRevoked, type SeatFilter, type SeatRow } from './tables.ts'

/** What a seat to be offered would be; undefined when its place is out of sight. */
export async function findOffer(tx: Tx, actor: Actor, wanted: { role: Place['role']; organisationId: string | null }): Promise<Offer | undefined> {
  const { role } = wanted
  if (role === 'secretariat') {
    const alliance = actor.allianceId ? await findAlliance(tx, actor.allianceId) : undefined
    return alliance && { role, organisationId: null, organisationName: null, organisationKind: null, allianceId: alliance.id, allianceName: alliance.name }
  }
  const organisation = await findPlace(tx, actor, wanted.organisationId ?? actor.organisationId ?? noOrganisation)
  return organisation && { role, organisationId: organisation.id, organisationName: organisation.name, organisationKind: organisation.kind, allianceId: null, allianceName: null }
}

const noOrganisation = '00000000-0000-0000-0000-000000000000'

export async function viewSeats(tx: Tx, actor: Actor, filter: SeatFilter) {
  const { rows, total } = await listVisibleSeats(tx, actor, filter)
  const elsewhere = new Set(await listAccountsSeatedElsewhere(tx, actor, rows.map(({ accountId }) => accountId)))
  return {
    rows: rows.map((row) => {
      const own = row.accountId === actor.accountId
      const may = !own && mayOfferSeat(actor, row)
      return { ...row, secondFactor: row.totpConfirmedAt !== null, own, can: { revoke: may && !row.demo, wayBack: may && !row.demo && !elsewhere.has(row.accountId) } }
    }),
    total,
    page: filter.page,
    size: filter.size,
  }
}

/** The secretariat's seats are held first and together, so that two officers cannot remove each other at once. */
export async function findSeatToRevoke(tx: Tx, actor: Actor, seatId: string) {
  const secretariat = actor.allianceId ? await lockSecretariat(tx, actor.allianceId) : []
  const seat = await lockVisibleSeat(tx, actor, seatId)
  return seat && { ...seat, isLastOfItsKind: seat.allianceId !== null && secretariat.length <= 1 }
}

export async function revokeSeatOf(tx: Tx, actor: Actor, seat: SeatRow & { isLastOfItsKind: boolean }, now: Date) {
  if (seat.accountId === actor.accountId) refuse('own_seat')
  if (seat.demo) refuse('demo_account')
  if (seat.isLastOfItsKind) refuse('last_secretary')
  await updateRevoked(tx, seat.id, now)
  audit(tx, actor, now, { event: 'seat.revoked', subjectType: 'role_grant', subjectId: seat.id, details: { accountId: seat.accountId, role: seat.role, organisationId: seat.organisationId } })
  return {}
}

/** A seat whose holder this actor may let back in: one who holds no seat out of the actor's sight. */
export async function findHolderToLetIn(tx: Tx, actor: Actor, seatId: string) {
  const seat = await lockVisibleSeat(tx, actor, seatId)
  if (!seat || (await listAccountsSeatedElsewhere(tx, actor, [seat.accountId])).length > 0) return undefined
  return seat
}

export async function letBackIn(tx: Tx, actor: Actor, seat: SeatRow, now: Date) {
  if (seat.accountId === actor.accountId) refuse('own_seat')
  return offerWayBack(tx, actor, seat, (await findAccount(tx, seat.accountId))!, now)
}
