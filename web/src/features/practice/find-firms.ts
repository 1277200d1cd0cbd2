import { listOrganisations } from '@silian/server/contract/members/organisations'
import { call } from '../../kernel/api.ts'
import type { Option } from '../../ui/inputs.tsx'

/** Firms on record; schools and authorities receive no teachers. */
export async function findFirms(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(listOrganisations, { query: { text: text || undefined, kind: 'enterprise,park,innovation_platform,association', size: 20 }, signal })
  return rows.map(({ id, name, uscc }) => ({ value: id, label: name, note: uscc ?? undefined }))
}
