import type { WordKey } from '@silian/words'
import { seatKeepers, workers, type Role } from './roles.ts'
import type { NavGroup } from './ui/desk-frame.tsx'

export type NavEntry = {
  /** Below /app. */
  href: string
  word: Extract<WordKey, `nav:${string}`>
  /** Who has it in the navigation; everybody when left out. Whether they may is the server's answer. */
  roles?: readonly Role[]
  /** Which count of `useOwed` stands beside it. */
  owed?: 'inbox'
}
type Group = { word?: Extract<WordKey, `nav:groups.${string}`>; chain?: NavGroup['chain']; entries: readonly NavEntry[] }

/** The left-hand navigation, in order. A new noun is one line; groups without entries do not show. */
export const nav: readonly Group[] = [
  { entries: [{ href: '/inbox', word: 'nav:inbox', owed: 'inbox' }, { href: '/needs', word: 'nav:needs' }] },
  { word: 'nav:groups.governance', entries: [
      { href: '/members', word: 'nav:members' },
      { href: '/agreements', word: 'nav:agreements', roles: [...seatKeepers, 'teacher'] },
      { href: '/my-organisation', word: 'nav:myOrganisation', roles: ['enterprise_contact', 'school_contact', 'park_contact', 'association_contact', 'platform_contact', 'official'] },
    ] },
  { word: 'nav:groups.education', chain: 'education', entries: [
      { href: '/students', word: 'nav:students', roles: ['secretariat', 'school_contact', 'teacher'] },
      { href: '/programmes', word: 'nav:programmes' },
      { href: '/teachers', word: 'nav:teachers', roles: ['secretariat', 'school_contact', 'teacher'] },
      { href: '/my/practice', word: 'nav:myPractice', roles: ['teacher'] },
      { href: '/practice', word: 'nav:practice', roles: [...seatKeepers, 'official'] },
      { href: '/mentors', word: 'nav:mentors', roles: seatKeepers },
    ] },
  {
    word: 'nav:groups.talent',
    chain: 'talent',
    entries: [
      { href: '/rounds', word: 'nav:rounds' },
      { href: '/order-classes', word: 'nav:orderClasses', roles: ['secretariat', 'enterprise_contact', 'school_contact', 'teacher'] },
      { href: '/surveys', word: 'nav:surveys', roles: workers },
      { href: '/placements', word: 'nav:placements', roles: [...seatKeepers, 'teacher'] },
      { href: '/assistance', word: 'nav:assistance', roles: workers },
      { href: '/units', word: 'nav:units', roles: ['secretariat', 'school_contact', 'teacher'] },
      { href: '/placement-logs', word: 'nav:placementLogs', roles: ['school_contact', 'teacher'] },
      { href: '/placement-visits', word: 'nav:placementVisits', roles: ['school_contact', 'teacher'] },
      { href: '/pay', word: 'nav:pay', roles: ['school_contact', 'teacher', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact'] },
      { href: '/pay-alarms', word: 'nav:payAlarms', roles: ['school_contact', 'teacher'] },
      { href: '/round-posts', word: 'nav:roundPosts', roles: ['enterprise_contact', 'association_contact', 'park_contact'] },
      { href: '/student-help', word: 'nav:studentHelp', roles: ['secretariat', 'school_contact', 'teacher'] },
      { href: '/complaints', word: 'nav:complaints', roles: ['official'] },
      { href: '/incidents', word: 'nav:incidents', roles: ['secretariat', 'school_contact', 'teacher', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact'] },
      { href: '/roll', word: 'nav:roll', roles: ['secretariat', 'school_contact', 'teacher'] },
      { href: '/assessments', word: 'nav:assessments', roles: ['secretariat', 'school_contact', 'teacher', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact'] },
      { href: '/assessment-schemes', word: 'nav:schemes', roles: ['secretariat', 'school_contact', 'teacher'] },
      { href: '/return-forms', word: 'nav:returns', roles: ['secretariat', 'school_contact'] },
      { href: '/help-requests', word: 'nav:helpRequests', roles: ['secretariat', 'school_contact', 'teacher'] },
    ],
  },
  { word: 'nav:groups.industry', chain: 'industry', entries: [
      { href: '/services', word: 'nav:services', roles: workers },
      { href: '/service-requests', word: 'nav:serviceRequests', roles: [...seatKeepers, 'official'] },
      { href: '/policies', word: 'nav:policies', roles: workers },
      { href: '/burden', word: 'nav:burden', roles: workers },
    ] },
  { word: 'nav:groups.innovation', chain: 'innovation', entries: [{ href: '/achievements', word: 'nav:achievements', roles: workers }, { href: '/introductions', word: 'nav:introductions', roles: seatKeepers }, { href: '/deals', word: 'nav:deals', roles: seatKeepers }, { href: '/problem-queue', word: 'nav:problemQueue', roles: ['secretariat', 'platform_contact'] }] },
  { word: 'nav:groups.shared', entries: [{ href: '/rules', word: 'nav:rules' }, { href: '/codes', word: 'nav:codes' }, { href: '/lexicon', word: 'nav:lexicon', roles: workers }, { href: '/imports', word: 'nav:imports', roles: ['secretariat', 'school_contact', 'enterprise_contact', 'association_contact', 'park_contact', 'platform_contact'] }, { href: '/people', word: 'nav:accounts', roles: seatKeepers }, { href: '/webhooks', word: 'nav:webhooks', roles: seatKeepers }, { href: '/subscriptions', word: 'nav:subscriptions', roles: workers }] },
]
