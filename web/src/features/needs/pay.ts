import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import type { NeedRow } from './queries.ts'

/** 3,400—3,800 元/月 */
export function usePay(): (post: Pick<NeedRow, 'payMin' | 'payMax' | 'payPeriod'>) => string {
  const { t } = useTranslation('needs')
  const { number } = useFormat()
  return ({ payMin, payMax, payPeriod }) => {
    if (payMin === null) return t('pay.none')
    const per = t(`periods.${payPeriod ?? 'month'}`)
    return payMax === null || payMax === payMin ? t('pay.one', { from: number(payMin), per }) : t('pay.range', { from: number(payMin), to: number(payMax), per })
  }
}
