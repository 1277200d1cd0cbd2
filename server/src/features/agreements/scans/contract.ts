import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { AgreementKind, AgreementState } from '../contract.ts'

export const ScanState = z.enum(['found', 'confirmed', 'refused'])
export const ScanView = z.object({
  id: z.uuid(),
  agreementId: z.uuid(),
  number: z.string(),
  title: z.string(),
  kind: AgreementKind,
  state: ScanState,
  foundBy: z.enum(['picture', 'hand']),
  file: z.object({ id: z.uuid(), name: z.string(), mediaType: z.string() }),
  uploadedBy: z.string().nullable(),
  uploadedAt: Moment,
  decidedBy: z.string().nullable(),
  decidedAt: Moment.nullable(),
  note: z.string().nullable(),
  can: z.object({ decide: z.boolean() }),
})
export type ScanView = z.output<typeof ScanView>

/** `file`: JPEG, PNG or PDF. `code`, typed from the paper, where the picture is too blurred to be read. */
export const bringScan = endpoint({ method: 'POST', path: '/agreement-scans', bytes: 'upload', body: z.object({ code: z.string().trim().max(40).optional() }), reply: ScanView, summary: 'A photograph of a signed paper finds its agreement by the code on it' })
export const listScans = endpoint({ method: 'GET', path: '/agreement-scans', query: Paging.extend({ state: ScanState.default('found'), agreementId: z.uuid().optional() }), reply: pageOf(ScanView) })

const ScanParams = z.object({ scanId: z.uuid() })
export const confirmScan = endpoint({
  method: 'POST',
  path: '/agreement-scans/:scanId/confirmation',
  params: ScanParams,
  body: z.object({ signatures: z.array(z.object({ partyId: z.uuid(), name: z.string().trim().min(1).max(50), signedOn: Day })).min(1).max(12) }),
  reply: z.object({ id: z.uuid(), state: AgreementState, version: z.int() }),
  summary: 'A person of the school says which parties have signed this paper, and the dates on it',
})
export const refuseScan = endpoint({ method: 'POST', path: '/agreement-scans/:scanId/refusal', params: ScanParams, body: z.object({ note: z.string().trim().min(2).max(300) }), reply: z.object({}) })
