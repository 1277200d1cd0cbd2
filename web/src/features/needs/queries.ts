import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Reply, Request } from '@silian/server/contract'
import {
  changeNeed, checkNeed, copyNeed, getNeed, getNeedHistory, listNeeds, moveNeed, raiseNeed, type NeedAction, type NeedRow, type NeedState, type NeedView, type PostFields,
} from '@silian/server/contract/needs'
import { changeRule, getRuleHistory, listRules, type FindingView, type RuleStateView, type Severity } from '@silian/server/contract/needs/law'
import { suggestMajors } from '@silian/server/contract/needs/majors'
import { listOrganisations } from '@silian/server/contract/members/organisations'
import { searchCodes } from '@silian/server/contract/talent/codes'
import { call } from '../../kernel/api.ts'
import type { Option } from '../../ui/inputs.tsx'

export type { FindingView, NeedAction, NeedRow, NeedState, NeedView, PostFields, RuleStateView, Severity }
export type RuleView = Reply<typeof listRules>['rows'][number]
export type NeedQuery = Request<typeof listNeeds>['query']
export type Judgement = { findings: FindingView[]; checks: RuleStateView[]; gaps: { field: string; reason: string }[] }

export const useNeeds = (query: NeedQuery) => useQuery({ queryKey: ['needs', 'list', query], queryFn: ({ signal }) => call(listNeeds, { query, signal }), placeholderData: keepPreviousData })
export const useNeed = (needId: string) => useQuery({ queryKey: ['needs', needId], queryFn: ({ signal }) => call(getNeed, { params: { needId }, signal }) })
export const useNeedHistory = (needId: string, may: boolean) =>
  useQuery({ queryKey: ['needs', needId, 'history'], queryFn: ({ signal }) => call(getNeedHistory, { params: { needId }, signal }), enabled: may })

/** Majors the post seems to ask for, read from what was written so far. */
export const useMajorSuggestions = (body: Request<typeof suggestMajors>['body']) =>
  useQuery({ queryKey: ['needs', 'majors', body], queryFn: ({ signal }) => call(suggestMajors, { body, signal }), placeholderData: keepPreviousData, enabled: Boolean(body.title || body.tasks || body.occupationCode), staleTime: 60_000 })

export type CheckBody = Request<typeof checkNeed>['body']
/** What the law says about what is being written. The last answer stays while the next is on its way. */
export const useCheck = (body: CheckBody, enabled: boolean) =>
  useQuery({ queryKey: ['needs', 'check', body], queryFn: ({ signal }) => call(checkNeed, { body, signal }), placeholderData: keepPreviousData, enabled, staleTime: 60_000 })

/** A post that moves takes its inbox item and its row with it. */
function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => Promise.all(['needs', 'inbox'].map((key) => client.invalidateQueries({ queryKey: [key] }))) })
}

export type Saving = Omit<Request<typeof raiseNeed>['body'], 'organisationId'>
export const useSave = () =>
  useChange(async ({ known, organisationId, body }: { known: { id: string; version: number } | null; organisationId?: string; body: Saving }) =>
    known
      ? call(changeNeed, { params: { needId: known.id }, body: { ...body, version: known.version } })
      : call(raiseNeed, { body: { ...body, ...(organisationId ? { organisationId } : {}) } }),
  )
export const useMove = () => useChange(({ id, ...body }: { id: string } & Request<typeof moveNeed>['body']) => call(moveNeed, { params: { needId: id }, body }))
export const useCopy = () => useChange((needId: string) => call(copyNeed, { params: { needId } }))

export const useRules = () => useQuery({ queryKey: ['rules'], queryFn: ({ signal }) => call(listRules, { signal }) })
export const useRuleHistory = (ruleId: string) => useQuery({ queryKey: ['rules', ruleId], queryFn: ({ signal }) => call(getRuleHistory, { params: { ruleId }, signal }) })
export function useChangeRule() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ ruleId, ...body }: { ruleId: string; severity: Severity; reason: string }) => call(changeRule, { params: { ruleId }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['rules'] }),
  })
}

/** Codes as options: the name first, the code below. */
export async function findCodes(system: 'occupation' | 'major' | 'division', text: string, signal: AbortSignal, level?: string): Promise<Option[]> {
  const { rows } = await call(searchCodes, { params: { system }, query: { q: text, size: 20, ...(level ? { level } : {}) }, signal })
  return rows.map(({ code, name, level: at, parentName }) => ({ value: code, label: name, note: [code, system === 'division' ? parentName : at].filter(Boolean).join('　') }))
}

export async function findFirms(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(listOrganisations, { query: { text: text || undefined, kind: 'enterprise', size: 20 }, signal })
  return rows.map(({ id, name, uscc }) => ({ value: id, label: name, note: uscc ?? undefined }))
}
