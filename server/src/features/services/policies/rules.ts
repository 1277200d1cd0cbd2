export type Verdict = 'fits' | 'unknown' | 'does_not'
export type FactName = 'kind' | 'industry' | 'size' | 'staff' | 'division' | 'town' | 'member' | 'seat' | 'park' | 'openPosts' | 'openNeeds' | 'interns' | 'honest'
export type Condition =
  | { fact: 'kind' | 'size' | 'town' | 'seat'; in: readonly string[] }
  | { fact: 'industry' | 'division'; prefixes: readonly string[] }
  | { fact: 'staff' | 'openPosts' | 'openNeeds' | 'interns'; min?: number; max?: number }
  | { fact: 'member' | 'park' | 'honest'; is: boolean }
export type Sentence = { text: string; role: 'required' | 'alternative' | 'plain'; conditions: readonly Condition[] }

/** What is known of a firm. Null: nobody said; never read as a no. */
export type Facts = {
  kind: string
  industry: string | null
  size: string | null
  staff: number | null
  division: string | null
  town: string | null
  member: boolean
  /** Null for whoever is no member: there is nothing to be missing. */
  seat: string | null
  park: boolean
  openPosts: number
  openNeeds: number
  interns: number
  honest: boolean
}
/** Facts that nobody may have filled in; the others are counted here and so always known. */
const mayBeMissing: readonly FactName[] = ['industry', 'size', 'staff', 'division', 'town']

const verdictOf = (holds: boolean): Verdict => (holds ? 'fits' : 'does_not')
/** GB/T 4754-2017: the last division of each section, A to T. */
const lastDivisions: readonly (readonly [string, number])[] = [['A', 5], ['B', 12], ['C', 43], ['D', 46], ['E', 50], ['F', 52], ['G', 60], ['H', 62], ['I', 65], ['J', 69], ['K', 70], ['L', 72], ['M', 75], ['N', 79], ['O', 82], ['P', 83], ['Q', 85], ['R', 90], ['S', 96], ['T', 97]]
const sectionOf = (digits: string) => lastDivisions.find(([, last]) => Number(digits.slice(0, 2)) <= last)?.[0] ?? ''
const digitsOf = (code: string) => code.replace(/^[A-Z]/, '')
/** Trades are written with and without the letter of their section: C3311 and 3311 are the same; a bare letter asks for the section. */
const begins = (code: string, prefix: string) => (/^[A-Z]$/.test(prefix) ? code.startsWith(prefix) || (/^\d\d/.test(code) && sectionOf(code) === prefix) : digitsOf(code).startsWith(digitsOf(prefix)))

export function judge(condition: Condition, facts: Facts): Verdict {
  const has = facts[condition.fact]
  if (has === null && mayBeMissing.includes(condition.fact)) return 'unknown'
  if ('in' in condition) return verdictOf(has !== null && condition.in.includes(String(has)))
  if ('prefixes' in condition) return verdictOf(condition.prefixes.some((prefix) => begins(String(has), prefix)))
  if ('is' in condition) return verdictOf(has === condition.is)
  return verdictOf(Number(has) >= (condition.min ?? 0) && Number(has) <= (condition.max ?? Infinity))
}

/** All must hold: one no decides, then one unknown. */
export const all = (verdicts: readonly Verdict[]): Verdict => (verdicts.includes('does_not') ? 'does_not' : verdicts.includes('unknown') ? 'unknown' : 'fits')
/** One must hold: one yes decides, then one unknown. */
export const any = (verdicts: readonly Verdict[]): Verdict => (verdicts.includes('fits') ? 'fits' : verdicts.includes('unknown') ? 'unknown' : 'does_not')

export type ConditionFit = { condition: Condition; verdict: Verdict; has: string | null }
export type SentenceFit = { text: string; role: Sentence['role']; verdict: Verdict | null; conditions: ConditionFit[] }
export type Fit = { verdict: Verdict; sentences: SentenceFit[]; missing: FactName[] }

/** Whether a policy fits a firm: every required sentence, and one of the alternatives where there are any. Without a sentence to check, nobody knows. */
export function fit(sentences: readonly Sentence[], facts: Facts): Fit {
  const judged = sentences.map(({ text, role, conditions }): SentenceFit => {
    const fits = conditions.map((condition) => ({ condition, verdict: judge(condition, facts), has: facts[condition.fact] === null ? null : String(facts[condition.fact]) }))
    return { text, role, verdict: role === 'plain' ? null : all(fits.map(({ verdict }) => verdict)), conditions: fits }
  })
  const of = (role: Sentence['role']) => judged.flatMap((one) => (one.role === role && one.verdict ? [one.verdict] : []))
  const alternatives = of('alternative')
  const checked = [...of('required'), ...(alternatives.length > 0 ? [any(alternatives)] : [])]
  const verdict = checked.length === 0 ? 'unknown' : all(checked)
  const open = judged.filter((one) => one.verdict === 'unknown')
  const missing = verdict === 'unknown' ? open.flatMap(({ conditions }) => conditions.filter((one) => one.verdict === 'unknown').map(({ condition }) => condition.fact)) : []
  return { verdict, sentences: judged, missing: [...new Set(missing)] }
}

const order: Readonly<Record<Verdict, number>> = { fits: 0, unknown: 1, does_not: 2 }
export const byVerdict = (a: { verdict: Verdict }, b: { verdict: Verdict }) => order[a.verdict] - order[b.verdict]

export const isInForce = ({ state, validFrom, validUntil }: { state: string; validFrom: string | null; validUntil: string | null }, today: string) =>
  state === 'open' && (validFrom === null || validFrom <= today) && (validUntil === null || validUntil >= today)
