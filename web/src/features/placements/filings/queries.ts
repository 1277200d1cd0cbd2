import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { addFilingFile, changeFiling, getFiling, listFilings, moveFiling, prepareFiling } from '@silian/server/contract/placements/filings'
import { call, upload } from '../../../kernel/api.ts'
import { useChange } from '../desk/queries.ts'

export type FilingRow = Reply<typeof listFilings>['rows'][number]
export type FilingView = Reply<typeof getFiling>
export type FilingQuery = NonNullable<Request<typeof listFilings>['query']>
export type FilingMove = Request<typeof moveFiling>['body']

export const useFilings = (query: FilingQuery) => useQuery({ queryKey: ['filings', 'list', query], queryFn: ({ signal }) => call(listFilings, { query, signal }), placeholderData: keepPreviousData })
export const useFiling = (filingId: string) => useQuery({ queryKey: ['filings', filingId], queryFn: ({ signal }) => call(getFiling, { params: { filingId }, signal }) })
export const usePrepareFiling = () => useChange((body: Request<typeof prepareFiling>['body']) => call(prepareFiling, { body }))
export const useChangeFiling = () => useChange(({ id, ...body }: { id: string } & Request<typeof changeFiling>['body']) => call(changeFiling, { params: { filingId: id }, body }))
export const useMoveFiling = () => useChange(({ id, ...body }: { id: string } & FilingMove) => call(moveFiling, { params: { filingId: id }, body }))
export const useFilingFile = () => useChange(({ id, file }: { id: string; file: File }) => upload(addFilingFile, { params: { filingId: id }, file }))
