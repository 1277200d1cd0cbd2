import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/db.ts'
import { refuse } from '../../kernel/refusal.ts'
import { findSchool, lockSchool, type School } from './tables.ts'

/** The school somebody writes for: their own, or the one the office names. */
export async function schoolToWrite(tx: Tx, actor: Pick<Actor, 'organisationId'>, named?: string): Promise<School> {
  const schoolId = actor.organisationId ?? named
  if (!schoolId) return refuse('invalid_input', { issues: [{ path: ['schoolId'], code: 'missing' }] })
  const school = await findSchool(tx, schoolId)
  if (!school) return refuse('invalid_input', { issues: [{ path: ['schoolId'], code: 'unknown' }] })
  await lockSchool(tx, school.id)
  return school
}
