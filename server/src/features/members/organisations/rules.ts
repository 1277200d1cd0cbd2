import { readCreditCode, readMobile, type Fault } from '@silian/algorithms/identifiers'

/** A credit code with its check character verified, or the fault by name. */
export const readUscc = (raw: string): { code: string } | Fault => readCreditCode(raw)

/** A mobile number in one form; anything else as it was typed. */
export function tidyPhone(raw: string): string {
  const reading = readMobile(raw)
  return 'fault' in reading ? raw.trim() : reading.mobile
}

/** 138＊＊＊＊0000, 0757-8＊＊＊＊67: enough to know it again, not to call. */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null
  const digits = [...phone.replace(/^\+86/, '')]
  if (digits.length < 7) return '＊＊＊＊'
  const start = digits.length >= 11 ? 3 : 2
  const end = digits.length >= 11 ? 4 : 2
  return `${digits.slice(0, start).join('')}${'＊'.repeat(4)}${digits.slice(-end).join('')}`
}

/** w＊＊＊@example.cn */
export function maskEmail(email: string | null): string | null {
  if (email === null) return null
  const [name = '', domain = ''] = email.split('@')
  return `${[...name].slice(0, 1).join('')}＊＊＊@${domain}`
}

/** 杨＊梅, 李＊ */
export function maskName(name: string | null): string | null {
  if (name === null) return null
  const letters = [...name]
  if (letters.length <= 1) return name
  if (letters.length === 2) return `${letters[0]}＊`
  return `${letters[0]}${'＊'.repeat(letters.length - 2)}${letters.at(-1)}`
}

/** Lower case and without what nobody types: what a name is found by. */
export const searchKey = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/[\s()（）·,，.。\-—]/g, '')
