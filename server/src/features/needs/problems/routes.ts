import type { Actor } from '../../../kernel/actor.ts'
import { hasRole } from '../../../kernel/actor.ts'
import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import { mayRaiseNeed } from '../policy.ts'
import { instruct } from './clock/service.ts'
import * as contract from './contract.ts'
import { addFile, findWithFile, takeAway } from './files/service.ts'
import { handOver, takeOver, viewManagers } from './managers/service.ts'
import { mayClarifyProblem, mayInstruct, mayKeepProblem, mayManageProblem, mayMoveProblem, mayTakeProblem, type ProblemParties } from './policy.ts'
import { exportProblems } from './rows/service.ts'
import { change, clarify, findProblem, gapsNow, lockProblem, move, raise, readEnd } from './service.ts'
import { viewHistory, viewProblem, viewProblems } from './view/service.ts'
import { countQueues } from './view/tables.ts'

const mayWorkQueue = (actor: Actor) => hasRole(actor, 'secretariat', 'platform_contact')
const mayExportProblems = (actor: Actor) => !hasRole(actor, 'student')
const mayAddProblemFile = (actor: Actor, problem: ProblemParties) => mayKeepProblem(actor, problem) || mayManageProblem(actor, problem)

export const problemRoutes: Route[] = [
  route(contract.listProblems, { find: nothing, may: seen, run: ({ tx, actor, query, now }) => viewProblems(tx, actor, query, now) }),
  route(contract.exportProblems, { find: nothing, may: mayExportProblems, run: ({ tx, actor, query, now }) => exportProblems(tx, actor, query, now) }),
  route(contract.countProblems, { find: nothing, may: mayWorkQueue, run: ({ tx, actor, now }) => countQueues(tx, actor, now) }),
  route(contract.getProblem, { find: ({ tx, actor, params }) => findProblem(tx, actor, params.needId), may: seen, run: ({ tx, actor, found, now }) => viewProblem(tx, actor, found, now) }),
  route(contract.raiseProblem, { find: nothing, may: mayRaiseNeed, run: ({ tx, actor, body, now }) => raise(tx, actor, body, now) }),
  route(contract.checkProblem, { find: nothing, may: mayRaiseNeed, run: async ({ body, now }) => ({ gaps: gapsNow(body, now) }) }),
  route(contract.changeProblem, {
    find: ({ tx, actor, params }) => lockProblem(tx, actor, params.needId),
    may: mayKeepProblem,
    run: ({ tx, actor, found, body, now }) => change(tx, actor, found, body, now),
  }),
  route(contract.clarifyProblem, {
    find: ({ tx, actor, params }) => lockProblem(tx, actor, params.needId),
    may: mayClarifyProblem,
    run: ({ tx, actor, found, body, now }) => clarify(tx, actor, found, body, now),
  }),
  route(contract.moveProblem, {
    find: async ({ tx, actor, params, body }) => {
      const problem = await lockProblem(tx, actor, params.needId)
      return problem && { problem, action: body.action }
    },
    may: mayMoveProblem,
    run: ({ tx, actor, found, body, now }) => move(tx, actor, found.problem, body, now),
  }),
  route(contract.takeProblem, {
    find: ({ tx, actor, params }) => lockProblem(tx, actor, params.needId),
    may: mayTakeProblem,
    run: ({ tx, actor, found, body, now }) => takeOver(tx, actor, found, body, now),
  }),
  route(contract.listManagers, { find: ({ tx, actor, params }) => findProblem(tx, actor, params.needId), may: mayManageProblem, run: ({ tx, found }) => viewManagers(tx, found) }),
  route(contract.handOverProblem, {
    find: ({ tx, actor, params }) => lockProblem(tx, actor, params.needId),
    may: mayManageProblem,
    run: ({ tx, actor, found, body, now }) => handOver(tx, actor, found, body, now),
  }),
  route(contract.readProblemEnd, { find: ({ tx, actor, params }) => findProblem(tx, actor, params.needId), may: mayKeepProblem, run: ({ tx, actor, found, now }) => readEnd(tx, actor, found, now) }),
  route(contract.instructProblem, {
    find: ({ tx, actor, params }) => lockProblem(tx, actor, params.needId),
    may: mayInstruct,
    run: ({ tx, actor, found, body, now }) => instruct(tx, actor, found, body, now),
  }),
  route(contract.addProblemFile, {
    find: ({ tx, actor, params }) => lockProblem(tx, actor, params.needId),
    may: mayAddProblemFile,
    run: ({ tx, actor, found, wire, now }) => addFile(tx, actor, found, wire.upload!, now),
  }),
  route(contract.removeProblemFile, {
    find: ({ tx, actor, params }) => findWithFile(tx, actor, params),
    may: mayAddProblemFile,
    run: ({ tx, actor, found, now }) => takeAway(tx, actor, found, now),
  }),
  route(contract.getProblemHistory, { find: ({ tx, actor, params }) => findProblem(tx, actor, params.needId), may: seen, run: ({ tx, actor, found }) => viewHistory(tx, actor, found) }),
]
