import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { codeNames } from '../../../talent/codes/service.ts'
import type { Survey } from '../../tables.ts'
import { recodeLines } from './tables.ts'

/** Until the answers are scored. What the firm wrote stands in the trail, with how many lines were moved. */
export async function merge(tx: Tx, actor: Actor, survey: Locked<Survey>, { from, to }: { from: string; to: string }, now: Date) {
  if (survey.state !== 'open' && survey.state !== 'closed') refuse('wrong_state', { state: survey.state })
  const names = await codeNames(tx, 'occupation', [to])
  if (from === to || !names.has(to)) refuse('invalid_input', { issues: [{ path: ['to'], code: 'unknown' }] })
  const lines = await recodeLines(tx, survey.id, { from, to })
  if (lines === 0) refuse('invalid_input', { issues: [{ path: ['from'], code: 'unknown' }] })
  audit(tx, actor, now, { event: 'survey.occupations_merged', subjectType: 'survey', subjectId: survey.id, details: { from, to, lines } })
  return { lines }
}
