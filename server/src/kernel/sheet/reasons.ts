import { identifierFaults } from '@silian/algorithms/identifiers'

/** Why a whole file cannot be read. Returned, never thrown: people send what they have. */
export const sheetFaults = [
  'sheet_is_xls',
  'sheet_is_protected',
  'sheet_is_web_page',
  'sheet_is_empty',
  'sheet_is_not_a_sheet',
  'sheet_is_damaged',
  'sheet_is_too_large',
  'sheet_has_too_many_rows',
  'sheet_has_too_many_columns',
  'sheet_has_no_header',
] as const
export type SheetFault = (typeof sheetFaults)[number]

/** Why a cell cannot be taken. Each code has words with the same key, in every language. */
export const sheetReasons = [
  'required',
  'unreadable',
  'not_a_choice',
  'not_a_day',
  'not_a_number',
  'not_whole',
  'too_small',
  'too_large',
  'too_long',
  'wrong_form',
  'no_such_code',
  'turned_into_date',
  'formula_error',
  'two_values',
  'duplicate_in_file',
  'email_form',
  'phone_form',
  'dates_reversed',
  'birth_needed',
  'birth_differs',
  'sex_differs',
  'years_reversed',
  'level_unlike_major',
  'guardian_needed',
  'identity_taken',
  'organisation_unknown',
  'organisation_ambiguous',
  'organisation_not_yours',
  'post_submitted',
  'need_submitted',
  'teacher_unknown',
  'day_in_future',
  'days_taken',
  ...identifierFaults,
] as const
export type SheetReason = (typeof sheetReasons)[number]

export type ReasonParams = Record<string, string | number>
export type CellFault = { fault: SheetReason; params?: ReasonParams }
