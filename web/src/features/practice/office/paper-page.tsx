import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { PrintSheet } from '../../../ui/print-sheet.tsx'
import css from '../practice.module.css'
import { usePlan, useWeeks, type Plan, type Week } from '../queries.ts'

/** 教师企业实践审批考核表 on A4: for whom signs and seals on paper. */
export default function PaperPage() {
  const { planId = '' } = useParams()
  const { t } = useTranslation('practiceOffice')
  const plan = usePlan(planId)
  const weeks = useWeeks(planId)
  return (
    <Page
      narrow
      title={t('record.printTitle')}
      crumbs={[{ label: t('record.back'), href: '/practice' }, { label: plan.data?.number ?? '', href: `/practice/plans/${planId}` }]}
      lead={t('record.paper.note')}
      actions={
        <Button kind="primary" icon="print" onClick={() => print()}>
          {t('record.print')}
        </Button>
      }
    >
      <Loaded query={plan}>{(one) => <Form plan={one} weeks={weeks.data?.rows ?? []} />}</Loaded>
    </Page>
  )
}

function Form({ plan, weeks }: { plan: Plan; weeks: readonly Week[] }) {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const { fullDay, day } = useFormat()
  const said = (name: string, text: string | null | undefined, at: string | null | undefined) => (
    <tr>
      <th scope="row">{name}</th>
      <td className={css.room} colSpan={3}>
        {text}
        {!at && <p className={css.signs}>{`${t('record.paper.signature')}${t('record.paper.seal')}　　　　　${t('record.paper.date')}　　　　　`}</p>}
        {at && <p className={css.signs}>{fullDay(at)}</p>}
      </td>
    </tr>
  )
  const row = (pairs: readonly (readonly [string, string])[]) => (
    <tr>
      {pairs.map(([name, value]) => [
        <th key={name} scope="row">{name}</th>,
        <td key={`${name}-value`} colSpan={pairs.length === 1 ? 3 : 1}>{value}</td>,
      ])}
    </tr>
  )
  const agreed = (text: string, at: string | null) => (at ? text : '')
  const written = weeks.filter(({ days }) => days.length > 0).toReversed()
  return (
    <PrintSheet from={plan.schoolName} dated={t('record.paper.number', { number: plan.number })} title={t('record.printTitle')}>
      <table className={css.sheet}>
        <tbody>
          {row([[t('record.paper.applicant'), plan.teacherName], [t('practice:record.department'), plan.departmentName ?? '']])}
          {row([[t('practice:record.organisation'), plan.organisationName], [t('practice:record.form'), t(`practice:forms.${plan.form}`)]])}
          {row([[t('practice:record.dates'), `${fullDay(plan.startsOn)} — ${fullDay(plan.endsOn)}`]])}
          {row([[t('practice:record.goal'), plan.goal]])}
          {row([[t('practice:record.tasks'), plan.tasks]])}
          {plan.side !== 'firm' && said(t('record.paper.department'), agreed(t('practice:events.endorsed'), plan.endorsedAt), plan.endorsedAt)}
          {plan.side !== 'firm' && said(t('record.paper.academic'), agreed(t('practice:events.approved'), plan.approvedAt), plan.approvedAt)}
          {said(t('record.paper.firm'), agreed([t('practice:events.accepted'), plan.guideName && `${t('practice:record.guide')}　${plan.guideName}`].filter(Boolean).join('　'), plan.acceptedAt), plan.acceptedAt)}
          {said(t('record.paper.appraisal'), plan.appraisalGrade && `${t(`practice:grades.${plan.appraisalGrade}`)}　${plan.appraisal ?? ''}`, plan.appraisedAt)}
          {plan.side !== 'firm' && said(t('record.paper.assessment'), plan.assessment, plan.assessedAt)}
        </tbody>
      </table>
      <table className={css.sheet}>
        <caption>{t('record.paper.weeks')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('record.paper.week')}</th>
            <th scope="col">{t('record.paper.daysIn')}</th>
            <th scope="col">{t('record.paper.sign')}</th>
          </tr>
        </thead>
        <tbody>
          {written.map((week) => (
            <tr key={week.weekOn}>
              <td>{fullDay(week.open[0]?.day ?? week.weekOn)}</td>
              <td className={css.days}>{week.days.map((one) => <span key={one} className="nw">{day(one)}</span>)}</td>
              <td className={css.half}>{week.confirmedAt ? t('practice:week.confirmedBy', { name: week.confirmedBy ?? '', day: day(week.confirmedAt) }) : ''}</td>
            </tr>
          ))}
          {written.length === 0 &&
            [1, 2, 3, 4].map((one) => (
              <tr key={one}>
                <td className={css.half}>&nbsp;</td>
                <td>&nbsp;</td>
                <td>&nbsp;</td>
              </tr>
            ))}
        </tbody>
      </table>
    </PrintSheet>
  )
}
