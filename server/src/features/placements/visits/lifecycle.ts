import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { mayTendVisit } from './policy.ts'

export type VisitState = 'planned' | 'done' | 'followed' | 'cancelled'
export type VisitAction = 'finish' | 'follow' | 'cancel'
export type VisitInMotion = { id: string; state: VisitState; schoolId: string; unitName: string; plannedOn: string; followUp: string | null; teacher: Assignee; clocks: { visit: Date; follow: Date | null } }

const may = mayTendVisit
/** planned → done → followed; where nothing has to be done about it, done is the end. */
export const visitLife = lifecycle<VisitState, VisitAction, VisitInMotion>({
  noun: 'placement_visit',
  table: 'placement_visit',
  states: ['planned', 'done', 'followed', 'cancelled'],
  line: ['planned', 'done', 'followed'],
  transitions: {
    finish: { from: ['planned'], to: 'done', event: 'visit.done', may },
    follow: { from: ['done'], to: 'followed', event: 'visit.followed', may, whyNot: ({ followUp }) => (followUp ? null : 'wrong_state') },
    cancel: { from: ['planned'], to: 'cancelled', event: 'visit.cancelled', may },
  },
  asks: {
    planned: [{ kind: 'placement_visit.make', of: ({ teacher }) => [teacher], due: ({ clocks }) => clocks.visit, params: ({ unitName, plannedOn }) => ({ unit: unitName, plannedOn }) }],
    done: [{ kind: 'placement_visit.follow', of: ({ teacher, followUp }) => (followUp ? [teacher] : []), due: ({ clocks }) => clocks.follow, params: ({ unitName, followUp }) => ({ unit: unitName, followUp }) }],
  },
})
