import type { Guarantees } from '@silian/matching'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { countOtherOutcomes, listAdmitted, listClosings, listCutOffs, listFullSchools, listLimitUses, summariseResults } from '../letters/tables.ts'
import { limitName, limitsAt, readSettings, ruleOf, sayRule, sentencesOf } from '../rule/service.ts'
import { listLimits, type NamedLimit } from '../rule/tables.ts'
import type { RoundPost } from '../scores/tables.ts'
import type { Round } from '../tables.ts'

type Locale = Actor['locale']

export async function viewSummary(tx: Tx, actor: Actor, round: Round) {
  const { bySchool, byChoice, byPost, reserves } = await summariseResults(tx, actor, round.id)
  const limits = await listLimits(tx, round.id)
  const sum = (key: 'applicants' | 'placed') => bySchool.reduce((total, row) => total + row[key], 0)
  return {
    applicants: sum('applicants'), placed: sum('placed'), byChoice, byPost, bySchool, reserves,
    reserveMode: ruleOf(round).reserveMode,
    limits: limits.length > 0 ? await usesOf(tx, round.id, limits, actor.locale) : [],
    closings: await listClosings(tx, round.id),
  }
}

/** Of limits that speak of each school or firm only those that were used up; of the others all. */
async function usesOf(tx: Tx, roundId: string, limits: readonly NamedLimit[], locale: Locale, firm?: string) {
  const uses = await listLimitUses(tx, roundId)
  return limits.flatMap((limit) => {
    const each = limit.kind === 'school_firm' && (limit.schoolId === null || limit.organisationId === null)
    const own = uses.filter((use) => use.position === limit.position && (firm === undefined || use.organisationId === null || use.organisationId === firm))
    if (own.length === 0) return each ? [] : [{ name: limitName(locale, limit), used: 0, most: limit.most }]
    return own.filter(({ used, most }) => !each || used >= most).map(({ used, most, school, firm: at }) => ({ name: limitName(locale, limit, { school, firm: at }), used, most }))
  })
}

/** Seats, last admitted, what the rule was and where it bound. Those not admitted are counted by reason and never named. */
export async function viewSeatReport(tx: Tx, actor: Actor, round: Round, post: RoundPost) {
  const { roundId, postId } = post
  const [cutOffs, admitted, others, closings] = [await listCutOffs(tx, roundId, postId), await listAdmitted(tx, roundId, postId), await countOtherOutcomes(tx, roundId, postId), await listClosings(tx, roundId)]
  const settings = await readSettings(tx, round)
  const { rule } = settings.ruled
  const ranked = post.scoring === 'rank'
  const closed = closings.find((one) => one.postId === postId)
  return {
    roundTitle: post.roundTitle,
    roundNumber: post.roundNumber,
    postTitle: post.postTitle,
    organisationName: post.organisationName,
    seats: cutOffs.map(({ seat, seats, filled, lastScore, lastLottery, taggedGuarantee, taggedAdditional }) => ({
      seat, seats, filled, lastScore: ranked ? null : lastScore, lastLottery, guarantee: taggedGuarantee, additional: taggedAdditional,
    })),
    reserveMode: rule.reserveMode,
    ruleText: sayRule(actor.locale, settings),
    minimum: rule.lowerQuota === 'close' ? post.minimum : 0,
    closing: closed ? { step: closed.step, had: closed.had, minimum: closed.minimum } : null,
    schoolCap: post.schoolCap === null ? null : { most: post.schoolCap, full: await listFullSchools(tx, roundId, postId, post.schoolCap) },
    limits: await usesOf(tx, roundId, limitsAt(settings.limits, post), actor.locale, post.organisationId),
    applicants: cutOffs[0]?.applicants ?? 0,
    admitted: admitted.map((row) => ({ ...row, choice: row.choice!, seat: row.seat! })),
    others,
    weights: { school: post.weightSchool, interview: post.weightInterview, certificate: post.weightCertificate },
    guarantees: sentencesOf(post.guarantees as unknown as Guarantees, actor.locale),
    resultDigest: post.resultDigest!,
  }
}
