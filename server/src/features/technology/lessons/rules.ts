/** What became of one introduction. */
export type Ending = { state: string; stage: number; declineCode: string | null; month: string | null }

const ended = ['declined', 'withdrawn', 'lapsed']
const stages = [0, 1, 2, 3, 4, 5, 6] as const

/** How many came at least so far, and how many were lost exactly there: what was reached = what went on + what was lost + what is still there. */
export const funnelOf = (endings: readonly Ending[]) =>
  stages.map((stage) => ({
    stage,
    reached: endings.filter((one) => one.stage >= stage).length,
    lost: endings.filter((one) => one.stage === stage && ended.includes(one.state)).length,
  }))

export function lossesOf(endings: readonly Ending[]) {
  const lost = endings.filter(({ state }) => ended.includes(state))
  const groups = Map.groupBy(lost, ({ stage, state, declineCode }) => `${stage} ${declineCode ?? state}`)
  return [...groups]
    .map(([key, some]) => ({ stage: Number(key.split(' ')[0]), code: key.split(' ')[1]!, count: some.length }))
    .sort((a, b) => a.stage - b.stage || b.count - a.count || (a.code < b.code ? -1 : 1))
}

/** The commonest first. */
export function codesOf(endings: readonly Ending[]) {
  const groups = Map.groupBy(endings.filter(({ declineCode }) => declineCode !== null), ({ declineCode }) => declineCode!)
  return [...groups].map(([code, some]) => ({ code, count: some.length })).sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}

export function monthsOf(endings: readonly Ending[]) {
  const groups = Map.groupBy(endings.filter(({ month, declineCode }) => month !== null && declineCode !== null), ({ month }) => month!)
  return [...groups].map(([month, some]) => ({ month, codes: codesOf(some) })).sort((a, b) => (a.month < b.month ? -1 : 1))
}
