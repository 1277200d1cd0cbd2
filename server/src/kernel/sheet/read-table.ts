import { extname } from 'node:path'
import { plain, wordKey } from '@silian/algorithms/reading/text'
import { readText } from './read-text.ts'
import { readWorkbook } from './read-workbook.ts'
import { headerDepth, usualLimits, type FileFault, type Grid, type Grids, type Limits, type Table } from './table.ts'

/**
 * The table of an uploaded file. `known` are headers that may stand there (of a `SheetKind`: `knownHeaders`); the sheet and the row
 * with most of them is the header. Without `known` the first row with something in it is. `sheet` looks only at sheets so named.
 */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  options: { known?: readonly string[]; limits?: Partial<Limits>; sheet?: RegExp } = {},
): Promise<Table | FileFault> {
  const limits = { ...usualLimits, ...options.limits }
  if (bytes.length === 0) return { fault: 'sheet_is_empty' }
  if (bytes.length > limits.bytes) return { fault: 'sheet_is_too_large', params: { most: Math.round(limits.bytes / 1_000_000) } }
  const read = await readGrids(bytes, extname(fileName).toLowerCase(), limits)
  if ('fault' in read) return read

  const best = findHeader(read.grids.filter(({ name }) => options.sheet?.test(name) ?? true), options.known)
  if (best === 'nothing') return { fault: 'sheet_is_empty' }
  if (best === null) return { fault: 'sheet_has_no_header' }
  const { grid, at } = best
  const header = [...grid.rows[at]!.cells]
  while (header.length > 0 && header.at(-1) === '') header.pop()
  if (header.length > limits.columns) return { fault: 'sheet_has_too_many_columns', params: { most: limits.columns } }
  const rows = grid.rows.slice(at + 1)
  if (rows.length > limits.rows) return { fault: 'sheet_has_too_many_rows', params: { most: limits.rows } }
  return { format: read.format, sheetName: grid.name, headerRow: grid.rows[at]!.number, header, rows, template: read.template }
}

const begins = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte)

/** What the file is, by its content: names lie. */
async function readGrids(bytes: Uint8Array, extension: string, limits: Limits): Promise<Grids | FileFault> {
  if (begins(bytes, [0x50, 0x4b])) return readWorkbook(bytes, limits)
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    return { fault: encrypted ? 'sheet_is_protected' : 'sheet_is_xls' }
  }
  if (begins(bytes, [0x09, 0x08])) return { fault: 'sheet_is_xls' }
  const opening = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2000)).toString('latin1').toLowerCase()
  if (/<(?:!doctype html|html|table|head|meta)\b/.test(opening)) return { fault: 'sheet_is_web_page' }
  if (opening.includes('urn:schemas-microsoft-com:office:spreadsheet')) return { fault: 'sheet_is_xls' }
  if (extension === '.xlsx' || extension === '.xlsm') return { fault: 'sheet_is_damaged' }
  return readText(bytes, limits)
}

type Place = { grid: Grid; at: number }

function findHeader(grids: readonly Grid[], known: readonly string[] | undefined): Place | 'nothing' | null {
  const visible = grids.filter((grid) => !grid.hidden && grid.rows.length > 0)
  if (visible.length === 0) return 'nothing'
  if (!known) return { grid: visible[0]!, at: 0 }
  const keys = new Set(known.map(headerKey))
  let best: (Place & { score: number }) | null = null
  for (const grid of visible) {
    for (const [at, row] of grid.rows.entries()) {
      if (row.number > headerDepth) break
      const score = new Set(row.cells.map(headerKey).filter((key) => keys.has(key))).size
      // the lower of two equal rows: a header merged over two rows stands in both
      if (score > 0 && (best === null || score > best.score || (score === best.score && best.grid === grid))) best = { grid, at, score }
    }
  }
  return best
}

/** Headers are compared without stars, remarks in brackets, spaces, width, case and script. */
export function headerKey(header: string): string {
  const bare = plain(header).replace(/[([【{][^)\]】}]*[)\]】}]/g, '')
  return wordKey(bare) || wordKey(header)
}
