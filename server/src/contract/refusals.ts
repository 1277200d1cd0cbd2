/**
 * Every reason the system can say no, on one page. The number is the HTTP status.
 * A code is added here, thrown by a service, and worded in words/src/{zh-Hans,en}/refusals.ts.
 */
export const refusals = {
  // anyone
  not_signed_in: 401,
  second_factor_needed: 401,
  not_allowed: 403,
  cross_site: 403,
  not_found: 404,
  changed_meanwhile: 409,
  wrong_state: 409,
  invalid_input: 422,
  too_many_attempts: 429,
  reason_needed: 422,

  // files
  file_empty: 422,
  file_too_big: 422,
  file_kind_not_allowed: 422,

  // inbox
  item_closed: 409,
  reminded_today: 409,
  nobody_to_remind: 409,

  // members
  credit_code_invalid: 422,
  credit_code_taken: 409,
  membership_exists: 409,
  profile_incomplete: 409,
  publicity_too_short: 422,
  publicity_not_over: 409,
  cannot_speak: 422,

  // placements
  round_incomplete: 409,
  deadline_passed: 409,
  too_early: 409,
  wishes_closed: 409,
  nobody_wished: 409,
  scores_missing: 409,
  objections_open: 409,
  nothing_to_answer: 409,
  too_many_wishes: 422,
  not_in_round: 422,
  rule_forbids: 422,
  already_placed: 409,
} as const

export type RefusalCode = keyof typeof refusals

/** A race that only a constraint can catch, by the constraint's name. */
export const refusalOfConstraint: Record<string, RefusalCode> = {
  organisation_uscc_key: 'credit_code_taken',
  membership_one_live: 'membership_exists',
}
