import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

// Runs in a thread of its own: reading a photograph takes a third of a second, and what is wrong with it can only hurt the thread.

const pagesRead = 10
/** Pixels of the long side of a page. */
const pageSize = 2000
/** More than any telephone's camera takes: a picture that unpacks into more is refused unread. */
const mostPixels = 120_000_000

/** What all QR codes in this JPEG, PNG or PDF say; none where there is none. */
export async function codesIn(bytes: Uint8Array, mediaType: string): Promise<string[]> {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
  await prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) }, fireImmediately: true })
  if (mediaType === 'application/pdf') return codesInPdf(bytes)
  const size = pixelsOf(Buffer.from(bytes), mediaType)
  return size === null || size > mostPixels ? [] : read(bytes)
}

type Picture = Parameters<typeof readBarcodes>[0]
async function read(picture: Picture): Promise<string[]> {
  const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: true, tryDownscale: true, maxNumberOfSymbols: 8 })
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}

async function codesInPdf(bytes: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(bytes)
    const codes: string[] = []
    for (let at = 0; at < Math.min(document.getPageCount(), pagesRead); at++) {
      const page = document.getPage(at)
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const scale = pageSize / Math.max(originalWidth, originalHeight, 1)
      const { data, width, height } = await page.render({ scale, render: 'bitmap' })
      codes.push(...(await read({ data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' } as Picture)))
    }
    document.destroy()
    return codes
  } catch {
    // A PDF that cannot be opened shows nothing.
    return []
  } finally {
    library.destroy()
  }
}

/** Width × height as the file's head says, before anything is unpacked; null where it says nothing sensible. */
export function pixelsOf(bytes: Buffer, mediaType: string): number | null {
  if (mediaType === 'image/png') return bytes.length < 24 ? null : bytes.readUInt32BE(16) * bytes.readUInt32BE(20)
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    // A start of frame, whichever way it is coded; DHT, JPG and DAC share its numbers.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7)
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}
