import type { Trace, TraceMarket } from '@silian/algorithms/trace-matching'
import { useTranslation } from 'react-i18next'
import css from './learn.module.css'
import { standings, useNames } from './story.ts'

/** Everybody's wishes in order: asked before, asking or here now, not asked yet. */
export function People({ market, trace, step }: { market: TraceMarket; trace: Trace; step: number }) {
  const { t } = useTranslation('learn')
  const names = useNames()
  const all = standings(market, trace, step)
  const now = trace.steps[step - 1]?.student
  return (
    <section>
      <h3 className={css.heading}>{t('play.people')}</h3>
      <ul className={css.people}>
        {market.students.map(({ id, wishes, entitled }) => {
          const { asked, standing } = all.get(id)!
          const here = standing === 'asking' || standing === 'held' || standing === 'placed' ? asked - 1 : null
          return (
            <li key={id} className={id === now ? css.acting : undefined}>
              <p>
                <b>{names.student(id)}</b> {entitled && <small>{t('people.paired')}</small>}
              </p>
              <ol>
                {wishes.length === 0 && <li>{t('market.noWishes')}</li>}
                {wishes.map(({ post }, at) => {
                  const place = at === here ? (standing === 'asking' ? 'asking' : 'here') : at < asked ? 'past' : 'ahead'
                  return (
                    <li key={post} className={css[place]}>
                      {names.post(post)}
                      <span className="sr">{t(`people.${place}`)}</span>
                    </li>
                  )
                })}
              </ol>
              <p className={css.standing}>{t(`people.${standing}`, { wish: asked })}</p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
