import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { DeclineCode } from '../../needs/problems/contract.ts'

export type NoCode = z.infer<typeof DeclineCode>
const Thing = z.object({ id: z.uuid(), number: z.string(), title: z.string() })
const Counts = z.array(z.object({ code: DeclineCode, count: z.int() }))

/** How far: 0 proposed, 1 both said yes, 2 talks, 3 contract drafted, 4 signed, 5 registered, 6 work accepted. */
export const Stage = z.int().min(0).max(6)

export const getAnswerReport = endpoint({
  method: 'GET',
  path: '/answer-report',
  query: z.object({ needId: z.uuid().optional(), achievementId: z.uuid().optional(), teamId: z.uuid().optional() }),
  reply: z.object({
    total: z.int(),
    live: z.int(),
    funnel: z.array(z.object({ stage: Stage, reached: z.int(), lost: z.int() })),
    losses: z.array(z.object({ stage: Stage, code: z.union([DeclineCode, z.enum(['withdrawn', 'lapsed'])]), count: z.int() })),
    codes: Counts,
    months: z.array(z.object({ month: z.string(), codes: Counts })),
    answers: z.array(Thing.extend({ kind: z.enum(['achievement', 'team']), declined: z.int(), codes: Counts })),
    needs: z.array(Thing.extend({ declined: z.int(), codes: Counts })),
  }),
  summary: 'What the answers said, of introductions one has a part in: how far they came and why they ended',
})

export const Lesson = z.object({
  introductionId: z.uuid(),
  number: z.string(),
  code: z.union([DeclineCode, z.literal('solved')]),
  need: Thing,
  answer: Thing.extend({ kind: z.enum(['achievement', 'team']) }),
  at: z.string(),
  active: z.boolean(),
  unlearntAt: z.string().nullable(),
  unlearntByName: z.string().nullable(),
  /** What it changes in the ranking, and by how much. */
  adjustments: z.array(z.object({ id: z.string(), pair: z.boolean(), needConcept: z.string().nullable(), answerConcept: z.string().nullable(), add: z.number() })),
})
export type Lesson = z.infer<typeof Lesson>
export const listLessons = endpoint({ method: 'GET', path: '/lessons', query: Paging, reply: pageOf(Lesson), summary: 'What the matcher learnt from reason-coded answers, each with an undo' })
export const setLesson = endpoint({ method: 'PUT', path: '/lessons/:introductionId', params: z.object({ introductionId: z.uuid() }), body: z.object({ active: z.boolean() }), reply: z.object({ active: z.boolean() }), summary: 'Takes a lesson back, or lets it count again' })
