type State = 'waiting' | 'submitted' | 'returned' | 'accepted' | 'declined'
export type Counted = { state: State; unchanged: boolean; outlook: 'grow' | 'same' | 'shrink' | null; remindedCount: number; speakers: readonly { id: string; name: string }[] }

/** Fewer answers than this would tell what one firm said. */
export const leastFirms = 3

const answeredStates: readonly State[] = ['submitted', 'returned', 'accepted']

/** Net hiring outlook, in hundredths of one: shares of those who answered. */
function outlookOf(rows: readonly Counted[], least: number) {
  const said = rows.filter(({ state, outlook }) => answeredStates.includes(state) && outlook !== null)
  if (said.length === 0 || said.length < least) return null
  const count = (wanted: Counted['outlook']) => said.filter(({ outlook }) => outlook === wanted).length
  const [grow, same, shrink] = [count('grow'), count('same'), count('shrink')]
  return { grow, same, shrink, net: Math.round(((grow - shrink) / said.length) * 100) / 100 }
}

export function progressOf(rows: readonly Counted[], least: number) {
  const count = (is: (row: Counted) => boolean) => rows.filter(is).length
  return {
    asked: rows.length,
    answered: count(({ state }) => answeredStates.includes(state)),
    unchanged: count(({ unchanged }) => unchanged),
    declined: count(({ state }) => state === 'declined'),
    silent: count(({ state }) => state === 'waiting'),
    accepted: count(({ state }) => state === 'accepted'),
    returned: count(({ state }) => state === 'returned'),
    outlook: outlookOf(rows, least),
    reminders: rows.reduce((sum, { remindedCount }) => sum + remindedCount, 0),
  }
}

/** Each association and park with its firms, in the order they come; last those nobody speaks for. */
export function bySpeaker<Row extends Counted>(rows: readonly Row[]) {
  const groups = new Map<string | null, { id: string | null; name: string | null; rows: Row[] }>()
  const put = (id: string | null, name: string | null, row: Row) => {
    const group = groups.get(id) ?? { id, name, rows: [] }
    group.rows.push(row)
    groups.set(id, group)
  }
  for (const row of rows) {
    if (row.speakers.length === 0) put(null, null, row)
    for (const { id, name } of row.speakers) put(id, name, row)
  }
  return [...groups.values()].sort((one, other) => Number(one.id === null) - Number(other.id === null))
}
