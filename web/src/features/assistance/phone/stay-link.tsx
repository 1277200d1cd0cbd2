import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../../ui/button.tsx'
import { useMyStays } from '../queries.ts'

/** On the student's first page, only while something is asked. */
export default function StayLink({ className }: { className: string }) {
  const { t } = useTranslation('assistance')
  const stays = useMyStays()
  const asked = stays.data?.rows.find(({ open, answer }) => open && !answer)
  if (!asked) return null
  return (
    <LinkButton href={`/my/stay/${asked.id}`} size="big" kind="primary" className={className}>
      {t('stay.link')}
    </LinkButton>
  )
}
