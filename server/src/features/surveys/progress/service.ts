import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { remindAbout } from '../../inbox/items/service.ts'
import { needsReason, spreadOf, totalOf } from '../../services/contacts/rules.ts'
import { burdensOf, noteContact, refuseUnlessExplained, thresholdOf } from '../../services/contacts/service.ts'
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

const silentOf = (tx: Tx, actor: Actor, survey: Survey, speaker: string | undefined) => listResponseIds(tx, actor, survey.id, { q: '', state: 'waiting', ...(speaker ? { speaker } : {}) })

/** What each of these firms received this month, from anybody. */
async function burdened(tx: Tx, survey: Survey, responseIds: readonly string[], now: Date) {
  const firms = await listOrganisationsOf(tx, responseIds)
  const burdens = await burdensOf(tx, { allianceId: survey.allianceId, organisationIds: firms.map(({ organisationId }) => organisationId) }, now)
  const rows = firms.map(({ id, organisationId }) => ({ id, organisationId, burden: burdens.get(organisationId)! }))
  return { rows, above: rows.filter(({ burden }) => needsReason(burden, burden.threshold)) }
}

export async function lookBeforeReminding(tx: Tx, actor: Actor, survey: Survey, { speaker }: { speaker?: string }, now: Date) {
  const silent = await silentOf(tx, actor, survey, speaker)
  const { rows, above } = await burdened(tx, survey, silent, now)
  const threshold = await thresholdOf(tx, survey.allianceId)
  return {
    silent: silent.length,
    threshold,
    spread: spreadOf(rows.map(({ burden }) => totalOf(burden)), rows.length, threshold),
    above: above.map(({ burden }) => burden).toSorted((a, b) => totalOf(b) - totalOf(a)),
  }
}

type Wish = { speaker?: string; sparing: boolean; reason?: string }

/** One more that each firm receives: those past the threshold are spared, or somebody says why not. */
export async function remindSilent(tx: Tx, actor: Actor, survey: Survey, { speaker, sparing, reason }: Wish, now: Date) {
  if (survey.state !== 'open') refuse('survey_not_open', { state: survey.state })
  const silent = await silentOf(tx, actor, survey, speaker)
  const { rows, above } = await burdened(tx, survey, silent, now)
  const spared = new Set(sparing ? above.map(({ id }) => id) : [])
  const meant = rows.filter(({ id }) => !spared.has(id))
  await refuseUnlessExplained(tx, { allianceId: survey.allianceId, organisationIds: meant.map(({ organisationId }) => organisationId), ...(reason ? { reason } : {}) }, now)
  const reached = await remindAbout(tx, actor, { subjectType: 'survey_response', subjectIds: meant.map(({ id }) => id), kinds: ['survey_response.answer'] }, now)
  await noteReminded(tx, reached.map(({ subjectId }) => subjectId), now)
  // Its burden counts it, once a day.
  const firmOf = new Map(rows.map(({ id, organisationId }) => [id, organisationId]))
  for (const { subjectId } of reached) {
    await noteContact(tx, actor, { organisationId: firmOf.get(subjectId)!, kind: 'call', asked: 'survey_response.answer', subject: { type: 'survey_response', id: subjectId }, ...(reason ? { reason } : {}) }, now)
  }
  audit(tx, actor, now, { event: 'survey.reminded', subjectType: 'survey', subjectId: survey.id, details: { silent: silent.length, spared: spared.size, reminded: reached.length, ...(reason && above.length > 0 ? { reason } : {}) } })
  return { silent: silent.length, spared: spared.size, reminded: reached.length, mails: reached.reduce((sum, { mails }) => sum + mails, 0) }
}
