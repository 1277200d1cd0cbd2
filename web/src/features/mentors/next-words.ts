import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import type { Mentorship } from './queries.ts'

/** 现在等谁做什么: one sentence for every state. */
export function useNext(): (mentorship: Mentorship) => string {
  const { t } = useTranslation('mentors')
  const { day, fullDay, deadline } = useFormat()
  return ({ state, dueAt, person, publicityUntil, endsOn, endedOn }) => {
    const due = dueAt ? deadline(dueAt) : ''
    if (state === 'invited') return t(person.signsIn ? 'next.invited' : 'next.invitedNoSeat', { due })
    if (state === 'publicity') return t('next.publicity', { day: publicityUntil ? day(publicityUntil) : '' })
    if (state === 'active') return t('next.active', { day: endsOn ? fullDay(endsOn) : '' })
    if (state === 'ended') return t('next.ended', { day: endedOn ? fullDay(endedOn) : endsOn ? fullDay(endsOn) : '' })
    return t(`next.${state}`, { due })
  }
}
