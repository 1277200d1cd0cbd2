import type { z } from 'zod'

export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `:name` parameters, below /api. */
  path: string
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  reply: z.ZodType
  /** Answers without a session. Listed in the access table. */
  open?: true
  /** Answers a session whose second factor is still to come, too: giving it, setting it up, leaving. */
  halfway?: true
  /** Sends or receives bytes rather than JSON: 'upload' takes multipart form data, 'download' answers a file. */
  bytes?: 'upload' | 'download'
  summary?: string
}

type Of<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined
type Given<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined

export type Params<E extends Endpoint> = Of<E['params']>
export type Query<E extends Endpoint> = Of<E['query']>
export type Body<E extends Endpoint> = Of<E['body']>
export type Reply<E extends Endpoint> = z.output<E['reply']>
/** What the web sends; defaults are still missing. */
export type Request<E extends Endpoint> = {
  [K in 'params' | 'query' | 'body' as E[K] extends z.ZodType ? K : never]: Given<E[K]>
}

export const endpoint = <const E extends Endpoint>(definition: E): E => definition
