import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Request } from '@silian/server/contract'
import { createRound, getRound, getRoundHistory, listRounds, moveRound, startSecondRound, updateRound, type RoundAction } from '@silian/server/contract/rounds'
import { chooseCohorts, getRoundProgress, listRoundCohorts, remindStudents } from '@silian/server/contract/rounds/cohorts'
import { answerHelp, listHelpRequests } from '@silian/server/contract/rounds/help'
import { getResultSummary, getSeatReport, listResults } from '@silian/server/contract/rounds/letters'
import { answerObjection, listObjections } from '@silian/server/contract/rounds/objections'
import { choosePosts, listRoundPosts } from '@silian/server/contract/rounds/posts'
import { getRules, saveRules } from '@silian/server/contract/rounds/rule'
import { stopRun } from '@silian/server/contract/rounds/runs'
import { listApplicants, listMyRoundPosts, saveScores } from '@silian/server/contract/rounds/scores'
import { tryRound } from '@silian/server/contract/rounds/trials'
import { approveWishWaivers, listWishWaivers } from '@silian/server/contract/rounds/wishes'
import { call } from '../../../kernel/api.ts'

export type Settings = Request<typeof createRound>['body']

export const useRounds = (query: Request<typeof listRounds>['query']) =>
  useQuery({ queryKey: ['rounds', 'list', query], queryFn: ({ signal }) => call(listRounds, { query, signal }), placeholderData: keepPreviousData })

/** Live while somebody looks: counts move as students submit, and every second while the round is being matched. */
export const useRound = (roundId: string) =>
  useQuery({
    queryKey: ['rounds', roundId],
    queryFn: ({ signal }) => call(getRound, { params: { roundId }, signal }),
    refetchInterval: ({ state }) => (state.data?.run?.state === 'running' ? 1_000 : 60_000),
  })

export const useRules = (roundId: string) => useQuery({ queryKey: ['rounds', roundId, 'rules'], queryFn: ({ signal }) => call(getRules, { params: { roundId }, signal }) })
export type RulesBody = Request<typeof saveRules>['body']

export const useRoundCohorts = (roundId: string, all: boolean) =>
  useQuery({ queryKey: ['rounds', roundId, 'cohorts', all], queryFn: ({ signal }) => call(listRoundCohorts, { params: { roundId }, query: { all: all ? 'true' : 'false' }, signal }) })

export const useRoundPosts = (roundId: string, all: boolean) =>
  useQuery({ queryKey: ['rounds', roundId, 'posts', all], queryFn: ({ signal }) => call(listRoundPosts, { params: { roundId }, query: { all: all ? 'true' : 'false' }, signal }) })

export const useProgress = (roundId: string, enabled: boolean) =>
  useQuery({ queryKey: ['rounds', roundId, 'progress'], queryFn: ({ signal }) => call(getRoundProgress, { params: { roundId }, signal }), enabled })

export const useHistory = (roundId: string) => useQuery({ queryKey: ['rounds', roundId, 'history'], queryFn: ({ signal }) => call(getRoundHistory, { params: { roundId }, signal }) })

export const useSummary = (roundId: string, enabled: boolean) =>
  useQuery({ queryKey: ['rounds', roundId, 'summary'], queryFn: ({ signal }) => call(getResultSummary, { params: { roundId }, signal }), enabled })

export const useResults = (roundId: string, query: Request<typeof listResults>['query']) =>
  useQuery({ queryKey: ['rounds', roundId, 'results', query], queryFn: ({ signal }) => call(listResults, { params: { roundId }, query, signal }), placeholderData: keepPreviousData })

export const useObjections = (roundId: string) => useQuery({ queryKey: ['rounds', roundId, 'objections'], queryFn: ({ signal }) => call(listObjections, { params: { roundId }, signal }) })
export const useWaivers = (roundId: string) => useQuery({ queryKey: ['rounds', roundId, 'waivers'], queryFn: ({ signal }) => call(listWishWaivers, { params: { roundId }, signal }) })
export const useMyRoundPosts = () => useQuery({ queryKey: ['round-posts'], queryFn: ({ signal }) => call(listMyRoundPosts, { signal }) })
export const useHelpRequests = () => useQuery({ queryKey: ['help-requests'], queryFn: ({ signal }) => call(listHelpRequests, { signal }) })

export const useApplicants = (roundId: string, postId: string) =>
  useQuery({ queryKey: ['rounds', roundId, 'posts', postId, 'applicants'], queryFn: ({ signal }) => call(listApplicants, { params: { roundId, postId }, signal }) })
export const useSeatReport = (roundId: string, postId: string) =>
  useQuery({ queryKey: ['rounds', roundId, 'posts', postId, 'report'], queryFn: ({ signal }) => call(getSeatReport, { params: { roundId, postId }, signal }) })

/** Every deed on a round asks for all of it again, and for the inbox. */
function useDeed<Given, Answer>(deed: (given: Given) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: deed,
    onSuccess: () => Promise.all(['rounds', 'inbox', 'round-posts', 'help-requests'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}

export const useCreateRound = () => useDeed((body: Settings) => call(createRound, { body }))
export const useUpdateRound = (roundId: string) => useDeed((body: Settings & { version: number }) => call(updateRound, { params: { roundId }, body }))
export const useChooseCohorts = (roundId: string) => useDeed((cohortIds: string[]) => call(chooseCohorts, { params: { roundId }, body: { cohortIds } }))
export type ChosenPost = Request<typeof choosePosts>['body']['posts'][number]
export const useChoosePosts = (roundId: string) => useDeed((posts: ChosenPost[]) => call(choosePosts, { params: { roundId }, body: { posts } }))
export const useMove = (roundId: string) => useDeed(({ action, reason }: { action: RoundAction; reason?: string }) => call(moveRound, { params: { roundId, action }, body: { reason } }))
export const useSaveRules = (roundId: string) => useDeed((body: RulesBody) => call(saveRules, { params: { roundId }, body }))
export const useStopRun = (roundId: string) => useDeed(() => call(stopRun, { params: { roundId } }))
export const useRemind = (roundId: string) => useDeed((cohortIds?: string[]) => call(remindStudents, { params: { roundId }, body: { cohortIds } }))
export const useSecond = (roundId: string) => useDeed((title: string) => call(startSecondRound, { params: { roundId }, body: { title } }))
export const useAnswerObjection = () => useDeed(({ objectionId, answer }: { objectionId: string; answer: string }) => call(answerObjection, { params: { objectionId }, body: { answer } }))
export const useApproveWaivers = (roundId: string) => useDeed((waiverIds: string[]) => call(approveWishWaivers, { params: { roundId }, body: { waiverIds } }))
export type Score = Request<typeof saveScores>['body']['scores'][number]
export const useSaveScores = (roundId: string, postId: string) => useDeed((scores: Score[]) => call(saveScores, { params: { roundId, postId }, body: { scores } }))
export const useAnswerHelp = () => useDeed(({ helpId, answer }: { helpId: string; answer: string }) => call(answerHelp, { params: { helpId }, body: { answer } }))

export type Trial = Request<typeof tryRound>['body']
export const useTrial = (roundId: string) => useMutation({ mutationFn: (body: Trial) => call(tryRound, { params: { roundId }, body }) })
