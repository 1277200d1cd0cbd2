import type { Tx } from '../../../kernel/db.ts'

const all = (tx: Tx) => tx.selectFrom('agreementTemplate').selectAll()
type Raw = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, sections: row.sections as { code: string; title: string; text: string; required: boolean }[] })
export type Template = ReturnType<typeof typed>

/** Newest first; of a school, its alliance or the program, the nearest before. */
export async function findNearest(tx: Tx, { kind, allianceId, organisationId }: { kind: string; allianceId: string; organisationId: string | null }): Promise<Template | undefined> {
  const row = await all(tx)
    .where('kind', '=', kind)
    .where((one) =>
      one.or([
        one.and([one('organisationId', 'is', null), one('allianceId', 'is', null)]),
        one('allianceId', '=', allianceId),
        ...(organisationId ? [one('organisationId', '=', organisationId)] : []),
      ]),
    )
    .orderBy((one) => one.case().when('organisationId', 'is not', null).then(0).when('allianceId', 'is not', null).then(1).else(2).end())
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && typed(row)
}

type NewTemplate = { kind: string; allianceId: string | null; organisationId: string | null; version: number; title: string; sections: readonly unknown[]; note: string; createdBy: string | null; createdAt: Date }
/** Nothing where somebody wrote the same version a moment ago. */
export async function insertTemplate(tx: Tx, template: NewTemplate): Promise<string | undefined> {
  const row = await tx
    .insertInto('agreementTemplate')
    .values({ ...template, sections: JSON.stringify(template.sections) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
export const findTemplateById = async (tx: Tx, id: string): Promise<Template> => typed(await all(tx).where('id', '=', id).executeTakeFirstOrThrow())
