import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { answerMarkObjection, getAssessment, giveMarks, objectToMark, publishResult, writeText } from '@silian/server/contract/placements/assessments'
import { getMyWayOut } from '@silian/server/contract/placements/reports'
import { call } from '../../../kernel/api.ts'

export type Assessment = Reply<typeof getAssessment>

/** Where I am: the same answer as on the way out, without what that page brings besides. */
export const useMyPlaces = () => useQuery({ queryKey: ['way-out'], queryFn: ({ signal }) => call(getMyWayOut, { signal }) })
export const useAssessment = (placementId: string) => useQuery({ queryKey: ['assessments', placementId], queryFn: ({ signal }) => call(getAssessment, { params: { placementId }, signal }), enabled: placementId !== '' })

function useDeed<Input, Output>(deed: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: deed, onSuccess: () => client.invalidateQueries({ queryKey: ['assessments'] }) })
}
export const useGiveMarks = (placementId: string, part: 'unit' | 'school') => useDeed((body: Request<typeof giveMarks>['body']) => call(giveMarks, { params: { placementId, part }, body }))
export const useWriteText = (placementId: string, kind: 'summary' | 'report') => useDeed((body: Request<typeof writeText>['body']) => call(writeText, { params: { placementId, kind }, body }))
export const usePublishResult = (placementId: string) => useDeed(() => call(publishResult, { params: { placementId } }))
export const useObject = (placementId: string) => useDeed((reason: string) => call(objectToMark, { params: { placementId }, body: { reason } }))
export const useAnswerObjection = (placementId: string) => useDeed((body: Request<typeof answerMarkObjection>['body']) => call(answerMarkObjection, { params: { placementId }, body }))
