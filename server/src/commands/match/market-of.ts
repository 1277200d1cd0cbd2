import type { Application, Market, Post } from '@silian/matching'
import { wordKey } from '@silian/algorithms/reading/text'
import type { ValuesOf } from '../../kernel/sheet/columns.ts'
import { mostWishes, postKind, scoreKind, studentKind, wishKind } from './kinds.ts'
import type { CellError, ReadRows } from './read-sheets.ts'

export type NamedPost = { id: string; title: string; firm: string | null; tag: string | null }
export type NamedStudent = { id: string; name: string | null; school: string | null }
export type WorkbookMarket = { market: Market; posts: NamedPost[]; students: NamedStudent[]; errors: CellError[]; scored: boolean }

type Sheets = {
  students: ReadRows<typeof studentKind>
  posts: ReadRows<typeof postKind>
  wishes: ReadRows<typeof wishKind> | null
  scores: ReadRows<typeof scoreKind> | null
}

const order = [postKind, studentKind, wishKind, scoreKind].map(({ title }) => title['zh-Hans'])
const thousandths = (score: number) => Math.round(score * 1000)

/** A market from what two workbooks say. A row with an error is left out and told; nothing is guessed. */
export function marketOf({ students, posts, wishes, scores }: Sheets): WorkbookMarket {
  const errors: CellError[] = [...posts.errors, ...students.errors, ...(wishes?.errors ?? []), ...(scores?.errors ?? [])]
  const wrong = (sheet: string, row: number, column: string, value: string, reason: string) => void errors.push({ sheet, row, column, value, reason })
  const { named, find, seats } = postsOf(posts, wrong)

  const faultyStudents = new Set<string>()
  const wishesOf = new Map<string, { post: string; order: number; score: number | null }[]>()
  const wish = (sheet: string, row: number, column: string, student: string, text: string, order: number, score: number | null) => {
    const found = find(text)
    if ('reason' in found) {
      faultyStudents.add(student)
      return wrong(sheet, row, column, text, found.reason)
    }
    const list = wishesOf.get(student) ?? []
    wishesOf.set(student, list)
    const earlier = list.find(({ post }) => post === found.id)
    if (!earlier) return void list.push({ post: found.id, order, score })
    faultyStudents.add(student)
    wrong(sheet, row, column, text, `与志愿${earlier.order}是同一个岗位。`)
  }

  const known = new Map(students.rows.map(({ values }) => [values.number, values]))
  for (const { row, values } of students.rows) {
    const cells: Record<string, unknown> = values
    for (let order = 1; order <= mostWishes; order++) {
      const text = cells[`wish${order}`]
      if (typeof text === 'string') wish('学生志愿', row, `志愿${order}`, values.number, text, order, (cells[`score${order}`] as number | null) ?? null)
    }
  }
  for (const { row, values } of wishes?.rows ?? []) {
    if (!known.has(values.number)) wrong('志愿', row, '学号', values.number, `学生表里没有学号“${values.number}”。`)
    else wish('志愿', row, '岗位', values.number, values.post, values.order, values.score)
  }
  const scoreAt = new Map<string, number>()
  for (const { row, values } of scores?.rows ?? []) {
    const found = find(values.post)
    if (!known.has(values.number)) wrong('评分', row, '学号', values.number, `学生表里没有学号“${values.number}”。`)
    else if ('reason' in found) wrong('评分', row, '岗位', values.post, found.reason)
    else scoreAt.set(`${values.number} ${found.id}`, values.score)
  }

  const good = students.rows.map(({ values }) => values).filter(({ number }) => !faultyStudents.has(number))
  const applications = good.flatMap(({ number, score }): Application[] =>
    (wishesOf.get(number) ?? []).map((one) => ({ student: number, post: one.post, score: thousandths(scoreAt.get(`${number} ${one.post}`) ?? one.score ?? score ?? 0) })),
  )
  return {
    market: {
      applicants: good.map(({ number, school, tags }) => ({
        id: number,
        choices: (wishesOf.get(number) ?? []).sort((a, b) => a.order - b.order).map(({ post }) => post),
        ...(school === null ? {} : { school }),
        ...(tags === null ? {} : { tags }),
      })),
      posts: seats,
      applications,
    },
    posts: named,
    students: good.map(({ number, name, school }) => ({ id: number, name, school })),
    errors: errors.sort((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet) || a.row - b.row),
    scored: applications.some(({ score }) => score > 0),
  }
}

type Wrong = (sheet: string, row: number, column: string, value: string, reason: string) => void

function postsOf({ rows }: ReadRows<typeof postKind>, wrong: Wrong) {
  const titles = Map.groupBy(rows, ({ values }) => wordKey(values.title))
  const named: NamedPost[] = []
  const seats: Post[] = []
  const byName = new Map<string, Set<string>>()
  for (const { row, values } of rows) {
    const id = values.number ?? (titles.get(wordKey(values.title))!.length === 1 ? values.title : `${values.firm ?? ''}·${values.title}`)
    if (named.some((one) => one.id === id)) {
      wrong('岗位名额', row, '岗位名称', values.title, `岗位“${id}”写了两次。请写岗位编号来区分。`)
      continue
    }
    const capacity = values.seats.max ?? values.seats.min!
    if ((values.least ?? 0) > capacity) wrong('岗位名额', row, '最低人数', String(values.least), `最低人数比名额 ${capacity} 还多。`)
    if ((values.reserved ?? 0) > capacity) wrong('岗位名额', row, '预留名额', String(values.reserved), `预留名额比名额 ${capacity} 还多。`)
    if ((values.least ?? 0) > capacity || (values.reserved ?? 0) > capacity) continue
    named.push({ id, title: values.title, firm: values.firm, tag: values.tag })
    seats.push(postOf(id, values))
    for (const name of [values.number, values.title, `${values.firm ?? ''}${values.title}`, `${values.number ?? ''}${values.title}`]) {
      if (name) byName.set(wordKey(name), (byName.get(wordKey(name)) ?? new Set()).add(id))
    }
  }
  const find = (text: string): { id: string } | { reason: string } => {
    const ids = [...(byName.get(wordKey(text)) ?? [])]
    if (ids.length === 1) return { id: ids[0]! }
    return { reason: ids.length === 0 ? `岗位表里没有“${text}”。请写岗位编号。` : `有 ${ids.length} 个岗位叫“${text}”。请写岗位编号。` }
  }
  return { named, seats, find }
}

/** `3-5人` are five seats: the firm takes so many. `3人以上` are three, for more is not promised. */
function postOf(id: string, { seats, least, tag, reserved }: ValuesOf<typeof postKind>): Post {
  return {
    id,
    capacity: seats.max ?? seats.min!,
    ...(least === null ? {} : { min: least }),
    ...(tag === null || reserved === null || reserved === 0 ? {} : { reserves: [{ tag, seats: reserved, mode: 'guarantee' as const }] }),
  }
}
