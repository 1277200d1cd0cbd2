import { exportResults } from '@silian/server/contract/rounds/letters'
import type { RoundView } from '@silian/server/contract/rounds'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { urlOf } from '../../../kernel/api.ts'
import { useSession } from '../../../kernel/session.ts'
import { AnchorButton, LinkButton } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Tabs, useTab } from '../../../ui/tabs.tsx'
import { ChooseCohorts } from './choose-cohorts.tsx'
import { ChoosePosts } from './choose-posts.tsx'
import { Cohorts } from './cohorts.tsx'
import { History } from './history.tsx'
import { Objections } from './objections.tsx'
import { Posts } from './posts.tsx'
import { Progress } from './progress.tsx'
import { useRound } from './queries.ts'
import { ResultSheets } from './result-sheets.tsx'
import { Results } from './results.tsx'
import { RoundDeeds } from './round-deeds.tsx'
import { RoundLine } from './round-line.tsx'
import { Rules } from './rules-sheet.tsx'
import { Run } from './run.tsx'
import { Trial } from './trial.tsx'
import { Waivers } from './waivers.tsx'

export default function RoundPage() {
  const { t } = useTranslation('rounds')
  const { roundId = '' } = useParams()
  const query = useRound(roundId)
  if (query.data) return <Round round={query.data} />
  return (
    <Page title={t('nav')} crumbs={[{ label: t('nav'), href: '/rounds' }]}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  )
}

function Round({ round }: { round: RoundView }) {
  const { t, i18n } = useTranslation('rounds')
  const role = useSession()?.seat?.role
  const office = role === 'secretariat'
  const school = role === 'school_contact' || role === 'teacher'
  const drafting = round.state === 'draft'
  const tabs = [
    { key: 'progress', label: t('page.tabs.progress') },
    ...(office || school ? [{ key: 'cohorts', label: t('page.tabs.cohorts'), count: round.counts.cohorts }] : []),
    { key: 'posts', label: t('page.tabs.posts'), count: round.counts.posts },
    ...(round.can.seeResults ? [{ key: 'results', label: t('page.tabs.results') }] : []),
    ...(role === 'school_contact' && (round.state === 'wishing' || round.state === 'ranking') ? [{ key: 'waivers', label: t('page.tabs.waivers') }] : []),
    ...(office && round.publishedAt ? [{ key: 'objections', label: t('page.tabs.objections'), count: round.counts.objections }] : []),
    ...(office ? [{ key: 'history', label: t('page.tabs.history') }] : []),
  ]
  const tab = useTab(tabs)
  const title = i18n.language === 'en' ? (round.titleEn ?? round.title) : round.title
  return (
    <Page
      title={title}
      crumbs={[{ label: t('nav'), href: '/rounds' }, { label: round.number }]}
      actions={
        <>
          {round.can.seeResults && (
            <AnchorButton icon="download" href={urlOf(exportResults, { params: { roundId: round.id } })} download>
              {t('page.export')}
            </AnchorButton>
          )}
          {round.publishedAt && <AnchorButton href={`/notices/${round.id}`}>{t('page.publicNotice')}</AnchorButton>}
          {round.can.edit && (
            <LinkButton icon="edit" href={`/rounds/${round.id}/edit`}>
              {t('page.settings')}
            </LinkButton>
          )}
          <RoundDeeds round={round} />
        </>
      }
    >
      <Stack>
        <RoundLine round={round} />
        <Run round={round} />
        <Tabs tabs={tabs} current={tab} label={title} />
        {tab === 'progress' && (
          <TwoColumns
            aside={
              <>
                {round.can.trial && <Trial round={round} />}
                <Rules round={round} />
              </>
            }
          >
            {round.can.seeResults ? <ResultSheets round={round} /> : <Progress round={round} />}
            {(office || school) && round.state === 'wishing' && <Cohorts round={round} />}
          </TwoColumns>
        )}
        {tab === 'cohorts' && (drafting && round.can.edit ? <ChooseCohorts round={round} /> : <Cohorts round={round} everyone />)}
        {tab === 'posts' && (drafting && round.can.edit ? <ChoosePosts round={round} /> : <Posts round={round} />)}
        {tab === 'results' && <Results round={round} />}
        {tab === 'waivers' && <Waivers roundId={round.id} />}
        {tab === 'objections' && <Objections roundId={round.id} />}
        {tab === 'history' && <History roundId={round.id} />}
      </Stack>
    </Page>
  )
}
