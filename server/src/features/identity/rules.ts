import type { RefusalCode } from '../../contract/refusals.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A session ends after this long, used or not. */
export const sessionLasts = 12 * hour
/** Between the password and the second factor. */
export const halfwayLasts = 15 * minute
/** A session that nobody uses ends; the secretariat's sooner, because it may do more. */
export const idleMinutes = (role: string) => (role === 'secretariat' ? 15 : 30)

export const isIdle = (role: string, lastSeenAt: Date, now: Date) => now.getTime() - lastSeenAt.getTime() >= idleMinutes(role) * minute

/** Staff prove themselves twice. Students use shared phones and have nothing to approve: a password is enough, more is welcome. */
export const isStaff = (role: string) => role !== 'student'

export const invitationLasts = 7 * day
export const studentCodeLasts = 30 * day

const kindOfRole: Record<string, string> = {
  enterprise_contact: 'enterprise',
  school_contact: 'school',
  teacher: 'school',
  student: 'school',
  park_contact: 'park',
  association_contact: 'association',
  platform_contact: 'innovation_platform',
  official: 'government',
  mentor: 'enterprise',
}

/** A school has no enterprise's contact. */
export const fitsKind = (role: string, organisationKind: string) => kindOfRole[role] === organisationKind

/** Capital letters and digits that are not mistaken for one another when read from paper. */
const readable = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** `bytes` are random; 32 letters, so each byte gives five bits without bias. */
export const codeFrom = (bytes: Uint8Array) => [...bytes].map((byte) => readable[byte % 32]).join('')

/** As people type what they read: small letters, spaces and hyphens do not matter. */
export const normalCode = (typed: string) => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

export const inGroupsOf = (size: number, code: string) => code.match(new RegExp(`.{1,${size}}`, 'g'))!.join('-')

/** Sign-in takes the login, the e-mail address or the mobile number. */
export function normalLogin(typed: string): string {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const mobile = /^(?:\+?86)?[\s-]?(1[3-9]\d)[\s-]?(\d{4})[\s-]?(\d{4})$/.exec(text)
  return mobile ? `+86${mobile.slice(1).join('')}` : text
}

export const passwordLeast = 10

/** Why this password must be refused, or null. Rule 5.15. */
export function whyNotPassword(password: string, owner: { login: string; name: string }): RefusalCode | null {
  if ([...password].length < passwordLeast) return 'password_short'
  if (classesOf(password) < 3) return 'password_simple'
  const plain = withoutDisguise(password)
  const own = [owner.login.toLowerCase(), owner.login.split('@')[0]!.toLowerCase(), owner.name.toLowerCase()].map(withoutDisguise)
  if (own.some((part) => isTelling(part) && plain.includes(part))) return 'password_personal'
  if (restOf(plain).length < 4) return 'password_common'
  return null
}

/** Two Chinese characters are a whole name; two letters are in every other word. */
const isTelling = (part: string) => part.length >= (/\p{Script=Han}/u.test(part) ? 2 : 3)

const classesOf = (password: string) => [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(password)).length

const withoutDisguise = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll('!', 'i')

/** What everybody tries first, longest first. A password that is little else is no password. */
const common = `
  administrator passwordpassword 1qaz2wsx3edc qwertyuiop 1q2w3e4r5t iloveyou password passwort p4ssw0rd passw0rd pa55word
  1qaz2wsx zaq12wsx qazwsxedc asdfghjkl zxcvbnm changeme letmein welcome sunshine princess football baseball dragon monkey
  woaini1314 5201314 woaini wodemima mima nihao zhongguo nanhai foshan guangdong silian xuesheng xuexiao laoshi
  qwerty asdfgh abcdef abcabc abc123 a1b2c3 admin root test user guest login master abcd abc qaz wsx asd zxc
  0123456789 1234567890 9876543210 123456789 987654321 12345678 1234567 123456 654321 12345 54321 1234 4321 123 321
`
  .trim()
  .split(/\s+/)
  .sort((one, other) => other.length - one.length)

/** What is left when common words, years, repeated characters and signs are taken away. */
function restOf(plain: string): string {
  let rest = plain.replaceAll(/(.)\1{2,}/gu, '')
  for (const word of common) rest = rest.replaceAll(word, ' ')
  return rest.replaceAll(/(?:19|20)\d\d/g, ' ').replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Rule 5.15: whoever administers changes the password every 90 days. */
export const isPasswordOld = (role: string, changedAt: Date | null, now: Date) =>
  role === 'secretariat' && changedAt !== null && now.getTime() - changedAt.getTime() > 90 * day
