import type { RefusalCode } from '../../contract/refusals.ts'

type FileKind = 'pdf' | 'png' | 'jpeg' | 'webp' | 'xlsx' | 'docx' | 'csv' | 'txt' | 'zip'

export const mediaTypes: Record<FileKind, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  txt: 'text/plain',
  zip: 'application/zip',
}

/** Only what a browser shows without running anything may open inside our own pages. */
export const isShownInline = (mediaType: string) => /^(application\/pdf|image\/(png|jpeg|webp))$/.test(mediaType)

/** What the bytes are, whatever they are called. The name decides only between the two kinds of plain text. */
export function kindOf(bytes: Uint8Array, name: string): FileKind | null {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  const ascii = (from: number, text: string) => [...text].every((letter, index) => bytes[from + index] === letter.charCodeAt(0))

  if (ascii(0, '%PDF-')) return 'pdf'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg'
  if (ascii(0, 'RIFF') && ascii(8, 'WEBP')) return 'webp'
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return kindOfZip(bytes)
  if (isText(bytes)) return /\.csv$/i.test(name) ? 'csv' : 'txt'
  return null
}

/** Excel and Word files are zips with agreed names inside; the central directory at the end lists them. Macros make them something else. */
function kindOfZip(bytes: Uint8Array): FileKind {
  const names = namesInZip(bytes)
  const has = (name: string) => names.includes(name)
  if (!has('[Content_Types].xml') || names.some((name) => name.endsWith('vbaProject.bin'))) return 'zip'
  if (has('xl/workbook.xml')) return 'xlsx'
  if (has('word/document.xml')) return 'docx'
  return 'zip'
}

function namesInZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const earliest = Math.max(0, end - 65_535)
  while (end >= earliest && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < earliest) return []
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50 && names.length < 10_000) {
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)))
    at += 46 + nameLength + extraLength + commentLength
  }
  return names
}

/** UTF-8 or GB 18030 without control characters. HTML is text too, but a page may not pass as a note. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  const controls = bytes.subarray(0, 65_536).some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)
  if (controls) return false
  const text = decode('utf-8', bytes) ?? decode('gb18030', bytes)
  return text !== null && !/^\uFEFF?\s*<(!doctype|html|svg|script|\?xml)/i.test(text)
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Why these bytes cannot be kept, or null when they can. */
export function whyNotKeep(file: { kind: FileKind | null; size: number }, limits: { allow: readonly FileKind[]; maxBytes: number }): RefusalCode | null {
  if (file.size === 0) return 'file_empty'
  if (file.size > limits.maxBytes) return 'file_too_big'
  if (file.kind === null || !limits.allow.includes(file.kind)) return 'file_kind_not_allowed'
  return null
}

const extensions: Record<FileKind, string[]> = {
  pdf: ['pdf'], png: ['png'], jpeg: ['jpg', 'jpeg'], webp: ['webp'], xlsx: ['xlsx'], docx: ['docx'], csv: ['csv'], txt: ['txt'], zip: ['zip'],
}

/** The name without folders and control characters, with the extension that its content deserves; at most 200 characters. */
export function safeName(name: string, kind: FileKind): string {
  const base = name.split(/[/\\]/).at(-1)!.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim()
  const fits = extensions[kind].some((extension) => base.toLowerCase().endsWith(`.${extension}`))
  const extension = fits ? base.slice(base.lastIndexOf('.')) : `.${extensions[kind][0]}`
  const stem = [...(fits ? base.slice(0, base.lastIndexOf('.')) : base)].slice(0, 190).join('')
  return `${stem || 'file'}${extension}`
}
