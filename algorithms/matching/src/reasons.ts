import type { Id, SeatKind } from './model.ts'

interface About {
  post: Id
  /** 1 is the first choice. */
  choice: number
}

/** One record per choice, facts only; the sentence is `sentence(reason, language)`. Null: withheld, the post is too small. */
export type Reason = About &
  (
    | { code: 'placed'; seat: SeatKind }
    | { code: 'placed-better'; placedChoice: number }
    | { code: 'not-ranked' }
    | { code: 'not-eligible'; rule: string; params: Readonly<Record<string, string | number>> }
    | { code: 'no-seats' }
    | { code: 'round-closed'; confirmed: number }
    | { code: 'class-closed'; had: number; min: number }
    | {
        code: 'below-cutoff'
        seats: number
        admittedAbove: number
        yourScore: number
        lastScore: number | null
        yourRank: number
        applicants: number
      }
    | { code: 'lost-keys'; seats: number; score: number; yourRank: number; applicants: number }
    | { code: 'lost-lottery'; seats: number; score: number; yourNumber: number; lastNumber: number | null }
    | { code: 'reserve-only-left'; tag: string; openSeats: number; reservedSeats: number; yourScore: number; openLast: number | null }
    | { code: 'cap-reached'; cap: string; max: number; yourScore: number }
    | { code: 'tie-refused'; seats: number; score: number; tied: number }
    | { code: 'below-limit'; seats: number; filled: number; yourScore: number }
    | { code: 'by-total' }
    | { code: 'came-later'; seats: number }
    | { code: 'seat-left' }
  )

export interface Explanation {
  student: Id
  post: Id | null
  /** One for every choice, in the student's order. */
  reasons: readonly Reason[]
}
