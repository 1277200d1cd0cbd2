import type { RefusalCode } from '../../../contract/refusals.ts'
import type { Fault } from '../rules.ts'

/** Hours in which everybody who has to know is told. */
export const tellWithinHours = 24

export type Whom = 'guardian' | 'school' | 'unit' | 'authority' | 'insurer' | 'police' | 'hospital'
type Incident = { kind: string; severity: string }

/** Who has to be told: of anything the guardian, school and unit; of what is serious the authority, too; of a body hurt the insurer; of a person missing the police. */
export function owedNotices({ kind, severity }: Incident, told: readonly Whom[]): Whom[] {
  const owed: Whom[] = ['guardian', 'school', 'unit']
  if (severity !== 'light') owed.push('authority')
  if (['injury', 'traffic'].includes(kind) || (kind === 'illness' && severity !== 'light')) owed.push('insurer')
  if (kind === 'missing' || (kind === 'traffic' && severity === 'grave')) owed.push('police')
  return owed.filter((whom) => !told.includes(whom))
}

export type ClaimState = 'reported' | 'documented' | 'assessed' | 'settled' | 'refused' | 'withdrawn'
const after: Record<ClaimState, readonly ClaimState[]> = { reported: ['documented', 'withdrawn'], documented: ['assessed', 'refused', 'withdrawn'], assessed: ['settled', 'refused', 'withdrawn'], settled: [], refused: [], withdrawn: [] }
export const claimStepsFrom = (state: ClaimState) => after[state]
export const isClaimOver = (state: ClaimState) => after[state].length === 0

type Step = { to: ClaimState; onDay: string; remark: string; approved?: number; paid?: number; payee?: string }
export function faultsOfStep(step: Step, { today, lastDay }: { today: string; lastDay: string }): Fault[] {
  const faults: Fault[] = []
  const add = (path: string, code: string) => void faults.push({ path: [path], code })
  if (step.onDay > today) add('onDay', 'too_late')
  if (step.onDay < lastDay) add('onDay', 'out_of_order')
  if (step.to === 'assessed' && step.approved === undefined) add('approved', 'missing')
  if (step.to === 'settled' && step.paid === undefined) add('paid', 'missing')
  if (step.to === 'settled' && step.payee === undefined) add('payee', 'missing')
  if (['refused', 'withdrawn'].includes(step.to) && step.remark.length < 2) add('remark', 'missing')
  return faults
}

/** What has to be done before an incident is closed. */
export function whyNotClose({ measures, claims }: { measures: number; claims: readonly ClaimState[] }): RefusalCode | null {
  if (measures === 0) return 'incident_without_measure'
  return claims.some((state) => !isClaimOver(state)) ? 'claim_open' : null
}
