import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'

const Answer = z.object({ id: z.uuid(), kind: z.enum(['achievement', 'team']), title: z.string() })
const Ranking = z.object({ nothingFits: z.boolean(), answers: z.array(Answer) })

export const previewLexiconDraft = endpoint({
  method: 'GET',
  path: '/lexicon/draft/preview',
  reply: z.object({
    /** Open technology needs that were ranked both ways. */
    total: z.int(),
    rows: z.array(z.object({ needId: z.uuid(), number: z.string(), title: z.string(), before: Ranking, after: Ranking })),
  }),
  summary: 'Which technology needs would get other answers if the draft of the lexicon were used',
})
