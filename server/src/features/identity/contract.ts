import { z } from 'zod'
import { endpoint } from '../../contract/endpoint.ts'
import { Moment } from '../../contract/moment.ts'

export const Locale = z.enum(['zh-Hans', 'zh-Hant', 'en'])
export const Nothing = z.object({})

/** What stands between the password and a full session: nothing, a code to give, or a second factor to set up. */
export const Standing = z.enum(['done', 'needed', 'missing'])

export const SessionView = z.object({
  account: z.object({ id: z.uuid(), name: z.string(), login: z.string(), locale: Locale, largeText: z.boolean(), demo: z.boolean() }),
  seat: z
    .object({
      id: z.uuid(),
      role: z.string(),
      organisationId: z.uuid().nullable(),
      organisationName: z.string().nullable(),
      organisationKind: z.string().nullable(),
      allianceId: z.uuid().nullable(),
      allianceName: z.string().nullable(),
      studentId: z.uuid().nullable(),
    })
    .nullable(),
  seats: z.array(z.object({ id: z.uuid(), role: z.string(), organisationName: z.string().nullable(), allianceName: z.string().nullable() })),
  secondFactor: Standing,
  expiresAt: Moment,
})
export type SessionView = z.infer<typeof SessionView>

export const getSession = endpoint({
  method: 'GET',
  path: '/session',
  halfway: true,
  reply: SessionView,
  summary: 'Who I am, and the seat I act in',
})

export const getVisitor = endpoint({
  method: 'GET',
  path: '/visitor',
  open: true,
  halfway: true,
  reply: z.object({ session: SessionView.nullable() }),
  summary: 'Who I am if I am anybody: for pages that are open to all',
})

const DemoAccount = z.object({
  login: z.string(),
  password: z.string(),
  name: z.string(),
  role: z.string(),
  placeName: z.string().nullable(),
  purpose: z.object({ zh: z.string(), en: z.string() }).nullable(),
  code: z.string().nullable(),
  codeSecondsLeft: z.int().nullable(),
})
export type DemoAccount = z.infer<typeof DemoAccount>

export const getSignIn = endpoint({
  method: 'GET',
  path: '/sign-in',
  open: true,
  reply: z.object({ firstRun: z.boolean(), oidcName: z.string().nullable(), demoAccounts: z.array(DemoAccount) }),
  summary: 'What the sign-in page has to offer; the public accounts of a demonstration',
})

export const Password = z.string().min(1).max(200)
export const Code = z.string().trim().min(1).max(40)

export const signInWithPassword = endpoint({
  method: 'POST',
  path: '/session',
  open: true,
  body: z.object({ login: z.string().trim().min(1).max(100), password: Password }),
  reply: z.object({ secondFactor: Standing }),
  summary: 'Sign in with login, e-mail address or mobile number',
})

export const giveCode = endpoint({
  method: 'POST',
  path: '/session/second-factor',
  halfway: true,
  body: z.object({ code: Code }),
  reply: Nothing,
  summary: 'The code of the authenticator, or a recovery code',
})

export const endSession = endpoint({ method: 'DELETE', path: '/session', halfway: true, reply: Nothing, summary: 'Sign out' })

export const chooseSeat = endpoint({
  method: 'POST',
  path: '/session/seat',
  body: z.object({ seatId: z.uuid() }),
  reply: Nothing,
  summary: 'Act in another of my seats',
})
