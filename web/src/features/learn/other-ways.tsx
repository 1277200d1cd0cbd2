import type { TraceMarket } from '@silian/algorithms/trace-matching'
import { useTranslation } from 'react-i18next'
import css from './learn.module.css'
import { otherWays, type Outcome } from './other-ways.ts'
import { useNames } from './story.ts'

/** What other rules would make of the same market, and whom they pass over. */
export default function OtherWays({ market }: { market: TraceMarket }) {
  return (
    <div className={css.ways}>
      {otherWays(market).map((outcome) => (
        <OtherWay key={outcome.way} market={market} outcome={outcome} />
      ))}
    </div>
  )
}

function OtherWay({ market, outcome: { way, got, passed } }: { market: TraceMarket; outcome: Outcome }) {
  const { t } = useTranslation('learn')
  const names = useNames()
  return (
    <section className={css.way}>
      <h4>{t(`ways.${way}.name`)}</h4>
      <p className="small mut">{t(`ways.${way}.note`)}</p>
      {got === null ? (
        <p>{t('ways.noReserves')}</p>
      ) : (
        <>
          <ul className={css.got}>
            {market.students.map(({ id }) => {
              const one = got.get(id)
              return (
                <li key={id}>
                  <b>{names.student(id)}</b> {one ? t('ways.got', { wish: one.wish, post: names.post(one.post) }) : t('ways.none')}
                </li>
              )
            })}
          </ul>
          {passed.length === 0 ? (
            <p className={css.kept}>{t('ways.nobody')}</p>
          ) : (
            <ul className={css.passed}>
              {passed.map(({ student, post, over }) => (
                <li key={`${student} ${post}`}>{t(over === null ? 'ways.free' : 'ways.over', { student: names.student(student), post: names.post(post), over: over === null ? '' : names.student(over) })}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  )
}
