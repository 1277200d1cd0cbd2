type Named = { placementId: string; studentName: string }

const plain = (text: string) => text.normalize('NFKC').replaceAll(/[\s·•]/gu, '')
/** The one row of that name; two people of one name are for a person to tell apart. */
const only = <Row extends Named>(rows: readonly Row[], is: (name: string) => boolean): Row | null => {
  const found = rows.filter(({ studentName }) => is(plain(studentName)))
  return found.length === 1 ? found[0]! : null
}

/** What was copied out of a payroll, 'name <tab> amount' a line; the last number of a line is the amount, a line without one is a heading. */
export function readPayroll<Row extends Named>(text: string, rows: readonly Row[]): { amounts: Record<string, number>; strangers: string[] } {
  const amounts: Record<string, number> = {}
  const strangers: string[] = []
  for (const line of text.normalize('NFKC').split('\n')) {
    const [, before = '', figure = ''] = /^(.*?)[\t ,;]+¥?(\d[\d,]*(?:\.\d{1,2})?)\s*(?:元)?\s*$/u.exec(line) ?? []
    if (!figure) continue
    const words = before.split(/[\t,;]+/u).flatMap((cell) => [plain(cell), ...cell.trim().split(/\s+/u).map(plain)])
    const row = only(rows, (name) => words.includes(name))
    if (row) amounts[row.placementId] = Number(figure.replaceAll(',', ''))
    else strangers.push(before.trim())
  }
  return { amounts, strangers }
}

/** Receipts by the name in the file's name. */
export function giveReceipts<Row extends Named, Sheet extends { name: string }>(files: readonly Sheet[], rows: readonly Row[]): { given: Record<string, Sheet>; strangers: string[] } {
  const given: Record<string, Sheet> = {}
  const strangers: string[] = []
  for (const file of files) {
    // The longest name wins: 王小明 is not 王小.
    const inside = rows.filter(({ studentName }) => plain(file.name).includes(plain(studentName)))
    const longest = Math.max(...inside.map(({ studentName }) => plain(studentName).length))
    const row = only(inside, (name) => name.length === longest)
    if (row) given[row.placementId] = file
    else strangers.push(file.name)
  }
  return { given, strangers }
}
