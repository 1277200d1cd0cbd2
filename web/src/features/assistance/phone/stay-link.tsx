import { listMyStays } from '@silian/server/contract/assistance/stays'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../../kernel/api.ts'
import { LinkButton } from '../../../ui/button.tsx'

/** On the student's first page, only while somebody asks whether they are still there. */
export function StayLink({ className }: { className: string }) {
  const { t } = useTranslation('student')
  const stays = useQuery({ queryKey: ['my-stays'], queryFn: ({ signal }) => call(listMyStays, { signal }) })
  const asked = stays.data?.rows.find(({ open, answer }) => open && !answer)
  if (!asked) return null
  return (
    <LinkButton href={`/my/stay/${asked.id}`} size="big" kind="primary" className={className}>
      {t('home.stay')}
    </LinkButton>
  )
}
