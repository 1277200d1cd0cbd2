import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Moment } from '../../../contract/moment.ts'
import { AgreementKind, SectionView } from '../contract.ts'

export const TemplateVersion = z.object({
  /** Null for the program's own words that nobody has used yet. */
  id: z.uuid().nullable(),
  owner: z.enum(['program', 'alliance', 'house']),
  version: z.int(),
  title: z.string(),
  note: z.string(),
  sections: z.array(SectionView),
  createdBy: z.string().nullable(),
  createdAt: Moment.nullable(),
  /** How many agreements were drafted from it. */
  used: z.int(),
})
export const TemplateView = z.object({
  kind: AgreementKind,
  /** The words a new agreement begins with here, then those they replaced, newest first. */
  current: TemplateVersion,
  earlier: z.array(TemplateVersion),
  /** Sections that this kind cannot be without. */
  required: z.array(z.string()),
  /** What {{name}} may stand for. */
  names: z.array(z.string()),
  /** Of the actor's own house or alliance; 0 while it has none. */
  ownVersion: z.int(),
  can: z.object({ edit: z.boolean() }),
})
export type TemplateView = z.output<typeof TemplateView>
export const listTemplates = endpoint({ method: 'GET', path: '/agreement-templates', reply: z.object({ rows: z.array(TemplateView) }) })

export const writeTemplate = endpoint({
  method: 'POST',
  path: '/agreement-templates/:kind/versions',
  params: z.object({ kind: AgreementKind }),
  body: z.object({
    title: z.string().trim().min(2).max(100),
    note: z.string().trim().max(500).default(''),
    sections: z.array(z.object({ code: z.string().regex(/^[a-z][a-z_0-9]{1,39}$/), title: z.string().trim().max(50), text: z.string().trim().max(8000), required: z.boolean() })).min(1).max(40),
    /** The own version this was written from; 0 for the first. */
    ownVersion: z.int().min(0),
  }),
  reply: z.object({ id: z.uuid(), version: z.int() }),
  summary: 'A new version of the words; agreements already drafted keep theirs',
})
