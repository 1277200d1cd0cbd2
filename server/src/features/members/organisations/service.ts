import { pinyin } from 'pinyin-pro'
import { toSimplified } from '@silian/words/simplified'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { isContactOf, isSpeaker, speakerKinds } from '../policy.ts'
import { listSpeakers, listSpokenFor } from '../representation/tables.ts'
import type { Profile } from './contract.ts'
import { mayEditOrganisation, mayOrderOrganisations, mayUnmaskContacts } from './policy.ts'
import { maskEmail, maskName, maskPhone, readUscc, searchKey, tidyPhone } from './rules.ts'
import { insertOrganisations, listLastOrders, listMembershipsOfOrganisation, listTownsOf, updateOrganisation, type OrganisationRow } from './tables.ts'

/** What a search looks in. For a loader that inserts organisations by itself, too. */
export function searchTextOf(name: string, nameEn: string | null | undefined): string {
  const simple = toSimplified(name)
  const initials = pinyin(simple, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('')
  return [simple, initials, nameEn ?? ''].map(searchKey).join('|')
}

export async function viewOrganisation(tx: Tx, actor: Actor, row: OrganisationRow) {
  const mayEdit = mayEditOrganisation(actor, row)
  const { speakerIds: _ids, searchText: _text, createdAt: _at, dishonestSince: _since, safetyViolationOn: _on, ...shown } = row
  const memberships = await listMembershipsOfOrganisation(tx, row.id)
  const isParty = mayEdit || actor.role === 'official'
  return {
    ...shown,
    kind: row.kind as never,
    size: row.size as never,
    contactName: maskName(row.contactName),
    contactPhone: maskPhone(row.contactPhone),
    contactEmail: maskEmail(row.contactEmail),
    memberships: memberships.filter((one) => isParty || ['publicity', 'active', 'suspended'].includes(one.state)) as never,
    speakers: (await listSpeakers(tx, row.id)) as never,
    speaksFor: (speakerKinds.includes(row.kind) ? await listSpokenFor(tx, row.id) : []) as never,
    can: {
      edit: mayEdit,
      unmask: mayUnmaskContacts(actor, row),
      order: mayOrderOrganisations(actor),
      represent: mayOrderOrganisations(actor),
      apply: isContactOf(actor, row) || isSpeaker(actor, row.speakerIds) || actor.role === 'secretariat',
    },
  }
}

/** What a form sends, made ready to be stored: the code checked, the telephone in one form. */
function tidy<P extends Partial<Profile>>(profile: P): P {
  const uscc = typeof profile.uscc === 'string' ? readUscc(profile.uscc) : null
  if (uscc && 'fault' in uscc) refuse('credit_code_invalid', { fault: uscc.fault, params: uscc.params })
  return {
    ...profile,
    ...(uscc ? { uscc: uscc.code } : {}),
    ...(profile.contactPhone ? { contactPhone: tidyPhone(profile.contactPhone) } : {}),
  }
}

/** The place behind the last of its kind, taken: the next one asked for is the one after. */
export function nextOrder(lastOrders: Map<string, number>, kind: string): number {
  const next = (lastOrders.get(kind) ?? 999) + 1
  lastOrders.set(kind, next)
  return next
}

export async function register(tx: Tx, actor: Actor, profile: Profile & { kind: string; protocolOrder?: number }, now: Date) {
  const protocolOrder = profile.protocolOrder ?? nextOrder(await listLastOrders(tx), profile.kind)
  const [id] = await insertOrganisations(tx, [{ ...tidy(profile), protocolOrder, searchText: searchTextOf(profile.name, profile.nameEn), createdAt: now, updatedAt: now }])
  audit(tx, actor, now, { event: 'organisation.registered', subjectType: 'organisation', subjectId: id!, details: { kind: profile.kind } })
  return { id: id! }
}

export async function edit(tx: Tx, actor: Actor, organisation: Locked<OrganisationRow>, { version, ...change }: Partial<Profile> & { version: number }, now: Date) {
  if (version !== organisation.version) refuse('changed_meanwhile')
  const tidied = tidy(change)
  const changed = Object.fromEntries(Object.entries(tidied).filter(([field, value]) => value !== undefined && organisation[field as keyof OrganisationRow] !== value))
  // A licence does not change its number: only the secretariat corrects one.
  if (changed['uscc'] !== undefined && organisation.uscc !== null && !mayOrderOrganisations(actor)) refuse('not_allowed')
  if (Object.keys(changed).length === 0) return organisation
  const searchText = searchTextOf(tidied.name ?? organisation.name, tidied.nameEn === undefined ? organisation.nameEn : tidied.nameEn)
  await updateOrganisation(tx, organisation.id, { ...changed, searchText }, now)
  audit(tx, actor, now, { event: 'organisation.edited', subjectType: 'organisation', subjectId: organisation.id, details: { fields: Object.keys(changed) } })
  return { ...organisation, ...changed, version: organisation.version + 1, updatedAt: now }
}

export async function order(tx: Tx, actor: Actor, organisation: Locked<OrganisationRow>, protocolOrder: number, now: Date) {
  await updateOrganisation(tx, organisation.id, { protocolOrder }, now)
  audit(tx, actor, now, { event: 'organisation.ordered', subjectType: 'organisation', subjectId: organisation.id, details: { from: organisation.protocolOrder, to: protocolOrder } })
  return { protocolOrder }
}

export async function unmask(tx: Tx, actor: Actor, organisation: OrganisationRow, reason: string, now: Date) {
  audit(tx, actor, now, { event: 'organisation.contacts_unmasked', subjectType: 'organisation', subjectId: organisation.id, details: { reason } })
  const { contactName, contactPhone, contactEmail } = organisation
  return { contactName, contactPhone, contactEmail }
}

export const viewTowns = async (tx: Tx, actor: Actor) => ({ towns: await listTownsOf(tx, actor) })
