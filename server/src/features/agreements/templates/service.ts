import type { Tx } from '../../../kernel/db.ts'
import { starterOf } from './starters/rules.ts'
import { findNearest, insertTemplate, type Template } from './tables.ts'

export { findTemplateById, type Template } from './tables.ts'

/** The words to begin with: the school's own, else its alliance's, else those the program brings, which are written down when first used. */
export async function templateFor(tx: Tx, which: { kind: string; allianceId: string; organisationId: string | null }, now: Date): Promise<Template> {
  const found = await findNearest(tx, which)
  const starter = starterOf(which.kind)
  const ofProgram = found && found.allianceId === null && found.organisationId === null
  if (found && !(ofProgram && found.version < starter.version)) return found
  await insertTemplate(tx, { ...starter, allianceId: null, organisationId: null, createdBy: null, createdAt: now })
  return (await findNearest(tx, which))!
}
