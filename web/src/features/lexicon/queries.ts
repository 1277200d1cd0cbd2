import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Request } from '@silian/server/contract'
import {
  discardLexicon, getLexiconChanges, listConcepts, listLexiconVersions, publishLexicon, putConcept, removeConcept, restoreLexicon, type Concept, type Facet, type VersionView,
} from '@silian/server/contract/lexicon'
import { previewLexiconDraft } from '@silian/server/contract/technology/preview'
import { call } from '../../kernel/api.ts'

export type { Concept, Facet, VersionView }
/** A concept as a list shows it: with what the draft does to it. */
export type ConceptRow = Concept & { change?: 'added' | 'changed' | 'removed' | null }
export const facets: readonly Facet[] = ['object', 'material', 'process', 'goal', 'trade']

export const useConcepts = (query: Request<typeof listConcepts>['query']) =>
  useQuery({ queryKey: ['lexicon', 'concepts', query], queryFn: ({ signal }) => call(listConcepts, { query, signal }), placeholderData: keepPreviousData })
export const useVersions = () => useQuery({ queryKey: ['lexicon', 'versions'], queryFn: ({ signal }) => call(listLexiconVersions, { signal }) })
export const useChanges = (number: number) => useQuery({ queryKey: ['lexicon', 'changes', number], queryFn: ({ signal }) => call(getLexiconChanges, { params: { number }, signal }) })

export const usePreview = (number: number) => useQuery({ queryKey: ['lexicon', 'preview', number], queryFn: ({ signal }) => call(previewLexiconDraft, { signal }) })

function useChange<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => client.invalidateQueries({ queryKey: ['lexicon'] }) })
}
export const usePutConcept = () =>
  useChange(({ concept: { id, ...concept }, before }: { concept: Concept; before: Concept | null }) => call(putConcept, { params: { conceptId: id }, body: { concept, before } }))
export const useRemoveConcept = () => useChange((conceptId: string) => call(removeConcept, { params: { conceptId } }))
export const usePublish = () => useChange((note: string) => call(publishLexicon, { body: { note } }))
export const useDiscard = () => useChange(() => call(discardLexicon))
export const useRestore = () => useChange((number: number) => call(restoreLexicon, { params: { number } }))
