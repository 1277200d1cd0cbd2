import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addWorkingDays, closingOf, dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { historyOf } from '../../../kernel/history.ts'
import { canMove } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { advance, askFor } from '../../inbox/service.ts'
import { isPairedCounty } from '../rules.ts'
import { workbook } from '../service.ts'
import type { ExchangeRow, ExchangeView } from './contract.ts'
import { exchangeLife, type ExchangeInMotion } from './lifecycle.ts'
import { isGuest, isHome, isHost, mayReport, type ExchangeMove } from './policy.ts'
import { directionOf, faultsOfFinish, faultsOfWish, isAcross } from './rules.ts'
import { exchangesTable } from './sheet.ts'
import { findAllianceOf, findExchangeAnyhow, findSchool, findTeacher, insertExchange, listSchools, pageOfExchanges, updateExchange, type Exchange, type ExchangeChange, type Filter } from './tables.ts'

export { findExchange, lockExchange } from './tables.ts'

const inMotion = (exchange: Exchange, now: Date): ExchangeInMotion => ({ ...exchange, clocks: { answer: dueInWorkingDays(now, 10), start: closingOf(exchange.startsOn), end: closingOf(addWorkingDays(exchange.endsOn, 5)) } })

type Wish = { teacherId: string; hostId: string; purpose: string; subject: string; plan: string; startsOn: string; endsOn: string }
/** Proposed by the school whose teacher it is. That nobody is in two places at once is the table's business. */
export async function proposeExchange(tx: Tx, actor: Actor, wish: Wish, now: Date, { demo = false } = {}) {
  const homeId = actor.organisationId!
  const [home, host, teacher, alliance] = [await findSchool(tx, homeId), await findSchool(tx, wish.hostId), await findTeacher(tx, homeId, wish.teacherId), (await findAllianceOf(tx, homeId)) ?? refuse('no_alliance')]
  const isMember = host !== undefined && (await findAllianceOf(tx, host.id))?.id === alliance.id
  const issues = [...faultsOfWish(wish), ...(isMember && wish.hostId !== homeId ? [] : [{ path: ['hostId'], code: 'unknown' }]), ...(teacher ? [] : [{ path: ['teacherId'], code: 'unknown' }])]
  if (issues.length > 0) refuse('invalid_input', { issues })
  if (!isAcross(home!.divisionCode, host!.divisionCode)) refuse('exchange_not_across')
  const number = await nextNumber(tx, 'JL', now)
  const id = await insertExchange(tx, { ...wish, number, homeId, allianceId: alliance.id, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo })
  audit(tx, actor, now, { event: 'teacher_exchange.proposed', subjectType: 'teacher_exchange', subjectId: id, details: { number } })
  await askFor(tx, actor, exchangeLife, inMotion(await findExchangeAnyhow(tx, id), now), now)
  return { id, number }
}

type Move = { action: ExchangeMove; version: number; reason?: string; hostContact?: string; days?: number; endedOn?: string }
export async function moveExchange(tx: Tx, actor: Actor, exchange: Locked<Exchange>, { action, version, ...given }: Move, now: Date) {
  if (exchange.version !== version) refuse('changed_meanwhile')
  const change = changeOf(exchange, action, given, dayOf(now))
  const state = await advance(tx, actor, exchangeLife, action, { ...inMotion(exchange, now), locked: true }, now, { number: exchange.number, ...(change.reason ? { reason: change.reason } : {}), ...(change.days === undefined ? {} : { days: change.days }) })
  return { id: exchange.id, state, version: await updateExchange(tx, exchange.id, { ...change, state }, now) }
}

function changeOf(exchange: Exchange, action: ExchangeMove, { reason = '', hostContact, days, endedOn }: Omit<Move, 'action' | 'version'>, today: string): ExchangeChange {
  // What the state forbids is said before what is missing.
  if (!exchangeLife.transitions[action].from.includes(exchange.state)) refuse('wrong_state', { state: exchange.state, action })
  switch (action) {
    case 'decline':
    case 'withdraw':
      return { reason: reason.length >= 2 ? reason : refuse('reason_needed', { field: 'reason' }) }
    case 'accept':
      return hostContact ? { hostContact } : {}
    case 'start':
      if (exchange.startsOn > today) refuse('too_early', { from: exchange.startsOn })
      return {}
    case 'finish': {
      const last = endedOn ?? (exchange.endsOn < today ? exchange.endsOn : today)
      const issues = faultsOfFinish(exchange, { endedOn: last, days }, today)
      if (issues.length > 0) refuse('invalid_input', { issues })
      if (!exchange.report) refuse('report_missing')
      return { days: days!, endedOn: last }
    }
  }
}

export async function writeReport(tx: Tx, actor: Actor, exchange: Locked<Exchange>, { report, version }: { report: string; version: number }, now: Date) {
  if (exchange.version !== version) refuse('changed_meanwhile')
  if (exchange.state !== 'under_way') refuse('wrong_state', { state: exchange.state })
  const next = await updateExchange(tx, exchange.id, { report, reportedAt: now }, now)
  audit(tx, actor, now, { event: 'teacher_exchange.reported', subjectType: 'teacher_exchange', subjectId: exchange.id, details: { number: exchange.number } })
  return { version: next }
}

export function rowOf(exchange: Exchange): ExchangeRow {
  const { id, number, state, teacherId, teacherName, homeId, homeName, hostId, hostName, purpose, subject, startsOn, endsOn, endedOn, days, demo, hostDivision } = exchange
  return { id, number, state, teacherId, teacherName, homeId, homeName, hostId, hostName, purpose, subject, startsOn, endsOn, endedOn, days, demo, direction: directionOf(hostDivision) }
}
export async function viewExchanges(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfExchanges(tx, actor, query)
  return { rows: rows.map(rowOf), total, page: query.page, size: query.size }
}
export function viewExchange(actor: Actor, exchange: Exchange, now: Date): ExchangeView {
  const { plan, report, reportedAt, hostContact, reason, createdAt, version } = exchange
  return {
    ...rowOf(exchange), plan, report, reportedAt, hostContact, reason, createdAt, version,
    side: isHome(actor, exchange) ? 'home' : isHost(actor, exchange) ? 'host' : isGuest(actor, exchange) ? 'teacher' : 'office',
    can: { ...canMove(exchangeLife, actor, inMotion(exchange, now)), report: exchange.state === 'under_way' && mayReport(actor, exchange) },
  }
}
export const viewHistory = async (tx: Tx, exchange: Exchange) => ({ rows: await historyOf(tx, 'teacher_exchange', exchange.id) })
export async function exportExchanges(tx: Tx, actor: Actor, filter: Filter, now: Date) {
  const { rows } = await pageOfExchanges(tx, actor, { ...filter, page: 1, size: 20_000 })
  return workbook(exchangesTable(actor.locale, rows.map(rowOf)), dayOf(now))
}

export async function viewSchools(tx: Tx, actor: Actor) {
  const allianceId = actor.allianceId ?? (await findAllianceOf(tx, actor.organisationId!))?.id
  const schools = allianceId ? await listSchools(tx, allianceId) : []
  return { rows: schools.map(({ id, name, divisionCode }) => ({ id, name, county: isPairedCounty(divisionCode) ? divisionCode : null })) }
}
