import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { useProblemHistory } from './queries.ts'

const late = ['returned', 'declined', 'withdrawn', 'expired', 'escalated', 'not_solved']
/** Verbs after a person's name; the others are whole sentences. */
type Row = { event: string; details: Record<string, unknown> }

const keyOf = ({ event, details }: Row) => {
  const verb = event.split('.')[1]!
  if (verb === 'escalated') return details['level'] === 1 ? 'escalated1' : details['toldAuthority'] === false ? 'escalated2Nobody' : 'escalated2'
  return verb === 'expired' && details['toldAuthority'] === false ? 'expiredNobody' : verb
}

/** 经过, from the audit trail: every step, every escalation, every decision of the authority. */
export function ProblemHistory({ needId }: { needId: string }) {
  const { t, i18n } = useTranslation('problems')
  const { day } = useFormat()
  const history = useProblemHistory(needId)
  const noteOf = ({ details }: Row) => {
    if (typeof details['reason'] === 'string') return details['reason']
    if (typeof details['declineCode'] === 'string') return t(`declineCodes.${details['declineCode'] as 'unclear'}`)
    return typeof details['validUntil'] === 'string' ? t('events.until', { day: day(details['validUntil']) }) : undefined
  }
  return (
    <Loaded query={history} rows={3} empty={(data) => data.rows.length === 0 && <Empty>{t('record.noHistory')}</Empty>}>
      {({ rows }) => (
        <Timeline
          events={rows.map((row, index) => {
            const verb = row.event.split('.')[1]!
            const key = keyOf(row)
            return {
              key: String(index),
              at: row.at,
              text: `${row.by ? t('events.by', { name: row.by }) : ['escalated', 'expired'].includes(verb) ? t('events.system') : ''}${i18n.exists(`problems:events.${key}`) ? t(`events.${key as 'raised'}`) : row.event}`,
              note: noteOf(row),
              look: late.includes(verb) ? 'late' : verb === 'solved' ? 'done' : undefined,
            }
          })}
        />
      )}
    </Loaded>
  )
}
