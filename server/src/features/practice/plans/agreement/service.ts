import type { Actor } from '../../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { agreementsOf, draftAgreement, terminateAgreement, type AgreementFacts } from '../../../agreements/service.ts'
import { settle } from '../../../inbox/service.ts'
import { findSettings } from '../../tables.ts'
import { findOpeningCosts, type Plan } from '../tables.ts'

const subject = 'practice_plan'

export const agreementOf = async (tx: Tx, planId: string): Promise<AgreementFacts | undefined> => (await agreementsOf(tx, subject, [planId])).get(planId)?.[0]

/** Whether this school wants one signed before the first day, and nobody has yet. */
export async function lacksAgreement(tx: Tx, plan: Pick<Plan, 'id' | 'schoolId'>): Promise<boolean> {
  if (!(await findSettings(tx, plan.schoolId)).needsAgreement) return false
  return (await agreementOf(tx, plan.id))?.state !== 'concluded'
}

/** School, firm and teacher; the school keeps it, and reads it once more before it is opened for signing. */
export async function draftFor(tx: Tx, actor: Actor, plan: Locked<Plan>, now: Date) {
  if (plan.state !== 'accepted' && plan.state !== 'approved') refuse('wrong_state', { state: plan.state })
  if (await agreementOf(tx, plan.id)) refuse('agreement_exists')
  const costs = plan.openingId ? await findOpeningCosts(tx, plan.openingId) : undefined
  const { id } = await draftAgreement(
    tx,
    actor,
    {
      kind: 'practice',
      subject: { kind: subject, id: plan.id },
      allianceId: plan.allianceId,
      keeperId: plan.schoolId,
      facts: { post: plan.openingTitle ?? plan.organisationName, tasks: plan.tasks, mentor: plan.guideName ?? '', insurance: costs ?? '按学校和企业的规定办理' },
      parties: [
        { kind: 'organisation', organisationId: plan.schoolId, role: 'school', position: 1 },
        { kind: 'organisation', organisationId: plan.organisationId, role: 'unit', position: 1 },
        { kind: 'teacher', teacherId: plan.teacherId, position: 2 },
      ],
      startsOn: plan.startsOn,
      endsOn: plan.endsOn,
    },
    now,
  )
  await settle(tx, actor, { subjectType: subject, subjectIds: [plan.id], kinds: ['practice_plan.agreement'] }, 'submit', now)
  return { id }
}

/** Nobody goes: neither does what was to be signed for it. */
export async function endAgreement(tx: Tx, actor: Actor | null, plan: Plan, reason: string, now: Date) {
  const agreement = await agreementOf(tx, plan.id)
  if (agreement) await terminateAgreement(tx, actor, agreement.id, { reason }, now)
}
