import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Timeline } from '../../ui/timeline.tsx'

type Row = { at: string; event: string; by: string | null; details: Record<string, unknown> }
const late = ['returned', 'declined', 'lapsed', 'withdrawn', 'expired', 'escalated', 'sent_back']
const good = ['confirmed', 'rated', 'settled', 'opened']

/** 经过, from the audit trail, of an offer or a request. */
export function History({ query, group }: { query: UseQueryResult<{ rows: Row[] }>; group: 'offer' | 'request' }) {
  const { t, i18n } = useTranslation(['services', 'problems'])
  const { day } = useFormat()
  const noteOf = ({ details }: Row) => {
    const { reason, declineCode, validUntil, deliverBy } = details
    if (typeof declineCode === 'string') return [t(`problems:declineCodes.${declineCode as 'unclear'}`), typeof reason === 'string' ? reason : ''].filter(Boolean).join('　')
    if (typeof reason === 'string') return reason
    if (typeof deliverBy === 'string') return t('request.events.deliverBy', { day: day(deliverBy) })
    return typeof validUntil === 'string' ? t('problems:events.until', { day: day(validUntil) }) : undefined
  }
  return (
    <Loaded query={query} rows={3}>
      {({ rows }) => (
        <Timeline
          events={rows.map((row, index) => {
            const verb = row.event.split('.')[1]!
            const key = `services:${group}.events.${verb}`
            const said = i18n.exists(key) ? t(`${group}.events.${verb}` as 'offer.events.written') : row.event
            return {
              key: String(index),
              at: row.at,
              text: `${row.by ? t('request.events.by', { name: row.by }) : ['lapsed', 'ended', 'settled', 'escalated', 'expired'].includes(verb) ? t('request.events.system') : ''}${said}`,
              note: noteOf(row),
              look: late.includes(verb) ? 'late' : good.includes(verb) ? 'done' : undefined,
            }
          })}
        />
      )}
    </Loaded>
  )
}
