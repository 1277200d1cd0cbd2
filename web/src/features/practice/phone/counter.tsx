import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Article } from '../../../ui/law.tsx'
import css from '../practice.module.css'
import type { TeacherStanding } from '../queries.ts'

/** The counter of five years, what is missing, and when it will be short: with and without what is approved. */
export function Counter({ teacher }: { teacher: TeacherStanding }) {
  const { t } = useTranslation('practice')
  const { number } = useFormat()
  const forecast = useForecast()
  const { days, needed, missing, months, requiredMonths, claimed, state } = teacher
  return (
    <section className={css.counter} aria-label={t('home.counter')}>
      <p className={css.by}>{t('home.counter')}</p>
      {needed === 0 ? (
        <p>{t('home.free')}</p>
      ) : (
        <>
          <b>
            {number(days)}
            <small>{t('home.of', { needed })}</small>
          </b>
          <span className={css.bar} aria-hidden="true">
            <i style={{ width: `${Math.min(100, (days / needed) * 100)}%` }} />
          </span>
          <p className={css.by}>{t('home.monthsOf', { months, required: requiredMonths })}</p>
          <strong className={missing > 0 ? css.due : undefined}>{missing > 0 ? t('home.missing', { count: missing }) : t('home.enough')}</strong>
        </>
      )}
      {forecast(teacher).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {claimed > 0 && <p className={css.by}>{t('home.claimed', { count: claimed })}</p>}
      {state !== 'free' && (
        <p className={css.by}>
          {t('home.law')}{' '}
          {t('home.lawWhere')} <Article>第四条</Article>
        </p>
      )}
    </section>
  )
}

/** When somebody falls short, in a sentence; a second one where approved plans move it. */
export function useForecast() {
  const { t } = useTranslation('practice')
  const { fullDay } = useFormat()
  return ({ state, shortOn, shortOnPlanned, needed, plan }: Pick<TeacherStanding, 'state' | 'shortOn' | 'shortOnPlanned' | 'needed' | 'plan'>): string[] => {
    if (state === 'free') return []
    const now = state === 'short' && !shortOn ? t('home.forecast.shortUnknown') : state === 'first' ? t('home.forecast.first') : t(`home.forecast.${state}`, { day: shortOn ? fullDay(shortOn) : '', needed })
    if (!plan || plan.state === 'applied' || plan.state === 'endorsed') return [now]
    if (shortOnPlanned && shortOnPlanned !== shortOn) return [now, t('home.forecast.planned', { day: fullDay(shortOnPlanned) })]
    return state === 'short' || state === 'first' ? [now, t('home.forecast.plannedShort')] : [now]
  }
}
