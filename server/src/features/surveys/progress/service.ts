import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { remindAbout } from '../../inbox/items/service.ts'
import { noteContact } from '../../services/contacts/service.ts'
import { isSurveySpeaker } from '../policy.ts'
import { listOrganisationsOf, listResponseIds, noteReminded } from '../responses/tables.ts'
import type { Survey } from '../tables.ts'
import { bySpeaker, leastFirms, progressOf } from './rules.ts'
import { listStanding } from './tables.ts'

export async function viewProgress(tx: Tx, actor: Actor, survey: Survey) {
  const rows = await listStanding(tx, actor, survey.id)
  const least = hasRole(actor, 'secretariat') ? 1 : leastFirms
  // An association looks at its own firms; who else speaks for one of them is not its business.
  const groups = bySpeaker(rows).filter(({ id }) => !isSurveySpeaker(actor) || id === actor.organisationId)
  return { all: progressOf(rows, least), speakers: groups.map(({ id, name, rows: theirs }) => ({ id, name, progress: progressOf(theirs, least) })) }
}

export async function remindSilent(tx: Tx, actor: Actor, survey: Survey, { speaker }: { speaker?: string }, now: Date) {
  if (survey.state !== 'open') refuse('survey_not_open', { state: survey.state })
  const silent = await listResponseIds(tx, actor, survey.id, { q: '', state: 'waiting', ...(speaker ? { speaker } : {}) })
  const reached = await remindAbout(tx, actor, { subjectType: 'survey_response', subjectIds: silent, kinds: ['survey_response.answer'] }, now)
  await noteReminded(tx, reached.map(({ subjectId }) => subjectId), now)
  // One more that the firm received: its burden counts it, once a day.
  for (const { id, organisationId } of await listOrganisationsOf(tx, reached.map(({ subjectId }) => subjectId))) {
    await noteContact(tx, actor, { organisationId, kind: 'call', asked: 'survey_response.answer', subject: { type: 'survey_response', id } }, now)
  }
  audit(tx, actor, now, { event: 'survey.reminded', subjectType: 'survey', subjectId: survey.id, details: { silent: silent.length, reminded: reached.length } })
  return { silent: silent.length, reminded: reached.length, mails: reached.reduce((sum, { mails }) => sum + mails, 0) }
}
