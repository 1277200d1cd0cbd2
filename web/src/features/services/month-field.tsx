import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useNow } from '../../kernel/now.ts'
import { SelectField } from '../../ui/inputs.tsx'

/** Of Shanghai: the day there decides the month. */
const monthOf = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 7)

/** The month shown, kept in the address. */
export function useMonth(): [string, (month: string) => void] {
  const [search, setSearch] = useSearchParams()
  const now = monthOf(useNow())
  return [search.get('month') ?? now, (month) => setSearch((before) => {
    const next = new URLSearchParams(before)
    if (month === now || month === '') next.delete('month')
    else next.set('month', month)
    return next
  })]
}

export function MonthField({ month, onChange }: { month: string; onChange: (month: string) => void }) {
  const { t } = useTranslation('services')
  const now = useNow()
  const months = Array.from({ length: 12 }, (_, back) => {
    const first = new Date(`${monthOf(now)}-15T00:00:00Z`)
    first.setUTCMonth(first.getUTCMonth() - back)
    return first.toISOString().slice(0, 7)
  })
  return <SelectField short tool label={t('contact.month')} value={month} none={null} options={months.map((value) => ({ value, label: value }))} onChange={onChange} />
}
