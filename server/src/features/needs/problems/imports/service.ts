import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { settle } from '../../../inbox/service.ts'
import { codeNames, findCodes } from '../../../talent/codes/service.ts'
import { firmsOf, type WrittenPost } from '../../rows/service.ts'
import { lockFirm } from '../../tables.ts'
import { ProblemFields } from '../contract.ts'
import { change, gapsNow, lockProblemById, move, raise, type Problem } from '../service.ts'
import type { ProblemSheetRow } from '../sheet.ts'
import { deleteProblems, lockTwin } from './tables.ts'

/**
 * Needs of a sheet, by firm, kind and title: the same sheet twice changes nothing. One that is complete is submitted at once, the
 * rest are kept as drafts. One answer a row, in order.
 */
export async function writeProblemRows(tx: Tx, actor: Actor, rows: readonly ProblemSheetRow[], now: Date): Promise<WrittenPost[]> {
  if (rows.length === 0) return []
  const firms = await firmsOf(tx, actor, rows)
  const codes = await codesOf(tx, rows)
  const answers: WrittenPost[] = []
  for (const [at, row] of rows.entries()) {
    const found = firms[at]!
    answers.push('fault' in found ? { recordId: null, result: 'refused', fault: { column: 'organisation', ...found } } : await writeRow(tx, actor, found.firm.id, row, codes, now))
  }
  return answers
}

/** Industries by code, or by their exact name; a word that is neither stays unknown. */
async function codesOf(tx: Tx, rows: readonly ProblemSheetRow[]): Promise<ReadonlyMap<string, string>> {
  const words = [...new Set(rows.flatMap((row) => row.fields ?? []))]
  const known = await codeNames(tx, 'industry', words)
  const found = new Map<string, string>()
  for (const word of words) {
    if (known.has(word)) found.set(word, word)
    else {
      const { rows: named } = await findCodes(tx, { system: 'industry', q: word, superseded: false, page: 1, size: 20 })
      const exact = named.filter(({ name }) => name === word).at(-1)
      if (exact) found.set(word, exact.code)
    }
  }
  return found
}

const fieldsOf = (row: ProblemSheetRow, codes: ReadonlyMap<string, string>): ProblemFields =>
  ProblemFields.parse({
    kind: row.kind, family: row.family, title: row.title, description: row.description, presentValue: row.presentValue, wantedValue: row.wantedValue,
    fieldCodes: [...new Set((row.fields ?? []).map((word) => codes.get(word)!))], privateDetails: row.privateDetails,
    budgetMax: row.budget === null ? null : Math.round(row.budget * 10_000), wantedBy: row.wantedBy, secrecy: row.secrecy ?? 'open', validUntil: row.validUntil,
  })

async function writeRow(tx: Tx, actor: Actor, organisationId: string, row: ProblemSheetRow, codes: ReadonlyMap<string, string>, now: Date): Promise<WrittenPost> {
  const unknown = (row.fields ?? []).find((word) => !codes.has(word))
  if (unknown) return { recordId: null, result: 'refused', fault: { column: 'fields', fault: 'no_such_code', params: { value: unknown } } }
  await lockFirm(tx, organisationId)
  const fields = fieldsOf(row, codes)
  const twin = await lockTwin(tx, { organisationId, kind: row.kind, title: row.title })
  if (!twin) {
    const { id } = await raise(tx, actor, { ...fields, organisationId }, now)
    return { recordId: id, result: 'created', state: await submitIfReady(tx, actor, id, now) }
  }
  if (isSame(twin, fields)) return { recordId: twin.id, result: 'unchanged', state: twin.state }
  if (twin.state !== 'draft') return { recordId: twin.id, result: 'refused', state: twin.state, fault: { column: 'title', fault: 'need_submitted', params: { number: twin.number } } }
  const { kind: _kind, ...content } = fields
  // What the sheet has no column for stays as it was written on the page.
  await change(tx, actor, twin, { ...content, titleEn: twin.titleEn, descriptionEn: twin.descriptionEn, budgetMin: keptMinimum(twin, fields), version: twin.version }, now)
  return { recordId: twin.id, result: 'updated', state: await submitIfReady(tx, actor, twin.id, now) }
}

const keptMinimum = ({ budgetMin }: Problem, { budgetMax }: ProblemFields) => (budgetMin !== null && budgetMax !== null && budgetMin > budgetMax ? null : budgetMin)

const compared = ['family', 'description', 'presentValue', 'wantedValue', 'privateDetails', 'budgetMax', 'wantedBy', 'secrecy', 'validUntil'] as const
const isSame = (twin: Problem, fields: ProblemFields) => compared.every((key) => twin[key] === fields[key]) && twin.fieldCodes.join() === fields.fieldCodes.join()

async function submitIfReady(tx: Tx, actor: Actor, needId: string, now: Date): Promise<string> {
  const problem = (await lockProblemById(tx, needId))!
  if (problem.state !== 'draft' || gapsNow(problem, now).length > 0) return problem.state
  return (await move(tx, actor, problem, { action: 'submit', version: problem.version }, now)).state
}

/** Undo of an import: drafts and waiting needs, with what was asked about them. Answers the ids that are gone. */
export async function removeProblems(tx: Tx, ids: readonly string[], now: Date) {
  const gone = await deleteProblems(tx, ids)
  await settle(tx, null, { subjectType: 'problem', subjectIds: gone }, 'withdraw', now)
  return gone
}
