import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { getClassLetter, getMyIntake, listMyIntakes, signUp } from '@silian/server/contract/training/choices'
import { answerOffer } from '@silian/server/contract/training/offers'
import { getMyPlace, listMyPlaces, movePlace } from '@silian/server/contract/training/places'
import { confirmRetention } from '@silian/server/contract/training/retention'
import { call } from '../../../kernel/api.ts'

export type MyIntake = Reply<typeof getMyIntake>
export type MyPlace = Reply<typeof getMyPlace>
export type ClassLetter = Reply<typeof getClassLetter>

export const useMyIntakes = () => useQuery({ queryKey: ['my-classes', 'intakes'], queryFn: ({ signal }) => call(listMyIntakes, { signal }) })
export const useMyIntake = (intakeId: string) => useQuery({ queryKey: ['my-classes', 'intakes', intakeId], queryFn: ({ signal }) => call(getMyIntake, { params: { intakeId }, signal }) })
export const useLetter = (intakeId: string) => useQuery({ queryKey: ['my-classes', 'letter', intakeId], queryFn: ({ signal }) => call(getClassLetter, { params: { intakeId }, signal }) })
export const useMyPlaces = () => useQuery({ queryKey: ['my-classes', 'places'], queryFn: ({ signal }) => call(listMyPlaces, { signal }) })
export const useMyPlace = (placeId: string) => useQuery({ queryKey: ['my-classes', 'places', placeId], queryFn: ({ signal }) => call(getMyPlace, { params: { placeId }, signal }) })

function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => client.invalidateQueries({ queryKey: ['my-classes'] }) })
}
export const useSignUp = (intakeId: string) => useChange((body: Request<typeof signUp>['body']) => call(signUp, { params: { intakeId }, body }))
export const useMoveMyPlace = (placeId: string) => useChange((body: Request<typeof movePlace>['body']) => call(movePlace, { params: { placeId }, body }))
export const useAnswerOffer = (placeId: string) => useChange((body: Request<typeof answerOffer>['body']) => call(answerOffer, { params: { placeId }, body }))
export const useRetention = () => useChange(({ id, ...body }: { id: string } & Request<typeof confirmRetention>['body']) => call(confirmRetention, { params: { retentionId: id }, body }))
