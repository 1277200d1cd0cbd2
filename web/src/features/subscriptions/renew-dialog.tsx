import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { useRenewSecret, type WebhookView } from './queries.ts'
import { SecretShown } from './secret-shown.tsx'

export function RenewDialog({ webhook, onClose }: { webhook: WebhookView; onClose: () => void }) {
  const { t } = useTranslation('webhooks')
  const renew = useRenewSecret()
  if (renew.data) {
    return (
      <Dialog open onClose={onClose} title={t('secretTitle')}>
        <SecretShown label={t('secretTitle')} secret={renew.data.secret} note={t('secretNote')} />
      </Dialog>
    )
  }
  return (
    <Dialog open onClose={onClose} title={t('renewTitle', { name: webhook.name })} note={t('renewNote')} verb={t('renew')} kind="risk" busy={renew.isPending} error={renew.error} onDo={() => renew.mutate(webhook.id)} />
  )
}
