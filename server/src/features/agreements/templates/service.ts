import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { agreementKinds, type AgreementKind } from '../contract.ts'
import type { Section } from '../rules.ts'
import { findAlliance } from '../tables.ts'
import { mayWriteTemplates } from './policy.ts'
import { faultsOfTemplate, namesOf, requiredOf } from './rules.ts'
import { starterOf } from './starters/rules.ts'
import { findNearest, insertTemplate, listVersions, type Template } from './tables.ts'

export { findTemplateById, type Template } from './tables.ts'

/** The words to begin with: the school's own, else its alliance's, else those the program brings, which are written down when first used. */
export async function templateFor(tx: Tx, which: { kind: string; allianceId: string; organisationId: string | null }, now: Date): Promise<Template> {
  const found = await findNearest(tx, which)
  const starter = starterOf(which.kind)
  const ofProgram = found && found.allianceId === null && found.organisationId === null
  if (found && !(ofProgram && found.version < starter.version)) return found
  await insertTemplate(tx, { ...starter, allianceId: null, organisationId: null, createdBy: null, createdAt: now })
  return (await findNearest(tx, which))!
}

type Owner = 'program' | 'alliance' | 'house'
type Version = Awaited<ReturnType<typeof listVersions>>[number]
const ownerOf = ({ allianceId, organisationId }: Pick<Template, 'allianceId' | 'organisationId'>): Owner => (organisationId ? 'house' : allianceId ? 'alliance' : 'program')
const versionView = (row: Version) => ({ id: row.id, owner: ownerOf(row), version: row.version, title: row.title, note: row.note, sections: row.sections, createdBy: row.createdByName, createdAt: row.createdAt, used: row.used })
const starterView = (kind: string) => {
  const { version, title, note, sections } = starterOf(kind)
  return { id: null, owner: 'program' as const, version, title, note, sections: [...sections], createdBy: null, createdAt: null, used: 0 }
}

/** Where somebody's own words belong: to their school, or to the alliance whose office they are. */
const ownOf = (actor: Actor) => ({ allianceId: actor.allianceId, organisationId: actor.allianceId ? null : actor.organisationId })

export async function viewTemplates(tx: Tx, actor: Actor) {
  const allianceId = actor.allianceId ?? (actor.organisationId ? ((await findAlliance(tx, actor.organisationId))?.allianceId ?? null) : null)
  const byKind = Map.groupBy(await listVersions(tx, { allianceId, organisationId: actor.allianceId ? null : actor.organisationId }), ({ kind }) => kind)
  const own: Owner = actor.allianceId ? 'alliance' : 'house'
  return {
    rows: agreementKinds.map((kind) => {
      const written = (byKind.get(kind) ?? []).map(versionView)
      const all = written.some(({ owner, version }) => owner === 'program' && version >= starterOf(kind).version) ? written : [...written, starterView(kind)]
      return { kind, current: all[0]!, earlier: all.slice(1), required: requiredOf(kind), names: namesOf(kind), ownVersion: Math.max(0, ...all.filter(({ owner }) => owner === own).map(({ version }) => version)), can: { edit: mayWriteTemplates(actor) } }
    }),
  }
}

/** New words for what is drafted from now on. Written from a version that is no longer the last, they are refused: two would overwrite each other. */
export async function writeTemplate(tx: Tx, actor: Actor, kind: AgreementKind, given: { title: string; note: string; sections: readonly Section[]; ownVersion: number }, now: Date) {
  const issues = faultsOfTemplate(kind, given.sections)
  if (issues.length > 0) refuse('template_incomplete', { issues, rule: kind === 'three_party' ? '1.14' : null })
  const own = ownOf(actor)
  const last = (await listVersions(tx, own)).find((row) => row.kind === kind && ownerOf(row) !== 'program')?.version ?? 0
  if (last !== given.ownVersion) refuse('changed_meanwhile')
  const version = last + 1
  const { title, note, sections } = given
  const id = (await insertTemplate(tx, { ...own, kind, version, title, note, sections, createdBy: actor.accountId, createdAt: now })) ?? refuse('changed_meanwhile')
  audit(tx, actor, now, { event: 'agreement_template.written', subjectType: 'agreement_template', subjectId: id, details: { kind, version } })
  return { id, version }
}
