import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { listChanges, moveChange } from '@silian/server/contract/placements/changes'
import { closeComplaint, getComplaint, listComplaints, unmaskComplaint, writeToComplaint } from '@silian/server/contract/placements/complaints'
import { closeIncident, getIncident, listIncidents, noteMeasure, noteNotice, openClaim, stepClaim } from '@silian/server/contract/placements/incidents'
import { answerReport, listReports } from '@silian/server/contract/placements/reports'
import { getRoll, unmaskRoll } from '@silian/server/contract/placements/roll'
import { listNeeds } from '@silian/server/contract/needs'
import { call } from '../../../kernel/api.ts'

export type ChangeRow = Reply<typeof listChanges>['rows'][number]
export type ReportRow = Reply<typeof listReports>['rows'][number]
export type ComplaintRow = Reply<typeof listComplaints>['rows'][number]
export type ComplaintView = Reply<typeof getComplaint>
export type IncidentRow = Reply<typeof listIncidents>['rows'][number]
export type IncidentView = Reply<typeof getIncident>
export type Roll = Reply<typeof getRoll>
type Query<E> = E extends { query: infer Q } ? Q : never

export const useChanges = (query: Query<Request<typeof listChanges>>) => useQuery({ queryKey: ['student-help', 'changes', query], queryFn: ({ signal }) => call(listChanges, { query, signal }), placeholderData: keepPreviousData })
export const useReports = (query: Query<Request<typeof listReports>>) => useQuery({ queryKey: ['student-help', 'reports', query], queryFn: ({ signal }) => call(listReports, { query, signal }), placeholderData: keepPreviousData })
export const useComplaints = (query: Query<Request<typeof listComplaints>>) => useQuery({ queryKey: ['complaints', query], queryFn: ({ signal }) => call(listComplaints, { query, signal }), placeholderData: keepPreviousData })
export const useComplaint = (complaintId: string) => useQuery({ queryKey: ['complaints', complaintId], queryFn: ({ signal }) => call(getComplaint, { params: { complaintId }, signal }) })
export const useIncidents = (query: Query<Request<typeof listIncidents>>) => useQuery({ queryKey: ['incidents', query], queryFn: ({ signal }) => call(listIncidents, { query, signal }), placeholderData: keepPreviousData })
export const useIncident = (incidentId: string) => useQuery({ queryKey: ['incidents', incidentId], queryFn: ({ signal }) => call(getIncident, { params: { incidentId }, signal }) })
export const useRoll = (query: Query<Request<typeof getRoll>>) => useQuery({ queryKey: ['roll', query], queryFn: ({ signal }) => call(getRoll, { query, signal }), placeholderData: keepPreviousData })
export const useUnmaskRoll = () => useMutation({ mutationFn: (body: Request<typeof unmaskRoll>['body']) => call(unmaskRoll, { body }) })
export const findPosts = async (q: string) => (await call(listNeeds, { query: { q, state: 'open', size: 20 } })).rows

/** After a deed its own list or record is read again, and the inbox. */
function useDeed<Input, Output>(key: string, deed: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: deed, onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: [key] }), client.invalidateQueries({ queryKey: ['inbox'] })]) })
}
export const useMoveChange = () => useDeed('student-help', ({ changeId, ...body }: { changeId: string } & Request<typeof moveChange>['body']) => call(moveChange, { params: { changeId }, body }))
export const useAnswerReport = () => useDeed('student-help', ({ reportId, answer }: { reportId: string; answer: string }) => call(answerReport, { params: { reportId }, body: { answer } }))
export const useWriteToComplaint = (complaintId: string) => useDeed('complaints', (body: Request<typeof writeToComplaint>['body']) => call(writeToComplaint, { params: { complaintId }, body }))
export const useCloseComplaint = (complaintId: string) => useDeed('complaints', () => call(closeComplaint, { params: { complaintId } }))
export const useUnmaskComplaint = (complaintId: string) => useDeed('complaints', (reason: string) => call(unmaskComplaint, { params: { complaintId }, body: { reason } }))
export const useNoteNotice = (incidentId: string) => useDeed('incidents', (body: Request<typeof noteNotice>['body']) => call(noteNotice, { params: { incidentId }, body }))
export const useNoteMeasure = (incidentId: string) => useDeed('incidents', (body: Request<typeof noteMeasure>['body']) => call(noteMeasure, { params: { incidentId }, body }))
export const useOpenClaim = (incidentId: string) => useDeed('incidents', (body: Request<typeof openClaim>['body']) => call(openClaim, { params: { incidentId }, body }))
export const useStepClaim = (incidentId: string) => useDeed('incidents', ({ claimId, ...body }: { claimId: string } & Request<typeof stepClaim>['body']) => call(stepClaim, { params: { incidentId, claimId }, body }))
export const useCloseIncident = (incidentId: string) => useDeed('incidents', (conclusion: string) => call(closeIncident, { params: { incidentId }, body: { conclusion } }))
