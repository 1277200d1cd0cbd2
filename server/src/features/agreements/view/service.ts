import { t } from '@silian/words'
import type { Actor } from '../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import { historyOf } from '../../../kernel/history.ts'
import { canMove } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { writeTable } from '../../../kernel/sheet/write-table.ts'
import { mediaTypes } from '../../files/rules.ts'
import type { AgreementView, PartyView } from '../contract.ts'
import { agreementLife } from '../lifecycle.ts'
import { paperOf } from '../papers/service.ts'
import { isParty, keeps, mayHandOver } from '../policy.ts'
import { inTurn, isShortCooperation } from '../rules.ts'
import { registerTable } from '../sheet.ts'
import { faultsIn, inMotion, labelOf, listParties, wordsOf, type Agreement, type Party } from '../service.ts'
import { findSuccessor, listForExport, pageOfAgreements, type Filter } from '../tables.ts'

export const partyView = ({ id, position, kind, role, name, organisationId, studentId, signedOn, signedAt, signedBy, method }: Party): PartyView => ({
  id, position, kind: kind as PartyView['kind'], role, name, organisationId, studentId, signedOn, signedAt, signedBy, method: method as PartyView['method'],
})

const rowView = (agreement: Agreement, parties: readonly Party[]) => {
  const { id, number, kind, state, title, startsOn, endsOn, signedOn, keeperName, createdAt } = agreement
  return { id, number, kind, state, title, startsOn, endsOn, signedOn, keeperName, createdAt, parties: parties.map(partyView) }
}

type Query = Omit<Filter, 'endingBefore'> & { endingWithin?: number }
export const filterOf = ({ endingWithin, ...query }: Query, now: Date): Filter => ({ ...query, endingBefore: endingWithin === undefined ? undefined : addDays(dayOf(now), endingWithin) })

export async function viewAgreements(tx: Tx, actor: Actor, query: Query & { page: number; size: number }, now: Date) {
  const { page, size, ...filter } = query
  const { rows, total } = await pageOfAgreements(tx, actor, { ...filterOf(filter, now), page, size })
  const parties = Map.groupBy(await listParties(tx, rows.map(({ id }) => id)), ({ agreementId }) => agreementId)
  return { rows: rows.map((row) => rowView(row, parties.get(row.id) ?? [])), total, page, size }
}

export async function viewAgreement(tx: Tx, actor: Actor, agreement: Agreement, now: Date): Promise<AgreementView> {
  const parties = await listParties(tx, [agreement.id])
  const turn = agreement.state === 'signing' ? inTurn(parties) : []
  const successor = await findSuccessor(tx, agreement.id)
  const { code, facts, sections, endedOn, endReason, version, supersedesId, supersedesNumber, state } = agreement
  return {
    ...rowView(agreement, parties),
    code, facts, sections, endedOn, endReason, version,
    subject: { kind: agreement.subjectKind, id: agreement.subjectId },
    template: { id: agreement.templateId, version: agreement.templateVersion, title: agreement.templateTitle },
    text: wordsOf(agreement, parties),
    textHash: agreement.textHash?.toString('hex') ?? null,
    supersedes: supersedesId && supersedesNumber ? { id: supersedesId, number: supersedesNumber } : null,
    supersededBy: successor ? { ...successor, state: successor.state as Agreement['state'] } : null,
    parties: parties.map((party) => ({
      ...partyView(party),
      turn: turn.includes(party),
      can: { sign: turn.includes(party) && isParty(actor, party), handOver: state === 'signing' && party.signedAt === null && party.kind !== 'organisation' && mayHandOver(actor, agreement) },
    })),
    faults: state === 'draft' ? faultsIn(agreement, parties) : [],
    warnings: isShortCooperation(agreement) ? [{ rule: '1.17' }] : [],
    can: {
      ...canMove(agreementLife, actor, inMotion(agreement, parties, now)),
      edit: state === 'draft' && keeps(actor, agreement),
      amend: state === 'concluded' && !successor && keeps(actor, agreement),
      print: agreement.text !== null,
      scan: state === 'signing' && mayHandOver(actor, agreement),
    },
  }
}

export async function viewHistory(tx: Tx, agreement: Agreement) {
  return { rows: await historyOf(tx, 'agreement', agreement.id) }
}

const exportedAtMost = 20_000
export async function exportRegister(tx: Tx, actor: Actor, query: Query, now: Date) {
  const rows = await listForExport(tx, actor, filterOf(query, now), exportedAtMost)
  const parties = Map.groupBy(await listParties(tx, rows.map(({ id }) => id)), ({ agreementId }) => agreementId)
  const bytes = await writeTable(registerTable(actor.locale, rows.map((row) => ({ ...row, textHash: row.textHash?.toString('hex') ?? null, parties: parties.get(row.id) ?? [] }))))
  return { name: `${t(actor.locale, 'agreements:title')} ${dayOf(now)}.xlsx`, mediaType: mediaTypes.xlsx, bytes: Buffer.from(bytes) }
}

/** A copy on A4, with what has been signed so far. */
export const viewPaper = async (tx: Tx, agreement: Agreement) => (agreement.text === null ? refuse('wrong_state', { state: agreement.state, action: 'print' }) : paperOf(agreement, await listParties(tx, [agreement.id]), labelOf))
