import { useQuery } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import {
  addDealFile, changeDeal, changeRegistrationRule, draftDeal, getBoard, getDeal, getDealHistory, listRegistrationRules, moveDeal, planMilestones, publishPrice, reachMilestone, setReward, writeReceipt,
  type DealAction, type DealFields, type DealKind, type DealRow, type DealState,
} from '@silian/server/contract/technology/deals'
import { answerPriceObjection, listPriceObjections, type PriceObjection } from '@silian/server/contract/technology/deals/objections'
import { call, upload } from '../../../kernel/api.ts'
import { useChange } from '../queries.ts'

export type { DealAction, DealFields, DealKind, DealRow, DealState, PriceObjection }
export type DealView = Reply<typeof getDeal>

export const useBoard = () => useQuery({ queryKey: ['deals', 'board'], queryFn: ({ signal }) => call(getBoard, { signal }) })
export const useDeal = (dealId: string) => useQuery({ queryKey: ['deals', dealId], queryFn: ({ signal }) => call(getDeal, { params: { dealId }, signal }) })
export const useDealHistory = (dealId: string) => useQuery({ queryKey: ['deals', dealId, 'history'], queryFn: ({ signal }) => call(getDealHistory, { params: { dealId }, signal }) })
export const usePriceObjections = (dealId: string) => useQuery({ queryKey: ['deals', dealId, 'objections'], queryFn: ({ signal }) => call(listPriceObjections, { params: { dealId }, signal }) })
export const useAnswerObjection = () => useChange(({ dealId, objectionId, ...body }: { dealId: string; objectionId: string; outcome: 'kept' | 'changed'; answer: string }) => call(answerPriceObjection, { params: { dealId, objectionId }, body }))
export const useRegistrationRules = () => useQuery({ queryKey: ['registration-rules'], queryFn: ({ signal }) => call(listRegistrationRules, { signal }) })

type Of<E extends { body: unknown }> = { id: string } & E['body']
export const useDraftDeal = () => useChange((body: Request<typeof draftDeal>['body']) => call(draftDeal, { body }))
export const useChangeDeal = () => useChange(({ id, ...body }: Of<Request<typeof changeDeal>>) => call(changeDeal, { params: { dealId: id }, body }))
export const useMoveDeal = () => useChange(({ id, ...body }: Of<Request<typeof moveDeal>>) => call(moveDeal, { params: { dealId: id }, body }))
export const usePublishPrice = () => useChange(({ id, version }: { id: string; version: number }) => call(publishPrice, { params: { dealId: id }, body: { version } }))
export const usePlan = () => useChange(({ id, ...body }: Of<Request<typeof planMilestones>>) => call(planMilestones, { params: { dealId: id }, body }))
export const useReach = () => useChange(({ id, milestoneId, ...body }: { milestoneId: string } & Of<Request<typeof reachMilestone>>) => call(reachMilestone, { params: { dealId: id, milestoneId }, body }))
export const useReceive = () => useChange(({ id, ...body }: Of<Request<typeof writeReceipt>>) => call(writeReceipt, { params: { dealId: id }, body }))
export const useReward = () => useChange(({ id, ...body }: Of<Request<typeof setReward>>) => call(setReward, { params: { dealId: id }, body }))
export const useAddDealFile = () =>
  useChange(({ id, part, file, onProgress }: { id: string; part: 'contract' | 'evidence'; file: File; onProgress: (share: number) => void }) => upload(addDealFile, { params: { dealId: id }, file, fields: { part }, onProgress }))
export const useChangeRule = () => useChange(({ ruleId, decisionDays }: { ruleId: string; decisionDays: number }) => call(changeRegistrationRule, { params: { ruleId }, body: { decisionDays } }))
