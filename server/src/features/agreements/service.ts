import { createHash, randomUUID } from 'node:crypto'
import { say } from '@silian/words'
import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { closingOf, dayOf, dueInWorkingDays } from '../../kernel/calendar.ts'
import type { Locked, Tx } from '../../kernel/db.ts'
import { enqueue } from '../../kernel/outbox.ts'
import { refuse } from '../../kernel/refusal.ts'
import { nextNumber } from '../../kernel/running-number.ts'
import { advance } from '../inbox/service.ts'
import { contactRoleOf } from '../members/service.ts'
import type { AgreementKind, PartyKind, PartyToSign } from './contract.ts'
import { agreementLife, type AgreementInMotion, type AgreementMove } from './lifecycle.ts'
import { newPaperCode } from './papers/service.ts'
import { insertParties } from './parties/tables.ts'
import { assigneeOf, listParties, resolveParties, strangersAmong, type Party } from './parties/service.ts'
import { chineseDay, faultsOf, inTurn, isShortCooperation, isSignedBeforeStart, textOf, type Section } from './rules.ts'
import { findAlliance, findSuccessor, insertAgreement, listOfSubjects, lockAnyhow, updateAgreement, type Agreement, type AgreementChange } from './tables.ts'
import { templateFor } from './templates/service.ts'

export { findAgreement, findAnyhow as findAgreementAnyhow, listVisibleIds as visibleAgreementIds, lockAgreement, type Agreement } from './tables.ts'
export { listParties, type Party } from './parties/service.ts'

export type AgreementToDraft = {
  kind: AgreementKind
  /** What it is about: ('placement', its id), ('order_class', …). */
  subject: { kind: string; id: string }
  allianceId: string
  /** The house that keeps it; unless said, the actor's own. */
  keeperId?: string | null
  title?: string
  /** What {{name}} in the template's sections stands for. */
  facts?: Readonly<Record<string, string>>
  /** What stands in a section instead of the template's words. */
  sections?: Readonly<Record<string, string>>
  /** In signing order; those with the same position sign in any order. */
  parties: readonly PartyToSign[]
  startsOn: string | null
  endsOn: string | null
}

const hashOf = (text: string) => createHash('sha256').update(text).digest()
/** What a party is called in the text: always in Chinese, whoever reads it. */
export const labelOf = (role: string) => say('zh-Hans', `agreements:roles.${role}`) ?? say('zh-Hans', 'agreements:roles.party')!

/** Names and days that every text may use without being told them. */
function knownFacts(parties: readonly { role: string; name: string }[], startsOn: string | null, endsOn: string | null): Record<string, string> {
  const names = Object.fromEntries(parties.map(({ role, name }) => [role, name]))
  return { ...names, ...(startsOn ? { startsOn: chineseDay(startsOn) } : {}), ...(endsOn ? { endsOn: chineseDay(endsOn) } : {}) }
}
/** Who the parties are and when it runs is said once: no fact of the same name overrides them. */
const allFacts = (agreement: Agreement, parties: readonly Party[]) => ({ ...agreement.facts, ...knownFacts(parties, agreement.startsOn, agreement.endsOn) })

/** What is signed; while it is a draft, what would be. */
export const wordsOf = (agreement: Agreement, parties: readonly Party[]) =>
  agreement.text ??
  textOf({ ...agreement, supersedes: agreement.supersedesNumber, facts: allFacts(agreement, parties), parties: parties.map(({ role, name }) => ({ label: labelOf(role), name })) })
export const faultsIn = (agreement: Agreement, parties: readonly Party[]) => faultsOf({ ...agreement, facts: allFacts(agreement, parties), parties })

/** A draft for its keeper to read once more; nobody is asked for anything yet. `actor` is null where the clock or the demonstration drafts. */
export async function draftAgreement(tx: Tx, actor: Actor | null, given: AgreementToDraft, now: Date): Promise<{ id: string; number: string }> {
  const keeperId = given.keeperId === undefined ? (actor?.organisationId ?? null) : given.keeperId
  const parties = await resolveParties(tx, given.parties)
  const template = await templateFor(tx, { kind: given.kind, allianceId: given.allianceId, organisationId: keeperId }, now)
  const sections = withTexts(template.sections, given.sections ?? {})
  const { id, number } = await insertNew(tx, actor, { ...given, keeperId, templateId: template.id, title: given.title ?? template.title, facts: given.facts ?? {}, sections, supersedesId: null, parties }, now)
  audit(tx, actor, now, { event: 'agreement.drafted', subjectType: 'agreement', subjectId: id, details: { number, kind: given.kind, template: template.id } })
  return { id, number }
}

/** Drafted by hand, about nothing else in the system: a cooperation, say. It is its own subject, and the house that drafts it is one of its parties. */
export async function draftOwn(tx: Tx, actor: Actor, given: Omit<AgreementToDraft, 'subject' | 'allianceId' | 'startsOn' | 'endsOn'> & { startsOn?: string | null; endsOn?: string | null }, now: Date) {
  const own = actor.organisationId
  if (own !== null && !given.parties.some((party) => party.kind === 'organisation' && party.organisationId === own)) refuse('invalid_input', { issues: [{ path: ['parties'], code: 'own_house_missing' }] })
  // Whose name goes into a text one drafts must be known to one's house anyway.
  const strange = await strangersAmong(tx, own, given.parties)
  if (strange.length > 0) refuse('invalid_input', { issues: strange.map((at) => ({ path: ['parties', at], code: 'unknown' })) })
  const allianceId = actor.allianceId ?? (await findAlliance(tx, own!))?.allianceId ?? refuse('no_alliance')
  return draftAgreement(tx, actor, { ...given, allianceId, subject: { kind: 'agreement', id: '' }, startsOn: given.startsOn ?? null, endsOn: given.endsOn ?? null }, now)
}

type ToInsert = Omit<AgreementToDraft, 'parties' | 'sections' | 'facts' | 'title' | 'keeperId'> & {
  keeperId: string | null
  templateId: string
  title: string
  facts: Readonly<Record<string, string>>
  sections: readonly Section[]
  supersedesId: string | null
  parties: Awaited<ReturnType<typeof resolveParties>>
}
async function insertNew(tx: Tx, actor: Actor | null, { subject, parties, kind, allianceId, keeperId, templateId, title, facts, sections, supersedesId, startsOn, endsOn }: ToInsert, now: Date) {
  const number = await nextNumber(tx, 'A', now)
  const id = randomUUID()
  const about = { subjectKind: subject.kind, subjectId: subject.id || id }
  await insertAgreement(tx, { id, number, code: newPaperCode(), kind, allianceId, keeperId, ...about, templateId, title, facts, sections, startsOn, endsOn, supersedesId, createdBy: actor?.accountId ?? null, createdAt: now, updatedAt: now })
  await insertParties(tx, parties.map((party) => ({ ...party, agreementId: id })))
  return { id, number }
}

const withTexts = (sections: readonly Section[], texts: Readonly<Record<string, string>>) => sections.map((section) => ({ ...section, text: texts[section.code] ?? section.text }))

type Change = { title?: string; facts: Record<string, string>; sections: Record<string, string>; startsOn?: string | null; endsOn?: string | null; version: number }
export async function changeDraft(tx: Tx, actor: Actor, agreement: Locked<Agreement>, { version, facts, sections, ...rest }: Change, now: Date) {
  if (agreement.state !== 'draft') refuse('agreement_fixed', { state: agreement.state })
  if (agreement.version !== version) refuse('changed_meanwhile')
  const next = await updateAgreement(tx, agreement.id, { ...rest, facts: { ...agreement.facts, ...facts }, sections: withTexts(agreement.sections, sections) }, now)
  audit(tx, actor, now, { event: 'agreement.changed', subjectType: 'agreement', subjectId: agreement.id, details: { number: agreement.number } })
  return { version: next }
}

/** The agreement with what its lifecycle looks at: whose turn it is, and until when. */
export function inMotion(agreement: Agreement, parties: readonly Party[], now: Date): AgreementInMotion {
  const { id, number, title, state, allianceId, keeperId, keeperKind, kind, startsOn, openedAt } = agreement
  const turn = inTurn(parties)
  const waiting = turn.flatMap((party) => assigneeOf(party) ?? [])
  const soon = dueInWorkingDays(openedAt ?? now, 10)
  const start = startsOn !== null && isSignedBeforeStart(kind) ? closingOf(startsOn) : null
  return {
    id, number, title, state, allianceId, keeperId, parties, waiting,
    toHandOver: turn.some((party) => assigneeOf(party) === null),
    keeper: keeperId && keeperKind ? { role: contactRoleOf(keeperKind), organisationId: keeperId } : { role: 'secretariat', allianceId },
    dueAt: start && start < soon ? start : soon,
  }
}

export async function moveOn(tx: Tx, by: Actor | null, agreement: Locked<Agreement>, parties: readonly Party[], action: AgreementMove, change: AgreementChange, now: Date, details: Record<string, unknown> = {}) {
  const state = await advance(tx, by, agreementLife, action, { ...inMotion({ ...agreement, openedAt: change.openedAt ?? agreement.openedAt }, parties, now), state: agreement.state, locked: true }, now, { number: agreement.number, ...details })
  const version = await updateAgreement(tx, agreement.id, { ...change, state }, now)
  if (state !== agreement.state && !['draft', 'signing'].includes(state)) await enqueue(tx, 'agreement_moved', { agreementId: agreement.id })
  return { id: agreement.id, state, version }
}

/** What the law holds to be unusual is opened with a reason, which stays with the deed (rule 1.17). */
async function openByHand(tx: Tx, actor: Actor | null, agreement: Locked<Agreement>, reason: string | undefined, now: Date) {
  const short = agreement.state === 'draft' && isShortCooperation(agreement)
  if (short && !reason) refuse('reason_needed', { field: 'reason', rule: '1.17' })
  return open(tx, actor, agreement, now, short ? { rule: '1.17', reason } : {})
}

/** Opens the draft for signing: from here its text is fixed. */
export async function open(tx: Tx, by: Actor | null, agreement: Locked<Agreement>, now: Date, details: Record<string, unknown> = {}) {
  if (agreement.state !== 'draft') refuse('wrong_state', { state: agreement.state, action: 'open' })
  const parties = await listParties(tx, [agreement.id])
  const issues = faultsIn(agreement, parties)
  // Rule 1.14: signing is blocked while any of the required sections is empty.
  if (issues.length > 0) refuse('agreement_incomplete', { issues, rule: agreement.kind === 'three_party' ? '1.14' : null })
  const text = wordsOf(agreement, parties)
  return moveOn(tx, by, agreement, parties, 'open', { text, textHash: hashOf(text), openedAt: now }, now, details)
}


/** Takes a draft or an open text back, refuses it, or ends what was concluded. */
export async function move(tx: Tx, actor: Actor | null, agreement: Locked<Agreement>, step: { action: 'open' | 'withdraw' | 'decline' | 'terminate'; reason?: string; endedOn?: string; version: number }, now: Date) {
  if (agreement.version !== step.version) refuse('changed_meanwhile')
  if (step.action === 'open') return openByHand(tx, actor, agreement, step.reason?.trim(), now)
  return end(tx, actor, agreement, step.action, step, now)
}

async function end(tx: Tx, actor: Actor | null, agreement: Locked<Agreement>, action: 'withdraw' | 'decline' | 'terminate', { reason, endedOn }: { reason?: string; endedOn?: string }, now: Date) {
  if (!agreementLife.transitions[action].from.includes(agreement.state)) refuse('wrong_state', { state: agreement.state, action })
  if (action !== 'withdraw' && !reason?.trim()) refuse('reason_needed', { field: 'reason' })
  const parties = await listParties(tx, [agreement.id])
  const moved = await moveOn(tx, actor, agreement, parties, action, { endedAt: now, endedOn: endedOn ?? dayOf(now), ...(reason?.trim() ? { endReason: reason.trim() } : {}) }, now)
  if (action === 'terminate') await withdrawAmendment(tx, actor, agreement.id, now)
  return moved
}

/** What ended cannot be amended any more. */
async function withdrawAmendment(tx: Tx, actor: Actor | null, id: string, now: Date) {
  const successor = await findSuccessor(tx, id)
  const held = successor && successor.state !== 'concluded' ? await lockAnyhow(tx, successor.id) : undefined
  if (held && (held.state === 'draft' || held.state === 'signing')) await end(tx, actor, held, 'withdraw', {}, now)
}

/** A new text, drafted from this one; it stands for it once all have signed it. */
export async function amend(tx: Tx, actor: Actor, agreement: Locked<Agreement>, version: number, now: Date) {
  if (agreement.state !== 'concluded') refuse('wrong_state', { state: agreement.state, action: 'amend' })
  if (agreement.version !== version) refuse('changed_meanwhile')
  const { kind, allianceId, keeperId, templateId, title, facts, sections, startsOn, endsOn } = agreement
  const parties = (await listParties(tx, [agreement.id])).map(({ position, kind: is, role, organisationId, studentId, teacherId, accountId, name, phone, email }) => ({ position, kind: is, role, organisationId, studentId, teacherId, accountId, name, phone, email }))
  const subject = { kind: agreement.subjectKind, id: agreement.subjectId }
  const made = await insertNew(tx, actor, { kind, subject, allianceId, keeperId, templateId, title, facts, sections, startsOn, endsOn, supersedesId: agreement.id, parties }, now)
  audit(tx, actor, now, { event: 'agreement.amended', subjectType: 'agreement', subjectId: agreement.id, details: { number: agreement.number, by: made.number } })
  return made
}

// What rooms to the right call. Who may, they have asked already.

export async function openAgreement(tx: Tx, actor: Actor | null, id: string, now: Date) {
  return open(tx, actor, (await lockAnyhow(tx, id)) ?? refuse('not_found'), now)
}
/** The placement, class or practice ended early: so does its agreement, for the same reason. A draft or an open one is taken back; one that has ended stays as it ended. */
export async function terminateAgreement(tx: Tx, actor: Actor | null, id: string, { reason, endedOn }: { reason: string; endedOn?: string }, now: Date) {
  const agreement = (await lockAnyhow(tx, id)) ?? refuse('not_found')
  if (!['draft', 'signing', 'concluded'].includes(agreement.state)) return { id, state: agreement.state, version: agreement.version }
  return end(tx, actor, agreement, agreement.state === 'concluded' ? 'terminate' : 'withdraw', { reason, endedOn }, now)
}

export type AgreementFacts = {
  id: string
  number: string
  kind: AgreementKind
  state: 'draft' | 'signing' | 'concluded'
  title: string
  templateVersion: number
  startsOn: string | null
  endsOn: string | null
  /** Of the last signature; null until all have signed. */
  signedOn: string | null
  concludedAt: Date | null
  textHash: string | null
  parties: { id: string; kind: PartyKind; role: string; name: string; organisationId: string | null; studentId: string | null; signedAt: Date | null; signedOn: string | null; method: 'totp' | 'code' | 'paper' | null }[]
}

/** The live agreements about these subjects (under way or in force), by subject, the one in force before its amendment. */
export async function agreementsOf(tx: Tx, subjectKind: string, subjectIds: readonly string[]): Promise<Map<string, AgreementFacts[]>> {
  const live = (await listOfSubjects(tx, subjectKind, subjectIds)).filter(({ state }) => state === 'draft' || state === 'signing' || state === 'concluded')
  const parties = Map.groupBy(await listParties(tx, live.map(({ id }) => id)), ({ agreementId }) => agreementId)
  const ordered = live.toSorted((one, other) => Number(other.state === 'concluded') - Number(one.state === 'concluded'))
  const facts = ordered.map((agreement) => ({ subjectId: agreement.subjectId, ...factsOf(agreement, parties.get(agreement.id) ?? []) }))
  return Map.groupBy(facts, ({ subjectId }) => subjectId)
}

function factsOf({ id, number, kind, state, title, templateVersion, startsOn, endsOn, signedOn, concludedAt, textHash }: Agreement, parties: readonly Party[]): AgreementFacts {
  return {
    id, number, kind, state: state as AgreementFacts['state'], title, templateVersion, startsOn, endsOn, signedOn, concludedAt,
    textHash: textHash?.toString('hex') ?? null,
    parties: parties.map((party) => ({
      id: party.id, kind: party.kind as PartyKind, role: party.role, name: party.name, organisationId: party.organisationId, studentId: party.studentId,
      signedAt: party.signedAt, signedOn: party.signedOn, method: party.method as AgreementFacts['parties'][number]['method'],
    })),
  }
}
