import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { visibleOrganisationIds } from '../../../members/service.ts'
import type { Fact, PolicyFit, SentenceFields } from '../contract.ts'
import { byVerdict, fit, type Facts, type Sentence } from '../rules.ts'
import { listInForce, type Policy } from '../tables.ts'
import { rowView } from '../view/service.ts'
import { findFacts, findFirm, listFacts, type FirmFacts } from './tables.ts'

const factsOf = ({ membershipId, openPosts, openNeeds, interns, kind, industry, size, staff, division, town, seat, park, honest }: FirmFacts): Facts => ({
  kind, industry, size, staff, division, town, seat, park, honest,
  member: membershipId !== null,
  openPosts: Number(openPosts), openNeeds: Number(openNeeds), interns: Number(interns),
})

/** A firm this actor may see at all; whether it sees how policies fit is asked next. */
export async function findFirmToFit(tx: Tx, actor: Actor, organisationId: string) {
  const firm = await findFirm(tx, organisationId)
  return firm && (await visibleOrganisationIds(tx, actor, [organisationId])).length > 0 ? firm : undefined
}
type Firm = NonNullable<Awaited<ReturnType<typeof findFirm>>>

export async function fitOf(tx: Tx, firm: Firm, now: Date) {
  const today = dayOf(now)
  const policies = await listInForce(tx, firm.allianceIds, today)
  const facts = new Map<string, Facts>()
  for (const allianceId of new Set(policies.map((policy) => policy.allianceId))) facts.set(allianceId, factsOf(await findFacts(tx, firm.id, allianceId)))
  const rows = policies.map((policy) => fitRow(policy, facts.get(policy.allianceId)!, today)).sort(byVerdict)
  return { organisationId: firm.id, organisationName: firm.name, asOf: now.toISOString(), rows }
}

function fitRow(policy: Policy, facts: Facts, today: string): PolicyFit {
  const { source, summary, how } = policy
  // The contract has checked them on their way in.
  const { verdict, sentences, missing } = fit(policy.sentences as unknown as Sentence[], facts)
  return { ...rowView(policy, today), source, summary, how, verdict, sentences: sentences as PolicyFit['sentences'], missing }
}

const shownAtMost = 20
export async function previewPolicy(tx: Tx, actor: Actor, { sentences }: { sentences: readonly SentenceFields[] }) {
  const firms = (await listFacts(tx, actor.allianceId!)).map((row) => ({ organisationId: row.id, name: row.name, ...fit(sentences as readonly Sentence[], factsOf(row)) }))
  const of = (verdict: string) => firms.filter((one) => one.verdict === verdict)
  const missing = new Map<Fact, number>()
  for (const fact of firms.flatMap((one) => one.missing)) missing.set(fact, (missing.get(fact) ?? 0) + 1)
  return {
    firms: firms.length, fits: of('fits').length, unknown: of('unknown').length, doesNot: of('does_not').length,
    missing: [...missing].map(([fact, count]) => ({ fact, firms: count })).sort((a, b) => b.firms - a.firms),
    examples: [...of('fits').slice(0, shownAtMost), ...of('unknown').slice(0, shownAtMost)].map(({ organisationId, name, verdict, missing: lacks }) => ({ organisationId, name, verdict, missing: lacks })),
  }
}
