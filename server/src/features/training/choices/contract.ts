import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { ClassKind } from '../classes/contract.ts'

export const intakeStates = ['signing', 'scoring', 'frozen', 'decided', 'cancelled'] as const
export const IntakeState = z.enum(intakeStates)
export type IntakeState = z.infer<typeof IntakeState>
export const IntakeParams = z.object({ intakeId: z.uuid() })
const IntakeClassParams = IntakeParams.extend({ classId: z.uuid() })
const Text = (most: number, least = 0) => z.string().trim().min(least).max(most)
const When = z.iso.datetime({ offset: true })

export const IntakeRow = z.object({ id: z.uuid(), number: z.string(), title: z.string(), state: IntakeState, schoolName: z.string(), classes: z.int(), signups: z.int(), signUpUntil: Moment, scoreUntil: Moment })
export const listIntakes = endpoint({ method: 'GET', path: '/class-intakes', reply: z.object({ rows: z.array(IntakeRow) }), summary: 'Two-way choices of order classes one has a part in' })
export const openIntake = endpoint({
  method: 'POST',
  path: '/class-intakes',
  body: z.object({ title: Text(60, 2), classIds: z.array(z.uuid()).min(1).max(30), maxChoices: z.int().min(1).max(10), signUpUntil: When, scoreUntil: When, confirmUntil: When }),
  reply: z.object({ id: z.uuid(), number: z.string() }),
  summary: 'Opens sign-up for classes whose plan is approved; the seed of the draw is fixed and its hash published',
})
export const IntakeView = IntakeRow.omit({ classes: true, signups: true }).extend({
  schoolId: z.uuid(),
  confirmUntil: Moment,
  maxChoices: z.int(),
  commitment: z.string(),
  seed: z.string().nullable(),
  listDigest: z.string().nullable(),
  inputDigest: z.string().nullable(),
  resultDigest: z.string().nullable(),
  frozenAt: Moment.nullable(),
  decidedAt: Moment.nullable(),
  reason: z.string().nullable(),
  signups: z.int(),
  eligible: z.int(),
  classes: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string(), organisationName: z.string(), seats: z.int(), minSeats: z.int(), applicants: z.int(), first: z.int(), scored: z.int(), admitted: z.int().nullable(), had: z.int().nullable(), closedStep: z.int().nullable() })),
  /** Of this reader’s locale: what the procedure keeps and what it cannot. */
  guarantees: z.array(z.object({ name: z.string(), holds: z.boolean(), sentence: z.string() })),
  audit: z.object({ violations: z.int(), blockingPairs: z.int(), coalitions: z.int() }).nullable(),
  version: z.int(),
  can: z.object({ endSignUp: z.boolean(), freeze: z.boolean(), decide: z.boolean(), cancel: z.boolean(), export: z.boolean() }),
})
export type IntakeView = z.input<typeof IntakeView>
export const getIntake = endpoint({ method: 'GET', path: '/class-intakes/:intakeId', params: IntakeParams, reply: IntakeView })
export const moveIntake = endpoint({ method: 'POST', path: '/class-intakes/:intakeId/moves', params: IntakeParams, body: z.object({ action: z.enum(['endSignUp', 'freeze', 'decide', 'cancel']), reason: Text(500).optional(), version: z.int() }), reply: z.object({ id: z.uuid(), state: IntakeState, version: z.int() }), summary: 'Sign-up ends, the list is frozen, the draw decides; or all is called off' })
export const exportIntake = endpoint({ method: 'GET', path: '/class-intakes/:intakeId/export', params: IntakeParams, reply: z.any(), bytes: 'download', summary: 'What anybody needs to run it again: silian verify' })

export const ApplicantRow = z.object({ studentId: z.uuid(), name: z.string(), cohortName: z.string(), statement: z.string(), schoolMark: z.number().nullable(), score: z.number().nullable(), refused: z.string().nullable(), note: z.string(), result: z.enum(['admitted', 'elsewhere', 'not', 'open']) })
export const listApplicants = endpoint({ method: 'GET', path: '/class-intakes/:intakeId/classes/:classId/applicants', params: IntakeClassParams, reply: z.object({ title: z.string(), state: IntakeState, scoreUntil: Moment, rows: z.array(ApplicantRow), can: z.object({ score: z.boolean() }) }), summary: 'Who signed up for a class; as which choice, nobody sees before the draw' })
export const scoreApplicants = endpoint({
  method: 'PUT',
  path: '/class-intakes/:intakeId/classes/:classId/scores',
  params: IntakeClassParams,
  body: z.object({ rows: z.array(z.object({ studentId: z.uuid(), score: z.number().min(0).max(100).nullable(), refused: Text(200).nullable().default(null), note: Text(500).default('') })).min(1).max(1000) }),
  reply: z.object({ scored: z.int(), left: z.int() }),
  summary: 'The firm’s marks of its applicants, or why one cannot be taken',
})

const ChoiceClass = z.object({ id: z.uuid(), number: z.string(), kind: ClassKind, title: z.string(), organisationName: z.string(), postTitle: z.string(), seats: z.int(), minSeats: z.int(), payFloor: z.int(), startsOn: Day, endsOn: Day, curriculum: z.string(), benefits: z.string(), quitting: z.string(), costs: z.string(), courses: z.array(z.string()), forbidden: z.array(z.object({ rule: z.string(), code: z.string() })) })
export const MyIntake = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  state: IntakeState,
  schoolName: z.string(),
  maxChoices: z.int(),
  signUpUntil: Moment,
  commitment: z.string(),
  classes: z.array(ChoiceClass),
  choices: z.array(z.uuid()),
  statement: z.string(),
  signedAt: Moment.nullable(),
  minor: z.boolean(),
  can: z.object({ sign: z.boolean() }),
})
export type MyIntake = z.input<typeof MyIntake>
export const listMyIntakes = endpoint({ method: 'GET', path: '/my/class-intakes', reply: z.object({ rows: z.array(z.object({ id: z.uuid(), title: z.string(), state: IntakeState, signUpUntil: Moment, signed: z.boolean(), hasLetter: z.boolean() })) }), summary: 'Choices of order classes a student may take part in' })
export const getMyIntake = endpoint({ method: 'GET', path: '/my/class-intakes/:intakeId', params: IntakeParams, reply: MyIntake })
export const signUp = endpoint({
  method: 'PUT',
  path: '/my/class-intakes/:intakeId',
  params: IntakeParams,
  body: z.object({ choices: z.array(z.uuid()).max(10), statement: Text(500).default(''), employed: z.boolean().default(false) }),
  reply: z.object({ signedAt: Moment.nullable(), choices: z.int() }),
  summary: 'A student signs up of their own will, best first; with no choice, takes it back',
})
export const ClassLetter = z.object({
  intakeId: z.uuid(),
  title: z.string(),
  number: z.string(),
  letterNumber: z.string(),
  decidedAt: Moment,
  studentName: z.string(),
  schoolName: z.string(),
  placed: z.object({ placeId: z.uuid().nullable(), title: z.string(), organisationName: z.string(), choice: z.int(), confirmUntil: Moment, state: z.string().nullable() }).nullable(),
  outcomes: z.array(z.object({ choice: z.int(), title: z.string(), organisationName: z.string(), reason: z.string(), sentence: z.string() })),
  closings: z.array(z.object({ step: z.int(), title: z.string(), had: z.int(), min: z.int() })),
  lottery: z.object({ place: z.int(), number: z.string(), seed: z.string(), commitment: z.string(), verifies: z.boolean() }),
})
export const getClassLetter = endpoint({ method: 'GET', path: '/my/class-intakes/:intakeId/letter', params: IntakeParams, reply: ClassLetter, summary: 'What came of each choice, and why' })
