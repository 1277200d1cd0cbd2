import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** The little of ZIP that the spreadsheet library does not offer: what a file unpacks to, and one entry rewritten. */

type Entry = { name: string; flags: number; method: number; crc: number; packed: number; unpacked: number; offset: number }

/**
 * What a ZIP file says it unpacks to, read from its directory without unpacking anything. Null when the directory is broken or an
 * entry hides its size. The reader holds every entry to the size it declares, so a bomb cannot lie its way past this sum.
 */
export function unpackedSize(bytes: Uint8Array): { bytes: number; names: string[] } | null {
  const entries = directory(bytes)
  if (!entries || entries.some(({ packed, unpacked }) => packed > 2 && unpacked === 0)) return null
  return { bytes: entries.reduce((sum, { unpacked }) => sum + unpacked, 0), names: entries.map(({ name }) => name) }
}

/** The archive with the text of one entry changed; for archives that we made ourselves. */
export function rewriteEntry(bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const parts: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const entry of directory(bytes) ?? []) {
    const view = viewOf(bytes)
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
    let data = bytes.subarray(start, start + entry.packed)
    let written = entry
    if (entry.name === name) {
      const text = change(new TextDecoder().decode(entry.method === 0 ? data : inflateRawSync(data)))
      const content = new TextEncoder().encode(text)
      data = deflateRawSync(content)
      written = { ...entry, method: 8, crc: crc32(content), packed: data.length, unpacked: content.length }
    }
    const file = new TextEncoder().encode(entry.name)
    const local = record(30, 0x04034b50, 4, written, file.length)
    const head = record(46, 0x02014b50, 6, written, file.length)
    head.writeUInt32LE(offset, 42)
    parts.push(local, file, data)
    central.push(head, file)
    offset += local.length + file.length + data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(central.length / 2, 8)
  end.writeUInt16LE(central.length / 2, 10)
  end.writeUInt32LE(central.reduce((sum, { length }) => sum + length, 0), 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, ...central, end]))
}

/** A local or a central header: the same fields, two bytes apart. */
function record(size: number, signature: number, at: number, { flags, method, crc, packed, unpacked }: Entry, nameLength: number): Buffer {
  const header = Buffer.alloc(size)
  header.writeUInt32LE(signature, 0)
  header.writeUInt16LE(20, 4)
  if (at === 6) header.writeUInt16LE(20, 6)
  const from = at === 6 ? 8 : 6
  header.writeUInt16LE(flags & ~8, from) // sizes stand in the header, not behind the data
  header.writeUInt16LE(method, from + 2)
  header.writeUInt32LE(0x00210000, from + 4) // 1 January 1980: the same content, the same bytes
  header.writeUInt32LE(crc, from + 8)
  header.writeUInt32LE(packed, from + 12)
  header.writeUInt32LE(unpacked, from + 16)
  header.writeUInt16LE(nameLength, from + 20)
  return header
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)

function directory(bytes: Uint8Array): Entry[] | null {
  const view = viewOf(bytes)
  const end = endOfDirectory(view)
  if (end === null) return null
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null
    const [packed, unpacked, offset] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true)]
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    // sizes of ZIP64 stand elsewhere; no sheet that we take needs 4 GB
    if (unpacked === 0xffffffff || packed === 0xffffffff) return null
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed, unpacked, offset,
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

function endOfDirectory(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return null
}
