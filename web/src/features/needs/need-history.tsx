import { useTranslation } from 'react-i18next'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { useNeedHistory } from './queries.ts'

const unhappy = ['returned', 'declined', 'withdrawn', 'went_stale', 'expired']

/** 经过, from the audit trail. */
export function NeedHistory({ needId }: { needId: string }) {
  const { t, i18n } = useTranslation('needs')
  const history = useNeedHistory(needId, true)
  return (
    <Loaded query={history} rows={3} empty={(data) => data.rows.length === 0 && <Empty>{t('record.noHistory')}</Empty>}>
      {({ rows }) => (
        <Timeline
          events={rows.map(({ at, event, name, details }, index) => {
            const verb = event.split('.')[1]!
            return {
              key: String(index),
              at,
              text: `${name ? t('events.by', { name }) : t('events.system')}${i18n.exists(`needs:events.${verb}`) ? t(`events.${verb as 'raised'}`) : event}`,
              note: typeof details['reason'] === 'string' ? details['reason'] : undefined,
              look: unhappy.includes(verb) ? 'late' : undefined,
            }
          })}
        />
      )}
    </Loaded>
  )
}
