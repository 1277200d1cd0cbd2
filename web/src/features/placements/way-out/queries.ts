import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { askForChange, moveMyChange } from '@silian/server/contract/placements/changes'
import { complain, listMyComplaints, readMyComplaint, replyToMyComplaint } from '@silian/server/contract/placements/complaints'
import { listPlacements } from '@silian/server/contract/placements'
import { reportIncident } from '@silian/server/contract/placements/incidents'
import { getMyWayOut, moveMyReport, reportProblem } from '@silian/server/contract/placements/reports'
import type { Reply, Request } from '@silian/server/contract'
import { call } from '../../../kernel/api.ts'

export type WayOut = Reply<typeof getMyWayOut>
export type MyComplaint = Reply<typeof listMyComplaints>['rows'][number]

export const useWayOut = () => useQuery({ queryKey: ['way-out'], queryFn: ({ signal }) => call(getMyWayOut, { signal }) })
export const useMyComplaints = () => useQuery({ queryKey: ['way-out', 'complaints'], queryFn: ({ signal }) => call(listMyComplaints, { signal }) })
export const useLivePlacements = () => useQuery({ queryKey: ['placements', 'live-choice'], queryFn: ({ signal }) => call(listPlacements, { query: { state: 'live', size: 100 }, signal }) })

/** Everything of the way out is read again after a deed: it is one page. */
function useDeed<Input, Output>(deed: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: deed, onSuccess: () => client.invalidateQueries({ queryKey: ['way-out'] }) })
}
export const useReportProblem = () => useDeed((body: Request<typeof reportProblem>['body']) => call(reportProblem, { body }))
export const useMoveMyReport = () => useDeed(({ reportId, action }: { reportId: string; action: 'solve' | 'reopen' }) => call(moveMyReport, { params: { reportId }, body: { action } }))
export const useAskForChange = () => useDeed((body: Request<typeof askForChange>['body']) => call(askForChange, { body }))
export const useMoveMyChange = () => useDeed(({ changeId, action }: { changeId: string; action: 'withdraw' | 'insist' }) => call(moveMyChange, { params: { changeId }, body: { action } }))
export const useComplain = () => useDeed((body: Request<typeof complain>['body']) => call(complain, { body }))
export const useReadComplaint = () => useDeed((complaintId: string) => call(readMyComplaint, { params: { complaintId } }))
export const useReplyToComplaint = () => useDeed(({ complaintId, ...body }: { complaintId: string; text?: string; close?: boolean }) => call(replyToMyComplaint, { params: { complaintId }, body }))
export const useReportIncident = () => useDeed(({ placementId, ...body }: { placementId: string } & Request<typeof reportIncident>['body']) => call(reportIncident, { params: { placementId }, body }))
