import type { Locale, Namespace } from '@silian/words'
import i18next, { type BackendModule, type ResourceKey } from 'i18next'
import { initReactI18next } from 'react-i18next'

type Load = () => Promise<unknown>

/** One chunk per language and noun, loaded when a page first says something of that noun. */
const modules: Record<Locale, Record<string, Load>> = {
  'zh-Hans': import.meta.glob(['../../../words/src/zh-Hans/*.ts', '!../../../words/src/zh-Hans/index.ts']),
  'zh-Hant': import.meta.glob(['../../../words/src/zh-Hans/*.ts', '!../../../words/src/zh-Hans/index.ts'], { query: '?traditional' }),
  en: import.meta.glob(['../../../words/src/en/*.ts', '!../../../words/src/en/index.ts']),
}

const locales = Object.keys(modules) as Locale[]
const storageKey = 'silian.locale'

const words: BackendModule = {
  type: 'backend',
  init: () => {},
  read(language, namespace, done) {
    const folder = language === 'en' ? 'en' : 'zh-Hans'
    const load = modules[language as Locale][`../../../words/src/${folder}/${namespace}.ts`]
    if (!load) return done(new Error(`no words for ${namespace}`), null)
    load().then(
      (module) => done(null, (module as Record<string, ResourceKey>)[namespace]!),
      (error: Error) => done(error, null),
    )
  },
}

export const i18n = i18next

/** Loads what every page needs before the first one is drawn. */
export async function startI18n(): Promise<void> {
  const locale = preferredLocale()
  document.documentElement.lang = locale
  await i18next
    .use(words)
    .use(initReactI18next)
    .init({
      lng: locale,
      supportedLngs: locales,
      load: 'currentOnly',
      fallbackLng: false,
      ns: ['ui', 'refusals'] satisfies Namespace[],
      defaultNS: 'ui',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    })
}

export const currentLocale = (): Locale => i18next.language as Locale

/** For this device at once, for the server by cookie; the account is told by the page that asks. */
export async function setLocale(locale: Locale): Promise<void> {
  remember(locale)
  document.documentElement.lang = locale
  await i18next.changeLanguage(locale)
}

function remember(locale: Locale) {
  try {
    localStorage.setItem(storageKey, locale)
  } catch {
    // Private windows may forbid storage; the cookie below still tells the server.
  }
  document.cookie = `silian_locale=${locale}; path=/; max-age=31536000; samesite=lax`
}

function preferredLocale(): Locale {
  const stored = readStored() ?? /(?:^|; )silian_locale=([\w-]+)/.exec(document.cookie)?.[1]
  const wanted = [stored, ...navigator.languages]
  for (const one of wanted) {
    const locale = one && localeOf(one)
    if (locale) return locale
  }
  return 'zh-Hans'
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

function localeOf(tag: string): Locale | null {
  if (/^zh-(Hant|TW|HK|MO)/i.test(tag)) return 'zh-Hant'
  if (/^zh/i.test(tag)) return 'zh-Hans'
  return /^en/i.test(tag) ? 'en' : null
}
