import type { TraceMarket, TracePost, TraceStudent } from '@silian/algorithms/trace-matching'

/** What a market on this page may hold. Names are given by the page, so that a link cannot say anything about anybody. */
export const postIds = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const
export const studentIds = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const
export const mostSeats = 12
export const mostPoints = 100

/** Which part of a link cannot be read; `at` counts from 1. */
export type CodeFault = { code: 'shape' } | { code: 'post' | 'student'; at: number } | { code: 'draw' }

export type ReadCode = { market: TraceMarket; fault?: undefined } | { market?: undefined; fault: CodeFault }

/**
 * `A2.B3r1_1-A80-B75.2p-A90_2.1`: posts with seats (`r` of them reserved), students with wishes and scores in order
 * (`p` from a paired county), and the draw where it is not the order of the students. Only characters that no
 * messenger breaks a link at.
 */
export function codeOf({ posts, students, draw }: TraceMarket): string {
  const parts = [
    posts.map(({ id, seats, reserved }) => `${id}${seats}${reserved ? `r${reserved}` : ''}`).join('.'),
    students.map(({ id, entitled, wishes }) => [`${id}${entitled ? 'p' : ''}`, ...wishes.map(({ post, score }) => `${post}${score}`)].join('-')).join('.'),
  ]
  const ids = students.map(({ id }) => id)
  return [...parts, ...(ids.join() === draw.join() ? [] : [draw.join('.')])].join('_')
}

export function readCode(code: string): ReadCode {
  const parts = code.split('_')
  if (code.length > 1_000 || parts.length < 2 || parts.length > 3) return { fault: { code: 'shape' } }
  const [postPart = '', studentPart = '', drawPart] = parts

  const posts: TracePost[] = []
  for (const text of postPart.split('.')) {
    const post = postOf(text)
    if (!post || posts.some(({ id }) => id === post.id)) return { fault: { code: 'post', at: posts.length + 1 } }
    posts.push(post)
  }
  const students: TraceStudent[] = []
  for (const text of studentPart.split('.')) {
    const student = studentOf(text, posts)
    if (!student || students.some(({ id }) => id === student.id)) return { fault: { code: 'student', at: students.length + 1 } }
    students.push(student)
  }
  const ids = students.map(({ id }) => id)
  const draw = drawPart === undefined ? ids : drawPart.split('.')
  if (draw.toSorted().join() !== ids.toSorted().join()) return { fault: { code: 'draw' } }
  return { market: { posts, students, draw } }
}

function postOf(text: string): TracePost | null {
  const [, id, seats, reserved] = /^([A-H])(0|[1-9]\d?)(?:r([1-9]\d?))?$/.exec(text) ?? []
  if (!id || Number(seats) > mostSeats || Number(reserved ?? 0) > Number(seats)) return null
  return { id, seats: Number(seats), ...(reserved ? { reserved: Number(reserved) } : {}) }
}

function studentOf(text: string, posts: readonly TracePost[]): TraceStudent | null {
  const [, id, paired, list = ''] = /^([1-9]|1[0-2])(p?)((?:-[A-H](?:0|[1-9]\d?|100))*)$/.exec(text) ?? []
  if (!id) return null
  const wishes = list.split('-').slice(1).map((wish) => ({ post: wish[0]!, score: Number(wish.slice(1)) }))
  const known = wishes.every(({ post }, at) => posts.some((one) => one.id === post) && wishes.findIndex((other) => other.post === post) === at)
  return known ? { id, ...(paired ? { entitled: true } : {}), wishes } : null
}
