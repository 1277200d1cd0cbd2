import type { Actor } from '../../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import type { Upload } from '../../../../kernel/route.ts'
import { keepFile, listFiles, viewFile } from '../../../files/service.ts'
import { findPlan, type Plan } from '../tables.ts'

type Part = 'acceptance' | 'appraisal' | 'journals'
const parts: readonly Part[] = ['acceptance', 'appraisal', 'journals']
/** One subject type a part, so that a paper is found again as what it is. */
const subjectOf = (part: Part) => `practice_${part}`

/** The firm's paper: an equal way, kept whole. */
export async function addPaper(tx: Tx, actor: Actor, plan: Locked<Plan>, part: Part, upload: Upload, now: Date) {
  if (['planned', 'applied', 'endorsed', 'archived', 'declined', 'withdrawn'].includes(plan.state)) refuse('wrong_state', { state: plan.state })
  return viewFile(await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: subjectOf(part), subjectId: plan.id, allow: ['pdf', 'png', 'jpeg', 'webp'] }, now))
}

export const hasPaper = async (tx: Tx, planId: string, part: Part) => (await listFiles(tx, subjectOf(part), planId)).length > 0

export async function viewPapers(tx: Tx, planId: string) {
  const papers = []
  for (const part of parts) for (const file of await listFiles(tx, subjectOf(part), planId)) papers.push({ ...viewFile(file), part })
  return papers
}

/** Whoever sees the plan. */
export const seesPlanFiles = async (tx: Tx, actor: Actor, planId: string) => (await findPlan(tx, actor, planId)) !== undefined
