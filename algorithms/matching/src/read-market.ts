import type { Applicant, Application, Cap, Fault, Id, Market, Owner, Policy, Post, Reserve } from './model.ts'

export interface ReadMarket {
  market: Market
  faults: Fault[]
  shape: 'posts' | 'projects' | 'regions' | 'matrix'
  ties: Policy['ties']
}

type Row = Record<string, unknown>
type Path = readonly (string | number)[]

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A market file: the whole case or its `input`. Students (or applicants) name their choices; posts, projects or
 * capacities (or quotas) name seats; priorities, classes or scores rank. What cannot be read is listed, not guessed.
 */
export function readMarket(json: unknown): ReadMarket {
  const faults: Fault[] = []
  const empty: Market = { applicants: [], posts: [], applications: [] }
  const whole = isRow(json) && isRow(json.input) ? json.input : json
  const kind = isRow(json) ? json.kind : undefined
  if (!isRow(whole)) return { market: empty, faults: [{ code: 'not-an-object', path: [] }], shape: 'posts', ties: 'keys-then-lottery' }
  if (Array.isArray(whole.applicants) && Array.isArray(whole.posts)) {
    return { market: whole as unknown as Market, faults, shape: 'posts', ties: 'keys-then-lottery' }
  }
  if (whole.matrices !== undefined || whole.matrix !== undefined) {
    return { market: fromMatrices(whole, faults), faults, shape: 'matrix', ties: 'keys-then-lottery' }
  }
  const input = whole.studentRanks === undefined ? whole : fromRankTables(whole, faults)
  const students = record(input.students ?? input.applicants ?? soleStudents(input), [input.applicants === undefined ? 'students' : 'applicants'], faults)
  const posts = postsOf(input, faults)
  const tags = input.tags === undefined ? {} : record(input.tags, ['tags'], faults)
  const schools = input.schools === undefined ? {} : record(input.schools, ['schools'], faults)
  const applicants: Applicant[] = Object.entries(students).map(([id, value]) => {
    const choices = isRow(value) ? (value.choices ?? value.preferences) : value
    const ownTags = tags[id] ?? (isRow(value) ? value.tags : undefined)
    const school = schools[id] ?? (isRow(value) ? value.school : undefined)
    return {
      id,
      choices: choices as Id[],
      ...(ownTags === undefined ? {} : { tags: (typeof ownTags === 'string' ? [ownTags] : ownTags) as string[] }),
      ...(school === undefined ? {} : { school: school as Id }),
    }
  })
  const owners: Owner[] = input.owners === undefined ? [] : Object.entries(record(input.owners, ['owners'], faults)).map(([id, value]) => ({ id, capacity: (isRow(value) ? value.capacity : value) as number }))
  const market: Market = {
    applicants,
    posts: posts.map(([id, value]) => postOf(id, value, input)),
    applications: applicationsOf(input, posts, applicants, faults),
    ...(owners.length > 0 ? { owners } : {}),
    ...capsOf(input, posts, faults),
    ...(input.order === undefined ? {} : { order: input.order as Id[] }),
  }
  const shape = owners.length > 0 ? 'projects' : input.regions === undefined ? 'posts' : 'regions'
  // Scores without priorities come from score-limit markets, where equals are treated as equals.
  const equal = kind === 'expand-ties' || (input.scores !== undefined && input.capacities !== undefined)
  return { market, faults, shape, ties: equal ? 'admit-all' : 'keys-then-lottery' }
}

function record(value: unknown, path: Path, faults: Fault[]): Row {
  if (isRow(value)) return value
  faults.push({ code: 'not-an-object', path })
  return {}
}

/** A single `post` with a priority and no students: everybody it ranks asks for it. */
function soleStudents(input: Row): unknown {
  if (!isRow(input.post)) return input.students
  const ranked = Array.isArray(input.post.priority) ? input.post.priority.flat() : []
  return Object.fromEntries(ranked.filter((id) => typeof id === 'string').map((id) => [id, ['post']]))
}

function postsOf(input: Row, faults: Fault[]): [Id, Row][] {
  if (isRow(input.post)) return [['post', input.post]]
  const seats = input.capacities ?? input.quotas
  const named = input.posts ?? input.projects ?? (seats === undefined ? undefined : Object.fromEntries(Object.keys(record(seats, ['capacities'], faults)).map((id) => [id, {}])))
  const path = input.projects === undefined ? 'posts' : 'projects'
  return Object.entries(record(named, [path], faults)).map(([id, value]): [Id, Row] => {
    const own = isRow(value) ? value : { capacity: value }
    const quota = isRow(seats) ? seats[id] : undefined
    if (quota === undefined) return [id, own]
    if (!isRow(quota)) return [id, { capacity: quota, ...own }]
    return [id, { capacity: quota.capacity ?? quota.upper ?? quota.max, min: quota.min ?? quota.lower, ...own }]
  })
}

function postOf(id: Id, value: Row, input: Row): Post {
  const reserves = reservesOf(id, value, input)
  const post: Row = { id, capacity: value.capacity ?? value.max }
  for (const name of ['min', 'target', 'owner', 'schoolCaps'] as const) if (value[name] !== undefined) post[name] = value[name]
  if (reserves !== undefined) post.reserves = reserves
  return post as unknown as Post
}

function reservesOf(id: Id, value: Row, input: Row): readonly Reserve[] | undefined {
  if (value.reserves !== undefined) return value.reserves as Reserve[]
  const policies = isRow(input.policies) ? input.policies.minorityReserve : undefined
  const seats = value.reserved ?? (isRow(policies) ? policies[id] : undefined) ?? (isRow(input.post) ? input.reserved : undefined)
  if (typeof seats !== 'number' || !isRow(input.tags)) return undefined
  const tag = Object.values(input.tags).flat().find((one) => typeof one === 'string')
  const mode = (value.reserveMode ?? input.reserveMode ?? 'guarantee') as Reserve['mode']
  return tag === undefined ? undefined : [{ tag: tag as string, seats, mode }]
}

function capsOf(input: Row, posts: readonly [Id, Row][], faults: Fault[]): { caps?: readonly Cap[] } {
  if (input.caps !== undefined) return { caps: input.caps as Cap[] }
  if (input.regions === undefined) return {}
  return {
    caps: Object.entries(record(input.regions, ['regions'], faults)).map(([id, value]) => ({
      id,
      max: (isRow(value) ? (value.capacity ?? value.cap ?? value.max) : value) as number,
      posts: posts.filter(([, post]) => post.region === id).map(([post]) => post),
    })),
  }
}

function applicationsOf(input: Row, posts: readonly [Id, Row][], applicants: readonly Applicant[], faults: Fault[]): Application[] {
  const rows: Application[] = []
  const owners = isRow(input.owners) ? input.owners : {}
  for (const [post, value] of posts) {
    const owner = typeof value.owner === 'string' ? owners[value.owner] : undefined
    const priority = value.priority ?? (isRow(owner) ? owner.priority : undefined)
    const scores = value.scores ?? scoresAt(input.scores, post, applicants)
    if (priority !== undefined) rows.push(...fromPriority(post, priority, ['posts', post, 'priority'], faults))
    else if (isRow(scores)) rows.push(...fromScores(post, scores, ['scores', post], faults))
    else rows.push(...applicants.filter((one) => Array.isArray(one.choices) && one.choices.includes(post)).map((one) => ({ student: one.id, post, score: 0 })))
  }
  const known = new Set(applicants.map((one) => one.id))
  // Published lists may rank people who are not in the market; they cannot matter.
  return rows.filter((row) => known.has(row.student))
}

/** Scores by post and student, by student and post, or one score for each student. */
function scoresAt(scores: unknown, post: Id, applicants: readonly Applicant[]): unknown {
  if (!isRow(scores)) return undefined
  if (isRow(scores[post])) return scores[post]
  const wanting = applicants.filter((one) => Array.isArray(one.choices) && one.choices.includes(post))
  return Object.fromEntries(
    wanting.flatMap(({ id }) => {
      const own = scores[id]
      const score = isRow(own) ? own[post] : own
      return score === undefined ? [] : [[id, score]]
    }),
  )
}

/** A list of ids, best first; a list inside the list holds equals. */
function fromPriority(post: Id, priority: unknown, path: Path, faults: Fault[]): Application[] {
  if (!Array.isArray(priority)) {
    faults.push({ code: 'not-a-list', path })
    return []
  }
  const groups = priority.map((group: unknown) => (Array.isArray(group) ? (group as unknown[]) : [group]))
  return groups.flatMap((group, at) =>
    group.flatMap((student) => {
      if (typeof student === 'string') return [{ student, post, score: (groups.length - at) * 1000 }]
      faults.push({ code: 'not-an-id', path: [...path, at] })
      return []
    }),
  )
}

function fromScores(post: Id, scores: Row, path: Path, faults: Fault[]): Application[] {
  return Object.entries(scores).flatMap(([student, value]) => {
    const score = typeof value === 'number' ? Math.round(value * 1000) : Number.NaN
    if (Number.isSafeInteger(score) && Math.abs(score / 1000 - (value as number)) < 1e-9) return [{ student, post, score }]
    faults.push({ code: 'not-in-thousandths', path: [...path, student] })
    return []
  })
}

/** studentRanks[school][student] and schoolClasses[student][school], smaller is better; ids are numbers from 1. */
function fromRankTables(input: Row, faults: Fault[]): Row {
  const ranks = table(input.studentRanks, ['studentRanks'], faults)
  const classes = table(input.schoolClasses, ['schoolClasses'], faults)
  const seats = Array.isArray(input.capacities) ? (input.capacities as unknown[]) : []
  const worst = classes.flat().reduce((most, value) => Math.max(most, value), 0)
  const students = classes.map((_, s): [string, Id[]] => [
    `${s + 1}`,
    ranks
      .map((row, school) => ({ school: `${school + 1}`, rank: row[s] ?? Infinity }))
      .filter(({ rank }) => Number.isFinite(rank))
      .sort((a, b) => a.rank - b.rank)
      .map(({ school }) => school),
  ])
  const posts = ranks.map((_, school): [string, Row] => [
    `${school + 1}`,
    {
      capacity: seats[school],
      scores: Object.fromEntries(classes.flatMap((row, s) => (row[school] === undefined ? [] : [[`${s + 1}`, worst - row[school]]]))),
    },
  ])
  return { students: Object.fromEntries(students), posts: Object.fromEntries(posts) }
}

function table(value: unknown, path: Path, faults: Fault[]): number[][] {
  if (Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === 'number'))) return value as number[][]
  faults.push({ code: 'not-a-table-of-numbers', path })
  return []
}

/** Cost matrices (null forbids a pair): rows are students, columns are posts with one seat, the sum is minimised. */
function fromMatrices(input: Row, faults: Fault[]): Market {
  const matrices = (input.matrices ?? [input.matrix]) as unknown
  if (!Array.isArray(matrices)) {
    faults.push({ code: 'not-a-list', path: ['matrices'] })
    return { applicants: [], posts: [], applications: [] }
  }
  const posts = new Map<Id, Post>()
  const applicants: Applicant[] = []
  const applications: Application[] = []
  matrices.forEach((matrix: unknown, k) => {
    const name = (letter: string, at: number) => (matrices.length === 1 ? `${letter}${at + 1}` : `${k + 1}.${letter}${at + 1}`)
    if (!Array.isArray(matrix)) return faults.push({ code: 'not-a-list', path: ['matrices', k] })
    matrix.forEach((row: unknown, r) => {
      if (!Array.isArray(row)) return faults.push({ code: 'not-a-list', path: ['matrices', k, r] })
      const choices: Id[] = []
      row.forEach((cost: unknown, c) => {
        if (cost === null) return
        const post = name('c', c)
        posts.set(post, { id: post, capacity: 1 })
        choices.push(post)
        applications.push({ student: name('r', r), post, score: typeof cost === 'number' ? -Math.round(cost * 1000) : Number.NaN })
      })
      applicants.push({ id: name('r', r), choices })
    })
  })
  return { applicants, posts: [...posts.values()], applications }
}
