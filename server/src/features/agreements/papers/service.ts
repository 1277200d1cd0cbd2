import { randomBytes } from 'node:crypto'
import QRCode from 'qrcode'
import { say } from '@silian/words'
import { digestOf } from '../../../kernel/secrets.ts'
import { setting } from '../../../kernel/setting.ts'
import { pdfOf } from '../../../kernel/paper/paper.ts'
import { codeFrom, inGroupsOf, normalCode } from '../../identity/rules.ts'
import type { Party } from '../parties/tables.ts'
import { chineseDay, linesOf } from '../rules.ts'
import type { Agreement } from '../tables.ts'

const length = 10
/** Two letters that only this installation can write: a code that was mistyped or made up is noticed without looking it up. */
const checkOf = (first: string) => codeFrom(digestOf(`agreement code:${first}`).subarray(0, 2))

/** What is printed on a paper, and finds its record again. */
export function newPaperCode(): string {
  const first = codeFrom(randomBytes(length))
  return first + checkOf(first)
}
/** As printed or typed; null for one that this installation never wrote. */
export function paperCodeFrom(typed: string): string | null {
  const code = normalCode(typed)
  return code.length === length + 2 && checkOf(code.slice(0, length)) === code.slice(length) ? code : null
}
export const shownCode = (code: string) => inGroupsOf(4, code)

/** How much of the text's hash goes into the code on the paper: enough to tell one text from another. */
const printedHash = 16
export const verificationLink = ({ code, textHash }: Pick<Agreement, 'code' | 'textHash'>) => `${setting().origin}/verify/${code}?h=${textHash!.toString('hex').slice(0, printedHash)}`

/** What a code on a photograph says: our link with code and hash, or the short code alone. */
export function readLink(text: string): { code: string; hash: string | null } | null {
  const link = /\/verify\/([A-Za-z0-9-]{12,16})(?:\?h=([0-9a-f]{16}))?$/.exec(text.trim())
  if (link) return { code: link[1]!, hash: link[2] ?? null }
  return /^[A-Za-z0-9-]{12,16}$/.test(text.trim()) ? { code: text.trim(), hash: null } : null
}

const paperWord = (key: string, params: Record<string, string> = {}) => say('zh-Hans', `agreements:paper.${key}`, params)!

/** The text as it is signed, on A4: with room for hand and seal where somebody has yet to sign. Always in Chinese: it is the document. */
export async function paperOf(agreement: Agreement, parties: readonly Party[], labelOf: (role: string) => string): Promise<{ name: string; mediaType: string; bytes: Buffer; inline: boolean }> {
  const hash = agreement.textHash!.toString('hex')
  const bytes = await pdfOf({
    template: 'agreement',
    at: agreement.openedAt!,
    data: {
      title: agreement.title,
      code: shownCode(agreement.code),
      qr: await QRCode.toString(verificationLink(agreement), { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }),
      foot: [paperWord('number', { number: agreement.number }), paperWord('hash', { hash: inGroupsOf(8, hash.slice(0, 32)).replaceAll('-', ' ') }), paperWord('verify', { link: `${setting().origin}/verify` })],
      lines: linesOf(agreement.text!, agreement.sections),
      parties: parties.map((party) => ({
        label: labelOf(party.role),
        name: party.name,
        byline: paperWord(party.kind === 'organisation' ? 'bylineHouse' : 'byline'),
        seal: party.kind === 'organisation',
        signed: party.signedOn ? paperWord(party.method!, { name: party.signedBy!, day: chineseDay(party.signedOn) }) : null,
      })),
    },
  })
  return { name: `${agreement.number} ${agreement.title}.pdf`, mediaType: 'application/pdf', bytes, inline: true }
}
