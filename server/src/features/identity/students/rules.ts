/** Personal Information Protection Law, article 31: under 14 a guardian has to agree first. `today` and birth date are days in China. */
export const needsGuardian = (birthDate: string, today: string) => {
  const [year, rest] = [Number(birthDate.slice(0, 4)), birthDate.slice(4)]
  return `${year + 14}${rest}` > today
}

export const dayInChina = (now: Date) => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
