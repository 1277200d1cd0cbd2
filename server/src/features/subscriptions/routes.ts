import type { Actor } from '../../kernel/actor.ts'
import { nothing, route, seen, type Route } from '../../kernel/route.ts'
import { mayKeepWebhooks } from './policy.ts'
import { changeSavedSearch, closeFeed as closeFeedOf, dropSavedSearch, listSavedSearches, openFeed as openFeedOf, saveSearch } from './searches/contract.ts'
import * as searches from './searches/service.ts'
import { lockSearch } from './searches/tables.ts'
import { changeWebhook, dropWebhook, listDeliveries, listWebhooks, makeWebhook, renewWebhookSecret, replayDelivery, testWebhook } from './webhooks/contract.ts'
import * as webhooks from './webhooks/service.ts'
import { findWebhook, lockDelivery, lockWebhook } from './webhooks/tables.ts'

const searchHeld = { find: ({ tx, actor, params }: { tx: Parameters<typeof lockSearch>[0]; actor: Actor; params: { savedSearchId: string } }) => lockSearch(tx, actor, params.savedSearchId), may: seen }
const webhookHeld = { find: ({ tx, actor, params }: { tx: Parameters<typeof lockWebhook>[0]; actor: Actor; params: { webhookId: string } }) => lockWebhook(tx, actor, params.webhookId), may: mayKeepWebhooks }

export const subscriptionRoutes: readonly Route[] = [
  route(listSavedSearches, { find: nothing, may: seen, run: ({ tx, actor }) => searches.viewSearches(tx, actor) }),
  route(saveSearch, { find: nothing, may: seen, run: ({ tx, actor, body, now }) => searches.keep(tx, actor, body, now) }),
  route(changeSavedSearch, { ...searchHeld, run: ({ tx, found, body }) => searches.change(tx, found, body) }),
  route(dropSavedSearch, { ...searchHeld, run: ({ tx, found }) => searches.drop(tx, found) }),
  route(openFeedOf, { ...searchHeld, run: ({ tx, actor, found, body, now }) => searches.openFeed(tx, actor, found, body.scope, now) }),
  route(closeFeedOf, { ...searchHeld, run: ({ tx, actor, found, now }) => searches.closeFeed(tx, actor, found, now) }),

  route(listWebhooks, { find: nothing, may: mayKeepWebhooks, run: ({ tx, actor }) => webhooks.viewWebhooks(tx, actor) }),
  route(makeWebhook, { find: nothing, may: mayKeepWebhooks, run: ({ tx, actor, body, now }) => webhooks.make(tx, actor, body, now) }),
  route(changeWebhook, { ...webhookHeld, run: ({ tx, actor, found, body, now }) => webhooks.change(tx, actor, found, body, now) }),
  route(dropWebhook, { ...webhookHeld, run: ({ tx, actor, found, now }) => webhooks.drop(tx, actor, found, now) }),
  route(renewWebhookSecret, { ...webhookHeld, run: ({ tx, actor, found, now }) => webhooks.renewSecret(tx, actor, found, now) }),
  route(testWebhook, { ...webhookHeld, run: ({ tx, found, now }) => webhooks.tryOut(tx, found, now) }),
  route(listDeliveries, { find: ({ tx, actor, params }) => findWebhook(tx, actor, params.webhookId), may: mayKeepWebhooks, run: ({ tx, found, query }) => webhooks.viewDeliveries(tx, found, query) }),
  route(replayDelivery, {
    find: ({ tx, actor, params }) => lockDelivery(tx, actor, params.webhookId, params.deliveryId),
    may: mayKeepWebhooks,
    run: ({ tx, actor, found, now }) => webhooks.replay(tx, actor, found, now),
  }),
]
