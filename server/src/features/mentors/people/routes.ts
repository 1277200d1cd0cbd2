import { nothing, route, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayBeMentor, mayListPeople, mayOpenSeat } from './policy.ts'
import { changeProfile, openSeat, viewPeople, viewProfile } from './service.ts'
import { lockPerson } from './tables.ts'

export const peopleRoutes: Route[] = [
  route(contract.getMentorProfile, { find: nothing, may: mayBeMentor, run: ({ tx, actor }) => viewProfile(tx, actor) }),
  route(contract.changeMentorProfile, { find: nothing, may: mayBeMentor, run: ({ tx, actor, body, now }) => changeProfile(tx, actor, body, now) }),
  route(contract.listMentorPeople, { find: nothing, may: mayListPeople, run: ({ tx, actor, query }) => viewPeople(tx, actor, query) }),
  route(contract.openSeat, { find: ({ tx, actor, params }) => lockPerson(tx, actor, params.personId), may: mayOpenSeat, run: ({ tx, actor, found, now }) => openSeat(tx, actor, found, now) }),
]
