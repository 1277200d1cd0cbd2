import { buildIndex, type AnswerIndex } from '@silian/algorithms/answer-matching/build-index'
import { rank } from '@silian/algorithms/answer-matching/rank'
import type { Tx } from '../../../kernel/db.ts'
import { currentLexicon } from '../../lexicon/service.ts'
import { codeNames, majorsForMatching, majorsOfFamilies } from '../../talent/codes/service.ts'
import type { SuggestedMajor } from './contract.ts'

const most = 5
let index: { of: string; majors: AnswerIndex; names: ReadonlyMap<string, string> } | undefined

/** Read once for each lexicon and table of majors. A major is known by its name, its class and the occupations it leads to. */
async function majorsIndex(tx: Tx) {
  const lexicon = await currentLexicon(tx)
  const { version, rows } = await majorsForMatching(tx)
  const of = `${lexicon.version} ${version}`
  if (index?.of !== of) {
    const entries = rows.map(({ code, name, parents, occupations }) => ({ id: code, title: name, description: [...parents, ...occupations].join('；'), codes: [code] }))
    index = { of, majors: buildIndex(entries, { lexicon }), names: new Map(rows.map(({ code, name }) => [code, name])) }
  }
  return index
}

type Post = { title: string; tasks: string; occupationCode: string | null }

/** Which majors a post speaks of. What the official tables say of its occupation comes first: it is not a guess. */
export async function suggestMajors(tx: Tx, post: Post): Promise<{ rows: SuggestedMajor[] }> {
  if (post.title === '' && post.tasks === '' && !post.occupationCode) return { rows: [] }
  const { majors, names } = await majorsIndex(tx)
  const occupation = post.occupationCode ? (await codeNames(tx, 'occupation', [post.occupationCode])).get(post.occupationCode) : undefined
  const family = post.occupationCode?.slice(0, 7)
  const official = new Set(family ? ((await majorsOfFamilies(tx, [family])).get(family) ?? []) : [])
  const { ranked, threshold } = rank(majors, { id: 'post', title: post.title, description: [post.tasks, occupation].filter(Boolean).join('。') }, { top: 30 })
  const rows = ranked
    .filter(({ id, score }) => names.has(id) && (score >= threshold || official.has(id)))
    .map(({ id, score, reasons }) => {
      const words = reasons.flatMap((reason) => (reason.code === 'same_word' ? [reason.word] : 'needTerm' in reason ? [reason.needTerm] : []))
      return { code: id, name: names.get(id)!, words: [...new Set(words)].slice(0, 4), fit: Math.max(0, Math.min(1, score)), official: official.has(id) }
    })
    .sort((a, b) => Number(b.official) - Number(a.official) || b.fit - a.fit)
  return { rows: rows.slice(0, most).map(({ code, name, words, fit, official: table }) => ({ code, name, fit, words: table && occupation ? [...new Set([occupation, ...words])] : words })) }
}
