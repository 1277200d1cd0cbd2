import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { useNow } from '../../kernel/now.ts'
import { chinaDay } from './days.ts'
import type { Plan } from './queries.ts'

/** 现在等谁做什么: one sentence for every state. */
export function useNext(): (plan: Plan) => string {
  const { t } = useTranslation('practice')
  const { day, deadline } = useFormat()
  const today = chinaDay(useNow())
  return (plan) => {
    const due = plan.dueAt ? deadline(plan.dueAt) : ''
    const { state } = plan
    if (state === 'planned') return t(plan.reason && plan.appliedAt ? 'next.returned' : 'next.planned', { due })
    if (state === 'accepted' && plan.agreement.needed && plan.agreement.state !== 'concluded') return `${t('next.accepted', { day: day(plan.startsOn) })} ${t('next.agreement')}`
    if (state === 'practising') return t(plan.missing.includes('summary') && plan.endsOn < today ? 'next.over' : 'next.practising')
    if (state === 'archived') return t(plan.creditedAt ? 'next.archived' : 'next.archivedFailed', { days: plan.creditedDays })
    return t(`next.${state}`, { due, day: day(plan.startsOn), days: plan.creditedDays })
  }
}
