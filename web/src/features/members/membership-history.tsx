import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { useHistory, type Seat } from './queries.ts'

const unhappy = ['returned', 'rejected', 'withdrawn', 'suspended', 'left']

/** 经过, from the audit trail: who did what, and why. */
export function MembershipHistory({ membershipId }: { membershipId: string }) {
  const { t, i18n } = useTranslation('members')
  const { day } = useFormat()
  const history = useHistory(membershipId, true)
  const seat = (value: unknown) => (typeof value === 'string' && i18n.exists(`members:seats.${value}`) ? t(`seats.${value as Seat}`) : '')

  return (
    <Loaded query={history} rows={3} empty={(data) => data.entries.length === 0 && <Empty>{t('record.noHistory')}</Empty>}>
      {({ entries }) => (
        <Timeline
          events={entries.map(({ at, event, by, details }, index) => {
            const verb = event.split('.')[1]!
            const key = `events.${verb}` as 'events.begun'
            const period = { from: dayOf(details['from_day']), until: dayOf(details['until_day']) }
            const params = verb === 'seat_changed' ? { from: seat(details['from']), to: seat(details['to']) } : period
            return {
              key: String(index),
              at,
              text: `${by ? t('events.by', { name: by }) : t('events.system')}${i18n.exists(`members:${key}`) ? t(key, params) : event}`,
              note: typeof details['reason'] === 'string' ? details['reason'] : undefined,
              look: unhappy.includes(verb) ? 'late' : undefined,
            }
          })}
        />
      )}
    </Loaded>
  )

  function dayOf(value: unknown) {
    return typeof value === 'string' ? day(value) : ''
  }
}
