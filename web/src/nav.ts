import type { WordKey } from '@silian/words'
import type { NavGroup } from './ui/desk-frame.tsx'

export type Role =
  | 'secretariat' | 'enterprise_contact' | 'school_contact' | 'teacher' | 'student'
  | 'park_contact' | 'association_contact' | 'platform_contact' | 'official'

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
  { entries: [] },
  { word: 'nav:groups.governance', entries: [] },
  { word: 'nav:groups.education', chain: 'education', entries: [] },
  { word: 'nav:groups.talent', chain: 'talent', entries: [] },
  { word: 'nav:groups.industry', chain: 'industry', entries: [] },
  { word: 'nav:groups.innovation', chain: 'innovation', entries: [] },
  { word: 'nav:groups.shared', entries: [] },
]
