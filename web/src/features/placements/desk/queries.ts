import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { listNeeds } from '@silian/server/contract/needs'
import { createFromRound, createPlacement, getPlacement, getPlacementHistory, listPlacements, type PlacementRow } from '@silian/server/contract/placements'
import { getBoard } from '@silian/server/contract/placements/board'
import { listGuards } from '@silian/server/contract/placements/guards'
import { approveChoice, changePlacement, checkPlacements, movePlacement, movePlacements } from '@silian/server/contract/placements/moving'
import { draftPapers, listPapers } from '@silian/server/contract/placements/papers'
import { listTests, recordTest } from '@silian/server/contract/placements/safety'
import { addWaiverFile, askException, decideWaiver, giveReason, listUnitWaivers, listWaivers, revokeWaiver } from '@silian/server/contract/placements/waivers'
import { listRounds } from '@silian/server/contract/rounds'
import { listStudents } from '@silian/server/contract/talent/students'
import { listTeachers } from '@silian/server/contract/talent/teachers'
import { call, upload } from '../../../kernel/api.ts'
import type { Option } from '../../../ui/inputs.tsx'

export type { PlacementRow }
export type PlacementState = PlacementRow['state']
export type PlacementView = Reply<typeof getPlacement>
export type PlacementQuery = NonNullable<Request<typeof listPlacements>['query']>
export type PlacementAction = Request<typeof movePlacement>['body']['action']
export type Guards = Reply<typeof listGuards>
export type GuardRow = Guards['rows'][number]
export type Waiver = Reply<typeof listWaivers>['rows'][number]
export type PaperKind = Request<typeof draftPapers>['body']['kind']
export type Terms = PlacementView['terms']

export const usePlacements = (query: PlacementQuery) => useQuery({ queryKey: ['placements', 'list', query], queryFn: ({ signal }) => call(listPlacements, { query, signal }), placeholderData: keepPreviousData })
export const usePlacement = (placementId: string) => useQuery({ queryKey: ['placements', placementId], queryFn: ({ signal }) => call(getPlacement, { params: { placementId }, signal }) })
export const useGuards = (placementId: string) => useQuery({ queryKey: ['placements', placementId, 'guards'], queryFn: ({ signal }) => call(listGuards, { params: { placementId }, signal }) })
export const usePapers = (placementId: string) => useQuery({ queryKey: ['placements', placementId, 'papers'], queryFn: ({ signal }) => call(listPapers, { params: { placementId }, signal }) })
export const useTests = (placementId: string) => useQuery({ queryKey: ['placements', placementId, 'tests'], queryFn: ({ signal }) => call(listTests, { params: { placementId }, signal }) })
export const useWaivers = (placementId: string) => useQuery({ queryKey: ['placements', placementId, 'waivers'], queryFn: ({ signal }) => call(listWaivers, { params: { placementId }, signal }) })
export const useUnitWaivers = (unitId: string) => useQuery({ queryKey: ['units', unitId, 'waivers'], queryFn: ({ signal }) => call(listUnitWaivers, { params: { unitId }, signal }) })
export const usePlacementHistory = (placementId: string) => useQuery({ queryKey: ['placements', placementId, 'history'], queryFn: ({ signal }) => call(getPlacementHistory, { params: { placementId }, signal }) })
export const useBoard = () => useQuery({ queryKey: ['placements', 'board'], queryFn: ({ signal }) => call(getBoard, { signal }) })
export const useRoundsToTake = () => useQuery({ queryKey: ['rounds', 'to-take'], queryFn: ({ signal }) => call(listRounds, { query: { size: 50 }, signal }) })

/** A step moves placements, their units and papers, and the inbox. */
export function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all(['placements', 'units', 'insurance', 'filings', 'agreements', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))) })
}
export const useMakePlacement = () => useChange((body: Request<typeof createPlacement>['body']) => call(createPlacement, { body }))
export const useMakeFromRound = () => useChange((body: Request<typeof createFromRound>['body']) => call(createFromRound, { body }))
export const useChangePlacement = () => useChange(({ id, ...body }: { id: string } & Request<typeof changePlacement>['body']) => call(changePlacement, { params: { placementId: id }, body }))
export const useMovePlacement = () => useChange(({ id, ...body }: { id: string } & Request<typeof movePlacement>['body']) => call(movePlacement, { params: { placementId: id }, body }))
export const useMovePlacements = () => useChange((placementIds: string[]) => call(movePlacements, { body: { action: 'activate', placementIds } }))
export const useCheckPlacements = () => useChange((placementIds: string[]) => call(checkPlacements, { body: { placementIds } }))
export const useApproveChoice = () => useChange(({ id, version }: { id: string; version: number }) => call(approveChoice, { params: { placementId: id }, body: { version } }))
export const useDraftPapers = () => useChange((body: Request<typeof draftPapers>['body']) => call(draftPapers, { body }))
export const useGiveReason = () => useChange(({ id, ...body }: { id: string; ruleId: string; reason: string }) => call(giveReason, { params: { placementId: id }, body }))
export const useAskException = () => useChange(({ unitId, ...body }: { unitId: string } & Request<typeof askException>['body']) => call(askException, { params: { unitId }, body }))
export const useDecideWaiver = () => useChange(({ id, ...body }: { id: string; approve: boolean; refusal?: string }) => call(decideWaiver, { params: { waiverId: id }, body }))
export const useRevokeWaiver = () => useChange(({ id, reason }: { id: string; reason: string }) => call(revokeWaiver, { params: { waiverId: id }, body: { reason } }))
export const useWaiverFile = () => useChange(({ id, file }: { id: string; file: File }) => upload(addWaiverFile, { params: { waiverId: id }, file }))
export const useRecordTest = () => useChange(({ id, file, fields }: { id: string; file: File; fields: Record<string, string> }) => upload(recordTest, { params: { placementId: id }, file, fields }))

const size = 20
export async function findStudents(q: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(listStudents, { query: { q, size }, signal })
  return rows.map(({ id, name, studentNumber, cohortName }) => ({ value: id, label: name, note: `${studentNumber} · ${cohortName}` }))
}
export async function findTeachers(q: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(listTeachers, { query: { q, size }, signal })
  return rows.map(({ id, name, number }) => ({ value: id, label: name, note: number }))
}
export async function findPosts(q: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(listNeeds, { query: { q, state: 'open', size }, signal })
  return rows.map(({ id, title, number, organisationName }) => ({ value: id, label: `${organisationName} · ${title}`, note: number }))
}
