import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { whoMoves, type IntakeMove, type IntakeParties } from './policy.ts'

export type IntakeState = 'signing' | 'scoring' | 'frozen' | 'decided' | 'cancelled'
export type IntakeInMotion = IntakeParties & { id: string; number: string; title: string; state: IntakeState; signUpUntil: Date; scoreUntil: Date; firmIds: readonly string[] }

const school = ({ schoolId }: IntakeInMotion): Assignee[] => [{ role: 'school_contact', organisationId: schoolId }]
const firms = ({ firmIds }: IntakeInMotion): Assignee[] => firmIds.map((organisationId) => ({ role: 'enterprise_contact', organisationId }))
const params = ({ number, title }: IntakeInMotion) => ({ number, title })

/** Students rank the classes, firms the students; the frozen list and a seed committed to before decide. */
export const intakeLife = lifecycle<IntakeState, IntakeMove, IntakeInMotion>({
  noun: 'class_intake',
  table: 'class_intake',
  states: ['signing', 'scoring', 'frozen', 'decided', 'cancelled'],
  line: ['signing', 'scoring', 'frozen', 'decided'],
  transitions: {
    endSignUp: { from: ['signing'], to: 'scoring', event: 'class_intake.sign_up_ended', may: whoMoves.endSignUp },
    freeze: { from: ['scoring'], to: 'frozen', event: 'class_intake.frozen', may: whoMoves.freeze },
    decide: { from: ['frozen'], to: 'decided', event: 'class_intake.decided', may: whoMoves.decide },
    cancel: { from: ['signing', 'scoring'], to: 'cancelled', event: 'class_intake.cancelled', may: whoMoves.cancel },
  },
  asks: {
    signing: [{ kind: 'class_intake.collect', of: school, due: ({ signUpUntil }) => signUpUntil, params }],
    scoring: [
      { kind: 'class_intake.score', of: firms, due: ({ scoreUntil }) => scoreUntil, params },
      { kind: 'class_intake.freeze', of: school, due: ({ scoreUntil }) => scoreUntil, params },
    ],
    frozen: [{ kind: 'class_intake.decide', of: school, due: () => null, params }],
  },
})
