import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { FileView } from '../../files/contract.ts'

export const claimStates = ['claimed', 'confirmed', 'rejected'] as const
export const ClaimState = z.enum(claimStates)
export type ClaimState = z.infer<typeof ClaimState>

const ClaimParams = z.object({ claimId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)

export const ClaimRow = z.object({
  id: z.uuid(),
  teacherId: z.uuid(),
  teacherName: z.string(),
  teacherNumber: z.string(),
  organisationName: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  days: z.int(),
  source: z.string(),
  state: ClaimState,
  reason: z.string().nullable(),
  evidence: FileView.nullable(),
  decidedAt: z.string().nullable(),
  version: z.int(),
  can: z.object({ evidence: z.boolean(), decide: z.boolean() }),
})
export type ClaimRow = z.input<typeof ClaimRow>

export const ClaimFilter = z.object({ q: z.string().trim().max(60).default(''), state: ClaimState.optional(), teacherId: z.uuid().optional() })
export type ClaimFilter = z.infer<typeof ClaimFilter>
export const listClaims = endpoint({ method: 'GET', path: '/practice/claims', query: Paging.extend(ClaimFilter.shape), reply: pageOf(ClaimRow), summary: 'Practice done before and elsewhere, and whether somebody has seen the evidence' })

export const addClaim = endpoint({
  method: 'POST',
  path: '/practice/claims',
  body: z.object({ teacherId: z.uuid().optional(), organisationName: Text(100).min(1), startsOn: z.iso.date(), endsOn: z.iso.date(), days: z.int().min(1).max(1827), source: Text(200).default('') }),
  reply: z.object({ id: z.uuid() }),
  summary: 'Claims past days; they count when the school has seen the evidence',
})
export const addEvidence = endpoint({ method: 'POST', path: '/practice/claims/:claimId/evidence', params: ClaimParams, bytes: 'upload', reply: FileView, summary: 'The paper that shows it' })
export const decideClaim = endpoint({
  method: 'POST',
  path: '/practice/claims/:claimId/decision',
  params: ClaimParams,
  body: z.object({ decision: z.enum(['confirm', 'reject']), reason: Text(500).optional(), version: z.int() }),
  reply: z.object({ id: z.uuid(), state: ClaimState, creditedDays: z.int() }),
  summary: 'The school has seen the evidence, or has not',
})

export const downloadClaimTemplate = endpoint({ method: 'GET', path: '/practice/claims/template.xlsx', bytes: 'download', reply: z.object({}), summary: 'An empty sheet for past practice' })
export const readClaims = endpoint({
  method: 'POST',
  path: '/practice/claims/sheet',
  body: z.object({ write: z.stringbool().default(false) }),
  bytes: 'upload',
  reply: z.object({
    rows: z.int(),
    /** Good rows that are new, known already, or written now. */
    ready: z.int(),
    unchanged: z.int(),
    written: z.int(),
    faults: z.array(z.object({ row: z.int(), column: z.string(), value: z.string(), sentence: z.string() })),
    missingColumns: z.array(z.string()),
    unknownColumns: z.array(z.string()),
    /** The file that was sent with its faults marked, base64; null where there are none. */
    marked: z.string().nullable(),
  }),
  summary: 'Reads a workbook of past practice: all faults at once; with `write` the good rows are kept as claims',
})
