import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { getMyPlacement } from '@silian/server/contract/placements/mine'
import { finishTest, listTests, startTest } from '@silian/server/contract/placements/safety'
import { call } from '../../../kernel/api.ts'

export type Mine = NonNullable<Reply<typeof getMyPlacement>['placement']>
export type Drawn = Reply<typeof startTest>
export type Asked = Drawn['questions'][number]
export type Marked = Reply<typeof finishTest>

export const useMine = () => useQuery({ queryKey: ['my-placement'], queryFn: ({ signal }) => call(getMyPlacement, { signal }) })
export const useTests = (placementId: string) => useQuery({ queryKey: ['my-placement', placementId, 'tests'], queryFn: ({ signal }) => call(listTests, { params: { placementId }, signal }) })
export const useStartTest = () => useMutation({ mutationFn: (placementId: string) => call(startTest, { params: { placementId } }) })
export function useFinishTest() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ placementId, testId, answers }: { placementId: string; testId: string; answers: Request<typeof finishTest>['body']['answers'] }) => call(finishTest, { params: { placementId, testId }, body: { answers } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['my-placement'] }),
  })
}
