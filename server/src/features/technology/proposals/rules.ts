type Side = { id: string; kind: string; speaker?: string | null }

/** Firms that an introduction would ask for an answer: of both sides those that are not the one who brings them together. What they received this month is looked at first. */
export const firmsAsked = (by: string | null, sides: readonly Side[]): string[] => sides.filter(({ id, kind, speaker }) => kind === 'enterprise' && (by === null || (id !== by && speaker !== by))).map(({ id }) => id)
