import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const contactKinds = ['form', 'visit', 'call'] as const
export const ContactKind = z.enum(contactKinds)
export type ContactKind = z.infer<typeof ContactKind>

const FirmParams = z.object({ organisationId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)

/** What one firm received in one month, from anybody. */
export const Burden = z.object({
  organisationId: z.uuid(),
  organisationName: z.string(),
  /** 'YYYY-MM'. */
  month: z.string(),
  forms: z.int(),
  visits: z.int(),
  calls: z.int(),
  /** From how many on one more needs a reason. */
  threshold: z.int(),
})
export type Burden = z.infer<typeof Burden>

export const ContactRow = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  kind: ContactKind,
  happenedOn: z.string(),
  source: z.enum(['product', 'hand']),
  /** '<noun>.<verb>' of what was asked; null by hand. */
  asked: z.string().nullable(),
  /** Who came, called or sent it; null where the product asked by itself. */
  by: z.string().nullable(),
  /** For the firm, who wrote it down, and the office. */
  purpose: z.string().nullable(),
  reason: z.string().nullable(),
  cancelled: z.boolean(),
  demo: z.boolean(),
  can: z.object({ cancel: z.boolean() }),
})
export type ContactRow = z.infer<typeof ContactRow>

export const getBurden = endpoint({
  method: 'GET',
  path: '/firms/:organisationId/burden',
  params: FirmParams,
  query: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).optional() }),
  reply: Burden.extend({ rows: z.array(ContactRow) }),
  summary: 'What a firm received in a month: looked at before one more is sent',
})

export const ContactFilter = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).optional(), kind: ContactKind.optional(), organisationId: z.uuid().optional(), mine: z.stringbool().default(false) })
export const listContacts = endpoint({ method: 'GET', path: '/firm-contacts', query: Paging.extend(ContactFilter.shape), reply: pageOf(ContactRow), summary: 'Forms, visits and calls, within what one may see' })

export const exportContacts = endpoint({ method: 'GET', path: '/firm-contacts/export', query: ContactFilter, bytes: 'download', reply: z.object({}), summary: 'The same list as a workbook' })

export const writeContact = endpoint({
  method: 'POST',
  path: '/firm-contacts',
  body: z.object({
    organisationId: z.uuid(),
    kind: z.enum(['visit', 'call', 'form']),
    happenedOn: z.iso.date(),
    purpose: Text(300).min(2),
    /** Somebody outside, when a firm writes down who came. */
    byName: Text(100).optional(),
    /** Why one more, past the threshold. */
    reason: Text(300).optional(),
  }),
  reply: z.object({ id: z.uuid() }),
  summary: 'A visit or a call, written down before or after',
})
export const cancelContact = endpoint({ method: 'DELETE', path: '/firm-contacts/:contactId', params: z.object({ contactId: z.uuid() }), reply: z.object({}), summary: 'It did not happen' })

export const getBurdenOfAll = endpoint({
  method: 'GET',
  path: '/burden',
  query: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).optional() }),
  reply: z.object({
    month: z.string(),
    threshold: z.int(),
    firms: z.int(),
    forms: z.int(),
    visits: z.int(),
    calls: z.int(),
    /** How many firms received this many; the last one means this many or more. */
    spread: z.array(z.object({ contacts: z.int(), firms: z.int() })),
    /** What asked, by noun. */
    sources: z.array(z.object({ asked: z.string().nullable(), kind: ContactKind, count: z.int() })),
    /** Firms at or past the threshold. */
    above: z.array(z.object({ organisationId: z.uuid(), organisationName: z.string(), forms: z.int(), visits: z.int(), calls: z.int() })),
    can: z.object({ setThreshold: z.boolean() }),
  }),
  summary: 'How the burden of a month is spread over the firms of the alliance',
})
export const exportBurden = endpoint({ method: 'GET', path: '/burden/export', query: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).optional() }), bytes: 'download', reply: z.object({}), summary: 'Firm by firm, what each received in the month, as a workbook' })
export const setThreshold = endpoint({ method: 'PUT', path: '/burden/threshold', body: z.object({ monthly: z.int().min(1).max(100) }), reply: z.object({ monthly: z.int() }), summary: 'From how many contacts a month on one more needs a reason' })
