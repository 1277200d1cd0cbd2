import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { addSeat, answerSeat, changeBatch, changeSeat, createBatch, fileBatch, fillSeat, getBatch, getBatchHistory, listAssistancePosts, listBatches, listCandidates, moveBatch, withdrawSeat } from '@silian/server/contract/assistance/batches'
import { handleCheck, listChecks } from '@silian/server/contract/assistance/checks'
import { getExchange, getExchangeHistory, listAssistanceSchools, listExchanges, moveExchange, proposeExchange, writeReport } from '@silian/server/contract/assistance/exchanges'
import { addResourceEvidence, correctResource, getResource, getResourceHistory, giveResource, listResources, moveResource } from '@silian/server/contract/assistance/resources'
import { listStays } from '@silian/server/contract/assistance/stays'
import { getTotals } from '@silian/server/contract/assistance/totals'
import { call, upload } from '../../../kernel/api.ts'
import type { Option } from '../../../ui/inputs.tsx'
import { useChange } from '../queries.ts'

export type Totals = Reply<typeof getTotals>
export type TotalRow = Totals['sum']
export type Batch = Reply<typeof getBatch>
export type BatchRow = Reply<typeof listBatches>['rows'][number]
export type BatchQuery = NonNullable<Request<typeof listBatches>['query']>
export type BatchFields = Request<typeof createBatch>['body']
export type Seat = Batch['seats'][number]
export type Member = Batch['people'][number]
export type Step = Member['steps'][number]
export type CheckRow = Reply<typeof listChecks>['rows'][number]
export type CheckQuery = NonNullable<Request<typeof listChecks>['query']>
export type StayRow = Reply<typeof listStays>['rows'][number]
export type StayQuery = NonNullable<Request<typeof listStays>['query']>
export type Exchange = Reply<typeof getExchange>
export type ExchangeRow = Reply<typeof listExchanges>['rows'][number]
export type ExchangeQuery = NonNullable<Request<typeof listExchanges>['query']>
export type ExchangeAction = Request<typeof moveExchange>['body']['action']
export type Resource = Reply<typeof getResource>
export type ResourceRow = Reply<typeof listResources>['rows'][number]
export type ResourceQuery = NonNullable<Request<typeof listResources>['query']>

export const useTotals = (year: number | undefined) => useQuery({ queryKey: ['assistance', 'totals', year ?? 0], queryFn: ({ signal }) => call(getTotals, { query: year ? { year } : {}, signal }), placeholderData: keepPreviousData })
export const useBatches = (query: BatchQuery) => useQuery({ queryKey: ['assistance', 'batches', query], queryFn: ({ signal }) => call(listBatches, { query, signal }), placeholderData: keepPreviousData })
export const useBatch = (batchId: string) => useQuery({ queryKey: ['assistance', 'batch', batchId], queryFn: ({ signal }) => call(getBatch, { params: { batchId }, signal }) })
export const useBatchHistory = (batchId: string) => useQuery({ queryKey: ['assistance', 'batch', batchId, 'history'], queryFn: ({ signal }) => call(getBatchHistory, { params: { batchId }, signal }) })
export const useCandidates = (seatId: string, query: { cohortId?: string; q?: string }) => useQuery({ queryKey: ['assistance', 'candidates', seatId, query], queryFn: ({ signal }) => call(listCandidates, { params: { seatId }, query, signal }), placeholderData: keepPreviousData })
export const useChecks = (query: CheckQuery) => useQuery({ queryKey: ['assistance', 'checks', query], queryFn: ({ signal }) => call(listChecks, { query, signal }), placeholderData: keepPreviousData })
export const useStays = (query: StayQuery) => useQuery({ queryKey: ['assistance', 'stays', query], queryFn: ({ signal }) => call(listStays, { query, signal }), placeholderData: keepPreviousData })
export const useExchanges = (query: ExchangeQuery) => useQuery({ queryKey: ['assistance', 'exchanges', query], queryFn: ({ signal }) => call(listExchanges, { query, signal }), placeholderData: keepPreviousData })
export const useExchange = (exchangeId: string) => useQuery({ queryKey: ['assistance', 'exchange', exchangeId], queryFn: ({ signal }) => call(getExchange, { params: { exchangeId }, signal }) })
export const useExchangeHistory = (exchangeId: string) => useQuery({ queryKey: ['assistance', 'exchange', exchangeId, 'history'], queryFn: ({ signal }) => call(getExchangeHistory, { params: { exchangeId }, signal }) })
export const useSchools = () => useQuery({ queryKey: ['assistance', 'schools'], queryFn: ({ signal }) => call(listAssistanceSchools, { signal }) })
export const useResources = (query: ResourceQuery) => useQuery({ queryKey: ['assistance', 'resources', query], queryFn: ({ signal }) => call(listResources, { query, signal }), placeholderData: keepPreviousData })
export const useResource = (resourceId: string) => useQuery({ queryKey: ['assistance', 'resource', resourceId], queryFn: ({ signal }) => call(getResource, { params: { resourceId }, signal }) })
export const useResourceHistory = (resourceId: string) => useQuery({ queryKey: ['assistance', 'resource', resourceId, 'history'], queryFn: ({ signal }) => call(getResourceHistory, { params: { resourceId }, signal }) })

type Of<E> = { id: string } & E
export const useMakeBatch = () => useChange((body: BatchFields) => call(createBatch, { body }))
export const useChangeBatch = () => useChange(({ id, ...body }: Of<Request<typeof changeBatch>['body']>) => call(changeBatch, { params: { batchId: id }, body }))
export const useMoveBatch = () => useChange(({ id, ...body }: Of<Request<typeof moveBatch>['body']>) => call(moveBatch, { params: { batchId: id }, body }))
export const useAddSeat = () => useChange(({ id, ...body }: Of<Request<typeof addSeat>['body']>) => call(addSeat, { params: { batchId: id }, body }))
export const useChangeSeat = () => useChange(({ id, ...body }: Of<Request<typeof changeSeat>['body']>) => call(changeSeat, { params: { seatId: id }, body }))
export const useWithdrawSeat = () => useChange(({ id, ...body }: Of<Request<typeof withdrawSeat>['body']>) => call(withdrawSeat, { params: { seatId: id }, body }))
export const useAnswerSeat = () => useChange(({ id, ...body }: Of<Request<typeof answerSeat>['body']>) => call(answerSeat, { params: { seatId: id }, body }))
export const useFillSeat = () => useChange(({ id, ...body }: Of<Request<typeof fillSeat>['body']>) => call(fillSeat, { params: { seatId: id }, body }))
export const useFileBatch = () => useChange(({ id, title }: { id: string; title: string }) => call(fileBatch, { params: { batchId: id }, body: { title } }))
export const useHandleCheck = () => useChange(({ id, ...body }: Of<Request<typeof handleCheck>['body']>) => call(handleCheck, { params: { checkId: id }, body }))
export const useProposeExchange = () => useChange((body: Request<typeof proposeExchange>['body']) => call(proposeExchange, { body }))
export const useMoveExchange = () => useChange(({ id, ...body }: Of<Request<typeof moveExchange>['body']>) => call(moveExchange, { params: { exchangeId: id }, body }))
export const useWriteReport = () => useChange(({ id, ...body }: Of<Request<typeof writeReport>['body']>) => call(writeReport, { params: { exchangeId: id }, body }))
export const useGiveResource = () => useChange((body: Request<typeof giveResource>['body']) => call(giveResource, { body }))
export const useCorrectResource = () => useChange(({ id, ...body }: Of<Request<typeof correctResource>['body']>) => call(correctResource, { params: { resourceId: id }, body }))
export const useMoveResource = () => useChange(({ id, ...body }: Of<Request<typeof moveResource>['body']>) => call(moveResource, { params: { resourceId: id }, body }))
export const useAddEvidence = (resourceId: string) => useChange((sent: { file: File; onProgress?: (share: number) => void }) => upload(addResourceEvidence, { params: { resourceId }, ...sent }))

export async function findAssistancePosts(q: string, signal: AbortSignal): Promise<(Option & { seats: number })[]> {
  const { rows } = await call(listAssistancePosts, { query: { q, size: 20 }, signal })
  return rows.map(({ id, title, organisationName, town, seats }) => ({ value: id, label: `${organisationName}　${title}`, note: [town, String(seats)].filter(Boolean).join('　'), seats }))
}
