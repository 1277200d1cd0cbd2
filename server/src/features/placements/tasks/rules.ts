/** What a step lacks. */
type Wish = { action: string; evidence?: string; signerName?: string; reason?: string }
export type Fault = { path: string[]; code: string }
const lettersOf = (text: string | undefined) => [...(text ?? '').trim()].length

export function faultsOfStep({ action, evidence, signerName, reason }: Wish, { onPaper }: { onPaper: boolean }): Fault[] {
  if (action === 'show' && lettersOf(evidence) < 10) return [{ path: ['evidence'], code: 'too_short' }]
  if (action === 'giveBack' && lettersOf(reason) < 5) return [{ path: ['reason'], code: 'too_short' }]
  if (action === 'sign' && onPaper && lettersOf(signerName) < 2) return [{ path: ['signerName'], code: 'missing' }]
  return []
}

type Known = { id: string; state: string; title: string }
type Planned = { id?: string | undefined; title: string; goal: string }
/** What of a plan goes, changes and comes. A card that was shown or signed is evidence: it neither goes nor takes another name. */
export function changeOfPlan(known: readonly Known[], planned: readonly Planned[]) {
  const kept = new Map(planned.flatMap((one) => (one.id ? [[one.id, one] as const] : [])))
  const strange = planned.flatMap(({ id }, at) => (id && !known.some((one) => one.id === id) ? [{ path: ['tasks', String(at), 'id'], code: 'unknown' }] : []))
  const fixed = known.filter((one) => one.state !== 'planned' && kept.get(one.id)?.title !== one.title)
  return { gone: known.filter(({ id }) => !kept.has(id)).map(({ id }) => id), strange, fixed: fixed.map(({ title }) => title) }
}
