import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../../ui/button.tsx'

/** On the student's first page. */
export function ClassesLink({ className }: { className: string }) {
  const { t } = useTranslation('training')
  return (
    <LinkButton href="/my/classes" size="big" className={className}>
      {t('my.menu')}
    </LinkButton>
  )
}
