import type { Tx } from '../../../kernel/db.ts'
import { readerOf, unsubscribe } from '../../subscriptions/searches/service.ts'
import type { PortalPage } from '../contract.ts'

/** Asks; and says nothing of anybody when the link is not one of ours. */
export const viewUnsubscribe = async (tx: Tx, token: string): Promise<PortalPage | null> => ((await readerOf(tx, token)) ? { name: 'unsubscribe', view: { done: false } } : null)

/** What the button sends, and what a mail program sends by itself (RFC 8058). */
export async function takeUnsubscribe(tx: Tx, token: string, now: Date): Promise<PortalPage | null> {
  const reader = await readerOf(tx, token)
  if (!reader) return null
  await unsubscribe(tx, reader.id, now)
  return { name: 'unsubscribe', view: { done: true } }
}
