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
            const verb = event.split('.')[1]!
            const said = i18n.exists(`assistanceOffice:events.${verb}`) ? t(`events.${verb as 'asked'}`) : event
            const count = typeof details['count'] === 'number' ? details['count'] : typeof details['made'] === 'number' ? details['made'] : null
            const note = [details['firm'], count !== null && t('events.count', { count }), details['reason']].filter((one) => typeof one === 'string' && one !== '').join('　')
            return { key: String(index), at, text: `${by ? t('events.by', { name: by }) : t('events.system')}${said}`, note: note || undefined, look: late.includes(verb) ? 'late' : good.includes(verb) ? 'done' : undefined }
          })}
        />
      )}
    </Loaded>
  )
}
