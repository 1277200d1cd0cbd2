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

  // identity
  wrong_credentials: 401,
  wrong_password: 422,
  wrong_code: 422,
  code_used: 409,
  tries_used_up: 429,
  second_factor_missing: 409,
  no_seat: 403,
  demo_account: 409,
  password_short: 422,
  password_simple: 422,
  password_personal: 422,
  password_common: 422,
  password_same: 422,
  login_taken: 409,
  login_form: 422,
  email_taken: 409,
  phone_taken: 409,
  link_unknown: 404,
  link_expired: 409,
  link_used: 409,
  link_withdrawn: 409,
  role_does_not_fit: 422,
  student_code_wrong: 422,
  guardian_needed: 409,
  own_seat: 409,
  last_secretary: 409,
  already_founded: 409,
  oidc_off: 404,
  oidc_failed: 401,
  oidc_not_linked: 403,
  oidc_taken: 409,

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

  // agreements
  no_alliance: 409,
  agreement_incomplete: 409,
  agreement_exists: 409,
  agreement_fixed: 409,
  agreement_unsigned: 409,
  amendment_exists: 409,
  already_signed: 409,
  not_your_turn: 409,
  text_changed: 409,
  signed_after_start: 409,
  name_differs: 422,
  guardian_changed: 409,

  // talent
  code_columns_missing: 422,
  code_twice: 422,
  code_counts_differ: 409,
  sheet_unreadable: 422,
  major_unknown: 422,
  programme_exists: 409,
  cohort_exists: 409,
  teacher_number_taken: 409,
  student_number_taken: 409,
  identity_taken: 409,

  // lexicon
  lexicon_faulty: 422,
  lexicon_without_draft: 409,
  lexicon_has_draft: 409,

  // needs
  need_incomplete: 409,
  rule_reason_needed: 409,
  post_exists: 409,
  need_taken: 409,
  rule_fixed: 409,

  // technology
  level_not_reached: 409,
  evidence_without_file: 409,
  need_not_open: 409,
  answer_not_open: 409,
  own_answer: 409,
  introduction_exists: 409,
  deal_exists: 409,
  technical_over_total: 422,
  contract_not_written: 409,
  price_not_published: 409,
  notice_not_needed: 409,
  signed_in_future: 422,
  milestones_open: 409,
  over_total: 422,
  voucher_taken: 409,
  certificate_taken: 409,

  // imports
  template_of_other_kind: 422,
  template_outdated: 422,
  columns_missing: 422,
  nothing_to_write: 409,
  nothing_to_undo: 409,
  too_late_to_undo: 409,
  records_in_use: 409,

  // rounds
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

  // placements
  placement_exists: 409,

  // services
  offer_not_open: 409,
  offer_full: 409,
  already_routed: 409,
  not_a_provider: 422,
  confidentiality_needed: 422,
  already_rated: 409,
  policy_without_condition: 409,
  contact_reason_needed: 409,

  // surveys
  survey_exists: 409,
  survey_not_open: 409,
  survey_too_late: 409,
  survey_without_firms: 409,
  survey_unchecked: 409,
  survey_nothing_before: 409,
  survey_not_published: 409,
  survey_settled: 409,

  // subscriptions
  search_saved: 409,
  too_many_saved: 409,
  webhook_address: 422,
  webhook_off: 409,
} as const

export type RefusalCode = keyof typeof refusals

/** A race that only a constraint can catch, by the constraint's name. */
export const refusalOfConstraint: Record<string, RefusalCode> = {
  account_login_key: 'login_taken',
  account_email_key: 'email_taken',
  account_phone_key: 'phone_taken',
  account_oidc_subject_key: 'oidc_taken',
  organisation_uscc_key: 'credit_code_taken',
  membership_one_live: 'membership_exists',
  agreement_one_open: 'agreement_exists',
  agreement_one_in_force: 'agreement_exists',
  agreement_one_amendment: 'amendment_exists',
  agreement_text_fixed: 'agreement_fixed',
  agreement_ended: 'agreement_fixed',
  agreement_all_signed: 'agreement_unsigned',
  agreement_signature_pkey: 'already_signed',
  agreement_signature_fits: 'text_changed',
  agreement_signed_in_time: 'signed_after_start',
  programme_school_id_major_code_level_key: 'programme_exists',
  cohort_programme_id_name_entry_year_key: 'cohort_exists',
  teacher_school_id_number_key: 'teacher_number_taken',
  student_school_id_student_number_key: 'student_number_taken',
  student_id_number_digest_key: 'identity_taken',
  introduction_one_achievement: 'introduction_exists',
  introduction_one_team: 'introduction_exists',
  deal_one_live: 'deal_exists',
  deal_certificate: 'certificate_taken',
  deal_receipt_deal_id_voucher_key: 'voucher_taken',
  deal_receipts_within_total: 'over_total',
  placement_one_live: 'placement_exists',
  placement_of_round: 'placement_exists',
  survey_one_a_year: 'survey_exists',
  survey_settled: 'survey_settled',
  saved_search_once: 'search_saved',
  service_rating_pkey: 'already_rated',
  service_request_one_live: 'already_routed',
}
