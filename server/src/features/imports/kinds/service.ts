import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { removeOrganisations, writeOrganisationRows } from '../../members/rows/service.ts'
import { writePostRows } from '../../needs/rows/service.ts'
import { removeProblems, writeProblemRows } from '../../needs/problems/imports/service.ts'
import { removePosts } from '../../needs/service.ts'
import { writeStudentRows } from '../../talent/students/rows/service.ts'
import { removeStudents } from '../../talent/students/service.ts'
import { removeTeachers, writeTeacherRows } from '../../talent/teachers/service.ts'
import type { ImportKindName } from '../contract.ts'

export type WrittenRow = {
  recordId: string | null
  result: 'created' | 'updated' | 'unchanged' | 'refused' | 'duplicate'
  fault?: { column: string; fault: string; params?: Record<string, string | number> }
}

export type ImportKind = {
  /** Their records belong to one school, which the office must name. */
  ofSchool: boolean
  /** One answer a row, in order. The same rows twice change nothing. */
  write: (tx: Tx, actor: Actor, rows: readonly unknown[], now: Date) => Promise<WrittenRow[]>
  /** Undo: removes what nothing refers to, and answers the ids that are gone. */
  remove: (tx: Tx, ids: readonly string[], now: Date) => Promise<readonly string[]>
}

/** Rows come back from their seal as what the kind's own sheet made of them. */
const rowsFor = <Row>(write: (tx: Tx, actor: Actor, rows: readonly Row[], now: Date) => Promise<WrittenRow[]>): ImportKind['write'] => write as ImportKind['write']

export const importKindOf: Readonly<Record<ImportKindName, ImportKind>> = {
  organisations: { ofSchool: false, write: rowsFor(writeOrganisationRows), remove: removeOrganisations },
  students: { ofSchool: true, write: rowsFor(writeStudentRows), remove: removeStudents },
  teachers: { ofSchool: true, write: rowsFor(writeTeacherRows), remove: removeTeachers },
  posts: { ofSchool: false, write: rowsFor(writePostRows), remove: removePosts },
  problems: { ofSchool: false, write: rowsFor(writeProblemRows), remove: removeProblems },
}
