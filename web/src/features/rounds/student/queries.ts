import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { askForHelp, listMyHelp } from '@silian/server/contract/rounds/help'
import { getMyFits } from '@silian/server/contract/rounds/fits'
import { answerPlacement, getLetter, getMyLetter, tryMyWishes } from '@silian/server/contract/rounds/letters'
import { objectToResult } from '@silian/server/contract/rounds/objections'
import { getMyPost, getMyRound, listMyRounds, saveMyWishes } from '@silian/server/contract/rounds/wishes'
import { call } from '../../../kernel/api.ts'

export const useMyRounds = () => useQuery({ queryKey: ['my-rounds'], queryFn: ({ signal }) => call(listMyRounds, { signal }) })

export const useMyRound = (roundId: string) => useQuery({ queryKey: ['my-rounds', roundId], queryFn: ({ signal }) => call(getMyRound, { params: { roundId }, signal }) })

/** Which posts fit my programme. The page works without: it is only asked for to sort and to say why. */
export const useMyFits = (roundId: string) => useQuery({ queryKey: ['my-rounds', roundId, 'fits'], queryFn: ({ signal }) => call(getMyFits, { params: { roundId }, signal }) })

export const useMyPost = (roundId: string, postId: string) =>
  useQuery({ queryKey: ['my-rounds', roundId, 'posts', postId], queryFn: ({ signal }) => call(getMyPost, { params: { roundId, postId }, signal }) })

export type Wish = { postId: string; reason: string | null }

export function useSaveWishes(roundId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ wishes, submit }: { wishes: Wish[]; submit: boolean }) => call(saveMyWishes, { params: { roundId }, body: { wishes, submit } }),
    onSuccess: (_saved, { submit }) => (submit ? client.invalidateQueries({ queryKey: ['my-rounds'] }) : undefined),
  })
}

/** One's own letter, or (for the school and the office) a student's. */
export const useLetter = (roundId: string, studentId?: string) =>
  useQuery({
    queryKey: ['letters', roundId, studentId ?? 'mine'],
    queryFn: ({ signal }) => (studentId ? call(getLetter, { params: { roundId, studentId }, signal }) : call(getMyLetter, { params: { roundId }, signal })),
  })

export function useAnswer(roundId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { answer: 'accepted' | 'declined'; reason?: string }) => call(answerPlacement, { params: { roundId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['letters', roundId] }),
  })
}

export function useObject(roundId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: string) => call(objectToResult, { params: { roundId }, body: { body } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['letters', roundId] }),
  })
}

export const useTryWishes = (roundId: string) => useMutation({ mutationFn: (choices: string[]) => call(tryMyWishes, { params: { roundId }, body: { choices } }) })

export const useMyHelp = () => useQuery({ queryKey: ['my-help'], queryFn: ({ signal }) => call(listMyHelp, { signal }) })

export function useAskForHelp() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { topic: 'question' | 'unsafe' | 'unfair' | 'pay' | 'other'; body: string; pastParties: boolean }) => call(askForHelp, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['my-help'] }),
  })
}
