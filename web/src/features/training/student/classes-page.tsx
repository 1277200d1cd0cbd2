import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { PhoneHeading, PhonePage } from '../../../ui/phone-page.tsx'
import { useMyIntakes, useMyPlaces } from './queries.ts'
import css from './classes.module.css'

/** A student’s order classes: what may be chosen, what came of it, what is asked now. */
export default function ClassesPage() {
  const { t } = useTranslation('training')
  const format = useFormat()
  const intakes = useMyIntakes()
  const places = useMyPlaces()
  const nothing = intakes.data?.rows.length === 0 && places.data?.rows.length === 0
  return (
    <PhonePage title={t('my.title')} back="/wishes" help="/my/help">
      {nothing && <Empty>{t('my.none')}</Empty>}
      <Loaded query={places} rows={2}>
        {({ rows }) => (
          <>
            {rows.length > 0 && <PhoneHeading>{t('my.places')}</PhoneHeading>}
            {rows.map((row) => (
              <article key={row.id} className={css.card}>
                <h2>{row.title}</h2>
                <p className={css.by}>{row.organisationName}</p>
                <p className={css.by}>{t(`placeStates.${row.state}`)}</p>
                {row.asks && <p className={css.ask}>{t(`my.asks.${row.asks}`)}</p>}
                <p className={css.deeds}>
                  <LinkButton kind={row.asks ? 'primary' : 'plain'} size="big" href={`/my/class-places/${row.id}`}>
                    {t('my.openPlace')}
                  </LinkButton>
                </p>
              </article>
            ))}
          </>
        )}
      </Loaded>
      <Loaded query={intakes} rows={2}>
        {({ rows }) => (
          <>
            {rows.length > 0 && <PhoneHeading>{t('my.intakes')}</PhoneHeading>}
            {rows.map((row) => (
              <article key={row.id} className={css.card}>
                <h2>{row.title}</h2>
                <p className={css.by}>
                  {t(`intakeStates.${row.state}`)} · {row.state === 'signing' ? t('my.due', { when: format.deadline(row.signUpUntil) }) : row.hasLetter ? '' : t('my.waiting')}
                </p>
                {row.state === 'signing' && <p className={css.by}>{t(row.signed ? 'my.signed' : 'my.notSigned')}</p>}
                <p className={css.deeds}>
                  <LinkButton kind={row.hasLetter || !row.signed ? 'primary' : 'plain'} size="big" href={`/my/class-intakes/${row.id}${row.hasLetter ? '/letter' : ''}`}>
                    {t(row.hasLetter ? 'my.toLetter' : row.signed ? 'my.toChange' : 'my.toSign')}
                  </LinkButton>
                </p>
              </article>
            ))}
          </>
        )}
      </Loaded>
    </PhonePage>
  )
}
