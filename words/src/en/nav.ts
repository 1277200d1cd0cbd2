import type { Shape } from '../shape.ts'
import type { nav as chinese } from '../zh-Hans/nav.ts'

export const nav: Shape<typeof chinese> = {
  label: 'Main navigation',
  groups: { governance: 'Governance', education: 'Education chain', talent: 'Talent chain', industry: 'Industry chain', innovation: 'Innovation chain', shared: 'Shared' },
  inbox: 'To do',
  needs: 'Needs',
  problemQueue: 'Technology managers',
  members: 'Members',
  myOrganisation: 'My organisation',
  applications: 'Applications',
  schools: 'Schools and majors',
  programmes: 'Majors and classes',
  teachers: 'Teachers',
  codes: 'Code tables',
  lexicon: 'Lexicon',
  rules: 'Rules',
  students: 'Students',
  roundPosts: 'Scoring',
  helpRequests: 'Help requests',
  rounds: 'Rounds',
  placements: 'Placements',
  posts: 'Posts',
  enterprises: 'Enterprises and parks',
  imports: 'Import and export',
  audit: 'Log of actions',
  accounts: 'Accounts and seats',
}
