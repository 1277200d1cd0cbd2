export type TypedLine = {
  occupationCode: string
  people: number | null
  education: string
  experienceYears: number | null
  skillGrade: number | null
  skills: string[]
  startMonth: string
  payMin: number | null
  payMax: number | null
  kind: string
}
export type Line = {
  occupationCode: string
  people: number
  education: 'none' | 'secondary' | 'college' | 'bachelor' | 'master'
  experienceYears: number
  skillGrade: number | null
  skills: string[]
  startMonth: string
  payMin: number | null
  payMax: number | null
  kind: 'hire' | 'intern' | 'order_class' | 'apprentice'
}
/** What is wrong where: path ['lines', 2, 'people'] is the people of the third line. */
export type Fault = { path: (string | number)[]; code: string; [more: string]: unknown }

const educations = ['none', 'secondary', 'college', 'bachelor', 'master']
const kinds = ['hire', 'intern', 'order_class', 'apprentice']
const outlooks = ['grow', 'same', 'shrink']
export const mostLines = 50

const isWhole = (value: number | null, least: number, most: number) => value !== null && Number.isInteger(value) && value >= least && value <= most

function* faultsOfLine(line: TypedLine, year: number, isOccupation: (code: string) => boolean): Generator<[keyof TypedLine, string, Record<string, unknown>?]> {
  if (line.occupationCode === '') yield ['occupationCode', 'missing']
  else if (!isOccupation(line.occupationCode)) yield ['occupationCode', 'unknown', { value: line.occupationCode }]
  if (line.people === null) yield ['people', 'missing']
  else if (!isWhole(line.people, 1, 10_000)) yield ['people', 'out_of_range', { min: 1, max: 10_000 }]
  if (!educations.includes(line.education)) yield ['education', 'unknown']
  if (!isWhole(line.experienceYears, 0, 30)) yield ['experienceYears', 'out_of_range', { min: 0, max: 30 }]
  if (line.skillGrade !== null && !isWhole(line.skillGrade, 1, 5)) yield ['skillGrade', 'out_of_range', { min: 1, max: 5 }]
  if (line.skills.length > 20) yield ['skills', 'too_many', { most: 20 }]
  if (line.skills.some((skill) => skill === '' || [...skill].length > 40)) yield ['skills', 'too_long', { most: 40 }]
  // The year of the survey and the one after it: what lies further off is for the next survey.
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(line.startMonth)) yield ['startMonth', line.startMonth === '' ? 'missing' : 'unreadable']
  else if (line.startMonth < `${year}-01` || line.startMonth > `${year + 1}-12`) yield ['startMonth', 'out_of_range', { min: `${year}-01`, max: `${year + 1}-12` }]
  for (const field of ['payMin', 'payMax'] as const) {
    if (line[field] === null && (line.payMin ?? line.payMax) !== null) yield [field, 'missing']
    else if (line[field] !== null && !isWhole(line[field], 1, 1_000_000)) yield [field, 'out_of_range', { min: 1, max: 1_000_000 }]
  }
  if (line.payMin !== null && line.payMax !== null && line.payMin > line.payMax) yield ['payMax', 'below_min']
  if (!kinds.includes(line.kind)) yield ['kind', 'unknown']
}

/** Every fault of an answer at once. */
export function faultsOf(answer: { outlook: string; lines: readonly TypedLine[] }, { year, isOccupation }: { year: number; isOccupation: (code: string) => boolean }): Fault[] {
  const faults: Fault[] = outlooks.includes(answer.outlook) ? [] : [{ path: ['outlook'], code: 'missing' }]
  if (answer.lines.length > mostLines) faults.push({ path: ['lines'], code: 'too_many', most: mostLines })
  for (const [at, line] of answer.lines.entries()) {
    for (const [field, code, more] of faultsOfLine(line, year, isOccupation)) faults.push({ path: ['lines', at, field], code, ...more })
  }
  return faults
}

/** Last year's wish, said of this year: it begins in the same month, a year later for each year in between. */
export const carriedTo = (line: Line, from: number, to: number): Line => ({ ...line, startMonth: `${Number(line.startMonth.slice(0, 4)) + to - from}${line.startMonth.slice(4)}` })

export type OpenPost = { occupationCode: string | null; seats: number | null; payMin: number | null; payMax: number | null; payPeriod: string | null; startsOn: string | null }

/** An open post of the firm as a first line of its answer: trainees of the alliance are interns. */
export function lineOfPost(post: OpenPost, year: number): Line | null {
  if (!post.occupationCode || !post.seats) return null
  const monthly = post.payPeriod === 'month' && post.payMin !== null && post.payMax !== null && post.payMin > 0
  const month = post.startsOn?.slice(0, 7)
  return {
    occupationCode: post.occupationCode,
    people: post.seats,
    education: 'secondary',
    experienceYears: 0,
    skillGrade: null,
    skills: [],
    startMonth: month !== undefined && month >= `${year}-01` && month <= `${year + 1}-12` ? month : `${year}-03`,
    payMin: monthly ? post.payMin : null,
    payMax: monthly ? post.payMax : null,
    kind: 'intern',
  }
}
