import { spoken } from '@silian/words/spoken'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import type { Item } from './queries.ts'

export type ItemWords = { title: string; why: string; todo: string; otherwise: string }

/** What an item says, from its kind and parameters. A kind that nobody worded shows its name: better than nothing, and it is noticed. */
export function useItemWords(): (item: Item) => ItemWords {
  const { t, i18n } = useTranslation(['inbox', 'rules'])
  const { day, deadline } = useFormat()
  return (item) => {
    const shown = (value: unknown) => {
      if (typeof value !== 'string') return value ?? ''
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value)
      return /^\d{4}-\d{2}-\d{2}T/.test(value) ? deadline(value) : value
    }
    const say = t as unknown as (key: string, params: Record<string, unknown>) => string
    const plain = Object.fromEntries(Object.entries(item.params).map(([name, value]) => [name, shown(value)]))
    const params = spoken(plain, say, i18n.language === 'en' ? ', ' : '、')
    const one = (part: keyof ItemWords) => {
      const key = `items.${item.kind}.${part}`
      return i18n.exists(`inbox:${key}`) ? say(key, params) : part === 'title' ? item.kind : ''
    }
    return { title: one('title'), why: one('why'), todo: one('todo'), otherwise: one('otherwise') }
  }
}
