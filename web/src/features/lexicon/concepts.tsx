import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../ui/query-form.tsx'
import { facets, useConcepts, type ConceptRow } from './queries.ts'

type Props = { of: 'published' | 'draft'; onOpen: (concept: ConceptRow) => void }

/** The concepts as whoever edits finds them: with the draft's changes while there is one. */
export function Concepts({ of, onOpen }: Props) {
  const { t, i18n } = useTranslation('lexicon')
  const list = useListState()
  const query = useConcepts({ ...(list.query as object), of })
  const joined = (terms: readonly string[]) => terms.join(i18n.language === 'en' ? ', ' : '、') || t('none')
  const filters: Filter[] = [
    { key: 'q', label: t('filters.q'), kind: 'text' },
    { key: 'facet', label: t('filters.facet'), kind: 'select', options: facets.map((value) => ({ value, label: t(`facets.${value}`) })) },
    ...(of === 'draft' ? [{ key: 'changed', label: t('filters.changed'), kind: 'select' as const, options: [{ value: 'true', label: t('filters.yes') }] }] : []),
  ]
  const columns: Column<ConceptRow>[] = [
    { key: 'id', title: t('columns.id'), width: '9rem', cell: (row) => <Button kind="text" size="cell" onClick={() => onOpen(row)}>{row.id}</Button> },
    { key: 'terms', title: t('columns.terms'), cell: (row) => joined(row.terms.slice(1)) },
    { key: 'facet', title: t('columns.facet'), cell: (row) => t(`facets.${row.facet}`), desk: true },
    { key: 'broader', title: t('columns.broader'), cell: (row) => joined(row.broader), desk: true },
    { key: 'related', title: t('columns.related'), cell: (row) => joined(row.related), desk: true },
    ...(of === 'draft' ? [{ key: 'change', title: t('columns.change'), cell: (row: ConceptRow) => (row.change ? t(`changes.${row.change}`) : '') }] : []),
  ]
  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={query} rows={10}>
        {(data) => (
          <DataTable
            name="lexicon"
            caption={t('caption')}
            columns={columns}
            rows={data.rows}
            rowKey={({ id }) => id}
            list={list}
            total={data.total}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </>
  )
}
