import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { t, tRefusal, wordsFor, type Translate } from '@silian/words'
import { toTraditional } from '@silian/words/traditional'
import type { Fault, PageReply } from '../../kernel/page.ts'
import { setting } from '../../kernel/setting.ts'
import type { Frame, PortalLocale, PortalPage, Said } from './contract.ts'
import type { findPublicAlliance } from './tables.ts'

export type Alliance = NonNullable<Awaited<ReturnType<typeof findPublicAlliance>>>
/** What every page is made with. */
export type Visit = { locale: PortalLocale; path: string; query: Record<string, string>; now: Date; alliance: Alliance | undefined }

/** Nothing but our own pictures and styles: a page without script needs no more. Tools that audit a page ask for our robots.txt from within it. */
const policy = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Data in the language of the page, where there is such; traditional characters are derived. */
export function said(locale: PortalLocale, chinese: string, english: string | null = null): Said {
  if (locale === 'en') return english ? { text: english, lang: 'en' } : { text: chinese, lang: 'zh-Hans' }
  return { text: locale === 'zh-Hant' ? toTraditional(chinese) : chinese, lang: locale }
}

export const saidOrNull = (locale: PortalLocale, chinese: string | null, english: string | null = null): Said | null => (chinese ? said(locale, chinese, english) : null)

export const pageNumber = (query: Record<string, string>): number => Math.min(100_000, Math.max(1, Math.floor(Number(query.page)) || 1))
/** What somebody typed, short enough to look for. */
export const typedIn = (query: Record<string, string>, name: string): string => (query[name] ?? '').trim().slice(0, 50)

export async function draw(page: PortalPage, { locale, path, query, now, alliance }: Visit, status = 200): Promise<PageReply> {
  const search = new URLSearchParams(query).toString()
  const frame: Frame = {
    locale,
    path,
    search: search && `?${search}`,
    origin: setting().origin,
    now: now.toISOString(),
    alliance: alliance ? said(locale, alliance.name, alliance.nameEn) : null,
    demo: setting().demo,
  }
  const portal = await loadPortal()
  if (!portal) return { status: 503, type: 'text/plain; charset=utf-8', body: t(locale, 'portal:unbuilt'), headers: { 'cache-control': 'no-store' } }
  return {
    status,
    body: portal.render(page, frame, wordsFor(locale)),
    headers: {
      'content-security-policy': policy,
      'content-language': locale,
      // Half a minute: enough for the hour in which ten thousand people look for one list.
      'cache-control': status === 200 && page.name !== 'notice' ? 'public, max-age=30' : 'no-cache',
    },
  }
}

/** No such page, or it failed: in the look of the others, and without asking the database. */
export async function drawFault({ status, code, details }: Fault, locale: PortalLocale, path: string): Promise<PageReply> {
  const reference = typeof details.reference === 'string' ? details.reference : null
  const sentence = code === 'not_found' ? t(locale, 'portal:fault.missing') : code === 'internal_error' ? t(locale, 'portal:fault.failed') : tRefusal(locale, code)
  return draw({ name: 'fault', view: { status, sentence, reference } }, { locale, path, query: {}, now: new Date(0), alliance: undefined }, status)
}

/** What Vite makes of web/src/portal: `render` of its index.tsx, in one file. */
type Portal = { render: (page: PortalPage, frame: Frame, t: Translate) => string }
const built = resolve(import.meta.dirname, '../../../../web/dist-portal/portal.js')
let loading: Promise<Portal> | undefined

/** Null in a copy where nobody ran the build: the page then says so instead of failing. */
async function loadPortal(): Promise<Portal | null> {
  if (!loading && !existsSync(built)) return null
  loading ??= import(pathToFileURL(built).href) as Promise<Portal>
  return loading.catch((error: unknown) => {
    loading = undefined
    throw error
  })
}
