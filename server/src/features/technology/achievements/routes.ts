import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import { mayKeepOffered, mayOffer } from '../policy.ts'
import * as contract from './contract.ts'
import { addEvidenceFile, confirmLevel, dropEvidence, putEvidence } from './evidence/service.ts'
import { mayConfirmLevel, mayExportAchievements, mayMoveAchievement } from './policy.ts'
import { exportAchievements } from './rows/service.ts'
import { change, findAchievement, lockAchievement, move, write } from './service.ts'
import { viewAchievement, viewAchievements, viewHistory } from './view/service.ts'

export const achievementRoutes: Route[] = [
  route(contract.listAchievements, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewAchievements(tx, actor, query) }),
  route(contract.exportAchievements, { find: nothing, may: mayExportAchievements, run: ({ tx, actor, query, now }) => exportAchievements(tx, actor, query, now) }),
  route(contract.getAchievement, { find: ({ tx, actor, params }) => findAchievement(tx, actor, params.achievementId), may: seen, run: ({ tx, actor, found, now }) => viewAchievement(tx, actor, found, now) }),
  route(contract.writeAchievement, { find: nothing, may: mayOffer, run: ({ tx, actor, body, now }) => write(tx, actor, body, now) }),
  route(contract.changeAchievement, {
    find: ({ tx, actor, params }) => lockAchievement(tx, actor, params.achievementId),
    may: mayKeepOffered,
    run: ({ tx, actor, found, body, now }) => change(tx, actor, found, body, now),
  }),
  route(contract.moveAchievement, {
    find: async ({ tx, actor, params, body }) => {
      const achievement = await lockAchievement(tx, actor, params.achievementId)
      return achievement && { achievement, action: body.action }
    },
    may: mayMoveAchievement,
    run: ({ tx, actor, found, body, now }) => move(tx, actor, found.achievement, body, now),
  }),
  route(contract.putEvidence, {
    find: ({ tx, actor, params }) => lockAchievement(tx, actor, params.achievementId),
    may: mayKeepOffered,
    run: ({ tx, actor, found, params, body, now }) => putEvidence(tx, actor, found, { shown: [{ level: params.level, text: body.text }], version: body.version }, now),
  }),
  route(contract.removeEvidence, {
    find: ({ tx, actor, params }) => lockAchievement(tx, actor, params.achievementId),
    may: mayKeepOffered,
    run: ({ tx, actor, found, params, now }) => dropEvidence(tx, actor, found, params.level, now),
  }),
  route(contract.addEvidenceFile, {
    find: ({ tx, actor, params }) => lockAchievement(tx, actor, params.achievementId),
    may: mayKeepOffered,
    run: ({ tx, actor, found, params, wire, now }) => addEvidenceFile(tx, actor, found, params.level, wire.upload!, now),
  }),
  route(contract.confirmLevel, {
    find: ({ tx, actor, params }) => lockAchievement(tx, actor, params.achievementId),
    may: mayConfirmLevel,
    run: ({ tx, actor, found, body, now }) => confirmLevel(tx, actor, found, body, now),
  }),
  route(contract.getAchievementHistory, { find: ({ tx, actor, params }) => findAchievement(tx, actor, params.achievementId), may: seen, run: ({ tx, actor, found }) => viewHistory(tx, actor, found) }),
]
