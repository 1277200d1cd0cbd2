import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { forbiddenApplicant, isMinor, type Kind } from '../../rules.ts'
import type { MyIntake } from '../contract.ts'
import { findLearner, findSignup, isPlaced, listChoices, listIntakeClasses, listMyIntakes, listOpenTo, replaceSignup, type Intake } from '../tables.ts'

export const viewMyIntakes = async (tx: Tx, actor: Actor) => ({ rows: await listMyIntakes(tx, actor) })

const mayStillSign = (intake: Intake, now: Date) => intake.state === 'signing' && now < intake.signUpUntil

export async function viewMyIntake(tx: Tx, actor: Actor, intake: Intake, now: Date): Promise<MyIntake> {
  const { id, number, title, state, schoolName, maxChoices, signUpUntil } = intake
  const learner = await findLearner(tx, actor.studentId!)
  const openTo = new Set(await listOpenTo(tx, id, learner.id))
  const signup = await findSignup(tx, id, learner.id)
  const classes = (await listIntakeClasses(tx, id)).filter((one) => openTo.has(one.id))
  return {
    id, number, title, state, schoolName, maxChoices, signUpUntil,
    commitment: intake.seedCommitment.toString('hex'),
    classes: classes.map((one) => ({
      id: one.id, number: one.number, kind: one.kind as Kind, title: one.title, organisationName: one.organisationName, postTitle: one.postTitle, seats: one.seats, minSeats: one.minSeats, payFloor: one.payFloor, startsOn: one.startsOn, endsOn: one.endsOn, curriculum: one.curriculum, benefits: one.benefits, quitting: one.quitting, costs: one.costs, courses: one.courses,
      forbidden: forbiddenApplicant({ birthDate: learner.birthDate, employed: false }, { kind: one.kind as Kind, startsOn: one.startsOn }),
    })),
    choices: await listChoices(tx, id, learner.id),
    statement: signup?.statement ?? '',
    signedAt: signup?.signedAt ?? null,
    minor: isMinor(learner.birthDate, dayOf(now)),
    can: { sign: mayStillSign(intake, now) },
  }
}

/** Of their own will, best first. Without a choice they are out again. */
export async function signUp(tx: Tx, actor: Actor, intake: Intake, { choices, statement, employed }: { choices: readonly string[]; statement: string; employed: boolean }, now: Date) {
  if (intake.state !== 'signing') refuse('wrong_state', { state: intake.state })
  if (now >= intake.signUpUntil) refuse('deadline_passed')
  if (choices.length > intake.maxChoices) refuse('too_many_wishes', { most: intake.maxChoices })
  const learner = await findLearner(tx, actor.studentId!)
  const openTo = new Set(await listOpenTo(tx, intake.id, learner.id))
  if (new Set(choices).size !== choices.length || choices.some((id) => !openTo.has(id))) refuse('invalid_input', { issues: [{ path: ['choices'], code: 'unknown' }] })
  const chosen = (await listIntakeClasses(tx, intake.id)).filter((one) => choices.includes(one.id))
  const forbidden = chosen.flatMap((one) => forbiddenApplicant({ birthDate: learner.birthDate, employed }, { kind: one.kind as Kind, startsOn: one.startsOn }).map((no) => ({ ...no, class: one.number })))
  if (forbidden.length > 0) refuse('class_rule_forbids', { rule: forbidden[0]!.rule, code: forbidden[0]!.code, all: forbidden })
  if (choices.length > 0 && (await isPlaced(tx, learner.id))) refuse('already_in_class')
  await replaceSignup(tx, { intakeId: intake.id, studentId: learner.id, accountId: actor.accountId, statement, signedAt: now }, choices)
  audit(tx, actor, now, { event: choices.length > 0 ? 'class_intake.signed_up' : 'class_intake.sign_up_withdrawn', subjectType: 'class_intake', subjectId: intake.id, details: { choices: choices.length } })
  return { signedAt: choices.length > 0 ? now : null, choices: choices.length }
}
