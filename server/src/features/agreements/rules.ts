import type { RefusalCode } from '../../contract/refusals.ts'

export type Section = { code: string; title: string; text: string; required: boolean }
export type Fault = { path: string[]; code: string }

/** {{name}} in a section stands for a fact. */
const hole = /\{\{\s*([a-zA-Z]+)\s*\}\}/g
export const filled = (text: string, facts: Readonly<Record<string, string>>) => text.replaceAll(hole, (whole, name: string) => facts[name]?.trim() || whole)
export const holesIn = (text: string) => [...text.matchAll(hole)].map(([, name]) => name!)

/** Words that only hold a place. */
const placeholders = ['待定', '待补', '待补充', '略', '空', 'tbd', '另行约定']
/** Strokes and spaces are no words. */
const bare = (text: string) => text.replaceAll(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '').toLowerCase()
export const isEmpty = (text: string) => bare(text) === '' || placeholders.includes(bare(text))

/** Rule 1.13: what a student signs is signed before it begins. */
const beforeTheStart: readonly string[] = ['consent', 'three_party', 'apprenticeship']
export const isSignedBeforeStart = (kind: string) => beforeTheStart.includes(kind)
export const whyNotSignOn = (agreement: { kind: string; startsOn: string | null }, day: string): RefusalCode | null =>
  isSignedBeforeStart(agreement.kind) && agreement.startsOn !== null && day > agreement.startsOn ? 'signed_after_start' : null

/** Who at least signs. */
const partiesNeeded: Readonly<Record<string, readonly string[]>> = {
  consent: ['student'],
  own_choice: ['student'],
  three_party: ['organisation', 'organisation', 'student'],
  apprenticeship: ['organisation', 'organisation', 'student'],
  order_class: ['organisation', 'organisation'],
  cooperation: ['organisation', 'organisation'],
  assistance: ['organisation', 'organisation'],
  practice: ['organisation', 'organisation'],
  mentor: ['organisation'],
  other: [],
}
const withTerm: readonly string[] = ['consent', 'three_party', 'apprenticeship', 'order_class', 'cooperation', 'practice', 'mentor', 'assistance']

type Draft = { kind: string; startsOn: string | null; endsOn: string | null; facts: Readonly<Record<string, string>>; sections: readonly Section[]; parties: readonly { kind: string }[] }

/** Everything that keeps this draft from being signed (rule 1.14: none of the required sections may be empty), at once. */
export function faultsOf({ kind, startsOn, endsOn, facts, sections, parties }: Draft): Fault[] {
  const faults: Fault[] = []
  const missing = new Set<string>()
  for (const { code, text, required } of sections) {
    if (required && isEmpty(text)) faults.push({ path: ['sections', code], code: 'empty' })
    for (const name of holesIn(text)) if (!facts[name]?.trim()) missing.add(name)
  }
  for (const name of missing) faults.push({ path: ['facts', name], code: 'missing' })
  if (withTerm.includes(kind)) {
    if (startsOn === null) faults.push({ path: ['startsOn'], code: 'missing' })
    if (endsOn === null) faults.push({ path: ['endsOn'], code: 'missing' })
  }
  const left = [...(partiesNeeded[kind] ?? [])]
  for (const party of parties) {
    const at = left.indexOf(party.kind)
    if (at >= 0) left.splice(at, 1)
  }
  for (const what of new Set(left)) faults.push({ path: ['parties'], code: `${what}_missing` })
  return faults
}

/** Rule 1.17: a cooperation with a unit that takes interns runs three years at least. */
export const isShortCooperation = ({ kind, startsOn, endsOn }: { kind: string; startsOn: string | null; endsOn: string | null }) =>
  kind === 'cooperation' && startsOn !== null && endsOn !== null && monthsBetween(startsOn, endsOn) < 36

/** Whole months of a term, its last day counted. */
export function monthsBetween(from: string, until: string): number {
  const end = new Date(`${until}T00:00:00Z`)
  end.setUTCDate(end.getUTCDate() + 1)
  const start = new Date(`${from}T00:00:00Z`)
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth()
  return end.getUTCDate() >= start.getUTCDate() ? months : months - 1
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十']
const numeral = (at: number) => numerals[at] ?? String(at + 1)

export type ToWrite = Omit<Draft, 'parties'> & { number: string; title: string; supersedes: string | null; parties: readonly { label: string; name: string }[] }

/** The exact text that is signed. Its hash is kept with every signature: change nothing here without giving old texts their old words, which are stored. */
export function textOf({ title, number, supersedes, parties, startsOn, endsOn, sections, facts }: ToWrite): string {
  const head = [title, `编号：${number}`]
  if (supersedes) head.push(`本文本经各方签署后替代 ${supersedes}。`)
  const who = parties.map(({ label, name }) => `${label}：${name}`)
  const term = startsOn && endsOn ? [`期限：${chineseDay(startsOn)}至${chineseDay(endsOn)}`] : startsOn ? [`自${chineseDay(startsOn)}起`] : []
  const body = sections.filter(({ text }) => !isEmpty(text)).map((section, at) => `${numeral(at)}、${section.title}\n${filled(section.text, facts).trim()}`)
  return [head.join('\n'), [...who, ...term].join('\n'), ...body].join('\n\n')
}

/** The same text as lines for a paper: which are headings, which are the words of a section. */
export function linesOf(text: string, sections: readonly Section[]): { text: string; heading: boolean; blank: boolean; indent: boolean }[] {
  const headings = sections.filter((section) => !isEmpty(section.text)).map(({ title }, at) => `${numeral(at)}、${title}`)
  let next = 0
  return text.split('\n').slice(1).map((line) => {
    const heading = line === headings[next]
    if (heading) next++
    return { text: line, heading, blank: line.trim() === '', indent: next > 0 && !heading }
  })
}

export const chineseDay = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** As people write a name: width, spaces and the dot in it do not matter, every character does. */
const plainName = (name: string) => name.normalize('NFKC').replaceAll(/[\s·•‧・･.]/gu, '').toLowerCase()
export const isSameName = (typed: string, name: string) => plainName(typed) !== '' && plainName(typed) === plainName(name)

/** Those whose turn it is: the lowest position that has not signed. */
export function inTurn<P extends { position: number; signedAt: Date | null }>(parties: readonly P[]): P[] {
  const open = parties.filter(({ signedAt }) => signedAt === null)
  const first = Math.min(...open.map(({ position }) => position))
  return open.filter(({ position }) => position === first)
}

/** Days before the end at which its houses are told, the last first. A student's agreement ends with the placement, of which the placement tells. */
export const warnings = [30, 60] as const
export const warnedKinds = ['cooperation', 'order_class', 'assistance', 'mentor', 'practice', 'other'] as const
