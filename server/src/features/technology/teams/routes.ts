import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import { mayKeepOffered, mayOffer } from '../policy.ts'
import * as contract from './contract.ts'
import { changeTeam, findTeam, lockTeam, viewTeam, viewTeams, writeTeam } from './service.ts'

export const teamRoutes: Route[] = [
  route(contract.listTeams, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewTeams(tx, actor, query) }),
  route(contract.getTeam, { find: ({ tx, actor, params }) => findTeam(tx, actor, params.teamId), may: seen, run: ({ tx, actor, found }) => viewTeam(tx, actor, found) }),
  route(contract.writeTeam, { find: nothing, may: mayOffer, run: ({ tx, actor, body, now }) => writeTeam(tx, actor, body, now) }),
  route(contract.changeTeam, { find: ({ tx, actor, params }) => lockTeam(tx, actor, params.teamId), may: mayKeepOffered, run: ({ tx, actor, found, body, now }) => changeTeam(tx, actor, found, body, now) }),
]
