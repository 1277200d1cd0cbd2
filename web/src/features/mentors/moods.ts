import type { Mood } from '../../ui/state-mark.tsx'
import type { MentorNeedRow, MentorshipRow, Task } from './queries.ts'

export const mentorshipMoods: Record<MentorshipRow['state'], Mood> = { invited: 'waits', applied: 'waits', consented: 'waits', publicity: 'now', contracting: 'waits', active: 'done', ended: 'gone', declined: 'refused', withdrawn: 'gone' }
export const needMoods: Record<MentorNeedRow['state'], Mood> = { draft: 'open', open: 'now', closed: 'gone' }
export const taskMoods: Record<Task['state'], Mood> = { logged: 'waits', returned: 'waits', confirmed: 'done' }
