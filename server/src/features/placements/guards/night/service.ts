import { audit } from '../../../../kernel/audit.ts'
import { addDays, closingOf, dayOf, dueInWorkingDays } from '../../../../kernel/calendar.ts'
import { inReadOnlyTransaction, inTransaction, type Db, type Tx } from '../../../../kernel/db.ts'
import { ask, settle } from '../../../inbox/service.ts'
import { ruleOf, type RuleId } from '../../../needs/law/rules.ts'
import { assessWithinDays } from '../../rules.ts'
import { judge, moveAlong, type Judged } from '../service.ts'
import { refreshFlags } from '../tables.ts'
import { batched, brokenNow, keyOf, subjectOf } from './rules.ts'
import { closeAlarms, countWork, insertAlarms, listBatchItems, listIdleAlarms, listOpenAlarmsAt, listWatched, listWatchedAt, type NewAlarm } from './tables.ts'

/** Placements judged at a time: large enough that queries are few, small enough that no row is held for long. */
const batchSize = 4000

/**
 * Every night, and when somebody asks: the guards that each placement has passed are asked again with the facts of today (birthdays, policies that
 * ended, heads at a unit that lost staff, records found, flags of a post). What fails becomes an alarm and an item in the school's inbox; what is
 * right again closes both. Each batch in a transaction of its own; one that fails does not hold up the others.
 */
export async function watchPlacements(db: Db, now: Date): Promise<{ judged: number; opened: number; closed: number }> {
  await inTransaction(db, async (tx) => void (await refreshFlags(tx)))
  const batches = batched(await inReadOnlyTransaction(db, (tx) => listWatched(tx)), batchSize)
  const failures: unknown[] = []
  const sum = { judged: 0, opened: 0, closed: 0 }
  const each = async (work: (tx: Tx) => Promise<void>) => void (await inTransaction(db, work).catch((error: unknown) => failures.push(error)))
  for (const batch of batches) {
    await each(async (tx) => {
      const done = await watchAt(tx, batch.map(({ organisationId }) => organisationId), now)
      for (const name of ['judged', 'opened', 'closed'] as const) sum[name] += done[name]
    })
  }
  await each(async (tx) => void (sum.closed += await close(tx, await listIdleAlarms(tx), now)))
  await each((tx) => askSchools(tx, now))
  if (failures.length > 0) throw failures[0]
  return sum
}

/** Those at these units, within a transaction of somebody else's: the night's batch, and the demonstration. */
export async function watchAt(tx: Tx, organisationIds: readonly string[], now: Date) {
  const ids = (await listWatchedAt(tx, organisationIds)).map(({ id }) => id)
  const judged = await judge(tx, ids, dayOf(now))
  const found = alarmsOf(judged)
  const open = await listOpenAlarmsAt(tx, organisationIds)
  const same = (alarm: { key: string; params: unknown }, other: NewAlarm) => alarm.key === other.key && JSON.stringify(sorted(alarm.params)) === JSON.stringify(sorted(other.params))
  // Still wrong, but otherwise than yesterday: the old alarm gives way to one that says what is wrong now.
  const gone = open.filter((alarm) => {
    const now = found.get(keyOf(alarm))
    return !now || !same(alarm, now.alarm)
  })
  const closed = await close(tx, gone.map(({ id }) => id), now)
  const standing = new Set(open.filter((alarm) => !gone.includes(alarm)).map(keyOf))
  const fresh = [...found].filter(([key]) => !standing.has(key)).map(([, one]) => one)
  await raise(tx, fresh, now)
  return { judged: ids.length, opened: fresh.length, closed }
}

const sorted = (params: unknown) => Object.entries(params as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))

type Found = { alarm: NewAlarm; judged: Judged; count: number }
/** One alarm for each rule and whatever it concerns; a unit's for all who are there. */
function alarmsOf(judged: ReadonlyMap<string, Judged>): Map<string, Found> {
  const found = new Map<string, Found>()
  for (const one of judged.values()) {
    const { row, facts, overrides, waivers } = one
    for (const { ruleId, key, severity, params, ...rest } of brokenNow(row.state, facts, overrides, waivers)) {
      const subject = subjectOf({ ruleId, key, severity, params, ...rest }, { placementId: row.id, unitId: row.unitId })
      const alarm: NewAlarm = { allianceId: row.allianceId, schoolId: row.schoolId, ...subject, ruleId, key, severity, params }
      const known = found.get(keyOf(alarm))
      if (!known) found.set(keyOf(alarm), { alarm, judged: one, count: 1 })
      // Of a unit that is over its share at several times the fullest moment counts.
      else if (Number(params['peak'] ?? 0) > Number(known.alarm.params['peak'] ?? 0)) found.set(keyOf(alarm), { alarm, judged: one, count: known.count + 1 })
      else known.count++
    }
  }
  return found
}

async function raise(tx: Tx, fresh: readonly Found[], now: Date) {
  const stored = new Map((await insertAlarms(tx, fresh.map(({ alarm }) => alarm), now)).map((row) => [keyOf(row), row.id]))
  const items = fresh.flatMap(({ alarm, judged, count }) => {
    const id = stored.get(keyOf(alarm))
    if (!id) return []
    const { article } = ruleOf(alarm.ruleId as RuleId)
    const about = { number: judged.row.number, student: judged.row.studentName, unit: judged.row.unitName, count, placementId: alarm.placementId, unitId: alarm.unitId }
    // The article only where the text was read: its absence is no guess.
    const words = { rule: `words:rules:name.r${alarm.ruleId.replace('.', '_')}`, finding: `words:rules:findings.${alarm.key}`, article: article ?? '' }
    return [{
      kind: alarm.unitId ? 'placement_alarm.unit' : 'placement_alarm.placement', subjectType: 'placement_alarm', subjectId: id, params: { ...alarm.params, ...about, ...words },
      assignee: { role: 'school_contact' as const, organisationId: alarm.schoolId }, initiatorId: null, dueAt: dueInWorkingDays(now, alarm.severity === 'block' ? 1 : 5),
    }]
  })
  await ask(tx, items, now)
  for (const { alarm } of fresh) audit(tx, null, now, { event: 'placement_alarm.raised', ...auditSubject(alarm), details: { ruleId: alarm.ruleId, key: alarm.key, params: alarm.params } })
}
const auditSubject = ({ placementId, unitId }: { placementId: string | null; unitId: string | null }) => (placementId ? { subjectType: 'placement', subjectId: placementId } : { subjectType: 'unit', subjectId: unitId! })

/** Right again: the item goes away by itself. */
async function close(tx: Tx, alarmIds: readonly string[], now: Date): Promise<number> {
  await closeAlarms(tx, alarmIds, now)
  await settle(tx, null, { subjectType: 'placement_alarm', subjectIds: alarmIds }, 'settle', now)
  return alarmIds.length
}

const soonDays = 14

/** What a school does for many at once is asked of it once: get ready, let them start, assess. */
async function askSchools(tx: Tx, now: Date) {
  const today = dayOf(now)
  const work = await countWork(tx, today, addDays(today, soonDays))
  const wanted = work.flatMap(({ schoolId, toPrepare, firstToPrepare, toActivate, firstToActivate, toAssess, firstEnded }) => [
    ...(toPrepare > 0 ? [{ schoolId, kind: 'placement_batch.prepare', params: { count: toPrepare, startsOn: firstToPrepare! }, dueAt: closingOf(addDays(firstToPrepare!, -1)) }] : []),
    ...(toActivate > 0 ? [{ schoolId, kind: 'placement_batch.activate', params: { count: toActivate, startsOn: firstToActivate! }, dueAt: closingOf(addDays(firstToActivate!, -1)) }] : []),
    ...(toAssess > 0 ? [{ schoolId, kind: 'placement_batch.assess', params: { count: toAssess, endsOn: firstEnded! }, dueAt: closingOf(addDays(firstEnded!, assessWithinDays)) }] : []),
  ])
  const same = (one: { kind: string; subjectId: string; params: unknown }) => wanted.some((item) => item.kind === one.kind && item.schoolId === one.subjectId && JSON.stringify(sorted(item.params)) === JSON.stringify(sorted(one.params)))
  const open = await listBatchItems(tx)
  for (const [kind, items] of Map.groupBy(open.filter((one) => !same(one)), (one) => one.kind)) {
    await settle(tx, null, { subjectType: 'placement_batch', subjectIds: items.map(({ subjectId }) => subjectId), kinds: [kind] }, 'settle', now)
  }
  await ask(tx, wanted.map(({ schoolId, kind, params, dueAt }) => ({ kind, subjectType: 'placement_batch', subjectId: schoolId, params, assignee: { role: 'school_contact' as const, organisationId: schoolId }, initiatorId: null, dueAt })), now)
}

/** Steps whose facts came without anybody telling (a guardian signed, a date passed) are taken by night as well. */
export async function advancePlacements(db: Db, now: Date) {
  const batches = batched(await inReadOnlyTransaction(db, (tx) => listWatched(tx)), 500)
  for (const batch of batches) {
    await inTransaction(db, async (tx) => void (await moveAlong(tx, null, (await listWatchedAt(tx, batch.map(({ organisationId }) => organisationId))).map(({ id }) => id), now)))
  }
}
