export type Kept<T> = { content: T; at: Date }

const keyOf = (place: string) => `silian.draft.${place}`

export function readDraft<T>(place: string): Kept<T> | null {
  try {
    const text = localStorage.getItem(keyOf(place))
    if (!text) return null
    const { content, at } = JSON.parse(text) as { content: T; at: string }
    return { content, at: new Date(at) }
  } catch {
    return null
  }
}

/** Answers when it was kept, or null where the browser keeps nothing. */
export function keepDraft(place: string, content: unknown): Date | null {
  try {
    const at = new Date()
    localStorage.setItem(keyOf(place), JSON.stringify({ content, at }))
    return at
  } catch {
    return null
  }
}

export function forgetDraft(place: string) {
  try {
    localStorage.removeItem(keyOf(place))
  } catch {
    // Nothing was kept there either.
  }
}

/** Of two drafts the later one; at the same time, the one on this device. */
export const newer = <T>(here: Kept<T> | null, there: Kept<T>): Kept<T> => (here && here.at >= there.at ? here : there)
