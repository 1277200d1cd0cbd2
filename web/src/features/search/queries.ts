import { searchEverything, type FoundKind } from '@silian/server/contract/search'
import { saveSearch, type KeptKind } from '@silian/server/contract/subscriptions/searches'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../kernel/api.ts'

export const ask = (query: { q: string; kind?: FoundKind; page?: number; size?: number }, signal: AbortSignal) => call(searchEverything, { query, signal })

export const useFound = (q: string) => useQuery({ queryKey: ['search', q], queryFn: ({ signal }) => ask({ q, size: 6 }, signal), enabled: q !== '' })

export const useFoundOfKind = (q: string, kind: FoundKind | undefined, page: number) =>
  useQuery({ queryKey: ['search', q, kind, page], queryFn: ({ signal }) => ask({ q, kind: kind!, page, size: 20 }, signal), enabled: kind !== undefined, placeholderData: keepPreviousData })

export function useSaveSearch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; q: string; kind: KeptKind | null; digest: boolean }) => call(saveSearch, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['saved-searches'] }),
  })
}
