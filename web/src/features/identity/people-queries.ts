import { invite, listInvitationPlaces, listInvitations, renewInvitation, revokeInvitation } from '@silian/server/contract/identity/invitations'
import { listSeatsOfOthers, offerWayBackIn, revokeSeat } from '@silian/server/contract/identity/seats'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../kernel/api.ts'
import type { ListState } from '../../ui/list-state.ts'

const key = ['people'] as const
type SeatQuery = NonNullable<Parameters<typeof call<typeof listSeatsOfOthers>>[1]>['query']

export const useSeats = ({ query }: ListState) =>
  useQuery({ queryKey: [...key, 'seats', query], queryFn: ({ signal }) => call(listSeatsOfOthers, { query: query as SeatQuery, signal }), placeholderData: keepPreviousData })

export const useInvitations = ({ page, size }: Pick<ListState, 'page' | 'size'>) =>
  useQuery({ queryKey: [...key, 'invitations', page, size], queryFn: ({ signal }) => call(listInvitations, { query: { page, size }, signal }), placeholderData: keepPreviousData })

/** For the combo box: organisations whose people I may invite. */
export const findPlaces = (q: string, signal: AbortSignal) => call(listInvitationPlaces, { query: { q }, signal })

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: key })
}

type Invitation = NonNullable<Parameters<typeof call<typeof invite>>[1]>['body']

export const useInvite = () => useMutation({ mutationFn: (body: Invitation) => call(invite, { body }), onSuccess: useRefresh() })
export const useRenew = () => useMutation({ mutationFn: (invitationId: string) => call(renewInvitation, { params: { invitationId } }), onSuccess: useRefresh() })
export const useWithdraw = () => useMutation({ mutationFn: (invitationId: string) => call(revokeInvitation, { params: { invitationId } }), onSuccess: useRefresh() })
export const useRevokeSeat = () => useMutation({ mutationFn: (seatId: string) => call(revokeSeat, { params: { seatId } }), onSuccess: useRefresh() })
export const useOfferWayBack = () => useMutation({ mutationFn: (seatId: string) => call(offerWayBackIn, { params: { seatId } }), onSuccess: useRefresh() })
