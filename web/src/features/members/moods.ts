import type { Mood } from '../../ui/state-mark.tsx'
import type { State } from './queries.ts'

export const moods: Record<State | 'none', Mood> = {
  draft: 'open', submitted: 'waits', checked: 'now', publicity: 'now', active: 'done', suspended: 'waits', left: 'gone', rejected: 'refused', withdrawn: 'gone', none: 'open',
}
