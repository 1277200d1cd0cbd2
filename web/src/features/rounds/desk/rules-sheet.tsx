import type { RoundView } from '@silian/server/contract/rounds'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Facts, Sheet } from '../../../ui/sheet.tsx'
import { ClaimList } from '../rule/claim-list.tsx'
import css from './desk.module.css'

/** The rule in words, what it keeps, and what anybody needs to check the draw. */
export function Rules({ round }: { round: RoundView }) {
  const { t } = useTranslation(['rounds', 'matching'])
  const format = useFormat()
  const code = (value: string | null) => (value ? <code className={css.code}>{value}</code> : t('page.notYet'))
  return (
    <Sheet title={t('page.rules')} aside={round.can.edit && <LinkButton href={`/rounds/${round.id}/rules`}>{t('matching:edit')}</LinkButton>}>
      <ul className={css.rules}>
        {round.ruleText.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>{t('page.weightsText', { school: round.weightSchool, interview: round.weightInterview, certificate: round.weightCertificate, most: round.maxWishes })}</li>
        {round.startsOn && round.endsOn && <li>{t('page.dates', { range: format.range(round.startsOn, round.endsOn) })}</li>}
      </ul>
      <ClaimList claims={round.guarantees} sentenceOf={({ sentence }) => sentence ?? ''} />
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
