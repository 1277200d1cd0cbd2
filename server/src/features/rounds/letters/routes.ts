import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { open, route, routeThen, seen } from '../../../kernel/route.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { mayBeStudent, mayRunRound, maySeeResults, maySeeSeatReport } from '../policy.ts'
import { frozenExport } from '../lists/service.ts'
import { answer } from '../results/service.ts'
import { findRoundPost } from '../scores/tables.ts'
import { findPublishedRound, findRound } from '../tables.ts'
import { answerPlacement, exportResults, exportRound, getLetter, getMyLetter, getResultSummary, getSeatReport, listResults, tryMyWishes } from './contract.ts'
import { viewSeatReport, viewSummary } from '../reports/service.ts'
import { exportResultSheet, readOtherWishes, tryOtherWishes, viewLetter, viewResults } from './service.ts'

/** A result exists for its readers once it is published; for the office, once it was matched. */
const results = async ({ tx, actor, params }: { tx: Tx; actor: Actor; params: { roundId: string } }) => {
  const round = await findRound(tx, actor, params.roundId)
  const readable = round && (round.publishedAt !== null || (mayRunRound(actor, round) && round.resultDigest !== null))
  return readable ? round : undefined
}

export const letterRoutes = [
  route(getMyLetter, {
    find: async ({ tx, actor, params, now }) => {
      const round = actor.studentId ? await findRound(tx, actor, params.roundId) : undefined
      return round && viewLetter(tx, actor, round, actor.studentId!, now)
    },
    may: mayBeStudent,
    run: async ({ found }) => found,
  }),
  route(getLetter, {
    find: async ({ tx, actor, params, now }) => {
      const round = await findRound(tx, actor, params.roundId)
      return round && maySeeResults(actor, round) ? viewLetter(tx, actor, round, params.studentId, now) : undefined
    },
    may: seen,
    run: async ({ found }) => found,
  }),
  route(answerPlacement, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: mayBeStudent,
    run: ({ tx, actor, found, body, now }) => answer(tx, actor, found, body, now),
  }),
  routeThen(tryMyWishes, {
    find: async ({ tx, actor, params }) => {
      const round = await findRound(tx, actor, params.roundId)
      return round?.publishedAt ? round : undefined
    },
    may: mayBeStudent,
    run: ({ tx, actor, found, body }) => readOtherWishes(tx, found, actor.studentId!, body.choices),
    after: tryOtherWishes,
  }),
  route(listResults, { find: results, may: maySeeResults, run: ({ tx, actor, found, query }) => viewResults(tx, actor, found, query) }),
  route(getResultSummary, { find: results, may: maySeeResults, run: ({ tx, actor, found }) => viewSummary(tx, actor, found) }),
  route(exportResults, { find: results, may: maySeeResults, run: ({ tx, actor, found }) => exportResultSheet(tx, actor, found) }),
  route(getSeatReport, {
    find: async ({ tx, actor, params }) => {
      const post = await findRoundPost(tx, actor, params.roundId, params.postId)
      return post?.publishedAt ? post : undefined
    },
    may: maySeeSeatReport,
    run: async ({ tx, actor, found }) => viewSeatReport(tx, actor, (await findPublishedRound(tx, found.roundId)) ?? refuse('not_found'), found),
  }),
  open(exportRound, async ({ tx, params }) => {
    const round = (await findPublishedRound(tx, params.roundId)) ?? refuse('not_found')
    const content = await frozenExport(tx, round)
    return { name: `${round.number}.json`, mediaType: 'application/json', bytes: Buffer.from(JSON.stringify(content)) }
  }),
]
