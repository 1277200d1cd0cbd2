import { ageOn, readIdentityNumber } from '@silian/algorithms/identifiers'

export type Paper = { idType: 'resident' | 'hk_mo_tw' | 'foreign'; number: string; birth: string | null; sex: 'male' | 'female' | null }
export type PaperFault = { fault: string; params: Record<string, string | number> }

const kindOfPaper = { resident: 'resident', hong_kong: 'hk_mo_tw', macao: 'hk_mo_tw', taiwan: 'hk_mo_tw', foreigner: 'foreign' } as const

/** A person's paper by its number. 18-digit numbers of residents and residence permits say birth and sex; passports and old permits do not. */
export function readPaper(raw: string, idType: Paper['idType'], today: string): Paper | PaperFault {
  const compact = raw.normalize('NFKC').replace(/[\s'’-]/g, '').toUpperCase()
  if (idType !== 'resident' && !/^\d{17}[\dX]$/.test(compact)) {
    return /^[A-Z0-9]{5,20}$/.test(compact) ? { idType, number: compact, birth: null, sex: null } : { fault: 'wrong_form', params: { value: raw } }
  }
  const read = readIdentityNumber(raw, today)
  if ('fault' in read) return read
  return { idType: kindOfPaper[read.kind], number: read.number, birth: read.birth, sex: read.sex }
}

/** One person, one digest: the same number of another kind of paper is another number. */
export const digestText = ({ idType, number }: Pick<Paper, 'idType' | 'number'>) => (/^\d{17}[\dX]$/.test(number) ? number : `${idType}:${number}`)

export const isMinor = (birthDate: string, today: string) => ageOn(birthDate, today) < 18

/** A minor's record names who answers for them. */
export const lacksGuardian = (student: { birthDate: string; guardianName?: string | null; guardianPhone?: string | null }, today: string) =>
  isMinor(student.birthDate, today) && !(student.guardianName && student.guardianPhone)

/** The four counties Nanhai is paired with lie in Qiandongnan (5226): a tag that reserved seats may name. */
export function tagsFor(school: { divisionCode: string | null }, kept: readonly string[] = []): string[] {
  const derived = school.divisionCode?.startsWith('5226') ? ['paired_county'] : []
  return [...new Set([...derived, ...kept.filter((tag) => tag !== 'paired_county')])]
}

/** Marks are kept in thousandths: 81.5 is 81500. */
export const inThousandths = (mark: number | null | undefined) => (mark === null || mark === undefined ? null : Math.round(mark * 1000))
export const asMark = (thousandths: number | null) => (thousandths === null ? null : thousandths / 1000)
