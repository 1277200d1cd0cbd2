import { cleanText, toHalfWidth } from './reading/text.ts'
import { isDay } from './reading/calendar.ts'

/**
 * The numbers by which organisations and people are known in China (SPEC I1–I29). Nothing is ever repaired by guessing:
 * spaces, width and case are made plain, everything else is a fault with its reason.
 */

export const identifierFaults = [
  'credit_code_length', 'credit_code_character', 'credit_code_check', 'credit_code_cut',
  'identity_length', 'identity_15_digits', 'identity_17_digits', 'identity_character', 'identity_letter', 'identity_check', 'identity_cut',
  'identity_date', 'identity_future', 'identity_age',
  'mobile_length', 'mobile_character', 'mobile_prefix', 'mobile_cut', 'mobile_landline', 'mobile_foreign',
] as const
export type IdentifierFault = (typeof identifierFaults)[number]
export type Fault = { fault: IdentifierFault; params: Record<string, string | number> }

const fault = (code: IdentifierFault, params: Record<string, string | number> = {}): Fault => ({ fault: code, params })

/** Half width, upper case, without spaces, hyphens and the apostrophe with which Excel marks text. */
const compact = (raw: string) =>
  toHalfWidth(cleanText(raw)).replace(/^['’‘`]+/, '').normalize('NFKC').replace(/[\s\-–—_]/g, '').toUpperCase()

/** Excel keeps 15 digits: a longer number that was not text comes back as `4.40524E+17` or with zeros at the end. */
const isScientific = (text: string) => /^\d(?:\.\d+)?E\+?\d{1,2}$/.test(text)

// Unified social credit code, GB 32100-2015

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The check character of the first 17 characters; null when one of them is not of the alphabet. */
export function creditCodeCheck(first17: string): string | null {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = creditAlphabet.indexOf(first17[i] ?? ' ')
    if (value < 0) return null
    sum += value * creditWeights[i]!
  }
  return creditAlphabet[(31 - (sum % 31)) % 31]!
}

/**
 * A unified social credit code, 18 characters. `warning` says that the organisation code inside (positions 9–17, GB 11714) does
 * not check: later codes need not, so it never refuses.
 */
export function readCreditCode(raw: string): { code: string; warning: 'organisation_code_check' | null } | Fault {
  const code = compact(raw)
  if (isScientific(toHalfWidth(raw).trim().toUpperCase())) return fault('credit_code_cut')
  if (code.length !== 18) return fault('credit_code_length', { length: code.length, expected: 18 })
  for (let i = 0; i < 18; i++) {
    if (!creditAlphabet.includes(code[i]!)) return fault('credit_code_character', { position: i + 1, character: code[i]! })
  }
  if (creditCodeCheck(code) !== code[17]) return fault(/^\d{15}000$/.test(code) ? 'credit_code_cut' : 'credit_code_check')
  return { code, warning: isOrganisationCode(code.slice(8, 17)) ? null : 'organisation_code_check' }
}

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** Organisation code, GB 11714: 8 characters and a check character, without the hyphen. */
export function isOrganisationCode(code: string): boolean {
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false
  let sum = 0
  for (let i = 0; i < 8; i++) sum += Number.parseInt(code[i]!, 36) * organisationWeights[i]!
  const check = 11 - (sum % 11)
  return code[8] === (check === 10 ? 'X' : check === 11 ? '0' : String(check))
}

// Resident identity number, GB 11643-1999

export type IdentityKind = 'resident' | 'hong_kong' | 'macao' | 'taiwan' | 'foreigner'
export type Identity = { number: string; kind: IdentityKind; birth: string; sex: 'male' | 'female'; age: number }

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The check character of the first 17 digits. */
export function identityCheck(first17: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(first17[i]) * identityWeights[i]!
  return '10X98765432'[sum % 11]!
}

/**
 * A resident identity number or an 18-digit residence permit (81 Hong Kong, 82 Macao, 83 Taiwan, 9 foreigner). Unknown division
 * codes are valid: old ones stay on old cards. `today` is an ISO date; a birth after it, or more than 120 years before, is a fault.
 */
export function readIdentityNumber(raw: string, today: string): Identity | Fault {
  const number = compact(raw).replace(/[×Х]$/, 'X') // the multiplication sign and the Cyrillic letter look like X on a phone
  if (isScientific(toHalfWidth(raw).trim().toUpperCase())) return fault('identity_cut')
  if (/^\d{15}$/.test(number)) return fault('identity_15_digits')
  if (/^\d{17}$/.test(number)) return fault('identity_17_digits')
  if (number.length !== 18) return fault('identity_length', { length: number.length, expected: 18 })
  const odd = /[^0-9]/.exec(number.slice(0, 17)) ?? (/[0-9X]/.test(number[17]!) ? null : { index: 17 })
  if (odd) {
    const character = number[odd.index]!
    return fault(/[OQIL]/.test(character) ? 'identity_letter' : 'identity_character', { position: odd.index + 1, character })
  }
  const checks = identityCheck(number) === number[17]
  if (!checks && number.endsWith('000')) return fault('identity_cut')
  const [year, month, day] = [Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14))]
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(year, month, day)) return fault('identity_date', { date: number.slice(6, 14) })
  if (birth > today) return fault('identity_future', { date: birth })
  const age = ageOn(birth, today)
  if (age > 120) return fault('identity_age', { age })
  if (!checks) return fault('identity_check')
  return { number, kind: kindOf(number), birth, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female', age }
}

const kindOf = (number: string): IdentityKind =>
  number.startsWith('81') ? 'hong_kong' : number.startsWith('82') ? 'macao' : number.startsWith('83') ? 'taiwan' : number.startsWith('9') ? 'foreigner' : 'resident'

/** Full years between two ISO dates. Born on 29 February: a year older on 1 March of other years. */
export function ageOn(birth: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4))
  return today.slice(5) < birth.slice(5) ? years - 1 : years
}

// Mobile number

/** A mainland mobile number, as `+86…`. The prefix does not prove the operator, so it is not looked at further. */
export function readMobile(raw: string): { mobile: string } | Fault {
  const written = toHalfWidth(cleanText(raw)).replace(/^['’‘`]+/, '')
  if (isScientific(written.toUpperCase())) return fault('mobile_cut')
  const bare = written.replace(/[\s\-–—().·]/g, (mark, at: number) => (mark === '.' && /^\.0+$/.test(written.slice(at)) ? '.' : '')).replace(/\.0+$/, '')
  const foreign = /^(?:\+|00)(?!86)(\d{1,3})/.exec(bare)
  if (foreign) return fault('mobile_foreign', { code: foreign[1]! })
  const number = bare.replace(/^(?:\+|00)86|^86(?=1\d{10}$)/, '')
  const odd = /[^0-9]/.exec(number)
  if (odd) return fault('mobile_character', { position: odd.index + 1, character: odd[0] })
  if (/^0\d{9,11}$/.test(number) || /^[2-8]\d{6,7}$/.test(number)) return fault('mobile_landline')
  if (number.length !== 11) return fault('mobile_length', { length: number.length, expected: 11 })
  if (!/^1[3-9]/.test(number)) return fault('mobile_prefix', { prefix: number.slice(0, 2) })
  return { mobile: `+86${number}` }
}

// Masks: what a page shows until somebody with a reason asks

const star = '＊'

/** `杨雪梅` → `杨＊梅`, `杨梅` → `杨＊`; the dot of a name and spaces stay. */
export function maskName(name: string): string {
  const characters = [...name.trim()]
  const last = characters.length - 1
  return characters.map((character, at) => (/[·\s]/.test(character) || at === 0 || (at === last && last > 1) ? character : star)).join('')
}

/** `+8613800000000` → `138＊＊＊＊0000`. */
export function maskMobile(mobile: string): string {
  const number = mobile.replace(/^\+86/, '')
  return number.length === 11 ? `${number.slice(0, 3)}${star.repeat(4)}${number.slice(7)}` : star.repeat(number.length)
}

/** First four and last three of an identity number. */
export function maskIdentityNumber(number: string): string {
  return number.length > 10 ? `${number.slice(0, 4)}${star.repeat(number.length - 7)}${number.slice(-3)}` : star.repeat(number.length)
}
