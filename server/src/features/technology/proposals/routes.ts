import { route, type Route } from '../../../kernel/route.ts'
import { worksHere } from '../policy.ts'
import { findAchievement } from '../achievements/service.ts'
import * as contract from './contract.ts'
import { findTeam } from '../teams/service.ts'
import { findNeed, proposeAnswers, proposeNeeds, proposeNeedsToTeam } from './service.ts'

export const proposalRoutes: Route[] = [
  route(contract.getProposals, { find: ({ tx, actor, params }) => findNeed(tx, actor, params.needId), may: worksHere, run: ({ tx, actor, found }) => proposeAnswers(tx, actor, found) }),
  route(contract.getNeedsForAchievement, { find: ({ tx, actor, params }) => findAchievement(tx, actor, params.achievementId), may: worksHere, run: ({ tx, actor, found }) => proposeNeeds(tx, actor, found) }),
  route(contract.getNeedsForTeam, { find: ({ tx, actor, params }) => findTeam(tx, actor, params.teamId), may: worksHere, run: ({ tx, actor, found }) => proposeNeedsToTeam(tx, actor, found) }),
]
