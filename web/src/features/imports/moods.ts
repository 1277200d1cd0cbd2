import type { Mood } from '../../ui/state-mark.tsx'
import type { ImportView } from './queries.ts'

export const moodOf: Record<ImportView['state'], Mood> = { reading: 'now', checked: 'waits', writing: 'now', written: 'done', cancelled: 'gone', undone: 'gone' }
