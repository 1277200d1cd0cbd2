import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { StateMark } from '../../../ui/state-mark.tsx'
import { planMoods } from '../moods.ts'
import css from '../practice.module.css'
import type { PlanRow } from '../queries.ts'

/** Plans as cards: where to, when, in which state; to the firm, from which school. */
export function PlanCards({ rows, base = '/my/practice/plans', host = false }: { rows: readonly PlanRow[]; base?: string; host?: boolean }) {
  const { t } = useTranslation('practice')
  const { range, deadline } = useFormat()
  return (
    <div className={css.cards}>
      {rows.map((row) => (
        <article key={row.id} className={css.card}>
          <h3>
            <Link href={`${base}/${row.id}`}>{row.mine ? row.organisationName : `${row.teacherName}　${host ? row.schoolName : row.organisationName}`}</Link>
          </h3>
          <p className={css.line}>
            <StateMark mood={planMoods[row.state]}>{t(`states.${row.state}`)}</StateMark>
            <span className={css.by}>{range(row.startsOn, row.endedOn ?? row.endsOn)}</span>
          </p>
          <p className={css.by}>{row.creditedDays > 0 ? t('days', { count: row.creditedDays }) : row.dueAt ? deadline(row.dueAt) : t(`forms.${row.form}`)}</p>
        </article>
      ))}
    </div>
  )
}
