import type { Tx } from '../../../kernel/db.ts'

export async function listSpeakers(tx: Tx, organisationId: string) {
  return tx
    .selectFrom('representation')
    .innerJoin('organisation', 'organisation.id', 'representation.speakerId')
    .select(['organisation.id', 'organisation.name', 'organisation.kind', 'representation.since'])
    .where('representation.organisationId', '=', organisationId)
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .execute()
}

export async function listSpokenFor(tx: Tx, speakerId: string) {
  return tx
    .selectFrom('representation')
    .innerJoin('organisation', 'organisation.id', 'representation.organisationId')
    .select(['organisation.id', 'organisation.name', 'organisation.kind', 'representation.since'])
    .where('representation.speakerId', '=', speakerId)
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .execute()
}

export async function findRepresentation(tx: Tx, speakerId: string, organisationId: string) {
  return tx.selectFrom('representation').selectAll().where('speakerId', '=', speakerId).where('organisationId', '=', organisationId).executeTakeFirst()
}

/** Answers whether it is new. */
export async function insertRepresentation(tx: Tx, pair: { speakerId: string; organisationId: string; since: string }) {
  const result = await tx.insertInto('representation').values(pair).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0
}

export async function deleteRepresentation(tx: Tx, speakerId: string, organisationId: string) {
  await tx.deleteFrom('representation').where('speakerId', '=', speakerId).where('organisationId', '=', organisationId).execute()
}
