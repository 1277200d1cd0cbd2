export const roles = [
  'secretariat',
  'enterprise_contact',
  'school_contact',
  'teacher',
  'student',
  'park_contact',
  'association_contact',
  'platform_contact',
  'official',
  'mentor',
] as const
export type Role = (typeof roles)[number]

/** Who acts, in which seat. A person with several seats acts in one at a time. */
export type Actor = {
  accountId: string
  name: string
  role: Role
  /** The organisation acted for; null for the secretariat of an alliance, and for a mentor, who works at a firm but speaks for nobody. */
  organisationId: string | null
  /** The alliance whose secretariat this is; null otherwise. */
  allianceId: string | null
  studentId: string | null
  sessionId: string
  locale: 'zh-Hans' | 'zh-Hant' | 'en'
}

export const hasRole = (actor: Actor, ...wanted: Role[]) => wanted.includes(actor.role)

/** The system itself: nightly jobs and the worker. */
export const isAtOrganisation = (actor: Actor, organisationId: string | null) => organisationId !== null && actor.organisationId === organisationId
