import { wordsFor } from '@silian/words'
import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { historyOf } from '../../../../kernel/history.ts'
import { canMove, whyNotMove } from '../../../../kernel/lifecycle.ts'
import type { Download } from '../../../../kernel/route.ts'
import { writeTable } from '../../../../kernel/sheet/write-table.ts'
import { isEmployer, isTheMentor } from '../../policy.ts'
import { ageOn, faultsOfTerms, isIdle, mentorWarnings, reviewDue, sharePercent } from '../../rules.ts'
import { countTeachers } from '../../tables.ts'
import type { MentorshipRow, MentorshipView } from '../contract.ts'
import { contractOf } from '../agreement/service.ts'
import { mentorshipLife } from '../lifecycle.ts'
import { viewObjections } from '../notices/service.ts'
import { viewContractFile, viewPapers } from '../papers/service.ts'
import { isSchoolOf, sideOf } from '../policy.ts'
import { viewReviews } from '../reviews/service.ts'
import { inMotion, warningsNow, type Mentorship } from '../service.ts'
import { countAll, listForExport, pageOfMentorships, type Filter, type ListedMentorship } from './tables.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null

function rowView(row: ListedMentorship | Mentorship, today: string): MentorshipRow {
  const { id, number, title, mentorId, mentorName, position, skill, employerId, employerName, schoolId, schoolName, needId, hoursPerYear, startsOn, endsOn, publicityUntil, certificateNumber, hours, tasks, waiting, lastTaskOn, demo } = row
  return {
    id, number, title, mentorId, mentorName, position, skill, employerId, employerName, schoolId, schoolName, needId, hoursPerYear, startsOn, endsOn, publicityUntil, certificateNumber, hours, tasks, waiting, lastTaskOn, demo,
    state: row.state as MentorshipRow['state'],
    came: row.came as MentorshipRow['came'],
    dueAt: iso(row.dueAt),
    idle: isIdle({ state: row.state, startsOn, lastTaskOn }, today),
  }
}

export async function viewMentorships(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }, now: Date) {
  const today = dayOf(now)
  const { rows, total } = await pageOfMentorships(tx, actor, query, today)
  const { active, working, idle, waiting } = await countAll(tx, actor, today)
  const school = actor.role === 'school_contact' ? await countTeachers(tx, actor.organisationId!, '00000000-0000-0000-0000-000000000000') : null
  return {
    rows: rows.map((row) => rowView(row, today)), total, page: query.page, size: query.size,
    counts: { active: Number(active), working: Number(working), idle: Number(idle), waiting: Number(waiting) },
    share: school && { mentors: school.mentors, teachers: school.teachers, percent: sharePercent },
  }
}

export async function viewMentorship(tx: Tx, actor: Actor, mentorship: Mentorship, now: Date): Promise<MentorshipView> {
  const today = dayOf(now)
  const { statement, duties, pay, onPaper, reason, publicityFrom, renewalId, renewsId, certificateCode, endedOn, version, state, startsOn, endsOn } = mentorship
  const side = sideOf(actor, mentorship)
  const motion = inMotion(mentorship)
  const can = canMove(mentorshipLife, actor, motion)
  const school = side === 'school'
  const own = side === 'school' || side === 'mentor'
  const contract = await contractOf(tx, mentorship)
  const reviews = await viewReviews(tx, mentorship, now)
  const due = state === 'active' ? reviewDue({ startsOn: startsOn!, endsOn: endsOn! }, reviews.filter(({ verdict }) => verdict !== null).map(({ year }) => year), today) : null
  const mayPaper = school && (state === 'invited' || state === 'applied')
  return {
    ...rowView(mentorship, today),
    statement, duties, onPaper, reason, publicityFrom, renewalId, renewsId, endedOn, version, side,
    pay: own ? pay : null,
    person: personView(mentorship, { own, today }),
    warnings: school ? await viewWarnings(tx, mentorship, now) : [],
    objections: school ? await viewObjections(tx, mentorship.id) : [],
    contract: { signedOn: contract.signedOn, agreementId: own ? contract.agreementId : null, agreementState: contract.agreementState, file: own ? await viewContractFile(tx, mentorship) : null },
    papers: school ? await viewPapers(tx, mentorship.id) : [],
    termFaults: state === 'contracting' && school ? faultsOfTerms(mentorship) : [],
    reviews: own ? reviews : [],
    reviewDue: school ? due : null,
    certificateCode: own ? certificateCode : null,
    appointedAt: iso(mentorship.appointedAt),
    can: {
      ...can,
      clear: can.clear && whyNotMove(mentorshipLife, 'clear', motion, now) === null,
      join: can.join && (isTheMentor(actor, mentorship) || mayPaper), refuse: can.refuse && (isTheMentor(actor, mentorship) || mayPaper),
      consent: can.consent && (isEmployer(actor, mentorship.employerId) || mayPaper), deny: can.deny && (isEmployer(actor, mentorship.employerId) || mayPaper),
      terms: state === 'contracting' && school && contract.agreementId === null,
      agreement: state === 'contracting' && school && contract.agreementId === null && faultsOfTerms(mentorship).length === 0,
      contract: state === 'contracting' && school && contract.agreementId === null,
      paper: mayPaper,
      log: state === 'active' && side === 'mentor',
      confirm: ['active', 'ended'].includes(state) && isSchoolOf(actor, mentorship),
      review: school && due !== null,
      renew: school && renewalId === null && (state === 'active' || state === 'ended'),
      certificate: own && mentorship.certificateNumber !== null,
      admit: state === 'invited' && mentorship.mentorAccountId === null && isEmployer(actor, mentorship.employerId),
    },
  }
}

const personView = ({ mentorId, mentorName, employerId, employerName, position, skill, years, field, about, phone, birthDate, mentorAccountId, schools }: Mentorship, { own, today }: { own: boolean; today: string }) => ({
  id: mentorId, name: mentorName, organisationId: employerId, organisationName: employerName, position, skill, years, field, about, schools,
  signsIn: mentorAccountId !== null,
  phone: own ? phone : null,
  // The age, not the day: that is enough to judge by.
  age: own && birthDate ? ageOn(birthDate, today) : null,
})

/** What is unusual: before the decision as it stands today, after it as it was allowed. */
async function viewWarnings(tx: Tx, mentorship: Mentorship, now: Date): Promise<MentorshipView['warnings']> {
  const before = mentorship.state === 'invited' || mentorship.state === 'applied' || mentorship.state === 'consented'
  if (!before) return mentorWarnings.flatMap((kind) => (mentorship.reasons[kind] ? [{ kind, reason: mentorship.reasons[kind], share: null }] : []))
  const { kinds, teachers, mentors } = await warningsNow(tx, mentorship, now)
  return kinds.map((kind) => ({ kind, reason: mentorship.reasons[kind] ?? null, share: kind === 'share' ? { mentors: mentors + 1, teachers, percent: sharePercent } : null }))
}

export async function viewHistory(tx: Tx, actor: Actor, mentorship: Mentorship) {
  const employer = sideOf(actor, mentorship) === 'employer'
  const rows = await historyOf(tx, 'mentorship', mentorship.id)
  return { rows: rows.map(({ at, event, by, details }) => ({ at: at.toISOString(), event, by, details: employer ? {} : details })) }
}

const columns = ['number', 'mentor', 'employer', 'position', 'title', 'state', 'startsOn', 'endsOn', 'hoursPerYear', 'hours', 'tasks', 'lastTaskOn', 'idle', 'certificate'] as const

/** The list as a workbook. */
export async function exportMentorships(tx: Tx, actor: Actor, filter: Filter, now: Date): Promise<Download> {
  const word = wordsFor(actor.locale) as unknown as (key: string) => string
  const today = dayOf(now)
  const cells = (await listForExport(tx, actor, filter, today)).map((one) => {
    const row = rowView(one, today)
    return [row.number, row.mentorName, row.employerName, row.position, row.title, word(`mentors:states.${row.state}`), row.startsOn ?? '', row.endsOn ?? '', row.hoursPerYear ?? '', row.hours, row.tasks, row.lastTaskOn ?? '', row.idle ? word('mentorOffice:list.idleYes') : '', row.certificateNumber ?? '']
  })
  const name = word('mentorOffice:list.title')
  const bytes = await writeTable({ name, header: columns.map((column) => word(`mentorOffice:list.columns.${column}`)), rows: cells })
  return { name: `${name}-${today}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) }
}
