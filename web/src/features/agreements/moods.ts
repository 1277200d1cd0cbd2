import type { Mood } from '../../ui/state-mark.tsx'
import type { AgreementState } from './queries.ts'

export const agreementMoods: Record<AgreementState, Mood> = { draft: 'open', signing: 'waits', concluded: 'done', superseded: 'gone', terminated: 'gone', expired: 'gone', declined: 'refused', withdrawn: 'gone' }
