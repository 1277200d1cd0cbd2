import type { Actor } from '../../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import type { Upload } from '../../../../kernel/route.ts'
import { keepFile, listFiles, removeFile, viewFile } from '../../../files/service.ts'
import { findProblem, lockProblem, seesPrivate, type Problem } from '../service.ts'

const ended = ['solved', 'declined', 'withdrawn', 'expired']

/** Drawings, photographs, measurements, a note of acceptance: evidence of the question and of its solution. */
export async function addFile(tx: Tx, actor: Actor, problem: Locked<Problem>, upload: Upload, now: Date) {
  if (ended.includes(problem.state)) refuse('wrong_state', { state: problem.state })
  const allow = ['pdf', 'png', 'jpeg', 'webp', 'xlsx', 'docx'] as const
  return viewFile(await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'problem', subjectId: problem.id, allow }, now))
}

export async function findWithFile(tx: Tx, actor: Actor, ids: { needId: string; fileId: string }) {
  const problem = await lockProblem(tx, actor, ids.needId)
  const file = problem && (await listFiles(tx, 'problem', problem.id)).find((one) => one.id === ids.fileId)
  return problem && file ? { ...problem, file } : undefined
}

export async function takeAway(tx: Tx, actor: Actor, found: NonNullable<Awaited<ReturnType<typeof findWithFile>>>, now: Date) {
  if (ended.includes(found.state)) refuse('wrong_state', { state: found.state })
  await removeFile(tx, actor, found.file, now)
  return {}
}

/** Files are as private as the details: a public question does not make its drawings so. */
export async function seesProblemFiles(tx: Tx, actor: Actor, needId: string) {
  const problem = await findProblem(tx, actor, needId)
  return problem !== undefined && (await seesPrivate(tx, actor, problem))
}
