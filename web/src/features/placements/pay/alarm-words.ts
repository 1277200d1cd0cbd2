import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useMonth } from './month.ts'
import type { AlarmRow } from './queries.ts'

/** Why it alarms, in one sentence with its numbers and what the rule says. */
export function useAlarmWhy(): (alarm: AlarmRow) => string {
  const { t } = useTranslation('pay')
  const { day, number } = useFormat()
  const monthOf = useMonth()
  return ({ reason, ruleId, params, month }) => {
    const shown = Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (typeof value === 'number') return [name, number(value, 2)]
        if (name === 'means') return [name, t(`means.${value as 'goods'}`)]
        if (name === 'paidBy') return [name, t(`paidByWho.${value as 'agency'}`)]
        return [name, /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value]
      }),
    )
    const say = t as unknown as (key: string, params: Record<string, unknown>) => string
    return say(`alarm.why.${reason}`, { ...shown, month: monthOf(month), rule: t(`alarm.rules.r${ruleId.replace('.', '_') as '1_33'}`) })
  }
}
