import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { responseStates } from '@silian/server/contract/surveys/responses'
import { exportResponses } from '@silian/server/contract/surveys/responses/rows'
import { download } from '../../kernel/api.ts'
import { useFormat } from '../../kernel/format.ts'
import { useWording } from '../../kernel/wording.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../ui/query-form.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { responseMoods } from './moods.ts'
import { useAcceptAll, useProgress, useResponses, type ResponseQuery, type ResponseRow, type SurveyView } from './queries.ts'

/** The firms that were asked, and where each stands. The office opens an answer; others see only that there is one. */
export function ResponsesTab({ survey }: { survey: SurveyView }) {
  const { t } = useTranslation('surveys')
  const list = useListState()
  const responses = useResponses(survey.id, list.query as ResponseQuery)
  const progress = useProgress(survey.id)
  const [accepting, setAccepting] = useState(false)
  const [merging, setMerging] = useState(false)
  const columns = useColumns(survey.can.check || survey.unchecked !== null)
  const filters: Filter[] = [
    { key: 'q', label: t('response.filters.q'), kind: 'text' },
    { key: 'state', label: t('response.filters.state'), kind: 'select', options: [...responseStates.map((value) => ({ value, label: t(`response.states.${value}`) })), ...(['answered', 'unchanged'] as const).map((value) => ({ value, label: t(`response.also.${value}`) }))] },
    { key: 'speaker', label: t('response.filters.speaker'), kind: 'select', options: (progress.data?.speakers ?? []).map(({ id, name }) => ({ value: id ?? 'none', label: name ?? t('response.filters.noSpeaker') })) },
  ]
  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={responses} rows={10}>
        {(data) => (
          <DataTable
            name="survey-responses"
            caption={t('response.caption')}
            columns={columns}
            rows={data.rows}
            rowKey={({ id }) => id}
            rowHref={survey.unchecked === null ? undefined : ({ id }) => `/surveys/${survey.id}/responses/${id}`}
            list={list}
            total={data.total}
            tools={
              <>
                <Export surveyId={survey.id} query={list.query as ResponseQuery} />
                {survey.can.check && <Button onClick={() => setMerging(true)}>{t('merge.verb')}</Button>}
                {survey.can.check && (survey.unchecked ?? 0) > 0 && <Button onClick={() => setAccepting(true)}>{t('response.acceptAll')}</Button>}
              </>
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('response.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {merging && <MergeDialog surveyId={survey.id} onClose={() => setMerging(false)} />}
      {accepting && <AcceptAll survey={survey} onClose={() => setAccepting(false)} />}
    </>
  )
}

function Export({ surveyId, query: { page: _page, size: _size, ...query } }: { surveyId: string; query: ResponseQuery }) {
  const { t } = useTranslation('surveys')
  const say = useWording()
  const [failed, setFailed] = useState<unknown>(null)
  const run = () => {
    setFailed(null)
    download(exportResponses, { params: { surveyId }, query }).catch(setFailed)
  }
  return (
    <Button icon="download" onClick={run} because={failed ? say(failed) : null}>
      {t('list.export')}
    </Button>
  )
}

function useColumns(whole: boolean): Column<ResponseRow>[] {
  const { t, i18n } = useTranslation('surveys')
  const { number, moment } = useFormat()
  const none = t('none')
  return [
    { key: 'organisation', title: t('response.columns.organisation'), cell: (row) => row.organisationName },
    { key: 'state', title: t('response.columns.state'), cell: (row) => <StateMark mood={responseMoods[row.state]}>{t(`response.states.${row.state}`)}</StateMark> },
    { key: 'speakers', title: t('response.columns.speakers'), cell: (row) => row.speakers.map(({ name }) => name).join(i18n.language === 'en' ? ', ' : '、') || none, desk: true },
    ...(whole
      ? ([
          { key: 'people', title: t('response.columns.people'), cell: (row) => (row.submittedAt ? number(row.people) : none), number: true },
          { key: 'outlook', title: t('response.columns.outlook'), cell: (row) => (row.outlook ? t(`outlooks.${row.outlook}`) : none), desk: true },
        ] satisfies Column<ResponseRow>[])
      : []),
    { key: 'submittedAt', title: t('response.columns.submittedAt'), cell: (row) => <span className="nw">{row.submittedAt ? moment(row.submittedAt) : none}</span>, desk: true },
    { key: 'reminded', title: t('response.columns.reminded'), cell: (row) => (row.remindedCount === 0 ? none : t('response.remindedTimes', { count: row.remindedCount })), desk: true },
  ]
}

function AcceptAll({ survey, onClose }: { survey: SurveyView; onClose: () => void }) {
  const { t } = useTranslation('surveys')
  const toast = useToast()
  const accept = useAcceptAll(survey.id)
  const onDo = () =>
    accept.mutate(undefined, {
      onSuccess: (done) => {
        toast(t('response.acceptedAll', done))
        onClose()
      },
    })
  return <Dialog open onClose={onClose} title={t('response.acceptAllTitle')} note={t('response.acceptAllNote')} verb={t('response.acceptAll')} busy={accept.isPending} error={accept.error} onDo={onDo} />
}
