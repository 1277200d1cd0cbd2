import { nothing, route, seen } from '../../../kernel/route.ts'
import { confirmSecondFactor, renewRecoveryCodes, startSecondFactor } from '../factor/service.ts'
import { listSessions } from '../tables.ts'
import {
  changeAccount,
  changePassword,
  confirmSecondFactorSetUp,
  endOneSession,
  endOtherSessions,
  getAccount,
  listMySessions,
  makeRecoveryCodes,
  startSecondFactorSetUp,
  unlinkOidc,
} from './contract.ts'
import { change, endOne, endOthers, replacePassword, unlink, viewAccount, viewSessions } from './service.ts'

/** All about oneself: whoever is signed in may. */
export const accountRoutes = [
  route(getAccount, { find: nothing, may: seen, run: ({ tx, actor, now }) => viewAccount(tx, actor, now) }),
  route(changeAccount, { find: nothing, may: seen, run: ({ tx, actor, body, now }) => change(tx, actor, body, now) }),
  route(changePassword, { find: nothing, may: seen, run: ({ tx, actor, body, now }) => replacePassword(tx, actor, body, now) }),
  route(listMySessions, { find: nothing, may: seen, run: ({ tx, actor, now }) => viewSessions(tx, actor, now) }),
  route(endOneSession, {
    find: async ({ tx, actor, params, now }) => (await listSessions(tx, actor.accountId, now)).find(({ id }) => id === params.sessionId),
    may: seen,
    run: ({ tx, actor, found, now }) => endOne(tx, actor, found.id, now),
  }),
  route(endOtherSessions, { find: nothing, may: seen, run: ({ tx, actor, now }) => endOthers(tx, actor, now) }),
  route(unlinkOidc, { find: nothing, may: seen, run: ({ tx, actor, now }) => unlink(tx, actor, now) }),
  route(startSecondFactorSetUp, { find: nothing, may: seen, run: ({ tx, actor, body, now }) => startSecondFactor(tx, actor, body.password, now) }),
  route(confirmSecondFactorSetUp, { find: nothing, may: seen, run: ({ tx, actor, body, wire, now }) => confirmSecondFactor(tx, actor, body.code, wire, now) }),
  route(makeRecoveryCodes, { find: nothing, may: seen, run: ({ tx, actor, body, now }) => renewRecoveryCodes(tx, actor, body.code, now) }),
]
