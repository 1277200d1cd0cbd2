import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { findOrganisation } from '../organisations/tables.ts'
import { speakerKinds } from '../policy.ts'
import { deleteRepresentation, insertRepresentation } from './tables.ts'

export async function findPair(tx: Tx, actor: Actor, ids: { speakerId: string; organisationId: string }) {
  const speaker = await findOrganisation(tx, actor, ids.speakerId)
  const organisation = await findOrganisation(tx, actor, ids.organisationId)
  return speaker && organisation ? { speaker, organisation } : undefined
}

type Pair = NonNullable<Awaited<ReturnType<typeof findPair>>>

export async function letSpeak(tx: Tx, actor: Actor, { speaker, organisation }: Pair, now: Date) {
  if (!speakerKinds.includes(speaker.kind) || speaker.id === organisation.id) refuse('cannot_speak', { kind: speaker.kind })
  const isNew = await insertRepresentation(tx, { speakerId: speaker.id, organisationId: organisation.id, since: dayOf(now) })
  if (isNew) audit(tx, actor, now, { event: 'representation.granted', subjectType: 'organisation', subjectId: organisation.id, details: { speakerId: speaker.id } })
  return {}
}

export async function letSpeakNoMore(tx: Tx, actor: Actor, { speaker, organisation }: Pair, now: Date) {
  await deleteRepresentation(tx, speaker.id, organisation.id)
  audit(tx, actor, now, { event: 'representation.ended', subjectType: 'organisation', subjectId: organisation.id, details: { speakerId: speaker.id } })
  return {}
}
