import { timingSafeEqual } from 'node:crypto'
import { t, type Locale } from '@silian/words'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { inTransaction, type Db, type Locked, type Tx } from '../../../kernel/db.ts'
import { post } from '../../../kernel/outbox.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { digestOf, newToken, tokenHash } from '../../../kernel/secrets.ts'
import { setting } from '../../../kernel/setting.ts'
import { actorOfSeat, seatOf } from '../../identity/service.ts'
import { findForReader, viewFound, type Shown } from '../../search/service.ts'
import { addressOf, type FeedScope, type KeptKind } from './contract.ts'
import { mostSearches } from './rules.ts'
import { deleteSearch, endDigests, findByFeed, findReader, insertHits, insertSearch, listReaders, listSearches, lockForDigest, lockSeat, updateSearch, type SearchRow } from './tables.ts'

export { addressOf }

export async function viewSearches(tx: Tx, actor: Actor) {
  const rows = await listSearches(tx, actor, await seatOf(tx, actor))
  const reader = await findReader(tx, actor.accountId)
  return { rows: rows.map(viewSearch), hasEmail: Boolean(reader?.email) }
}

const viewSearch = ({ id, name, q, kind, digest, feedScope, createdAt, lastNewsAt }: SearchRow) => ({
  id, name, q, kind: kind as KeptKind | null, digest, feed: feedScope as FeedScope | null, createdAt, lastNewsAt,
})

const idsOf = (things: readonly { subjectId: string }[]) => things.map(({ subjectId }) => subjectId)

type Wish = { name: string; q: string; kind: KeptKind | null; digest: boolean }

export async function keep(tx: Tx, actor: Actor, wish: Wish, now: Date) {
  const seatId = await seatOf(tx, actor)
  await lockSeat(tx, seatId)
  if ((await listSearches(tx, actor, seatId)).length >= mostSearches) refuse('too_many_saved', { most: mostSearches })
  const { id } = await insertSearch(tx, { ...wish, accountId: actor.accountId, seatId, createdAt: now })
  const known = await insertHits(tx, id, idsOf(await findForReader(tx, actor, wish)), now)
  return { id, known: known.length }
}

export async function change(tx: Tx, search: Locked<{ id: string }>, wish: { name?: string; digest?: boolean }) {
  await updateSearch(tx, search.id, wish)
  return {}
}

export async function drop(tx: Tx, search: Locked<{ id: string }>) {
  await deleteSearch(tx, search.id)
  return {}
}

/** A new secret each time: only its hash is kept, so an address that was lost is replaced, not looked up. */
export async function openFeed(tx: Tx, actor: Actor, search: Locked<{ id: string }>, scope: FeedScope, now: Date) {
  const token = newToken()
  await updateSearch(tx, search.id, { feedHash: tokenHash(token), feedScope: scope })
  audit(tx, actor, now, { event: 'feed.opened', subjectType: 'saved_search', subjectId: search.id, details: { scope } })
  return { url: `${setting().origin}/feeds/${token}.xml` }
}

export async function closeFeed(tx: Tx, actor: Actor, search: Locked<{ id: string }>, now: Date) {
  await updateSearch(tx, search.id, { feedHash: null, feedScope: null })
  audit(tx, actor, now, { event: 'feed.closed', subjectType: 'saved_search', subjectId: search.id })
  return {}
}

/** What the feed with this secret shows now, the newest first; null: it has been taken back, or its owner has left the seat. */
export async function readFeed(tx: Tx, token: string): Promise<{ name: string; scope: FeedScope; locale: Locale; items: Shown[] } | null> {
  const search = await findByFeed(tx, tokenHash(token))
  const actor = search && (await actorOfSeat(tx, search.seatId))
  if (!actor) return null
  const scope = search.feedScope as FeedScope
  const shown = await viewFound(tx, await findForReader(tx, actor, search))
  const open = scope === 'mine' ? shown : shown.filter((one) => one.public)
  return { name: search.name, scope, locale: actor.locale, items: open.sort((one, other) => other.madeAt.getTime() - one.madeAt.getTime()).slice(0, 50) }
}

/** Every morning: one mail a person about what has come since, of all their searches. Each person in a transaction of its own, so that a crash repeats nothing. */
export async function postNews(db: Db, now: Date): Promise<number> {
  let mails = 0
  for (const accountId of await inTransaction(db, listReaders)) if (await inTransaction(db, (tx) => postNewsTo(tx, accountId, now))) mails++
  return mails
}

/** At most so many lines of each search: a mail is read on a phone. */
const mostLines = 10

async function postNewsTo(tx: Tx, accountId: string, now: Date): Promise<boolean> {
  const parts: string[] = []
  let count = 0
  let reader: Awaited<ReturnType<typeof actorOfSeat>> = null
  for (const search of await lockForDigest(tx, accountId)) {
    const actor = await actorOfSeat(tx, search.seatId)
    if (!actor) continue
    reader = actor
    const found = await findForReader(tx, actor, search)
    const fresh = new Set(await insertHits(tx, search.id, idsOf(found), now))
    if (fresh.size === 0) continue
    count += fresh.size
    parts.push(partOf(actor.locale, search.name, await viewFound(tx, found.filter(({ subjectId }) => fresh.has(subjectId)))))
  }
  if (!reader?.email || parts.length === 0) return false
  const { locale, name, email } = reader
  const origin = setting().origin
  const unsubscribeUrl = `${origin}${locale === 'zh-Hans' ? '' : `/${locale}`}/unsubscribe/${unsubscribeToken(accountId)}`
  await post(tx, {
    channel: 'email',
    recipient: email,
    subject: t(locale, 'subscriptions:mail.subject', { count }),
    body: t(locale, 'subscriptions:mail.body', { name, parts: parts.join('\n'), link: `${origin}/app/subscriptions`, unsubscribe: unsubscribeUrl }),
    unsubscribeUrl,
  })
  return true
}

function partOf(locale: Locale, name: string, shown: readonly Shown[]): string {
  const lines = shown.slice(0, mostLines).map(({ kind, id, title, titleEn, ownerName }) =>
    t(locale, ownerName ? 'subscriptions:mail.lineOf' : 'subscriptions:mail.line', { title: locale === 'en' && titleEn ? titleEn : title, owner: ownerName ?? '', link: setting().origin + addressOf(kind, id) }),
  )
  if (shown.length > mostLines) lines.push(t(locale, 'subscriptions:mail.more', { count: shown.length - mostLines }))
  return `${t(locale, 'subscriptions:mail.part', { name, count: shown.length })}\n${lines.join('\n')}\n`
}

const proofFor = (accountId: string) => digestOf(`unsubscribe ${accountId}`).subarray(0, 18)
/** In one piece of word characters: the log leaves those out of addresses. */
const unsubscribeToken = (accountId: string) => `${accountId}-${proofFor(accountId).toString('base64url')}`

/** Whose mail this link ends, if it is one of ours. Says nothing about whether they still get any. */
export async function readerOf(tx: Tx, token: string) {
  const accountId = token.slice(0, 36)
  const given = Buffer.from(token.slice(37), 'base64url')
  if (!/^[0-9a-f-]{36}$/.test(accountId) || given.length !== 18 || !timingSafeEqual(given, proofFor(accountId))) return undefined
  return findReader(tx, accountId)
}

export async function unsubscribe(tx: Tx, accountId: string, now: Date) {
  const ended = await endDigests(tx, accountId)
  if (ended > 0) audit(tx, { accountId, organisationId: null }, now, { event: 'saved_search.unsubscribed', subjectType: 'account', subjectId: accountId, details: { searches: ended } })
}
