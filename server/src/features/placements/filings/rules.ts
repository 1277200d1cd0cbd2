export type FilingKind = 'ordinary' | 'cross_province' | 'abroad'

/** What goes to the authority with a filing, by kind. The names are worded in words/src/*\/placements.ts. */
export const checklists: Readonly<Record<FilingKind, readonly string[]>> = {
  ordinary: ['plan', 'students', 'units', 'agreements', 'insurance'],
  cross_province: ['plan', 'students', 'units', 'visit_reports', 'consents', 'agreements', 'insurance', 'transport', 'emergency', 'care', 'escort'],
  abroad: ['plan', 'students', 'units', 'visit_reports', 'consents', 'agreements', 'insurance', 'papers', 'transport', 'emergency', 'care', 'escort', 'partner'],
}

type Checklist = Readonly<Record<string, { on: string } | undefined>>
export const missingOf = (kind: FilingKind, checklist: Checklist): string[] => checklists[kind].filter((item) => !checklist[item])

/** What a filing lacks before it can go out: the papers, the students, and over a border the teacher who travels along. */
export const missingToSend = ({ kind, checklist, members, escortId }: { kind: FilingKind; checklist: Checklist; members: number; escortId: string | null }): string[] => [
  ...missingOf(kind, checklist),
  ...(members === 0 ? ['members'] : []),
  ...(kind !== 'ordinary' && escortId === null ? ['escortId'] : []),
]

type Numbers = { consentNumber?: string | null; consentOn?: string | null; filingNumber?: string | null; filedOn?: string | null }
export type Fault = { path: string[]; code: string }
/** Over a border the authority consents first and the province files after it; neither lies in the future. */
export function faultsOfNumbers(kind: FilingKind, { consentNumber, consentOn, filingNumber, filedOn }: Numbers, today: string): Fault[] {
  const needed: [string, string | null | undefined][] = [['filingNumber', filingNumber], ['filedOn', filedOn], ...(kind === 'ordinary' ? [] : ([['consentNumber', consentNumber], ['consentOn', consentOn]] as [string, string | null | undefined][]))]
  const faults = needed.filter(([, value]) => !value).map(([field]) => ({ path: [field], code: 'missing' }))
  if (filedOn && filedOn > today) faults.push({ path: ['filedOn'], code: 'in_future' })
  if (consentOn && filedOn && consentOn > filedOn) faults.push({ path: ['consentOn'], code: 'out_of_order' })
  return faults
}
