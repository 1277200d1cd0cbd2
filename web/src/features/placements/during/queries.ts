import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { getLog, listLogs, readLog } from '@silian/server/contract/placements/logs'
import { getRota, noteRota, writeRota } from '@silian/server/contract/placements/rota'
import { giveMentor, listMentors, listTasks, moveTask, planTasks } from '@silian/server/contract/placements/tasks'
import { listDueVisits, listVisits, moveVisit, planVisit } from '@silian/server/contract/placements/visits'
import { call } from '../../../kernel/api.ts'

export type LogQuery = NonNullable<Request<typeof listLogs>['query']>
export type LogRow = Reply<typeof listLogs>['rows'][number]
export type LogRecord = Reply<typeof getLog>
export type Twin = LogRecord['twins'][number]
export type VisitQuery = NonNullable<Request<typeof listVisits>['query']>
export type Visit = Reply<typeof listVisits>['rows'][number]
export type DueVisit = Reply<typeof listDueVisits>['rows'][number]
export type VisitAction = Request<typeof moveVisit>['body']['action']
export type Tasks = Reply<typeof listTasks>
export type TaskCard = Tasks['rows'][number]
export type Rota = Reply<typeof getRota>
export type ShiftFields = Request<typeof writeRota>['body']['shifts'][number]

/** A step moves the inbox with it. */
function useChange<Given, Done>(key: string, work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all([key, 'inbox'].map((one) => client.invalidateQueries({ queryKey: [one] }))) })
}

export const useLogs = (query: LogQuery) => useQuery({ queryKey: ['logs', 'list', query], queryFn: ({ signal }) => call(listLogs, { query, signal }), placeholderData: keepPreviousData })
export const useLog = (logId: string) => useQuery({ queryKey: ['logs', logId], queryFn: ({ signal }) => call(getLog, { params: { logId }, signal }) })
export const useReadLog = () => useChange('logs', ({ id, ...body }: { id: string; comment: string; version: number }) => call(readLog, { params: { logId: id }, body }))

export const useVisits = (query: VisitQuery) => useQuery({ queryKey: ['visits', 'list', query], queryFn: ({ signal }) => call(listVisits, { query, signal }), placeholderData: keepPreviousData })
export const useDueVisits = (mine: boolean) => useQuery({ queryKey: ['visits', 'due', mine], queryFn: ({ signal }) => call(listDueVisits, { query: { mine: mine ? 'true' : 'false' }, signal }) })
export const usePlanVisit = () => useChange('visits', (body: Request<typeof planVisit>['body']) => call(planVisit, { body }))
export const useMoveVisit = () => useChange('visits', ({ id, ...body }: { id: string } & Request<typeof moveVisit>['body']) => call(moveVisit, { params: { visitId: id }, body }))

export const useTasks = (placementId: string) => useQuery({ queryKey: ['tasks', placementId], queryFn: ({ signal }) => call(listTasks, { params: { placementId }, signal }) })
export const usePlanTasks = (placementId: string) => useChange('tasks', (body: Request<typeof planTasks>['body']) => call(planTasks, { params: { placementId }, body }))
export const useMoveTask = () => useChange('tasks', ({ id, ...body }: { id: string } & Request<typeof moveTask>['body']) => call(moveTask, { params: { taskId: id }, body }))
export const useMentors = (placementId: string) => useQuery({ queryKey: ['tasks', placementId, 'mentors'], queryFn: ({ signal }) => call(listMentors, { params: { placementId }, signal }) })
export const useGiveMentor = (placementId: string) => useChange('tasks', (accountId: string | null) => call(giveMentor, { params: { placementId }, body: { accountId } }))

export const useRota = (placementId: string, week: string) => useQuery({ queryKey: ['rota', placementId, week], queryFn: ({ signal }) => call(getRota, { params: { placementId, week }, signal }), placeholderData: keepPreviousData })
export const useWriteRota = (placementId: string, week: string) => useChange('rota', (body: Request<typeof writeRota>['body']) => call(writeRota, { params: { placementId, week }, body }))
export const useNoteRota = (placementId: string, week: string) => useChange('rota', (remark: string) => call(noteRota, { params: { placementId, week }, body: { remark } }))
