import { useTranslation } from 'react-i18next'
import { LinkButton } from './button.tsx'
import { Page } from './page.tsx'

/** No such page, and may not see it, read the same. */
export function MissingPage() {
  const { t } = useTranslation('ui')
  return (
    <Page title={t('page.missing')} lead={t('page.missingWhy')}>
      <LinkButton href="/" kind="primary">
        {t('page.home')}
      </LinkButton>
    </Page>
  )
}
