/** A need or an answer: the same shape, so that both directions are one function. */
export type Entry = {
  id: string
  title: string
  description?: string | null
  /** Official codes (industry, occupation, major, patent class …), compared as they are and by their beginnings. */
  codes?: readonly string[]
  /** What is known about it from elsewhere: read with the description, but faintly, and never shown as a reason's place. */
  hints?: string
}
