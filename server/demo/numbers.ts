import { creditCodeCheck, identityCheck, isOrganisationCode } from '@silian/algorithms/identifiers'

/**
 * Numbers of the demonstration alliance: they pass every check digit and belong to nobody.
 * - credit codes: the organisation part starts with DEM0, a series that no registration authority issues;
 * - resident numbers: the division part is 449900 or 529900, which GB/T 2260 has never assigned;
 * - mobile numbers: the 154 prefix is not open to the public; landlines: no local number starts with 0.
 */

/** GB 32100. `registry` is the first two characters: who registered it and as what. */
export function creditCode(registry: '91' | '51' | '52' | '12' | '11', division: string, serial: number): string {
  const series = `DEM0${String(serial).padStart(4, '0')}`
  const check = [...'0123456789X'].find((character) => isOrganisationCode(series + character))!
  const head = registry + division + series + check
  return head + creditCodeCheck(head)!
}

/** GB 11643. An odd sequence is male. */
export function residentNumber(province: '44' | '52', birthDate: string, sequence: number): string {
  const head = `${province}9900${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return head + identityCheck(head)
}

export const mobile = (serial: number) => `+861540000${String(serial).padStart(4, '0')}`
export const landline = (area: '0757' | '0855', serial: number) => `${area}-0000${String(serial).padStart(4, '0')}`
