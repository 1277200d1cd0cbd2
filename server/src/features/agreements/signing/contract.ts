import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { AgreementKind, AgreementState } from '../contract.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Name = z.string().trim().min(1).max(50)
const Code = z.string().trim().min(4).max(20)
const PartyParams = z.object({ agreementId: z.uuid(), partyId: z.uuid() })
const Signed = z.object({ id: z.uuid(), state: AgreementState, version: z.int() })
const Channel = z.enum(['sms', 'email', 'paper'])

export const signAgreement = endpoint({
  method: 'POST',
  path: '/agreements/:agreementId/parties/:partyId/signature',
  params: PartyParams,
  body: z.object({ name: Name, code: Code, textHash: Hash, version: z.int().optional() }),
  reply: Signed,
  summary: 'Signs the text of this hash with a typed name and a code',
})
export const signMany = endpoint({
  method: 'POST',
  path: '/agreement-signatures',
  body: z.object({ agreements: z.array(z.object({ id: z.uuid(), textHash: Hash })).min(1).max(200), name: Name, code: Code }),
  reply: z.object({ signed: z.int(), refused: z.array(z.object({ id: z.uuid(), number: z.string(), code: z.string() })) }),
  summary: 'A house signs many of its agreements with one code',
})
export const sendCode = endpoint({ method: 'POST', path: '/agreements/:agreementId/parties/:partyId/code', params: PartyParams, reply: z.object({ channel: Channel, seconds: z.int() }), summary: 'Sends me a one-time code' })

export const HandedView = z.object({
  partyId: z.uuid(),
  number: z.string(),
  title: z.string(),
  name: z.string(),
  role: z.string(),
  studentName: z.string().nullable(),
  link: z.string(),
  /** The link as a picture (SVG), for the slip. */
  qr: z.string(),
  /** Sent to the party already; null where it has to be handed over, then with the code, which is shown this once. */
  sentBy: z.enum(['sms', 'email']).nullable(),
  code: z.string().nullable(),
  /** Where to tell the code: the school's record, to the school only. */
  phone: z.string().nullable(),
  expiresAt: Moment,
})
export type HandedView = z.output<typeof HandedView>
export const handOver = endpoint({ method: 'POST', path: '/agreements/:agreementId/parties/:partyId/link', params: PartyParams, reply: HandedView, summary: 'A link and, where it cannot be sent, a code for a party without an account' })
export const handOverMany = endpoint({ method: 'POST', path: '/agreement-links', body: z.object({ agreementIds: z.array(z.uuid()).min(1).max(200) }), reply: z.object({ rows: z.array(HandedView) }), summary: 'The same for everybody in turn of many agreements: slips for a class' })

// Without a session: whoever has the link.

const Token = z.string().min(20).max(100)
export const LinkView = z.object({
  number: z.string(),
  title: z.string(),
  kind: AgreementKind,
  state: AgreementState,
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  expiresAt: Moment,
  text: z.string(),
  textHash: Hash,
  keeperName: z.string().nullable(),
  parties: z.array(z.object({ role: z.string(), name: z.string(), signedOn: Day.nullable() })),
  me: z.object({ role: z.string(), name: z.string(), studentName: z.string().nullable(), signedOn: Day.nullable() }),
  /** Who has to sign first. */
  before: z.array(z.string()),
  codeBy: Channel,
})
export type LinkView = z.output<typeof LinkView>
export const lookAtLink = endpoint({ method: 'POST', path: '/signing', open: true, body: z.object({ token: Token }), reply: LinkView, summary: 'What a signing link opens' })
export const sendLinkCode = endpoint({ method: 'POST', path: '/signing/code', open: true, body: z.object({ token: Token }), reply: z.object({ channel: Channel, seconds: z.int() }) })
export const signByLink = endpoint({ method: 'POST', path: '/signing/signature', open: true, body: z.object({ token: Token, name: Name, code: Code, textHash: Hash }), reply: z.object({ state: AgreementState }) })
export const declineByLink = endpoint({ method: 'POST', path: '/signing/refusal', open: true, body: z.object({ token: Token, name: Name, code: Code, reason: z.string().trim().min(2).max(500) }), reply: z.object({ state: AgreementState }) })
export const getLinkPaper = endpoint({ method: 'GET', path: '/signing/:token/paper', open: true, params: z.object({ token: Token }), reply: z.any(), bytes: 'download', summary: 'The same text as PDF' })
