type Params = Record<string, unknown>

/**
 * Parameters as they are said. 'words:<namespace>:<key>' stands for a sentence of another room, said with the same parameters;
 * several with a space between them are a list. One may stand within another, no deeper.
 */
export function spoken<Value>(params: Record<string, Value>, say: (key: string, params: Params) => string, between: string): Record<string, Value | string> {
  const isWords = (value: unknown): value is string => typeof value === 'string' && value.startsWith('words:')
  const fill = (using: Params) =>
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isWords(value) ? value.split(' ').map((one) => say(one.slice('words:'.length), using)).join(between) : value]))
  return fill(fill(params))
}
