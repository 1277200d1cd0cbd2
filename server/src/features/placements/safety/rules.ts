export type Question = {
  topic: 'general' | 'machine' | 'electric' | 'fire' | 'chemical' | 'traffic' | 'health' | 'rights'
  kind: 'single' | 'multiple' | 'truth'
  text: string
  textEn: string | null
  options: readonly { text: string; textEn: string | null }[]
  /** The right ones, by their place from 0. */
  answer: readonly number[]
  why: string
  whyEn: string | null
}

export type Fault = { path: (string | number)[]; code: string }

/** What keeps a bank from being published: too few questions, or a question that cannot be answered rightly. All at once. */
export function faultsOf({ questions, drawn }: { questions: readonly Pick<Question, 'kind' | 'options' | 'answer'>[]; drawn: number }): Fault[] {
  const faults: Fault[] = questions.length < drawn ? [{ path: ['drawn'], code: 'too_few' }] : []
  for (const [index, { kind, options, answer }] of questions.entries()) {
    const right = new Set(answer)
    if (right.size !== answer.length || answer.some((one) => one < 0 || one >= options.length)) faults.push({ path: ['questions', index, 'answer'], code: 'unknown' })
    else if (kind === 'multiple' ? right.size < 2 : right.size !== 1) faults.push({ path: ['questions', index, 'answer'], code: kind === 'multiple' ? 'too_few' : 'not_one' })
    if (kind === 'truth' && options.length !== 2) faults.push({ path: ['questions', index, 'options'], code: 'not_two' })
  }
  return faults
}

/** Sorts by a number that only the test knows: the same test, the same order. FNV-1a, spread once more. */
export function shuffled<T>(items: readonly T[], key: (item: T) => string, seed: string): T[] {
  const rank = (text: string) => {
    let hash = 0x811c9dc5
    for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    return (hash ^ (hash >>> 13)) >>> 0
  }
  return items.map((item) => ({ item, rank: rank(`${seed} ${key(item)}`) })).sort((a, b) => a.rank - b.rank).map(({ item }) => item)
}

/** So many questions, one of each topic in turn, so that no test leaves a topic out while there is room. */
export function draw<Q extends { id: string; topic: string }>(questions: readonly Q[], count: number, seed: string): Q[] {
  const byTopic = [...Map.groupBy(shuffled(questions, ({ id }) => id, seed), ({ topic }) => topic).values()]
  const drawn: Q[] = []
  for (let round = 0; drawn.length < Math.min(count, questions.length); round++) {
    for (const some of byTopic) if (some[round] && drawn.length < count) drawn.push(some[round]!)
  }
  return drawn
}

export const isRight = (given: readonly number[], answer: readonly number[]) => new Set(given).size === answer.length && answer.every((one) => given.includes(one))
export const isPassed = (correct: number, total: number, passMark: number) => total > 0 && correct * 100 >= total * passMark
