import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import type { Db, Tx } from '../../kernel/db.ts'
import { refuse } from '../../kernel/refusal.ts'
import { setting } from '../../kernel/setting.ts'
import type { FileKind, FileView } from './contract.ts'
import { isShownInline, kindOf, mediaTypes, safeName, whyNotKeep } from './rules.ts'
import { findFile, insertFile, listFilesOf, listWantedIds, updateFileRemoved, type FileRow } from './tables.ts'

/** Says whether this actor sees the thing a file belongs to. One per subject type, given to `filesRoutes` in app.ts. */
export type Sees = (tx: Tx, actor: Actor, subjectId: string) => Promise<boolean>

export type Keep = {
  name: string
  bytes: Uint8Array
  subjectType: string
  subjectId: string
  /** Zip only where somebody asks for it. */
  allow: readonly FileKind[]
  maxBytes?: number
}

/**
 * Keeps bytes with a thing. They are stored before the row: a crash in between leaves bytes without a row, which the
 * nightly sweep removes, and never a row without bytes.
 */
export async function keepFile(tx: Tx, actor: Pick<Actor, 'accountId' | 'organisationId'> | null, keep: Keep, now: Date) {
  const kind = kindOf(keep.bytes, keep.name)
  const maxBytes = keep.maxBytes ?? setting().maxUploadBytes
  const no = whyNotKeep({ kind, size: keep.bytes.length }, { allow: keep.allow, maxBytes })
  if (no) refuse(no, { name: keep.name, allow: keep.allow, maxBytes })

  const id = randomUUID()
  const mediaType = mediaTypes[kind!]
  await setting().files.put(id, keep.bytes, { contentType: mediaType })
  const file = await insertFile(tx, {
    id,
    sha256: createHash('sha256').update(keep.bytes).digest(),
    size: keep.bytes.length,
    mediaType,
    name: safeName(keep.name, kind!),
    subjectType: keep.subjectType,
    subjectId: keep.subjectId,
    uploadedBy: actor?.accountId ?? null,
    createdAt: now,
  })
  audit(tx, actor, now, { event: 'file.kept', subjectType: keep.subjectType, subjectId: keep.subjectId, details: { fileId: id, kind, size: file.size, sha256: file.sha256.toString('hex') } })
  return file
}

/** The row and its bytes, whole. A change on the disk is noticed: the bytes must still have the hash they came with. */
export async function readFile(tx: Tx, fileId: string): Promise<{ file: FileRow; bytes: Buffer } | undefined> {
  const file = await findFile(tx, fileId)
  if (!file) return undefined
  return { file, bytes: await bytesOf(file) }
}

export async function bytesOf(file: FileRow): Promise<Buffer> {
  const bytes = Buffer.from(await setting().files.getBytes(file.id))
  if (!createHash('sha256').update(bytes).digest().equals(file.sha256)) throw new Error(`file ${file.id} is not what was kept`)
  return bytes
}

export const viewFile = (file: FileRow): FileView => ({ id: file.id, name: file.name, mediaType: file.mediaType, size: file.size, createdAt: file.createdAt })

/** The live files of one thing, in the order they came. */
export const listFiles = (tx: Tx, subjectType: string, subjectId: string) => listFilesOf(tx, subjectType, [subjectId])

/** The files of a page of things, in one query: subject id → views. */
export async function viewFilesOf(tx: Tx, subjectType: string, subjectIds: readonly string[]): Promise<Map<string, FileView[]>> {
  const files = Map.groupBy(await listFilesOf(tx, subjectType, subjectIds), (file) => file.subjectId)
  return new Map([...files].map(([subjectId, some]) => [subjectId, some.map(viewFile)]))
}

export async function removeFile(tx: Tx, actor: Actor | null, file: FileRow, now: Date) {
  await updateFileRemoved(tx, file.id, now)
  audit(tx, actor, now, { event: 'file.removed', subjectType: file.subjectType, subjectId: file.subjectId, details: { fileId: file.id } })
}

export async function sendFile(file: FileRow, inline: boolean) {
  return { name: file.name, mediaType: file.mediaType, bytes: await bytesOf(file), inline: inline && isShownInline(file.mediaType) }
}

const day = 86_400_000

/** Nightly: bytes without a row, a day old so that no upload under way is hit, and bytes whose row was removed 30 days ago. */
export async function sweepFiles(db: Db, now: Date): Promise<number> {
  const disk = setting().files
  let swept = 0
  let paginationToken: string | undefined
  do {
    const page = await disk.listAll('', { recursive: true, ...(paginationToken ? { paginationToken } : {}) })
    const keys = [...page.objects].flatMap((object) => (object.isFile && isId(object.key) ? [object.key] : []))
    const wanted = keys.length > 0 ? await listWantedIds(db, keys, new Date(now.getTime() - 30 * day)) : new Set<string>()
    for (const key of keys) {
      if (wanted.has(key)) continue
      const { lastModified } = await disk.getMetaData(key)
      if (lastModified.getTime() > now.getTime() - day) continue
      await disk.delete(key)
      swept++
    }
    paginationToken = page.paginationToken
  } while (paginationToken)
  return swept
}

const isId = (key: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)
