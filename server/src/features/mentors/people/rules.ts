/** A number in China's form, as it is stored. */
export const normalPhone = (typed: string | null) => typed && `+86${typed.replace(/^\+86/, '')}`

/** What a school has to know before it can say yes. */
export const missingOf = ({ birthDate, years, field }: { birthDate: string | null; years: number | null; field: string }): ('birthDate' | 'years' | 'field')[] => [
  ...(birthDate === null ? (['birthDate'] as const) : []),
  ...(years === null ? (['years'] as const) : []),
  ...(field.trim() === '' ? (['field'] as const) : []),
]

/** A mentor is grown up, and born. */
export const whyNotBorn = (birthDate: string | null, today: string): 'future' | 'too_young' | null => (birthDate === null ? null : birthDate > today ? 'future' : Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) < 18 ? 'too_young' : null)
