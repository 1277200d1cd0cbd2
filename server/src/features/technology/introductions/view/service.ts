import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { historyOf } from '../../../../kernel/history.ts'
import { canMove } from '../../../../kernel/lifecycle.ts'
import { openItemsAbout } from '../../../inbox/service.ts'
import { viewConfidentiality } from '../confidentiality/service.ts'
import type { IntroductionRow, IntroductionView } from '../contract.ts'
import { introductionLife } from '../lifecycle.ts'
import { sideOf } from '../policy.ts'
import { underWay } from '../rules.ts'
import { inMotion, type Introduction } from '../service.ts'
import { listMinutes, pageOfIntroductions, type Filter } from '../tables.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null

function rowView(row: Introduction): IntroductionRow {
  const { id, number, state, answer, askerId, askerName, answererId, answererName, madeAs, madeByName, declineNote, dealId } = row
  return {
    id, number, state, answer, askerId, askerName, answererId, answererName, madeAs, madeByName, declineNote, dealId,
    need: { id: row.needId, number: row.needNumber, title: row.needTitle },
    madeAt: row.madeAt.toISOString(),
    dueAt: iso(row.dueAt),
    askerAccepted: row.askerAcceptedAt !== null,
    answererAccepted: row.answererAcceptedAt !== null,
    endedAt: iso(row.endedAt),
    endedSide: row.endedSide as IntroductionRow['endedSide'],
    declineCode: row.declineCode as IntroductionRow['declineCode'],
  }
}

export async function viewIntroductions(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfIntroductions(tx, actor, query)
  return { rows: rows.map(rowView), total, page: query.page, size: query.size }
}

export async function viewIntroduction(tx: Tx, actor: Actor, introduction: Introduction): Promise<IntroductionView> {
  const side = sideOf(actor, introduction)!
  const can = canMove(introductionLife, actor, inMotion(introduction))
  const said = side === 'asker' ? introduction.askerAcceptedAt : side === 'answerer' ? introduction.answererAcceptedAt : true
  const going = (underWay as readonly string[]).includes(introduction.state)
  const confidentiality = await viewConfidentiality(tx, introduction)
  const minutes = await listMinutes(tx, introduction.id)
  const unread = (await openItemsAbout(tx, 'introduction', introduction.id)).some((item) => ['introduction.declined', 'introduction.lapsed'].includes(item.kind) && (item.accountId === actor.accountId || (item.accountId === null && item.organisationId === actor.organisationId)))
  return {
    ...rowView(introduction),
    allianceId: introduction.allianceId,
    message: introduction.message,
    reasons: (introduction.reasons ?? []) as IntroductionView['reasons'],
    score: introduction.score,
    minutes,
    confidentiality,
    next: nextOf(introduction),
    version: introduction.version,
    side,
    can: {
      accept: can.accept && !said,
      decline: can.decline,
      withdraw: can.withdraw,
      confirmSecrecy: going && side !== 'manager' && !confidentiality.confirmed.some((one) => one.side === side),
      write: going,
      contract: ['accepted', 'talking'].includes(introduction.state),
      read: unread,
    },
  }
}

function nextOf({ state, askerAcceptedAt, dueAt }: Introduction): IntroductionView['next'] {
  if (state === 'proposed') return { who: askerAcceptedAt ? 'answerer' : 'asker', until: iso(dueAt) }
  if (state === 'accepted') return { who: 'both', until: iso(dueAt) }
  if (state === 'talking') return { who: 'manager', until: iso(dueAt) }
  return { who: 'nobody', until: null }
}

export async function viewHistory(tx: Tx, introduction: Introduction) {
  const rows = await historyOf(tx, 'introduction', introduction.id)
  return { rows: rows.map(({ at, event, by, details }) => ({ at: at.toISOString(), event, by, details })) }
}
