import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const codeSystems = ['industry', 'major', 'occupation', 'division'] as const
export const CodeSystem = z.enum(codeSystems)
export type CodeSystem = z.infer<typeof CodeSystem>
const AnySystem = z.enum([...codeSystems, 'major_occupation'])

const LevelCount = z.object({ level: z.string(), count: z.int(), official: z.int().nullable() })

export const CodeSystemView = z.object({
  id: AnySystem,
  version: z.string(),
  source: z.string(),
  effectiveFrom: z.string().nullable(),
  importedAt: z.string(),
  rowCount: z.int(),
  levels: z.array(LevelCount),
  signedBy: z.string().nullable(),
  can: z.object({ import: z.boolean() }),
})
export type CodeSystemView = z.infer<typeof CodeSystemView>

export const listCodeSystems = endpoint({
  method: 'GET',
  path: '/code-systems',
  reply: z.object({ rows: z.array(CodeSystemView) }),
  summary: 'The official code tables, their versions and how complete they are',
})

export const CodeView = z.object({
  code: z.string(),
  name: z.string(),
  level: z.string(),
  parent: z.string().nullable(),
  parentName: z.string().nullable(),
  superseded: z.boolean(),
})
export type CodeView = z.infer<typeof CodeView>

export const searchCodes = endpoint({
  method: 'GET',
  path: '/codes/:system',
  params: z.object({ system: CodeSystem }),
  query: Paging.extend({
    /** The start of a code, or part of a name in either script. */
    q: z.string().trim().max(60).default(''),
    level: z.string().max(20).optional(),
    parent: z.string().max(20).optional(),
    /** Codes that were replaced are left out unless asked for. */
    superseded: z.stringbool().default(false),
  }),
  reply: pageOf(CodeView),
  summary: 'Find codes by number or name',
})

export const ImportReport = z.object({
  system: AnySystem,
  version: z.string(),
  levels: z.array(LevelCount),
  added: z.int(),
  changed: z.int(),
  superseded: z.int(),
})

export const importCodes = endpoint({
  method: 'POST',
  path: '/code-systems/:system/import',
  params: z.object({ system: AnySystem }),
  body: z.object({
    version: z.string().trim().min(1).max(60),
    source: z.string().trim().min(1).max(200),
    effectiveFrom: z.iso.date().optional(),
    /** Take the file although its counts are not the official ones; the signature is kept. */
    sign: z.stringbool().default(false),
  }),
  bytes: 'upload',
  reply: ImportReport,
  summary: 'Take a complete official table in the official layout; nothing is deleted, only superseded',
})
