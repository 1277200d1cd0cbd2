import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { fileBatch, fillSeat, viewCandidates } from './members/service.ts'
import { hasBatches, mayAnswerSeat, mayKeepBatch, mayKeepSeat, mayPlan, mayReadBatchHistory } from './policy.ts'
import { addSeat, answerSeat, changeSeat, findSeat, lockSeat, moveBatch, planBatch, viewPosts, withdrawSeat } from './seats/service.ts'
import { changeBatch, findBatch, lockBatch } from './service.ts'
import { exportBatch, exportBatches } from './export/service.ts'
import { viewBatch, viewBatches, viewHistory } from './view/service.ts'

export const batchRoutes: Route[] = [
  route(contract.listBatches, { find: nothing, may: hasBatches, run: ({ tx, actor, query }) => viewBatches(tx, actor, query) }),
  route(contract.exportBatches, { find: nothing, may: hasBatches, run: ({ tx, actor, query, now }) => exportBatches(tx, actor, query, now) }),
  route(contract.createBatch, { find: nothing, may: mayPlan, run: ({ tx, actor, body, now }) => planBatch(tx, actor, body, now) }),
  route(contract.listAssistancePosts, { find: nothing, may: mayPlan, run: ({ tx, actor, query }) => viewPosts(tx, actor, query) }),
  route(contract.getBatch, { find: ({ tx, actor, params }) => findBatch(tx, actor, params.batchId), may: seen, run: ({ tx, actor, found, now }) => viewBatch(tx, actor, found, now) }),
  route(contract.changeBatch, { find: ({ tx, actor, params }) => lockBatch(tx, actor, params.batchId), may: mayKeepBatch, run: ({ tx, actor, found, body, now }) => changeBatch(tx, actor, found, body, now) }),
  route(contract.getBatchHistory, { find: ({ tx, actor, params }) => findBatch(tx, actor, params.batchId), may: mayReadBatchHistory, run: ({ tx, found }) => viewHistory(tx, found) }),
  route(contract.exportBatch, { find: ({ tx, actor, params }) => findBatch(tx, actor, params.batchId), may: seen, run: ({ tx, actor, found, now }) => exportBatch(tx, actor, found, now) }),
  route(contract.moveBatch, { find: ({ tx, actor, params }) => lockBatch(tx, actor, params.batchId), may: mayKeepBatch, run: ({ tx, actor, found, body, now }) => moveBatch(tx, actor, found, body, now) }),
  route(contract.addSeat, { find: ({ tx, actor, params }) => lockBatch(tx, actor, params.batchId), may: mayKeepBatch, run: ({ tx, actor, found, body, now }) => addSeat(tx, actor, found, body, now) }),
  route(contract.fileBatch, { find: ({ tx, actor, params }) => lockBatch(tx, actor, params.batchId), may: mayKeepBatch, run: ({ tx, actor, found, body, now }) => fileBatch(tx, actor, found, body, now) }),
  route(contract.changeSeat, { find: ({ tx, actor, params }) => lockSeat(tx, actor, params.seatId), may: mayKeepSeat, run: ({ tx, actor, found, body, now }) => changeSeat(tx, actor, found, body, now) }),
  route(contract.withdrawSeat, { find: ({ tx, actor, params }) => lockSeat(tx, actor, params.seatId), may: mayKeepSeat, run: ({ tx, actor, found, body, now }) => withdrawSeat(tx, actor, found, body, now) }),
  route(contract.answerSeat, { find: ({ tx, actor, params }) => lockSeat(tx, actor, params.seatId), may: mayAnswerSeat, run: ({ tx, actor, found, body, now }) => answerSeat(tx, actor, found, body, now) }),
  route(contract.listCandidates, { find: ({ tx, actor, params }) => findSeat(tx, actor, params.seatId), may: mayKeepSeat, run: ({ tx, found, query }) => viewCandidates(tx, found, query) }),
  route(contract.fillSeat, { find: ({ tx, actor, params }) => lockSeat(tx, actor, params.seatId), may: mayKeepSeat, run: ({ tx, actor, found, body, now }) => fillSeat(tx, actor, found, body, now) }),
]
