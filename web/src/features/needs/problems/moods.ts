import type { Mood } from '../../../ui/state-mark.tsx'
import type { ProblemState } from './queries.ts'

export const moods: Record<ProblemState, Mood> = { draft: 'open', submitted: 'waits', open: 'now', answered: 'now', settling: 'waits', solved: 'done', declined: 'refused', withdrawn: 'gone', expired: 'refused' }
