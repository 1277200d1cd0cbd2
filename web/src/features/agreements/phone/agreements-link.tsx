import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../../ui/button.tsx'
import { useAgreements } from '../queries.ts'

/** From the first page of a telephone: how many wait for my signature. */
export function AgreementsLink({ className }: { className?: string }) {
  const { t } = useTranslation('student')
  const mine = useAgreements({ mine: 'true', size: 1 })
  const count = mine.data?.total ?? 0
  return (
    <LinkButton href="/my/agreements" size="big" kind={count > 0 ? 'primary' : 'plain'} className={className}>
      {count > 0 ? t('home.agreementsWaiting', { count }) : t('home.agreements')}
    </LinkButton>
  )
}
