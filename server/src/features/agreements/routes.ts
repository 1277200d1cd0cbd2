import { nothing, route, seen, type Route } from '../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayDraftAgreement, mayKeepAgreement, mayMoveAgreement, mayReadRegister } from './policy.ts'
import { amend, changeDraft, draftOwn, findAgreement, listParties, lockAgreement, move } from './service.ts'
import { signingRoutes } from './signing/routes.ts'
import { scanRoutes } from './scans/routes.ts'
import { templateRoutes } from './templates/routes.ts'
import { exportRegister, viewAgreement, viewAgreements, viewHistory, viewPaper } from './view/service.ts'

export const agreementRoutes: Route[] = [
  route(contract.listAgreements, { find: nothing, may: mayReadRegister, run: ({ tx, actor, query, now }) => viewAgreements(tx, actor, query, now) }),
  route(contract.exportAgreements, { find: nothing, may: mayReadRegister, run: ({ tx, actor, query, now }) => exportRegister(tx, actor, query, now) }),
  route(contract.draftAgreement, { find: nothing, may: mayDraftAgreement, run: ({ tx, actor, body, now }) => draftOwn(tx, actor, body, now) }),
  route(contract.getAgreement, { find: ({ tx, actor, params }) => findAgreement(tx, actor, params.agreementId), may: seen, run: ({ tx, actor, found, now }) => viewAgreement(tx, actor, found, now) }),
  route(contract.changeAgreement, { find: ({ tx, actor, params }) => lockAgreement(tx, actor, params.agreementId), may: mayKeepAgreement, run: ({ tx, actor, found, body, now }) => changeDraft(tx, actor, found, body, now) }),
  route(contract.moveAgreement, {
    find: async ({ tx, actor, params, body }) => {
      const agreement = await lockAgreement(tx, actor, params.agreementId)
      return agreement && { agreement: { ...agreement, parties: await listParties(tx, [agreement.id]) }, action: body.action }
    },
    may: mayMoveAgreement,
    run: ({ tx, actor, found, body, now }) => move(tx, actor, found.agreement, body, now),
  }),
  route(contract.amendAgreement, { find: ({ tx, actor, params }) => lockAgreement(tx, actor, params.agreementId), may: mayKeepAgreement, run: ({ tx, actor, found, body, now }) => amend(tx, actor, found, body.version, now) }),
  route(contract.getAgreementHistory, { find: ({ tx, actor, params }) => findAgreement(tx, actor, params.agreementId), may: seen, run: ({ tx, found }) => viewHistory(tx, found) }),
  route(contract.getPaper, { find: ({ tx, actor, params }) => findAgreement(tx, actor, params.agreementId), may: seen, run: ({ tx, found }) => viewPaper(tx, found) }),
  ...signingRoutes,
  ...scanRoutes,
  ...templateRoutes,
]
