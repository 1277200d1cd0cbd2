import type { RefusalCode } from '../../../contract/refusals.ts'

/** 民法典 843–887: five kinds and their kinds. Training and agency stand under service. */
export const subtypes: Readonly<Record<string, readonly string[]>> = {
  development: ['commissioned', 'joint'],
  transfer: ['patent_right', 'patent_application', 'know_how', 'software', 'other'],
  licence: ['exclusive', 'sole', 'ordinary', 'know_how'],
  consulting: ['consulting'],
  service: ['service', 'training', 'agency'],
}

/** 民法典 851 and 863: development, transfer and licence are in writing. */
export const isInWriting = (kind: string) => ['development', 'transfer', 'licence'].includes(kind)

/** 促进科技成果转化法 18: name and price are published before an agreed price is final; the State Council asks for 15 days at least. */
export const noticeDays = 15
type Priced = { kind: string; pricing: string; providerPublic: boolean }
export const needsNotice = ({ kind, pricing, providerPublic }: Priced) => providerPublic && pricing === 'agreed' && ['transfer', 'licence'].includes(kind)

/** 促进科技成果转化法 45: without rules of its own, a unit gives at least half of the net income to those who made it. */
export const isLowReward = (share: number | null) => share !== null && share < 50

/** The benefit is looked at when the work has been used for a year. */
export const benefitAfterMonths = 12
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10)
}

type Rule = { id: string; validFrom: string; validUntil: string | null; decisionDays: number }
/** Registration goes by the rules in force on the day of signing, whatever came later. */
export const ruleFor = <R extends Rule>(rules: readonly R[], signedOn: string): R | undefined => rules.find(({ validFrom, validUntil }) => signedOn >= validFrom && (validUntil === null || signedOn <= validUntil))

export type SignFacts = Priced & { hasDocument: boolean; openObjections: number; noticeFrom: string | null; noticeUntil: string | null; signedOn: string; today: string }
/** Everything that keeps a contract from being signed. */
export function whyNotSign({ hasDocument, openObjections, noticeUntil, signedOn, today, ...priced }: SignFacts): RefusalCode[] {
  const no: RefusalCode[] = []
  if (isInWriting(priced.kind) && !hasDocument) no.push('contract_not_written')
  if (needsNotice(priced) && (noticeUntil === null || signedOn < noticeUntil)) no.push('price_not_published')
  if (openObjections > 0) no.push('objections_open')
  if (signedOn > today) no.push('signed_in_future')
  return no
}

/** Registration looks at papers: every kind needs its document. */
export const whyNotFile = ({ hasDocument }: { hasDocument: boolean }): RefusalCode[] => (hasDocument ? [] : ['contract_not_written'])
export const whyNotAccept = ({ openMilestones }: { openMilestones: number }): RefusalCode[] => (openMilestones > 0 ? ['milestones_open'] : [])
