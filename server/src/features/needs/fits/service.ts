import type { Entry } from '@silian/algorithms/answer-matching/entry'
import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import { rankIn, reasonsOf, rounded, verdictOf, worthShowing, type ReasonView, type Stock } from '../../lexicon/matching/service.ts'
import { codeNames, occupationsOfMajors } from '../../talent/codes/service.ts'
import { familyOf, majorsFor } from '../majors/service.ts'
import type { Need } from '../tables.ts'
import type { FittingPost, FittingProgramme } from './contract.ts'
import { bySureness, leavingYears } from './rules.ts'
import { listProgrammesOf, listShown, listSure, listTexts, listVersions, markOfOpen, type findProgramme } from './tables.ts'

export { findProgramme } from './tables.ts'
export { findNeed } from '../tables.ts'

const shown = 20
const shownWhenNothingFits = 3
/** Majors looked at for one post: several schools teach each. */
const majorsLookedAt = 12

const textOf = ({ tasks, occupationName }: { tasks: string; occupationName: string | null }) => [tasks, occupationName].filter(Boolean).join('\n')

/** Open posts by what they say: kept ready by the matcher. */
const posts: Stock = {
  name: 'posts',
  task: 'post-major',
  mark: markOfOpen,
  versions: listVersions,
  entries: async (tx, ids) => (await listTexts(tx, ids)).map((post) => ({ id: post.id, title: post.title, description: textOf(post) })),
}

type Programme = { name: string; majorCode: string }
/** A programme is what it is called, in the school's words and the official ones: what else is known about its class led astray when it was tried. */
async function entryOf(tx: Tx, { name, majorCode }: Programme): Promise<Entry> {
  const official = (await codeNames(tx, 'major', [majorCode])).get(majorCode)
  return { id: majorCode, title: official === undefined || name.includes(official) ? name : `${name} ${official}` }
}

/** Posts for a programme: by their words, and those that name its major or, by the official tables, are what it leads to. */
export async function fitsOf(tx: Tx, programme: Programme, { top, among }: { top: number; among?: readonly string[] }) {
  const families = ((await occupationsOfMajors(tx, [programme.majorCode])).get(programme.majorCode) ?? []).map(familyOf)
  const sure = new Map((await listSure(tx, { majorCode: programme.majorCode, families, ...(among ? { ids: among } : {}) })).map(({ id, named, official, occupationName }) => [id, { named, official: official ? occupationName : null }]))
  const ranking = await rankIn(tx, posts, await entryOf(tx, programme), { top: Math.max(top, sure.size), ...(among ? { among: new Set(among) } : {}) })
  const placed = new Map(ranking.ranked.map((one) => [one.id, one]))
  const near = worthShowing(ranking, sure.size === 0 ? shownWhenNothingFits : 0)
  const ids = [...new Set([...sure.keys(), ...near.map(({ id }) => id)])]
  const rows = ids.map((id) => ({ id, named: false, official: null, ...sure.get(id), fit: rounded(Math.max(0, placed.get(id)?.fit ?? 0)), reasons: reasonsOf(placed.get(id)?.reasons ?? []) }))
  // What a post or a table says outright fits, whatever the words are.
  return { ...verdictOf(ranking), nothingFits: ranking.nothingFits && sure.size === 0, rows: bySureness(rows).slice(0, top) }
}

/** Words of the other side that were led to, each once. */
export const wordsOf = (reasons: readonly ReasonView[]): string[] => [...new Set(reasons.flatMap((reason) => ('answerTerm' in reason ? [reason.answerTerm] : 'other' in reason ? [reason.other] : 'word' in reason ? [reason.word] : [])))]

export async function viewFittingPosts(tx: Tx, actor: Actor, programme: NonNullable<Awaited<ReturnType<typeof findProgramme>>>) {
  const { rows, ...verdict } = await fitsOf(tx, programme, { top: shown })
  const posts = new Map((await listShown(tx, actor, rows.map(({ id }) => id))).map((post) => [post.id, post]))
  return {
    programme: { ...programme, level: programme.level as FittingProgramme['level'] },
    ...verdict,
    rows: rows.flatMap((row) => {
      const post = posts.get(row.id)
      if (!post) return []
      const { tasks, occupationName, payPeriod, ...rest } = post
      return [{ ...row, ...rest, text: textOf({ tasks, occupationName }), payPeriod: payPeriod as FittingPost['payPeriod'] }]
    }),
  }
}

/** The reverse: for a post, programmes of the schools of its alliance, and how many leave them. */
export async function viewFittingProgrammes(tx: Tx, need: Need, now: Date) {
  const { ranking, official } = await majorsFor(tx, need, { top: 50 })
  const placed = new Map(ranking.ranked.map((one) => [one.id, one]))
  const near = worthShowing(ranking, 0).slice(0, majorsLookedAt).map(({ id }) => id)
  const codes = [...new Set([...need.majorCodes, ...official, ...near])]
  const names = await codeNames(tx, 'major', codes)
  const programmes = await listProgrammesOf(tx, { allianceId: need.allianceId, majorCodes: codes, years: leavingYears(dayOf(now)) })
  const rows = programmes.map((programme) => {
    const found = placed.get(programme.majorCode)
    return {
      ...programme,
      level: programme.level as FittingProgramme['level'],
      majorName: names.get(programme.majorCode) ?? programme.name,
      named: need.majorCodes.includes(programme.majorCode),
      official: official.has(programme.majorCode) ? need.occupationName : null,
      fit: rounded(Math.max(0, found?.fit ?? 0)),
      reasons: reasonsOf(found?.reasons ?? []),
    }
  })
  return { post: { title: need.title, text: textOf(need) }, ...verdictOf(ranking), compared: ranking.compared, nothingFits: rows.length === 0, rows: bySureness(rows).slice(0, shown) }
}
