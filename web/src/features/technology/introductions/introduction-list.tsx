import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { introductionMoods } from '../moods.ts'
import css from '../technology.module.css'
import { useIntroductions, type IntroductionQuery } from './queries.ts'

/** The introductions of one need or one achievement that one has a part in, beside it. */
export function IntroductionList({ query }: { query: IntroductionQuery }) {
  const { t } = useTranslation(['introductions', 'technology'])
  const { day } = useFormat()
  const introductions = useIntroductions({ ...query, size: 10 })
  return (
    <Loaded query={introductions} rows={2} empty={(data) => data.rows.length === 0 && <p className="dim">{t('technology:answers.none')}</p>}>
      {({ rows }) => (
        <ul className={css.list}>
          {rows.map((row) => (
            <li key={row.id}>
              <p className={css.top}>
                <Link href={`/introductions/${row.id}`}>{query?.needId ? row.answer.title : row.need.title}</Link>
              </p>
              <p className="small mut">
                <StateMark mood={introductionMoods[row.state]}>{t(`introductions:states.${row.state}`)}</StateMark> {row.declineCode && `${t(`introductions:codes.${row.declineCode}`)}　`}
                {query?.needId ? row.answererName : row.askerName}　{day(row.madeAt)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
