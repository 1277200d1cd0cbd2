import type { Selectable } from 'kysely'
import type { File } from '../../kernel/db.gen.ts'
import type { Db, Tx } from '../../kernel/db.ts'

export type FileRow = Selectable<File>

/** Any file by id. Who sees it is the question of the thing it belongs to: see `filesRoutes`. */
export async function findFile(tx: Tx, fileId: string) {
  return tx.selectFrom('file').selectAll().where('id', '=', fileId).where('removedAt', 'is', null).executeTakeFirst()
}

export async function listFilesOf(tx: Tx, subjectType: string, subjectIds: readonly string[]) {
  if (subjectIds.length === 0) return []
  return tx
    .selectFrom('file')
    .selectAll()
    .where('subjectType', '=', subjectType)
    .where('subjectId', 'in', [...subjectIds])
    .where('removedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export type NewFile = Pick<FileRow, 'id' | 'sha256' | 'size' | 'mediaType' | 'name' | 'subjectType' | 'subjectId' | 'uploadedBy' | 'createdAt'>

export async function insertFile(tx: Tx, file: NewFile) {
  return tx.insertInto('file').values(file).returningAll().executeTakeFirstOrThrow()
}

export async function updateFileRemoved(tx: Tx, fileId: string, now: Date) {
  await tx.updateTable('file').set({ removedAt: now }).where('id', '=', fileId).where('removedAt', 'is', null).execute()
}

/** Which of these ids are still wanted: live, or removed so recently that an undo may ask for them. */
export async function listWantedIds(db: Db, ids: readonly string[], removedAfter: Date) {
  const rows = await db
    .selectFrom('file')
    .select('id')
    .where('id', 'in', [...ids])
    .where((file) => file.or([file('removedAt', 'is', null), file('removedAt', '>', removedAfter)]))
    .execute()
  return new Set(rows.map((row) => row.id))
}
