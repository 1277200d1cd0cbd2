import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'

type Pay = { payMin: number | null; payMax: number | null; payPeriod: string | null }

/** 3,000—3,600 元/月, 3,360 元/月, 面议. */
export function usePay() {
  const { t } = useTranslation('student')
  const format = useFormat()
  return ({ payMin, payMax, payPeriod }: Pay): string => {
    const period = t(`post.period.${(payPeriod ?? 'month') as 'month'}`)
    if (payMin === null && payMax === null) return t('post.payUnknown')
    if (payMin === null || payMax === null || payMin === payMax) return t('post.payOne', { amount: format.number(payMin ?? payMax), period })
    return t('post.payRange', { min: format.number(payMin), max: format.number(payMax), period })
  }
}

/** 岗位, in the reader's language where the firm wrote one. */
export function usePostTitle() {
  const { i18n } = useTranslation('student')
  return ({ title, titleEn }: { title: string; titleEn: string | null }) => (i18n.language === 'en' ? (titleEn ?? title) : title)
}

type Card = Pay & { shift: string | null; lodging: string | null; meals: string | null; seats: number; majorWanted: boolean }

/** The few facts by which posts are compared. */
export function useCardFacts() {
  const { t } = useTranslation('student')
  const pay = usePay()
  const lodging = { free: t('wishes.lodgingFree'), paid: t('wishes.lodgingPaid'), subsidy: t('wishes.lodgingSubsidy') } as Record<string, string>
  return (post: Card): string[] =>
    [
      pay(post),
      post.shift && t(`post.shifts.${post.shift as 'day'}`),
      post.lodging && lodging[post.lodging],
      post.meals && post.meals !== 'none' && t('wishes.meals'),
      t('wishes.seats', { count: post.seats }),
      post.majorWanted && t('wishes.majorWanted'),
    ].filter((fact): fact is string => Boolean(fact))
}
