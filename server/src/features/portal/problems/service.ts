import { toSimplified } from '@silian/words/simplified'
import type { Tx } from '../../../kernel/db.ts'
import { codeNames } from '../../talent/codes/service.ts'
import { endsOfNeeds, type EndOfNeed, type NeedCounts, type ProblemPublicRow, type ProblemPublicView, type PortalLocale } from '../contract.ts'
import { pageNumber, said, saidOrNull, typedIn, type Alliance, type Visit } from '../service.ts'
import { countEnds, countLive, findPublicProblem, listPublicSteps, pageOfEnded, pageOfOpen } from './tables.ts'

const size = 20

type Row = Awaited<ReturnType<typeof pageOfOpen>>['rows'][number]
type Names = ReadonlyMap<string, string>

const rowView = (row: Row, locale: PortalLocale, names: Names): ProblemPublicRow => ({
  id: row.id,
  number: row.number,
  kind: row.kind as ProblemPublicRow['kind'],
  family: row.family,
  title: said(locale, row.title, row.titleEn),
  organisation: said(locale, row.organisationName, row.organisationNameEn),
  state: row.state as ProblemPublicRow['state'],
  escalation: row.escalation,
  declineCode: row.declineCode,
  fields: row.fieldCodes.map((code) => said(locale, names.get(code) ?? code)),
  openedAt: row.verifiedAt!.toISOString(),
  endedAt: row.closedAt?.toISOString() ?? null,
  wantedBy: row.wantedBy,
  validUntil: row.validUntil!,
  demo: row.demo,
})

const namesOf = (tx: Tx, rows: readonly Pick<Row, 'fieldCodes'>[]) => codeNames(tx, 'industry', [...new Set(rows.flatMap((row) => row.fieldCodes))])

async function countsOf(tx: Tx, alliance: Alliance): Promise<NeedCounts> {
  const of = await countEnds(tx, alliance.id)
  return { live: await countLive(tx, alliance.id), solved: of('solved'), declined: of('declined'), expired: of('expired'), withdrawn: of('withdrawn') }
}

export async function viewProblems(tx: Tx, { locale, query }: Visit, alliance: Alliance) {
  const filter = { q: typedIn(query, 'q'), kind: ['technology', 'service'].includes(query.kind ?? '') ? query.kind! : '' }
  const page = pageNumber(query)
  const { rows, total } = await pageOfOpen(tx, alliance.id, { typed: toSimplified(filter.q), kind: filter.kind, family: '' }, { page, size })
  const names = await namesOf(tx, rows)
  return { rows: rows.map((row) => rowView(row, locale, names)), total, page, size, filter, counts: await countsOf(tx, alliance) }
}

export async function viewEnded(tx: Tx, { locale, query }: Visit, alliance: Alliance) {
  const how: EndOfNeed | '' = endsOfNeeds.find((one) => one === query.how) ?? ''
  const page = pageNumber(query)
  const { rows, total } = await pageOfEnded(tx, alliance.id, how, { page, size })
  const names = await namesOf(tx, rows)
  return { rows: rows.map((row) => rowView(row, locale, names)), total, page, size, filter: { how }, counts: await countsOf(tx, alliance) }
}

export async function viewProblem(tx: Tx, { locale }: Visit, alliance: Alliance, needId: string): Promise<ProblemPublicView | undefined> {
  const row = await findPublicProblem(tx, alliance.id, needId)
  if (!row) return undefined
  const steps = await listPublicSteps(tx, needId)
  return {
    ...rowView(row, locale, await namesOf(tx, [row])),
    organisationId: row.organisationId,
    organisationIsMember: row.organisationIsMember,
    description: said(locale, row.description, row.descriptionEn),
    presentValue: saidOrNull(locale, row.presentValue),
    wantedValue: saidOrNull(locale, row.wantedValue),
    confidential: row.secrecy === 'nda',
    solution: saidOrNull(locale, row.solution),
    solutionBy: saidOrNull(locale, row.solutionByName),
    steps: steps.map(({ at, event, details }) => {
      const { level, toldAuthority } = details as { level?: number; toldAuthority?: boolean }
      return { at: at.toISOString(), event: event.split('.')[1]!, level: level ?? null, toldAuthority: toldAuthority ?? true }
    }),
  }
}

export async function newestProblems(tx: Tx, locale: PortalLocale, alliance: Alliance, count: number) {
  const { rows } = await pageOfOpen(tx, alliance.id, { typed: '', kind: '', family: '' }, { page: 1, size: count })
  const names = await namesOf(tx, rows)
  return { rows: rows.map((row) => rowView(row, locale, names)), counts: await countsOf(tx, alliance) }
}
