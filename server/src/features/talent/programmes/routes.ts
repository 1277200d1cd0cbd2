import { nothing, route, seen } from '../../../kernel/route.ts'
import { mayEditOfSchool, mayKeepSchool } from '../policy.ts'
import * as contract from './contract.ts'
import { addCohort, addProgramme, changeCohort, viewCohorts, viewProgrammes } from './service.ts'
import { lockCohort } from './tables.ts'

export const programmeRoutes = [
  route(contract.listProgrammes, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewProgrammes(tx, actor, query) }),
  route(contract.addProgramme, { find: nothing, may: mayKeepSchool, run: ({ tx, actor, body, now }) => addProgramme(tx, actor, body, now) }),
  route(contract.listCohorts, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewCohorts(tx, actor, query) }),
  route(contract.addCohort, { find: nothing, may: mayKeepSchool, run: ({ tx, actor, body, now }) => addCohort(tx, actor, body, now) }),
  route(contract.changeCohort, {
    find: ({ tx, actor, params }) => lockCohort(tx, actor, params.cohortId),
    may: mayEditOfSchool,
    run: ({ tx, actor, found, body, now }) => changeCohort(tx, actor, found, body, now),
  }),
]
