import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import {
  confirmSecrecy, getIntroduction, getIntroductionHistory, introduce, listIntroductions, moveIntroduction, readOutcome, writeMinutes,
  type IntroductionAction, type IntroductionRow, type IntroductionState,
} from '@silian/server/contract/technology/introductions'
import { call } from '../../../kernel/api.ts'
import { useChange } from '../queries.ts'

export type { IntroductionAction, IntroductionRow, IntroductionState }
export type IntroductionView = Reply<typeof getIntroduction>
export type IntroductionQuery = NonNullable<Request<typeof listIntroductions>['query']>

export const useIntroductions = (query: IntroductionQuery) => useQuery({ queryKey: ['introductions', 'list', query], queryFn: ({ signal }) => call(listIntroductions, { query, signal }), placeholderData: keepPreviousData })
export const useIntroduction = (introductionId: string) => useQuery({ queryKey: ['introductions', introductionId], queryFn: ({ signal }) => call(getIntroduction, { params: { introductionId }, signal }) })
export const useIntroductionHistory = (introductionId: string) => useQuery({ queryKey: ['introductions', introductionId, 'history'], queryFn: ({ signal }) => call(getIntroductionHistory, { params: { introductionId }, signal }) })

export const useIntroduce = () => useChange((body: Request<typeof introduce>['body']) => call(introduce, { body }))
export const useMoveIntroduction = () => useChange(({ id, ...body }: { id: string } & Request<typeof moveIntroduction>['body']) => call(moveIntroduction, { params: { introductionId: id }, body }))
export const useConfirmSecrecy = () => useChange(({ id, sha256 }: { id: string; sha256: string }) => call(confirmSecrecy, { params: { introductionId: id }, body: { sha256 } }))
export const useWriteMinutes = () => useChange(({ id, ...body }: { id: string; heldOn: string; text: string; nextStep?: string }) => call(writeMinutes, { params: { introductionId: id }, body }))
export const useReadOutcome = () => useChange((introductionId: string) => call(readOutcome, { params: { introductionId } }))
