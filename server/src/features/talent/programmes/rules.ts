export type Level = 'secondary' | 'technician' | 'higher' | 'bachelor'

/** The first figure of an official major code says the level: 6 and 7 secondary, 4 and 5 higher, 2 and 3 bachelor. */
export function levelOfMajor(majorCode: string): Level {
  const first = majorCode[0]!
  if (first === '6' || first === '7') return 'secondary'
  return first === '4' || first === '5' ? 'higher' : 'bachelor'
}

/** Whether the level that was written can be that of the code. Technician schools use the secondary catalogue too. */
export const suitsMajor = (level: Level, majorCode: string) => level === levelOfMajor(majorCode) || (level === 'technician' && levelOfMajor(majorCode) !== 'bachelor')
