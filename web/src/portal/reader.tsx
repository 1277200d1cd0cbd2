import type { Frame, Said } from '@silian/server/contract/portal'
import type { Translate } from '@silian/words'
import { createContext, useContext } from 'react'
import type { Format } from '../kernel/format.ts'

/** What every part of a page needs: its frame, its words, its dates and numbers, its addresses. */
export type Reader = Frame & { t: Translate; f: Format; href: (path: string) => string }

const Context = createContext<Reader | null>(null)
export const ReaderProvider = Context.Provider

export function useReader(): Reader {
  const reader = useContext(Context)
  if (!reader) throw new Error('a part of a page was drawn outside of one')
  return reader
}

/** A text that is data, marked when it is in another language than the page. */
export function Words({ of, own }: { of: Said; own?: boolean }) {
  const { locale } = useReader()
  if (of.lang !== locale || own) return <span lang={of.lang}>{of.text}</span>
  return <>{of.text}</>
}

export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const

/** Where a path lies in a language: simplified Chinese has no prefix. */
export const inLanguage = (locale: string, path: string) => (locale === 'zh-Hans' ? path : `/${locale}${path === '/' ? '' : path}`)
