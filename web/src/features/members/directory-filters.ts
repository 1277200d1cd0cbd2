import { useTranslation } from 'react-i18next'
import type { Filter } from '../../ui/query-form.tsx'
import { useTowns } from './queries.ts'

const kinds = ['enterprise', 'school', 'park', 'innovation_platform', 'association', 'government'] as const
const seats = ['chair', 'vice_chair', 'standing_council', 'council', 'member'] as const
const states = ['submitted', 'checked', 'publicity', 'active', 'suspended', 'draft', 'left', 'rejected', 'withdrawn', 'none'] as const

/** The query form of the directory; only the office filters by state. */
export function useDirectoryFilters(office: boolean): readonly Filter[] {
  const { t } = useTranslation('members')
  const towns = useTowns().data?.towns ?? []
  return [
    { key: 'text', label: t('filters.text'), kind: 'text', placeholder: t('filters.textHint') },
    { key: 'kind', label: t('filters.kind'), kind: 'select', options: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
    { key: 'seat', label: t('filters.seat'), kind: 'select', options: seats.map((value) => ({ value, label: t(`seats.${value}`) })) },
    ...(office ? [{ key: 'state', label: t('filters.state'), kind: 'select', options: states.map((value) => ({ value, label: t(`states.${value}`) })) } as const] : []),
    { key: 'town', label: t('filters.town'), kind: 'select', options: towns.map((value) => ({ value, label: value })) },
    { key: 'industry', label: t('filters.industry'), kind: 'text' },
  ]
}
