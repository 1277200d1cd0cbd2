import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { PlainPage } from '../../ui/plain-page.tsx'
import { useClassCosts } from './queries.ts'
import css from './training.module.css'

/** Public: who bears what, of every order class whose agreement all have signed. */
export default function CostsPage() {
  const { t } = useTranslation('training')
  const { fullDay } = useFormat()
  const costs = useClassCosts()
  return (
    <PlainPage title={t('costs.title')} lead={t('costs.lead')}>
      <Loaded query={costs} empty={({ rows }) => rows.length === 0 && <Empty>{t('costs.none')}</Empty>}>
        {({ rows }) => rows.map((row) => (
          <article key={row.number} className={css.cost}>
            <h2>{row.title}</h2>
            <p className={css.small}>
              {row.organisationName} · {row.schoolName} · {row.year} · {t('record.seats')} {row.seats}
            </p>
            <p className={css.text}>{row.costs}</p>
            <p className={css.small}>{t('costs.agreement', { number: row.agreementNumber, day: fullDay(row.signedOn) })}</p>
          </article>
        ))}
      </Loaded>
    </PlainPage>
  )
}
