import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { deleteDraftRow, findDraft, upsertDraft } from './tables.ts'

export const viewDraft = async (tx: Tx, actor: Actor, form: string) => ({ draft: (await findDraft(tx, actor.accountId, form)) ?? null })

export async function keepDraft(tx: Tx, actor: Actor, form: string, content: unknown, now: Date) {
  await upsertDraft(tx, { accountId: actor.accountId, form, content, savedAt: now })
  return { savedAt: now }
}

/** Also for services: what was sent needs no draft any more. */
export async function dropDraft(tx: Tx, actor: Actor, form: string) {
  await deleteDraftRow(tx, actor.accountId, form)
  return {}
}
