import type { Actor } from '../../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { agreementsOf, draftAgreement, terminateAgreement } from '../../../agreements/service.ts'
import { faultsOfTerms } from '../../rules.ts'
import type { Mentorship } from '../tables.ts'

const subject = 'mentorship'

const agreementOf = async (tx: Tx, mentorshipId: string) => (await agreementsOf(tx, subject, [mentorshipId])).get(mentorshipId)?.[0]

/** What the appointment stands on: signed here, or on paper that is kept here. */
export async function contractOf(tx: Tx, mentorship: Pick<Mentorship, 'id' | 'contractFileId' | 'contractSignedOn'>) {
  const agreement = await agreementOf(tx, mentorship.id)
  const signed = agreement?.state === 'concluded'
  const onPaper = mentorship.contractFileId !== null
  return { agreementId: agreement?.id ?? null, agreementState: agreement?.state ?? null, signedOn: signed ? agreement.signedOn : onPaper ? mentorship.contractSignedOn : null }
}

/** From the terms, between school and mentor. The school keeps it, and reads it once more before it is opened for signing. */
export async function draftContract(tx: Tx, actor: Actor, mentorship: Locked<Mentorship>, now: Date) {
  if (mentorship.state !== 'contracting') refuse('wrong_state', { state: mentorship.state })
  const faults = faultsOfTerms(mentorship)
  if (faults.length > 0) refuse('invalid_input', { issues: faults })
  if (await agreementOf(tx, mentorship.id)) refuse('agreement_exists')
  const { id } = await draftAgreement(
    tx,
    actor,
    {
      kind: 'mentor',
      subject: { kind: subject, id: mentorship.id },
      allianceId: mentorship.allianceId,
      keeperId: mentorship.schoolId,
      facts: { tasks: mentorship.duties, hours: String(mentorship.hoursPerYear), pay: mentorship.pay },
      parties: [
        { kind: 'organisation', organisationId: mentorship.schoolId, role: 'school', position: 1 },
        { kind: 'person', role: 'mentor', name: mentorship.mentorName, position: 1, ...(mentorship.mentorAccountId ? { accountId: mentorship.mentorAccountId } : {}), ...(mentorship.phone ? { phone: mentorship.phone } : {}) },
      ],
      startsOn: mentorship.startsOn,
      endsOn: mentorship.endsOn,
    },
    now,
  )
  return { id }
}

/** The appointment is over, or never came to be: so is its contract. */
export async function endContract(tx: Tx, actor: Actor | null, mentorship: Mentorship, reason: string, now: Date) {
  const agreement = await agreementOf(tx, mentorship.id)
  if (agreement) await terminateAgreement(tx, actor, agreement.id, { reason: reason || '聘期届满' }, now)
}
