import { t } from '@silian/words'
import { toTraditional } from '@silian/words/traditional'
import type { Tx } from '../../../../kernel/db.ts'
import type { PageReply } from '../../../../kernel/page.ts'
import { setting } from '../../../../kernel/setting.ts'
import { addressOf, readFeed } from '../../../subscriptions/searches/service.ts'
import { plain } from '../service.ts'

/** RSS 2.0 of one saved search, behind a secret address. Says itself whether it holds more than the public may read. */
export async function savedFeed(tx: Tx, file: string, now: Date): Promise<PageReply | null> {
  const token = /^([\w-]{43})\.xml$/.exec(file)?.[1]
  const feed = token ? await readFeed(tx, token) : null
  if (!feed) return null
  const { name, scope, locale, items } = feed
  const { origin } = setting()
  const said = (text: string) => plain(locale === 'zh-Hant' ? toTraditional(text) : text)
  const lines = items.map(({ kind, id, title, titleEn, ownerName, madeAt }) =>
    `<item><guid isPermaLink="false">urn:uuid:${id}</guid><title>${said(locale === 'en' && titleEn ? titleEn : title)}</title><link>${plain(origin + publicAddressOf(kind, id, scope))}</link><category>${plain(t(locale, `search:kinds.${kind as 'post'}`))}</category>${ownerName ? `<description>${said(ownerName)}</description>` : ''}<pubDate>${madeAt.toUTCString()}</pubDate></item>`,
  )
  return {
    type: 'application/rss+xml; charset=utf-8',
    // Behind a secret address, so no cache between may keep it; and no search engine may list it.
    headers: { 'cache-control': 'private, max-age=300', 'x-robots-tag': 'noindex' },
    body: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>${plain(name)}</title>
<link>${plain(`${origin}/app/subscriptions`)}</link>
<description>${plain(t(locale, `subscriptions:feedDescription.${scope}`, { name }))}</description>
<language>${locale}</language>
<lastBuildDate>${(items[0]?.madeAt ?? now).toUTCString()}</lastBuildDate>
${lines.join('\n')}
</channel></rss>
`,
  }
}

/** Who reads only what is public need not sign in for it, where there is a public page. */
const publicPages: Readonly<Record<string, string>> = { organisation: '/members', post: '/posts', round: '/notices' }
const publicAddressOf = (kind: string, id: string, scope: 'public' | 'mine') => (scope === 'public' && publicPages[kind] ? `${publicPages[kind]}/${id}` : addressOf(kind, id))
