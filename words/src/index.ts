import i18next, { type i18n } from 'i18next'
import * as en from './en/index.ts'
import { sentenceToTraditional } from './traditional.ts'
import * as zhHans from './zh-Hans/index.ts'

export const locales = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Locale = (typeof locales)[number]

/** Every sentence by namespace, as written in Chinese; the keys of all languages. */
export type Words = typeof zhHans
export type Namespace = keyof Words
/** The keys of one namespace; a plain path is checked a hundred times faster than i18next's own type over all namespaces at once. */
export type KeyOf<Tree> = { [K in keyof Tree & string]: Tree[K] extends string ? K : `${K}.${KeyOf<Tree[K]>}` }[keyof Tree & string]
/** `refusals:not_found`, `inbox:tabs.todo`; the namespace `ui` goes without saying. */
export type WordKey = { [N in Namespace]: `${N}:${KeyOf<Words[N]>}` }[Namespace] | KeyOf<Words['ui']>
export type Translate = (key: WordKey, params?: Params) => string

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: Words
  }
}

/** Server side: all languages in memory, traditional Chinese made when somebody first asks for it. */
const instance: i18n = i18next.createInstance()
void instance.init({
  resources: { 'zh-Hans': zhHans, en },
  lng: 'zh-Hans',
  fallbackLng: false,
  defaultNS: 'ui',
  initAsync: false,
  interpolation: { escapeValue: false },
})

export function wordsFor(locale: Locale): Translate {
  if (locale === 'zh-Hant' && !instance.hasResourceBundle('zh-Hant', 'ui')) addTraditional()
  return instance.getFixedT(locale, ['ui', ...namespaces]) as unknown as Translate
}

type Params = Record<string, string | number>

/** One sentence. The key is checked when it is known at compile time. */
export const t = (locale: Locale, key: WordKey, params: Params = {}): string => say(locale, key, params) ?? key

/** A sentence whose key comes from data, such as an inbox item's kind; null when nobody worded it. */
export function say(locale: Locale, key: string, params: Params = {}): string | null {
  const words = wordsFor(locale) as unknown as (key: string, params: Params) => string
  return instance.exists(key, { lng: locale }) ? words(key, params) : null
}

/** The sentence of a refusal, wherever it stands. */
export const tRefusal = (locale: Locale, code: KeyOf<Words['refusals']> | KeyOf<Words['ui']['refusals']>, params: Params = {}): string => say(locale, `refusals:${code}`, params) ?? say(locale, `ui:refusals.${code}`, params) ?? code

const namespaces = Object.keys(zhHans) as Namespace[]

function addTraditional() {
  for (const [namespace, bundle] of Object.entries(zhHans)) instance.addResourceBundle('zh-Hant', namespace, mapLeaves(bundle))
}

type Tree = string | { readonly [key: string]: Tree }
const mapLeaves = (tree: Tree): Tree =>
  typeof tree === 'string' ? sentenceToTraditional(tree) : Object.fromEntries(Object.entries(tree).map(([key, leaf]) => [key, mapLeaves(leaf)]))
