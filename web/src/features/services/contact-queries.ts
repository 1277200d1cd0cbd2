import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { listOrganisations } from '@silian/server/contract/members/organisations'
import { cancelContact, getBurden, getBurdenOfAll, listContacts, setThreshold, writeContact, type Burden, type ContactKind, type ContactRow } from '@silian/server/contract/services/contacts'
import { call } from '../../kernel/api.ts'
import type { Option } from '../../ui/inputs.tsx'
import { useChange } from './queries.ts'

export type { Burden, ContactKind, ContactRow }
export type BurdenOfAll = Reply<typeof getBurdenOfAll>
export type ContactQuery = NonNullable<Request<typeof listContacts>['query']>

export const useBurden = (organisationId: string | null | undefined, month?: string) =>
  useQuery({ queryKey: ['services', 'burden', organisationId, month], queryFn: ({ signal }) => call(getBurden, { params: { organisationId: organisationId! }, query: month ? { month } : {}, signal }), enabled: Boolean(organisationId), placeholderData: keepPreviousData })
export const useBurdenOfAll = (month?: string) => useQuery({ queryKey: ['services', 'burdens', month], queryFn: ({ signal }) => call(getBurdenOfAll, { query: month ? { month } : {}, signal }), placeholderData: keepPreviousData })
export const useContacts = (query: ContactQuery) => useQuery({ queryKey: ['services', 'contacts', query], queryFn: ({ signal }) => call(listContacts, { query, signal }), placeholderData: keepPreviousData })
export const useWriteContact = () => useChange((body: Request<typeof writeContact>['body']) => call(writeContact, { body }))
export const useCancelContact = () => useChange((contactId: string) => call(cancelContact, { params: { contactId } }))
export const useSetThreshold = () => useChange((monthly: number) => call(setThreshold, { body: { monthly } }))

export async function findFirms(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(listOrganisations, { query: { kind: 'enterprise', text: text || undefined, size: 20 }, signal })
  return rows.map(({ id, name, uscc }) => ({ value: id, label: name, note: uscc ?? undefined }))
}
