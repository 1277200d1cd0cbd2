import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { addVisitPhoto, changeUnit, decideUnit, getUnit, listUnits, proposeUnit, writeCheck, writeVisit } from '@silian/server/contract/placements/units'
import { call, upload } from '../../../kernel/api.ts'
import { useChange } from '../desk/queries.ts'

export type UnitRow = Reply<typeof listUnits>['rows'][number]
export type UnitView = Reply<typeof getUnit>
export type UnitQuery = NonNullable<Request<typeof listUnits>['query']>
export type VisitFields = Request<typeof writeVisit>['body']

export const useUnits = (query: UnitQuery) => useQuery({ queryKey: ['units', 'list', query], queryFn: ({ signal }) => call(listUnits, { query, signal }), placeholderData: keepPreviousData })
export const useUnit = (unitId: string) => useQuery({ queryKey: ['units', unitId], queryFn: ({ signal }) => call(getUnit, { params: { unitId }, signal }) })
export const useProposeUnit = () => useChange((body: Request<typeof proposeUnit>['body']) => call(proposeUnit, { body }))
export const useWriteVisit = () => useChange(({ unitId, ...body }: { unitId: string } & VisitFields) => call(writeVisit, { params: { unitId }, body }))
export const useAddPhoto = () => useChange(({ unitId, visitId, file }: { unitId: string; visitId: string; file: File }) => upload(addVisitPhoto, { params: { unitId, visitId }, file }))
export const useWriteCheck = () => useChange(({ unitId, ...body }: { unitId: string } & Request<typeof writeCheck>['body']) => call(writeCheck, { params: { unitId }, body }))
export const useDecideUnit = () => useChange(({ unitId, ...body }: { unitId: string } & Request<typeof decideUnit>['body']) => call(decideUnit, { params: { unitId }, body }))
export const useChangeUnit = () => useChange(({ unitId, ...body }: { unitId: string } & Request<typeof changeUnit>['body']) => call(changeUnit, { params: { unitId }, body }))
