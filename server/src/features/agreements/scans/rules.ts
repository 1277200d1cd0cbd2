import { isSameName, whyNotSignOn } from '../rules.ts'

type Shown = { partyId: string; name: string; signedOn: string }
type Party = { id: string; kind: string; name: string; signedAt: Date | null }
export type ScanFault = { path: (string | number)[]; code: string }

/** What telephones write besides JPEG, and no reader here opens: HEIC by its brand, WebP by its frame. */
export function unreadPhoto(bytes: Uint8Array): 'scan_photo_heic' | 'scan_photo_webp' | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (ascii(4, 8) === 'ftyp' && ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1', 'avif'].includes(ascii(8, 12))) return 'scan_photo_heic'
  return ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP' ? 'scan_photo_webp' : null
}

/** Everything about what somebody read off a paper that cannot be so, at once. */
export function faultsOfShown(agreement: { kind: string; startsOn: string | null }, parties: readonly Party[], signatures: readonly Shown[], { openedOn, today }: { openedOn: string; today: string }): ScanFault[] {
  return signatures.flatMap(({ partyId, name, signedOn }, at) => {
    const faults: ScanFault[] = []
    const fault = (field: string, code: string) => faults.push({ path: ['signatures', at, field], code })
    const party = parties.find(({ id }) => id === partyId)
    if (!party) fault('partyId', 'unknown')
    else if (party.signedAt) fault('partyId', 'already_signed')
    if (signatures.findIndex((one) => one.partyId === partyId) < at) fault('partyId', 'twice')
    // Who signs for a house stands on the paper only; a person signs with the name in the text.
    if (party && party.kind !== 'organisation' && !isSameName(name, party.name)) fault('name', 'name_differs')
    if (signedOn > today) fault('signedOn', 'signed_in_future')
    else if (signedOn < openedOn) fault('signedOn', 'signed_before_text')
    const late = whyNotSignOn(agreement, signedOn)
    if (late) fault('signedOn', late)
    return faults
  })
}
