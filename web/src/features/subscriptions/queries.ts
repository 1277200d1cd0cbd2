import { changeSavedSearch, closeFeed, dropSavedSearch, listSavedSearches, openFeed, type FeedScope } from '@silian/server/contract/subscriptions/searches'
import { changeWebhook, dropWebhook, listDeliveries, listWebhooks, makeWebhook, renewWebhookSecret, replayDelivery, testWebhook, type WebhookEvent } from '@silian/server/contract/subscriptions/webhooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../kernel/api.ts'

export type { DeliveryView, WebhookView } from '@silian/server/contract/subscriptions/webhooks'
export type { SavedSearch } from '@silian/server/contract/subscriptions/searches'

function useRefresh(key: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [key] })
}

const searches = 'saved-searches'
export const useSavedSearches = () => useQuery({ queryKey: [searches], queryFn: ({ signal }) => call(listSavedSearches, { signal }) })
export const useChangeSearch = () =>
  useMutation({ mutationFn: ({ id, ...body }: { id: string; name?: string; digest?: boolean }) => call(changeSavedSearch, { params: { savedSearchId: id }, body }), onSuccess: useRefresh(searches) })
export const useDropSearch = () => useMutation({ mutationFn: (id: string) => call(dropSavedSearch, { params: { savedSearchId: id } }), onSuccess: useRefresh(searches) })
export const useOpenFeed = () => useMutation({ mutationFn: ({ id, scope }: { id: string; scope: FeedScope }) => call(openFeed, { params: { savedSearchId: id }, body: { scope } }), onSuccess: useRefresh(searches) })
export const useCloseFeed = () => useMutation({ mutationFn: (id: string) => call(closeFeed, { params: { savedSearchId: id } }), onSuccess: useRefresh(searches) })

const webhooks = 'webhooks'
export type WebhookFields = { name: string; url: string; events: WebhookEvent[] }
export const useWebhooks = () => useQuery({ queryKey: [webhooks], queryFn: ({ signal }) => call(listWebhooks, { signal }) })
export const useMakeWebhook = () => useMutation({ mutationFn: (body: WebhookFields) => call(makeWebhook, { body }), onSuccess: useRefresh(webhooks) })
export const useChangeWebhook = () =>
  useMutation({
    mutationFn: ({ id, ...body }: Partial<WebhookFields> & { id: string; enabled?: boolean; version: number }) => call(changeWebhook, { params: { webhookId: id }, body }),
    onSuccess: useRefresh(webhooks),
  })
export const useDropWebhook = () => useMutation({ mutationFn: (webhookId: string) => call(dropWebhook, { params: { webhookId } }), onSuccess: useRefresh(webhooks) })
export const useRenewSecret = () => useMutation({ mutationFn: (webhookId: string) => call(renewWebhookSecret, { params: { webhookId } }), onSuccess: useRefresh(webhooks) })
export const useTestWebhook = () => useMutation({ mutationFn: (webhookId: string) => call(testWebhook, { params: { webhookId } }), onSuccess: useRefresh(webhooks) })
export const useDeliveries = (webhookId: string, page: number, size: number) =>
  useQuery({ queryKey: [webhooks, webhookId, page, size], queryFn: ({ signal }) => call(listDeliveries, { params: { webhookId }, query: { page, size }, signal }), placeholderData: keepPreviousData })
export const useReplay = (webhookId: string) => useMutation({ mutationFn: (deliveryId: string) => call(replayDelivery, { params: { webhookId, deliveryId } }), onSuccess: useRefresh(webhooks) })
