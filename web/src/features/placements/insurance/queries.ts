import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { addPolicyFile, coverPlacements, endPolicy, getPolicy, listPolicies, uncoverPlacement, writePolicy } from '@silian/server/contract/placements/insurance'
import { call, upload } from '../../../kernel/api.ts'
import { useChange } from '../desk/queries.ts'

export type PolicyRow = Reply<typeof listPolicies>['rows'][number]
export type PolicyView = Reply<typeof getPolicy>
export type PolicyQuery = NonNullable<Request<typeof listPolicies>['query']>

export const usePolicies = (query: PolicyQuery) => useQuery({ queryKey: ['insurance', 'list', query], queryFn: ({ signal }) => call(listPolicies, { query, signal }), placeholderData: keepPreviousData })
export const usePolicy = (policyId: string) => useQuery({ queryKey: ['insurance', policyId], queryFn: ({ signal }) => call(getPolicy, { params: { policyId }, signal }) })
export const useWritePolicy = () => useChange((body: Request<typeof writePolicy>['body']) => call(writePolicy, { body }))
export const useCover = () => useChange(({ id, ...body }: { id: string } & Request<typeof coverPlacements>['body']) => call(coverPlacements, { params: { policyId: id }, body }))
export const useUncover = () => useChange(({ id, placementId }: { id: string; placementId: string }) => call(uncoverPlacement, { params: { policyId: id, placementId } }))
export const useEndPolicy = () => useChange(({ id, ...body }: { id: string; endedOn: string; version: number }) => call(endPolicy, { params: { policyId: id }, body }))
export const usePolicyFile = () => useChange(({ id, file }: { id: string; file: File }) => upload(addPolicyFile, { params: { policyId: id }, file }))
