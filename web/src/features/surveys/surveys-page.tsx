import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { useSession } from '../../kernel/session.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { surveyMoods } from './moods.ts'
import { useSurveys, type SurveyRow } from './queries.ts'
import { SurveyForm } from './survey-form.tsx'

const chasing = ['secretariat', 'official', 'association_contact', 'park_contact', 'platform_contact']

/** Every year's survey, the newest first. */
export default function SurveysPage() {
  const { t, i18n } = useTranslation('surveys')
  const { range, percent, aside } = useFormat()
  const surveys = useSurveys()
  const [writing, setWriting] = useState(false)
  const counts = chasing.includes(useSession()?.seat?.role ?? '')
  const columns: Column<SurveyRow>[] = [
    { key: 'title', title: t('columns.title'), cell: (row) => (i18n.language === 'en' && row.titleEn) || row.title },
    { key: 'year', title: t('columns.year'), cell: (row) => row.year, number: true },
    { key: 'state', title: t('columns.state'), cell: (row) => <StateMark mood={surveyMoods[row.state]}>{t(`states.${row.state}`)}</StateMark> },
    { key: 'period', title: t('columns.period'), cell: (row) => range(row.opensOn, row.closesOn), desk: true },
    ...(counts
      ? [{ key: 'answered', title: t('columns.answered'), number: true, cell: (row: SurveyRow) => (row.asked === 0 ? t('none') : `${t('answeredOf', row)}${aside(percent(row.answered / row.asked))}`) }]
      : []),
  ]
  return (
    <Page title={t('title')} lead={t('lead')} actions={surveys.data?.can.write && <Button kind="primary" icon="plus" onClick={() => setWriting(true)}>{t('new')}</Button>}>
      <Loaded query={surveys}>
        {({ rows }) => <DataTable name="surveys" caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/surveys/${id}`} empty={<Empty>{t('empty')}</Empty>} />}
      </Loaded>
      {writing && <SurveyForm survey={null} onClose={() => setWriting(false)} />}
    </Page>
  )
}
