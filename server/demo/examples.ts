import { exampleOrganisations } from './example-organisations.ts'
import { examplePosts } from './example-posts.ts'
import { exampleStudents } from './example-students.ts'

/**
 * The rows of the three workbooks of docs/examples, as people really write them. Everything is readable as it stands except
 * the rows listed in `faulty`, which are wrong on purpose so that a stranger sees how an error looks.
 */
export type ExampleCell = string | number
export type ExampleSheet = {
  kind: 'organisations' | 'students' | 'posts'
  /** The login of accounts.ts that imports it. */
  importedBy: 'secretariat' | 'school' | 'enterprise'
  headers: string[]
  rows: Record<string, ExampleCell>[]
  /** Cells to merge in the workbook: the rows (0 is the first below the header) of one column that show one value. */
  merges: { header: string; from: number; to: number }[]
  faulty: { row: number; header: string; why: string }[]
}

export const examples = (now: Date): ExampleSheet[] => [exampleOrganisations(), exampleStudents(now), examplePosts(now)]
