import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { DottedFigure } from '../../ui/dotted-figure.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Stack } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useProgress, type Progress, type ProgressView, type SurveyView } from './queries.ts'
import { RemindDialog } from './remind-dialog.tsx'
import css from './surveys.module.css'

type Count = 'asked' | 'answered' | 'unchanged' | 'declined' | 'silent'
const counts: readonly Count[] = ['asked', 'answered', 'unchanged', 'declined', 'silent']
const stateOf: Record<Count, string> = { asked: '', answered: 'answered', unchanged: 'unchanged', declined: 'declined', silent: 'waiting' }

/** Who answered; every figure opens its firms. */
export function ProgressTab({ survey }: { survey: SurveyView }) {
  return <Loaded query={useProgress(survey.id)}>{(view) => <Shown survey={survey} view={view} />}</Loaded>
}

function Shown({ survey, view }: { survey: SurveyView; view: ProgressView }) {
  const { t } = useTranslation('surveys')
  const { number } = useFormat()
  const figure = useFigure(survey.id)
  const [asking, setAsking] = useState<{ speaker?: string } | null>(null)
  type Row = ProgressView['speakers'][number]
  const columns: Column<Row>[] = [
    { key: 'speaker', title: t('progress.speaker'), cell: ({ name }) => name ?? t('progress.none') },
    ...counts.map((one): Column<Row> => ({ key: one, title: t(`progress.${one}`), number: true, desk: one === 'unchanged' || one === 'declined', cell: ({ id, progress }) => figure(one, progress, id ?? 'none') })),
    { key: 'outlook', title: t('progress.outlook'), number: true, desk: true, cell: ({ progress }) => <Net progress={progress} /> },
    { key: 'reminders', title: t('progress.reminders'), number: true, desk: true, cell: ({ progress }) => number(progress.reminders) },
    ...(survey.can.remind ? [{ key: 'remind', title: t('progress.remind'), cell: ({ id, progress }: Row) => progress.silent > 0 && <Button kind="text" size="cell" className="nw" onClick={() => setAsking({ speaker: id ?? 'none' })}>{t('progress.remind')}</Button> }] : []),
  ]
  return (
    <Stack>
      <Sheet title={t('progress.all')} aside={survey.can.remind && view.all.silent > 0 && <Button onClick={() => setAsking({})}>{t('progress.remind')}</Button>}>
        <div className={css.body}>
          <Figures figures={counts.map((one) => ({ label: t(`progress.${one}`), value: figure(one, view.all), look: one === 'answered' ? 'done' : one === 'silent' ? 'waits' : undefined }))} />
          <Figures figures={[{ label: t('progress.outlook'), value: <Net progress={view.all} />, note: view.all.outlook ? t('progress.outlookNote', view.all.outlook) : t('progress.outlookFew') }]} />
          <p className={css.note}>{t('progress.formula')}</p>
        </div>
      </Sheet>
      <DataTable name="survey-progress" caption={t('progress.caption')} columns={columns} rows={view.speakers} rowKey={({ id }) => id ?? 'none'} />
      {asking && <RemindDialog survey={survey} speaker={asking.speaker} onClose={() => setAsking(null)} />}
    </Stack>
  )
}

function useFigure(surveyId: string) {
  const { t } = useTranslation('surveys')
  const { number } = useFormat()
  return (one: Count, progress: Progress, speaker?: string) => {
    const search = new URLSearchParams({ tab: 'responses', ...(stateOf[one] ? { state: stateOf[one] } : {}), ...(speaker ? { speaker } : {}) })
    return (
      <DottedFigure label={t(`progress.${one}`)} href={`/surveys/${surveyId}?${search}`}>
        {number(progress[one])}
      </DottedFigure>
    )
  }
}

function Net({ progress: { outlook } }: { progress: Progress }) {
  const { t } = useTranslation('surveys')
  const { percent } = useFormat()
  if (!outlook) return <span>{t('none')}</span>
  return <span>{`${outlook.net > 0 ? '+' : outlook.net < 0 ? '−' : ''}${percent(Math.abs(outlook.net))}`}</span>
}
