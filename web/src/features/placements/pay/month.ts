import { useTranslation } from 'react-i18next'

/** '2026-10' as people write it. */
export function useMonth(): (month: string) => string {
  const { t } = useTranslation('pay')
  return (month) => t('month', { year: month.slice(0, 4), number: String(Number(month.slice(5))) })
}
