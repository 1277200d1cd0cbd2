/**
 * What a ZIP file says it unpacks to, read from its directory without unpacking anything. Null when the directory is broken or an
 * entry hides its size. The reader holds every entry to the size it declares, so a bomb cannot lie its way past this sum.
 */
export function unpackedSize(bytes: Uint8Array): { bytes: number; names: string[] } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = endOfDirectory(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let total = 0
  const names: string[] = []
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    // sizes of ZIP64 stand elsewhere; no sheet that we take needs 4 GB
    if (unpacked === 0xffffffff || packed === 0xffffffff || (packed > 2 && unpacked === 0)) return null
    total += unpacked
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)))
    at += 46 + nameLength + extraLength + commentLength
  }
  return { bytes: total, names }
}

function endOfDirectory(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return null
}
