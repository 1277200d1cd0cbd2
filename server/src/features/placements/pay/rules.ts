/** Rule 1.33: in principle no more than a month between one pay and the next. */
export const payEveryDays = 31
/** The school looks at an alarm within so many working days. */
export const alarmWithin = 3
const dayMs = 86_400_000

export type PayFinding = { ruleId: '1.32' | '1.33' | '1.34'; variant: string; field: string; params: Record<string, string | number> }
export type Fault = { path: string[]; code: string }
type Paid = { amount: number; paidOn: string; means: string; payee: string; payer: string; deducted: number; samePostWage: number; lowestTierWage: number; share: number; remark: string }

export const monthOf = (day: string) => day.slice(0, 7)
export const firstOf = (month: string) => `${month}-01`
export const nextMonth = (month: string) => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
const daysLater = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
export const daysBetween = (from: string, until: string) => Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)

/** Months from the first day until today or the last day, the oldest first. */
export function monthsOf({ startsOn, lastDay }: { startsOn: string; lastDay: string }, today: string): string[] {
  const until = monthOf(lastDay < today ? lastDay : today)
  const months: string[] = []
  for (let month = monthOf(startsOn); month <= until; month = nextMonth(month)) months.push(month)
  return months
}

/** The lesser of 80 % of the same post's wage and its lowest tier, for the part of the month that was worked: below this the law warns. */
export const leastOf = ({ samePostWage, lowestTierWage, share }: Pick<Paid, 'samePostWage' | 'lowestTierWage' | 'share'>) => Math.round(100 * Math.min(0.8 * samePostWage, lowestTierWage) * share) / 100

/** What the law says of a month's pay as the unit records it. */
export function findingsOfPay(pay: Paid): PayFinding[] {
  const least = leastOf(pay)
  return [
    ...(pay.payee !== 'student' ? [{ ruleId: '1.33' as const, variant: 'payee', field: 'payee', params: {} }] : []),
    ...(pay.payer !== 'unit' ? [{ ruleId: '1.33' as const, variant: 'payer', field: 'payer', params: {} }] : []),
    ...(pay.means === 'goods' || pay.means === 'voucher' ? [{ ruleId: '1.33' as const, variant: 'means', field: 'means', params: {} }] : []),
    ...(pay.deducted > 0 ? [{ ruleId: '1.34' as const, variant: 'deducted', field: 'deducted', params: { amount: pay.deducted } }] : []),
    ...(pay.amount < least ? [{ ruleId: '1.32' as const, variant: 'paid', field: 'amount', params: { amount: pay.amount, least } }] : []),
  ]
}

export function faultsOfPay({ paidOn }: { paidOn: string }, { month, months, today }: { month: string; months: readonly string[]; today: string }): Fault[] {
  const fault = (path: string, code: string): Fault => ({ path: [path], code })
  return [
    ...(months.includes(month) ? [] : [fault('month', 'outside')]),
    ...(paidOn > today ? [fault('paidOn', 'too_late')] : []),
    ...(paidOn < firstOf(month) ? [fault('paidOn', 'out_of_order')] : []),
  ]
}

/** Until when the next pay is due: so long after the last one, or after the first day. */
export const dueAfter = (last: string) => daysLater(last, payEveryDays)
export const isLate = (last: string, paidOn: string) => paidOn > dueAfter(last)

export type AlarmReason = 'late' | 'paid_late' | 'not_received' | 'non_cash' | 'third_party' | 'deducted' | 'less' | 'below_reference'
export const ruleOfReason = (reason: AlarmReason) => (reason === 'deducted' ? '1.34' : reason === 'below_reference' ? '1.32' : '1.33') as '1.32' | '1.33' | '1.34'

type Answer = { received: string; amount?: number | null; receivedOn?: string | null; means?: string | null; paidBy?: string | null; deducted: number }
/** What the student's word raises an alarm about. What the unit recorded is only compared, never corrected. */
export function alarmsOfAnswer(answer: Answer, { recorded, last }: { recorded: { amount: number } | null; last: string }): { reason: AlarmReason; params: { [name: string]: string | number } }[] {
  const { received, amount, receivedOn, means, paidBy, deducted } = answer
  const alarms: { reason: AlarmReason; params: { [name: string]: string | number } }[] = []
  if (received === 'nothing') alarms.push({ reason: 'not_received', params: {} })
  if (means === 'goods' || means === 'voucher') alarms.push({ reason: 'non_cash', params: { means } })
  if (paidBy && paidBy !== 'unit') alarms.push({ reason: 'third_party', params: { paidBy } })
  if (deducted > 0) alarms.push({ reason: 'deducted', params: { amount: deducted } })
  if (received !== 'nothing' && (received === 'part' || (recorded && amount !== null && amount !== undefined && amount < recorded.amount))) alarms.push({ reason: 'less', params: { amount: amount ?? 0, recorded: recorded?.amount ?? 0 } })
  if (receivedOn && isLate(last, receivedOn)) alarms.push({ reason: 'paid_late', params: { days: daysBetween(last, receivedOn) } })
  return alarms
}

/** What an answer lacks. */
export function faultsOfAnswer({ received, amount, receivedOn, means, paidBy, deducted }: Answer, today: string): Fault[] {
  const missing = (path: string): Fault => ({ path: [path], code: 'missing' })
  if (received === 'nothing') return []
  return [
    ...(amount ? [] : [missing('amount')]),
    ...(receivedOn ? (receivedOn > today ? [{ path: ['receivedOn'], code: 'too_late' }] : []) : [missing('receivedOn')]),
    ...(means ? [] : [missing('means')]),
    ...(paidBy ? [] : [missing('paidBy')]),
    ...(deducted >= 0 ? [] : [missing('deducted')]),
  ]
}
