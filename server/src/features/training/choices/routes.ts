import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { isAtOrganisation } from '../../../kernel/actor.ts'
import * as contract from './contract.ts'
import { signUp, viewMyIntake, viewMyIntakes } from './mine/service.ts'
import { mayHoldIntake, mayLearn, mayMoveIntake, mayScoreClass, worksInTraining } from './policy.ts'
import { viewLetter } from './results/service.ts'
import { exportIntake, moveIntake, openIntake, score, viewApplicants, viewIntake, viewIntakes } from './service.ts'
import { findIntake, findMyIntake, listIntakeClasses, lockIntake, shareIntake } from './tables.ts'

/** A class of an intake one sees; a firm, only its own. */
async function findClassOf(tx: Tx, actor: Actor, { intakeId, classId }: { intakeId: string; classId: string }, hold: boolean) {
  const intake = await (hold ? shareIntake(tx, 'visible', actor, intakeId) : findIntake(tx, actor, intakeId))
  const one = intake && (await listIntakeClasses(tx, intakeId)).find(({ id }) => id === classId)
  if (!one) return undefined
  const mine = isAtOrganisation(actor, one.organisationId)
  return actor.role === 'enterprise_contact' && !mine ? undefined : { intake, class: one, mine }
}

export const choiceRoutes: Route[] = [
  route(contract.listIntakes, { find: nothing, may: worksInTraining, run: ({ tx, actor }) => viewIntakes(tx, actor) }),
  route(contract.openIntake, { find: nothing, may: mayHoldIntake, run: ({ tx, actor, body, now }) => openIntake(tx, actor, body, now) }),
  route(contract.getIntake, { find: ({ tx, actor, params }) => findIntake(tx, actor, params.intakeId), may: seen, run: ({ tx, actor, found }) => viewIntake(tx, actor, found) }),
  route(contract.moveIntake, { find: ({ tx, actor, params }) => lockIntake(tx, actor, params.intakeId), may: mayMoveIntake, run: ({ tx, actor, found, body, now }) => moveIntake(tx, actor, found, body, now) }),
  route(contract.exportIntake, { find: ({ tx, actor, params }) => findIntake(tx, actor, params.intakeId), may: seen, run: async ({ found }) => exportIntake(found) }),
  route(contract.listApplicants, { find: ({ tx, actor, params }) => findClassOf(tx, actor, params, false), may: seen, run: ({ tx, found }) => viewApplicants(tx, found) }),
  route(contract.scoreApplicants, { find: ({ tx, actor, params }) => findClassOf(tx, actor, params, true), may: mayScoreClass, run: ({ tx, actor, found, body, now }) => score(tx, actor, found, body.rows, now) }),
  route(contract.listMyIntakes, { find: nothing, may: mayLearn, run: ({ tx, actor }) => viewMyIntakes(tx, actor) }),
  route(contract.getMyIntake, { find: ({ tx, actor, params }) => findMyIntake(tx, actor, params.intakeId), may: mayLearn, run: ({ tx, actor, found, now }) => viewMyIntake(tx, actor, found, now) }),
  route(contract.signUp, { find: ({ tx, actor, params }) => shareIntake(tx, 'mine', actor, params.intakeId), may: mayLearn, run: ({ tx, actor, found, body, now }) => signUp(tx, actor, found, body, now) }),
  route(contract.getClassLetter, { find: ({ tx, actor, params }) => findMyIntake(tx, actor, params.intakeId), may: mayLearn, run: ({ tx, actor, found }) => viewLetter(tx, actor, found) }),
]
