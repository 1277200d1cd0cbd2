/** The numbers of the ranking. README.md says where each stands in the formula and how it was found. */
export type Settings = {
  /** How much one kind of evidence counts, before rarity. */
  concept: number
  word: number
  pair: number
  character: number
  /** A title speaks this much louder than a description. */
  title: number
  /** BM25: how soon saying it again stops helping, and how much long descriptions are held down. */
  saturation: number
  lengthShare: number
  /** What is left of a concept one step up or beside it. */
  stepUp: number
  beside: number
  /** What is left of a word in the other language. */
  translated: number
  /** What another term of the same concept is worth in the second look. */
  otherTerm: number
  /** A need's title speaks this much louder than its description; less than an answer's. */
  needTitle: number
  /** How far the rarity of general Chinese is trusted against the corpus: the corpus size at which both count alike. */
  background: number
  /** The second look: shares of the need covered, of its title, of the answer's title by the need; numbers; a different purpose. */
  covered: number
  titleCovered: number
  focus: number
  numbers: number
  otherGoal: number
  meaning: number
  /** How loudly hints speak beside a description. */
  hints: number
  /** What a part of a longer word counts beside it. */
  part: number
  /** What is left of a weak word. */
  weak: number
  /** How far a major profits from others of its class that rank high. */
  company: number
  /** Below this nothing fits. */
  threshold: number
}

export const settings: Settings = {
  concept: 1.2,
  word: 1,
  pair: 0.35,
  character: 0.25,
  title: 2.2,
  saturation: 1.2,
  lengthShare: 0.4,
  stepUp: 0.5,
  beside: 0.3,
  translated: 0.7,
  otherTerm: 0.8,
  needTitle: 1.3,
  background: 150,
  covered: 0.4,
  titleCovered: 0,
  focus: 0.05,
  numbers: 0.05,
  otherGoal: 0.03,
  meaning: 0.5,
  hints: 0.4,
  part: 0.5,
  weak: 0.25,
  company: 0,
  threshold: 0.18,
}

/** Posts are short, majors shorter, and hints say what their class is about: other numbers, found the same way. */
export const postSettings: Settings = { ...settings, company: 0.2 }

export const tasks = ['need-answer', 'post-major'] as const
export type Task = (typeof tasks)[number]
export const isTask = (name: string): name is Task => (tasks as readonly string[]).includes(name)
export const settingsOf = (task: Task): Settings => (task === 'post-major' ? postSettings : settings)
