export type Role =
  | 'secretariat' | 'enterprise_contact' | 'school_contact' | 'teacher' | 'student'
  | 'park_contact' | 'association_contact' | 'platform_contact' | 'official' | 'mentor'

/** Who gives and takes back seats. */
export const seatKeepers: readonly Role[] = ['secretariat', 'enterprise_contact', 'school_contact', 'park_contact', 'association_contact', 'platform_contact']

/** Everybody who works here. */
export const workers: readonly Role[] = [...seatKeepers, 'teacher', 'official']

/** Those who have a part in internships, at a desk. */
export const interns: readonly Role[] = [...seatKeepers, 'teacher']
