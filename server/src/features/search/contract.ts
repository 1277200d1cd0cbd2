import { z } from 'zod'
import { endpoint } from '../../contract/endpoint.ts'

/** What can be found, in the order it is shown. */
export const foundKinds = ['organisation', 'post', 'technology', 'service', 'achievement', 'team', 'offer', 'policy', 'round', 'agreement', 'student', 'teacher', 'help'] as const
export const FoundKind = z.enum(foundKinds)
export type FoundKind = z.infer<typeof FoundKind>

/** Where a thing is read, below /app. A teacher has no page of their own; the handbook stands outside. */
export const pageOfKind: Readonly<Record<Exclude<FoundKind, 'help' | 'teacher'>, string>> = {
  organisation: '/organisations', post: '/needs', technology: '/problems', service: '/problems', achievement: '/achievements', team: '/teams', offer: '/services', policy: '/policies', round: '/rounds', agreement: '/agreements', student: '/students',
}

export const Hit = z.object({
  kind: FoundKind,
  /** For a page of the handbook, its name and perhaps a section: student#s2. */
  id: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  /** Where the words stand in the title: [from, until) in characters. */
  marks: z.array(z.tuple([z.int(), z.int()])),
  /** The organisation it belongs to. */
  ownerName: z.string().nullable(),
  /** A number, a town, a class: what tells two of the same name apart. */
  note: z.string().nullable(),
})
export type Hit = z.infer<typeof Hit>

export const Found = z.object({
  /** As it was looked for. */
  q: z.string(),
  /** Nothing was there as written; what is listed sounds like it or differs by a letter. */
  near: z.boolean(),
  groups: z.array(
    z.object({
      kind: FoundKind,
      total: z.int(),
      /** There are more than were counted. */
      more: z.boolean(),
      hits: z.array(Hit),
    }),
  ),
})
export type Found = z.infer<typeof Found>

export const searchEverything = endpoint({
  method: 'GET',
  path: '/search',
  query: z.object({
    q: z.string().trim().max(60).default(''),
    /** One kind only: then more are counted, and without words the newest are listed. */
    kind: FoundKind.optional(),
    page: z.coerce.number().int().min(1).max(25).default(1),
    size: z.coerce.number().int().min(1).max(20).default(6),
  }),
  reply: Found,
  summary: 'One box over everything one may see: names, numbers, pinyin, initials, both scripts, slips of the pen',
})
