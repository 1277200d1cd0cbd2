import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { getMyLogs } from '@silian/server/contract/placements/logs'
import { answerPay, getMyPay, getPay } from '@silian/server/contract/placements/pay'
import { getRota } from '@silian/server/contract/placements/rota'
import { listInterns, listTasks, moveTask } from '@silian/server/contract/placements/tasks'
import { createStore, get, set } from 'idb-keyval'
import { useCallback, useEffect } from 'react'
import { ApiError, call } from '../../../kernel/api.ts'
import { useSession } from '../../../kernel/session.ts'
import { sendQueued, type Log } from './log-outbox.ts'

export type MyLogs = Reply<typeof getMyLogs>
export type TaskCard = Reply<typeof listTasks>['rows'][number]

/** What the phone last saw, so that a page opened without a network still knows weeks and tasks. */
const seenStore = createStore('silian-seen', 'logs')
const logsKey = ['my-logs'] as const
export function useMyLogs() {
  const accountId = useSession()?.account.id ?? ''
  return useQuery({
    queryKey: [...logsKey, accountId],
    enabled: accountId !== '',
    networkMode: 'always',
    queryFn: async ({ signal }): Promise<MyLogs> => {
      try {
        const fresh = await call(getMyLogs, { signal })
        await set(accountId, fresh, seenStore).catch(() => {})
        return fresh
      } catch (error) {
        const seen = error instanceof ApiError && error.code === 'unreachable' ? await get<MyLogs>(accountId, seenStore).catch(() => undefined) : undefined
        if (seen) return seen
        throw error
      }
    },
  })
}

/** Sends what waits: at once, when the network is back, when the page is looked at again, and twice a minute. */
export function useSync(): () => Promise<void> {
  const client = useQueryClient()
  const accountId = useSession()?.account.id
  const run = useCallback(async () => {
    if (!accountId) return
    await sendQueued(accountId, (log) => {
      client.setQueryData<MyLogs>([...logsKey, accountId], (old) => old && { ...old, weeks: old.weeks.map((one) => (one.week === log.week && old.placement?.id === log.placementId ? { ...one, log } : one)) })
    })
  }, [accountId, client])
  useEffect(() => {
    const go = () => void run().catch(() => {})
    go()
    const timer = setInterval(go, 30_000)
    window.addEventListener('online', go)
    document.addEventListener('visibilitychange', go)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', go)
      document.removeEventListener('visibilitychange', go)
    }
  }, [run])
  return run
}
export type { Log }

export const useTasks = (placementId: string | undefined) =>
  useQuery({ queryKey: ['tasks', placementId], enabled: placementId !== undefined, queryFn: ({ signal }) => call(listTasks, { params: { placementId: placementId! }, signal }) })
export const useRota = (placementId: string | undefined, week: string) =>
  useQuery({ queryKey: ['rota', placementId, week], enabled: placementId !== undefined, queryFn: ({ signal }) => call(getRota, { params: { placementId: placementId!, week }, signal }) })
export const useInterns = () => useQuery({ queryKey: ['tasks', 'interns'], queryFn: ({ signal }) => call(listInterns, { signal }) })

export function useMoveTask() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string } & Request<typeof moveTask>['body']) => call(moveTask, { params: { taskId: id }, body }),
    onSettled: () => Promise.all(['tasks', 'my-logs', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}

export type Pay = Reply<typeof getPay>
export type PayMonth = Pay['months'][number]
export const useMyPay = () =>
  useQuery({
    queryKey: ['pay', 'mine'],
    queryFn: async ({ signal }) => {
      const { placementId } = await call(getMyPay, { signal })
      return { pay: placementId ? await call(getPay, { params: { placementId }, signal }) : null }
    },
  })
export function useAnswerPay() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ placementId, month, ...body }: { placementId: string; month: string } & Request<typeof answerPay>['body']) => call(answerPay, { params: { placementId, month }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['pay'] }),
  })
}
