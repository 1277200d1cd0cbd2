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

/** Every version somebody of this house may draft from, newest first, with how many agreements began with it. */
export async function listVersions(tx: Tx, { allianceId, organisationId }: { allianceId: string | null; organisationId: string | null }) {
  const rows = await tx
    .selectFrom('agreementTemplate as template')
    .leftJoin('account', 'account.id', 'template.createdBy')
    .selectAll('template')
    .select((one) => ['account.name as createdByName', one.selectFrom('agreement').select((row) => row.fn.countAll<number>().as('n')).whereRef('agreement.templateId', '=', 'template.id').as('used')])
    .where((one) =>
      one.or([
        one.and([one('template.organisationId', 'is', null), one('template.allianceId', 'is', null)]),
        ...(allianceId ? [one('template.allianceId', '=', allianceId)] : []),
        ...(organisationId ? [one('template.organisationId', '=', organisationId)] : []),
      ]),
    )
    .orderBy((one) => one.case().when('template.organisationId', 'is not', null).then(0).when('template.allianceId', 'is not', null).then(1).else(2).end())
    .orderBy('template.version', 'desc')
    .execute()
  return rows.map((row) => ({ ...typed(row), createdByName: row.createdByName, used: row.used ?? 0 }))
}
