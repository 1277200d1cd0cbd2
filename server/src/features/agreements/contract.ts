import { z } from 'zod'
import { endpoint } from '../../contract/endpoint.ts'
import { Day, Moment } from '../../contract/moment.ts'
import { pageOf, Paging } from '../../contract/paging.ts'

/** 知情同意书、自主选岗申请、三方协议、订单班、学徒制、校企合作、教师企业实践、产业导师、对口帮扶。 */
export const agreementKinds = ['consent', 'own_choice', 'three_party', 'order_class', 'apprenticeship', 'cooperation', 'practice', 'mentor', 'assistance', 'other'] as const
export const AgreementKind = z.enum(agreementKinds)
export type AgreementKind = z.infer<typeof AgreementKind>

export const agreementStates = ['draft', 'signing', 'concluded', 'superseded', 'terminated', 'expired', 'declined', 'withdrawn'] as const
export const AgreementState = z.enum(agreementStates)
export type AgreementState = z.infer<typeof AgreementState>

export const agreementActions = ['open', 'withdraw', 'decline', 'terminate'] as const
export const AgreementAction = z.enum(agreementActions)

export const partyKinds = ['organisation', 'student', 'guardian', 'teacher', 'person'] as const
export const PartyKind = z.enum(partyKinds)
export type PartyKind = z.infer<typeof PartyKind>
export const signingMethods = ['totp', 'code', 'paper'] as const
export const SigningMethod = z.enum(signingMethods)

const Text = (most: number) => z.string().trim().max(most)
const AgreementParams = z.object({ agreementId: z.uuid() })
const Hash = z.string().regex(/^[0-9a-f]{64}$/)

export const SectionView = z.object({ code: z.string(), title: z.string(), text: z.string(), required: z.boolean() })
export type SectionView = z.infer<typeof SectionView>

export const PartyView = z.object({
  id: z.uuid(),
  position: z.int(),
  kind: PartyKind,
  role: z.string(),
  name: z.string(),
  organisationId: z.uuid().nullable(),
  studentId: z.uuid().nullable(),
  signedOn: Day.nullable(),
  signedAt: Moment.nullable(),
  signedBy: z.string().nullable(),
  method: SigningMethod.nullable(),
})
export type PartyView = z.input<typeof PartyView>

export const AgreementRow = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: AgreementKind,
  state: AgreementState,
  title: z.string(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  signedOn: Day.nullable(),
  keeperName: z.string().nullable(),
  createdAt: Moment,
  parties: z.array(PartyView.pick({ id: true, position: true, kind: true, role: true, name: true, signedOn: true })),
})

const PartyCan = z.object({
  /** It is my signature that is missing here, and my turn. */
  sign: z.boolean(),
  /** I may make a link and a code for this party. */
  handOver: z.boolean(),
})

export const AgreementView = AgreementRow.extend({
  code: z.string(),
  subject: z.object({ kind: z.string(), id: z.uuid() }),
  template: z.object({ id: z.uuid(), version: z.int(), title: z.string() }),
  facts: z.record(z.string(), z.string()),
  sections: z.array(SectionView),
  /** What is signed, word for word; a preview while it is a draft. */
  text: z.string(),
  textHash: Hash.nullable(),
  supersedes: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  supersededBy: z.object({ id: z.uuid(), number: z.string(), state: AgreementState }).nullable(),
  parties: z.array(PartyView.extend({ turn: z.boolean(), can: PartyCan })),
  /** What is missing before it can be signed, all at once. */
  faults: z.array(z.object({ path: z.array(z.string()), code: z.string() })),
  /** What the law holds to be unusual, and lets pass with a reason. */
  warnings: z.array(z.object({ rule: z.string() })),
  endedOn: Day.nullable(),
  endReason: z.string().nullable(),
  version: z.int(),
  can: z.record(AgreementAction, z.boolean()).and(z.object({ edit: z.boolean(), amend: z.boolean(), print: z.boolean(), scan: z.boolean() })),
})
export type AgreementView = z.input<typeof AgreementView>

export const AgreementFilter = z.object({
  q: Text(100).default(''),
  kind: AgreementKind.optional(),
  state: z.union([AgreementState, z.literal('live')]).optional(),
  /** Ends within so many days. */
  endingWithin: z.coerce.number().int().min(0).max(3650).optional(),
  signedFrom: Day.optional(),
  signedUntil: Day.optional(),
  /** Only those that wait for my signature. */
  mine: z.stringbool().default(false),
  subjectId: z.uuid().optional(),
})
export const listAgreements = endpoint({ method: 'GET', path: '/agreements', query: Paging.extend(AgreementFilter.shape), reply: pageOf(AgreementRow), summary: 'Agreements one keeps or is a party of' })
export const exportAgreements = endpoint({ method: 'GET', path: '/agreements/export', query: AgreementFilter, reply: z.any(), bytes: 'download', summary: 'The register as a workbook' })
export const getAgreement = endpoint({ method: 'GET', path: '/agreements/:agreementId', params: AgreementParams, reply: AgreementView })

export const PartyToSign = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organisation'), role: z.string().optional(), organisationId: z.uuid(), position: z.int().min(1).max(20).optional() }),
  z.object({ kind: z.literal('student'), role: z.string().optional(), studentId: z.uuid(), position: z.int().min(1).max(20).optional() }),
  /** Who that is, the student's record says. */
  z.object({ kind: z.literal('guardian'), role: z.string().optional(), studentId: z.uuid(), position: z.int().min(1).max(20).optional() }),
  z.object({ kind: z.literal('teacher'), role: z.string().optional(), teacherId: z.uuid().optional(), accountId: z.uuid().optional(), position: z.int().min(1).max(20).optional() }),
  z.object({ kind: z.literal('person'), role: z.string().optional(), name: Text(50).min(2), phone: Text(20).optional(), email: z.email().optional(), accountId: z.uuid().optional(), position: z.int().min(1).max(20).optional() }),
])
export type PartyToSign = z.infer<typeof PartyToSign>

export const AgreementText = z.object({
  title: Text(100).min(2).optional(),
  facts: z.record(z.string().regex(/^[a-zA-Z]{2,40}$/), Text(2000)).default({}),
  /** What stands in a section instead of the template's words. */
  sections: z.record(z.string().regex(/^[a-z_]{2,40}$/), Text(8000)).default({}),
  startsOn: Day.nullable().optional(),
  endsOn: Day.nullable().optional(),
})

export const draftAgreement = endpoint({
  method: 'POST',
  path: '/agreements',
  body: AgreementText.extend({ kind: AgreementKind, parties: z.array(PartyToSign).min(1).max(12) }),
  reply: z.object({ id: z.uuid(), number: z.string() }),
  summary: 'Drafts an agreement that belongs to nothing else in the system, such as a cooperation',
})
export const changeAgreement = endpoint({ method: 'PATCH', path: '/agreements/:agreementId', params: AgreementParams, body: AgreementText.extend({ version: z.int() }), reply: z.object({ version: z.int() }) })

const Moved = z.object({ id: z.uuid(), state: AgreementState, version: z.int() })
export const moveAgreement = endpoint({
  method: 'POST',
  path: '/agreements/:agreementId/moves',
  params: AgreementParams,
  body: z.object({ action: AgreementAction, reason: Text(500).optional(), endedOn: Day.optional(), version: z.int() }),
  reply: Moved,
  summary: 'Opens it for signing, takes it back, declines it, or ends it',
})
export const amendAgreement = endpoint({ method: 'POST', path: '/agreements/:agreementId/amendments', params: AgreementParams, body: z.object({ version: z.int() }), reply: z.object({ id: z.uuid(), number: z.string() }), summary: 'A new text that stands for this one once all have signed it' })
export const getAgreementHistory = endpoint({
  method: 'GET',
  path: '/agreements/:agreementId/history',
  params: AgreementParams,
  reply: z.object({ rows: z.array(z.object({ at: Moment, event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }),
})

export const getPaper = endpoint({ method: 'GET', path: '/agreements/:agreementId/paper', params: AgreementParams, reply: z.any(), bytes: 'download', summary: 'A4 with room for hands and seals, and a code that finds it again' })
