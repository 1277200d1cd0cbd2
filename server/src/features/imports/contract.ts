import { z } from 'zod'
import { endpoint } from '../../contract/endpoint.ts'
import { Moment } from '../../contract/moment.ts'
import { pageOf, Paging } from '../../contract/paging.ts'

export const importKinds = ['organisations', 'students', 'teachers', 'posts', 'problems'] as const
export const ImportKindName = z.enum(importKinds)
export type ImportKindName = z.infer<typeof ImportKindName>

export const importStates = ['reading', 'checked', 'writing', 'written', 'cancelled', 'undone'] as const
export const ImportState = z.enum(importStates)
export type ImportState = z.infer<typeof ImportState>

export const ImportRowState = z.enum(['ready', 'faulty', 'duplicate', 'unchanged', 'written'])
export type ImportRowState = z.infer<typeof ImportRowState>

/** The five add up to the rows of the file. */
export const Figures = z.object({ ready: z.int(), faulty: z.int(), duplicate: z.int(), unchanged: z.int(), written: z.int() })
export type Figures = z.infer<typeof Figures>

export const ImportBrief = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: ImportKindName,
  state: ImportState,
  fileName: z.string(),
  createdAt: Moment,
  total: z.int(),
  figures: Figures,
  forOrganisation: z.string().nullable(),
})
export type ImportBrief = z.output<typeof ImportBrief>

export const FaultGroup = z.object({
  /** The header as it stands in the file. */
  column: z.string(),
  /** Where it stands in the file: A, B … */
  letter: z.string(),
  reason: z.string(),
  /** Of one row, for the sentence of the group when all rows say the same. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  state: z.enum(['faulty', 'duplicate']),
  count: z.int(),
})
export type FaultGroup = z.output<typeof FaultGroup>

export const ImportView = ImportBrief.extend({
  byName: z.string(),
  /** Our template it was made from; null for a sheet of one's own. */
  templateVersion: z.int().nullable(),
  unknownColumns: z.array(z.string()),
  progress: z.object({ done: z.int(), total: z.int() }),
  checkMs: z.int(),
  checkedAt: Moment.nullable(),
  writtenAt: Moment.nullable(),
  /** Until when it may be undone. */
  undoUntil: Moment.nullable(),
  groups: z.array(FaultGroup),
  /** Where in the file the errors lie: at most 200 pieces of equal length, those with something in them. */
  strip: z.object({ from: z.int(), to: z.int(), pieces: z.int(), marks: z.array(z.object({ at: z.int(), faulty: z.int(), duplicate: z.int() })) }),
  /** An earlier import of exactly this file. */
  earlier: z.object({ id: z.uuid(), number: z.string(), createdAt: Moment }).nullable(),
  can: z.object({ write: z.boolean(), confirm: z.boolean(), cancel: z.boolean(), undo: z.boolean() }),
})
export type ImportView = z.output<typeof ImportView>

export const ImportRowView = z.object({
  row: z.int(),
  state: ImportRowState,
  label: z.string(),
  faults: z.array(
    z.object({
      column: z.string(),
      letter: z.string(),
      /** Masked where it is personal. */
      value: z.string(),
      /** The faulty part of the value, from and to; null where it cannot be pointed at. */
      mark: z.tuple([z.int(), z.int()]).nullable(),
      reason: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
})
export type ImportRowView = z.output<typeof ImportRowView>

const ImportParams = z.object({ importId: z.uuid() })
const Done = z.object({ id: z.uuid(), state: ImportState })

export const listImports = endpoint({ method: 'GET', path: '/imports', query: Paging, reply: pageOf(ImportBrief).extend({ can: z.object({ import: z.array(ImportKindName) }) }), summary: 'My imports, and what I may import' })

export const uploadImport = endpoint({
  method: 'POST',
  path: '/imports',
  body: z.object({ kind: ImportKindName, organisationId: z.uuid().optional() }),
  reply: Done,
  bytes: 'upload',
  summary: 'Read and check a sheet; nothing is written yet',
})

export const downloadTemplate = endpoint({
  method: 'GET',
  path: '/imports/templates/:kind.xlsx',
  params: z.object({ kind: ImportKindName }),
  reply: z.unknown(),
  bytes: 'download',
  summary: 'An empty sheet to fill in',
})

export const getImport = endpoint({ method: 'GET', path: '/imports/:importId', params: ImportParams, reply: ImportView, summary: 'Figures, errors by reason and progress' })

export const listImportRows = endpoint({
  method: 'GET',
  path: '/imports/:importId/rows',
  params: ImportParams,
  query: Paging.extend({ state: ImportRowState.optional(), column: z.string().max(200).optional(), reason: z.string().max(60).optional() }),
  reply: pageOf(ImportRowView),
  summary: 'Rows, by state or by reason',
})

export const downloadMarked = endpoint({
  method: 'GET',
  path: '/imports/:importId/marked.xlsx',
  params: ImportParams,
  reply: z.unknown(),
  bytes: 'download',
  summary: 'The file that was sent, with its faulty cells red and the reasons in a last column',
})

export const writeImport = endpoint({ method: 'POST', path: '/imports/:importId/write', params: ImportParams, reply: Done, summary: 'Write the good rows' })
export const confirmDuplicates = endpoint({
  method: 'POST',
  path: '/imports/:importId/duplicates/confirm',
  params: ImportParams,
  reply: z.object({ id: z.uuid(), confirmed: z.int() }),
  summary: 'Let rows that differ from what is kept replace it',
})
export const cancelImport = endpoint({ method: 'POST', path: '/imports/:importId/cancel', params: ImportParams, reply: Done, summary: 'Stop reading or writing, or let it all go' })
export const undoImport = endpoint({ method: 'POST', path: '/imports/:importId/undo', params: ImportParams, reply: z.object({ id: z.uuid(), removed: z.int() }), summary: 'Take back what the import made' })
