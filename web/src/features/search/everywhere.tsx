import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { currentLocale } from '../../kernel/i18n.ts'
import { SearchBox, type Suggestion } from '../../ui/search-box.tsx'
import { addressOf, nameOf, noteOf } from './address.ts'
import { ask } from './queries.ts'

/** A few of each kind: the list must be read at a glance. */
const ofEach = 3
const most = 9

/** The box in the top bar. */
export function SearchEverywhere() {
  const { t } = useTranslation('search')
  const [, navigate] = useLocation()
  const suggest = async (q: string, signal: AbortSignal): Promise<readonly Suggestion[]> => {
    const locale = currentLocale()
    const { groups } = await ask({ q, size: ofEach }, signal)
    return groups
      .flatMap(({ kind, hits }) =>
        hits.map((hit) => {
          const { text, marks } = nameOf(hit, locale)
          return { href: addressOf(hit, locale), title: text, marks, kind: t(`kinds.${kind}`), note: noteOf(hit) }
        }),
      )
      .slice(0, most)
  }
  return (
    <SearchBox
      label={t('label')}
      suggest={suggest}
      onSearch={(text) => navigate(`/search?q=${encodeURIComponent(text)}`)}
      onChoose={({ href }) => (href.startsWith('~') ? window.location.assign(href.slice(1)) : navigate(href))}
      words={{ list: t('suggestions'), nothing: t('nothing'), all: (text) => t('seeAll', { text }), found: (count) => t('found', { count }) }}
    />
  )
}
