import { lifecycle } from '../../kernel/lifecycle.ts'
import { mayHandleImport } from './policy.ts'
import { whyNotUndo, whyNotWrite, type Counts } from './rules.ts'

export type ImportInMotion = {
  id: string
  number: string
  state: 'reading' | 'checked' | 'writing' | 'written' | 'cancelled' | 'undone'
  fileName: string
  accountId: string
  role: string
  organisationId: string | null
  allianceId: string | null
  writtenAt: Date | null
  counts: Counts
}

const may = mayHandleImport

/**
 * reading → checked → writing → written; cancelled on the way, undone within a day. Rows confirmed later are written by a second
 * `write`; what was written before a cancel may be undone too.
 */
export const importLife = lifecycle({
  noun: 'import',
  table: 'sheet_import',
  states: ['reading', 'checked', 'writing', 'written', 'cancelled', 'undone'],
  line: ['reading', 'checked', 'writing', 'written'],
  transitions: {
    check: { from: ['reading'], to: 'checked', event: 'import.checked', may },
    write: { from: ['checked', 'written'], to: 'writing', event: 'import.writing', may, whyNot: whyNotWrite },
    finish: { from: ['writing'], to: 'written', event: 'import.written', may },
    cancel: { from: ['reading', 'checked', 'writing'], to: 'cancelled', event: 'import.cancelled', may },
    undo: { from: ['written', 'cancelled'], to: 'undone', event: 'import.undone', may, whyNot: whyNotUndo },
  },
  asks: {
    checked: [
      {
        kind: 'import.decide',
        of: ({ accountId }: ImportInMotion) => [{ accountId }],
        due: () => null,
        params: ({ number, fileName, counts: { ready, faulty, duplicate } }) => ({ number, fileName, ready, faulty, duplicate }),
      },
    ],
  },
})
