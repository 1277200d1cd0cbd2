import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Request } from '@silian/server/contract'
import { getOrganisation, listOrganisations } from '@silian/server/contract/members/organisations'
import {
  addProblemFile, changeProblem, checkProblem, clarifyProblem, countProblems, getProblem, getProblemHistory, handOverProblem, instructProblem, readProblemEnd, listManagers, listProblems, moveProblem, raiseProblem, removeProblemFile, takeProblem,
  type DeclineCode, type ProblemAction, type ProblemFields, type ProblemKind, type ProblemRow, type ProblemState, type ServiceFamily,
} from '@silian/server/contract/needs/problems'
import { searchCodes } from '@silian/server/contract/talent/codes'
import type { Reply } from '@silian/server/contract'
import { call, upload } from '../../../kernel/api.ts'
import type { Option } from '../../../ui/inputs.tsx'

export type { DeclineCode, ProblemAction, ProblemFields, ProblemKind, ProblemRow, ProblemState, ServiceFamily }
export type ProblemView = Reply<typeof getProblem>
export type ProblemQuery = NonNullable<Request<typeof listProblems>['query']>

export const useProblems = (query: ProblemQuery) => useQuery({ queryKey: ['problems', 'list', query], queryFn: ({ signal }) => call(listProblems, { query, signal }), placeholderData: keepPreviousData })
export const useProblem = (needId: string) => useQuery({ queryKey: ['problems', needId], queryFn: ({ signal }) => call(getProblem, { params: { needId }, signal }) })
export const useProblemHistory = (needId: string) => useQuery({ queryKey: ['problems', needId, 'history'], queryFn: ({ signal }) => call(getProblemHistory, { params: { needId }, signal }) })
export const useQueueCounts = () => useQuery({ queryKey: ['problems', 'counts'], queryFn: ({ signal }) => call(countProblems, { signal }) })
export const useManagers = (needId: string) => useQuery({ queryKey: ['problems', needId, 'managers'], queryFn: ({ signal }) => call(listManagers, { params: { needId }, signal }) })

/** What is missing in what is being written. The last answer stays while the next is on its way. */
export const useCheck = (body: Request<typeof checkProblem>['body']) =>
  useQuery({ queryKey: ['problems', 'check', body], queryFn: ({ signal }) => call(checkProblem, { body, signal }), placeholderData: keepPreviousData, staleTime: 60_000 })

/** A problem that moves takes its inbox item and its row with it. */
function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all(['problems', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))) })
}

export type Saving = { known: { id: string; version: number } | null; organisationId?: string; body: ProblemFields }
export const useSave = () =>
  useChange(async ({ known, organisationId, body: { kind, ...fields } }: Saving) =>
    known
      ? call(changeProblem, { params: { needId: known.id }, body: { ...fields, version: known.version } })
      : call(raiseProblem, { body: { kind, ...fields, ...(organisationId ? { organisationId } : {}) } }),
  )
export const useMove = () => useChange(({ id, ...body }: { id: string } & Request<typeof moveProblem>['body']) => call(moveProblem, { params: { needId: id }, body }))
export const useClarify = () => useChange(({ id, ...body }: { id: string } & Request<typeof clarifyProblem>['body']) => call(clarifyProblem, { params: { needId: id }, body }))
export const useTake = () => useChange(({ id, version }: { id: string; version: number }) => call(takeProblem, { params: { needId: id }, body: { version } }))
export const useHandOver = () => useChange(({ id, ...body }: { id: string; accountId: string; version: number }) => call(handOverProblem, { params: { needId: id }, body }))
export const useReadEnd = () => useChange((needId: string) => call(readProblemEnd, { params: { needId } }))
export const useInstruct = () => useChange(({ id, text }: { id: string; text: string }) => call(instructProblem, { params: { needId: id }, body: { text } }))
export const useAddFile = (needId: string) => useChange(({ file, onProgress }: { file: File; onProgress: (share: number) => void }) => upload(addProblemFile, { params: { needId }, file, onProgress }))
export const useRemoveFile = (needId: string) => useChange((fileId: string) => call(removeProblemFile, { params: { needId, fileId } }))

/** The firms one speaks for, after one's own organisation. */
export const useAskers = (organisationId: string | null | undefined) =>
  useQuery({
    queryKey: ['organisations', organisationId, 'askers'],
    queryFn: async ({ signal }): Promise<Option[]> => {
      const { id, name, speaksFor } = await call(getOrganisation, { params: { organisationId: organisationId! }, signal })
      return [{ id, name }, ...speaksFor].map((one) => ({ value: one.id, label: one.name }))
    },
    enabled: Boolean(organisationId),
  })

export async function findFields(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(searchCodes, { params: { system: 'industry' }, query: { q: text, size: 20 }, signal })
  return rows.map(({ code, name, level }) => ({ value: code, label: name, note: [code, level].join('　') }))
}

export async function findOrganisations(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(listOrganisations, { query: { text: text || undefined, size: 20 }, signal })
  return rows.map(({ id, name, uscc }) => ({ value: id, label: name, note: uscc ?? undefined }))
}
