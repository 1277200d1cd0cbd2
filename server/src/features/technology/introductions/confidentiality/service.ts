import { createHash } from 'node:crypto'
import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { grantAccess, revokeAccess } from '../../../needs/problems/service.ts'
import { grantDetails, revokeDetails } from '../../achievements/access/service.ts'
import { sideOf } from '../policy.ts'
import { confidentialityText, confidentialityVersion, underWay } from '../rules.ts'
import type { Introduction } from '../tables.ts'
import { insertPromise, listPromises } from './tables.ts'

export const textOf = ({ number, askerName, answererName }: Introduction) => {
  const text = confidentialityText({ number, asker: askerName, answerer: answererName })
  return { text, version: confidentialityVersion, sha256: createHash('sha256').update(text).digest() }
}

const sourceOf = ({ id }: Introduction) => `introduction:${id}`
const opened = (introduction: Introduction) => ({
  problem: { id: introduction.needId, number: introduction.needNumber },
  achievement: introduction.achievementId && introduction.achievementNumber ? { id: introduction.achievementId, number: introduction.achievementNumber } : null,
  source: sourceOf(introduction),
})

export async function viewConfidentiality(tx: Tx, introduction: Introduction) {
  const { text, version, sha256 } = textOf(introduction)
  const promises = await listPromises(tx, introduction.id)
  return {
    needed: introduction.needSecrecy === 'nda' || introduction.disclosure === 'nda',
    holds: promises.length === 2 && (underWay as readonly string[]).includes(introduction.state),
    version,
    text,
    sha256: sha256.toString('hex'),
    confirmed: promises.map(({ side, organisationName, by, confirmedAt, textSha256 }) => ({ side: side as 'asker' | 'answerer', organisationName, by, at: confirmedAt.toISOString(), sha256: textSha256.toString('hex') })),
  }
}

/** One side promises. When both have, each reads what the other kept back. */
export async function confirmSecrecy(tx: Tx, actor: Actor, introduction: Locked<Introduction>, given: string, now: Date) {
  if (!(underWay as readonly string[]).includes(introduction.state)) refuse('wrong_state', { state: introduction.state })
  const { version, sha256 } = textOf(introduction)
  // A name may have changed since the page was read: nobody signs a text they have not seen.
  if (sha256.toString('hex') !== given) refuse('changed_meanwhile')
  const side = sideOf(actor, introduction) as 'asker' | 'answerer'
  const added = await insertPromise(tx, { introductionId: introduction.id, side, organisationId: actor.organisationId!, accountId: actor.accountId, textVersion: version, textSha256: sha256, confirmedAt: now })
  if (added > 0) audit(tx, actor, now, { event: 'introduction.secrecy_confirmed', subjectType: 'introduction', subjectId: introduction.id, details: { number: introduction.number, side, version, sha256: sha256.toString('hex') } })
  const holds = (await listPromises(tx, introduction.id)).length === 2
  if (holds) {
    const { problem, achievement, source } = opened(introduction)
    await grantAccess(tx, actor, { problem, organisationId: introduction.answererId, source }, now)
    if (achievement) await grantDetails(tx, actor, { achievement, organisationId: introduction.askerId, source }, now)
  }
  return { holds }
}

/** It ended: neither reads on. The promise itself stays. */
export async function closeDetails(tx: Tx, actor: Actor | null, introduction: Introduction, now: Date) {
  const { problem, achievement, source } = opened(introduction)
  await revokeAccess(tx, actor, { problem, organisationId: introduction.answererId, source }, now)
  if (achievement) await revokeDetails(tx, actor, { achievement, organisationId: introduction.askerId, source }, now)
}
