import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { visibleIntroductions } from '../introductions/tables.ts'

/** Introductions that this actor knows of, so that nobody introduces the same two again. The newest last. */
export const listKnown = (tx: Tx, actor: Actor, of: { needId?: string; achievementId?: string; teamId?: string }) =>
  visibleIntroductions(tx, actor)
    .select(['introduction.id', 'introduction.state', 'introduction.needId', 'introduction.achievementId', 'introduction.teamId'])
    .$if(of.needId !== undefined, (all) => all.where('introduction.needId', '=', of.needId!))
    .$if(of.achievementId !== undefined, (all) => all.where('introduction.achievementId', '=', of.achievementId!))
    .$if(of.teamId !== undefined, (all) => all.where('introduction.teamId', '=', of.teamId!))
    .orderBy('introduction.madeAt')
    .execute()

/** Alliances that this actor's organisation belongs to: its platform may bring together what is of them. */
export const listAlliancesOf = async (tx: Tx, { organisationId }: Actor) =>
  organisationId === null ? [] : (await tx.selectFrom('membership').select('allianceId').where('organisationId', '=', organisationId).where('state', '=', 'active').execute()).map(({ allianceId }) => allianceId)
