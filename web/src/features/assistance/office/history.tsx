import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../../ui/loaded.tsx'
import { Timeline } from '../../../ui/timeline.tsx'

type History = { rows: { at: string; event: string; by: string | null; details: Record<string, unknown> }[] }
const late = ['declined', 'withdrawn', 'cancelled', 'disputed']
const good = ['confirmed', 'agreed', 'accepted', 'finished', 'received']

/** 经过, from the audit trail. */
export function History({ query }: { query: UseQueryResult<History> }) {
  const { t, i18n } = useTranslation('assistanceOffice')
  return (
    <Loaded query={query} rows={3}>
      {({ rows }) => (
        <Timeline
          events={rows.map(({ at, event, by, details }, index) => {
            const [noun, verb = ''] = event.split('.')
            const key = [noun === 'assistance_seat' ? `seat_${verb}` : verb, verb].find((one) => i18n.exists(`assistanceOffice:events.${one}`))
            const said = key ? t(`events.${key as 'asked'}`) : event
            const count = details['students'] ?? details['confirmed']
            const note = [details['firm'], typeof count === 'number' && count > 0 && t('events.count', { count }), details['reason'], details['correction']].filter((one) => typeof one === 'string' && one !== '').join('　')
            return { key: String(index), at, text: `${by ? t('events.by', { name: by }) : t('events.system')}${said}`, note: note || undefined, look: late.includes(verb) ? 'late' : good.includes(verb) ? 'done' : undefined }
          })}
        />
      )}
    </Loaded>
  )
}
