import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { visibleResponses } from '../responses/tables.ts'

type State = 'waiting' | 'submitted' | 'returned' | 'accepted' | 'declined'

/** Of every firm this actor may see, only where it stands. */
export async function listStanding(tx: Tx, actor: Actor, surveyId: string) {
  const rows = await visibleResponses(tx, actor)
    .where('surveyResponse.surveyId', '=', surveyId)
    .select(['surveyResponse.state', 'surveyResponse.unchanged', 'surveyResponse.outlook', 'surveyResponse.remindedCount'])
    .select(
      sql<{ id: string; name: string }[]>`(select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.protocol_order, o.id), '[]')
        from survey_speaker s join organisation o on o.id = s.speaker_id where s.response_id = survey_response.id)`.as('speakers'),
    )
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as State, outlook: row.outlook as 'grow' | 'same' | 'shrink' | null }))
}
