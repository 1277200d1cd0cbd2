import type { KeyOf, Locale, Namespace, WordKey, Words } from '@silian/words'
import { cloneElement, Fragment, use, useSyncExternalStore, type ReactElement, type ReactNode } from 'react'
import { fillIn, say, type Params, type Tree } from './say.ts'

/**
 * What pages import as `react-i18next` (see vite.config.ts and tsconfig.json): its hooks over `say`, a twentieth of its weight, with keys
 * that are checked a hundred times faster than by its own types over all nouns at once.
 * A page that says something of a noun waits, once, for that noun's words in its language.
 */
type Load = () => Promise<unknown>

/** One chunk per language and noun. */
const modules: Record<Locale, Record<string, Load>> = {
  'zh-Hans': import.meta.glob(['../../../words/src/zh-Hans/*.ts', '!../../../words/src/zh-Hans/index.ts']),
  'zh-Hant': import.meta.glob(['../../../words/src/zh-Hans/*.ts', '!../../../words/src/zh-Hans/index.ts'], { query: '?traditional' }),
  en: import.meta.glob(['../../../words/src/en/*.ts', '!../../../words/src/en/index.ts']),
}

let language: Locale = 'zh-Hans'
const known = new Map<string, Tree>()
const coming = new Map<string, Promise<void>>()
const listeners = new Set<() => void>()

const placeOf = (locale: Locale, namespace: string) => `${locale}/${namespace}`

function load(locale: Locale, namespace: string): Promise<void> {
  const place = placeOf(locale, namespace)
  const before = coming.get(place)
  if (before) return before
  const folder = locale === 'en' ? 'en' : 'zh-Hans'
  const module = modules[locale][`../../../words/src/${folder}/${namespace}.ts`]
  const loading: Promise<void> = (module ? module() : Promise.reject(new Error(`no words for ${namespace}`))).then(
    (words) => {
      known.set(place, (words as Record<string, Tree>)[namespace]!)
      // So React's `use` reads it at once, without a pause for what is there already.
      void Object.assign(loading, { status: 'fulfilled' })
    },
    (error: unknown) => {
      // Tried again by the next page that asks.
      coming.delete(place)
      throw error
    },
  )
  coming.set(place, loading)
  return loading
}

/** Changes the language once everything now on the page can be said in it. */
export async function changeLanguage(locale: Locale, needed: readonly Namespace[] = []): Promise<void> {
  const shown = [...known.keys()].map((place) => place.split('/')[1]!)
  await Promise.all([...new Set([...needed, ...shown])].map((namespace) => load(locale, namespace)))
  language = locale
  translators.clear()
  for (const listener of listeners) listener()
}

/** Fetches the words of a noun in the language of the page, for what may be said later. */
export const bringWords = (namespace: Namespace): Promise<void> => load(language, namespace)
export const isWorded = (key: string): boolean => find([], key) !== null

export const currentLanguage = (): Locale => language

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

type Translate = (key: string, params?: Params) => string
const translators = new Map<string, Translate>()

/** `t` for some nouns: a key without a prefix belongs to the first that has it. The same function until the language changes. */
function translatorOf(namespaces: readonly string[]): Translate {
  const name = namespaces.join()
  let t = translators.get(name)
  if (!t) translators.set(name, (t = (key, params) => find(namespaces, key, params) ?? key))
  return t
}

function find(namespaces: readonly string[], key: string, params?: Params): string | null {
  const colon = key.indexOf(':')
  if (colon > 0) return say(known.get(placeOf(language, key.slice(0, colon))), language, key.slice(colon + 1), params)
  for (const namespace of namespaces) {
    const sentence = say(known.get(placeOf(language, namespace)), language, key, params)
    if (sentence !== null) return sentence
  }
  return null
}

const i18n = {
  get language() {
    return language
  },
  exists: isWorded,
  changeLanguage,
}

/** A key without a prefix is one of these nouns'. */
type KeyIn<N extends Namespace> = N extends Namespace ? KeyOf<Words[N]> : never

export function useTranslation<const N extends Namespace = 'ui'>(namespace: N | readonly N[] = 'ui' as N) {
  useSyncExternalStore(subscribe, currentLanguage)
  const namespaces = typeof namespace === 'string' ? [namespace] : namespace
  for (const one of namespaces) use(load(language, one))
  return { t: translatorOf(namespaces) as (key: KeyIn<N> | WordKey, params?: Params) => string, i18n, ready: true }
}

type TransProps = { t: (key: never, params?: Params) => string; i18nKey: string; values?: Params; components?: Readonly<Record<string, ReactElement<{ children?: ReactNode }>>> }

/** A sentence with elements in it: `现在等 <b>{{count}} 名学生</b>`. */
export function Trans({ t, i18nKey, values = {}, components = {} }: TransProps) {
  // Split before the values are put in: a name that holds a tag stays text.
  const sentence = (t as Translate)(i18nKey, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name === 'count' ? value : `{{${name}}}`])))
  const parts = sentence.split(/<(\w+)>(.*?)<\/\1>/g)
  return parts.map((part, index) => {
    if (index % 3 === 1) return null
    const tag = index % 3 === 2 ? components[parts[index - 1]!] : undefined
    return tag ? cloneElement(tag, { key: index }, fillIn(part, values)) : <Fragment key={index}>{fillIn(part, values)}</Fragment>
  })
}
