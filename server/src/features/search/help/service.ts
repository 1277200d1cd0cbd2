import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { flat, readingOf } from '../reading/service.ts'
import { haystackOf, type Reading } from '../rules.ts'

type HelpEntry = { id: string; title: string; page: string; reading: Reading; heading: string; body: string }

const handbook = resolve(import.meta.dirname, '../../../../../docs/handbook')
const kept = new Map<string, HelpEntry[]>()

/** Pages of the handbook and their sections: so few that they are simply read through. The numbers are those of the page's own anchors. */
function entriesIn(language: 'zh-Hans' | 'en'): HelpEntry[] {
  const known = kept.get(language)
  if (known) return known
  const folder = resolve(handbook, language)
  const entries = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => {
      const slug = name.replace(/\.md$/, '')
      const [head = '', ...sections] = readFileSync(resolve(folder, name), 'utf8').split(/^## /m)
      const page = head.split('\n', 1)[0]!.replace(/^#\s*/, '').trim()
      return [head.replace(/^#\s*/, ''), ...sections].map((text, at): HelpEntry => {
        const [title = '', ...body] = text.split('\n')
        const plain = title.replaceAll(/[*`]/g, '').trim()
        const reading = readingOf(plain)
        return { id: at === 0 ? slug : `${slug}#s${at}`, title: plain, page: at === 0 ? '' : page, reading, heading: haystackOf({ title: reading, english: [], codes: [], more: [] }), body: flat(body.join('\n')) }
      })
    })
  kept.set(language, entries)
  return entries
}

/** The best first: words in a heading, then in what stands below it. */
export function searchHelp(words: readonly string[], locale: 'zh-Hans' | 'zh-Hant' | 'en', most: number) {
  const long = words.filter((word) => word.length > 1 || /\p{Script=Han}/u.test(word))
  if (long.length === 0) return []
  const inHeading: HelpEntry[] = []
  const inBody: HelpEntry[] = []
  for (const entry of entriesIn(locale === 'en' ? 'en' : 'zh-Hans')) {
    if (long.every((word) => entry.heading.includes(word))) inHeading.push(entry)
    else if (long.every((word) => entry.body.includes(word) || entry.heading.includes(word))) inBody.push(entry)
  }
  return [...inHeading, ...inBody].slice(0, most)
}
