import { hasRole, type Actor } from '../../kernel/actor.ts'

/** Students and teachers come from their own school; posts from the firm or who speaks for it; organisations from the office. */
const rolesOf = {
  organisations: ['secretariat'],
  students: ['secretariat', 'school_contact'],
  teachers: ['secretariat', 'school_contact'],
  posts: ['secretariat', 'enterprise_contact', 'association_contact', 'park_contact', 'platform_contact'],
  problems: ['secretariat', 'enterprise_contact', 'association_contact', 'park_contact', 'platform_contact'],
} as const

export const mayImportKind = (actor: Actor, { kind }: { kind: keyof typeof rolesOf }) => hasRole(actor, ...rolesOf[kind])

type Seat = { accountId: string; role: string; organisationId: string | null; allianceId: string | null }

/** Only who brought the file, and from the same seat. */
export const mayHandleImport = (actor: Actor, found: Seat) =>
  found.accountId === actor.accountId && found.role === actor.role && found.organisationId === actor.organisationId && found.allianceId === actor.allianceId
