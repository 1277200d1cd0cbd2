import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './subscriptions.module.css'

/** Shown once: an address or a secret that the server keeps only a hash of, or sealed. */
export function SecretShown({ label, secret, note }: { label: string; secret: string; note: string }) {
  const { t } = useTranslation('subscriptions')
  const toast = useToast()
  return (
    <div className={css.shown}>
      <p>{note}</p>
      <p className={css.secret} aria-label={label} translate="no">
        {secret}
      </p>
      <div>
        <Button size="form" kind="primary" icon="link" onClick={() => void navigator.clipboard.writeText(secret).then(() => toast(t('copied')))}>
          {t('copy')}
        </Button>
      </div>
    </div>
  )
}
