import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { usePlanHistory } from './queries.ts'

const late = ['returned', 'declined', 'refused', 'withdrawn', 'failed', 'week_returned']
const good = ['approved', 'accepted', 'passed', 'credited', 'archived', 'week_confirmed']

/** 经过, from the audit trail. */
export function PlanHistory({ planId }: { planId: string }) {
  const { t, i18n } = useTranslation('practice')
  const { day } = useFormat()
  const history = usePlanHistory(planId)
  return (
    <Loaded query={history} rows={3}>
      {({ rows }) => (
        <Timeline
          events={rows.map(({ at, event, by, details }, index) => {
            const verb = event.split('.')[1]!
            const said = i18n.exists(`practice:events.${verb}`) ? t(`events.${verb}` as 'events.written') : event
            const { reason, away, of, week, days } = details as { reason?: string; away?: number; of?: number; week?: string; days?: number }
            const note = away && of ? t('events.away', { of, away, reason: reason ?? '' }) : reason ? reason : week ? t('events.week', { day: day(week) }) : verb === 'credited' && days ? t('events.days', { count: days }) : undefined
            return { key: String(index), at, text: `${by ? t('events.by', { name: by }) : t('events.system')}${said}`, note, look: late.includes(verb) ? 'late' : good.includes(verb) ? 'done' : undefined }
          })}
        />
      )}
    </Loaded>
  )
}
