import { medianPay, shortageDimensions, shortageOf, usualWeights, type Demand, type ShortageDimension, type ShortageWeights } from '@silian/algorithms/shortage'

export const isPublished = (state: string) => state === 'published' || state === 'archived'

/** Fewer firms than this, and a figure would tell what one firm said. */
export const leastFirms = 3

export type AcceptedLine = {
  occupationCode: string
  organisationId: string
  people: number
  education: 'none' | 'secondary' | 'college' | 'bachelor' | 'master'
  experienceYears: number
  skillGrade: number | null
  skills: readonly string[]
  payMin: number | null
  payMax: number | null
  kind: 'hire' | 'intern' | 'order_class' | 'apprentice'
}
export type Adjustment = { occupationCode: string; step: number; reason: string; expert: string }
export type Facts = { lines: readonly AcceptedLine[]; graduates: ReadonlyMap<string, number>; names: ReadonlyMap<string, string>; adjustments: readonly Adjustment[]; cutOff: number; weights?: ShortageWeights; weightsReason?: string | null }

/** Interns are wished for a while, not for good: they are no demand for people. */
export const isDemand = ({ kind }: Pick<AcceptedLine, 'kind'>) => kind !== 'intern'

const demandOf = ({ people, education, experienceYears, skillGrade, skills, payMin, payMax }: AcceptedLine): Demand => ({
  people, education, experienceYears,
  // A certificate of a grade is one more thing asked for.
  requirements: skills.length + (skillGrade === null ? 0 : 1),
  pay: payMin === null || payMax === null ? null : (payMin + payMax) / 2,
})

const oneDecimal = (value: number) => Math.round(value * 10) / 10
const within = (total: number) => Math.min(5, Math.max(1, oneDecimal(total)))

/** Every occupation somebody wants people for, the scarcest first. */
export function catalogueOf({ lines, graduates, names, adjustments, cutOff, weights = usualWeights, weightsReason = null }: Facts) {
  const wanted = lines.filter(isDemand)
  const usualPay = medianPay(wanted.map(demandOf))
  const entries = [...Map.groupBy(wanted, ({ occupationCode }) => occupationCode)].flatMap(([occupationCode, theirs]) => {
    const demand = theirs.map(demandOf)
    const leaving = graduates.get(occupationCode) ?? 0
    const shortage = shortageOf(demand, { graduates: leaving, usualPay, weights })
    if (!shortage) return []
    const moved = adjustments.find((one) => one.occupationCode === occupationCode)
    const total = within(shortage.total + (moved?.step ?? 0))
    return [{
      occupationCode,
      occupationName: names.get(occupationCode) ?? occupationCode,
      firms: new Set(theirs.map(({ organisationId }) => organisationId)).size,
      lines: theirs.length,
      people: shortage.people,
      graduates: leaving,
      medianPay: medianPay(demand),
      scores: shortage.scores,
      computed: shortage.total,
      step: (moved?.step ?? 0) as -1 | 0 | 1,
      stepReason: moved?.reason ?? null,
      expert: moved?.expert ?? null,
      total,
      scarce: total >= cutOff,
    }]
  })
  entries.sort((one, other) => other.total - one.total || other.people - one.people || one.occupationCode.localeCompare(other.occupationCode))
  // What was published before reasons were kept has none.
  return { cutOff, usualPay, weights: { ...weights }, weightsReason: weightsReason as string | null | undefined, entries }
}
export type CatalogueFacts = ReturnType<typeof catalogueOf>

/** What others than the office read: nothing that few firms said, and no expert by name. */
export const forEverybody = (catalogue: CatalogueFacts): CatalogueFacts => ({
  ...catalogue,
  entries: catalogue.entries.filter(({ firms }) => firms >= leastFirms).map((entry) => ({ ...entry, expert: null })),
})

/** Graduates of each occupation: whoever leaves a programme whose major leads there. A major that leads to several counts for each. */
export function graduatesByOccupation(leaving: readonly { majorCode: string; people: number }[], occupationsOf: ReadonlyMap<string, readonly string[]>) {
  const found = new Map<string, number>()
  for (const { majorCode, people } of leaving) {
    for (const occupation of occupationsOf.get(majorCode) ?? []) found.set(occupation, (found.get(occupation) ?? 0) + people)
  }
  return found
}

type Hundredths = Readonly<Record<ShortageDimension, number>>
/** As they are stored: in this order, and back. */
export const storedWeights = (weights: Hundredths): number[] => shortageDimensions.map((dimension) => weights[dimension])
export const weightsOf = (stored: readonly number[] | null): ShortageWeights => (stored === null ? usualWeights : (Object.fromEntries(shortageDimensions.map((dimension, at) => [dimension, stored[at]! / 100])) as ShortageWeights))

/** What is wrong with weights that somebody wants: they add up to a hundred, and are told why. */
export function faultsOfWeights(weights: Hundredths, reason: string): { path: string[]; code: string }[] {
  const sum = storedWeights(weights).reduce((total, one) => total + one, 0)
  return [...(sum === 100 ? [] : [{ path: ['weights'], code: 'not_a_hundred' }]), ...([...reason].length < 5 ? [{ path: ['reason'], code: 'missing' }] : [])]
}
