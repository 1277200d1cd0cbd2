import { downloadFile } from '@silian/server/contract/files'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../kernel/api.ts'
import { useFormat } from '../../kernel/format.ts'
import css from './practice.module.css'
import type { Plan } from './queries.ts'

/** What a plan is, as pairs; the same on a phone and at a desk. */
export function usePlanFacts(): (plan: Plan) => readonly (readonly [string, React.ReactNode])[] {
  const { t } = useTranslation('practice')
  const { range, day } = useFormat()
  return (plan) => [
    [t('record.teacher'), plan.side === 'teacher' ? null : [plan.teacherName, plan.side === 'firm' ? plan.schoolName : plan.departmentName].filter(Boolean).join('　')],
    [t('record.organisation'), plan.side === 'firm' ? null : plan.organisationName],
    [t('record.opening'), plan.openingTitle],
    [t('record.form'), t(`forms.${plan.form}`)],
    [t('record.dates'), range(plan.startsOn, plan.endsOn)],
    [t('record.endedOn'), plan.endedOn && plan.endedOn !== plan.endsOn ? day(plan.endedOn) : null],
    [t('record.goal'), plan.goal ? <span className={css.text}>{plan.goal}</span> : '—'],
    [t('record.tasks'), plan.tasks ? <span className={css.text}>{plan.tasks}</span> : '—'],
    [t('record.guide'), plan.guideName && [plan.guideName, plan.guidePhone].filter(Boolean).join('　')],
  ]
}

/** How many of the department are away at once with this plan. */
export function useShareWords(): (share: NonNullable<Plan['share']>) => string {
  const { t } = useTranslation('practice')
  const { day } = useFormat()
  return ({ over, ...share }) => t(over ? 'record.shareOver' : 'record.share', { ...share, on: day(share.on) })
}

/** What came of it so far: confirmed days, checks, appraisal, assessment, papers. */
export function PlanOutcome({ plan }: { plan: Plan }) {
  const { t } = useTranslation('practice')
  const { day } = useFormat()
  const { attended, rest, waiting, planned } = plan.worth
  const begun = plan.startedAt !== null
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t('record.worth'), begun && (attended > 0 ? t('record.worthOf', { attended, sum: attended + rest }) : t('record.worthNone'))],
    ['', begun && waiting > 0 ? t('record.waiting', { count: waiting }) : null],
    ['', begun ? t('record.planned', { count: planned }) : null],
    [t('record.checks'), plan.checks.length > 0 && plan.checks.map((check) => <span key={check.id} className={css.text}>{`${t('record.checkLine', { day: day(check.checkedOn), how: t(`checkWays.${check.how}`), by: check.by ?? '' })}　${t(check.good ? 'record.good' : 'record.bad')}\n${check.finding}\n`}</span>)],
    [t('record.summary'), plan.summary && <span className={css.text}>{plan.summary}</span>],
    [t('record.appraisal'), plan.appraisalGrade && <span className={css.text}>{`${t(`grades.${plan.appraisalGrade}`)}　${plan.appraisal ?? ''}`}</span>],
    [t('record.assessment'), plan.assessedAt && <span className={css.text}>{`${t(plan.state === 'failed' || (plan.state === 'archived' && !plan.creditedAt) ? 'actions.fail' : 'actions.pass')}　${plan.assessment ?? ''}`}</span>],
    [t('record.awayReason'), plan.awayReason],
    [t('record.papers'), plan.papers.length > 0 && plan.papers.map((paper) => <a key={paper.id} href={urlOf(downloadFile, { params: { fileId: paper.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">{`${t(`record.paperOf.${paper.part}`)}　${paper.name}`}</a>)],
  ]
  const shown = facts.filter(([, value]) => value !== null && value !== false && value !== '' && value !== undefined)
  if (shown.length === 0) return null
  return (
    <dl className={css.facts}>
      {shown.map(([name, value], at) => (
        <div key={at}>
          {name && <dt>{name}</dt>}
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
