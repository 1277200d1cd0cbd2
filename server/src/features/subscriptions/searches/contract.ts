import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Moment } from '../../../contract/moment.ts'
import { FoundKind, pageOfKind } from '../../search/contract.ts'

/** What may be subscribed to: never people nor what they sign, and the handbook has no news. */
export const KeptKind = FoundKind.exclude(['student', 'teacher', 'agreement', 'help'])
export type KeptKind = z.infer<typeof KeptKind>
export const keptKinds = KeptKind.options

/** The address of a thing, below the origin. */
export const addressOf = (kind: string, id: string) => `/app${pageOfKind[kind as KeptKind]}/${id}`

export const feedScopes = ['public', 'mine'] as const
export const FeedScope = z.enum(feedScopes)
export type FeedScope = z.infer<typeof FeedScope>

const Name = z.string().trim().min(1).max(60)
const SearchParams = z.object({ savedSearchId: z.uuid() })

export const SavedSearch = z.object({
  id: z.uuid(),
  name: z.string(),
  q: z.string(),
  kind: KeptKind.nullable(),
  digest: z.boolean(),
  /** Whether it has a feed, and what that shows; its address is shown once. */
  feed: FeedScope.nullable(),
  createdAt: Moment,
  /** When something new was last written about. */
  lastNewsAt: Moment.nullable(),
})
export type SavedSearch = z.output<typeof SavedSearch>

export const listSavedSearches = endpoint({
  method: 'GET',
  path: '/saved-searches',
  reply: z.object({ rows: z.array(SavedSearch), /** Without an address nothing can be sent. */ hasEmail: z.boolean() }),
  summary: '我的订阅: the searches of this seat that news of is sent about',
})

export const saveSearch = endpoint({
  method: 'POST',
  path: '/saved-searches',
  body: z.object({ name: Name, q: z.string().trim().max(60).default(''), kind: KeptKind.nullable().default(null), digest: z.boolean().default(true) }).refine(({ q, kind }) => q !== '' || kind !== null, { path: ['q'], error: 'missing' }),
  reply: z.object({ id: z.uuid(), known: z.int() }),
  summary: 'Keeps a search. What is there already is no news: only what comes after',
})

export const changeSavedSearch = endpoint({
  method: 'PATCH',
  path: '/saved-searches/:savedSearchId',
  params: SearchParams,
  body: z.object({ name: Name.optional(), digest: z.boolean().optional() }),
  reply: z.object({}),
})

export const dropSavedSearch = endpoint({ method: 'DELETE', path: '/saved-searches/:savedSearchId', params: SearchParams, reply: z.object({}) })

export const openFeed = endpoint({
  method: 'PUT',
  path: '/saved-searches/:savedSearchId/feed',
  params: SearchParams,
  body: z.object({ scope: FeedScope }),
  reply: z.object({ url: z.string() }),
  summary: 'A secret address for a feed reader; an earlier one ends',
})

export const closeFeed = endpoint({ method: 'DELETE', path: '/saved-searches/:savedSearchId/feed', params: SearchParams, reply: z.object({}), summary: 'The address leads nowhere from now on' })
