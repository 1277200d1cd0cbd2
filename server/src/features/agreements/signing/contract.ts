import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { AgreementState } from '../contract.ts'

export const signAgreement = endpoint({
  method: 'POST',
  path: '/agreements/:agreementId/parties/:partyId/signature',
  params: z.object({ agreementId: z.uuid(), partyId: z.uuid() }),
  body: z.object({ name: z.string().trim().min(1).max(50), code: z.string().trim().min(4).max(20), textHash: z.string().regex(/^[0-9a-f]{64}$/), version: z.int().optional() }),
  reply: z.object({ id: z.uuid(), state: AgreementState, version: z.int() }),
  summary: 'Signs the text of this hash with a typed name and a code',
})
