import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { FileView } from '../../files/contract.ts'
import { DeclineCode } from '../../needs/problems/contract.ts'

export const dealStates = ['drafting', 'signed', 'filed', 'registered', 'unregistered', 'accepted', 'closed', 'ended'] as const
export const DealState = z.enum(dealStates)
export type DealState = z.infer<typeof DealState>
export const dealActions = ['sign', 'file', 'register', 'refuse', 'accept', 'close', 'end'] as const
export const DealAction = z.enum(dealActions)
export type DealAction = z.infer<typeof DealAction>
export const dealKinds = ['development', 'transfer', 'licence', 'consulting', 'service'] as const
export const DealKind = z.enum(dealKinds)
export type DealKind = z.infer<typeof DealKind>
export const pricings = ['agreed', 'listing', 'auction'] as const
export const Pricing = z.enum(pricings)

const DealParams = z.object({ dealId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)
const Yuan = z.int().min(0).max(10_000_000_000)
const Versioned = z.object({ version: z.int() })

export const DealFields = z.object({
  title: Text(100).min(1),
  kind: DealKind,
  subtype: z.string().max(30),
  totalAmount: Yuan,
  technicalAmount: Yuan,
  pricing: Pricing.default('agreed'),
  providerPublic: z.boolean(),
})
export type DealFields = z.infer<typeof DealFields>

export const DealRow = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  kind: DealKind,
  subtype: z.string(),
  state: DealState,
  providerId: z.uuid(),
  providerName: z.string(),
  clientId: z.uuid(),
  clientName: z.string(),
  totalAmount: z.number(),
  technicalAmount: z.number(),
  received: z.number(),
  signedOn: z.string().nullable(),
  /** When the next thing is due: the decision, the next milestone, the benefit note. */
  dueOn: z.string().nullable(),
  updatedAt: z.string(),
})
export type DealRow = z.infer<typeof DealRow>

export const listDeals = endpoint({ method: 'GET', path: '/deals', query: Paging.extend({ state: DealState.optional(), kind: DealKind.optional() }), reply: pageOf(DealRow), summary: 'Technology contracts one has a part in' })
export const getBoard = endpoint({
  method: 'GET',
  path: '/deals/board',
  reply: z.object({ columns: z.array(z.object({ state: DealState, count: z.int(), amount: z.number(), rows: z.array(DealRow) })) }),
  summary: 'The same by state, with the sum of each column',
})

const Milestone = z.object({ id: z.uuid(), title: z.string(), dueOn: z.string(), amount: z.number(), evidence: z.string().nullable(), reachedOn: z.string().nullable() })
export const DealView = DealRow.extend({
  introductionId: z.uuid(),
  need: z.object({ id: z.uuid(), number: z.string(), title: z.string() }),
  pricing: Pricing,
  providerPublic: z.boolean(),
  notice: z.object({ needed: z.boolean(), from: z.string().nullable(), until: z.string().nullable(), over: z.boolean() }),
  /** 民法典 851, 863: this kind is in writing. */
  inWriting: z.boolean(),
  documentId: z.uuid().nullable(),
  files: z.array(FileView),
  registration: z.object({ ruleId: z.string().nullable(), ruleTitle: z.string().nullable(), filedAt: z.string().nullable(), decisionDueAt: z.string().nullable(), decidedAt: z.string().nullable(), certificate: z.string().nullable(), verifiedAmount: z.number().nullable(), refusalReason: z.string().nullable() }),
  milestones: z.array(Milestone),
  receipts: z.array(z.object({ id: z.uuid(), receivedOn: z.string(), amount: z.number(), voucher: z.string() })),
  acceptedOn: z.string().nullable(),
  acceptanceNote: z.string().nullable(),
  benefitDueOn: z.string().nullable(),
  benefitNote: z.string().nullable(),
  benefitAmount: z.number().nullable(),
  reward: z.object({ share: z.number().nullable(), reason: z.string().nullable(), low: z.boolean() }),
  endCode: DeclineCode.nullable(),
  endNote: z.string().nullable(),
  /** What keeps it from being signed, from being filed, from being accepted. */
  obstacles: z.object({ sign: z.array(z.string()), file: z.array(z.string()), accept: z.array(z.string()) }),
  side: z.enum(['asker', 'answerer', 'manager']),
  version: z.int(),
  can: z.record(DealAction, z.boolean()).and(z.object({ edit: z.boolean(), publish: z.boolean(), addFile: z.boolean(), plan: z.boolean(), receive: z.boolean(), reward: z.boolean() })),
})
export type DealView = z.input<typeof DealView>
export const getDeal = endpoint({ method: 'GET', path: '/deals/:dealId', params: DealParams, reply: DealView })

const Moved = z.object({ id: z.uuid(), state: DealState, version: z.int() })
export const draftDeal = endpoint({ method: 'POST', path: '/deals', body: DealFields.extend({ introductionId: z.uuid() }), reply: z.object({ id: z.uuid(), number: z.string() }), summary: 'A technology contract begins, out of talks' })
export const changeDeal = endpoint({ method: 'PATCH', path: '/deals/:dealId', params: DealParams, body: DealFields.extend(Versioned.shape), reply: Moved, summary: 'Changes a contract that is not signed; a notice of its price is void if the price or name changes' })
export const moveDeal = endpoint({
  method: 'POST',
  path: '/deals/:dealId/moves',
  params: DealParams,
  body: z.object({
    action: DealAction,
    /** With `sign`. */
    signedOn: z.iso.date().optional(),
    /** With `register`. */
    certificate: Text(60).min(1).optional(),
    verifiedAmount: Yuan.optional(),
    /** Why the registration was refused; of acceptance; of the benefit; of the end. */
    note: Text(2000).optional(),
    benefitAmount: Yuan.optional(),
    endCode: DeclineCode.optional(),
    version: z.int(),
  }),
  reply: Moved,
  summary: 'Signed, filed for registration, registered or refused, accepted, closed with its benefit, or ended',
})
export const publishPrice = endpoint({ method: 'POST', path: '/deals/:dealId/notice', params: DealParams, body: Versioned.extend({ days: z.int().min(15).max(60).default(15) }), reply: Moved, summary: 'Notice of name and price by a public institution that agreed the price' })
export const addDealFile = endpoint({ method: 'POST', path: '/deals/:dealId/files', params: DealParams, bytes: 'upload', reply: FileView, summary: 'The contract itself (field `part`: contract), or evidence' })
export const planMilestones = endpoint({
  method: 'PUT',
  path: '/deals/:dealId/milestones',
  params: DealParams,
  body: Versioned.extend({ milestones: z.array(z.object({ title: Text(100).min(1), dueOn: z.iso.date(), amount: Yuan.default(0) })).max(20) }),
  reply: Moved,
  summary: 'What is to be reached until when; those already reached stay',
})
export const reachMilestone = endpoint({ method: 'POST', path: '/deals/:dealId/milestones/:milestoneId', params: DealParams.extend({ milestoneId: z.uuid() }), body: Versioned.extend({ evidence: Text(1000).min(5), reachedOn: z.iso.date() }), reply: Moved })
export const writeReceipt = endpoint({ method: 'POST', path: '/deals/:dealId/receipts', params: DealParams, body: Versioned.extend({ receivedOn: z.iso.date(), amount: z.int().min(1).max(10_000_000_000), voucher: Text(60).min(1) }), reply: Moved, summary: 'Money that came in' })
export const setReward = endpoint({ method: 'PUT', path: '/deals/:dealId/reward', params: DealParams, body: Versioned.extend({ share: z.number().min(0).max(100), reason: Text(500).optional() }), reply: Moved, summary: 'What share of the net income goes to those who made it' })

export const RegistrationRule = z.object({ id: z.string(), title: z.string(), validFrom: z.string(), validUntil: z.string().nullable(), decisionDays: z.int(), can: z.object({ edit: z.boolean() }) })
export const listRegistrationRules = endpoint({ method: 'GET', path: '/registration-rules', reply: z.object({ rows: z.array(RegistrationRule) }), summary: 'By which rules technology contracts are registered' })
export const changeRegistrationRule = endpoint({ method: 'PATCH', path: '/registration-rules/:ruleId', params: z.object({ ruleId: z.string().max(40) }), body: z.object({ decisionDays: z.int().min(1).max(365) }), reply: RegistrationRule })

export const getDealHistory = endpoint({
  method: 'GET',
  path: '/deals/:dealId/history',
  params: DealParams,
  reply: z.object({ rows: z.array(z.object({ at: z.string(), event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }),
})
