import type { z } from 'zod'
import type { Body, Endpoint, Params, Query } from '../contract/endpoint.ts'
import type { Actor } from './actor.ts'
import type { Tx } from './db.ts'
import { refuse } from './refusal.ts'

export type Upload = { name: string; mediaType: string; bytes: Buffer; fields: Record<string, string> }
/** What a download answers instead of JSON. */
export type Download = { name: string; mediaType: string; bytes: Buffer | NodeJS.ReadableStream; inline?: boolean }

/** What the request brought besides its parts: where it came from, and how to leave cookies. */
export type Wire = {
  address: string
  userAgent: string
  upload?: Upload
  sessionToken: string | null
  setSession: (token: string, expiresAt: Date) => void
  clearSession: () => void
  locale: 'zh-Hans' | 'zh-Hant' | 'en'
}

type Common<E extends Endpoint> = { tx: Tx; now: Date; params: Params<E>; query: Query<E>; body: Body<E>; wire: Wire }
type Call<E extends Endpoint> = Common<E> & { actor: Actor }
/** What `run` hands in; the contract turns it into the reply (a Date into text, a default filled in). */
type Answer<E extends Endpoint> = E extends { bytes: 'download' } ? Download : z.input<E['reply']>

/** What has to be asked of another server, before the transaction begins: no row is held while the network answers. */
type Errand<E extends Endpoint, Brought> = (call: Omit<Common<E>, 'tx'>) => Promise<Brought>

type Steps<E extends Endpoint, Found, Made = Answer<E>> = {
  /** Load what the request is about, out of what this actor can see. Nothing found answers 404. */
  find: (call: Call<E>) => Promise<Found | undefined>
  /** May this actor do this to what was found? */
  may: (actor: Actor, found: Found) => boolean
  /** Do it. Only ever called with something the actor may act on. */
  run: (call: Call<E> & { found: Found }) => Promise<Made>
}

export type RawCall = { tx: Tx; actor: Actor | null; now: Date; params: unknown; query: unknown; body: unknown; wire: Wire; brought?: unknown }
export type Route = {
  endpoint: Endpoint
  policy: string
  before?: (raw: Omit<RawCall, 'tx' | 'actor'>) => Promise<unknown>
  answer: (raw: RawCall) => Promise<unknown>
  /** Makes the reply of what `answer` gave, when the transaction has ended. */
  after?: (read: unknown, gone: AbortSignal) => Promise<unknown>
}

/** For reads: whoever can find it may read it. */
export const seen = () => true
/** For things that are about oneself or a list: there is nothing to find first. */
export const nothing = async () => ({})

export function route<E extends Endpoint, Found>(endpoint: E, steps: Steps<E, Found>): Route {
  return { endpoint, policy: steps.may.name, answer: async (raw) => replyOf(endpoint, await walk(endpoint, steps, raw)) }
}

/**
 * For what takes long and needs no database: `run` reads what it is about, `after` works on it when the transaction has ended, so
 * that neither a row nor a connection is held. `gone` says that whoever asked has gone away.
 */
export function routeThen<E extends Endpoint, Found, Read>(
  endpoint: E,
  { after, ...steps }: Steps<E, Found, Read> & { after: (read: Read, gone: AbortSignal) => Promise<Answer<E>> },
): Route {
  return { endpoint, policy: steps.may.name, answer: (raw) => walk(endpoint, steps, raw), after: async (read, gone) => replyOf(endpoint, await after(read as Read, gone)) }
}

async function walk<E extends Endpoint, Found, Read>(endpoint: E, { find, may, run }: Steps<E, Found, Read>, raw: RawCall): Promise<Read> {
  if (!raw.actor) refuse('not_signed_in')
  const call = { ...raw, actor: raw.actor, ...partsOf(endpoint, raw) } as Call<E>
  const found = await find(call)
  if (found === undefined) refuse('not_found')
  if (!may(call.actor, found)) refuse('not_allowed')
  return run({ ...call, found })
}

/** A public endpoint. Its contract says `open: true`, and the access table lists it as such. */
export function open<E extends Endpoint & { open: true }>(endpoint: E, run: (call: Common<E> & { actor: Actor | null }) => Promise<Answer<E>>): Route {
  return {
    endpoint,
    policy: 'open',
    answer: async (raw) => replyOf(endpoint, await run({ ...raw, ...partsOf(endpoint, raw) } as Common<E> & { actor: Actor | null })),
  }
}

/** A public endpoint that first has to ask another server. */
export function openAfter<E extends Endpoint & { open: true }, Brought>(
  endpoint: E,
  before: Errand<E, Brought>,
  run: (call: Common<E> & { actor: Actor | null; brought: Brought }) => Promise<Answer<E>>,
): Route {
  return {
    ...open(endpoint, (call) => run(call as typeof call & { brought: Brought })),
    before: (raw) => before({ ...raw, ...partsOf(endpoint, raw) } as Omit<Common<E>, 'tx'>),
  }
}

const replyOf = (endpoint: Endpoint, answer: unknown) => (endpoint.bytes === 'download' ? answer : endpoint.reply.parse(answer))

/** Parses all three parts before complaining, so that every fault is named at once. */
function partsOf(endpoint: Endpoint, raw: Pick<RawCall, 'params' | 'query' | 'body'>) {
  const issues: unknown[] = []
  const parse = (schema: z.ZodType | undefined, value: unknown) => {
    const result = schema?.safeParse(value ?? {})
    if (result && !result.success) issues.push(...result.error.issues.map(({ path, message, code }) => ({ path, message, code })))
    return result?.data
  }
  const parts = { params: parse(endpoint.params, raw.params), query: parse(endpoint.query, raw.query), body: parse(endpoint.body, raw.body) }
  if (issues.length > 0) refuse('invalid_input', { issues })
  return parts
}
