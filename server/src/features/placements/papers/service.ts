import { say, t } from '@silian/words'
import type { Actor } from '../../../kernel/actor.ts'
import { inTransaction, type Db, type Locked, type Tx } from '../../../kernel/db.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { agreementsOf, draftAgreement, openAgreement, terminateAgreement } from '../../agreements/service.ts'
import type { AgreementFacts } from '../../agreements/service.ts'
import { moveAlong } from '../guards/service.ts'
import { isLive } from '../lifecycle.ts'
import { isInside } from '../policy.ts'
import { isOfAge, placeOf } from '../rules.ts'
import { findTerms, type Placement } from '../tables.ts'
import type { PaperKind } from './contract.ts'
import { findPlacementOfAgreement, findSigners } from './tables.ts'

type Facts = { payDay?: string; unitWeight?: string; offer?: string }

/** Who signs which paper, in order. A minor's guardian signs with the student; of somebody of age a parent on record is asked, too, and not waited for. */
async function partiesOf(tx: Tx, kind: PaperKind, placement: Placement) {
  const { studentId, schoolId, organisationId } = placement
  const { birthDate, hasGuardian } = await findSigners(tx, studentId)
  const minor = !isOfAge(birthDate, placement.startsOn)
  const student = { kind: 'student' as const, studentId, position: 1 }
  const guardian = { kind: 'guardian' as const, studentId, position: 1 }
  if (kind === 'consent' || kind === 'own_choice') return [student, ...(hasGuardian || minor ? [guardian] : [])]
  const houses = [{ kind: 'organisation' as const, role: 'school', organisationId: schoolId, position: 1 }, { kind: 'organisation' as const, role: 'unit', organisationId, position: 1 }]
  return [...houses, { ...student, position: 2 }, ...(minor ? [{ ...guardian, position: 2 }] : [])]
}

/** The sentence of the template has a full stop of its own. */
const unstopped = (text: string) => text.trim().replace(/[。；;.]+$/, '')

/** What the templates ask for, in the words of the paper: always Chinese. */
async function factsOf(tx: Tx, placement: Placement, more: Facts): Promise<Record<string, string>> {
  const terms = await findTerms(tx, placement.id)
  const word = (key: string) => say('zh-Hans', `placements:paper.${key}`) ?? ''
  const pay = terms.payMin === null || !terms.payPeriod ? '' : `${terms.payMax && terms.payMax !== terms.payMin ? `${terms.payMin}–${terms.payMax}` : terms.payMin} ${word(`payPeriod.${terms.payPeriod}`)}`
  const hours = terms.hoursPerDay === null || terms.hoursPerWeek === null ? '' : t('zh-Hans', 'placements:paper.hours', { day: terms.hoursPerDay, week: terms.hoursPerWeek })
  return {
    school: placement.schoolName, unit: placement.unitName, post: terms.title, place: placeOf(terms), tasks: unstopped(terms.tasks), hours, pay,
    lodging: placement.lodging ? word(`lodging.${placement.lodging}`) : '', meals: word(`meals.${terms.meals ?? 'none'}`),
    supervisor: placement.supervisorName ?? '', supervisorPhone: placement.supervisorPhone?.replace(/^\+86/, '') ?? '', mentor: placement.mentorName ?? '', reason: placement.refusal ?? '',
    payDay: more.payDay ?? '每月 15 日前', unitWeight: more.unitWeight ?? '50%', offer: more.offer ?? '同等条件',
  }
}

/** Writes the paper of each placement and opens it for signing. One that lacks something is named with what it lacks; the others go out. */
export async function draftPapers(tx: Tx, actor: Actor, placements: readonly Locked<Placement>[], { kind, facts = {} }: { kind: PaperKind; facts?: Facts }, now: Date) {
  const made: { placementId: string; agreementId: string }[] = []
  const refused: { placementId: string; studentName: string; code: string; issues: unknown[] }[] = []
  const live = await agreementsOf(tx, 'placement', placements.map(({ id }) => id))
  for (const placement of placements) {
    let drafted: string | null = null
    try {
      if (!isLive(placement.state)) throw new Refusal('wrong_state')
      if ((live.get(placement.id) ?? []).some((one) => one.kind === kind)) throw new Refusal('agreement_exists')
      const { id } = await draftAgreement(
        tx,
        actor,
        { kind, subject: { kind: 'placement', id: placement.id }, allianceId: placement.allianceId, facts: await factsOf(tx, placement, facts), parties: await partiesOf(tx, kind, placement), startsOn: placement.startsOn, endsOn: placement.endsOn },
        now,
      )
      drafted = id
      await openAgreement(tx, actor, id, now)
      made.push({ placementId: placement.id, agreementId: id })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // What it lacks is put right in the placement; then it is written anew.
      if (drafted) await terminateAgreement(tx, actor, drafted, { reason: '' }, now)
      refused.push({ placementId: placement.id, studentName: placement.studentName, code: error.code, issues: (error.details['issues'] as unknown[]) ?? [] })
    }
  }
  return { made, refused }
}

/** What a step means for the papers: cancelled or sent back, those under way are taken back; over, the agreement ends with the last day. */
export async function endPapers(tx: Tx, actor: Actor | null, placement: Placement, action: string, { reason, endedOn }: { reason: string; endedOn: string }, now: Date) {
  const kinds: Record<string, readonly string[]> = { cancel: ['consent', 'own_choice', 'three_party', 'apprenticeship'], reopen: ['three_party', 'apprenticeship'], change: ['three_party', 'apprenticeship'], endEarly: ['three_party', 'apprenticeship'] }
  const papers = (await agreementsOf(tx, 'placement', [placement.id])).get(placement.id) ?? []
  for (const paper of papers) if (kinds[action]?.includes(paper.kind)) await terminateAgreement(tx, actor, paper.id, { reason, endedOn }, now)
}

/** Something was signed, or an agreement ended: the placement goes on as far as it may. */
export async function heedAgreement(db: Db, agreementId: string, now: Date) {
  await inTransaction(db, async (tx) => {
    const placementId = await findPlacementOfAgreement(tx, agreementId)
    if (placementId) await moveAlong(tx, null, [placementId], now)
  })
}

const viewPaper = ({ id, kind, number, state, signedOn, parties }: AgreementFacts) => ({ id, kind, number, state, signedOn, parties: parties.map(({ role, name, signedOn: on }) => ({ role, name, signedOn: on })) })

/** What only the family and the school sign is theirs: a firm that sees the placement sees what it signs itself. */
const houses: readonly string[] = ['three_party', 'apprenticeship']

export async function viewPapers(tx: Tx, actor: Actor, placement: Placement) {
  const papers = (await agreementsOf(tx, 'placement', [placement.id])).get(placement.id) ?? []
  return { rows: papers.filter(({ kind }) => isInside(actor, placement) || houses.includes(kind)).map(viewPaper) }
}
