import { maskMobile } from '@silian/algorithms/identifiers'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { historyOf } from '../../../kernel/history.ts'
import { canMove } from '../../../kernel/lifecycle.ts'
import type { PlacementRow, PlacementTerms, PlacementView } from '../contract.ts'
import { isLive, placementLife } from '../lifecycle.ts'
import { isInside, mayRunPlacement, mayTendPlacement, sideOf } from '../policy.ts'
import { inMotion } from '../service.ts'
import { findTerms, pageOfPlacements, type Filter, type Placement } from '../tables.ts'

export function viewRow(row: Placement): PlacementRow {
  const { id, number, kind, scheme, state, studentId, studentName, studentNumber, cohortName, schoolId, schoolName, organisationId, unitName, postId, roundId, title } = row
  const { startsOn, endsOn, endedOn, selfChosen, supervisorId, supervisorName, mentorName, alarms, demo } = row
  return {
    id, number, kind, scheme, state, studentId, studentName, studentNumber, cohortName, schoolId, schoolName, organisationId, unitName, postId, roundId, title,
    startsOn, endsOn, endedOn, selfChosen, supervisorId, supervisorName, mentorName, alarms, demo,
  }
}

export async function viewPlacements(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfPlacements(tx, actor, query)
  return { rows: rows.map((row) => ({ ...viewRow(row), alarms: mayTendPlacement(actor, row) ? row.alarms : 0 })), total, page: query.page, size: query.size }
}

export async function viewPlacement(tx: Tx, actor: Actor, placement: Placement, now: Date): Promise<PlacementView> {
  const { placementId: _, ...terms } = await findTerms(tx, placement.id)
  const side = sideOf(actor, placement) ?? 'unit'
  const inside = isInside(actor, placement)
  const { vettedAt, consentedAt, signedAt, insuredAt, trainedAt, activatedAt, suspendedAt, endedAt, assessedAt, archivedAt, createdAt } = placement
  return {
    ...viewRow(placement),
    alarms: mayTendPlacement(actor, placement) ? placement.alarms : 0,
    previousId: placement.previousId,
    terms: terms as PlacementTerms,
    refusedOn: inside ? placement.refusedOn : null,
    refusal: inside ? placement.refusal : null,
    chosenApprovedAt: placement.chosenApprovedAt,
    mentorPhone: placement.mentorPhone,
    // A teacher's number is for those whom the teacher looks after; the others may call the school.
    supervisorPhone: placement.supervisorPhone && (inside ? placement.supervisorPhone : maskMobile(placement.supervisorPhone)),
    lodging: placement.lodging as PlacementView['lodging'],
    lodgingConsentOn: placement.lodgingConsentOn,
    healthCheckOn: inside ? placement.healthCheckOn : null,
    reason: placement.reason,
    moments: { createdAt, vettedAt, consentedAt, signedAt, insuredAt, trainedAt, activatedAt, suspendedAt, endedAt, assessedAt, archivedAt },
    side,
    version: placement.version,
    can: { ...canMove(placementLife, actor, inMotion(placement, now)), edit: mayRunPlacement(actor, placement) && isLive(placement.state), tend: mayTendPlacement(actor, placement) },
  }
}

/** Those of the school read all of it; the others the steps of the placement, not the reasons given, the logs read, the tests failed. */
export async function viewHistory(tx: Tx, actor: Actor, placement: Placement) {
  const rows = await historyOf(tx, 'placement', placement.id)
  return { rows: mayTendPlacement(actor, placement) ? rows : rows.filter(({ event }) => event.startsWith('placement.') && event !== 'placement.test_failed') }
}

