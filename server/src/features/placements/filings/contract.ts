import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { FileView } from '../../files/contract.ts'
import { PlacementState } from '../contract.ts'

const FilingParams = z.object({ filingId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)
export const FilingKind = z.enum(['ordinary', 'cross_province', 'abroad'])
export const FilingState = z.enum(['preparing', 'sent', 'filed', 'returned'])

export const FilingRow = z.object({
  id: z.uuid(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  kind: FilingKind,
  title: z.string(),
  state: FilingState,
  authority: z.string(),
  consentNumber: z.string().nullable(),
  filingNumber: z.string().nullable(),
  filedOn: Day.nullable(),
  members: z.int(),
  demo: z.boolean(),
})
export type FilingRow = z.infer<typeof FilingRow>
export const listFilings = endpoint({ method: 'GET', path: '/placement-filings', query: Paging.extend({ kind: FilingKind.optional(), state: FilingState.optional() }), reply: pageOf(FilingRow), summary: 'Filings of placements with the authority' })

const Item = z.object({ item: z.string(), on: Day.nullable(), remark: z.string() })
export const FilingView = FilingRow.extend({
  consentOn: Day.nullable(),
  escortId: z.uuid().nullable(),
  escortName: z.string().nullable(),
  checklist: z.array(Item),
  remark: z.string(),
  createdAt: Moment,
  placements: z.array(z.object({ id: z.uuid(), number: z.string(), studentName: z.string(), unitName: z.string(), state: PlacementState, startsOn: Day })),
  files: z.array(FileView),
  /** What is missing before it can be sent. */
  missing: z.array(z.string()),
  version: z.int(),
  can: z.object({ edit: z.boolean(), send: z.boolean(), file: z.boolean(), return: z.boolean(), reopen: z.boolean() }),
})
export type FilingView = z.input<typeof FilingView>
export const getFiling = endpoint({ method: 'GET', path: '/placement-filings/:filingId', params: FilingParams, reply: FilingView })

const Ids = z.array(z.uuid()).max(2000)
export const prepareFiling = endpoint({
  method: 'POST',
  path: '/placement-filings',
  body: z.object({ kind: FilingKind, title: Text(100).min(2), authority: Text(100).default(''), escortId: z.uuid().nullish(), placementIds: Ids.default([]) }),
  reply: z.object({ id: z.uuid() }),
  summary: 'Begins a filing for these placements, with the checklist of its kind',
})
export const changeFiling = endpoint({
  method: 'PATCH',
  path: '/placement-filings/:filingId',
  params: FilingParams,
  body: z.object({
    version: z.int(),
    title: Text(100).min(2).optional(),
    authority: Text(100).optional(),
    escortId: z.uuid().nullable().optional(),
    remark: Text(500).optional(),
    /** Items of the checklist: a day, or null to take it back. */
    checklist: z.array(z.object({ item: z.string().max(30), on: Day.nullable(), remark: Text(200).default('') })).max(30).optional(),
    placementIds: Ids.optional(),
  }),
  reply: z.object({ version: z.int() }),
})
export const moveFiling = endpoint({
  method: 'POST',
  path: '/placement-filings/:filingId/moves',
  params: FilingParams,
  body: z.object({
    action: z.enum(['send', 'file', 'return', 'reopen']),
    version: z.int(),
    consentNumber: Text(60).optional(),
    consentOn: Day.optional(),
    filingNumber: Text(60).optional(),
    filedOn: Day.optional(),
    reason: Text(500).optional(),
  }),
  reply: z.object({ id: z.uuid(), state: FilingState, version: z.int(), moved: z.int() }),
  summary: 'Sent to the authority; answered with consent and number, or sent back',
})
export const addFilingFile = endpoint({ method: 'POST', path: '/placement-filings/:filingId/files', params: FilingParams, reply: FileView, bytes: 'upload' })
