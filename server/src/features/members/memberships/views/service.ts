import { toString } from 'qrcode'
import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { historyOf } from '../../../../kernel/history.ts'
import { canMove, whyNotMove } from '../../../../kernel/lifecycle.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { setting } from '../../../../kernel/setting.ts'
import { listFiles, viewFile } from '../../../files/service.ts'
import { openItemsAbout } from '../../../inbox/service.ts'
import { membershipLife, type MembershipAction } from '../lifecycle.ts'
import { mayEditMembership, mayNoteObjection, mayPrintCertificate, mayReadMembership } from '../policy.ts'
import { earliestPublicityEnd, movingOf } from '../service.ts'
import { findMembership, type MembershipRow } from '../tables.ts'

export async function viewMembership(tx: Tx, actor: Actor, row: MembershipRow, now: Date) {
  const thing = movingOf(row, now)
  const isParty = mayReadMembership(actor, row)
  const can = canMove(membershipLife, actor, thing)
  const actions = (Object.keys(can) as MembershipAction[]).filter((action) => can[action])
  const not = actions.flatMap((action) => {
    const code = whyNotMove(membershipLife, action, thing, now)
    return code ? [[action, code] as const] : []
  })
  const [waiting] = isParty ? await openItemsAbout(tx, 'membership', row.id) : []
  return {
    id: row.id,
    version: row.version,
    state: row.state as never,
    seat: row.seat as never,
    statement: isParty ? row.statement : '',
    reason: isParty ? row.reason : null,
    objectionNote: isParty ? row.objectionNote : null,
    createdAt: row.createdAt,
    appliedAt: row.appliedAt,
    checkedAt: row.checkedAt,
    publicityFrom: row.publicityFrom,
    publicityUntil: row.publicityUntil,
    approvedAt: row.approvedAt,
    leftAt: row.leftAt,
    certificateNumber: row.certificateNumber,
    alliance: { id: row.allianceId, code: row.allianceCode, name: row.allianceName, nameEn: row.allianceNameEn },
    organisation: { id: row.organisationId, name: row.organisationName, nameEn: row.organisationNameEn, kind: row.organisationKind as never, uscc: row.uscc },
    spokenByName: row.spokenByName,
    waiting: waiting ?? null,
    files: isParty ? (await listFiles(tx, 'membership', row.id)).map(viewFile) : [],
    earliestPublicityEnd: earliestPublicityEnd(dayOf(now)),
    can: {
      ...can,
      edit: mayEditMembership(actor, row),
      note: mayNoteObjection(actor, row),
      readHistory: isParty,
      // The one who waits reminds; not the one it lies with.
      remind: waiting !== undefined && waiting.role !== actor.role && (actor.role === 'secretariat' || waiting.initiatorId === actor.accountId),
      printCertificate: mayPrintCertificate(actor, row),
    },
    not: Object.fromEntries(not),
  }
}

/** After a change: what is there now. */
export async function viewAgain(tx: Tx, actor: Actor, membershipId: string, now: Date) {
  const row = (await findMembership(tx, actor, membershipId)) ?? refuse('not_found')
  return viewMembership(tx, actor, row, now)
}

export const viewHistory = async (tx: Tx, row: MembershipRow) => ({ entries: await historyOf(tx, 'membership', row.id) })

export async function viewCertificate(row: MembershipRow) {
  const verifyAt = `${setting().origin}/verify/certificates/${row.certificateNumber}`
  return {
    number: row.certificateNumber!,
    allianceName: row.allianceName,
    allianceNameEn: row.allianceNameEn,
    organisationName: row.organisationName,
    organisationNameEn: row.organisationNameEn,
    uscc: row.uscc,
    seat: row.seat as never,
    state: row.state as never,
    approvedOn: dayOf(row.approvedAt!),
    verifyAt,
    qr: await toString(verifyAt, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }),
  }
}
