import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sentenceToTraditional } from '@silian/words/traditional'
import { Marked, type Tokens } from 'marked'
import type { PageReply } from '../../../kernel/page.ts'
import type { HelpEntry, HelpView, PortalLocale } from '../contract.ts'

const handbook = resolve(import.meta.dirname, '../../../../../docs/handbook')

/** The pages of the handbook in the order they are read. Each is docs/handbook/<language>/<name>.md: a title, a lead, sections. */
export const helpPages = ['start', 'search', 'student', 'school', 'teacher', 'mentor', 'enterprise', 'provider', 'association', 'secretariat', 'manager', 'official', 'verify', 'privacy', 'administrator', 'webhooks'] as const
export type HelpPage = (typeof helpPages)[number]

export const isHelpPage = (name: string | undefined): name is HelpPage => (helpPages as readonly string[]).includes(name ?? '')

export const viewHelpIndex = (locale: PortalLocale): HelpEntry[] => helpPages.map((slug) => entryOf(locale, slug))

export function viewHelp(locale: PortalLocale, slug: HelpPage): HelpView {
  const place = helpPages.indexOf(slug)
  const at = (index: number) => (helpPages[index] ? entryOf(locale, helpPages[index]) : null)
  const { title, lead, body } = partsOf(readHandbook(locale, slug))
  const sections: HelpView['sections'] = []
  return { slug, title, lead, html: htmlOf(body, locale, sections), lang: locale, sections, previous: place > 0 ? at(place - 1) : null, next: at(place + 1) }
}

function entryOf(locale: PortalLocale, slug: HelpPage): HelpEntry {
  const { title, lead } = partsOf(readHandbook(locale, slug))
  return { slug, title, lead }
}

const kept = new Map<string, { at: number; text: string }>()

/** Traditional characters are derived, as everywhere, and once: that takes longer than the rest. Code and addresses are Latin and stay. */
function readHandbook(locale: PortalLocale, slug: HelpPage): string {
  const path = join(handbook, locale === 'en' ? 'en' : 'zh-Hans', `${slug}.md`)
  const at = statSync(path).mtimeMs
  const known = kept.get(`${locale} ${slug}`)
  if (known?.at === at) return known.text
  const written = readFileSync(path, 'utf8')
  const text = locale === 'zh-Hant' ? sentenceToTraditional(written) : written
  kept.set(`${locale} ${slug}`, { at, text })
  return text
}

function partsOf(text: string) {
  const [heading = '', lead = '', ...rest] = text.trim().split(/\n\n+/)
  return { title: heading.replace(/^#\s*/, ''), lead: lead.replaceAll('\n', ' '), body: rest.join('\n\n') }
}

/** Only files of ours pass here, so nothing is filtered; what a renderer adds is ids, addresses and sizes. */
function htmlOf(markdown: string, locale: PortalLocale, sections: HelpView['sections']): string {
  const prefix = locale === 'zh-Hans' ? '' : `/${locale}`
  const renderer = {
    heading(this: { parser: { parseInline: (tokens: Tokens.Heading['tokens']) => string } }, { tokens, depth, text }: Tokens.Heading) {
      if (depth !== 2) return `<h${depth}>${this.parser.parseInline(tokens)}</h${depth}>`
      const id = `s${sections.length + 1}`
      sections.push({ id, title: text.replaceAll(/[*`]/g, '') })
      return `<h2 id="${id}">${this.parser.parseInline(tokens)}</h2>`
    },
    link(this: { parser: { parseInline: (tokens: Tokens.Link['tokens']) => string } }, { href, tokens }: Tokens.Link) {
      return `<a href="${addressOf(href, prefix)}">${this.parser.parseInline(tokens)}</a>`
    },
    // Wide ones scroll in their own box, which a keyboard must reach.
    code: ({ text }: Tokens.Code) => `<pre tabindex="0"><code>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</code></pre>`,
    image({ href, text }: Tokens.Image) {
      const shot = findShot(href)
      return shot ? `<img src="/help/${href}" alt="${text}" width="${shot.width}" height="${shot.height}" loading="lazy">` : ''
    },
    table(this: { parser: { parseInline: (tokens: Tokens.TableCell['tokens']) => string } }, { header, rows }: Tokens.Table) {
      const cells = (row: Tokens.TableCell[], tag: 'th' | 'td') => row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')
      const head = cells(header, 'th').replaceAll('<th>', '<th scope="col">')
      return `<div class="wide" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table></div>`
    },
  }
  return new Marked({ renderer, async: false }).parse(markdown) as string
}

/** `verify` is a page of the handbook, `/members` one of the portal in the same language; /app and /api have no language in the address. */
function addressOf(href: string, prefix: string): string {
  if (/^[a-z]+:|^#|^\/(app|api)\b/.test(href)) return href
  return href.startsWith('/') ? `${prefix}${href}` : `${prefix}/help/${href}`
}

/** Pictures are made by the browser journeys and may be missing in a fresh copy: then the text stands alone. */
function findShot(href: string): { width: number; height: number } | null {
  const path = join(handbook, href)
  if (!/^shots\/[\w-]+\.png$/.test(href) || !existsSync(path)) return null
  const head = readFileSync(path).subarray(16, 24)
  return { width: head.readUInt32BE(0), height: head.readUInt32BE(4) }
}

export function shotFile(name: string): PageReply | null {
  const path = join(handbook, 'shots', name)
  if (!/^[\w-]+\.png$/.test(name) || !existsSync(path)) return null
  return { type: 'image/png', body: readFileSync(path), headers: { 'cache-control': 'public, max-age=86400' } }
}
