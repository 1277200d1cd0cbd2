import { wordKey } from '@silian/algorithms/reading/text'
import type { RefusalCode } from '../../contract/refusals.ts'

export type Counts = { ready: number; faulty: number; duplicate: number; unchanged: number; written: number }

export const undoHours = 24
/** More rows than this are compared and written by the worker. */
export const rowsInRequest = { check: 5000, write: 1000 }
/** Rows of one transaction. */
export const chunk = 1000

export const whyNotWrite = ({ counts }: { counts: Counts }): RefusalCode | null => (counts.ready === 0 ? 'nothing_to_write' : null)

export function whyNotUndo({ counts, writtenAt }: { counts: Counts; writtenAt: Date | null }, now: Date): RefusalCode | null {
  if (counts.written === 0 || !writtenAt) return 'nothing_to_undo'
  return now.getTime() < undoUntil(writtenAt).getTime() ? null : 'too_late_to_undo'
}

export const undoUntil = (writtenAt: Date) => new Date(writtenAt.getTime() + undoHours * 3_600_000)

// What a page may show of a cell that is personal

export type Shown = { value: string; mark: [number, number] | null }
type Params = Readonly<Record<string, string | number>>

const stars = (text: string, open: (at: number) => boolean) => [...text].map((one, at) => (open(at) ? one : '*')).join('')

/** An identity number: first four and last three, and the part that is wrong. The number itself is never guessed. */
export function shownIdentity(cell: string, reason: string, params: Params): Shown {
  const number = cell.normalize('NFKC').replace(/[\s'’`-]/g, '').toUpperCase()
  const [length, position] = [number.length, Number(params.position ?? 0)]
  const ends = (at: number) => at < 4 || at >= length - 3
  if (length < 10) return { value: stars(number, () => false), mark: null }
  if (reason === 'identity_date' || reason === 'identity_future' || reason === 'identity_age') return { value: stars(number, (at) => at < 4 || (at >= 6 && at < 14)), mark: reason === 'identity_date' ? [10, 14] : [6, 14] }
  if (position > 0) return { value: stars(number, (at) => ends(at) || at === position - 1), mark: [position - 1, position] }
  if (reason === 'identity_cut') return { value: stars(number, ends), mark: [length - 3, length] }
  if (reason === 'identity_check') return { value: stars(number, ends), mark: [length - 1, length] }
  if (reason === 'identity_17_digits') return { value: `${stars(number, (at) => at < 4 || at === length - 1)}_`, mark: [length, length + 1] }
  return { value: stars(number, ends), mark: null }
}

/** A telephone number: enough to find it in the sheet again. */
export function shownPhone(cell: string, params: Params): Shown {
  const position = Number(params.position ?? 0)
  const value = stars(cell, (at) => at < 3 || at >= cell.length - 2 || at === position - 1 || /[\s/、，,;；-]/.test(cell[at] ?? ''))
  return { value, mark: position > 0 && position <= cell.length ? [position - 1, position] : null }
}

/** Whether a cell in a column of schools names this school. */
export const namesSchool = (cell: string, school: string) => cell === '' || wordKey(cell) === wordKey(school)

export type RowFault = { column: string; at: number; value: string; mark: [number, number] | null; reason: string; params: Record<string, string | number> }
