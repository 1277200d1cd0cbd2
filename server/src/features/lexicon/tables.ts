import type { Locked, Tx } from '../../kernel/db.ts'

const versions = (tx: Tx) => tx.selectFrom('lexiconVersion')

export type Version = NonNullable<Awaited<ReturnType<typeof findVersion>>>

export const findVersion = (tx: Tx, number: number) => versions(tx).selectAll().where('number', '=', number).executeTakeFirst()

export const findPublished = (tx: Tx) => versions(tx).selectAll().where('state', '=', 'published').executeTakeFirst()

export const findDraft = (tx: Tx) => versions(tx).selectAll().where('state', '=', 'draft').executeTakeFirst()

/** The one in use, held: whoever changes the draft waits here, so that two editors cannot make two drafts. */
export async function lockPublished(tx: Tx): Promise<Locked<Version> | undefined> {
  const row = await versions(tx).selectAll().where('state', '=', 'published').forUpdate().executeTakeFirst()
  return row && { ...row, locked: true }
}

/** Which one is in use, without its content. */
export const findPublishedMark = (tx: Tx) => versions(tx).select(['number', 'publishedAt']).where('state', '=', 'published').executeTakeFirst()

export const listVersions = (tx: Tx) =>
  versions(tx)
    .leftJoin('account as maker', 'maker.id', 'lexiconVersion.madeBy')
    .leftJoin('account as publisher', 'publisher.id', 'lexiconVersion.publishedBy')
    .selectAll('lexiconVersion')
    .select(['maker.name as madeByName', 'publisher.name as publishedByName'])
    .orderBy('lexiconVersion.number', 'desc')
    .execute()

type NewVersion = { state: 'draft' | 'published'; groups: unknown; basedOn: number | null; note: string | null; madeBy: string | null; madeAt: Date; publishedAt: Date | null }

export async function insertVersion(tx: Tx, { groups, ...rest }: NewVersion): Promise<number> {
  const { most } = await versions(tx).select((version) => version.fn.max('number').as('most')).executeTakeFirstOrThrow()
  const number = (most ?? 0) + 1
  await tx.insertInto('lexiconVersion').values({ number, groups: JSON.stringify(groups), ...rest }).execute()
  return number
}

export async function updateVersion(tx: Tx, number: number, { groups, ...rest }: { groups?: unknown; state?: string; note?: string; publishedBy?: string | null; publishedAt?: Date }) {
  await tx
    .updateTable('lexiconVersion')
    .set({ ...rest, ...(groups === undefined ? {} : { groups: JSON.stringify(groups) }) })
    .where('number', '=', number)
    .execute()
}
