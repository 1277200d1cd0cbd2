import { nothing, route, seen } from '../../kernel/route.ts'
import { countInbox, deleteDraft, forwardItem, getDraft, getInboxItem, listColleagues, listInbox, readCopies, remindItem, saveDraft } from './contract.ts'
import { dropDraft, keepDraft, viewDraft } from './drafts/service.ts'
import { countAll, forward, listTab, markRead, remind, viewColleagues, viewItem } from './items/service.ts'
import { mayForwardItem, mayRemindItem } from './policy.ts'
import { findItem, lockItem } from './tables.ts'

export const inboxRoutes = [
  route(listInbox, { find: nothing, may: seen, run: ({ tx, actor, query, now }) => listTab(tx, actor, query, now) }),
  route(countInbox, { find: nothing, may: seen, run: ({ tx, actor, now }) => countAll(tx, actor, now) }),
  route(readCopies, { find: nothing, may: seen, run: ({ tx, actor, body, now }) => markRead(tx, actor, body.itemIds, now) }),
  route(getInboxItem, {
    find: ({ tx, actor, params }) => findItem(tx, actor, params.itemId),
    may: seen,
    run: async ({ actor, found, now }) => viewItem(actor, found, now),
  }),
  route(remindItem, {
    find: ({ tx, actor, params }) => lockItem(tx, actor, params.itemId),
    may: mayRemindItem,
    run: ({ tx, actor, found, now }) => remind(tx, actor, found, now),
  }),
  route(listColleagues, {
    find: ({ tx, actor, params }) => findItem(tx, actor, params.itemId),
    may: mayForwardItem,
    run: ({ tx, actor }) => viewColleagues(tx, actor),
  }),
  route(forwardItem, {
    find: ({ tx, actor, params }) => lockItem(tx, actor, params.itemId),
    may: mayForwardItem,
    run: ({ tx, actor, found, body, now }) => forward(tx, actor, found, body.accountId, now),
  }),
  route(getDraft, { find: nothing, may: seen, run: ({ tx, actor, params }) => viewDraft(tx, actor, params.form) }),
  route(saveDraft, { find: nothing, may: seen, run: ({ tx, actor, params, body, now }) => keepDraft(tx, actor, params.form, body.content, now) }),
  route(deleteDraft, { find: nothing, may: seen, run: ({ tx, actor, params }) => dropDraft(tx, actor, params.form) }),
]
