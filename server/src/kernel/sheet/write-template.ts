import { writeXlsx } from 'hucre/xlsx'
import type { CellValue, DataValidation, WriteSheet } from 'hucre/xlsx'
import type { Column, ColumnKind, SheetKind } from './columns.ts'
import { columnName } from './read-workbook.ts'
import { headStyle, noteStyle, requiredHeadStyle, textFormat } from './styles.ts'
import { sampleMark, templateMark } from './template-mark.ts'
import { rewriteEntry } from './zip.ts'

export type TemplateLanguage = 'zh-Hans' | 'en'

const rowsWithDropDown = 10_000

const words = {
  'zh-Hans': {
    notes: '填写说明', choices: '选项', yes: '必填', no: '选填', several: '可填多个，用、隔开', oneOf: '从下拉中选一项',
    heads: ['列', '是否必填', '怎样填', '示例'],
    remarks: ['带 * 的列必填。', '不要改动第一行的列名，可以调换列的顺序，可以删去不用的列。', '示例行可以保留，导入时会跳过。', '代码、证件号、手机号的列是文本格式，请不要改成数字。'],
    choose: '请从下拉中选择', kinds: { text: '文字', name: '名称', code: '按文本填写，不要丢位', choice: '', date: '日期，如 2026-09-01', number: '数字', range: '数字或范围，如 3-5', contact: '按文本填写' },
  },
  en: {
    notes: 'How to fill in', choices: 'Choices', yes: 'required', no: 'optional', several: 'several, separated by commas', oneOf: 'one of the list',
    heads: ['Column', 'Required', 'How to fill in', 'Sample'],
    remarks: ['Columns with * are required.', 'Keep the headers of the first row; columns may be moved, and those you do not use removed.', 'The sample row may stay: it is skipped.', 'Columns of codes and numbers of persons are text; keep them so.'],
    choose: 'Choose from the list', kinds: { text: 'text', name: 'name', code: 'as text, with all digits', choice: '', date: 'a date, such as 2026-09-01', number: 'a number', range: 'a number or a range, such as 3-5', contact: 'as text' },
  },
} as const

/** An empty workbook to fill in: `*` on required headers, drop-downs, a sample row, codes as text, and what each column means. */
export async function writeTemplate(kind: SheetKind, language: TemplateLanguage = 'zh-Hans'): Promise<Uint8Array> {
  const say = words[language]
  const headers = kind.columns.map((column) => headerOf(column, language))
  const sample = kind.columns.map((column, at) => (at === 0 ? sampleMark : '') + column.sample)
  const { validations, choiceSheet } = dropDowns(kind, language)

  const cells: WriteSheet['cells'] = new Map()
  kind.columns.forEach((column, at) => {
    cells.set(`0,${at}`, { value: headers[at]!, type: 'string', style: column.required ? requiredHeadStyle : headStyle })
    cells.set(`1,${at}`, { value: sample[at]!, type: 'string', style: { ...noteStyle, numFmt: textFormat } })
  })
  cells.set('2,0', { value: '', type: 'string', style: { numFmt: textFormat } })
  const data: WriteSheet = {
    name: kind.title[language].slice(0, 31),
    rows: [headers, sample],
    cells,
    columns: kind.columns.map((column) => ({ width: widthOf(column, language) })),
    dataValidations: validations,
    freezePane: { rows: 1 },
  }
  const bytes = await writeXlsx({
    sheets: [data, notesSheet(kind, language, headers), ...(choiceSheet ? [choiceSheet] : [])],
    properties: { title: `${kind.title[language]} v${kind.version}`, custom: templateMark(kind) },
  })
  return rewriteEntry(bytes, 'xl/worksheets/sheet1.xml', (xml) => asTextColumns(xml, kind))

  function notesSheet(of: SheetKind, lang: TemplateLanguage, heads: string[]): WriteSheet {
    const rows: CellValue[][] = of.columns.map((column, at) => [heads[at]!, column.required ? say.yes : say.no, explain(column, lang), column.sample])
    const styled: WriteSheet['cells'] = new Map()
    say.heads.forEach((head, at) => styled.set(`0,${at}`, { value: head, type: 'string', style: headStyle }))
    return {
      name: say.notes,
      rows: [[...say.heads], ...rows, [], ...say.remarks.map((remark) => [remark]), [`${of.name}@${of.version}`]],
      cells: styled,
      columns: [{ width: 24 }, { width: 10 }, { width: 60 }, { width: 30 }],
      freezePane: { rows: 1 },
    }
  }

  function explain(column: Column, lang: TemplateLanguage): string {
    const parts: string[] = []
    if (column.note) parts.push(column.note[lang])
    else if (say.kinds[column.kind]) parts.push(say.kinds[column.kind])
    if (column.many) parts.push(say.several)
    else if (column.choices) parts.push(say.oneOf)
    if (column.choices && column.choices.length <= 20) parts.push(column.choices.map(({ label }) => label[lang]).join(lang === 'en' ? ', ' : '、'))
    return parts.join(lang === 'en' ? '; ' : '；')
  }
}

/**
 * Gives whole columns the text format, so that Excel does not turn an identity number into an amount and 3-5 into a day. The library
 * styles cells, not columns; the format is the one of the empty cell A3, which is taken away again.
 */
function asTextColumns(xml: string, kind: SheetKind): string {
  const style = /<c r="A3"[^>]* s="(\d+)"/.exec(xml)?.[1]
  if (!style) return xml
  const text = new Set<ColumnKind>(['code', 'contact', 'range', 'date'])
  return xml.replace(/<row r="3".*?<\/row>/, '').replace(/<col min="(\d+)"/g, (start, number: string) =>
    text.has(kind.columns[Number(number) - 1]!.kind) ? `${start.replace('<col', `<col style="${style}"`)}` : start)
}

const headerOf = (column: Column, language: TemplateLanguage) => `${column.required ? '*' : ''}${column.header[language]}`

const widthOf = (column: Column, language: TemplateLanguage) =>
  column.width ?? Math.min(40, Math.max(10, ...[headerOf(column, language), column.sample].map((text) => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 3))))

/** Short lists stand in the validation itself; Excel allows it 255 characters, so longer ones stand on a hidden sheet. */
function dropDowns(kind: SheetKind, language: TemplateLanguage) {
  const validations: DataValidation[] = []
  const lists: string[][] = []
  const name = words[language].choices
  kind.columns.forEach((column, at) => {
    if (!column.choices || column.many) return
    const values = column.choices.map(({ label }) => label[language])
    const letter = columnName(at)
    const base = {
      type: 'list' as const, range: `${letter}2:${letter}${rowsWithDropDown + 1}`, allowBlank: true,
      showErrorMessage: true, errorStyle: 'warning' as const, errorTitle: column.header[language], errorMessage: words[language].choose,
    }
    if (values.join(',').length <= 250 && !values.some((value) => value.includes(','))) {
      validations.push({ ...base, values })
      return
    }
    const letterOfList = columnName(lists.push(values) - 1)
    validations.push({ ...base, formula1: `'${name}'!$${letterOfList}$1:$${letterOfList}$${values.length}` })
  })
  if (lists.length === 0) return { validations, choiceSheet: null }
  const depth = Math.max(...lists.map((list) => list.length))
  const rows: CellValue[][] = Array.from({ length: depth }, (_, row) => lists.map((list) => list[row] ?? null))
  const choiceSheet: WriteSheet = { name, rows, hidden: true }
  return { validations, choiceSheet }
}
