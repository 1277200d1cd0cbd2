import type { RefusalCode } from '../contract/refusals.ts'
import type { Tx } from './db.ts'
import type { Wire } from './route.ts'

export type PageReply = { status?: number; type?: string; body: string | Buffer; headers?: Record<string, string> }

export type PageCall = { tx: Tx; now: Date; params: Record<string, string>; query: Record<string, string>; wire: Wire; path: string }

/** A public page outside /api: server-rendered, needs no session and no script. */
export type Page = {
  /** With `:name` parameters, from the root. */
  path: string
  /** Read only. */
  answer: (call: PageCall) => Promise<PageReply | null>
  /** What a plain form on this page sends to its own address: may write, and knows nobody. */
  submit?: (call: PageCall & { form: Record<string, string> }) => Promise<PageReply | null>
}

export type Fault = { status: number; code: RefusalCode | 'internal_error'; details: Record<string, unknown> }

/** What somebody reads in a browser when there is no such page or it failed. Without a database: that may be what failed. */
export type FaultPage = (fault: Fault & { path: string }) => Promise<PageReply>
