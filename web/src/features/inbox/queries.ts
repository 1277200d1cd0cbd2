import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { countInbox, forwardItem, getInboxItem, listColleagues, listInbox, readCopies, remindItem, type InboxItemView, type InboxTab } from '@silian/server/contract/inbox'
import { call } from '../../kernel/api.ts'

export type Item = InboxItemView
export type Tab = InboxTab

const half = 30_000

export const useInbox = (tab: Tab, size: number) =>
  useQuery({
    queryKey: ['inbox', 'list', tab, size],
    queryFn: ({ signal }) => call(listInbox, { query: { tab, size }, signal }),
    refetchInterval: half,
    // More of the same list: what is there stays until the rest has come.
    placeholderData: (before, query) => (query?.queryKey[2] === tab ? before : undefined),
  })

export const useInboxCounts = () => useQuery({ queryKey: ['inbox', 'counts'], queryFn: ({ signal }) => call(countInbox, { signal }), refetchInterval: half })

export const useItem = (itemId: string | null) =>
  useQuery({ queryKey: ['inbox', 'item', itemId], queryFn: ({ signal }) => call(getInboxItem, { params: { itemId: itemId! }, signal }), enabled: itemId !== null })

function useInboxMutation<Given, Done>(work: (given: Given) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: work, onSuccess: () => client.invalidateQueries({ queryKey: ['inbox'] }) })
}

export const useRemind = () => useInboxMutation((itemId: string) => call(remindItem, { params: { itemId } }))

export const useForward = (itemId: string) => useInboxMutation((accountId: string) => call(forwardItem, { params: { itemId }, body: { accountId } }))

export const useColleagues = (itemId: string, wanted: boolean) =>
  useQuery({ queryKey: ['inbox', 'colleagues', itemId], queryFn: ({ signal }) => call(listColleagues, { params: { itemId }, signal }), enabled: wanted })

export const useReadCopies = () => useInboxMutation((itemIds: string[] | undefined) => call(readCopies, { body: { itemIds } }))
