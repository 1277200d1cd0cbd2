import { pageOfKind, type Hit } from '@silian/server/contract/search'

/** Where a hit is read; a teacher has no page of their own, so the list shows them. The handbook stands outside the workspace. */
export function addressOf({ kind, id, title }: Pick<Hit, 'kind' | 'id' | 'title'>, locale: string): string {
  if (kind === 'help') return `~${locale === 'zh-Hans' ? '' : `/${locale}`}/help/${id}`
  return kind === 'teacher' ? `/teachers?q=${encodeURIComponent(title)}` : `${pageOfKind[kind]}/${id}`
}

/** In English by the English name, where there is one; what was found stands in the Chinese. */
export const nameOf = ({ title, titleEn, marks }: Hit, locale: string): { text: string; marks: readonly [number, number][] } =>
  locale === 'en' && titleEn ? { text: titleEn, marks: [] } : { text: title, marks }

/** What tells it from its like. */
export const noteOf = ({ ownerName, note }: Hit) => [ownerName, note].filter(Boolean).join(' · ') || null
