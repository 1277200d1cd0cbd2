import type { Locale } from '@silian/words'
import { changeLanguage, currentLanguage } from './translation.tsx'

const storageKey = 'silian.locale'

/** Loads what every page needs before the first one is drawn. */
export async function startI18n(): Promise<void> {
  const locale = preferredLocale()
  document.documentElement.lang = locale
  await changeLanguage(locale, ['ui'])
}

export const currentLocale = (): Locale => currentLanguage()

/** For this device at once, for the server by cookie; the account is told by the page that asks. */
export async function setLocale(locale: Locale): Promise<void> {
  remember(locale)
  await changeLanguage(locale)
  document.documentElement.lang = locale
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
