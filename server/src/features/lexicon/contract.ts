import { z } from 'zod'
import { endpoint } from '../../contract/endpoint.ts'
import { pageOf, Paging } from '../../contract/paging.ts'

export const facets = ['object', 'material', 'process', 'goal', 'trade'] as const
export const Facet = z.enum(facets)
export type Facet = z.infer<typeof Facet>

const Term = z.string().trim().min(1).max(60)

/** One concept: everything that means the same, what it is a kind of, and what often answers it. */
export const Concept = z.object({
  id: Term,
  terms: z.array(Term).min(1).max(60),
  facet: Facet,
  broader: z.array(Term).max(20).default([]),
  related: z.array(Term).max(20).default([]),
})
export type Concept = z.infer<typeof Concept>

const Change = z.enum(['added', 'changed', 'removed'])
export const ConceptRow = Concept.extend({ change: Change.nullable() })

/** Which version is read: the one in use, or the draft with its changes marked. */
const Reading = z.object({ of: z.enum(['published', 'draft']).default('published') })

export const listConcepts = endpoint({
  method: 'GET',
  path: '/lexicon/concepts',
  query: Paging.extend({
    /** Part of any term, in either script. */
    q: z.string().trim().max(60).default(''),
    facet: Facet.optional(),
    changed: z.stringbool().default(false),
  }).extend(Reading.shape),
  reply: pageOf(ConceptRow),
  summary: 'The concepts by which needs are matched with answers',
})

export const VersionView = z.object({
  number: z.int(),
  state: z.enum(['draft', 'published', 'replaced', 'discarded']),
  basedOn: z.int().nullable(),
  note: z.string().nullable(),
  madeByName: z.string().nullable(),
  madeAt: z.string(),
  publishedByName: z.string().nullable(),
  publishedAt: z.string().nullable(),
  concepts: z.int(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
})
export type VersionView = z.infer<typeof VersionView>

export const listLexiconVersions = endpoint({
  method: 'GET',
  path: '/lexicon/versions',
  reply: z.object({ rows: z.array(VersionView), can: z.object({ edit: z.boolean() }) }),
  summary: 'Every version of the lexicon, newest first, and how it differs from what it was made from',
})

const ChangeView = z.object({ id: z.string(), change: Change, before: Concept.nullable(), after: Concept.nullable() })
const VersionParams = z.object({ number: z.coerce.number().int().min(1).max(1_000_000) })

export const getLexiconChanges = endpoint({ method: 'GET', path: '/lexicon/versions/:number/changes', params: VersionParams, reply: z.object({ rows: z.array(ChangeView) }), summary: 'What a version changed, concept by concept' })

const ConceptParams = z.object({ conceptId: Term })
const Draft = z.object({ number: z.int(), changes: z.int() })

export const putConcept = endpoint({
  method: 'PUT',
  path: '/lexicon/draft/concepts/:conceptId',
  params: ConceptParams,
  /** `before` is what the editor saw, null for a new one: what another changed meanwhile is not overwritten. */
  body: z.object({ concept: Concept.omit({ id: true }), before: Concept.nullable() }),
  reply: Draft,
  summary: 'Change or add a concept in the draft; the first change makes the draft',
})

export const removeConcept = endpoint({ method: 'DELETE', path: '/lexicon/draft/concepts/:conceptId', params: ConceptParams, reply: Draft, summary: 'Take a concept out of the draft, also where others name it' })

export const publishLexicon = endpoint({ method: 'POST', path: '/lexicon/draft/publication', body: z.object({ note: z.string().trim().min(5).max(500) }), reply: z.object({ number: z.int() }), summary: 'From now on needs are matched with the draft' })

export const discardLexicon = endpoint({ method: 'DELETE', path: '/lexicon/draft', reply: z.object({ number: z.int() }), summary: 'Give the draft up; it stays in the list of versions' })

export const restoreLexicon = endpoint({ method: 'POST', path: '/lexicon/versions/:number/restoration', params: VersionParams, reply: Draft, summary: 'A draft with the content of an earlier version' })
