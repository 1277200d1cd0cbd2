import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { dropBank, getBank, publishBank, saveBank } from '@silian/server/contract/placements/safety'
import { call } from '../../../kernel/api.ts'

export type Bank = Reply<typeof getBank>
export type BankVersion = Bank['current']
export type Question = BankVersion['questions'][number]

export const useBank = () => useQuery({ queryKey: ['safety-bank'], queryFn: ({ signal }) => call(getBank, { signal }) })
function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => client.invalidateQueries({ queryKey: ['safety-bank'] }) })
}
export const useSaveBank = () => useChange((body: Request<typeof saveBank>['body']) => call(saveBank, { body }))
export const usePublishBank = () => useChange(() => call(publishBank))
export const useDropBank = () => useChange(() => call(dropBank))
