import type { Tx } from '../../../kernel/db.ts'

export const listPoliciesOf = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('insuranceCover as cover')
    .innerJoin('insurancePolicy as policy', 'policy.id', 'cover.policyId')
    .select(['policy.insurer', 'policy.number', 'policy.kind'])
    .where('cover.placementId', '=', placementId)
    .orderBy('policy.startsOn')
    .execute()
