import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import type { PlacementParties } from '../policy.ts'
import { mayTendAlarm, notByHand } from './policy.ts'

export type AlarmState = 'open' | 'taken' | 'settled' | 'lapsed'
export type AlarmAction = 'take' | 'settle' | 'lapse'
export type AlarmInMotion = PlacementParties & {
  id: string
  state: AlarmState
  number: string
  month: string
  studentName: string
  unitName: string
  supervisorAccountId: string | null
  takenBy: string | null
  dueAt: Date | null
}

/** Without the reason: what the student said in confidence stands on the alarm's own page. */
const params = ({ number, month, studentName, unitName }: AlarmInMotion) => ({ number, month, student: studentName, unit: unitName })
const both = ({ schoolId, supervisorAccountId }: AlarmInMotion): Assignee[] => [{ role: 'school_contact', organisationId: schoolId }, ...(supervisorAccountId ? [{ accountId: supervisorAccountId }] : [])]

/** open → taken → settled, by the school. One the clock raised lapses when pay is recorded after all: what was late about it is an alarm of its own. */
export const alarmLife = lifecycle<AlarmState, AlarmAction, AlarmInMotion>({
  noun: 'pay_alarm',
  table: 'pay_alarm',
  states: ['open', 'taken', 'settled', 'lapsed'],
  line: ['open', 'taken', 'settled'],
  transitions: {
    take: { from: ['open'], to: 'taken', event: 'pay_alarm.taken', may: mayTendAlarm },
    settle: { from: ['open', 'taken'], to: 'settled', event: 'pay_alarm.settled', may: mayTendAlarm },
    lapse: { from: ['open', 'taken'], to: 'lapsed', event: 'pay_alarm.lapsed', may: notByHand },
  },
  asks: {
    open: [{ kind: 'pay_alarm.handle', of: both, due: ({ dueAt }) => dueAt, params }],
    taken: [{ kind: 'pay_alarm.settle', of: ({ takenBy }) => (takenBy ? [{ accountId: takenBy }] : []), due: ({ dueAt }) => dueAt, params }],
  },
})
