import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

export type ThingProps = {
  subjectId: string
  /** After a decision made here: the list moves on. */
  onDone: () => void
}

type Thing = {
  /** The page of the thing, below /app. */
  href: (subjectId: string) => string
  /** The thing itself at the right of the inbox, with what decides it; without one there is a link. */
  Summary?: LazyExoticComponent<ComponentType<ThingProps>>
}

/** Where an item leads, by the noun it is about. A new noun is one line. */
const things: Record<string, Thing> = {
  membership: { href: (id) => `/members/${id}`, Summary: lazy(() => import('../members/membership-summary.tsx')) },
  organisation: { href: (id) => `/organisations/${id}` },
  need: { href: (id) => `/needs/${id}`, Summary: lazy(() => import('../needs/need-summary.tsx')) },
  webhook: { href: (id) => `/webhooks/${id}` },
  problem: { href: (id) => `/problems/${id}`, Summary: lazy(() => import('../needs/problems/problem-summary.tsx')) },
  service_offer: { href: (id) => `/services/${id}` },
  service_request: { href: (id) => `/service-requests/${id}` },
  achievement: { href: (id) => `/achievements/${id}`, Summary: lazy(() => import('../technology/achievements/achievement-summary.tsx')) },
  introduction: { href: (id) => `/introductions/${id}`, Summary: lazy(() => import('../technology/introductions/introduction-summary.tsx')) },
  deal: { href: (id) => `/deals/${id}`, Summary: lazy(() => import('../technology/deals/deal-summary.tsx')) },
  survey: { href: (id) => `/surveys/${id}` },
  round: { href: (id) => `/rounds/${id}` },
  order_class: { href: (id) => `/order-classes/${id}` },
  class_intake: { href: (id) => `/class-intakes/${id}` },
  agreement: { href: (id) => `/agreements/${id}`, Summary: lazy(() => import('../agreements/agreement-summary.tsx')) },
  import: { href: (id) => `/imports/${id}` },
  placement: { href: (id) => `/placements/${id}` },
  unit: { href: (id) => `/units/${id}` },
  placement_filing: { href: (id) => `/placement-filings/${id}` },
  placement_batch: { href: () => '/placement-board' },
  placement_alarm: { href: () => '/placements?alarm=true' },
  placement_waiver: { href: () => '/placements' },
  placement_report: { href: () => '/student-help?tab=reports' },
  placement_change: { href: () => '/student-help' },
  complaint: { href: (id) => `/complaints/${id}` },
  incident: { href: (id) => `/incidents/${id}` },
  assessment_objection: { href: (id) => `/placements/${id}/assessment` },
  log: { href: (id) => `/placement-logs/${id}` },
  placement_visit: { href: () => '/placement-visits' },
  unit_visit_due: { href: () => '/placement-visits' },
  unit_pay: { href: () => '/pay' },
  pay: { href: () => '/my/pay' },
  practice_plan: { href: (id) => `/practice/plans/${id}` },
  mentorship: { href: (id) => `/mentors/${id}` },
  assistance_batch: { href: (id) => `/assistance/batches/${id}` },
  assistance_resource: { href: (id) => `/assistance/resources/${id}` },
  teacher_exchange: { href: (id) => `/assistance/exchanges/${id}` },
  practice_claim: { href: () => '/practice?tab=claims' },
  pay_alarm: { href: (id) => `/pay-alarms/${id}` },
}

type OfParams = (subjectId: string, params: Record<string, unknown>) => string
const batchOf: OfParams = (_id, { batchId }) => `/assistance/batches/${String(batchId)}`
const checkOf: OfParams = (_id, { student }) => `/assistance?tab=checks&open=true&q=${encodeURIComponent(String(student))}`

/** Some kinds have a page of their own: the round of a student is not the round of the office. */
const hrefByKind: Record<string, OfParams> = {
  'need.confirm': (id) => `/needs/${id}/confirm`,
  'placement.take_test': () => '/my/placement/test',
  'placement.assess': (id) => `/placements/${id}/assessment`,
  'placement_alarm.placement': (_id, { placementId }) => `/placements/${String(placementId)}`,
  'placement_alarm.unit': (_id, { unitId }) => `/units/${String(unitId)}`,
  'placement_waiver.approve': (_id, { placementId, unitId }) => (placementId ? `/placements/${String(placementId)}` : `/units/${String(unitId)}`),
  'placement_batch.prepare': () => '/placements?state=on_the_way&sort=startsOn',
  'placement_batch.activate': () => '/placements?state=trained&sort=startsOn',
  'placement_batch.assess': () => '/assessments',
  'round.submit_wishes': (id) => `/my/rounds/${id}`,
  'round.score_applicants': () => '/round-posts',
  'survey_response.answer': (_id, { surveyId }) => `/my/surveys/${String(surveyId)}`,
  'survey_response.repair': (_id, { surveyId }) => `/my/surveys/${String(surveyId)}`,
  'class_member.confirm': (id) => `/my/class-places/${id}`,
  'class_member.answer': (id) => `/my/class-places/${id}`,
  'class_member.replace': () => '/order-classes',
  'class_term.evaluate': (_id, { classId }) => `/order-classes/${String(classId)}`,
  'class_retention.confirm': (_id, { placeId }) => `/my/class-places/${String(placeId)}`,
  'mentorship.answer': (id) => `/my/mentoring/${id}`,
  'mentorship.mend_task': (id) => `/my/mentoring/${id}`,
  'assistance_seat.answer': batchOf,
  'assistance_seat.fill': batchOf,
  'assistance_seat.declined': batchOf,
  'assistance_seat.overdue': batchOf,
  'assistance_batch.care': (id, { mine }) => (mine === true ? '/my/care' : `/assistance/batches/${id}`),
  'assistance_member.unchecked': batchOf,
  'welfare_check.watch': checkOf,
  'welfare_check.urgent': checkOf,
  'assistance_stay.answer': (id) => `/my/stay/${id}`,
  'assistance_stay.silent': () => '/assistance?tab=stays&state=unanswered',
  'practice.plan_ahead': () => '/my/practice',
  'practice_plan.repair': (id) => `/my/practice/plans/${id}`,
  'practice_plan.endorse': (id) => `/my/practice/plans/${id}`,
  'practice_plan.write_week': (id) => `/my/practice/plans/${id}`,
  'practice_plan.mend_week': (id) => `/my/practice/plans/${id}`,
  'practice_plan.finish': (id) => `/my/practice/plans/${id}`,
  'result.answer': () => '/wishes',
  'help.answer': () => '/help-requests',
  'task_card.sign': (_id, { placementId, mentor }) => (mentor === true ? '/mentor' : `/placements/${String(placementId)}/during?tab=tasks`),
  'rota.note': (id, { week }) => `/placements/${id}/during?tab=rota&week=${String(week)}`,
  'objection.answer': (_id, { roundId }) => `/rounds/${String(roundId)}?tab=objections`,
}

export const thingOf = (item: { subjectType: string }): Thing | undefined => things[item.subjectType]

export const hrefOf = (item: { kind: string; subjectType: string; subjectId: string; params: Record<string, unknown> }): string | null =>
  (hrefByKind[item.kind] ?? things[item.subjectType]?.href)?.(item.subjectId, item.params) ?? null
