/** Those worth showing, the best first: each of which alone is near enough, or the nearest few where nothing is. */
export function worthShowing<Row extends { fit: number }>({ ranked, nothingFits, threshold }: { ranked: readonly Row[]; nothingFits: boolean; threshold: number }, whenNothingFits: number): Row[] {
  const shown = nothingFits ? ranked.slice(0, whenNothingFits) : ranked.filter(({ fit }) => fit >= threshold)
  return shown.toSorted((a, b) => b.fit - a.fit)
}
