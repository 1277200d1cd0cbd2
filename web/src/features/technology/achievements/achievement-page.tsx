import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { LinkButton } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { IntroductionList } from '../introductions/introduction-list.tsx'
import { NeedProposals } from '../proposals.tsx'
import { useAchievement, type AchievementView } from '../queries.ts'
import { AchievementDecisions } from './achievement-decide.tsx'
import { AchievementFacts } from './achievement-facts.tsx'
import { AchievementHistory, AchievementLine, AchievementReason } from './achievement-parts.tsx'
import { EvidenceSheet } from './evidence-sheet.tsx'

/** One achievement: where it stands, what it is, how ripe it is, which needs it may answer, and what became of it. */
export default function AchievementPage() {
  const { achievementId = '' } = useParams()
  const achievement = useAchievement(achievementId)
  return <Loaded query={achievement}>{(one) => <Achievement achievement={one} />}</Loaded>
}

function Achievement({ achievement: one }: { achievement: AchievementView }) {
  const { t, i18n } = useTranslation('technology')
  return (
    <Page
      title={(i18n.language === 'en' && one.titleEn) || one.title}
      crumbs={[{ label: t('title'), href: '/achievements' }, { label: one.number }, { label: one.organisationName, href: `/organisations/${one.organisationId}` }]}
      lead={one.demo ? t('record.demo') : undefined}
      actions={
        one.can.edit && (
          <LinkButton kind="primary" icon="edit" href={`/achievements/${one.id}/edit`}>
            {t('edit')}
          </LinkButton>
        )
      }
    >
      <Stack>
        <AchievementLine achievement={one} />
        <AchievementReason achievement={one} />
        <AchievementDecisions achievement={one} />
      </Stack>
      <TwoColumns
        aside={
          <>
            <Sheet title={t('record.introductions')} aside={<Link href={`/answer-report?achievementId=${one.id}`}>{t('record.said')}</Link>}>
              <IntroductionList query={{ achievementId: one.id }} />
            </Sheet>
            <Sheet title={t('record.history')}>
              <AchievementHistory achievementId={one.id} />
            </Sheet>
            {one.granted.length > 0 && (
              <Sheet title={t('record.granted')}>
                <ul>
                  {one.granted.map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ul>
              </Sheet>
            )}
          </>
        }
      >
        <AchievementFacts achievement={one} whole={one.whole} />
        <EvidenceSheet achievement={one} />
        {one.can.introduce && <NeedProposals of={{ achievementId: one.id }} />}
      </TwoColumns>
    </Page>
  )
}
