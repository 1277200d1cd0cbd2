import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { addClaim, addEvidence, decideClaim, listClaims, readClaims } from '@silian/server/contract/practice/claims'
import { addPhoto, listJournals, moveJournal, removePhoto, writeJournal } from '@silian/server/contract/practice/journals'
import { changeOpening, getOpening, listOpenings, moveOpening, writeOpening } from '@silian/server/contract/practice/openings'
import { addPaper, changePlan, draftPlanAgreement, getPlan, getPlanHistory, listPlans, movePlan, writeCheck, writePlan } from '@silian/server/contract/practice/plans'
import { addDepartment, changeDepartment, changePracticeSetting, changeProfile, getCoverage, getMyPractice, getPracticeSetting, getTeacherStanding, listStandings, listTeacherAccounts } from '@silian/server/contract/practice/roster'
import { call, upload } from '../../kernel/api.ts'

export type Opening = Reply<typeof getOpening>
export type OpeningRow = Reply<typeof listOpenings>['rows'][number]
export type OpeningFields = Request<typeof writeOpening>['body']
export type OpeningQuery = NonNullable<Request<typeof listOpenings>['query']>
export type Plan = Reply<typeof getPlan>
export type PlanRow = Reply<typeof listPlans>['rows'][number]
export type PlanQuery = NonNullable<Request<typeof listPlans>['query']>
export type PlanAction = Request<typeof movePlan>['body']['action']
export type PlanStep = Request<typeof movePlan>['body']
export type Week = Reply<typeof listJournals>['rows'][number]
export type TeacherStanding = Reply<typeof getTeacherStanding>
export type StandingRow = Reply<typeof listStandings>['rows'][number]
export type StandingQuery = NonNullable<Request<typeof listStandings>['query']>
export type ClaimRow = Reply<typeof listClaims>['rows'][number]
export type ClaimQuery = NonNullable<Request<typeof listClaims>['query']>
export type Setting = Reply<typeof getPracticeSetting>
export type SheetRead = Reply<typeof readClaims>

export const useOpenings = (query: OpeningQuery) => useQuery({ queryKey: ['practice', 'openings', query], queryFn: ({ signal }) => call(listOpenings, { query, signal }), placeholderData: keepPreviousData })
export const useOpening = (openingId: string) => useQuery({ queryKey: ['practice', 'opening', openingId], queryFn: ({ signal }) => call(getOpening, { params: { openingId }, signal }), enabled: openingId !== '' })
export const usePlans = (query: PlanQuery, enabled = true) => useQuery({ queryKey: ['practice', 'plans', query], queryFn: ({ signal }) => call(listPlans, { query, signal }), placeholderData: keepPreviousData, enabled })
export const usePlan = (planId: string) => useQuery({ queryKey: ['practice', 'plan', planId], queryFn: ({ signal }) => call(getPlan, { params: { planId }, signal }), enabled: planId !== '' })
export const usePlanHistory = (planId: string) => useQuery({ queryKey: ['practice', 'plan', planId, 'history'], queryFn: ({ signal }) => call(getPlanHistory, { params: { planId }, signal }) })
export const useWeeks = (planId: string) => useQuery({ queryKey: ['practice', 'plan', planId, 'weeks'], queryFn: ({ signal }) => call(listJournals, { params: { planId }, signal }), enabled: planId !== '' })
export const useStandings = (query: StandingQuery) => useQuery({ queryKey: ['practice', 'standings', query], queryFn: ({ signal }) => call(listStandings, { query, signal }), placeholderData: keepPreviousData })
export const useTeacherStanding = (teacherId: string) => useQuery({ queryKey: ['practice', 'teacher', teacherId], queryFn: ({ signal }) => call(getTeacherStanding, { params: { teacherId }, signal }) })
export const useMyPractice = (enabled = true) => useQuery({ queryKey: ['practice', 'mine'], queryFn: ({ signal }) => call(getMyPractice, { signal }), enabled })
export const useClaims = (query: ClaimQuery) => useQuery({ queryKey: ['practice', 'claims', query], queryFn: ({ signal }) => call(listClaims, { query, signal }), placeholderData: keepPreviousData })
export const usePracticeSetting = (enabled = true) => useQuery({ queryKey: ['practice', 'setting'], queryFn: ({ signal }) => call(getPracticeSetting, { signal }), enabled })
export const useTeacherAccounts = () => useQuery({ queryKey: ['practice', 'accounts'], queryFn: ({ signal }) => call(listTeacherAccounts, { signal }) })
export const useCoverage = () => useQuery({ queryKey: ['practice', 'coverage'], queryFn: ({ signal }) => call(getCoverage, { signal }) })

/** A step moves counters, lists and the inbox with it. */
export function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all(['practice', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))) })
}

export type Known = { id: string; version: number } | null
type PlanBody = Request<typeof writePlan>['body']
export const useSavePlan = () => useChange(({ known, body }: { known: Known; body: PlanBody }) => (known ? call(changePlan, { params: { planId: known.id }, body: { ...body, version: known.version } }) : call(writePlan, { body })))
export const useMovePlan = () => useChange(({ id, ...body }: { id: string } & PlanStep) => call(movePlan, { params: { planId: id }, body }))
export const useSaveOpening = () =>
  useChange(({ known, organisationId, body }: { known: Known; organisationId?: string; body: OpeningFields }) =>
    known ? call(changeOpening, { params: { openingId: known.id }, body: { ...body, version: known.version } }) : call(writeOpening, { body: { ...body, ...(organisationId ? { organisationId } : {}) } }),
  )
export const useMoveOpening = () => useChange(({ id, ...body }: { id: string } & Request<typeof moveOpening>['body']) => call(moveOpening, { params: { openingId: id }, body }))
export const useWriteWeek = (planId: string) => useChange(({ weekOn, ...body }: { weekOn: string } & Request<typeof writeJournal>['body']) => call(writeJournal, { params: { planId, weekOn }, body }))
export const useMoveWeek = (planId: string) => useChange(({ weekOn, ...body }: { weekOn: string } & Request<typeof moveJournal>['body']) => call(moveJournal, { params: { planId, weekOn }, body }))
export const useAddPhoto = (planId: string) => useChange(({ weekOn, file, onProgress }: { weekOn: string; file: File; onProgress?: (share: number) => void }) => upload(addPhoto, { params: { planId, weekOn }, file, onProgress }))
export const useRemovePhoto = (planId: string) => useChange(({ weekOn, fileId }: { weekOn: string; fileId: string }) => call(removePhoto, { params: { planId, weekOn, fileId } }))
export const useWriteCheck = (planId: string) => useChange((body: Request<typeof writeCheck>['body']) => call(writeCheck, { params: { planId }, body }))
export const useAddPaper = (planId: string) => useChange(({ part, file, onProgress }: { part: string; file: File; onProgress?: (share: number) => void }) => upload(addPaper, { params: { planId }, file, fields: { part }, onProgress }))
export const useDraftAgreement = (planId: string) => useChange(() => call(draftPlanAgreement, { params: { planId } }))
export const useAddClaim = () => useChange((body: Request<typeof addClaim>['body']) => call(addClaim, { body }))
export const useAddEvidence = () => useChange(({ claimId, file, onProgress }: { claimId: string; file: File; onProgress?: (share: number) => void }) => upload(addEvidence, { params: { claimId }, file, onProgress }))
export const useDecideClaim = () => useChange(({ claimId, ...body }: { claimId: string } & Request<typeof decideClaim>['body']) => call(decideClaim, { params: { claimId }, body }))
export const useReadClaims = () => useChange(({ file, write, onProgress }: { file: File; write: boolean; onProgress?: (share: number) => void }) => upload(readClaims, { file, fields: { write: String(write) }, onProgress }))
export const useChangeProfile = () => useChange(({ teacherId, ...body }: { teacherId: string } & Request<typeof changeProfile>['body']) => call(changeProfile, { params: { teacherId }, body }))
export const useChangeSetting = () => useChange((body: Request<typeof changePracticeSetting>['body']) => call(changePracticeSetting, { body }))
export const useSaveDepartment = () => useChange(({ id, ...body }: { id: string | null } & Request<typeof addDepartment>['body']) => (id ? call(changeDepartment, { params: { departmentId: id }, body }) : call(addDepartment, { body })))
