import type { CellStyle } from 'hucre/xlsx'

/** The few looks of our workbooks, in the colours of the product. */

export const textFormat = '@'

const solid = (rgb: string): CellStyle['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } })

export const headStyle: CellStyle = { font: { bold: true, color: { rgb: '17212B' } }, fill: solid('E7F0F7'), numFmt: textFormat }
export const requiredHeadStyle: CellStyle = { ...headStyle, font: { bold: true, color: { rgb: 'B3271B' } } }
export const noteStyle: CellStyle = { font: { italic: true, color: { rgb: '5B6773' } } }
export const faultFill = solid('FFC7CE')
export const reasonStyle: CellStyle = { font: { color: { rgb: 'B3271B' } }, numFmt: textFormat }
