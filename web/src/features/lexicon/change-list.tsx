import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/sheet.tsx'
import css from './lexicon.module.css'
import type { Concept } from './queries.ts'

type Change = { id: string; change: 'added' | 'changed' | 'removed'; before: Concept | null; after: Concept | null }

/** Concept by concept: what stood there and what would. */
export function ChangeList({ rows, onOpen }: { rows: readonly Change[]; onOpen?: (concept: Concept) => void }) {
  const { t, i18n } = useTranslation('lexicon')
  const comma = i18n.language === 'en' ? ', ' : '、'
  const written = (concept: Concept | null) =>
    concept === null
      ? t('none')
      : [concept.terms.join(comma), t(`facets.${concept.facet}`), ...(concept.broader.length > 0 ? [`${t('columns.broader')} ${concept.broader.join(comma)}`] : []), ...(concept.related.length > 0 ? [`${t('columns.related')} ${concept.related.join(comma)}`] : [])].join('　')
  return (
    <ul className={css.changes}>
      {rows.map(({ id, change, before, after }) => (
        <li key={id}>
          <h3>
            {id} · {t(`changes.${change}`)}
          </h3>
          <Facts
            facts={[
              [t('before'), written(before)],
              [t('after'), written(after)],
            ]}
          />
          {onOpen && after && <Button kind="text" size="cell" onClick={() => onOpen(after)}>{t('edit')}</Button>}
        </li>
      ))}
    </ul>
  )
}
