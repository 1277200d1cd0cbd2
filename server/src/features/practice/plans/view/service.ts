import { wordsFor } from '@silian/words'
import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { historyOf } from '../../../../kernel/history.ts'
import { canMove, whyNotMove } from '../../../../kernel/lifecycle.ts'
import type { Download } from '../../../../kernel/route.ts'
import { writeTable } from '../../../../kernel/sheet/write-table.ts'
import { isHeadOf, isHost, isSelf } from '../../policy.ts'
import { daysOf } from '../../rules.ts'
import { findSettings } from '../../tables.ts'
import { agreementOf } from '../agreement/service.ts'
import type { PlanRow, PlanView } from '../contract.ts'
import { planLife } from '../lifecycle.ts'
import { viewPapers } from '../papers/service.ts'
import { mayCheck, mayDecide, mayKeepPlan } from '../policy.ts'
import { checkDueOn, gapsOf } from '../rules.ts'
import { checksOf, inMotion, shareOf, worthOf, type Plan } from '../service.ts'
import { listForExport, pageOfPlans, type Filter, type ListedPlan } from './tables.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null

function rowView(actor: Actor, row: ListedPlan | Plan): PlanRow {
  const { id, number, teacherId, teacherName, departmentName, schoolId, schoolName, organisationId, organisationName, openingId, openingTitle, startsOn, endsOn, endedOn, escalation, creditedDays, demo } = row
  return {
    id, number, teacherId, teacherName, departmentName, schoolId, schoolName, organisationId, organisationName, openingId, openingTitle, startsOn, endsOn, endedOn, escalation, creditedDays, demo,
    state: row.state as PlanRow['state'],
    form: row.form as PlanRow['form'],
    dueAt: iso(row.dueAt),
    mine: row.teacherAccountId === actor.accountId,
  }
}

export async function viewPlans(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }, now: Date) {
  const { rows, total } = await pageOfPlans(tx, actor, query, now)
  return { rows: rows.map((row) => rowView(actor, row)), total, page: query.page, size: query.size }
}

const sideOf = (actor: Actor, plan: Plan): PlanView['side'] => (isSelf(actor, plan) ? 'teacher' : isHost(actor, plan.organisationId) ? 'firm' : isHeadOf(actor, plan) ? 'department' : 'school')

export async function viewPlan(tx: Tx, actor: Actor, plan: Plan, now: Date): Promise<PlanView> {
  const { goal, tasks, reason, guideName, guidePhone, onPaper, awayReason, summary, appraisal, assessment, headName, version, state } = plan
  const motion = inMotion(plan, now)
  const can = canMove(planLife, actor, motion)
  const side = sideOf(actor, plan)
  const { days, waiting, weeks } = await worthOf(tx, plan)
  const checks = await checksOf(tx, plan.id)
  const due = checkDueOn(plan)
  const running = state === 'practising' || state === 'finished'
  const writing = running || state === 'appraised'
  const agreement = await agreementOf(tx, plan.id)
  const { needsAgreement } = await findSettings(tx, plan.schoolId)
  const attended = days.filter(({ kind }) => kind === 'attended').length
  const deciding = side === 'school' || side === 'department'
  return {
    ...rowView(actor, plan),
    goal, tasks, guideName, guidePhone, onPaper, summary, appraisal, version,
    headName: side === 'firm' ? null : headName,
    reason: side === 'firm' && state !== 'declined' ? null : reason,
    awayReason: deciding ? awayReason : null,
    // What the school thinks of its teacher is not the firm's.
    assessment: side === 'firm' ? null : assessment,
    share: deciding && (state === 'applied' || state === 'endorsed') ? await shareOf(tx, plan) : null,
    appliedAt: iso(plan.appliedAt), endorsedAt: iso(plan.endorsedAt), approvedAt: iso(plan.approvedAt), acceptedAt: iso(plan.acceptedAt), startedAt: iso(plan.startedAt), finishedAt: iso(plan.finishedAt),
    appraisedAt: iso(plan.appraisedAt), assessedAt: iso(plan.assessedAt), creditedAt: iso(plan.creditedAt), archivedAt: iso(plan.archivedAt),
    appraisalGrade: plan.appraisalGrade as PlanView['appraisalGrade'],
    worth: { attended, rest: days.length - attended, waiting, planned: daysOf(plan.startsOn, plan.endedOn ?? plan.endsOn).length },
    agreement: { needed: needsAgreement, id: agreement?.id ?? null, state: agreement?.state ?? null, signedOn: agreement?.signedOn ?? null },
    checks: checks.map((check) => ({ ...check, how: check.how as 'visit', by: side === 'firm' ? null : check.by })),
    checkDueOn: due,
    papers: side === 'firm' ? [] : await viewPapers(tx, plan.id),
    missing: writing ? missingOf({ weeks: weeks.length, summary, appraisal, assessment, checks: checks.length, due }, dayOf(now)) : [],
    gaps: state === 'planned' && mayKeepPlan(actor, plan) ? gapsOf(plan, dayOf(now)) : [],
    side,
    can: {
      ...can,
      start: can.start && whyNotMove(planLife, 'start', motion, now) === null,
      edit: state === 'planned' && mayKeepPlan(actor, plan),
      write: writing && mayKeepPlan(actor, plan),
      check: running && mayCheck(actor, plan),
      confirm: writing && (side === 'firm' || (plan.onPaper && mayDecide(actor, plan))),
      paper: mayDecide(actor, plan) && !['planned', 'applied', 'endorsed', 'archived', 'declined', 'withdrawn'].includes(state),
      agreement: (state === 'accepted' || state === 'approved') && !agreement && mayDecide(actor, plan),
    },
  }
}

type File = { weeks: number; summary: string | null; appraisal: string | null; assessment: string | null; checks: number; due: string | null }
/** No file, did not happen: what is still to come into it. */
const missingOf = ({ weeks, summary, appraisal, assessment, checks, due }: File, today: string): PlanView['missing'] => [
  ...(weeks === 0 ? (['journals'] as const) : []),
  ...(summary ? [] : (['summary'] as const)),
  ...(appraisal ? [] : (['appraisal'] as const)),
  ...(assessment === null ? (['assessment'] as const) : []),
  ...(due !== null && due <= today && checks === 0 ? (['check'] as const) : []),
]

/** What the school settles among its own people is not the firm's. */
const ofFirm = ['approved', 'accepted', 'refused', 'started', 'finished', 'appraised', 'withdrawn', 'week_confirmed', 'week_returned']

export async function viewHistory(tx: Tx, actor: Actor, plan: Plan) {
  const firm = sideOf(actor, plan) === 'firm'
  const rows = (await historyOf(tx, 'practice_plan', plan.id)).filter(({ event }) => !firm || ofFirm.includes(event.split('.')[1]!))
  return { rows: rows.map(({ at, event, by, details }) => ({ at: at.toISOString(), event, by, details: firm && event === 'practice_plan.approved' ? {} : details })) }
}

const columns = ['number', 'teacher', 'department', 'organisation', 'opening', 'form', 'startsOn', 'endsOn', 'state', 'creditedDays'] as const

/** The list as a workbook. */
export async function exportPlans(tx: Tx, actor: Actor, filter: Filter, now: Date): Promise<Download> {
  const word = wordsFor(actor.locale) as unknown as (key: string) => string
  const cells = (await listForExport(tx, actor, filter, now)).map((row) => [
    row.number, row.teacherName, row.departmentName ?? '', row.organisationName, row.openingTitle ?? '', word(`practice:forms.${row.form}`), row.startsOn, row.endedOn ?? row.endsOn, word(`practice:states.${row.state}`), row.creditedDays,
  ])
  const name = word('practiceOffice:plans.title')
  const bytes = await writeTable({ name, header: columns.map((column) => word(`practiceOffice:plans.columns.${column}`)), rows: cells })
  return { name: `${name}-${dayOf(now)}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) }
}
