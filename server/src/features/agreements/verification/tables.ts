import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

/** What anybody may know of an agreement: never a person's name. */
const publicly = (tx: Tx) =>
  tx
    .selectFrom('agreement')
    .leftJoin('organisation as keeper', 'keeper.id', 'agreement.keeperId')
    .leftJoin('agreement as later', (join) => join.onRef('later.supersedesId', '=', 'agreement.id').on('later.state', '=', 'concluded'))
    .select(['agreement.number', 'agreement.code', 'agreement.kind', 'agreement.state', 'agreement.startsOn', 'agreement.endsOn', 'agreement.signedOn', 'agreement.endedOn', 'agreement.textHash', 'keeper.name as keeperName', 'later.number as laterNumber'])
    .select(sql<string[]>`array(select p.name from agreement_party p where p.agreement_id = agreement.id and p.kind = 'organisation' order by p.position, p.id)`.as('organisations'))
    .select(sql<number>`(select count(*)::int from agreement_party p where p.agreement_id = agreement.id)`.as('parties'))
    .select(sql<number>`(select count(*)::int from agreement_signature s where s.agreement_id = agreement.id)`.as('signatures'))
    .where('agreement.text', 'is not', null)

export const findByPaperCode = (tx: Tx, code: string) => publicly(tx).where('agreement.code', '=', code).executeTakeFirst()
export const findByHash = (tx: Tx, hash: Buffer) => publicly(tx).where('agreement.textHash', '=', hash).executeTakeFirst()
