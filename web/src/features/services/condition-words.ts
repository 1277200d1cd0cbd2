import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import type { Condition, Fact } from './policy-queries.ts'

/** What is known of a firm, in words: 小型企业, 是, 86. */
export function useFactValue(): (fact: Fact, value: string | null) => string {
  const { t, i18n } = useTranslation(['services', 'members'])
  return (fact, value) => {
    if (value === null) return t('policy.noValue')
    if (value === 'true' || value === 'false') return t(value === 'true' ? 'policy.yes' : 'policy.no')
    const group = { kind: 'kinds', size: 'sizes', seat: 'seats' }[fact as 'kind']
    const key = `${group}.${value}`
    return group && i18n.exists(`members:${key}`) ? t(`members:${key}` as 'members:kinds.school') : value
  }
}

/** What a condition asks: 从业人数 20—300, 行业代码 C33、C34. */
export function useConditionWords(): (condition: Condition) => string {
  const { t } = useTranslation('services')
  const { joined } = useFormat()
  const value = useFactValue()
  return (condition) => {
    const name = t(`policy.facts.${condition.fact}`)
    if ('in' in condition) return `${name} ${joined(condition.in.map((one) => value(condition.fact, one)))}`
    if ('prefixes' in condition) return `${name} ${joined(condition.prefixes)}…`
    if ('is' in condition) return `${name} ${t(condition.is ? 'policy.yes' : 'policy.no')}`
    const { min, max } = condition
    return `${name} ${min !== undefined && max !== undefined ? `${min}—${max}` : min !== undefined ? `≥ ${min}` : `≤ ${max}`}`
  }
}
