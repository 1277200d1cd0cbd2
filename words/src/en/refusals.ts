import type { Shape } from '../shape.ts'
import type { refusals as chinese } from '../zh-Hans/refusals.ts'

export const refusals: Shape<typeof chinese> = {
  internal_error: 'Something went wrong and nothing was done. What you typed is still here. Try again; if it fails again, tell the secretariat the number {{reference}}.',
  unreachable: 'The server cannot be reached. What you typed is kept on this device; check the network and try again.',

  not_signed_in: 'You are not signed in, or your session has ended. Sign in and you come back to this page; what you began is kept.',
  second_factor_needed: 'The second step is missing. Enter the 6 digits from your authenticator.',
  not_allowed: 'The seat you act in may not do this. Change to another of your seats, or ask someone who may.',
  cross_site: 'This request did not come from this site, so nothing was done. Please use the pages of this site.',
  not_found: 'Not found. The address may be wrong, it may have been moved, or your seat cannot see it.',
  changed_meanwhile: 'Not saved: someone changed this record after you opened it. Look at the latest version, then change it again.',
  wrong_state: 'This cannot be done at the present stage. See the stages at the top of the page: wait, or finish the step before.',
  invalid_input: 'Some entries are not right, so nothing was saved. See the marked places.',
  too_many_attempts: 'Too many attempts. Wait a few minutes and try again.',
  reason_needed: 'This step needs a reason, which the other side will read. Please add it.',

  file_empty: 'The file is empty and was not uploaded. Choose one with content.',
  file_too_big: 'The file is too large and was not uploaded. Compress or split it.',
  file_kind_not_allowed: 'This kind of file is not taken. Use PDF, an image, Word or Excel.',

  item_closed: 'Someone has already done this. Reload to see who did, and when.',
  reminded_today: 'A reminder was already sent today. One a day is the limit; you can send another tomorrow.',
  nobody_to_remind: 'There is nobody to remind: everyone waited for has answered, or has no account yet.',

  credit_code_invalid: 'The unified social credit code is wrong: its check character does not fit. Compare all 18 characters with the licence.',
  credit_code_taken: 'This unified social credit code is already registered. Look up that organisation; if it is a mistake, tell the secretariat.',
  membership_exists: 'This organisation already has an application or a membership in this alliance. Open the one there is.',
  profile_incomplete: 'The profile of the organisation is incomplete, so it cannot apply yet: {{missing}}. Fill it in, then submit.',
  publicity_too_short: 'The public notice is too short. Leave as many days as the rules ask.',
  publicity_not_over: 'The public notice is still running, so nothing can be decided yet. Wait for its end.',
  cannot_speak: 'You cannot speak for this organisation. Its own contact can, or the secretariat can authorise you.',

  round_incomplete: 'This round is not ready. Complete what the page lists first.',
  deadline_passed: 'The deadline has passed. If there is a special reason, tell the secretariat.',
  too_early: 'It is too early. The page says when it begins.',
  wishes_closed: 'Wishes are closed and cannot be changed. If there is a special reason, tell your teacher.',
  nobody_wished: 'No student has submitted wishes, so there is nothing to match. Send reminders, or extend the time.',
  scores_missing: 'Some posts have no scores yet. Add them, or remind the receiving organisations.',
  objections_open: 'Some objections have no answer yet, so this cannot go on. Answer each of them first.',
  nothing_to_answer: 'There is no placement waiting for your answer.',
  too_many_wishes: 'More wishes than this round allows. Remove some and submit again.',
  not_in_round: 'A post or student you chose is not in this round. Choose from the list of the round.',
  rule_forbids: 'The regulations forbid this, so it was not saved. See the marked article, put it right and submit again.',
  already_placed: 'This student already has a placement. Change that one before making another.',
}
