import { maskMobile } from '@silian/algorithms/identifiers'
import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { historyOf } from '../../../../kernel/history.ts'
import { canMove } from '../../../../kernel/lifecycle.ts'
import { barred, judge, viewObstacle } from '../../../placements/guards/service.ts'
import { stepNames, type BatchRow, type BatchView, type MemberView, type SeatView } from '../contract.ts'
import { batchLife } from '../lifecycle.ts'
import { listFilingsOf, listLastChecks, listMembers, type Member } from '../members/tables.ts'
import { isEscort, isOffice, isSchool, mayAnswerSeat, mayKeepSeat } from '../policy.ts'
import { answerDueOf, listSeats, type Seat } from '../seats/service.ts'
import { inMotion } from '../service.ts'
import { firmOf, pageOfBatches, type Batch, type Filter } from '../tables.ts'

type Row = Omit<BatchRow, 'updatedAt'> & { updatedAt: Date }
export function rowView({ id, number, title, state, schoolId, schoolName, county, startsOn, endsOn, escortName, asked, confirmed, members, unanswered, demo, updatedAt }: Batch): Row {
  return { id, number, title, state, schoolId, schoolName, county: county ?? '', startsOn, endsOn, escortName, asked, confirmed, members, unanswered, demo, updatedAt }
}
export async function viewBatches(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfBatches(tx, actor, query)
  return { rows: rows.map(rowView), total, page: query.page, size: query.size }
}

function seatView(actor: Actor, seat: Seat): SeatView {
  const { id, organisationId, organisationName, postId, postTitle, town, asked, confirmed, members, contactName, contactPhone, note, state, reason, askedAt, answeredAt, version, batchState } = seat
  const keeps = mayKeepSeat(actor, seat)
  const open = state === 'planned' || state === 'asked'
  return {
    id, organisationId, organisationName, postId, postTitle, town, asked, confirmed, members, contactName, contactPhone, note, state, reason, askedAt, answerDueAt: answerDueOf(seat), answeredAt, version,
    can: {
      answer: state === 'asked' && mayAnswerSeat(actor, seat),
      change: keeps && open,
      withdraw: keeps && (open || state === 'confirmed') && members === 0,
      fill: keeps && state === 'confirmed' && ['asked', 'agreed', 'running'].includes(batchState) && members < confirmed!,
    },
  }
}

const onTheWay = ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained']
/** Read from the placements: which step each still lacks, and who puts it right. Never typed. */
export async function viewMembers(tx: Tx, members: readonly Member[], firmId: string | null, now: Date): Promise<MemberView[]> {
  const ids = members.map(({ placementId }) => placementId)
  const waiting = firmId === null ? members.filter(({ placementState }) => onTheWay.includes(placementState)) : []
  const judged = await judge(tx, waiting.map(({ placementId }) => placementId), dayOf(now))
  const checks = new Map(firmId === null ? (await listLastChecks(tx, ids)).map((check) => [check.placementId, check]) : [])
  const filings = new Map(firmId === null ? (await listFilingsOf(tx, ids)).map((filing) => [filing.placementId, filing]) : [])
  return members.map(({ activatedAt: _, ...member }) => {
    const one = judged.get(member.placementId)
    const check = checks.get(member.placementId)
    const filing = filings.get(member.placementId)
    return {
      ...member,
      placementState: member.placementState as MemberView['placementState'],
      steps: one ? stepsOf(barred(one, 'activate').map(viewObstacle)) : [],
      filing: filing ? { id: filing.id, state: filing.state, filingNumber: filing.filingNumber } : null,
      lastCheck: check ? { weekOn: check.weekOn, level: check.level as 'fine' } : null,
    }
  })
}
type Obstacle = ReturnType<typeof viewObstacle>
const stepOf = ({ ruleId, edge }: Obstacle) => (ruleId === '1.42' ? 'file' : edge === 'make' ? 'vet' : edge)
const stepsOf = (obstacles: readonly Obstacle[]) =>
  stepNames.map((step) => {
    const missing = obstacles.filter((one) => stepOf(one) === step).map(({ ruleId, key, params, edge, who, severity, article }) => ({ ruleId, key, params, edge, who, severity: severity as 'block' | 'warn', article: article ?? null }))
    // To let them begin is a decision of the school, not a fact.
    return { step, done: missing.length === 0 && step !== 'activate', missing }
  })

export async function viewBatch(tx: Tx, actor: Actor, batch: Batch, now: Date): Promise<BatchView> {
  const firmId = firmOf(actor)
  const seats = await listSeats(tx, [batch.id], firmId)
  const people = await viewMembers(tx, await listMembers(tx, batch.id, firmId), firmId, now)
  const school = isSchool(actor, batch)
  const { authority, remark, escortId, escortPhone, contactName, contactPhone, reason, createdAt, askedAt, agreedAt, startedAt, finishedAt, version, state } = batch
  const filings = Map.groupBy(people.flatMap(({ filing }) => (filing ? [filing] : [])), ({ id }) => id)
  const titles = new Map((await listFilingsOf(tx, filings.size > 0 ? people.map(({ placementId }) => placementId) : [])).map(({ id, title }) => [id, title]))
  const knows = firmId === null || seats.some((seat) => seat.state === 'confirmed')
  return {
    ...rowView(batch),
    authority, remark: firmId === null ? remark : '', escortId, escortSignsIn: batch.escortAccountId !== null, contactName, contactPhone, version,
    escortPhone: escortPhone && (knows ? escortPhone : maskMobile(escortPhone)),
    reason,
    moments: { createdAt, askedAt, agreedAt, startedAt, finishedAt },
    seats: seats.map((seat) => seatView(actor, seat)),
    people,
    filings: [...filings].map(([id, members]) => ({ id, title: titles.get(id) ?? '', state: members[0]!.state, filingNumber: members[0]!.filingNumber, members: members.length })),
    side: school ? 'school' : isEscort(actor, batch) ? 'escort' : isOffice(actor, batch) ? 'office' : 'firm',
    can: {
      ...pick(canMove(batchLife, actor, inMotion(batch))),
      edit: school && !['finished', 'cancelled'].includes(state),
      addSeat: school && (state === 'planning' || state === 'asked'),
      file: school && people.some(({ placementState, filing }) => onTheWay.includes(placementState) && !filing),
      check: isEscort(actor, batch) && people.some(({ placementState }) => ['active', 'suspended'].includes(placementState)),
    },
  }
}
const pick = ({ ask, cancel }: { ask: boolean; cancel: boolean }) => ({ ask, cancel })

/** Of the batch and of its lines, in the order of time. */
export async function viewHistory(tx: Tx, batch: Batch) {
  const rows = await historyOf(tx, 'assistance_batch', batch.id)
  for (const seat of await listSeats(tx, [batch.id], null)) rows.push(...(await historyOf(tx, 'assistance_seat', seat.id)))
  return { rows: rows.toSorted((a, b) => a.at.getTime() - b.at.getTime()) }
}
