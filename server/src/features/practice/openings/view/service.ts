import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { canMove, whyNotMove } from '../../../../kernel/lifecycle.ts'
import type { OpeningRow, OpeningView } from '../contract.ts'
import { openingLife } from '../lifecycle.ts'
import { mayKeepOpening, mayPlanFrom } from '../policy.ts'
import { gapsOf, whyNotTake } from '../rules.ts'
import type { Opening } from '../tables.ts'
import { pageOfOpenings, type Filter, type ListedOpening } from './tables.ts'

function rowView(row: ListedOpening | Opening): OpeningRow {
  const { id, number, title, department, field, organisationId, organisationName, town, places, taken, startsOn, endsOn, costs, demo } = row
  return { id, number, title, department, field, organisationId, organisationName, town, places, taken, startsOn, endsOn, costs, demo, form: row.form as OpeningRow['form'], state: row.state as OpeningRow['state'] }
}

export async function viewOpenings(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfOpenings(tx, actor, query)
  return { rows: rows.map(rowView), total, page: query.page, size: query.size }
}

export function viewOpening(actor: Actor, opening: Opening, now: Date): OpeningView {
  const { tasks, contactName, contactPhone, version } = opening
  const can = canMove(openingLife, actor, opening)
  const keeps = mayKeepOpening(actor, opening)
  return {
    ...rowView(opening),
    tasks, contactName, contactPhone, version,
    gaps: keeps && opening.state === 'draft' ? gapsOf(opening, dayOf(now)) : [],
    can: {
      publish: can.publish, close: can.close,
      revise: can.revise && whyNotMove(openingLife, 'revise', opening, now) === null,
      edit: keeps && opening.state === 'draft',
      plan: mayPlanFrom(actor) && whyNotTake(opening) === null,
    },
  }
}
