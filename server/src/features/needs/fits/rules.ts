/** What a post and a major share besides their words. */
export type Sure = { named: boolean; official: string | null }

/** The post's own word first, then the official tables, then the nearest text. */
export const bySureness = <Row extends Sure & { fit: number }>(rows: readonly Row[]): Row[] => {
  const step = ({ named, official }: Sure) => (named ? 0 : official === null ? 2 : 1)
  return rows.toSorted((a, b) => step(a) - step(b) || b.fit - a.fit)
}

/** The school year ends in summer: who leaves this year is asked for until August. */
export const leavingYears = (today: string): [number, number] => {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const first = month <= 8 ? year : year + 1
  return [first, first + 1]
}
