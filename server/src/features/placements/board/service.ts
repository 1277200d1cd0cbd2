import { wordsFor } from '@silian/words'
import type { Actor } from '../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { Download } from '../../../kernel/route.ts'
import { writeTable } from '../../../kernel/sheet/write-table.ts'
import { isRuleId, ruleOf } from '../../needs/law/rules.ts'
import type { PlacementState } from '../contract.ts'
import { plusMonths } from '../guards/days/rules.ts'
import { usualLimits } from '../guards/facts/rules.ts'
import { barred, judge, limitsOf } from '../guards/service.ts'
import { findAllianceOf } from '../making/tables.ts'
import { pageOfPlacements, type Filter } from '../tables.ts'
import { listAgeing } from '../units/tables.ts'
import { countAlarms, countStates, listSoon } from './tables.ts'

const shown = 20
const soonDays = 30
/** Told a month before it is too old. */
const warnedMonths = 1

export async function viewBoard(tx: Tx, actor: Actor, now: Date) {
  const today = dayOf(now)
  const { rows, total } = await listSoon(tx, actor, { today, until: addDays(today, soonDays), limit: shown })
  const judged = await judge(tx, rows.map(({ id }) => id), today)
  const allianceId = actor.allianceId ?? (actor.organisationId ? (await findAllianceOf(tx, actor.organisationId))?.id : undefined)
  const { visitMonths, checkMonths } = allianceId ? await limitsOf(tx, allianceId) : usualLimits
  return {
    states: (await countStates(tx, actor)).map(({ state, count }) => ({ state: state as PlacementState, count })),
    alarms: (await countAlarms(tx, actor)).flatMap(({ ruleId, severity, placements, units }) =>
      isRuleId(ruleId) ? [{ ruleId, severity: severity as 'block' | 'warn', placements, units, article: ruleOf(ruleId).article, sourceStatus: ruleOf(ruleId).sourceStatus }] : [],
    ),
    soon: rows.map((row) => ({ ...row, state: row.state as PlacementState, missing: barred(judged.get(row.id)!, 'activate').map(({ ruleId, who, severity }) => ({ ruleId, who, severity: severity as 'block' | 'warn' })) })),
    soonTotal: total,
    units: await listAgeing(tx, actor, { visited: plusMonths(today, warnedMonths - visitMonths), checked: plusMonths(today, warnedMonths - checkMonths) }),
  }
}

const columns = ['number', 'student', 'studentNumber', 'cohort', 'unit', 'post', 'state', 'startsOn', 'endsOn', 'supervisor', 'mentor', 'selfChosen'] as const
const most = 20_000

/** The list as a workbook. */
export async function exportPlacements(tx: Tx, actor: Actor, filter: Filter, now: Date): Promise<Download> {
  const word = wordsFor(actor.locale) as unknown as (key: string) => string
  const { rows } = await pageOfPlacements(tx, actor, { ...filter, page: 1, size: most })
  const cells = rows.map((row) => [
    row.number, row.studentName, row.studentNumber, row.cohortName, row.unitName, row.title, word(`placements:states.${row.state}`), row.startsOn, row.endedOn ?? row.endsOn, row.supervisorName ?? '', row.mentorName ?? '',
    row.selfChosen ? word('placements:yes') : '',
  ])
  const title = word('placements:title')
  const bytes = await writeTable({ name: title, header: columns.map((column) => word(`placements:columns.${column}`)), rows: cells })
  return { name: `${title}-${dayOf(now)}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) }
}
