import { lazy, Suspense, useEffect, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react'
import { matchRoute, Redirect, Route, useLocation, useRouter } from 'wouter'
import { Bare } from './bare.tsx'
import { signInAddress, useSessionQuery } from './kernel/session.ts'
import { seatKeepers, workers, type Role } from './nav.ts'
import { CrashGuard } from './ui/crash-guard.tsx'
import { Refused, Skeleton } from './ui/loaded.tsx'
import { MissingPage } from './ui/missing-page.tsx'

/** Apart, so that a phone page does not load the desk. */
const Desk = lazy(() => import('./desk.tsx'))

export type PageEntry = {
  /** Below /app; `:name` is read with useParams(). */
  path: string
  page: LazyExoticComponent<ComponentType>
  /** desk: top bar and navigation. phone: one task, brings `PhonePage`. plain: brings `PlainPage`. */
  frame: 'desk' | 'phone' | 'plain'
  /** Works without signing in. */
  open?: true
  /** Other roles see "no such page"; what they may do is the server's answer anyway. */
  roles?: readonly Role[]
}

/** Those who have a part in internships, at a desk. */
const interns: readonly Role[] = [...seatKeepers, 'teacher']

/** Every page and its address. The first that fits is shown. */
export const pages: readonly PageEntry[] = [
  { path: '/sign-in', page: lazy(() => import('./features/identity/sign-in-page.tsx')), frame: 'plain', open: true },
  { path: '/first-run', page: lazy(() => import('./features/identity/first-run-page.tsx')), frame: 'plain', open: true },
  { path: '/invite/:token', page: lazy(() => import('./features/identity/invite-page.tsx')), frame: 'plain', open: true },
  { path: '/student', page: lazy(() => import('./features/identity/student-sign-up-page.tsx')), frame: 'phone', open: true },
  { path: '/oidc', page: lazy(() => import('./features/identity/oidc-page.tsx')), frame: 'plain', open: true },
  { path: '/learn', page: lazy(() => import('./features/learn/learn-page.tsx')), frame: 'plain', open: true },
  { path: '/account', page: lazy(() => import('./features/identity/account-page.tsx')), frame: 'desk' },
  { path: '/my/account', page: lazy(() => import('./features/identity/student-account-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/people', page: lazy(() => import('./features/identity/people-page.tsx')), frame: 'desk', roles: seatKeepers },
  { path: '/student-codes', page: lazy(() => import('./features/identity/student-codes-page.tsx')), frame: 'desk', roles: ['school_contact'] },
  { path: '/inbox', page: lazy(() => import('./features/inbox/inbox-page.tsx')), frame: 'desk' },
  { path: '/inbox/:itemId', page: lazy(() => import('./features/inbox/item-page.tsx')), frame: 'desk' },
  { path: '/members', page: lazy(() => import('./features/members/members-page.tsx')), frame: 'desk' },
  { path: '/members/new', page: lazy(() => import('./features/members/new-member-page.tsx')), frame: 'desk', roles: ['secretariat'] },
  { path: '/members/:membershipId', page: lazy(() => import('./features/members/member-page.tsx')), frame: 'desk' },
  { path: '/members/:membershipId/application', page: lazy(() => import('./features/members/application-page.tsx')), frame: 'desk' },
  { path: '/members/:membershipId/certificate', page: lazy(() => import('./features/members/certificate-page.tsx')), frame: 'desk' },
  { path: '/organisations/:organisationId', page: lazy(() => import('./features/members/organisation-page.tsx')), frame: 'desk' },
  { path: '/my-organisation', page: lazy(() => import('./features/members/my-organisation-page.tsx')), frame: 'desk' },
  { path: '/imports', page: lazy(() => import('./features/imports/imports-page.tsx')), frame: 'desk' },
  { path: '/imports/:importId', page: lazy(() => import('./features/imports/import-page.tsx')), frame: 'desk' },
  { path: '/needs', page: lazy(() => import('./features/needs/needs-page.tsx')), frame: 'desk' },
  { path: '/needs/new', page: lazy(() => import('./features/needs/need-form-page.tsx').then((module) => ({ default: module.NewNeedPage }))), frame: 'desk', roles: ['secretariat', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact'] },
  { path: '/needs/:needId', page: lazy(() => import('./features/needs/need-page.tsx')), frame: 'desk' },
  { path: '/needs/:needId/edit', page: lazy(() => import('./features/needs/need-form-page.tsx').then((module) => ({ default: module.EditNeedPage }))), frame: 'desk' },
  { path: '/needs/:needId/confirm', page: lazy(() => import('./features/needs/confirm-page.tsx')), frame: 'phone' },
  { path: '/problem-queue', page: lazy(() => import('./features/needs/problems/queue-page.tsx')), frame: 'desk', roles: ['secretariat', 'platform_contact'] },
  { path: '/problems/new/:kind', page: lazy(() => import('./features/needs/problems/problem-form-page.tsx').then((module) => ({ default: module.NewProblemPage }))), frame: 'desk', roles: ['secretariat', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact'] },
  { path: '/problems/:needId', page: lazy(() => import('./features/needs/problems/problem-page.tsx')), frame: 'desk' },
  { path: '/problems/:needId/edit', page: lazy(() => import('./features/needs/problems/problem-form-page.tsx').then((module) => ({ default: module.EditProblemPage }))), frame: 'desk' },
  { path: '/surveys', page: lazy(() => import('./features/surveys/surveys-page.tsx')), frame: 'desk', roles: workers },
  { path: '/surveys/:surveyId', page: lazy(() => import('./features/surveys/survey-page.tsx')), frame: 'desk', roles: workers },
  { path: '/surveys/:surveyId/responses/:responseId', page: lazy(() => import('./features/surveys/response-page.tsx')), frame: 'desk', roles: ['secretariat'] },
  { path: '/my/surveys/:surveyId', page: lazy(() => import('./features/surveys/answer-page.tsx')), frame: 'phone', roles: ['enterprise_contact'] },
  { path: '/services', page: lazy(() => import('./features/services/offers-page.tsx')), frame: 'desk', roles: workers },
  { path: '/services/new', page: lazy(() => import('./features/services/offer-form-page.tsx').then((module) => ({ default: module.NewOfferPage }))), frame: 'desk', roles: seatKeepers },
  { path: '/services/:offerId', page: lazy(() => import('./features/services/offer-page.tsx')), frame: 'desk', roles: workers },
  { path: '/services/:offerId/edit', page: lazy(() => import('./features/services/offer-form-page.tsx').then((module) => ({ default: module.EditOfferPage }))), frame: 'desk', roles: seatKeepers },
  { path: '/service-requests', page: lazy(() => import('./features/services/requests-page.tsx')), frame: 'desk', roles: [...seatKeepers, 'official'] },
  { path: '/service-requests/:requestId', page: lazy(() => import('./features/services/request-page.tsx')), frame: 'desk', roles: [...seatKeepers, 'official'] },
  { path: '/policies', page: lazy(() => import('./features/services/policies-page.tsx')), frame: 'desk', roles: workers },
  { path: '/policies/new', page: lazy(() => import('./features/services/policy-form-page.tsx').then((module) => ({ default: module.NewPolicyPage }))), frame: 'desk', roles: ['secretariat'] },
  { path: '/policies/:policyId', page: lazy(() => import('./features/services/policy-page.tsx')), frame: 'desk', roles: workers },
  { path: '/policies/:policyId/edit', page: lazy(() => import('./features/services/policy-form-page.tsx').then((module) => ({ default: module.EditPolicyPage }))), frame: 'desk', roles: ['secretariat'] },
  { path: '/burden', page: lazy(() => import('./features/services/burden-page.tsx')), frame: 'desk', roles: workers },
  { path: '/achievements', page: lazy(() => import('./features/technology/achievements/achievements-page.tsx')), frame: 'desk' },
  { path: '/achievements/new', page: lazy(() => import('./features/technology/achievements/achievement-form-page.tsx').then((module) => ({ default: module.NewAchievementPage }))), frame: 'desk', roles: ['secretariat', 'school_contact', 'platform_contact', 'enterprise_contact', 'park_contact', 'association_contact'] },
  { path: '/achievements/:achievementId', page: lazy(() => import('./features/technology/achievements/achievement-page.tsx')), frame: 'desk' },
  { path: '/achievements/:achievementId/edit', page: lazy(() => import('./features/technology/achievements/achievement-form-page.tsx').then((module) => ({ default: module.EditAchievementPage }))), frame: 'desk' },
  { path: '/teams/:teamId', page: lazy(() => import('./features/technology/achievements/team-page.tsx')), frame: 'desk', roles: workers },
  { path: '/introductions', page: lazy(() => import('./features/technology/introductions/introductions-page.tsx')), frame: 'desk', roles: workers },
  { path: '/introductions/:introductionId', page: lazy(() => import('./features/technology/introductions/introduction-page.tsx')), frame: 'desk', roles: workers },
  { path: '/answer-report', page: lazy(() => import('./features/technology/report-page.tsx')), frame: 'desk', roles: workers },
  { path: '/deals', page: lazy(() => import('./features/technology/deals/board-page.tsx')), frame: 'desk', roles: workers },
  { path: '/deals/:dealId', page: lazy(() => import('./features/technology/deals/deal-page.tsx')), frame: 'desk', roles: workers },
  { path: '/rules', page: lazy(() => import('./features/needs/rules-page.tsx')), frame: 'desk' },
  { path: '/lexicon', page: lazy(() => import('./features/lexicon/lexicon-page.tsx')), frame: 'desk', roles: workers },
  { path: '/students', page: lazy(() => import('./features/talent/students-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/students/:studentId', page: lazy(() => import('./features/talent/student-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/programmes', page: lazy(() => import('./features/talent/programmes-page.tsx')), frame: 'desk' },
  { path: '/programmes/:programmeId/posts', page: lazy(() => import('./features/needs/fits/fitting-posts-page.tsx')), frame: 'desk' },
  { path: '/teachers', page: lazy(() => import('./features/talent/teachers-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/codes', page: lazy(() => import('./features/talent/codes-page.tsx')), frame: 'desk' },
  { path: '/sign/:token', page: lazy(() => import('./features/agreements/phone/sign-page.tsx')), frame: 'phone', open: true },
  { path: '/my/agreements', page: lazy(() => import('./features/agreements/phone/my-agreements-page.tsx')), frame: 'phone' },
  { path: '/my/agreements/:agreementId', page: lazy(() => import('./features/agreements/phone/my-agreement-page.tsx')), frame: 'phone' },
  { path: '/agreements', page: lazy(() => import('./features/agreements/agreements-page.tsx')), frame: 'desk', roles: workers },
  { path: '/agreements/new', page: lazy(() => import('./features/agreements/agreement-form-page.tsx').then((module) => ({ default: module.NewAgreementPage }))), frame: 'desk', roles: seatKeepers },
  { path: '/agreements/:agreementId', page: lazy(() => import('./features/agreements/agreement-page.tsx')), frame: 'desk' },
  { path: '/agreements/:agreementId/edit', page: lazy(() => import('./features/agreements/agreement-form-page.tsx').then((module) => ({ default: module.EditAgreementPage }))), frame: 'desk', roles: seatKeepers },
  { path: '/agreements/:agreementId/scans/:scanId', page: lazy(() => import('./features/agreements/scan-page.tsx')), frame: 'desk', roles: workers },
  { path: '/agreement-slips', page: lazy(() => import('./features/agreements/slips-page.tsx')), frame: 'desk', roles: workers },
  { path: '/agreement-templates', page: lazy(() => import('./features/agreements/templates-page.tsx')), frame: 'desk', roles: workers },
  { path: '/agreement-templates/:kind', page: lazy(() => import('./features/agreements/template-page.tsx')), frame: 'desk', roles: workers },
  { path: '/agreement-templates/:kind/new', page: lazy(() => import('./features/agreements/template-page.tsx').then((module) => ({ default: module.NewTemplatePage }))), frame: 'desk', roles: ['secretariat', 'school_contact'] },
  { path: '/wishes', page: lazy(() => import('./features/rounds/student/home-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/rounds/:roundId', page: lazy(() => import('./features/rounds/student/wishes-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/rounds/:roundId/posts/:postId', page: lazy(() => import('./features/rounds/student/post-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/rounds/:roundId/letter', page: lazy(() => import('./features/rounds/student/letter-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/letters/:roundId/:studentId', page: lazy(() => import('./features/rounds/student/letter-page.tsx')), frame: 'phone' },
  { path: '/order-classes', page: lazy(() => import('./features/training/classes-page.tsx')), frame: 'desk', roles: ['secretariat', 'enterprise_contact', 'school_contact', 'teacher'] },
  { path: '/order-classes/new', page: lazy(() => import('./features/training/class-form-page.tsx').then((module) => ({ default: module.NewClassPage }))), frame: 'desk', roles: ['enterprise_contact'] },
  { path: '/order-classes/:classId', page: lazy(() => import('./features/training/class-page.tsx')), frame: 'desk', roles: ['secretariat', 'enterprise_contact', 'school_contact', 'teacher'] },
  { path: '/order-classes/:classId/edit', page: lazy(() => import('./features/training/class-form-page.tsx').then((module) => ({ default: module.EditClassPage }))), frame: 'desk', roles: ['enterprise_contact'] },
  { path: '/class-intakes/:intakeId', page: lazy(() => import('./features/training/intake-page.tsx')), frame: 'desk', roles: ['secretariat', 'enterprise_contact', 'school_contact', 'teacher'] },
  { path: '/class-intakes/:intakeId/classes/:classId', page: lazy(() => import('./features/training/applicants-page.tsx')), frame: 'desk', roles: ['secretariat', 'enterprise_contact', 'school_contact', 'teacher'] },
  { path: '/class-costs', page: lazy(() => import('./features/training/costs-page.tsx')), frame: 'plain', open: true },
  { path: '/my/classes', page: lazy(() => import('./features/training/student/classes-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/class-intakes/:intakeId', page: lazy(() => import('./features/training/student/choose-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/class-intakes/:intakeId/letter', page: lazy(() => import('./features/training/student/letter-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/class-places/:placeId', page: lazy(() => import('./features/training/student/place-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/subscriptions', page: lazy(() => import('./features/subscriptions/subscriptions-page.tsx')), frame: 'desk', roles: workers },
  { path: '/webhooks', page: lazy(() => import('./features/subscriptions/webhooks-page.tsx')), frame: 'desk', roles: seatKeepers },
  { path: '/webhooks/:webhookId', page: lazy(() => import('./features/subscriptions/deliveries-page.tsx')), frame: 'desk', roles: seatKeepers },
  { path: '/search', page: lazy(() => import('./features/search/search-page.tsx')), frame: 'desk' },
  { path: '/rounds', page: lazy(() => import('./features/rounds/desk/rounds-page.tsx')), frame: 'desk' },
  { path: '/rounds/new', page: lazy(() => import('./features/rounds/desk/round-form-page.tsx').then((module) => ({ default: module.NewRoundPage }))), frame: 'desk', roles: ['secretariat'] },
  { path: '/rounds/:roundId', page: lazy(() => import('./features/rounds/desk/round-page.tsx')), frame: 'desk' },
  { path: '/rounds/:roundId/rules', page: lazy(() => import('./features/rounds/rule/rules-page.tsx')), frame: 'desk', roles: ['secretariat'] },
  { path: '/rounds/:roundId/edit', page: lazy(() => import('./features/rounds/desk/round-form-page.tsx').then((module) => ({ default: module.EditRoundPage }))), frame: 'desk', roles: ['secretariat'] },
  { path: '/rounds/:roundId/posts/:postId/applicants', page: lazy(() => import('./features/rounds/desk/applicants-page.tsx')), frame: 'desk' },
  { path: '/rounds/:roundId/posts/:postId/report', page: lazy(() => import('./features/rounds/desk/report-page.tsx')), frame: 'desk' },
  { path: '/round-posts', page: lazy(() => import('./features/rounds/desk/my-posts-page.tsx')), frame: 'desk' },
  { path: '/help-requests', page: lazy(() => import('./features/rounds/desk/help-requests-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/my/help', page: lazy(() => import('./features/rounds/student/help-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/placements', page: lazy(() => import('./features/placements/desk/placements-page.tsx')), frame: 'desk', roles: interns },
  { path: '/placements/new', page: lazy(() => import('./features/placements/desk/placement-form-page.tsx').then((module) => ({ default: module.NewPlacementPage }))), frame: 'desk', roles: ['school_contact'] },
  { path: '/placements/:placementId', page: lazy(() => import('./features/placements/desk/placement-page.tsx')), frame: 'desk', roles: interns },
  { path: '/placements/:placementId/edit', page: lazy(() => import('./features/placements/desk/placement-form-page.tsx').then((module) => ({ default: module.EditPlacementPage }))), frame: 'desk', roles: ['school_contact'] },
  { path: '/placement-board', page: lazy(() => import('./features/placements/desk/board-page.tsx')), frame: 'desk', roles: interns },
  { path: '/units', page: lazy(() => import('./features/placements/units/units-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/units/:unitId', page: lazy(() => import('./features/placements/units/unit-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/units/:unitId/visit', page: lazy(() => import('./features/placements/units/visit-page.tsx')), frame: 'desk', roles: ['school_contact', 'teacher'] },
  { path: '/insurance-policies', page: lazy(() => import('./features/placements/insurance/policies-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/insurance-policies/:policyId', page: lazy(() => import('./features/placements/insurance/policy-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/safety-bank', page: lazy(() => import('./features/placements/safety/bank-page.tsx')), frame: 'desk', roles: ['school_contact', 'teacher'] },
  { path: '/placement-filings', page: lazy(() => import('./features/placements/filings/filings-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/placement-filings/:filingId', page: lazy(() => import('./features/placements/filings/filing-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/my/placement', page: lazy(() => import('./features/placements/mine/my-placement-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/placement/test', page: lazy(() => import('./features/placements/mine/test-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/internship', page: lazy(() => import('./features/placements/student/internship-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/logs/:week', page: lazy(() => import('./features/placements/student/log-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/tasks', page: lazy(() => import('./features/placements/student/tasks-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/pay', page: lazy(() => import('./features/placements/student/pay-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/mentor', page: lazy(() => import('./features/placements/student/mentor-page.tsx')), frame: 'phone', roles: ['mentor'] },
  { path: '/placement-logs', page: lazy(() => import('./features/placements/during/logs-page.tsx')), frame: 'desk', roles: ['school_contact', 'teacher'] },
  { path: '/placement-logs/:logId', page: lazy(() => import('./features/placements/during/log-record-page.tsx')), frame: 'desk', roles: ['school_contact', 'teacher'] },
  { path: '/placement-visits', page: lazy(() => import('./features/placements/during/visits-page.tsx')), frame: 'desk', roles: ['school_contact', 'teacher'] },
  { path: '/placements/:placementId/during', page: lazy(() => import('./features/placements/during/during-page.tsx')), frame: 'desk' },
  { path: '/pay', page: lazy(() => import('./features/placements/pay/pay-list-page.tsx')), frame: 'desk', roles: ['school_contact', 'teacher', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact'] },
  { path: '/pay-alarms', page: lazy(() => import('./features/placements/pay/alarms-page.tsx')), frame: 'desk', roles: ['school_contact', 'teacher'] },
  { path: '/pay-alarms/:alarmId', page: lazy(() => import('./features/placements/pay/alarm-page.tsx')), frame: 'desk', roles: ['school_contact', 'teacher'] },
  { path: '/my/way-out', page: lazy(() => import('./features/placements/way-out/home-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/way-out/report', page: lazy(() => import('./features/placements/way-out/report-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/way-out/change', page: lazy(() => import('./features/placements/way-out/change-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/way-out/complaint', page: lazy(() => import('./features/placements/way-out/complaint-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/assessment', page: lazy(() => import('./features/placements/assessment/my-assessment-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/complain', page: lazy(() => import('./features/placements/way-out/open-complaint-page.tsx')), frame: 'phone', open: true },
  { path: '/certificates', page: lazy(() => import('./features/placements/assessment/certificate-page.tsx')), frame: 'phone', open: true },
  { path: '/student-help', page: lazy(() => import('./features/placements/way-out/student-help-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/complaints', page: lazy(() => import('./features/placements/way-out/complaints-page.tsx')), frame: 'desk', roles: ['official'] },
  { path: '/complaints/:complaintId', page: lazy(() => import('./features/placements/way-out/complaint-record-page.tsx')), frame: 'desk', roles: ['official'] },
  { path: '/incidents', page: lazy(() => import('./features/placements/way-out/incidents-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact'] },
  { path: '/incidents/new', page: lazy(() => import('./features/placements/way-out/new-incident-page.tsx')), frame: 'phone' },
  { path: '/incidents/:incidentId', page: lazy(() => import('./features/placements/way-out/incident-page.tsx')), frame: 'desk' },
  { path: '/roll', page: lazy(() => import('./features/placements/way-out/roll-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/assessments', page: lazy(() => import('./features/placements/assessment/assessments-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact'] },
  { path: '/assessment-schemes', page: lazy(() => import('./features/placements/assessment/schemes-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/placements/:placementId/assessment', page: lazy(() => import('./features/placements/assessment/mark-page.tsx')), frame: 'phone' },
  { path: '/placements/:placementId/archive', page: lazy(() => import('./features/placements/assessment/archive-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact', 'teacher'] },
  { path: '/return-forms', page: lazy(() => import('./features/placements/assessment/returns-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact'] },
  { path: '/return-forms/:formId', page: lazy(() => import('./features/placements/assessment/return-page.tsx')), frame: 'desk', roles: ['secretariat', 'school_contact'] },
  { path: '/my/practice', page: lazy(() => import('./features/practice/phone/home-page.tsx')), frame: 'phone', roles: ['teacher'] },
  { path: '/my/practice/openings', page: lazy(() => import('./features/practice/phone/openings-page.tsx')), frame: 'phone', roles: ['teacher'] },
  { path: '/my/practice/new', page: lazy(() => import('./features/practice/phone/plan-form-page.tsx').then((module) => ({ default: module.NewPlanPage }))), frame: 'phone', roles: ['teacher', 'school_contact'] },
  { path: '/my/practice/plans/:planId', page: lazy(() => import('./features/practice/phone/plan-page.tsx')), frame: 'phone', roles: workers },
  { path: '/my/practice/plans/:planId/edit', page: lazy(() => import('./features/practice/phone/plan-form-page.tsx').then((module) => ({ default: module.EditPlanPage }))), frame: 'phone', roles: ['teacher', 'school_contact'] },
  { path: '/my/practice/plans/:planId/weeks/:weekOn', page: lazy(() => import('./features/practice/phone/week-page.tsx')), frame: 'phone', roles: ['teacher', 'school_contact'] },
  { path: '/practice', page: lazy(() => import('./features/practice/office/practice-page.tsx')), frame: 'desk', roles: workers },
  { path: '/practice/openings/new', page: lazy(() => import('./features/practice/office/opening-form-page.tsx').then((module) => ({ default: module.NewOpeningPage }))), frame: 'desk', roles: ['secretariat', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact'] },
  { path: '/practice/openings/:openingId', page: lazy(() => import('./features/practice/office/opening-page.tsx')), frame: 'desk', roles: workers },
  { path: '/practice/openings/:openingId/edit', page: lazy(() => import('./features/practice/office/opening-form-page.tsx').then((module) => ({ default: module.EditOpeningPage }))), frame: 'desk', roles: ['secretariat', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact'] },
  { path: '/practice/plans/:planId', page: lazy(() => import('./features/practice/office/plan-page.tsx')), frame: 'desk', roles: workers },
  { path: '/practice/plans/:planId/paper', page: lazy(() => import('./features/practice/office/paper-page.tsx')), frame: 'desk', roles: workers },
  { path: '/practice/teachers/:teacherId', page: lazy(() => import('./features/practice/office/teacher-page.tsx')), frame: 'desk', roles: ['school_contact', 'teacher'] },
  { path: '/my/mentoring', page: lazy(() => import('./features/mentors/phone/home-page.tsx')), frame: 'phone', roles: ['mentor'] },
  { path: '/my/mentoring/profile', page: lazy(() => import('./features/mentors/phone/profile-page.tsx')), frame: 'phone', roles: ['mentor'] },
  { path: '/my/mentoring/needs/:needId', page: lazy(() => import('./features/mentors/phone/need-page.tsx')), frame: 'phone', roles: ['mentor'] },
  { path: '/my/mentoring/:mentorshipId', page: lazy(() => import('./features/mentors/phone/record-page.tsx')), frame: 'phone' },
  { path: '/my/mentoring/:mentorshipId/certificate', page: lazy(() => import('./features/mentors/phone/certificate-page.tsx')), frame: 'phone', roles: ['mentor'] },
  { path: '/mentors', page: lazy(() => import('./features/mentors/office/mentors-page.tsx')), frame: 'desk', roles: workers },
  { path: '/mentors/invite', page: lazy(() => import('./features/mentors/office/invite-page.tsx')), frame: 'desk', roles: ['school_contact'] },
  { path: '/mentors/needs/new', page: lazy(() => import('./features/mentors/office/need-form-page.tsx').then((module) => ({ default: module.NewNeedPage }))), frame: 'desk', roles: ['school_contact'] },
  { path: '/mentors/needs/:needId', page: lazy(() => import('./features/mentors/office/need-page.tsx')), frame: 'desk', roles: workers },
  { path: '/mentors/needs/:needId/edit', page: lazy(() => import('./features/mentors/office/need-form-page.tsx').then((module) => ({ default: module.EditNeedPage }))), frame: 'desk', roles: ['school_contact'] },
  { path: '/mentors/:mentorshipId', page: lazy(() => import('./features/mentors/office/record-page.tsx')), frame: 'desk' },
  { path: '/mentors/:mentorshipId/certificate', page: lazy(() => import('./features/mentors/office/certificate-page.tsx')), frame: 'desk', roles: ['school_contact'] },
  { path: '/mentor-notices', page: lazy(() => import('./features/mentors/open/notices-page.tsx')), frame: 'phone', open: true },
  { path: '/mentor-notices/:mentorshipId', page: lazy(() => import('./features/mentors/open/notice-page.tsx')), frame: 'phone', open: true },
  { path: '/mentor-certificates', page: lazy(() => import('./features/mentors/open/verify-page.tsx')), frame: 'phone', open: true },
  { path: '/mentor-certificates/:code', page: lazy(() => import('./features/mentors/open/verify-page.tsx')), frame: 'phone', open: true },
  ...developmentPages(),
]

/** Every component, to look at; not in what is shipped. */
function developmentPages(): readonly PageEntry[] {
  if (!import.meta.env.DEV) return []
  return [
    { path: '/_kit', page: lazy(() => import('./kit/kit-page.tsx')), frame: 'desk', open: true },
    { path: '/_kit/phone', page: lazy(() => import('./kit/phone-parts.tsx')), frame: 'phone', open: true },
  ]
}

/** Where one lands: everybody who works, on what waits for them. */
const homeOf = (role: string | undefined) => (role === 'student' ? '/wishes' : role === 'mentor' ? '/my/mentoring' : '/inbox')

export function App() {
  const [location] = useLocation()
  const { parser } = useRouter()
  const entry = pages.find(({ path }) => matchRoute(parser, path, location)[0])
  const Frame = entry && entry.frame !== 'desk' ? Bare : Desk

  // A new page begins at its top, and its heading is read out; a change of filters is no new page.
  useEffect(() => {
    window.scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [location])

  const content = (
    <CrashGuard key={entry?.path}>
      <Suspense fallback={<Skeleton />}>{entry ? <Route path={entry.path} component={entry.page} /> : location === '/' ? <Home /> : <MissingPage />}</Suspense>
    </CrashGuard>
  )
  return (
    <Suspense fallback={<Skeleton />}>
      {entry?.open ? (
        <Frame>{content}</Frame>
      ) : (
        <SignedIn roles={entry?.roles} frame={Frame}>
          {content}
        </SignedIn>
      )}
    </Suspense>
  )
}

function Home() {
  const { data } = useSessionQuery()
  return <Redirect to={homeOf(data?.seat?.role)} replace />
}

type SignedInProps = { roles?: readonly Role[]; frame: ComponentType<{ children: ReactNode }>; children: ReactNode }

function SignedIn({ roles, frame: Frame, children }: SignedInProps) {
  const session = useSessionQuery()
  const [, navigate] = useLocation()
  const halfway = session.data && session.data.secondFactor !== 'done'
  const signedOut = halfway || (session.error && 'code' in session.error && session.error.code === 'not_signed_in')

  useEffect(() => {
    if (signedOut) navigate(signInAddress(), { replace: true })
  }, [signedOut, navigate])

  if (signedOut) return null
  if (session.isError && !session.data) {
    return (
      <Frame>
        <Refused error={session.error} onRetry={() => void session.refetch()} />
      </Frame>
    )
  }
  if (!session.data) return <Skeleton />
  const role = session.data.seat?.role
  return <Frame>{!roles || (role && roles.includes(role as Role)) ? children : <MissingPage />}</Frame>
}
