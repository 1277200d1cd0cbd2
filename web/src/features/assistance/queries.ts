import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { getCare, writeCheck, writeFine } from '@silian/server/contract/assistance/checks'
import { answerStay, getMyStay } from '@silian/server/contract/assistance/stays'
import { call } from '../../kernel/api.ts'

/** What phones ask; the desk has queries of its own. */
export type Care = Reply<typeof getCare>
export type CareRow = Care['rows'][number]
export type CheckForm = Request<typeof writeCheck>['body']
export type MyStay = Reply<typeof getMyStay>

export const useCare = (weekOn: string | undefined) => useQuery({ queryKey: ['assistance', 'care', weekOn ?? ''], queryFn: ({ signal }) => call(getCare, { query: weekOn ? { weekOn } : {}, signal }) })
export const useMyStay = (stayId: string) => useQuery({ queryKey: ['my-stays', stayId], queryFn: ({ signal }) => call(getMyStay, { params: { stayId }, signal }) })

/** What is recorded moves the lists and the inbox with it. */
export function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all(['assistance', 'my-stays', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))) })
}
export const useWriteFine = () => useChange((body: Request<typeof writeFine>['body']) => call(writeFine, { body }))
export const useWriteCheck = () => useChange(({ placementId, weekOn, ...body }: { placementId: string; weekOn: string } & CheckForm) => call(writeCheck, { params: { placementId, weekOn }, body }))
export const useAnswerStay = (stayId: string) => useChange((body: Request<typeof answerStay>['body']) => call(answerStay, { params: { stayId }, body }))
