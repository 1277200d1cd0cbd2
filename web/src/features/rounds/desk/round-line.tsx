import type { RoundState, RoundView } from '@silian/server/contract/rounds'
import { Trans, useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { ChainLine, NextBar, stepsOf } from '../../../ui/chain-line.tsx'
import type { Mood } from '../../../ui/state-mark.tsx'

const line = ['draft', 'wishing', 'ranking', 'frozen', 'matched', 'publicity', 'confirming', 'closed'] as const

export const moodOf = (state: RoundState): Mood => (state === 'draft' ? 'open' : state === 'closed' ? 'done' : state === 'cancelled' ? 'gone' : 'now')

/** The stages as a line, and who is waited for until when. */
export function RoundLine({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const dates: Partial<Record<RoundState, string | null>> = {
    draft: round.openedAt,
    wishing: round.wishesCloseAt,
    ranking: round.rankingCloseAt,
    frozen: round.frozenAt,
    matched: round.matchedAt,
    publicity: round.publicityUntil,
    confirming: round.confirmUntil,
    closed: round.closedAt,
  }
  const reached = line.findLast((state) => state === 'draft' || (dates[state] && state !== 'publicity' && state !== 'confirming' && state !== 'closed')) ?? 'draft'
  const steps = stepsOf<RoundState>(
    {
      line,
      state: round.state,
      label: (state) => t(`state.${state}`),
      note: (state) => (dates[state] ? (state === round.state ? format.deadline(dates[state]) : format.day(dates[state])) : null),
    },
    reached,
  )
  return (
    <ChainLine steps={steps}>
      <NextBar>
        <Now round={round} />
      </NextBar>
    </ChainLine>
  )
}

function Now({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const { counts, state } = round
  const until = { wishing: round.wishesCloseAt, ranking: round.rankingCloseAt, publicity: round.publicityUntil, confirming: round.confirmUntil }[state as string]
  const left = until ? (format.left(until) ?? format.deadline(until)) : ''
  const waiting = state === 'wishing' ? counts.students - counts.submitted : counts.placed - counts.accepted - counts.declined
  const count = state === 'publicity' ? counts.objections : waiting
  return (
    <span>
      <Trans
        t={t}
        i18nKey={`page.now.${state}`}
        components={{ b: <b /> }}
        values={{ count, left, done: counts.scored, all: counts.wished, reason: round.reason ?? '' }}
      />
    </span>
  )
}
