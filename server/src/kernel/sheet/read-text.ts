import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { headerDepth, type FileFault, type Grids, type Limits, type TableRow } from './table.ts'

/** A comma, tab or semicolon separated text in UTF-8, UTF-16 or GB18030 (which holds GBK and GB2312). */
export function readText(bytes: Uint8Array, limits: Limits): Grids | FileFault {
  const text = decode(bytes)
  if (text === null) return { fault: 'sheet_is_not_a_sheet' }
  if (text.trim() === '') return { fault: 'sheet_is_empty' }
  let records: string[][]
  try {
    records = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: limits.rows + headerDepth + 1,
      max_record_size: 1_000_000,
    })
  } catch {
    return { fault: 'sheet_is_damaged' }
  }
  const rows: TableRow[] = []
  for (const [at, record] of records.entries()) {
    if (record.length > limits.columns && record.slice(limits.columns).some((cell) => cell.trim() !== '')) {
      return { fault: 'sheet_has_too_many_columns', params: { most: limits.columns } }
    }
    const cells = record.slice(0, limits.columns).map((cell) => cell.trim())
    if (cells.some((cell) => cell !== '')) rows.push({ number: at + 1, cells })
  }
  return { format: 'csv', grids: [{ name: '', hidden: false, rows }], template: null }
}

/** Null for what is no text at all. */
function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 'gb18030')
  }
  const odd = text.slice(0, 20_000).match(/(?![\t\n\r\f])\p{Cc}|\uFFFD/gu)?.length ?? 0
  return odd > Math.min(20, text.length / 50) ? null : text
}

/** The separator that stands most often outside quotes in the first lines. */
function separatorOf(text: string): string {
  const opening = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const counts = [',', '\t', ';'].map((mark) => [mark, opening.split(mark).length] as const)
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}
