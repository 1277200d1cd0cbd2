import { claimText } from '@silian/matching'
import { guaranteesOf, type RuledRound } from '@silian/algorithms/round-rule'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../kernel/i18n.ts'
import { Sheet } from '../../../ui/sheet.tsx'
import { ClaimList } from './claim-list.tsx'

/** What the settings keep, by the engine's own judgement, at once with every change. */
export function ClaimsPanel({ ruled, further }: { ruled: RuledRound; further: boolean }) {
  const { t } = useTranslation('matching')
  const claims = guaranteesOf(ruled, further)
  const locale = currentLocale()
  return (
    <Sheet title={t('claims.title')}>
      <div aria-live="polite">
        <ClaimList claims={claims} sentenceOf={(claim) => claimText(claim, locale)} />
      </div>
      <p className="small mut">{t('claims.source')}</p>
    </Sheet>
  )
}
