import type { Mood } from '../../ui/state-mark.tsx'

/** Not red for a person: somebody has to do something. */
export const levelMoods: Readonly<Record<'fine' | 'watch' | 'urgent', Mood>> = { fine: 'done', watch: 'waits', urgent: 'waits' }
