import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { changeOffer, getOffer, getOfferHistory, listOffers, moveOffer, writeOffer, type OfferFields, type OfferRow, type OfferState } from '@silian/server/contract/services/offers'
import { getRequest, getRequestHistory, listOfNeed, listRequests, moveRequest, routeNeed, suggestOffers, takeNeed, type RequestRow, type RequestState, type Suggestion } from '@silian/server/contract/services/requests'
import { listRatings, rateService, type RatingSum } from '@silian/server/contract/services/ratings'
import { call } from '../../kernel/api.ts'

export type { OfferFields, OfferRow, OfferState, RequestRow, RequestState, Suggestion, RatingSum }
export type OfferView = Reply<typeof getOffer>
export type RequestView = Reply<typeof getRequest>
export type NeedServices = Reply<typeof listOfNeed>
export type OfferQuery = NonNullable<Request<typeof listOffers>['query']>
export type RequestQuery = NonNullable<Request<typeof listRequests>['query']>
export type OfferAction = Request<typeof moveOffer>['body']['action']
export type RequestAction = Request<typeof moveRequest>['body']['action']

export const useOffers = (query: OfferQuery) => useQuery({ queryKey: ['services', 'offers', query], queryFn: ({ signal }) => call(listOffers, { query, signal }), placeholderData: keepPreviousData })
export const useOffer = (offerId: string) => useQuery({ queryKey: ['services', 'offer', offerId], queryFn: ({ signal }) => call(getOffer, { params: { offerId }, signal }) })
export const useOfferHistory = (offerId: string) => useQuery({ queryKey: ['services', 'offer', offerId, 'history'], queryFn: ({ signal }) => call(getOfferHistory, { params: { offerId }, signal }) })
export const useRequests = (query: RequestQuery) => useQuery({ queryKey: ['services', 'requests', query], queryFn: ({ signal }) => call(listRequests, { query, signal }), placeholderData: keepPreviousData })
export const useRequest = (requestId: string) => useQuery({ queryKey: ['services', 'request', requestId], queryFn: ({ signal }) => call(getRequest, { params: { requestId }, signal }) })
export const useRequestHistory = (requestId: string) => useQuery({ queryKey: ['services', 'request', requestId, 'history'], queryFn: ({ signal }) => call(getRequestHistory, { params: { requestId }, signal }) })
export const useNeedServices = (needId: string) => useQuery({ queryKey: ['services', 'need', needId], queryFn: ({ signal }) => call(listOfNeed, { params: { needId }, signal }) })
export const useSuggestions = (needId: string) => useQuery({ queryKey: ['services', 'need', needId, 'suggestions'], queryFn: ({ signal }) => call(suggestOffers, { params: { needId }, signal }) })
export const useRatings = (query: { offerId?: string; providerId?: string }) => useQuery({ queryKey: ['services', 'ratings', query], queryFn: ({ signal }) => call(listRatings, { query: { ...query, size: 100 }, signal }) })

/** A step moves the need, the inbox and what firms were asked with it. */
export function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all(['services', 'problems', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))) })
}

export type SavingOffer = { known: { id: string; version: number } | null; organisationId?: string; body: OfferFields }
export const useSaveOffer = () =>
  useChange(({ known, organisationId, body }: SavingOffer) =>
    known ? call(changeOffer, { params: { offerId: known.id }, body: { ...body, version: known.version } }) : call(writeOffer, { body: { ...body, ...(organisationId ? { organisationId } : {}) } }),
  )
export const useMoveOffer = () => useChange(({ id, ...body }: { id: string } & Request<typeof moveOffer>['body']) => call(moveOffer, { params: { offerId: id }, body }))
export const useMoveRequest = () => useChange(({ id, ...body }: { id: string } & Request<typeof moveRequest>['body']) => call(moveRequest, { params: { requestId: id }, body }))
export const useRoute = () => useChange(({ needId, ...body }: { needId: string } & Request<typeof routeNeed>['body']) => call(routeNeed, { params: { needId }, body }))
export const useTakeNeed = () => useChange(({ needId, ...body }: { needId: string } & Request<typeof takeNeed>['body']) => call(takeNeed, { params: { needId }, body }))
export const useRate = () => useChange(({ id, ...body }: { id: string } & Request<typeof rateService>['body']) => call(rateService, { params: { requestId: id }, body }))
