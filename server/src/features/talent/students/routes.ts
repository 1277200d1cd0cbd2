import { nothing, route, seen } from '../../../kernel/route.ts'
import { mayEditOfSchool, mayKeepSchool, maySeeSchools, mayUnmaskStudent } from '../policy.ts'
import * as contract from './contract.ts'
import { addStudent, changeStudent, exportStudents, markLeft, unmask, viewStudent, viewStudents, viewUnmaskings } from './service.ts'
import { findStudent, lockStudent } from './tables.ts'

export const studentRoutes = [
  route(contract.listStudents, { find: nothing, may: seen, run: ({ tx, actor, query, now }) => viewStudents(tx, actor, query, now) }),
  route(contract.exportStudents, { find: nothing, may: maySeeSchools, run: ({ tx, actor, query, now }) => exportStudents(tx, actor, query, now) }),
  route(contract.getStudent, { find: ({ tx, actor, params }) => findStudent(tx, actor, params.studentId), may: seen, run: ({ tx, actor, found, now }) => viewStudent(tx, actor, found, now) }),
  route(contract.addStudent, { find: nothing, may: mayKeepSchool, run: ({ tx, actor, body, now }) => addStudent(tx, actor, body, now) }),
  route(contract.changeStudent, {
    find: ({ tx, actor, params }) => lockStudent(tx, actor, params.studentId),
    may: mayEditOfSchool,
    run: ({ tx, actor, found, body, now }) => changeStudent(tx, actor, found, body, now),
  }),
  route(contract.markStudentLeft, {
    find: ({ tx, actor, params }) => lockStudent(tx, actor, params.studentId),
    may: mayEditOfSchool,
    run: ({ tx, actor, found, body, now }) => markLeft(tx, actor, found, body, now),
  }),
  route(contract.unmaskStudent, {
    find: ({ tx, actor, params }) => findStudent(tx, actor, params.studentId),
    may: mayUnmaskStudent,
    run: ({ tx, actor, found, body, now }) => unmask(tx, actor, found, body.reason, now),
  }),
  route(contract.listUnmaskings, {
    find: ({ tx, actor, params }) => findStudent(tx, actor, params.studentId),
    may: seen,
    run: ({ tx, found }) => viewUnmaskings(tx, found),
  }),
]
