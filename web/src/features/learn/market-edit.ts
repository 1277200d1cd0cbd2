import type { TraceMarket, TracePost, TraceStudent } from '@silian/algorithms/trace-matching'
import { postIds, studentIds } from './market-code.ts'

const freeId = (all: readonly string[], taken: readonly { id: string }[]) => all.find((id) => taken.every((one) => one.id !== id))

export function addPost(market: TraceMarket): TraceMarket {
  const id = freeId(postIds, market.posts)
  return id ? { ...market, posts: [...market.posts, { id, seats: 1 }] } : market
}

/** A newcomer wants the first two posts, and stands last in the draw. */
export function addStudent(market: TraceMarket): TraceMarket {
  const id = freeId(studentIds, market.students)
  if (!id) return market
  const wishes = market.posts.slice(0, 2).map((post) => ({ post: post.id, score: 75 }))
  return { ...market, students: [...market.students, { id, wishes }], draw: [...market.draw, id] }
}

/** Nobody can want what is no longer there. */
export const removePost = (market: TraceMarket, id: string): TraceMarket => ({
  ...market,
  posts: market.posts.filter((post) => post.id !== id),
  students: market.students.map((student) => ({ ...student, wishes: student.wishes.filter((wish) => wish.post !== id) })),
})

export const removeStudent = (market: TraceMarket, id: string): TraceMarket => ({
  ...market,
  students: market.students.filter((student) => student.id !== id),
  draw: market.draw.filter((one) => one !== id),
})

/** No more reserved seats than seats. */
export const changePost = (market: TraceMarket, { id, seats, reserved = 0 }: TracePost): TraceMarket => {
  const kept = Math.min(reserved, seats)
  return { ...market, posts: market.posts.map((post) => (post.id === id ? { id, seats, ...(kept > 0 ? { reserved: kept } : {}) } : post)) }
}

export const changeStudent = (market: TraceMarket, changed: TraceStudent): TraceMarket => ({
  ...market,
  students: market.students.map((student) => (student.id === changed.id ? changed : student)),
})

/** A new draw; `random` answers between 0 and 1. */
export function drawAgain(market: TraceMarket, random: () => number): TraceMarket {
  const tickets = market.draw.map((id) => ({ id, ticket: random() }))
  return { ...market, draw: tickets.sort((a, b) => a.ticket - b.ticket).map(({ id }) => id) }
}
