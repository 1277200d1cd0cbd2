import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { listCards, type TasksPlacement } from '../tables.ts'
import { viewCard } from '../view/service.ts'
import { deleteMentor, listInterns, listMentorSeats, upsertMentor } from './tables.ts'

export const viewMentors = async (tx: Tx, placement: TasksPlacement) => ({ rows: await listMentorSeats(tx, placement.organisationId) })

export async function giveMentor(tx: Tx, actor: Actor, placement: Locked<TasksPlacement>, accountId: string | null, now: Date) {
  const mentor = accountId === null ? null : ((await listMentorSeats(tx, placement.organisationId)).find((one) => one.accountId === accountId) ?? refuse('invalid_input', { issues: [{ path: ['accountId'], code: 'unknown' }] }))
  if (mentor) await upsertMentor(tx, { placementId: placement.id, accountId: mentor.accountId, givenBy: actor.accountId }, now)
  else await deleteMentor(tx, placement.id)
  audit(tx, actor, now, { event: 'placement.mentor_given', subjectType: 'placement', subjectId: placement.id, details: { number: placement.number, accountId } })
  return { name: mentor?.name ?? null }
}

export async function viewInterns(tx: Tx, actor: Actor) {
  const interns = await listInterns(tx, actor)
  const cards = Map.groupBy(await listCards(tx, interns.map(({ placementId }) => placementId)), ({ placementId }) => placementId)
  return {
    rows: interns.map((intern) => {
      const { placementId, studentName, schoolName, title, startsOn, endsOn, supervisorName, supervisorPhone } = intern
      return { placementId, studentName, schoolName, title, startsOn, endsOn, supervisorName, supervisorPhone, cards: (cards.get(placementId) ?? []).map((card) => viewCard(actor, card, intern)) }
    }),
  }
}
