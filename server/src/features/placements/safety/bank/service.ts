import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import type { QuestionFields } from '../contract.ts'
import { mayKeepBank } from '../policy.ts'
import { faultsOf } from '../rules.ts'
import { starterQuestions } from '../starter/rules.ts'
import { deleteBank, findBank, insertBank, listQuestions, listVersions, lockBank, lockBanksOf, replaceQuestions, updateBank, type Bank } from '../tables.ts'

const usual = { drawn: 20, passMark: 80 }

async function viewOne(tx: Tx, bank: Bank) {
  const questions = (await listQuestions(tx, bank.id)).map(({ topic, kind, text, textEn, options, answer, why, whyEn }) => ({ topic, kind, text, textEn, options, answer, why, whyEn }))
  return { version: bank.version, state: bank.state as 'draft', drawn: bank.drawn, passMark: bank.passMark, publishedAt: bank.publishedAt, questions }
}
const starter = () => ({ version: null, state: 'starter' as const, ...usual, publishedAt: null, questions: starterQuestions.map(({ options, answer, ...rest }) => ({ ...rest, options: [...options], answer: [...answer] })) })

export async function viewBank(tx: Tx, actor: Actor) {
  const [published, draft] = [await findBank(tx, actor.organisationId!, 'published'), await findBank(tx, actor.organisationId!, 'draft')]
  return { current: published ? await viewOne(tx, published) : starter(), draft: draft ? await viewOne(tx, draft) : null, versions: await listVersions(tx, actor.organisationId!), can: { keep: mayKeepBank(actor) } }
}

export async function saveBank(tx: Tx, actor: Actor, { questions, drawn, passMark }: { questions: readonly QuestionFields[]; drawn: number; passMark: number }, now: Date) {
  const schoolId = actor.organisationId!
  await lockBanksOf(tx, schoolId)
  const draft = await lockBank(tx, schoolId, 'draft')
  const { id, version } = draft ?? (await insertBank(tx, { schoolId, state: 'draft', drawn, passMark, createdBy: actor.accountId, createdAt: now, publishedAt: null }))
  await updateBank(tx, id, { drawn, passMark })
  await replaceQuestions(tx, id, questions)
  return { version }
}

export async function publishBank(tx: Tx, actor: Actor, now: Date) {
  const schoolId = actor.organisationId!
  await lockBanksOf(tx, schoolId)
  const draft = (await lockBank(tx, schoolId, 'draft')) ?? refuse('wrong_state', { state: 'published' })
  const questions = await listQuestions(tx, draft.id)
  const issues = faultsOf({ questions, drawn: draft.drawn })
  if (issues.length > 0) refuse('invalid_input', { issues })
  const before = await lockBank(tx, schoolId, 'published')
  if (before) await updateBank(tx, before.id, { state: 'retired' })
  await updateBank(tx, draft.id, { state: 'published', publishedAt: now })
  audit(tx, actor, now, { event: 'safety_bank.published', subjectType: 'safety_bank', subjectId: draft.id, details: { version: draft.version, questions: questions.length } })
  return { version: draft.version, questions: questions.length }
}

export async function dropBank(tx: Tx, actor: Actor) {
  const draft = (await lockBank(tx, actor.organisationId!, 'draft')) ?? refuse('not_found')
  await deleteBank(tx, draft.id)
  return {}
}

/** The bank in force. A school that has made none works with the set that the program brings: taken over as its first version when somebody needs it. */
export async function bankInForce(tx: Tx, schoolId: string, now: Date): Promise<Bank> {
  const published = await findBank(tx, schoolId, 'published')
  if (published) return published
  await lockBanksOf(tx, schoolId)
  const meanwhile = await findBank(tx, schoolId, 'published')
  if (meanwhile) return meanwhile
  const { id } = await insertBank(tx, { schoolId, state: 'published', ...usual, createdBy: null, createdAt: now, publishedAt: now })
  await replaceQuestions(tx, id, starterQuestions)
  return (await findBank(tx, schoolId, 'published'))!
}
export const settingsOf = async (tx: Tx, schoolId: string) => (await findBank(tx, schoolId, 'published')) ?? usual
