import { useTranslation } from 'react-i18next'

/** Last month is what is asked for now; so many months back can be chosen. */
const monthsBack = 8
/** This month and those before it, the latest first, 'YYYY-MM'. */
export function lastMonths(now: Date): string[] {
  const there = new Date(now.getTime() + 8 * 3_600_000)
  return Array.from({ length: monthsBack }, (_, back) => new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() - back, 1)).toISOString().slice(0, 7))
}

/** '2026-10' as people write it. */
export function useMonth(): (month: string) => string {
  const { t } = useTranslation('pay')
  return (month) => t('month', { year: month.slice(0, 4), number: String(Number(month.slice(5))) })
}
