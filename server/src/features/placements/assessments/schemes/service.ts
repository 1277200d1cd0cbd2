import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import type { SchemeView } from '../contract.ts'
import { mayKeepScheme, mayWriteScheme } from '../policy.ts'
import { faultsOfScheme, type Item } from '../rules.ts'
import { insertScheme, isOfSchool, listSchemes, retireSame, updateScheme, type Scheme } from '../tables.ts'

function viewScheme(actor: Actor, scheme: Scheme): SchemeView {
  const { id, title, state, programmeId, cohortId, scopeName, items, passMark, minutesNumber, authorName, approverName, approvedAt, used, version, demo } = scheme
  const draft = state === 'draft' && mayKeepScheme(actor, scheme)
  const faults = state === 'draft' ? faultsOfScheme(items) : []
  return {
    id, title, state, programmeId, cohortId, scopeName, items, passMark, minutesNumber, approvedAt, used, version, demo, faults, createdBy: authorName, approvedBy: approverName,
    can: { edit: draft, approve: draft && faults.length === 0 && scheme.createdBy !== actor.accountId },
  }
}
export const viewSchemes = async (tx: Tx, actor: Actor) => ({ rows: (await listSchemes(tx, actor)).map((scheme) => viewScheme(actor, scheme)), can: { write: mayWriteScheme(actor) } })

type Wish = { title: string; programmeId?: string | null; cohortId?: string | null; items: readonly Item[]; passMark: number }
async function valuesOf(tx: Tx, schoolId: string, { title, items, passMark, ...scope }: Wish) {
  const programmeId = scope.programmeId ?? null
  const cohortId = scope.cohortId ?? null
  if (programmeId && cohortId) refuse('invalid_input', { issues: [{ path: ['cohortId'], code: 'either_or' }] })
  if (!(await isOfSchool(tx, schoolId, { programmeId, cohortId }))) refuse('invalid_input', { issues: [{ path: [programmeId ? 'programmeId' : 'cohortId'], code: 'unknown' }] })
  return { title, items, passMark, programmeId, cohortId }
}
export async function writeScheme(tx: Tx, actor: Actor, wish: Wish, now: Date, demo = false) {
  const schoolId = actor.organisationId!
  const id = await insertScheme(tx, { ...(await valuesOf(tx, schoolId, wish)), schoolId, createdBy: actor.accountId, createdAt: now, demo })
  audit(tx, actor, now, { event: 'assessment_scheme.written', subjectType: 'assessment_scheme', subjectId: id, details: { title: wish.title } })
  return { id }
}
export async function changeScheme(tx: Tx, actor: Actor, scheme: Locked<Scheme>, { version, ...wish }: Wish & { version: number }, now: Date) {
  if (scheme.state !== 'draft') refuse('wrong_state', { state: scheme.state })
  if (scheme.version !== version) refuse('changed_meanwhile')
  // Who changed it last wrote it: another one approves.
  const next = await updateScheme(tx, scheme.id, { ...(await valuesOf(tx, scheme.schoolId, wish)), createdBy: actor.accountId })
  audit(tx, actor, now, { event: 'assessment_scheme.changed', subjectType: 'assessment_scheme', subjectId: scheme.id, details: { title: wish.title } })
  return { version: next }
}

/** Rule 1.43. The one it takes the place of is retired; what was begun with that one is finished with it. */
export async function approveScheme(tx: Tx, actor: Actor, scheme: Locked<Scheme>, { minutesNumber, version }: { minutesNumber: string; version: number }, now: Date) {
  if (scheme.state !== 'draft') refuse('wrong_state', { state: scheme.state })
  if (scheme.version !== version) refuse('changed_meanwhile')
  const faults = faultsOfScheme(scheme.items)
  if (faults.some(({ code }) => code === 'attendance_only')) refuse('attendance_only', { rule: '1.43' })
  if (faults.length > 0) refuse('scheme_faulty', { faults })
  if (scheme.createdBy === actor.accountId) refuse('second_person_needed')
  await retireSame(tx, scheme)
  await updateScheme(tx, scheme.id, { state: 'approved', minutesNumber, approvedBy: actor.accountId, approvedAt: now })
  audit(tx, actor, now, { event: 'assessment_scheme.approved', subjectType: 'assessment_scheme', subjectId: scheme.id, details: { title: scheme.title, minutesNumber } })
  return { state: 'approved' as const }
}
