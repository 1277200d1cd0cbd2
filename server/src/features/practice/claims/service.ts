import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Upload } from '../../../kernel/route.ts'
import { keepFile, viewFile, viewFilesOf } from '../../files/service.ts'
import { ask, settle } from '../../inbox/service.ts'
import { claimedDays } from '../rules.ts'
import { findTeacher, findTeacherOfAccount } from '../tables.ts'
import type { ClaimRow } from './contract.ts'
import { mayAddEvidence, mayDecideClaim } from './policy.ts'
import { faultsOfClaim } from './rules.ts'
import { findClaim, insertClaim, insertClaimedDays, pageOfClaims, updateClaim, type Claim, type Filter } from './tables.ts'

type Wish = { teacherId?: string; organisationName: string; startsOn: string; endsOn: string; days: number; source: string }

/** Written down, shown apart, worth nothing yet. */
export async function addClaim(tx: Tx, actor: Actor, { teacherId, ...claim }: Wish, now: Date) {
  const own = hasRole(actor, 'teacher')
  const teacher = own ? await findTeacherOfAccount(tx, actor.accountId, actor.organisationId!) : teacherId && (await findTeacher(tx, actor.organisationId!, teacherId))
  if (!teacher) return own ? refuse('teacher_not_linked') : refuse('invalid_input', { issues: [{ path: ['teacherId'], code: teacherId ? 'unknown' : 'missing' }] })
  const faults = faultsOfClaim(claim, dayOf(now))
  if (faults.length > 0) refuse('invalid_input', { issues: faults })
  const id = await insertClaim(tx, { ...claim, schoolId: teacher.schoolId, teacherId: teacher.id, writtenBy: actor.accountId, createdAt: now })
  audit(tx, actor, now, { event: 'practice_claim.written', subjectType: 'practice_claim', subjectId: id, details: { days: claim.days } })
  return { id }
}

/** With the evidence there, the school's office is asked to look at it. */
export async function addEvidence(tx: Tx, actor: Actor, claim: Locked<Claim>, upload: Upload, now: Date) {
  if (claim.state !== 'claimed') refuse('wrong_state', { state: claim.state })
  const file = await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'practice_claim', subjectId: claim.id, allow: ['pdf', 'png', 'jpeg', 'webp'] }, now)
  await updateClaim(tx, claim.id, { evidenceId: file.id })
  if (!mayDecideClaim(actor, claim)) {
    const params = { teacher: claim.teacherName, organisation: claim.organisationName, days: claim.days }
    await ask(tx, [{ kind: 'practice_claim.look', subjectType: 'practice_claim', subjectId: claim.id, params, assignee: { role: 'school_contact', organisationId: claim.schoolId }, initiatorId: actor.accountId, dueAt: null }], now)
  }
  return viewFile(file)
}

/** Seen by the school: now the days count, each once. Or it does not hold, and the reason is told. */
export async function decideClaim(tx: Tx, actor: Actor, claim: Locked<Claim>, { decision, reason, version }: { decision: 'confirm' | 'reject'; reason?: string; version: number }, now: Date) {
  if (claim.version !== version) refuse('changed_meanwhile')
  if (claim.state !== 'claimed') refuse('wrong_state', { state: claim.state })
  if (decision === 'reject' && !reason) refuse('reason_needed', { field: 'reason' })
  if (decision === 'confirm' && !claim.evidenceId) refuse('evidence_needed')
  const state = decision === 'confirm' ? ('confirmed' as const) : ('rejected' as const)
  await updateClaim(tx, claim.id, { state, reason: reason ?? null, decidedBy: actor.accountId, decidedAt: now })
  const days = decision === 'confirm' ? claimedDays(claim) : []
  if (days.length > 0) await insertClaimedDays(tx, claim, days)
  await settle(tx, actor, { subjectType: 'practice_claim', subjectIds: [claim.id] }, decision === 'confirm' ? 'confirm' : 'decline', now)
  audit(tx, actor, now, { event: `practice_claim.${state}`, subjectType: 'practice_claim', subjectId: claim.id, details: { days: days.length, ...(reason ? { reason } : {}) } })
  return { id: claim.id, state, creditedDays: days.length }
}

export async function viewClaims(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfClaims(tx, actor, query)
  const files = await viewFilesOf(tx, 'practice_claim', rows.map(({ id }) => id))
  const views = rows.map((row): ClaimRow => {
    const { id, teacherId, teacherName, teacherNumber, organisationName, startsOn, endsOn, days, source, reason, version } = row
    const open = row.state === 'claimed'
    return {
      id, teacherId, teacherName, teacherNumber, organisationName, startsOn, endsOn, days, source, reason, version,
      state: row.state as ClaimRow['state'],
      evidence: files.get(id)?.find((file) => file.id === row.evidenceId) ?? null,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      can: { evidence: open && mayAddEvidence(actor, row), decide: open && mayDecideClaim(actor, row) },
    }
  })
  return { rows: views, total, page: query.page, size: query.size }
}

export const seesClaimFiles = async (tx: Tx, actor: Actor, claimId: string) => (await findClaim(tx, actor, claimId)) !== undefined
