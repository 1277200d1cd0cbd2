/** How scarce an occupation is: five dimensions of 1 to 5, as the catalogues of scarce occupations score them. */
export const shortageDimensions = ['contrast', 'education', 'experience', 'requirement', 'pay'] as const
export type ShortageDimension = (typeof shortageDimensions)[number]

/** One line of a firm's answer. */
export type Demand = {
  people: number
  education: 'none' | 'secondary' | 'college' | 'bachelor' | 'master'
  /** Years of experience asked for, at least. */
  experienceYears: number
  /** Skills and certificates named. */
  requirements: number
  /** Yuan a month, the middle of the range; null where none was given. */
  pay: number | null
}

export type ShortageWeights = Readonly<Record<ShortageDimension, number>>
/** Published with every catalogue; an alliance may decide on others. They add up to 1. */
export const usualWeights: ShortageWeights = { contrast: 0.35, education: 0.15, experience: 0.15, requirement: 0.15, pay: 0.2 }

export type Shortage = { people: number; scores: Record<ShortageDimension, number>; /** 1 to 5, one decimal. */ total: number }

const educationScore = { none: 1, secondary: 2, college: 3, bachelor: 4, master: 5 } as const

/** 1 for below the first bound, one more for each bound reached. */
const steps = (value: number, bounds: readonly number[]) => 1 + bounds.filter((bound) => value >= bound).length
const oneDecimal = (value: number) => Math.round(value * 10) / 10

/** The mean of a score over all the people wanted. */
function weighted(lines: readonly Demand[], score: (line: Demand) => number): number {
  const people = lines.reduce((sum, line) => sum + line.people, 0)
  return oneDecimal(lines.reduce((sum, line) => sum + score(line) * line.people, 0) / people)
}

/** The middle figure when everybody stands in a row. */
export function medianPay(lines: readonly Demand[]): number | null {
  const paid = lines.flatMap(({ pay, people }) => (pay === null ? [] : [{ pay, people }])).sort((a, b) => a.pay - b.pay)
  const half = paid.reduce((sum, { people }) => sum + people, 0) / 2
  let before = 0
  for (const { pay, people } of paid) {
    before += people
    if (before >= half) return pay
  }
  return null
}

/**
 * Scores an occupation from the lines that name it. `graduates`: people who leave the programmes that lead there this year; `usualPay`: the median
 * over all occupations. Where pay is unknown on either side the dimension scores the middle, 3. Null without anybody wanted.
 */
export function shortageOf(lines: readonly Demand[], { graduates, usualPay, weights = usualWeights }: { graduates: number; usualPay: number | null; weights?: ShortageWeights }): Shortage | null {
  const people = lines.reduce((sum, line) => sum + line.people, 0)
  if (people === 0) return null
  const pay = medianPay(lines)
  const scores = {
    contrast: graduates === 0 ? 5 : steps(people / graduates, [0.5, 1, 1.5, 3]),
    education: weighted(lines, ({ education }) => educationScore[education]),
    experience: weighted(lines, ({ experienceYears }) => steps(experienceYears, [0.5, 1, 3, 5])),
    requirement: weighted(lines, ({ requirements }) => steps(requirements, [1, 2, 4, 6])),
    pay: pay === null || usualPay === null ? 3 : steps(pay / usualPay, [0.8, 1, 1.2, 1.5]),
  }
  return { people, scores, total: oneDecimal(shortageDimensions.reduce((sum, dimension) => sum + scores[dimension] * weights[dimension], 0)) }
}

export const addsUp = (weights: ShortageWeights) => Math.abs(shortageDimensions.reduce((sum, dimension) => sum + weights[dimension], 0) - 1) < 1e-9
