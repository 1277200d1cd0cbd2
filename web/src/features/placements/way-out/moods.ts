import type { Mood } from '../../../ui/state-mark.tsx'

export const complaintMoods: Record<'received' | 'answered' | 'closed', Mood> = { received: 'waits', answered: 'now', closed: 'done' }
export const incidentMoods: Record<'open' | 'told' | 'closed', Mood> = { open: 'waits', told: 'now', closed: 'done' }
