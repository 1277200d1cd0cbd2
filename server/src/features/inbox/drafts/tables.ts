import type { Tx } from '../../../kernel/db.ts'

/** Drafts are private: nobody but their writer reads them. */
export async function findDraft(tx: Tx, accountId: string, form: string) {
  return tx.selectFrom('draft').select(['content', 'savedAt']).where('accountId', '=', accountId).where('form', '=', form).executeTakeFirst()
}

export async function upsertDraft(tx: Tx, draft: { accountId: string; form: string; content: unknown; savedAt: Date }) {
  const content = JSON.stringify(draft.content)
  await tx
    .insertInto('draft')
    .values({ ...draft, content })
    .onConflict((conflict) => conflict.columns(['accountId', 'form']).doUpdateSet({ content, savedAt: draft.savedAt }))
    .execute()
}

export async function deleteDraftRow(tx: Tx, accountId: string, form: string) {
  await tx.deleteFrom('draft').where('accountId', '=', accountId).where('form', '=', form).execute()
}
