import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { IntroductionDecisions } from './introduction-decide.tsx'
import { IntroductionHistory, IntroductionLine, Outcome, Parties, Why } from './introduction-parts.tsx'
import { MinutesSheet } from './minutes-sheet.tsx'
import { useIntroduction, type IntroductionView } from './queries.ts'
import { SecrecySheet } from './secrecy-sheet.tsx'

/** One introduction: who with whom and why, both words, secrecy, talks, and how it ended. */
export default function IntroductionPage() {
  const { introductionId = '' } = useParams()
  const introduction = useIntroduction(introductionId)
  return <Loaded query={introduction}>{(one) => <Introduction introduction={one} />}</Loaded>
}

function Introduction({ introduction: one }: { introduction: IntroductionView }) {
  const { t } = useTranslation('introductions')
  return (
    <Page title={t('record.heading', { number: one.number })} crumbs={[{ label: t('title'), href: '/introductions' }, { label: one.need.title, href: `/problems/${one.need.id}` }]} lead={one.answer.title}>
      <Stack>
        <IntroductionLine introduction={one} />
        <Outcome introduction={one} />
        <IntroductionDecisions introduction={one} />
      </Stack>
      <TwoColumns
        aside={
          <Sheet title={t('record.history')}>
            <IntroductionHistory introductionId={one.id} />
          </Sheet>
        }
      >
        <Parties introduction={one} />
        <MinutesSheet introduction={one} />
        <SecrecySheet introduction={one} />
        <Why introduction={one} />
      </TwoColumns>
    </Page>
  )
}
