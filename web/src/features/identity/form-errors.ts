import { asApiError, useIssues, useWording } from '../../kernel/wording.ts'

/** Refusals that belong to one field, by the name of the field. */
const fieldOf: Record<string, string> = {
  password_short: 'password',
  password_simple: 'password',
  password_personal: 'password',
  password_common: 'password',
  password_same: 'password',
  wrong_password: 'current',
  wrong_code: 'code',
  code_used: 'code',
  login_taken: 'login',
  email_taken: 'email',
  phone_taken: 'phone',
}

/** What stands at a field of this form, and what is left to be said above it. */
export function useFormErrors(error: unknown, fields: readonly string[]): { at: Record<string, string>; rest: unknown } {
  const say = useWording()
  const issues = useIssues(error)
  if (!error) return { at: {}, rest: null }
  const field = fieldOf[asApiError(error).code]
  if (field && fields.includes(field)) return { at: { [field]: say(error) }, rest: null }
  const here = Object.fromEntries(Object.entries(issues).map(([path, text]) => [path.split('.').at(-1)!, text]))
  const all = Object.keys(here).length > 0 && Object.keys(here).every((name) => fields.includes(name))
  return { at: here, rest: all ? null : error }
}
