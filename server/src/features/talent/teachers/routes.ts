import { nothing, route, seen } from '../../../kernel/route.ts'
import { mayEditOfSchool, mayKeepSchool } from '../policy.ts'
import * as contract from './contract.ts'
import { addTeacher, changeTeacher, viewTeachers } from './service.ts'
import { lockTeacher } from './tables.ts'

export const teacherRoutes = [
  route(contract.listTeachers, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewTeachers(tx, actor, query) }),
  route(contract.addTeacher, { find: nothing, may: mayKeepSchool, run: ({ tx, actor, body, now }) => addTeacher(tx, actor, body, now) }),
  route(contract.changeTeacher, {
    find: ({ tx, actor, params }) => lockTeacher(tx, actor, params.teacherId),
    may: mayEditOfSchool,
    run: ({ tx, actor, found, body, now }) => changeTeacher(tx, actor, found, body, now),
  }),
]
