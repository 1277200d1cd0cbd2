import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { ask, settle } from '../../inbox/service.ts'
import { ruleOf, type Finding } from '../../needs/law/rules.ts'
import { checkWish } from '../../needs/service.ts'
import { promises, readSettings, sayRule } from '../rule/service.ts'
import { whyNotWish } from '../rules.ts'
import type { Round } from '../tables.ts'
import {
  approveWaivers,
  findChooser,
  findList,
  hasAcceptedSeat,
  listOccupations,
  listRoundPostsFull,
  listRoundsOf,
  listWaivers,
  replaceList,
  saveWaivers,
  type Chooser,
  type RoundPostFull,
} from './tables.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null

export async function viewMyRounds(tx: Tx, actor: Actor) {
  const rows = await listRoundsOf(tx, actor.studentId!)
  return {
    rows: rows.map((row) => ({
      ...row,
      wishesCloseAt: iso(row.wishesCloseAt),
      hasLetter: row.publishedAt !== null && row.resultOf !== null,
      listState: (row.listState ?? 'none') as 'none' | 'draft' | 'submitted',
    })),
  }
}

type Judged = { post: RoundPostFull; findings: Finding[] }

async function judge(tx: Tx, round: Round, student: Chooser, postIds?: readonly string[]): Promise<Judged[]> {
  const [posts, occupations] = [await listRoundPostsFull(tx, round.id, student.majorCode, postIds), await listOccupations(tx, student.majorCode)]
  return posts.map((post) => ({ post, findings: findingsOf(round, student, post, occupations) }))
}

/** The days that count are the round's; a post with days of its own is judged by those. */
function findingsOf(round: Round, student: Chooser, post: RoundPostFull, occupations: readonly string[]): Finding[] {
  const startsOn = post.startsOn ?? round.startsOn
  if (startsOn === null) return []
  return checkWish(student, { ...post, divisionCode: post.divisionCode ?? post.organisationDivisionCode }, { startsOn, endsOn: post.endsOn ?? round.endsOn }, occupations)
}

const blocks = (findings: readonly Finding[]) => findings.filter((one) => one.severity === 'block')
const warnings = (findings: readonly Finding[]) => findings.filter((one) => one.severity === 'warn')

export async function viewMyRound(tx: Tx, actor: Actor, round: Round, now: Date) {
  const student = (await findChooser(tx, actor.studentId!)) ?? refuse('not_found')
  const { list, wishes } = await findList(tx, round.id, student.id)
  const judged = await judge(tx, round, student)
  const settings = await readSettings(tx, round)
  return {
    roundId: round.id,
    number: round.number,
    title: round.title,
    titleEn: round.titleEn,
    state: round.state,
    maxWishes: round.maxWishes,
    wishesCloseAt: iso(round.wishesCloseAt),
    startsOn: round.startsOn,
    endsOn: round.endsOn,
    listState: (list?.state ?? 'none') as 'none' | 'draft' | 'submitted',
    savedAt: iso(list?.savedAt ?? null),
    submittedAt: iso(list?.submittedAt ?? null),
    wishes: wishes.map(({ postId, reason }) => ({ postId, reason })),
    posts: judged.map(cardOf),
    hasLetter: round.publishedAt !== null,
    how: sayRule(actor.locale, settings),
    honest: promises(round, settings).strategyProof.holds,
    can: { wish: whyNotWish(round, now) === null && !(await hasAcceptedSeat(tx, student.id, round.id)) },
  }
}

export async function viewMyPost(tx: Tx, actor: Actor, round: Round, postId: string) {
  const student = (await findChooser(tx, actor.studentId!)) ?? refuse('not_found')
  const [found] = await judge(tx, round, student, [postId])
  if (!found) return undefined
  const { post } = found
  return {
    ...cardOf(found),
    tasks: post.tasks,
    hoursPerWeek: post.hoursPerWeek,
    address: post.address,
    hazards: post.hazards,
    mentorName: post.mentorName,
    startsOn: post.startsOn ?? round.startsOn,
    endsOn: post.endsOn ?? round.endsOn,
    nightWork: post.nightWork,
  }
}

const cardOf = ({ post, findings }: Judged) => ({
  id: post.id,
  title: post.title,
  titleEn: post.titleEn,
  organisationName: post.organisationName,
  town: post.town,
  payMin: post.payMin,
  payMax: post.payMax,
  payPeriod: post.payPeriod,
  shift: post.shift,
  lodging: post.lodging,
  meals: post.meals,
  hoursPerDay: post.hoursPerDay,
  seats: post.roundSeats,
  majorWanted: Boolean(post.majorWanted),
  findings: findings.map(viewFinding),
  suspended: Boolean(post.suspended),
})

const viewFinding = ({ ruleId, key, severity, params }: Finding) => ({ ruleId, key, severity, params, article: ruleOf(ruleId).article, sourceStatus: ruleOf(ruleId).sourceStatus })

type Wish = { postId: string; reason?: string | null }

/** Saves a draft or submits. What the law forbids is never saved, not even as a draft; a warning is submitted with a reason only. */
export async function saveWishes(tx: Tx, actor: Actor, round: Round, { wishes, submit }: { wishes: readonly Wish[]; submit: boolean }, now: Date) {
  const no = whyNotWish(round, now)
  if (no) refuse(no, { wishesCloseAt: iso(round.wishesCloseAt) })
  if (wishes.length > round.maxWishes) refuse('too_many_wishes', { most: round.maxWishes })
  if (new Set(wishes.map((wish) => wish.postId)).size !== wishes.length) refuse('invalid_input', { issues: [{ path: ['wishes'], code: 'twice' }] })
  if (submit && wishes.length === 0) refuse('invalid_input', { issues: [{ path: ['wishes'], code: 'empty' }] })
  const student = (await findChooser(tx, actor.studentId!)) ?? refuse('not_found')
  if (await hasAcceptedSeat(tx, student.id, round.id)) refuse('already_placed')

  // A draft over a submitted list would take the submission back without saying so.
  if (!submit && (await findList(tx, round.id, student.id)).list?.state === 'submitted') refuse('wrong_state', { state: 'submitted' })

  const judged = new Map((await judge(tx, round, student, wishes.map(({ postId }) => postId))).map((one) => [one.post.id, one]))
  const chosen = wishes.map((wish, index) => ({ ...wish, index, ...(judged.get(wish.postId) ?? refuse('not_in_round', { postId: wish.postId })) }))
  const forbidden = chosen.flatMap(({ index, post, findings }) => blocks(findings).map((one) => ({ path: ['wishes', index], postId: post.id, ...viewFinding(one) })))
  if (forbidden.length > 0) refuse('rule_forbids', { findings: forbidden })
  const unexplained = chosen.filter(({ reason, findings }) => warnings(findings).length > 0 && (reason ?? '').length < 5)
  if (submit && unexplained.length > 0) {
    refuse('reason_needed', { findings: unexplained.flatMap(({ index, post, findings }) => warnings(findings).map((one) => ({ path: ['wishes', index], postId: post.id, ...viewFinding(one) }))) })
  }

  const state = submit ? 'submitted' : 'draft'
  await replaceList(tx, round.id, student.id, { state, savedAt: now, submittedAt: submit ? now : null }, chosen.map(({ postId, reason }) => ({ postId, reason: reason ?? null })))
  if (submit) {
    await askForWaivers(tx, actor, round, student, chosen.flatMap(({ postId, reason, findings }) => warnings(findings).map(({ ruleId }) => ({ ruleId, postId, reason: reason! }))), now)
    await settle(tx, actor, { subjectType: 'round', subjectIds: [round.id], kinds: ['round.submit_wishes'], accountId: actor.accountId }, 'submitted', now)
    audit(tx, actor, now, { event: 'wishes.submitted', subjectType: 'student', subjectId: student.id, details: { round: round.number, wishes: wishes.length } })
  }
  return { state, savedAt: now.toISOString() } as const
}

async function askForWaivers(tx: Tx, actor: Actor, round: Round, student: Chooser, waivers: { ruleId: string; postId: string; reason: string }[], now: Date) {
  if (waivers.length === 0) return
  await saveWaivers(tx, student.id, actor.accountId, now, waivers)
  await ask(
    tx,
    [
      {
        kind: 'round.approve_waivers',
        subjectType: 'round',
        subjectId: round.id,
        params: { title: round.title },
        assignee: { role: 'school_contact', organisationId: student.schoolId },
        initiatorId: actor.accountId,
        dueAt: round.rankingCloseAt ?? dueInWorkingDays(now, 3),
      },
    ],
    now,
  )
}

export async function viewWaivers(tx: Tx, actor: Actor, round: Round) {
  const rows = await listWaivers(tx, actor, round.id)
  return { rows: rows.map((row) => ({ ...row, approvedAt: iso(row.approvedAt) })) }
}

export async function approve(tx: Tx, actor: Actor, round: Round, waiverIds: readonly string[], now: Date) {
  if (round.state !== 'wishing' && round.state !== 'ranking') refuse('wrong_state', { state: round.state })
  const approved = await approveWaivers(tx, actor, round.id, waiverIds, now)
  audit(tx, actor, now, { event: 'waivers.approved', subjectType: 'round', subjectId: round.id, details: { waivers: approved } })
  const open = (await listWaivers(tx, actor, round.id)).some((row) => row.approvedAt === null)
  if (!open) await settle(tx, actor, { subjectType: 'round', subjectIds: [round.id], kinds: ['round.approve_waivers'], organisationId: actor.organisationId }, 'approved', now)
  return { approved }
}
