import { z } from 'zod'

/** A place in the text that was compared: UTF-16 offsets, end exclusive. */
const Mark = z.object({ field: z.enum(['title', 'description']), start: z.int(), end: z.int() })
const Marks = { need: z.array(Mark), answer: z.array(Mark) }
/** Null where a range is open: ≥ 20 has no end. */
const Range = z.object({ low: z.number().nullable(), high: z.number().nullable(), written: z.string() })

/** Why an answer was proposed, as codes and facts; the page says them. */
export const ReasonView = z.discriminatedUnion('code', [
  z.object({ code: z.literal('same_word'), word: z.string(), weight: z.number(), ...Marks }),
  z.object({ code: z.enum(['same_concept', 'narrower', 'broader', 'beside']), concept: z.string(), answerConcept: z.string(), needTerm: z.string(), answerTerm: z.string(), weight: z.number(), ...Marks }),
  z.object({ code: z.literal('translated'), word: z.string(), other: z.string(), weight: z.number(), ...Marks }),
  z.object({ code: z.literal('shared_code'), value: z.string() }),
  z.object({ code: z.literal('number'), kind: z.string(), asked: Range, offered: Range, nearness: z.number(), ...Marks }),
  z.object({ code: z.literal('other_goal'), asked: z.array(z.string()), offered: z.array(z.string()) }),
  z.object({ code: z.literal('learnt'), adjustment: z.string(), lesson: z.object({ id: z.string(), code: z.string() }), add: z.number() }),
  z.object({ code: z.literal('meaning'), cosine: z.number() }),
])
export type ReasonView = z.infer<typeof ReasonView>

/** What a ranking says of itself. */
export const Verdict = {
  /** Even the nearest is not near enough: the rows are then only the nearest, for a person to look at. */
  nothingFits: z.boolean(),
  fit: z.number(),
  threshold: z.number(),
  compared: z.int(),
  lexicon: z.string(),
}
