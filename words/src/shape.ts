/**
 * What a translation must have: the same keys as the Chinese it is made from. Beside `key` it may hold `key_one`,
 * the singular English needs where Chinese needs none; i18next takes it when `count` is 1.
 */
export type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> } & {
  [K in keyof T & string as T[K] extends string ? `${K}_one` : never]?: string
}
