/** An answer is owed within ten working days; five more, and the authority above the office is told. */
export const answerWithin = 10
export const escalateAfter = 5
export const verifyWithin = 5
export const repairWithin = 10
/** A need holds for a year at most: after that nobody knows whether it is still asked. */
export const holdsAtMostDays = 366

export const families = ['talent_training', 'technology_application', 'management_innovation', 'industrial_support', 'enterprise_acceleration'] as const
export const declineCodes = ['wrong_field', 'not_mature', 'too_costly', 'too_late', 'no_capacity', 'terms', 'already_solved', 'unclear'] as const

export type ProblemFilled = {
  kind: 'technology' | 'service'
  family: string | null
  description: string
  wantedValue: string | null
  fieldCodes: readonly string[]
  wantedBy: string | null
  validUntil: string | null
}
export type Gap = { field: string; reason: 'missing' | 'too_short' | 'past' | 'too_far' | 'out_of_order' }

/** What keeps a draft from being submitted, all at once. */
export function gapsOf(problem: ProblemFilled, latest: { today: string; furthest: string }): Gap[] {
  const { kind, family, description, wantedValue, fieldCodes, wantedBy, validUntil } = problem
  const gaps: Gap[] = []
  const owe = (field: string, reason: Gap['reason'], owed: boolean) => {
    if (owed) gaps.push({ field, reason })
  }
  owe('family', 'missing', kind === 'service' && family === null)
  owe('description', 'missing', description === '')
  owe('description', 'too_short', description !== '' && [...description].length < 20)
  owe('wantedValue', 'missing', kind === 'technology' && !wantedValue)
  owe('fieldCodes', 'missing', kind === 'technology' && fieldCodes.length === 0)
  owe('wantedBy', 'past', wantedBy !== null && wantedBy < latest.today)
  owe('validUntil', 'missing', validUntil === null)
  owe('validUntil', 'past', validUntil !== null && validUntil < latest.today)
  owe('validUntil', 'too_far', validUntil !== null && validUntil > latest.furthest)
  return gaps
}

/** Which level of escalation this moment asks for; deadlines are counted in working days by the service. */
export const levelAt = (now: Date, clock: { answerDueAt: Date; authorityAt: Date }): 0 | 1 | 2 => (now >= clock.authorityAt ? 2 : now >= clock.answerDueAt ? 1 : 0)
