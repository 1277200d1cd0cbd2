import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import {
  addEvidenceFile, changeAchievement, confirmLevel, getAchievement, getAchievementHistory, listAchievements, moveAchievement, putEvidence, removeEvidence, writeAchievement,
  type AchievementAction, type AchievementFields, type AchievementRow, type AchievementState, type Disclosure, type TransferWay,
} from '@silian/server/contract/technology/achievements'
import { getAnswerReport, listLessons, setLesson, type Lesson } from '@silian/server/contract/technology/lessons'
import { getNeedsForAchievement, getNeedsForTeam, getProposals, type AnswerProposal, type NeedProposal } from '@silian/server/contract/technology/proposals'
import type { ReasonView } from '@silian/server/contract/lexicon/matching'
import { changeTeam, getTeam, listTeams, writeTeam, type TeamFields, type TeamView } from '@silian/server/contract/technology/teams'
import { call, upload } from '../../kernel/api.ts'

export type { AchievementAction, AchievementFields, AchievementRow, AchievementState, AnswerProposal, Disclosure, Lesson, NeedProposal, ReasonView, TeamView, TransferWay }
export type AchievementView = Reply<typeof getAchievement>
export type AchievementQuery = NonNullable<Request<typeof listAchievements>['query']>
export type TeamQuery = NonNullable<Request<typeof listTeams>['query']>
export type Report = Reply<typeof getAnswerReport>

export const useAchievements = (query: AchievementQuery) => useQuery({ queryKey: ['achievements', 'list', query], queryFn: ({ signal }) => call(listAchievements, { query, signal }), placeholderData: keepPreviousData })
export const useAchievement = (achievementId: string) => useQuery({ queryKey: ['achievements', achievementId], queryFn: ({ signal }) => call(getAchievement, { params: { achievementId }, signal }) })
export const useAchievementHistory = (achievementId: string) => useQuery({ queryKey: ['achievements', achievementId, 'history'], queryFn: ({ signal }) => call(getAchievementHistory, { params: { achievementId }, signal }) })
export const useTeams = (query: TeamQuery) => useQuery({ queryKey: ['teams', query], queryFn: ({ signal }) => call(listTeams, { query, signal }), placeholderData: keepPreviousData })
export const useProposals = (needId: string) => useQuery({ queryKey: ['proposals', 'need', needId], queryFn: ({ signal }) => call(getProposals, { params: { needId }, signal }) })
export const useTeam = (teamId: string) => useQuery({ queryKey: ['teams', 'one', teamId], queryFn: ({ signal }) => call(getTeam, { params: { teamId }, signal }) })
export const useNeedsFor = (of: { achievementId: string } | { teamId: string }) =>
  useQuery({ queryKey: ['proposals', of], queryFn: async ({ signal }) => ('teamId' in of ? call(getNeedsForTeam, { params: of, signal }) : call(getNeedsForAchievement, { params: of, signal })) })
export const useReport = (query: NonNullable<Request<typeof getAnswerReport>['query']>) => useQuery({ queryKey: ['answer-report', query], queryFn: ({ signal }) => call(getAnswerReport, { query, signal }) })
export const useLessons = (query: { page: number; size: number }, enabled: boolean) => useQuery({ queryKey: ['lessons', query], queryFn: ({ signal }) => call(listLessons, { query, signal }), placeholderData: keepPreviousData, enabled })

/** What moves in this room shows in each of its lists, in the needs and in the inbox. */
const touched = ['achievements', 'teams', 'proposals', 'introductions', 'deals', 'answer-report', 'lessons', 'problems', 'inbox']
export function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] }))) })
}

export type Saving = { known: { id: string; version: number } | null; organisationId?: string; body: AchievementFields }
export const useSave = () =>
  useChange(async ({ known, organisationId, body }: Saving) =>
    known ? call(changeAchievement, { params: { achievementId: known.id }, body: { ...body, version: known.version } }) : call(writeAchievement, { body: { ...body, ...(organisationId ? { organisationId } : {}) } }),
  )
export const useMove = () => useChange(({ id, ...body }: { id: string } & Request<typeof moveAchievement>['body']) => call(moveAchievement, { params: { achievementId: id }, body }))
export const usePutEvidence = () => useChange(({ id, level, ...body }: { id: string; level: number; text: string; version: number }) => call(putEvidence, { params: { achievementId: id, level }, body }))
export const useRemoveEvidence = () => useChange(({ id, level }: { id: string; level: number }) => call(removeEvidence, { params: { achievementId: id, level } }))
export const useAddEvidenceFile = () => useChange(({ id, level, file, onProgress }: { id: string; level: number; file: File; onProgress: (share: number) => void }) => upload(addEvidenceFile, { params: { achievementId: id, level }, file, onProgress }))
export const useConfirmLevel = () => useChange(({ id, ...body }: { id: string; level: number; version: number }) => call(confirmLevel, { params: { achievementId: id }, body }))
export const useSaveTeam = () =>
  useChange(({ known, organisationId, body }: { known: TeamView | null; organisationId?: string; body: TeamFields & { state?: 'open' | 'withdrawn' } }) => {
    const { state = 'open', ...fields } = body
    return known ? call(changeTeam, { params: { teamId: known.id }, body: { ...fields, state, version: known.version } }) : call(writeTeam, { body: { ...fields, ...(organisationId ? { organisationId } : {}) } })
  })
export const useSetLesson = () => useChange(({ introductionId, active }: { introductionId: string; active: boolean }) => call(setLesson, { params: { introductionId }, body: { active } }))
