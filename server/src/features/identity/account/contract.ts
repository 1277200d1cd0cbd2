import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Moment } from '../../../contract/moment.ts'
import { Code, Locale, Nothing, Password } from '../contract.ts'

const Email = z.email().max(200).transform((text) => text.toLowerCase())
const Mobile = z.string().regex(/^\+861[3-9]\d{9}$/)

export const AccountView = z.object({
  name: z.string(),
  login: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  locale: Locale,
  largeText: z.boolean(),
  digest: z.boolean(),
  demo: z.boolean(),
  passwordChangedAt: Moment.nullable(),
  /** The secretariat changes its password every 90 days (rule 5.15): shown, not forced. */
  passwordIsOld: z.boolean(),
  secondFactorAt: Moment.nullable(),
  recoveryCodesLeft: z.int(),
  oidc: z.object({ name: z.string(), linked: z.boolean() }).nullable(),
})
export type AccountView = z.infer<typeof AccountView>

export const getAccount = endpoint({ method: 'GET', path: '/account', reply: AccountView, summary: 'My account' })

export const changeAccount = endpoint({
  method: 'PATCH',
  path: '/account',
  body: z.object({
    locale: Locale.optional(),
    largeText: z.boolean().optional(),
    digest: z.boolean().optional(),
    email: Email.nullable().optional(),
    phone: Mobile.nullable().optional(),
  }),
  reply: AccountView,
  summary: 'Language, large text, daily mail, e-mail address and mobile number',
})

export const changePassword = endpoint({
  method: 'PUT',
  path: '/account/password',
  body: z.object({ current: Password, next: Password }),
  reply: z.object({ sessionsEnded: z.int() }),
  summary: 'A new password; all other sessions end',
})

const SessionRow = z.object({
  id: z.uuid(),
  current: z.boolean(),
  createdAt: Moment,
  lastSeenAt: Moment,
  userAgent: z.string(),
  address: z.string(),
})

export const listMySessions = endpoint({ method: 'GET', path: '/account/sessions', reply: z.object({ rows: z.array(SessionRow) }), summary: 'Where I am signed in' })

export const endOneSession = endpoint({
  method: 'DELETE',
  path: '/account/sessions/:sessionId',
  params: z.object({ sessionId: z.uuid() }),
  reply: Nothing,
  summary: 'Sign out elsewhere',
})

export const endOtherSessions = endpoint({ method: 'DELETE', path: '/account/sessions', reply: z.object({ sessionsEnded: z.int() }), summary: 'Sign out everywhere else' })

export const unlinkOidc = endpoint({ method: 'DELETE', path: '/account/oidc', reply: Nothing, summary: 'No longer sign in through the other system' })

export const startSecondFactorSetUp = endpoint({
  method: 'POST',
  path: '/account/second-factor',
  halfway: true,
  body: z.object({ password: Password.optional() }),
  reply: z.object({ secret: z.string(), url: z.string(), qr: z.string() }),
  summary: 'A new secret for the authenticator, as text and as a picture',
})

const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

export const confirmSecondFactorSetUp = endpoint({
  method: 'POST',
  path: '/account/second-factor/confirmation',
  halfway: true,
  body: z.object({ code: Code }),
  reply: RecoveryCodes,
  summary: 'The first code of the new secret; answers ten recovery codes, once',
})

export const makeRecoveryCodes = endpoint({
  method: 'POST',
  path: '/account/recovery-codes',
  body: z.object({ code: Code }),
  reply: RecoveryCodes,
  summary: 'Ten new recovery codes; the old ones are void',
})
