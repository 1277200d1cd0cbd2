import { listStandings } from '@silian/server/contract/practice/roster'
import { call } from '../../../kernel/api.ts'
import type { Option } from '../../../ui/inputs.tsx'

/** Teachers of the school by name or staff number. */
export async function findTeachers(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(listStandings, { query: { q: text, size: 20 }, signal })
  return rows.map(({ teacherId, name, number, departmentName }) => ({ value: teacherId, label: name, note: [number, departmentName].filter(Boolean).join('　') }))
}
