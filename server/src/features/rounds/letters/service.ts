import { performance } from 'node:perf_hooks'
import type { tryWishes } from '@silian/algorithms/try-round'
import { commitmentOf, lotteryNumber, sentence, type Guarantees, type Reason } from '@silian/matching'
import QRCode from 'qrcode'
import { say, t } from '@silian/words'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { setting } from '../../../kernel/setting.ts'
import { inLine, refuseWhenFull } from '../../../kernel/thread-line.ts'
import { writeTable } from '../../../kernel/sheet/write-table.ts'
import { viewObjections } from '../objections/service.ts'
import { scoreOf, whyNotAnswer, whyNotObject } from '../rules.ts'
import { findExportText } from '../lists/tables.ts'
import { findResult } from '../results/tables.ts'
import { limitName, sentencesOf, tagName } from '../rule/service.ts'
import { listLimits, type NamedLimit } from '../rule/tables.ts'
import { findAllianceName, type Round } from '../tables.ts'
import { findPlacedPost, findPlacement, findSchoolMark, listOutcomes, listWanted, pageOfResults } from './tables.ts'

type Locale = Actor['locale']
type OutcomeRow = Awaited<ReturnType<typeof listOutcomes>>[number]
const iso = (moment: Date | null) => moment?.toISOString() ?? null

/** The letter: result, reason per wish from facts, what next, how to disagree, how to check. */
export async function viewLetter(tx: Tx, actor: Actor, round: Round, studentId: string, now: Date) {
  if (round.publishedAt === null) return undefined
  const result = await findResult(tx, actor, round.id, studentId)
  if (!result) return undefined
  const [alliance, outcomes, post] = [await findAllianceName(tx, round.allianceId), await listOutcomes(tx, round.id, studentId), result.postId ? await findPlacedPost(tx, result.postId) : null]
  const limits = outcomes.some(({ reason }) => reason === 'cap-reached') ? await listLimits(tx, round.id) : []
  const own = actor.studentId === studentId
  const number = result.letterNumber!
  const seed = round.seedRevealed!
  const commitment = round.seedCommitment!.toString('hex')
  return {
    roundId: round.id,
    roundNumber: round.number,
    roundTitle: round.title,
    roundTitleEn: round.titleEn,
    state: round.state,
    letterNumber: number,
    publishedAt: round.publishedAt.toISOString(),
    publicityUntil: iso(round.publicityUntil),
    confirmUntil: iso(round.confirmUntil),
    allianceName: actor.locale === 'en' ? alliance.nameEn : alliance.name,
    studentName: result.studentName,
    schoolName: result.schoolName,
    placed: post && { ...post, choice: result.choice!, seat: result.seat!, address: post.address?.includes(post.town ?? '') ? post.address : [post.town, post.address].filter(Boolean).join(' ') || null },
    outcomes: outcomes.map((row) => viewOutcome(row, actor.locale, { schoolName: result.schoolName, limits })),
    lottery: { place: result.lottery!, number: lotteryNumber(seed, round.number, number), seed, commitment, verifies: commitmentOf(seed) === commitment },
    digests: { list: round.listDigest!, input: round.inputDigest!, result: round.resultDigest! },
    guarantees: sentencesOf(round.guarantees as unknown as Guarantees, actor.locale),
    supervisor: result.teacherName ? { name: result.teacherName, phone: own ? result.teacherPhone : null } : null,
    answer: result.answer as 'accepted' | 'declined' | null,
    answeredAt: iso(result.answeredAt),
    objections: await viewObjections(tx, round.id, studentId),
    qr: await QRCode.toString(`${setting().origin}/app/letters/${round.id}/${studentId}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
    can: {
      answer: own && result.answer === null && whyNotAnswer(round, result, now) === null,
      object: own && whyNotObject(round, now) === null,
      whatIf: own,
    },
  }
}

type Around = { schoolName: string; limits: readonly NamedLimit[] }

/** A firm that ranked people gave no marks: such a wish is told by places, never by a made-up score. */
function viewOutcome(row: OutcomeRow, locale: Locale, around: Around) {
  const facts = row.facts as Record<string, unknown>
  const reason = { ...facts, code: row.reason, post: row.number, choice: row.choice } as Reason
  const ranked = row.scoring === 'rank'
  const byRank = ranked ? say(locale, `rounds:letter.byRank.${row.reason}`, reason as unknown as Record<string, string | number>) : null
  return {
    choice: row.choice,
    postId: row.postId,
    postTitle: row.postTitle,
    postTitleEn: row.postTitleEn,
    organisationName: locale === 'en' ? (row.organisationNameEn ?? row.organisationName) : row.organisationName,
    reason: row.reason,
    facts: ranked ? withoutScores(facts) : facts,
    sentence: byRank ?? sentence(ranked ? unscored(reason) : reason, locale, namesOf(row, locale, around)),
  }
}

const withoutScores = ({ yourScore: _your, lastScore: _last, score: _score, openLast: _open, ...facts }: Record<string, unknown>) => facts
const unscored = (reason: Reason): Reason => (reason.code === 'reserve-only-left' ? { ...reason, openLast: null } : reason)

const namesOf = (row: OutcomeRow, locale: Locale, around: Around) => ({
  post: () => (locale === 'en' ? (row.postTitleEn ?? row.postTitle) : row.postTitle),
  tag: (tag: string) => tagName(locale, tag),
  cap: (id: string) => capName(id, row, locale, around),
  rule: (code: string) => (code === 'refused' ? t(locale, 'rounds:letter.refused', { reason: row.refused ?? '' }) : (say(locale, `rounds:ineligible.${code}`) ?? code)),
})

/** `L2` or `L3/<school>/<firm>` is a limit of the rule; anything else is the student's own school at this post. */
function capName(id: string, row: OutcomeRow, locale: Locale, { schoolName, limits }: Around): string {
  const limit = limits.find(({ position }) => id.split('/')[0] === `L${position}`)
  if (!limit) return t(locale, 'matching:limits.name.school_post', { school: schoolName })
  return limitName(locale, limit, { school: schoolName, firm: locale === 'en' ? (row.organisationNameEn ?? row.organisationName) : row.organisationName })
}

/**
 * The exact round again with one student's list changed; everybody else, the seed included, as it was. A post that never saw
 * the student knows the school's mark alone, as it would have known of anybody it did not interview.
 */
export async function readOtherWishes(tx: Tx, round: Round, studentId: string, choices: readonly string[]) {
  refuseWhenFull()
  const was = (await findPlacement(tx, round.id, studentId)) ?? refuse('not_found')
  const posts = new Map((await listWanted(tx, round.id, choices)).map((post) => [post.id, post]))
  const wanted = [...new Set(choices)].map((id) => posts.get(id) ?? refuse('not_in_round', { postId: id }))
  const score = scoreOf({ schoolMark: await findSchoolMark(tx, studentId), interview: null, certificate: null, rank: null }, round, 'score')
  const frozen = (await findExportText(tx, round.id)) ?? refuse('not_found')
  return { frozen, seed: round.seedRevealed!, was, wanted, other: { student: was.letterNumber!, choices: wanted.map(({ number }) => number), score } }
}

export async function tryOtherWishes({ frozen, seed, was, wanted, other }: Awaited<ReturnType<typeof readOtherWishes>>, gone: AbortSignal) {
  const started = performance.now()
  const { post: number, choice } = await inLine<ReturnType<typeof tryWishes>>('@silian/algorithms/try-round', 'tryWishes', [frozen, seed, other], gone)
  const post = wanted.find((one) => one.number === number)
  return {
    post: post ? { id: post.id, title: post.title, choice: choice! } : null,
    same: was.postId === (post?.id ?? null),
    milliseconds: Math.round(performance.now() - started),
  }
}

export async function viewResults(tx: Tx, actor: Actor, round: Round, query: Parameters<typeof pageOfResults>[3]) {
  const { rows, total } = await pageOfResults(tx, actor, round.id, query)
  return {
    rows: rows.map((row) => ({ ...row, answer: row.answer as 'accepted' | 'declined' | null, readAt: iso(row.readAt) })),
    total,
    page: query.page,
    size: query.size,
  }
}

/** The results as a sheet, in the reader's language. A school gets its own students. */
export async function exportResultSheet(tx: Tx, actor: Actor, round: Round) {
  const { rows } = await pageOfResults(tx, actor, round.id, { page: 1, size: 100_000 })
  const word = (key: string) => say(actor.locale, `rounds:sheet.${key}`) ?? key
  const bytes = await writeTable({
    name: round.number,
    header: ['letterNumber', 'name', 'school', 'cohort', 'post', 'organisation', 'choice', 'seat', 'answer'].map(word),
    rows: rows.map((row) => [
      row.letterNumber,
      row.name,
      row.schoolName,
      row.cohortName,
      row.postTitle ?? word('unplaced'),
      row.organisationName,
      row.choice,
      row.seat && tagName(actor.locale, row.seat),
      row.answer && word(row.answer),
    ]),
  })
  return { name: `${round.number}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) }
}
