import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { advance } from '../../inbox/service.ts'
import { findAllianceOf, findOrganisation } from '../tables.ts'
import type { OpeningAction, OpeningFields } from './contract.ts'
import { openingLife } from './lifecycle.ts'
import { gapsOf } from './rules.ts'
import { insertOpening, updateContent, updateOpening, type Opening } from './tables.ts'

export { findOpening, lockOpening, lockOpeningAnyhow, listPastIds, type Opening } from './tables.ts'

/** The own house, or the one the office names; a school has no such places. */
async function houseOf(tx: Tx, actor: Actor, named: string | undefined) {
  const organisationId = actor.organisationId ?? named
  const house = organisationId ? await findOrganisation(tx, organisationId) : undefined
  if (!house) return refuse('invalid_input', { issues: [{ path: ['organisationId'], code: organisationId ? 'unknown' : 'missing' }] })
  if (['school', 'government'].includes(house.kind)) refuse('cannot_speak')
  const allianceId = hasRole(actor, 'secretariat') ? actor.allianceId! : ((await findAllianceOf(tx, house.id)) ?? refuse('cannot_speak'))
  return { organisationId: house.id, allianceId }
}

export async function writeOpening(tx: Tx, actor: Actor, { organisationId, ...fields }: OpeningFields & { organisationId?: string }, now: Date, { demo = false } = {}) {
  const house = await houseOf(tx, actor, organisationId)
  const number = await nextNumber(tx, 'SG', now)
  const id = await insertOpening(tx, { ...fields, ...house, number, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo })
  audit(tx, actor, now, { event: 'practice_opening.written', subjectType: 'practice_opening', subjectId: id, details: { number, places: fields.places } })
  return { id, number, version: 1 }
}

export async function changeOpening(tx: Tx, actor: Actor, opening: Locked<Opening>, { version, ...fields }: OpeningFields & { version: number }, now: Date) {
  if (opening.state !== 'draft') refuse('wrong_state', { state: opening.state })
  if ((await updateContent(tx, opening.id, version, { ...fields, updatedAt: now })) === 0) refuse('changed_meanwhile')
  audit(tx, actor, now, { event: 'practice_opening.changed', subjectType: 'practice_opening', subjectId: opening.id, details: { number: opening.number } })
  return { id: opening.id, number: opening.number, version: version + 1 }
}

async function go(tx: Tx, by: Actor | null, opening: Locked<Opening>, action: OpeningAction | 'lapse', now: Date) {
  const state = await advance(tx, by, openingLife, action, opening, now, { number: opening.number })
  return { id: opening.id, state, version: await updateOpening(tx, opening.id, { state, ...(state === 'open' ? { openedAt: now } : {}), closedAt: state === 'closed' ? now : null }, now) }
}

export async function moveOpening(tx: Tx, actor: Actor, opening: Locked<Opening>, { action, version }: { action: OpeningAction; version: number }, now: Date) {
  if (opening.version !== version) refuse('changed_meanwhile')
  const gaps = action === 'publish' && opening.state === 'draft' ? gapsOf(opening, dayOf(now)) : []
  if (gaps.length > 0) refuse('need_incomplete', { gaps })
  return go(tx, actor, opening, action, now)
}

export const lapseOpening = (tx: Tx, opening: Locked<Opening>, now: Date) => go(tx, null, opening, 'lapse', now)
