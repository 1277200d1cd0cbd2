import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { useMentorshipHistory } from './queries.ts'

const late = ['refused', 'denied', 'rejected', 'objected', 'withdrawn', 'task_returned']
const good = ['consented', 'approved', 'appointed', 'task_confirmed', 'reviewed']

/** 经过, from the audit trail. */
export function MentorshipHistory({ mentorshipId }: { mentorshipId: string }) {
  const { t, i18n } = useTranslation('mentors')
  const history = useMentorshipHistory(mentorshipId)
  return (
    <Loaded query={history} rows={3}>
      {({ rows }) => (
        <Timeline
          events={rows.map(({ at, event, by, details }, index) => {
            const verb = event.split('.')[1]!
            const said = i18n.exists(`mentors:events.${verb}`) ? t(`events.${verb}` as 'events.applied') : event
            return { key: String(index), at, text: `${by ? t('events.by', { name: by }) : t('events.system')}${said}`, note: typeof details.reason === 'string' ? details.reason : undefined, look: late.includes(verb) ? 'late' : good.includes(verb) ? 'done' : undefined }
          })}
        />
      )}
    </Loaded>
  )
}
