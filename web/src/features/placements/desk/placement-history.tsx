import { useTranslation } from 'react-i18next'
import { Loaded } from '../../../ui/loaded.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { useRuleWords } from '../../needs/rule-parts.tsx'
import { usePlacementHistory } from './queries.ts'

const late = ['reopened', 'suspended', 'ended_early', 'cancelled', 'raised', 'refused', 'test_failed']
const good = ['activated', 'assessed', 'archived', 'resumed']

/** 经过, from the audit trail. What other rooms wrote about the placement is told by them. */
export function PlacementHistory({ placementId }: { placementId: string }) {
  const { t, i18n } = useTranslation('placements')
  const words = useRuleWords()
  const history = usePlacementHistory(placementId)
  return (
    <Loaded query={history} rows={3}>
      {({ rows }) => {
        const events = rows.flatMap((row, index) => {
          const verb = row.event.split('.')[1]!
          if (!i18n.exists(`placements:events.${verb}`)) return []
          const { reason, ruleId } = row.details
          return [{
            key: String(index),
            at: row.at,
            text: `${row.by ?? t('events.system')}　${t(`events.${verb as 'made'}`)}`,
            note: [typeof ruleId === 'string' && words.name(ruleId), typeof reason === 'string' && reason].filter(Boolean).join('　') || undefined,
            look: late.includes(verb) ? ('late' as const) : good.includes(verb) ? ('done' as const) : undefined,
          }]
        })
        return events.length > 0 ? <Timeline events={events} /> : <p className="mut">{t('record.noHistory')}</p>
      }}
    </Loaded>
  )
}
