import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Banner } from '../../../ui/banner.tsx'
import { ChainLine, NextBar, stepsOf } from '../../../ui/chain-line.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { useAchievementHistory, type AchievementState, type AchievementView } from '../queries.ts'

const line = ['draft', 'submitted', 'open'] as const

/** Where it stands, and what happens next. */
export function AchievementLine({ achievement: one, plain }: { achievement: AchievementView; plain?: boolean }) {
  const { t } = useTranslation('technology')
  const { day } = useFormat()
  const passed: Partial<Record<AchievementState, string | null>> = { draft: one.createdAt, submitted: one.submittedAt, open: one.verifiedAt }
  const steps = stepsOf<AchievementState>({ line, state: one.state, label: (state) => t(`line.${state}`), note: (state) => (passed[state] ? day(passed[state]) : undefined) }, one.verifiedAt ? 'open' : one.submittedAt ? 'submitted' : 'draft')
  return <ChainLine steps={steps}>{!plain && <NextBar>{t(`next.${one.state}`, { day: one.confirmBy ? day(one.confirmBy) : '' })}</NextBar>}</ChainLine>
}

export function AchievementReason({ achievement: { state, reason } }: { achievement: AchievementView }) {
  const { t } = useTranslation('technology')
  if (!reason || !['draft', 'declined'].includes(state)) return null
  return <Banner>{t(state === 'draft' ? 'record.returned' : 'record.declined', { reason })}</Banner>
}

export function AchievementHistory({ achievementId }: { achievementId: string }) {
  const { t, i18n } = useTranslation('technology')
  const history = useAchievementHistory(achievementId)
  return (
    <Loaded query={history} rows={3}>
      {({ rows }) => (
        <Timeline
          events={rows.map(({ at, event, by, details }, index) => {
            const verb = event.split('.')[1]!
            const level = details['level'] ?? details['touched']
            return {
              key: String(index), at,
              text: `${by ? t('events.by', { name: by }) : ''}${i18n.exists(`technology:events.${verb}`) ? t(`events.${verb as 'written'}`) : event}`,
              note: typeof details['reason'] === 'string' ? details['reason'] : verb === 'level_confirmed' && typeof level === 'number' ? t('levelWords.value', { level }) : undefined,
              look: ['returned', 'declined', 'went_stale'].includes(verb) ? ('late' as const) : undefined,
            }
          })}
        />
      )}
    </Loaded>
  )
}
