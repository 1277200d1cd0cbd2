/** Words of one language and noun: sentences by nested keys. */
export type Tree = string | { readonly [key: string]: Tree }
export type Params = Readonly<Record<string, unknown>>

/**
 * The sentence at a dotted path with its values filled in, or null. Reads what i18next reads (`{{name}}`, `key_one` when
 * `count` asks for it), which `say.test.ts` holds it to for every sentence there is; the rest of i18next stays on the server.
 */
export function say(words: Tree | undefined, locale: string, path: string, params: Params = {}): string | null {
  const text = (typeof params.count === 'number' ? leafOf(words, `${path}_${pluralOf(locale, params.count)}`) : null) ?? leafOf(words, path)
  return text === null ? null : fillIn(text, params)
}

export const fillIn = (text: string, params: Params): string => text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_whole, name: string) => textOf(valueOf(params, name)))

function leafOf(words: Tree | undefined, path: string): string | null {
  let at: Tree | undefined = words
  for (const key of path.split('.')) at = typeof at === 'object' ? at[key] : undefined
  return typeof at === 'string' ? at : null
}

function valueOf(params: Params, name: string): unknown {
  let at: unknown = params
  for (const key of name.split('.')) at = typeof at === 'object' && at !== null ? (at as Params)[key] : undefined
  return at
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : `${value as string | number}`)

const plurals = new Map<string, Intl.PluralRules>()
function pluralOf(locale: string, count: number): string {
  let rules = plurals.get(locale)
  if (!rules) plurals.set(locale, (rules = new Intl.PluralRules(locale)))
  return rules.select(count)
}
