import { open, route } from '../../../kernel/route.ts'
import { mayIssueStudentCodes } from '../policy.ts'
import { issueStudentCodes, listStudentSchools, lookAtStudentCode, useStudentCode } from './contract.ts'
import { findStudentsToInvite, issueCodes, lookAtSlip, useSlip } from './service.ts'
import { listSchoolsWithCodes } from './tables.ts'

export const studentRoutes = [
  open(listStudentSchools, async ({ tx, now }) => ({ rows: await listSchoolsWithCodes(tx, now) })),
  open(lookAtStudentCode, ({ tx, body, wire, now }) => lookAtSlip(tx, body, wire, now)),
  open(useStudentCode, ({ tx, body, wire, now }) => useSlip(tx, body, wire, now)),
  route(issueStudentCodes, {
    find: ({ tx, actor, body }) => findStudentsToInvite(tx, actor, body),
    may: mayIssueStudentCodes,
    run: ({ tx, actor, found, now }) => issueCodes(tx, actor, found, now),
  }),
]
