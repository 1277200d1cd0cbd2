import { nothing, route, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { isOfSchools, mayBeTeacher, mayEditProfile, mayKeepRoster, maySeeCoverage, maySeeStanding } from './policy.ts'
import { exportStandings } from './rows/service.ts'
import { addDepartment, changeDepartment, changeProfile, changeSetting, viewAccounts, viewCoverage, viewMine, viewSetting, viewStandings, viewTeacher } from './service.ts'
import { findInRoster, lockDepartmentOf, lockTeacher } from './tables.ts'

export const rosterRoutes: Route[] = [
  route(contract.listStandings, { find: nothing, may: isOfSchools, run: ({ tx, actor, query, now }) => viewStandings(tx, actor, query, now) }),
  route(contract.exportStandings, { find: nothing, may: mayKeepRoster, run: ({ tx, actor, query, now }) => exportStandings(tx, actor, query, now) }),
  route(contract.getTeacherStanding, { find: ({ tx, actor, params }) => findInRoster(tx, actor, params.teacherId), may: maySeeStanding, run: ({ tx, actor, found, now }) => viewTeacher(tx, actor, found, now) }),
  route(contract.getMyPractice, { find: nothing, may: mayBeTeacher, run: ({ tx, actor, now }) => viewMine(tx, actor, now) }),
  route(contract.changeProfile, { find: ({ tx, actor, params }) => lockTeacher(tx, actor, params.teacherId), may: mayEditProfile, run: ({ tx, actor, found, body, now }) => changeProfile(tx, actor, found, body, now) }),
  route(contract.listTeacherAccounts, { find: nothing, may: mayKeepRoster, run: ({ tx, actor }) => viewAccounts(tx, actor) }),
  route(contract.getPracticeSetting, { find: nothing, may: isOfSchools, run: ({ tx, actor, now }) => viewSetting(tx, actor, now) }),
  route(contract.changePracticeSetting, { find: nothing, may: mayKeepRoster, run: ({ tx, actor, body, now }) => changeSetting(tx, actor, body, now) }),
  route(contract.addDepartment, { find: nothing, may: mayKeepRoster, run: ({ tx, actor, body, now }) => addDepartment(tx, actor, body, now) }),
  route(contract.changeDepartment, { find: ({ tx, actor, params }) => lockDepartmentOf(tx, actor.organisationId!, params.departmentId), may: mayKeepRoster, run: ({ tx, actor, found, body, now }) => changeDepartment(tx, actor, found, body, now) }),
  route(contract.getCoverage, { find: nothing, may: maySeeCoverage, run: ({ tx, actor, now }) => viewCoverage(tx, actor, now) }),
]
