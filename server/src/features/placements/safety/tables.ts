import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'
import type { Locked } from '../../../kernel/db.ts'

const banks = (tx: Tx, schoolId: string) => tx.selectFrom('safetyBank').selectAll().where('schoolId', '=', schoolId)
export type Bank = Awaited<ReturnType<ReturnType<typeof banks>['executeTakeFirstOrThrow']>>

export const findBank = (tx: Tx, schoolId: string, state: 'draft' | 'published') => banks(tx, schoolId).where('state', '=', state).executeTakeFirst()
export async function lockBank(tx: Tx, schoolId: string, state: 'draft' | 'published'): Promise<Locked<Bank> | undefined> {
  const row = await banks(tx, schoolId).where('state', '=', state).forUpdate().executeTakeFirst()
  return row && { ...row, locked: true }
}
export const findBankById = (tx: Tx, bankId: string) => tx.selectFrom('safetyBank').selectAll().where('id', '=', bankId).executeTakeFirstOrThrow()
/** One writer at a time for a school's bank: two who begin the first test at once make one bank. */
export const lockBanksOf = (tx: Tx, schoolId: string) => sql`select pg_advisory_xact_lock(hashtext(${`safety bank ${schoolId}`}))`.execute(tx)

export const listVersions = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('safetyBank')
    .select(['version', 'publishedAt'])
    .select([sql<number>`(select count(*)::int from safety_question q where q.bank_id = safety_bank.id)`.as('questions'), sql<number>`(select count(*)::int from safety_test t where t.bank_id = safety_bank.id)`.as('tests')])
    .where('schoolId', '=', schoolId)
    .where('state', '<>', 'draft')
    .orderBy('version', 'desc')
    .execute()

export async function listQuestions(tx: Tx, bankId: string) {
  const rows = await tx.selectFrom('safetyQuestion').selectAll().where('bankId', '=', bankId).orderBy('position').execute()
  return rows.map((row) => ({ ...row, topic: row.topic as 'general', kind: row.kind as 'single' | 'multiple' | 'truth', options: row.options as { text: string; textEn: string | null }[] }))
}
export type StoredQuestion = Awaited<ReturnType<typeof listQuestions>>[number]

export async function insertBank(tx: Tx, bank: { schoolId: string; state: 'draft' | 'published'; drawn: number; passMark: number; createdBy: string | null; createdAt: Date; publishedAt: Date | null }) {
  return tx
    .insertInto('safetyBank')
    .values({ ...bank, version: sql<number>`(select coalesce(max(version), 0) + 1 from safety_bank where school_id = ${bank.schoolId})` })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow()
}
export async function updateBank(tx: Tx, bankId: string, change: { drawn?: number; passMark?: number; state?: 'published' | 'retired'; publishedAt?: Date }) {
  await tx.updateTable('safetyBank').set(change).where('id', '=', bankId).execute()
}
export async function deleteBank(tx: Tx, bankId: string) {
  await tx.deleteFrom('safetyBank').where('id', '=', bankId).execute()
}

type NewQuestion = { topic: string; kind: string; text: string; textEn: string | null; options: readonly { text: string; textEn: string | null }[]; answer: readonly number[]; why: string; whyEn: string | null }
export async function replaceQuestions(tx: Tx, bankId: string, questions: readonly NewQuestion[]) {
  await tx.deleteFrom('safetyQuestion').where('bankId', '=', bankId).execute()
  if (questions.length === 0) return
  await tx
    .insertInto('safetyQuestion')
    .values(questions.map(({ options, answer, ...question }, index) => ({ ...question, bankId, position: index + 1, options: JSON.stringify(options), answer: [...answer] })))
    .execute()
}

export type Drawn = { questionId: string; order: number[] }
const toTest = <Row extends { drawn: unknown; answers: unknown }>(row: Row) => ({ ...row, drawn: row.drawn as Drawn[] })
export const listTestsOf = async (tx: Tx, placementId: string) => (await tx.selectFrom('safetyTest').selectAll().where('placementId', '=', placementId).orderBy('startedAt', 'desc').execute()).map(toTest)
export type Test = Awaited<ReturnType<typeof listTestsOf>>[number]

export async function findOpenTest(tx: Tx, placementId: string): Promise<Test | undefined> {
  const row = await tx.selectFrom('safetyTest').selectAll().where('placementId', '=', placementId).where('finishedAt', 'is', null).executeTakeFirst()
  return row && toTest(row)
}
type NewTest = { id?: string; placementId: string; bankId: string | null; drawn: string; startedAt: Date; finishedAt?: Date; correct?: number; total?: number; passed?: boolean; passedOn?: string | null; writtenBy: string | null }
export async function insertTest(tx: Tx, test: NewTest): Promise<Test> {
  return toTest(await tx.insertInto('safetyTest').values(test).returningAll().executeTakeFirstOrThrow())
}
export async function updateTest(tx: Tx, testId: string, change: { answers: string; finishedAt: Date; correct: number; total: number; passed: boolean; passedOn: string | null }) {
  await tx.updateTable('safetyTest').set(change).where('id', '=', testId).execute()
}
export async function findPlacementOfTest(tx: Tx, testId: string) {
  return (await tx.selectFrom('safetyTest').select('placementId').where('id', '=', testId).executeTakeFirst())?.placementId
}
