import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { visibleIntroductions } from '../introductions/tables.ts'

/** Introductions that this actor knows of, so that nobody introduces the same two again. The newest last. */
export const listKnown = (tx: Tx, actor: Actor, of: { needId?: string; achievementId?: string }) =>
  visibleIntroductions(tx, actor)
    .select(['introduction.id', 'introduction.state', 'introduction.needId', 'introduction.achievementId', 'introduction.teamId'])
    .$if(of.needId !== undefined, (all) => all.where('introduction.needId', '=', of.needId!))
    .$if(of.achievementId !== undefined, (all) => all.where('introduction.achievementId', '=', of.achievementId!))
    .orderBy('introduction.madeAt')
    .execute()
