import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import { changeSurvey, getSurvey, listSurveys, moveSurvey, writeSurvey, type SurveyAction, type SurveyFields, type SurveyRow, type SurveyState, type SurveyView } from '@silian/server/contract/surveys'
import { adjustOccupation, getCatalogue, getOccupationLines, setCutOff, setWeights, type Catalogue, type CatalogueEntry } from '@silian/server/contract/surveys/catalogue'
import { getGap, type GapRow } from '@silian/server/contract/surveys/gap'
import { getProgress, lookBeforeReminding, remindSilent, type Progress } from '@silian/server/contract/surveys/progress'
import { acceptAll, answerSame, checkResponse, getAnswer, getResponse, listResponses, refuseAnswer, sendAnswer, type AnswerView, type LineView, type ResponseRow, type ResponseState, type ResponseView } from '@silian/server/contract/surveys/responses'
import { call } from '../../kernel/api.ts'

export type { AnswerView, Catalogue, CatalogueEntry, GapRow, LineView, Progress, ResponseRow, ResponseState, ResponseView, SurveyAction, SurveyFields, SurveyRow, SurveyState, SurveyView }
export type ResponseQuery = NonNullable<Request<typeof listResponses>['query']>
export type TypedLine = Request<typeof sendAnswer>['body']['lines'][number]
export type ProgressView = Reply<typeof getProgress>

const one = (surveyId: string) => ({ params: { surveyId } })
export const useSurveys = () => useQuery({ queryKey: ['surveys'], queryFn: ({ signal }) => call(listSurveys, { signal }) })
export const useSurvey = (surveyId: string) => useQuery({ queryKey: ['surveys', surveyId], queryFn: ({ signal }) => call(getSurvey, { ...one(surveyId), signal }) })
export const useProgress = (surveyId: string) => useQuery({ queryKey: ['surveys', surveyId, 'progress'], queryFn: ({ signal }) => call(getProgress, { ...one(surveyId), signal }) })
export const useResponses = (surveyId: string, query: ResponseQuery) =>
  useQuery({ queryKey: ['surveys', surveyId, 'responses', query], queryFn: ({ signal }) => call(listResponses, { ...one(surveyId), query, signal }), placeholderData: keepPreviousData })
export const useResponse = (responseId: string) => useQuery({ queryKey: ['surveys', 'response', responseId], queryFn: ({ signal }) => call(getResponse, { params: { responseId }, signal }) })
export const useAnswer = (surveyId: string) => useQuery({ queryKey: ['surveys', surveyId, 'answer'], queryFn: ({ signal }) => call(getAnswer, { ...one(surveyId), signal }) })
export const useCatalogue = (surveyId: string) => useQuery({ queryKey: ['surveys', surveyId, 'catalogue'], queryFn: ({ signal }) => call(getCatalogue, { ...one(surveyId), signal }) })
export const useOccupationLines = (surveyId: string, occupationCode: string) =>
  useQuery({ queryKey: ['surveys', surveyId, 'catalogue', occupationCode], queryFn: ({ signal }) => call(getOccupationLines, { params: { surveyId, occupationCode }, signal }) })
export const useGap = (surveyId: string) => useQuery({ queryKey: ['surveys', surveyId, 'gap'], queryFn: ({ signal }) => call(getGap, { ...one(surveyId), signal }) })

/** A step moves the figures and the inbox with it. */
function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all(['surveys', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))) })
}

export const useSaveSurvey = () =>
  useChange(({ known, year, body }: { known: { id: string; version: number } | null; year: number; body: SurveyFields }) =>
    known ? call(changeSurvey, { ...one(known.id), body: { ...body, version: known.version } }) : call(writeSurvey, { body: { ...body, year } }),
  )
export const useMoveSurvey = (surveyId: string) => useChange((body: { action: SurveyAction; version: number }) => call(moveSurvey, { ...one(surveyId), body }))
export const useLookBeforeReminding = (surveyId: string, speaker: string | undefined) =>
  useQuery({ queryKey: ['surveys', surveyId, 'reminders', speaker], queryFn: ({ signal }) => call(lookBeforeReminding, { ...one(surveyId), query: speaker ? { speaker } : {}, signal }) })
export const useRemind = (surveyId: string) => useChange((body: { speaker?: string; sparing: boolean; reason?: string }) => call(remindSilent, { ...one(surveyId), body }))
export const useAcceptAll = (surveyId: string) => useChange(() => call(acceptAll, one(surveyId)))
export const useCheck = (responseId: string) => useChange((body: { action: 'accept' | 'return'; reason?: string; version: number }) => call(checkResponse, { params: { responseId }, body }))
export const useAdjust = (surveyId: string, occupationCode: string) => useChange((body: { step: -1 | 0 | 1; reason: string; expert: string }) => call(adjustOccupation, { params: { surveyId, occupationCode }, body }))
export const useCutOff = (surveyId: string) => useChange((body: { cutOff: number; version: number }) => call(setCutOff, { ...one(surveyId), body }))
export const useWeights = (surveyId: string) => useChange((body: Request<typeof setWeights>['body']) => call(setWeights, { ...one(surveyId), body }))
export const useSend = (surveyId: string) => useChange((body: { outlook: string; lines: TypedLine[]; version: number }) => call(sendAnswer, { ...one(surveyId), body }))
export const useSame = (surveyId: string) => useChange((version: number) => call(answerSame, { ...one(surveyId), body: { version } }))
export const useRefuse = (surveyId: string) => useChange((body: { reason: string; version: number }) => call(refuseAnswer, { ...one(surveyId), body }))
