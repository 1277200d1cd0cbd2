import type { NewLink } from '@silian/server/contract/identity/invitations'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './identity.module.css'

/** A link that is shown once, to be handed to one person. */
export function LinkShown({ made }: { made: NewLink }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const toast = useToast()
  return (
    <div className={css.form}>
      <p>
        {t('people.linkNote')} {made.mailed && t('people.linkMailed')}
      </p>
      <p className={css.link} aria-label={t('people.link')} translate="no">
        {made.link}
      </p>
      <p className="small dim">{t('people.linkUntil', { time: format.deadline(made.expiresAt) })}</p>
      <div>
        <Button size="form" kind="primary" icon="link" onClick={() => void navigator.clipboard.writeText(made.link).then(() => toast(t('people.copied')))}>
          {t('people.copy')}
        </Button>
      </div>
    </div>
  )
}
