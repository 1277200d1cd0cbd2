import type { Mood } from '../../ui/state-mark.tsx'
import type { NeedState } from './queries.ts'

export const moods: Record<NeedState, Mood> = { draft: 'open', submitted: 'waits', open: 'now', stale: 'waits', closed: 'done', declined: 'refused', withdrawn: 'gone' }
