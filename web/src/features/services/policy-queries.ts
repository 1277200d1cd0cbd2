import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import {
  changePolicy, fitPolicies, getPolicy, listPolicies, movePolicy, previewPolicy, writePolicy,
  type Condition, type Fact, type PolicyFields, type PolicyFit, type PolicyRow, type SentenceFields, type Verdict,
} from '@silian/server/contract/services/policies'
import { call } from '../../kernel/api.ts'
import { useChange } from './queries.ts'

export type { Condition, Fact, PolicyFields, PolicyFit, PolicyRow, SentenceFields, Verdict }
export type PolicyView = Reply<typeof getPolicy>
export type PolicyQuery = NonNullable<Request<typeof listPolicies>['query']>

export const usePolicies = (query: PolicyQuery) => useQuery({ queryKey: ['services', 'policies', query], queryFn: ({ signal }) => call(listPolicies, { query, signal }), placeholderData: keepPreviousData })
export const usePolicy = (policyId: string) => useQuery({ queryKey: ['services', 'policy', policyId], queryFn: ({ signal }) => call(getPolicy, { params: { policyId }, signal }) })
export const useFit = (organisationId: string) => useQuery({ queryKey: ['services', 'fit', organisationId], queryFn: ({ signal }) => call(fitPolicies, { params: { organisationId }, signal }) })
export const usePreview = (sentences: SentenceFields[]) => useQuery({ queryKey: ['services', 'preview', sentences], queryFn: ({ signal }) => call(previewPolicy, { body: { sentences }, signal }), placeholderData: keepPreviousData, enabled: sentences.some(({ role }) => role !== 'plain') })
export const useSavePolicy = () => useChange(({ known, body }: { known: { id: string; version: number } | null; body: PolicyFields }) => (known ? call(changePolicy, { params: { policyId: known.id }, body: { ...body, version: known.version } }) : call(writePolicy, { body })))
export const useMovePolicy = () => useChange(({ id, ...body }: { id: string } & Request<typeof movePolicy>['body']) => call(movePolicy, { params: { policyId: id }, body }))
