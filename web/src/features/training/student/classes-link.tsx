import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../../ui/button.tsx'

/** On the student's first page. */
export function ClassesLink({ className }: { className: string }) {
  const { t } = useTranslation('student')
  return (
    <LinkButton href="/my/classes" size="big" className={className}>
      {t('home.classes')}
    </LinkButton>
  )
}
