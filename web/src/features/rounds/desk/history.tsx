import { useTranslation } from 'react-i18next'
import { Loaded } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { useHistory } from './queries.ts'

const known = ['prepared', 'changed', 'cohorts_chosen', 'posts_chosen', 'rule_set', 'opened', 'reminded', 'wishes_closed', 'frozen', 'match_started', 'match_stopped', 'matched', 'published', 'publicity_ended', 'closed', 'cancelled'] as const

/** 经过, from the audit trail. */
export function History({ roundId }: { roundId: string }) {
  const { t } = useTranslation('rounds')
  const query = useHistory(roundId)
  return (
    <Sheet title={t('page.tabs.history')}>
      <Loaded query={query}>
        {({ rows }) => (
          <Timeline
            events={rows.map((row, index) => {
              const event = known.find((one) => `round.${one}` === row.event)
              const count = Number(row.details.students ?? row.details.posts ?? row.details.cohorts ?? 0)
              return {
                key: String(index),
                at: row.at,
                text: `${row.by ?? t('history.clock')} ${event ? t(`history.${event}`, { count }) : t('history.other', { event: row.event })}`,
                note: typeof row.details.reason === 'string' ? row.details.reason : undefined,
              }
            })}
          />
        )}
      </Loaded>
    </Sheet>
  )
}
