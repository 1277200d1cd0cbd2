import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { getPay, getPayAlarm, listPay, listPayAlarms, movePayAlarm, recordPay, withdrawPay } from '@silian/server/contract/placements/pay'
import { call, upload } from '../../../kernel/api.ts'

export type PayQuery = NonNullable<Request<typeof listPay>['query']>
export type PayRow = Reply<typeof listPay>['rows'][number]
export type Pay = Reply<typeof getPay>
export type PayMonth = Pay['months'][number]
export type PayAnswer = NonNullable<PayMonth['answer']>
export type PayRecord = NonNullable<PayMonth['record']>
export type AlarmQuery = NonNullable<Request<typeof listPayAlarms>['query']>
export type AlarmRow = Reply<typeof listPayAlarms>['rows'][number]
export type Alarm = Reply<typeof getPayAlarm>

export const usePayList = (query: PayQuery) => useQuery({ queryKey: ['pay', 'list', query], queryFn: ({ signal }) => call(listPay, { query, signal }), placeholderData: keepPreviousData })
export const usePay = (placementId: string) => useQuery({ queryKey: ['pay', placementId], queryFn: ({ signal }) => call(getPay, { params: { placementId }, signal }) })
export const useAlarms = (query: AlarmQuery) => useQuery({ queryKey: ['pay', 'alarms', query], queryFn: ({ signal }) => call(listPayAlarms, { query, signal }), placeholderData: keepPreviousData })
export const useAlarm = (alarmId: string) => useQuery({ queryKey: ['pay', 'alarm', alarmId], queryFn: ({ signal }) => call(getPayAlarm, { params: { alarmId }, signal }) })

function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all(['pay', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))) })
}
export const useRecordPay = () => useChange(({ placementId, month, file, fields }: { placementId: string; month: string; file: File; fields: Record<string, string> }) => upload(recordPay, { params: { placementId, month }, file, fields }))
export const useWithdrawPay = () => useChange(({ placementId, month, reason }: { placementId: string; month: string; reason: string }) => call(withdrawPay, { params: { placementId, month }, body: { reason } }))
export const useMoveAlarm = () => useChange(({ id, ...body }: { id: string } & Request<typeof movePayAlarm>['body']) => call(movePayAlarm, { params: { alarmId: id }, body }))
