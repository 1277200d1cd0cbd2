import type { RoundView } from '@silian/server/contract/rounds'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import css from './desk.module.css'

/** The rule in words, and what anybody needs to check the draw. */
export function Rules({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const code = (value: string | null) => (value ? <code className={css.code}>{value}</code> : t('page.notYet'))
  return (
    <Sheet title={t('page.rules')}>
      <p>
        {t(`rule.${round.rule.mechanism}-note`)} {t('rule.ties')}
      </p>
      {round.counts.reserved > 0 && <p>{t(`rule.reserve-${round.rule.reserveMode}`)}</p>}
      <p>{t('page.weightsText', { school: round.weightSchool, interview: round.weightInterview, certificate: round.weightCertificate, most: round.maxWishes })}</p>
      {round.startsOn && round.endsOn && <p>{t('page.dates', { range: format.range(round.startsOn, round.endsOn) })}</p>}
      <ul className={css.claims}>
        {(['stable', 'studentOptimal', 'strategyProof', 'efficient'] as const).map((claim) => (
          <li key={claim}>
            <b className={round.guarantees[claim].holds ? css.yes : css.no}>{t(round.guarantees[claim].holds ? 'rule.holds' : 'rule.holdsNot')}</b> {t(`rule.claim.${claim}`)}
            <small className={css.second}>{round.guarantees[claim].sentence}</small>
          </li>
        ))}
      </ul>
      {round.seedCommitment && (
        <details className={css.more}>
          <summary>{t('page.seed')}</summary>
          <Facts
            wide
            facts={[
              [t('page.commitment'), code(round.seedCommitment)],
              [t('page.seedRevealed'), code(round.seedRevealed)],
              [t('page.listDigest'), round.listDigest && code(round.listDigest)],
              [t('page.inputDigest'), round.inputDigest && code(round.inputDigest)],
              [t('page.resultDigest'), round.resultDigest && code(round.resultDigest)],
            ]}
          />
        </details>
      )}
    </Sheet>
  )
}
