import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import type { Upload } from '../../../../kernel/route.ts'
import { keepFile, listFiles, viewFile } from '../../../files/service.ts'
import { findMentorship, updateMentorship, type Mentorship } from '../tables.ts'

const allow = ['pdf', 'png', 'jpeg', 'webp'] as const

/** The mentor's or the employer's answer on paper: an equal way, kept whole. */
export async function addPaper(tx: Tx, actor: Actor, mentorship: Locked<Mentorship>, upload: Upload, now: Date) {
  if (!['invited', 'applied'].includes(mentorship.state)) refuse('wrong_state', { state: mentorship.state })
  return viewFile(await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'mentor_paper', subjectId: mentorship.id, allow }, now))
}
export const hasPaper = async (tx: Tx, mentorshipId: string) => (await listFiles(tx, 'mentor_paper', mentorshipId)).length > 0
export const viewPapers = async (tx: Tx, mentorshipId: string) => (await listFiles(tx, 'mentor_paper', mentorshipId)).map(viewFile)

/** The contract as both have signed and sealed it on paper, with the day on it. */
export async function addContract(tx: Tx, actor: Actor, mentorship: Locked<Mentorship>, { signedOn, upload }: { signedOn: string; upload: Upload }, now: Date) {
  if (mentorship.state !== 'contracting') refuse('wrong_state', { state: mentorship.state })
  if (signedOn > dayOf(now)) refuse('signed_in_future')
  const file = await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'mentor_contract', subjectId: mentorship.id, allow }, now)
  await updateMentorship(tx, mentorship.id, { contractFileId: file.id, contractSignedOn: signedOn }, now)
  return viewFile(file)
}
export const viewContractFile = async (tx: Tx, mentorship: Mentorship) => {
  const file = (await listFiles(tx, 'mentor_contract', mentorship.id)).find(({ id }) => id === mentorship.contractFileId)
  return file ? viewFile(file) : null
}

/** Papers are between the school and the mentor; the employer sees its own answer. */
export const seesMentorPapers = async (tx: Tx, actor: Actor, mentorshipId: string) => (await findMentorship(tx, actor, mentorshipId, '2000-01-01')) !== undefined
export async function seesMentorContracts(tx: Tx, actor: Actor, mentorshipId: string) {
  const mentorship = await findMentorship(tx, actor, mentorshipId, '2000-01-01')
  return mentorship !== undefined && (actor.role === 'school_contact' || mentorship.mentorAccountId === actor.accountId)
}
