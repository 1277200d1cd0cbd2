import { majorsAsAnswers } from '@silian/algorithms/answer-matching/majors'
import type { Tx } from '../../../kernel/db.ts'
import { rankIn, type Stock } from '../../lexicon/matching/service.ts'
import { codeNames, majorsForMatching, majorsMark, majorsOfFamilies } from '../../talent/codes/service.ts'
import type { SuggestedMajor } from './contract.ts'

const most = 5

/** A major is known by its name, by the words of its class, and by the occupations that the official tables say it leads to. */
const majors: Stock = {
  name: 'majors',
  task: 'post-major',
  mark: majorsMark,
  versions: async (tx) => {
    const version = await majorsMark(tx)
    return (await majorsForMatching(tx)).map(({ code }) => ({ id: code, version }))
  },
  entries: async (tx) => majorsAsAnswers((await majorsForMatching(tx)).map(({ code, name, occupations }) => ({ id: code, title: name, occupations }))),
}

export type PostText = { title: string; tasks: string; occupationCode: string | null }
/** 小类: the first three parts of an occupation's code, by which the official tables say where a major leads. */
export const familyOf = (occupationCode: string) => occupationCode.split('-').slice(0, 3).join('-')

/** Majors for the text of a post, the nearest first, and which of them the official table names for its occupation. */
export async function majorsFor(tx: Tx, { title, tasks, occupationCode }: PostText, { top }: { top: number }) {
  const occupation = occupationCode ? (await codeNames(tx, 'occupation', [occupationCode])).get(occupationCode) : undefined
  const family = occupationCode && familyOf(occupationCode)
  const official = new Set(family ? ((await majorsOfFamilies(tx, [family])).get(family) ?? []) : [])
  const ranking = await rankIn(tx, majors, { id: 'post', title, description: [tasks, occupation].filter(Boolean).join('。') }, { top })
  return { ranking, official, occupation }
}

/** Which majors a post speaks of. What the official tables say of its occupation comes first: it is not a guess. */
export async function suggestMajors(tx: Tx, post: PostText): Promise<{ rows: SuggestedMajor[] }> {
  if (post.title === '' && post.tasks === '' && !post.occupationCode) return { rows: [] }
  const { ranking, official, occupation } = await majorsFor(tx, post, { top: 30 })
  const ranked = new Set(ranking.ranked.map(({ id }) => id))
  const unread = [...official].filter((id) => !ranked.has(id)).map((id) => ({ id, fit: 0, reasons: [] }))
  const found = [...ranking.ranked.filter(({ id, fit }) => fit >= ranking.threshold || official.has(id)), ...unread]
  const names = await codeNames(tx, 'major', found.map(({ id }) => id))
  const rows = found
    .filter(({ id }) => names.has(id))
    .map(({ id, fit, reasons }) => {
      const words = reasons.flatMap((reason) => (reason.code === 'same_word' ? [reason.word] : 'needTerm' in reason ? [reason.needTerm] : []))
      return { code: id, name: names.get(id)!, words: [...new Set(words)].slice(0, 4), fit, official: official.has(id) }
    })
    .sort((a, b) => Number(b.official) - Number(a.official) || b.fit - a.fit)
  return { rows: rows.slice(0, most).map(({ code, name, words, fit, official: table }) => ({ code, name, fit, words: table && occupation ? [...new Set([occupation, ...words])] : words })) }
}
