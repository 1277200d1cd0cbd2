import { tRefusal } from '@silian/words'
import type { Tx } from '../../../kernel/db.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { objectToPrice, viewPublishedPrice } from '../../technology/deals/objections/service.ts'
import { PriceObjectionBody, type ObjectionField, type ObjectionForm, type PriceNoticeView } from '../contract.ts'
import { isUuid } from '../notices/service.ts'
import { said, type Alliance, type Visit } from '../service.ts'

const nothingTyped: Pick<ObjectionForm, 'values' | 'wrong' | 'refused'> = { values: { name: '', contact: '', body: '' }, wrong: [], refused: null }

/** An agreed price while it is published, and what became of an objection to it, for whoever holds its receipt. */
export async function viewPrice(tx: Tx, { locale, query, now }: Visit, alliance: Alliance, dealId: string, typed = nothingTyped): Promise<PriceNoticeView | undefined> {
  const found = await viewPublishedPrice(tx, dealId, isUuid(query.received) ? query.received! : null, now)
  if (!found || found.deal.allianceId !== alliance.id) return undefined
  const { deal, open, objections, receipt } = found
  const answer = receipt?.answeredAt ? { outcome: receipt.outcome as 'kept' | 'changed', text: receipt.answer!, at: receipt.answeredAt.toISOString() } : null
  return {
    id: deal.id,
    number: deal.number,
    title: said(locale, deal.title),
    provider: said(locale, deal.providerName, deal.providerNameEn),
    kind: deal.kind,
    subtype: deal.subtype,
    price: deal.totalAmount,
    from: deal.noticeFrom!,
    until: deal.noticeUntil!,
    objections,
    objection: { ...typed, open, received: receipt && { number: receipt.number, dueAt: receipt.dueAt.toISOString(), answer } },
  }
}

/** As they stand in the form, so that faults are named from top to bottom. */
const fieldsInOrder: readonly ObjectionField[] = ['name', 'contact', 'body']

type Sent = { id: string } | { view: PriceNoticeView | undefined }

/** Takes what the form sent, by the same rule as the interface; otherwise gives the page back with what was typed. */
export async function takePriceObjection(tx: Tx, visit: Visit, alliance: Alliance, dealId: string, form: Record<string, string>): Promise<Sent> {
  const values = { name: form.name ?? '', contact: form.contact ?? '', body: form.body ?? '' }
  const again = (wrong: ObjectionField[], refused: string | null) => viewPrice(tx, visit, alliance, dealId, { values, wrong, refused })
  const body = PriceObjectionBody.safeParse(values)
  if (!body.success) {
    const wrong = new Set(body.error.issues.map(({ path }) => path[0]))
    return { view: await again(fieldsInOrder.filter((field) => wrong.has(field)), null) }
  }
  if (!(await viewPrice(tx, visit, alliance, dealId))) return { view: undefined }
  try {
    return { id: (await objectToPrice(tx, null, dealId, body.data, visit.now)).id }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { view: await again([], tRefusal(visit.locale, error.code)) }
  }
}
