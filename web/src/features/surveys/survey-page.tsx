import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ChainLine, NextBar, stepsOf } from '../../ui/chain-line.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Tabs, useTab } from '../../ui/tabs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { CatalogueTab } from './catalogue-tab.tsx'
import { GapTab } from './gap-tab.tsx'
import { ProgressTab } from './progress-tab.tsx'
import { useMoveSurvey, useSurvey, type SurveyAction, type SurveyState, type SurveyView } from './queries.ts'
import { ResponsesTab } from './responses-tab.tsx'
import { SurveyForm } from './survey-form.tsx'
import css from './surveys.module.css'

/** One year: who answered, what they said, which occupations are scarce, and what schools lack. */
export default function SurveyPage() {
  const { surveyId = '' } = useParams()
  return <Loaded query={useSurvey(surveyId)}>{(survey) => <Survey survey={survey} />}</Loaded>
}

const actions: readonly SurveyAction[] = ['open', 'close', 'score', 'publish', 'unscore', 'archive']
const forward: readonly SurveyAction[] = ['open', 'score', 'publish']

function Survey({ survey }: { survey: SurveyView }) {
  const { t, i18n } = useTranslation('surveys')
  const [open, setOpen] = useState<SurveyAction | null>(null)
  const [editing, setEditing] = useState(false)
  return (
    <Page
      title={(i18n.language === 'en' && survey.titleEn) || survey.title}
      crumbs={[{ label: t('title'), href: '/surveys' }, { label: t('yearOf', { year: survey.year }) }]}
      lead={survey.demo ? t('demo') : undefined}
      actions={
        <div className={css.tools}>
          {survey.can.answer && <LinkButton kind="primary" href={`/my/surveys/${survey.id}`}>{t('openAnswer')}</LinkButton>}
          {survey.can.edit && <Button icon="edit" onClick={() => setEditing(true)}>{t('edit')}</Button>}
          {actions.filter((one) => survey.can[one]).map((one) => (
            <Button key={one} kind={forward.includes(one) ? 'primary' : 'plain'} onClick={() => setOpen(one)}>
              {t(`actions.${one}`)}
            </Button>
          ))}
        </div>
      }
    >
      <Stack>
        <Line survey={survey} />
        {survey.note && <p className={css.text}>{survey.note}</p>}
        <Parts survey={survey} />
      </Stack>
      {open && <MoveDialog survey={survey} action={open} onClose={() => setOpen(null)} />}
      {editing && <SurveyForm survey={survey} onClose={() => setEditing(false)} />}
    </Page>
  )
}

function Line({ survey }: { survey: SurveyView }) {
  const { t } = useTranslation('surveys')
  const { day } = useFormat()
  const passed: Partial<Record<SurveyState, string | null>> = { open: survey.openedAt, closed: survey.closedAt, scored: survey.scoredAt, published: survey.publishedAt }
  const note = (one: SurveyState) => (passed[one] ? day(passed[one]) : undefined)
  const line: SurveyState[] = ['draft', 'open', 'closed', 'scored', 'published']
  // What is archived went the whole way: that is no end before its time.
  const steps = stepsOf<SurveyState>({ line: survey.state === 'archived' ? [...line, 'archived'] : line, state: survey.state, label: (one) => t(`states.${one}`), note })
  return (
    <ChainLine steps={steps}>
      <NextBar>
        {t(`next.${survey.state}`, { day: day(survey.closesOn) })} {survey.unchecked ? t('unchecked', { count: survey.unchecked }) : ''}
      </NextBar>
    </ChainLine>
  )
}

function Parts({ survey }: { survey: SurveyView }) {
  const { t } = useTranslation('surveys')
  const progress = survey.can.progress
  const tabs = [
    ...(progress ? [{ key: 'progress' as const, label: t('tabs.progress') }, { key: 'responses' as const, label: t('tabs.responses') }] : []),
    { key: 'catalogue' as const, label: t('tabs.catalogue') },
    { key: 'gap' as const, label: t('tabs.gap') },
  ]
  const tab = useTab(tabs)
  if (survey.state === 'draft') return null
  return (
    <>
      <Tabs tabs={tabs} current={tab} label={survey.title} />
      {tab === 'progress' && <ProgressTab survey={survey} />}
      {tab === 'responses' && <ResponsesTab survey={survey} />}
      {tab === 'catalogue' && (survey.can.result ? <CatalogueTab survey={survey} /> : <Empty>{t('notYet')}</Empty>)}
      {tab === 'gap' && (survey.can.result ? <GapTab survey={survey} /> : <Empty>{t('notYet')}</Empty>)}
    </>
  )
}

function MoveDialog({ survey, action, onClose }: { survey: SurveyView; action: SurveyAction; onClose: () => void }) {
  const { t } = useTranslation('surveys')
  const toast = useToast()
  const move = useMoveSurvey(survey.id)
  const onDo = () =>
    move.mutate(
      { action, version: survey.version },
      {
        onSuccess: () => {
          toast(t(`done.${action}`))
          onClose()
        },
      },
    )
  return <Dialog open onClose={onClose} title={t(`asks.${action}.title`)} note={t(`asks.${action}.note`)} verb={t(`actions.${action}`)} busy={move.isPending} error={move.error} onDo={onDo} />
}
