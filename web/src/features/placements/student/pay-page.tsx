import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { useMonth } from '../pay/month.ts'
import css from './during.module.css'
import { PayQuestion } from './pay-question.tsx'
import { useMyPay, type PayMonth } from './queries.ts'

/** My pay, month by month: what the firm says, and what I tell the school alone. */
export default function PayPage() {
  const { t } = useTranslation('pay')
  const query = useMyPay()
  return (
    <PhonePage title={t('mine.title')} back="/my/internship" help="/my/help">
      <section className={css.intro}>
        <p className={css.by}>{t('mine.privacy')}</p>
        <p className={css.by}>{t('mine.rule')}</p>
      </section>
      <Loaded query={query} empty={({ pay }) => (!pay || pay.months.length === 0) && <Empty>{t('mine.none')}</Empty>}>
        {({ pay }) => (
          <div className={css.form}>
            {pay?.months.map((month) => (
              <Month key={month.month} month={month} placementId={pay.placement.id} />
            ))}
          </div>
        )}
      </Loaded>
    </PhonePage>
  )
}

function Month({ month, placementId }: { month: PayMonth; placementId: string }) {
  const { t } = useTranslation('pay')
  const { day, number } = useFormat()
  const monthOf = useMonth()
  const { record, alarms } = month
  return (
    <article className={css.card}>
      <h2>{monthOf(month.month)}</h2>
      <p>{record ? t('mine.says', { amount: number(record.amount, 2), day: day(record.paidOn), means: t(`means.${record.means}`) }) : t('mine.saysNothing', { day: day(month.dueOn) })}</p>
      {alarms.some(({ state }) => state === 'open' || state === 'taken') && <p className={css.warn}>{t('mine.alarm')}</p>}
      {alarms.flatMap(({ id, outcome }) =>
        outcome
          ? [
              <p key={id} className={css.answer}>
                {t('mine.alarmDone', { outcome })}
              </p>,
            ]
          : [],
      )}
      <PayQuestion month={month} placementId={placementId} />
    </article>
  )
}
