type Column = { heading: string; source: string; fixed: string; map: string; required: boolean; most: number; days: '2027-03-01' | '20270301' | '2027/03/01' }
export type Maps = Readonly<Record<string, Readonly<Record<string, string>>>>
export type Facts = Readonly<Record<string, string | number | boolean | null>>
export type CellFault = 'missing' | 'unmapped' | 'too_long'

/** Facts of a person that are masked on the screen and open in the file only with a reason. */
export const secretSources: readonly string[] = ['idNumber', 'phone', 'guardianPhone', 'supervisorPhone', 'mentorPhone']
export const opensSecrets = (columns: readonly Column[]) => columns.some(({ source }) => secretSources.includes(source))

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)
const dayAs = (day: string, form: Column['days']) => (form === '20270301' ? day.replaceAll('-', '') : form === '2027/03/01' ? day.replaceAll('-', '/') : day)

/** One cell: the fact, put into the code of the ministry's table, in its way of writing days; with what is wrong about it. */
export function cellOf(column: Column, facts: Facts, maps: Maps): { text: string; fault: CellFault | null } {
  const raw = column.source === 'fixed' ? column.fixed : facts[column.source]
  const plain = raw === null || raw === undefined ? '' : raw === true ? 'yes' : raw === false ? 'no' : String(raw)
  if (plain === '') return { text: '', fault: column.required ? 'missing' : null }
  const map = column.map ? maps[column.map] : undefined
  const mapped = column.map ? map?.[plain] : isDay(plain) ? dayAs(plain, column.days) : plain
  if (mapped === undefined) return { text: plain, fault: 'unmapped' }
  return { text: mapped, fault: column.most > 0 && [...mapped].length > column.most ? 'too_long' : null }
}

/** Faults of a form itself: a table of codes that is not there, a heading twice. */
export function faultsOfForm(columns: readonly Column[], maps: Maps) {
  return columns.flatMap((column, index) => [
    ...(column.map && !maps[column.map] ? [{ path: ['columns', index, 'map'], code: 'unknown' }] : []),
    ...(columns.findIndex(({ heading }) => heading === column.heading) < index ? [{ path: ['columns', index, 'heading'], code: 'twice' }] : []),
    ...(column.source === 'fixed' && column.fixed === '' && column.required ? [{ path: ['columns', index, 'fixed'], code: 'missing' }] : []),
  ])
}
