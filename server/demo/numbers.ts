/**
 * Numbers of the demonstration alliance: they pass every check digit and belong to nobody.
 * - credit codes: the organisation part starts with DEM0, a series that no registration authority issues;
 * - resident numbers: the division part is 449900 or 529900, which GB/T 2260 has never assigned;
 * - mobile numbers: the 154 prefix is not open to the public; landlines: no exchange starts with 0.
 */
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const weigh = (values: readonly number[], weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * values[index]!, 0)

/** GB 32100. `registry` is the first two characters: who registered it and as what. */
export function creditCode(registry: '91' | '51' | '52' | '12', division: string, serial: number): string {
  const series = `DEM0${String(serial).padStart(4, '0')}`
  const organisation = series + organisationCheck(series)
  const head = registry + division + organisation
  const values = [...head].map((character) => creditAlphabet.indexOf(character))
  return head + creditAlphabet[(31 - (weigh(values, creditWeights) % 31)) % 31]!
}

/** GB 11714, values 0–9 and A=10 … Z=35. */
function organisationCheck(series: string): string {
  const check = 11 - (weigh([...series].map((character) => parseInt(character, 36)), organisationWeights) % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** GB 11643. An odd sequence is male. */
export function residentNumber(province: '44' | '52', birthDate: string, sequence: number): string {
  const head = `${province}9900${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return head + '10X98765432'[weigh([...head].map(Number), residentWeights) % 11]!
}

export const mobile = (serial: number) => `+861540000${String(serial).padStart(4, '0')}`
export const landline = (area: '0757' | '0855', serial: number) => `${area}-0000${String(serial).padStart(4, '0')}`
