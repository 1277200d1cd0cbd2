/** By question: what was chosen. */
export type Answers = Record<string, number[]>

const place = (testId: string) => `silian.test.${testId}`

/** What was answered before the phone was put away; it is not lost with the network. */
export function readAnswers(testId: string): Answers {
  try {
    return JSON.parse(localStorage.getItem(place(testId)) ?? '{}') as Answers
  } catch {
    return {}
  }
}

export function keepAnswers(testId: string, answers: Answers | null) {
  try {
    if (answers) localStorage.setItem(place(testId), JSON.stringify(answers))
    else localStorage.removeItem(place(testId))
  } catch {
    // Private windows may forbid storage; the page itself still has them.
  }
}

export const answersOf = (answers: Answers) => Object.entries(answers).map(([questionId, chosen]) => ({ questionId, chosen }))
