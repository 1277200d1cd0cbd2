import { dayOf } from '../../../kernel/calendar.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { route, seen, type Route } from '../../../kernel/route.ts'
import { findMentorship, lockMentorship } from '../mentorships/service.ts'
import * as contract from './contract.ts'
import { mayDecideTask, mayKeepTask, mayLogTask } from './policy.ts'
import { addPhoto, changeTask, decideTask, dropTask, lockTask, logTask, viewTasks } from './service.ts'

export const taskRoutes: Route[] = [
  route(contract.listMentorTasks, { find: ({ tx, actor, params, now }) => findMentorship(tx, actor, params.mentorshipId, dayOf(now)), may: seen, run: ({ tx, actor, found }) => viewTasks(tx, actor, found) }),
  route(contract.logTask, { find: ({ tx, actor, params, now }) => lockMentorship(tx, actor, params.mentorshipId, dayOf(now)), may: mayLogTask, run: ({ tx, actor, found, body, now }) => logTask(tx, actor, found, body, now) }),
  route(contract.changeTask, { find: ({ tx, actor, params }) => lockTask(tx, actor, params.taskId), may: mayKeepTask, run: ({ tx, actor, found, body, now }) => changeTask(tx, actor, found, body, now) }),
  route(contract.dropTask, { find: ({ tx, actor, params }) => lockTask(tx, actor, params.taskId), may: mayKeepTask, run: ({ tx, actor, found, now }) => dropTask(tx, actor, found, now) }),
  route(contract.decideTask, { find: ({ tx, actor, params }) => lockTask(tx, actor, params.taskId), may: mayDecideTask, run: ({ tx, actor, found, body, now }) => decideTask(tx, actor, found, body, now) }),
  route(contract.addTaskPhoto, { find: ({ tx, actor, params }) => lockTask(tx, actor, params.taskId), may: mayKeepTask, run: ({ tx, actor, found, wire, now }) => addPhoto(tx, actor, found, wire.upload ?? refuse('invalid_input', { issues: [{ path: ['file'], code: 'missing' }] }), now) }),
]
