import type { Tx } from './db.ts'
import type { Wire } from './route.ts'

export type PageReply = { status?: number; type?: string; body: string | Buffer; headers?: Record<string, string> }

/** A public page outside /api: server-rendered, read only, needs no session and no script. */
export type Page = {
  /** With `:name` parameters, from the root. */
  path: string
  answer: (call: { tx: Tx; now: Date; params: Record<string, string>; query: Record<string, string>; wire: Wire; path: string }) => Promise<PageReply | null>
}
