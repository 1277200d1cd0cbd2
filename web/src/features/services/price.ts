import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'

type Priced = { pricing: 'free' | 'priced' | 'negotiable'; price: number | null; priceUnit: string | null }

/** 免费, 1,200 元/人, 面议. */
export function usePrice(): (offer: Priced) => string {
  const { t } = useTranslation('services')
  const { number } = useFormat()
  return ({ pricing, price, priceUnit }) => {
    if (pricing !== 'priced' || price === null) return t(`offer.pricings.${pricing}`)
    return priceUnit ? t('offer.pricePer', { price: number(price), unit: priceUnit }) : t('offer.priceOf', { price: number(price) })
  }
}
