import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportCatalogue } from '@silian/server/contract/surveys/catalogue'
import { download } from '../../kernel/api.ts'
import { useFormat } from '../../kernel/format.ts'
import { useWording } from '../../kernel/wording.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { DottedFigure } from '../../ui/dotted-figure.tsx'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Stack } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { AdjustDialog, CutOffDialog, WeightsDialog } from './expert-dialogs.tsx'
import { LinesTable } from './lines-table.tsx'
import { useCatalogue, useOccupationLines, type Catalogue, type CatalogueEntry, type SurveyView } from './queries.ts'
import css from './surveys.module.css'

/** 急需紧缺职业目录: how scarce each occupation is, and from what that was computed. */
export function CatalogueTab({ survey }: { survey: SurveyView }) {
  return <Loaded query={useCatalogue(survey.id)}>{(catalogue) => <Shown survey={survey} catalogue={catalogue} />}</Loaded>
}

function Shown({ survey, catalogue }: { survey: SurveyView; catalogue: Catalogue }) {
  const { t } = useTranslation('surveys')
  const { day, number } = useFormat()
  const [open, setOpen] = useState<{ what: 'lines' | 'adjust'; entry: CatalogueEntry } | 'cutOff' | 'weights' | null>(null)
  const office = survey.unchecked !== null
  const columns = useColumns(survey, (what, entry) => setOpen({ what, entry }))
  const close = () => setOpen(null)
  return (
    <Stack>
      <div>
        <p className={css.note}>{catalogue.publishedAt ? t('list.frozen', { day: day(catalogue.publishedAt) }) : t('list.live')} {t('list.note', { least: catalogue.leastFirms })}</p>
        <p className={css.note}>{t('list.formula', { ...catalogue.weights, cutOff: number(catalogue.cutOff, 1), usualPay: number(catalogue.usualPay) })}</p>
        {catalogue.weightsReason && <p className={css.note}>{t('list.weightsWhy', { reason: catalogue.weightsReason })}</p>}
      </div>
      <DataTable
        name="survey-catalogue"
        caption={t('catalogue')}
        columns={columns}
        rows={catalogue.entries}
        rowKey={({ occupationCode }) => occupationCode}
        tools={
          <>
            {office && catalogue.publishedAt === null && <Button onClick={() => setOpen('cutOff')}>{t('list.setCutOff')}</Button>}
            {office && catalogue.publishedAt === null && <Button onClick={() => setOpen('weights')}>{t('list.setWeights')}</Button>}
            <Export survey={survey} format="xlsx" />
            <Export survey={survey} format="csv" />
          </>
        }
        empty={<Empty>{t('list.empty')}</Empty>}
      />
      {open === 'cutOff' && <CutOffDialog survey={survey} onClose={close} />}
      {open === 'weights' && <WeightsDialog survey={survey} catalogue={catalogue} onClose={close} />}
      {open !== null && typeof open !== 'string' && (open.what === 'lines' ? <Lines survey={survey} entry={open.entry} onClose={close} /> : <AdjustDialog survey={survey} entry={open.entry} onClose={close} />)}
    </Stack>
  )
}

const dimensions = ['contrast', 'education', 'experience', 'requirement', 'pay'] as const

function useColumns(survey: SurveyView, onOpen: (what: 'lines' | 'adjust', entry: CatalogueEntry) => void): Column<CatalogueEntry>[] {
  const { t } = useTranslation('surveys')
  const { number } = useFormat()
  const office = survey.unchecked !== null
  const stepOf = ({ step }: CatalogueEntry) => (step === 0 ? t('none') : step > 0 ? '+1' : '−1')
  return [
    { key: 'occupationName', title: t('columns.occupationName'), cell: (row) => row.occupationName },
    {
      key: 'total', title: t('columns.total'), number: true,
      cell: (row) => (office ? <DottedFigure label={row.occupationName} onOpen={() => onOpen('lines', row)}>{number(row.total, 1)}</DottedFigure> : number(row.total, 1)),
    },
    { key: 'scarce', title: t('columns.scarce'), cell: (row) => <StateMark mood={row.scarce ? 'waits' : 'open'}>{t(row.scarce ? 'scarce' : 'notScarce')}</StateMark> },
    { key: 'people', title: t('columns.people'), cell: (row) => number(row.people), number: true, desk: true },
    { key: 'graduates', title: t('columns.graduates'), cell: (row) => number(row.graduates), number: true, desk: true },
    { key: 'firms', title: t('columns.firms'), cell: (row) => number(row.firms), number: true, desk: true },
    { key: 'medianPay', title: t('columns.medianPay'), cell: (row) => number(row.medianPay), number: true, desk: true },
    ...dimensions.map((one): Column<CatalogueEntry> => ({ key: one, title: t(`columns.${one}`), cell: (row) => number(row.scores[one], 1), number: true, desk: true })),
    { key: 'step', title: t('columns.step'), cell: (row) => <span title={row.stepReason ?? undefined}>{stepOf(row)}{row.stepReason && <small className={css.note}> {row.stepReason}{row.expert && `（${row.expert}）`}</small>}</span>, desk: true },
    { key: 'occupationCode', title: t('columns.occupationCode'), cell: (row) => <span className="nw">{row.occupationCode}</span>, desk: true, spare: true },
    ...(survey.can.adjust ? [{ key: 'adjust', title: t('list.adjust'), cell: (row: CatalogueEntry) => <Button kind="text" size="cell" className="nw" onClick={() => onOpen('adjust', row)}>{t('list.adjust')}</Button> }] : []),
  ]
}

function Lines({ survey, entry, onClose }: { survey: SurveyView; entry: CatalogueEntry; onClose: () => void }) {
  const { t } = useTranslation('surveys')
  const lines = useOccupationLines(survey.id, entry.occupationCode)
  return (
    <Drawer open onClose={onClose} title={t('list.linesTitle', { name: entry.occupationName, count: entry.lines })}>
      <Loaded query={lines}>{({ rows }) => <LinesTable name="survey-occupation-lines" rows={rows} firms />}</Loaded>
    </Drawer>
  )
}

function Export({ survey, format }: { survey: SurveyView; format: 'xlsx' | 'csv' }) {
  const { t } = useTranslation('surveys')
  const say = useWording()
  const [failed, setFailed] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const run = () => {
    setBusy(true)
    setFailed(null)
    download(exportCatalogue, { params: { surveyId: survey.id }, query: { format } })
      .catch(setFailed)
      .finally(() => setBusy(false))
  }
  return (
    <Button icon="download" busy={busy} onClick={run} because={failed ? say(failed) : null}>
      {t(format === 'csv' ? 'list.exportCsv' : 'list.export')}
    </Button>
  )
}
