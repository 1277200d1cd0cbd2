import { route, type Route } from '../../../kernel/route.ts'
import { lockClass } from '../classes/tables.ts'
import * as contract from './contract.ts'
import { mayNameMentor, mayWritePlan } from './policy.ts'
import { lockMentor, nameMentor, replaceMentor, writePlan } from './service.ts'

export const planRoutes: Route[] = [
  route(contract.planClass, { find: ({ tx, actor, params }) => lockClass(tx, actor, params.classId), may: mayWritePlan, run: ({ tx, actor, found, body, now }) => writePlan(tx, actor, found, body, now) }),
  route(contract.addMentor, {
    find: async ({ tx, actor, params, body }) => {
      const one = await lockClass(tx, actor, params.classId)
      return one && { one, side: body.side }
    },
    may: mayNameMentor,
    run: ({ tx, actor, found, body, now }) => nameMentor(tx, actor, found.one, body, now),
  }),
  route(contract.endMentor, { find: ({ tx, actor, params }) => lockMentor(tx, actor, params.classId, params.mentorId), may: mayNameMentor, run: ({ tx, actor, found, body, now }) => replaceMentor(tx, actor, found, body, now) }),
]
