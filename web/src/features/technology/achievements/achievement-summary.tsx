import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Stack } from '../../../ui/page.tsx'
import type { ThingProps } from '../../inbox/things.tsx'
import { useAchievement } from '../queries.ts'
import { AchievementDecisions } from './achievement-decide.tsx'
import { AchievementFacts } from './achievement-facts.tsx'
import { AchievementLine, AchievementReason } from './achievement-parts.tsx'

/** In the inbox: the achievement and the decision, without leaving the page. */
export default function AchievementSummary({ subjectId, onDone }: ThingProps) {
  const { t } = useTranslation('technology')
  const achievement = useAchievement(subjectId)
  return (
    <Loaded query={achievement}>
      {(one) => (
        <Stack>
          <AchievementLine achievement={one} plain />
          <AchievementReason achievement={one} />
          <AchievementDecisions achievement={one} onDone={onDone} />
          {one.can.edit && <LinkButton kind="primary" icon="edit" href={`/achievements/${one.id}/edit`}>{t('edit')}</LinkButton>}
          <AchievementFacts achievement={one} whole={one.whole} level={3} />
        </Stack>
      )}
    </Loaded>
  )
}
