import { t } from '@silian/words'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { PageReply } from '../../../kernel/page.ts'
import { setting } from '../../../kernel/setting.ts'
import type { PortalLocale } from '../contract.ts'
import { newestAchievements } from '../achievements/service.ts'
import { helpPages } from '../help/service.ts'
import { listMemberIds } from '../members/tables.ts'
import { listPublishedRounds } from '../notices/tables.ts'
import { listNewPosts } from '../posts/tables.ts'
import { listNewProblems, listProblemIds } from '../problems/tables.ts'
import { said, type Alliance } from '../service.ts'

const prefixes: readonly [PortalLocale, string][] = [['zh-Hans', ''], ['zh-Hant', '/zh-Hant'], ['en', '/en']]
const xml = (type: string, body: string): PageReply => ({ type: `${type}; charset=utf-8`, body, headers: { 'cache-control': 'public, max-age=300' } })
/** Characters that XML gives a meaning, and those it forbids altogether. */
// oxlint-disable-next-line no-control-regex
export const plain = (text: string) => text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Every public address in three languages, each naming the others. */
export async function sitemap(tx: Tx, alliance: Alliance | undefined, now: Date): Promise<PageReply> {
  const paths = ['/', '/members', '/posts', '/needs', '/needs/ended', '/shortage', '/internship-units', '/achievements', '/notices', '/help', ...helpPages.map((page) => `/help/${page}`)]
  if (alliance) {
    paths.push(...(await listMemberIds(tx, alliance.id)).map((id) => `/members/${id}`))
    paths.push(...(await listNewPosts(tx, alliance.id, dayOf(now), 10_000)).map(({ id }) => `/posts/${id}`))
    paths.push(...(await listProblemIds(tx, alliance.id)).map((id) => `/needs/${id}`))
    paths.push(...(await newestAchievements(tx, alliance, 10_000)).map(({ id }) => `/achievements/${id}`))
    paths.push(...(await listPublishedRounds(tx, alliance.id)).map(({ id }) => `/notices/${id}`))
  }
  const address = (prefix: string, path: string) => plain(`${setting().origin}${prefix}${path === '/' && prefix ? '' : path}`)
  const entry = (path: string) => {
    const alternates = prefixes.map(([locale, prefix]) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(prefix, path)}"/>`).join('')
    return prefixes.map(([, prefix]) => `<url><loc>${address(prefix, path)}</loc>${alternates}</url>`).join('\n')
  }
  return xml(
    'application/xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${paths.map(entry).join('\n')}\n</urlset>\n`,
  )
}

/** Atom: new posts and notices, newest first. */
export async function feed(tx: Tx, locale: PortalLocale, alliance: Alliance | undefined, now: Date): Promise<PageReply> {
  const base = `${setting().origin}${prefixes.find(([one]) => one === locale)![1]}`
  const posts = alliance ? await listNewPosts(tx, alliance.id, dayOf(now), 50) : []
  const problems = alliance ? await listNewProblems(tx, alliance.id, 50) : []
  const achievements = alliance ? await newestAchievements(tx, alliance, 50) : []
  const rounds = alliance ? await listPublishedRounds(tx, alliance.id) : []
  const entries = [
    ...posts.map((post) => {
      const title = t(locale, 'portal:feed.post', { title: said(locale, post.title, post.titleEn).text, organisation: said(locale, post.name, post.nameEn).text })
      return { id: post.id, address: `${base}/posts/${post.id}`, title, at: post.verifiedAt! }
    }),
    ...problems.map((problem) => {
      const title = t(locale, 'portal:feed.need', { title: said(locale, problem.title, problem.titleEn).text, organisation: said(locale, problem.name, problem.nameEn).text })
      return { id: problem.id, address: `${base}/needs/${problem.id}`, title, at: problem.verifiedAt! }
    }),
    ...achievements.map((one) => {
      const title = t(locale, 'portal:feed.achievement', { title: said(locale, one.title, one.titleEn).text, organisation: said(locale, one.organisationName, one.organisationNameEn).text })
      return { id: one.id, address: `${base}/achievements/${one.id}`, title, at: one.verifiedAt! }
    }),
    ...rounds.map((round) => ({ id: round.id, address: `${base}/notices/${round.id}`, title: t(locale, 'portal:feed.notice', { title: said(locale, round.title, round.titleEn).text }), at: round.publishedAt! })),
  ].sort((one, other) => other.at.getTime() - one.at.getTime())
  const name = alliance ? said(locale, alliance.name, alliance.nameEn).text : t(locale, 'productLong')
  const lines = entries.map(
    ({ id, address, title, at }) =>
      `<entry><id>urn:uuid:${id}</id><title>${plain(title)}</title><link rel="alternate" type="text/html" href="${plain(address)}"/><updated>${at.toISOString()}</updated><summary>${plain(title)}</summary></entry>`,
  )
  return xml(
    'application/atom+xml',
    `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${plain(`${base}/feed.xml`)}</id>
<title>${plain(t(locale, 'portal:feed.title', { alliance: name }))}</title>
<author><name>${plain(name)}</name></author>
<link rel="self" type="application/atom+xml" href="${plain(`${base}/feed.xml`)}"/>
<link rel="alternate" type="text/html" href="${plain(`${base}/`)}"/>
<updated>${(entries[0]?.at ?? now).toISOString()}</updated>
${lines.join('\n')}
</feed>
`,
  )
}

export const robots = (): PageReply => ({
  type: 'text/plain; charset=utf-8',
  body: `User-agent: *\nAllow: /\nDisallow: /app/\nDisallow: /api/\n\nSitemap: ${setting().origin}/sitemap.xml\n`,
  headers: { 'cache-control': 'public, max-age=86400' },
})
