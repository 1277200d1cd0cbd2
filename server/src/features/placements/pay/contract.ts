import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { FileView } from '../../files/contract.ts'

/** 'YYYY-MM' */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const lawfulMeans = ['bank', 'cash', 'e_wallet'] as const
export const payMeans = [...lawfulMeans, 'goods', 'voucher'] as const
export const PayMeans = z.enum(payMeans)
export const alarmReasons = ['late', 'paid_late', 'not_received', 'non_cash', 'third_party', 'deducted', 'less', 'below_reference'] as const
export const AlarmReason = z.enum(alarmReasons)
export type AlarmReason = z.infer<typeof AlarmReason>
export const alarmStates = ['open', 'taken', 'settled', 'lapsed'] as const
export const AlarmState = z.enum(alarmStates)
export type AlarmState = z.infer<typeof AlarmState>

const Money = z.number().min(0).max(1_000_000).multipleOf(0.01)
const Text = (most: number) => z.string().trim().max(most)
const PlacementParams = z.object({ placementId: z.uuid() })
const MonthParams = z.object({ placementId: z.uuid(), month: Month })

export const PayRecord = z.object({
  id: z.uuid(),
  amount: z.number(),
  paidOn: Day,
  means: z.enum(lawfulMeans),
  samePostWage: z.int(),
  lowestTierWage: z.int(),
  share: z.number(),
  remark: z.string(),
  recordedAt: Moment,
  recordedByName: z.string().nullable(),
  receipts: z.array(FileView),
})
export type PayRecord = z.input<typeof PayRecord>

export const PayAnswer = z.object({
  received: z.enum(['all', 'part', 'nothing']),
  amount: Money.nullish(),
  receivedOn: Day.nullish(),
  means: PayMeans.nullish(),
  /** Whose account or hand it came from. */
  paidBy: z.enum(['unit', 'school', 'agency', 'other']).nullish(),
  paidByName: Text(60).nullish(),
  /** Whatever was kept back or asked for, under any name. */
  deducted: Money.default(0),
  deductedFor: Text(100).nullish(),
  note: Text(500).default(''),
})
export type PayAnswer = z.output<typeof PayAnswer>
const PayAnswerView = PayAnswer.extend({ answeredAt: Moment, version: z.int() })

const AlarmRow = z.object({
  id: z.uuid(),
  number: z.string(),
  placementId: z.uuid(),
  studentName: z.string(),
  cohortName: z.string(),
  unitName: z.string(),
  supervisorName: z.string().nullable(),
  month: Month,
  reason: AlarmReason,
  source: z.enum(['clock', 'unit', 'student']),
  state: AlarmState,
  ruleId: z.string(),
  /** Printed only where the text was read. */
  article: z.string().nullable(),
  sourceStatus: z.enum(['V', 'P', 'K']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  openedAt: Moment,
  dueAt: Moment.nullable(),
  takenByName: z.string().nullable(),
  outcome: z.string().nullable(),
  closedAt: Moment.nullable(),
})
export type AlarmRow = z.input<typeof AlarmRow>

export const PayMonthView = z.object({
  month: Month,
  /** 31 days after the last pay, or after the first day. */
  dueOn: Day,
  late: z.boolean(),
  record: PayRecord.nullable(),
  /** The student’s own word; null for everybody but school and student. */
  answer: PayAnswerView.nullable(),
  alarms: z.array(AlarmRow),
})
export type PayMonthView = z.input<typeof PayMonthView>
export const getPay = endpoint({
  method: 'GET',
  path: '/placements/:placementId/pay',
  params: PlacementParams,
  reply: z.object({
    placement: z.object({ id: z.uuid(), number: z.string(), studentName: z.string(), unitName: z.string(), title: z.string(), startsOn: Day, lastDay: Day, state: z.string() }),
    agreed: z.object({ payMin: z.int().nullable(), payMax: z.int().nullable(), payPeriod: z.string().nullable(), samePostWage: z.int().nullable(), lowestTierWage: z.int().nullable() }),
    /** The newest first. */
    months: z.array(PayMonthView),
    side: z.enum(['school', 'unit', 'student']),
    can: z.object({ record: z.boolean(), answer: z.boolean(), withdraw: z.boolean() }),
  }),
  summary: 'Pay of a placement, month by month, within what one may see',
})
export const getMyPay = endpoint({ method: 'GET', path: '/my/pay', reply: z.object({ placementId: z.uuid().nullable() }), summary: 'Which placement my pay is of' })

export const recordPay = endpoint({
  method: 'POST',
  path: '/placements/:placementId/pay/:month',
  params: MonthParams,
  bytes: 'upload',
  /** Fields beside the receipt, as text. What the law has no place for is named here so that it can be refused with its rule. */
  body: z.object({
    amount: z.coerce.number().positive().max(1_000_000),
    paidOn: Day,
    means: PayMeans,
    payee: z.enum(['student', 'other']).default('student'),
    payer: z.enum(['unit', 'third_party']).default('unit'),
    deducted: z.coerce.number().min(0).max(1_000_000).default(0),
    samePostWage: z.coerce.number().int().positive().max(1_000_000),
    lowestTierWage: z.coerce.number().int().positive().max(1_000_000),
    share: z.coerce.number().positive().max(1).default(1),
    remark: Text(300).default(''),
  }),
  reply: z.object({ id: z.uuid(), month: Month }),
  summary: 'The unit records what it paid for a month, with the receipt; once',
})
export type PayWish = z.output<(typeof recordPay)['body']>

export const withdrawPay = endpoint({
  method: 'POST',
  path: '/placements/:placementId/pay/:month/withdrawal',
  params: MonthParams,
  body: z.object({ reason: z.string().trim().min(5).max(300) }),
  reply: z.object({ month: Month }),
  summary: 'The school takes back a record that is wrong, with a reason; the unit can record the month again',
})

export const answerPay = endpoint({
  method: 'PUT',
  path: '/my/placements/:placementId/pay/:month',
  params: MonthParams,
  body: PayAnswer.extend({ version: z.int().min(0) }),
  reply: z.object({ version: z.int() }),
  summary: 'The student says, to the school alone, what was received, when, how and from whom',
})

export const PayListRow = z.object({
  placementId: z.uuid(),
  studentName: z.string(),
  cohortName: z.string(),
  schoolName: z.string(),
  unitName: z.string(),
  title: z.string(),
  amount: z.number().nullable(),
  paidOn: Day.nullable(),
  lastPaidOn: Day.nullable(),
  dueOn: Day,
  late: z.boolean(),
  /** The references of the agreement, yuan a month. */
  samePostWage: z.int().nullable(),
  lowestTierWage: z.int().nullable(),
  /** For the school alone. */
  answered: z.boolean().nullable(),
  alarms: z.int().nullable(),
})
export type PayListRow = z.input<typeof PayListRow>
export const listPay = endpoint({
  method: 'GET',
  path: '/pay',
  query: Paging.extend({ month: Month, q: z.string().trim().max(60).default(''), state: z.enum(['open', 'recorded']).optional() }),
  reply: pageOf(PayListRow),
  summary: 'Who was paid for a month: the unit’s students, or the school’s',
})

export const listPayAlarms = endpoint({
  method: 'GET',
  path: '/pay-alarms',
  query: Paging.extend({ q: z.string().trim().max(60).default(''), state: z.union([AlarmState, z.literal('live')]).optional(), reason: AlarmReason.optional(), mine: z.stringbool().default(false) }),
  reply: pageOf(AlarmRow),
  summary: 'Pay alarms of the own school',
})
const AlarmParams = z.object({ alarmId: z.uuid() })
export const AlarmView = AlarmRow.extend({
  placementNumber: z.string(),
  title: z.string(),
  studentPhone: z.string().nullable(),
  record: PayRecord.nullable(),
  answer: PayAnswerView.nullable(),
  version: z.int(),
  can: z.object({ take: z.boolean(), settle: z.boolean() }),
})
export type AlarmView = z.input<typeof AlarmView>
export const getPayAlarm = endpoint({ method: 'GET', path: '/pay-alarms/:alarmId', params: AlarmParams, reply: AlarmView, summary: 'An alarm, with what the unit recorded beside what the student says' })
export const movePayAlarm = endpoint({
  method: 'POST',
  path: '/pay-alarms/:alarmId/moves',
  params: AlarmParams,
  body: z.object({ action: z.enum(['take', 'settle']), outcome: Text(1000).optional(), version: z.int() }),
  reply: z.object({ id: z.uuid(), state: AlarmState, version: z.int() }),
  summary: 'The school takes it in hand, and says what became of it',
})
