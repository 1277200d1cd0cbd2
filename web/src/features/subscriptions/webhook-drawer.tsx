import { webhookEvents, type WebhookEvent } from '@silian/server/contract/subscriptions/webhooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckGroup } from '../../ui/choices.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useChangeWebhook, useMakeWebhook, type WebhookView } from './queries.ts'
import { SecretShown } from './secret-shown.tsx'

/** Makes one or changes it; a new one shows its secret before the drawer closes. */
export function WebhookDrawer({ webhook, onClose }: { webhook: WebhookView | null; onClose: () => void }) {
  const { t } = useTranslation('webhooks')
  const toast = useToast()
  const make = useMakeWebhook()
  const change = useChangeWebhook()
  const [name, setName] = useState(webhook?.name ?? '')
  const [url, setUrl] = useState(webhook?.url ?? '')
  const [events, setEvents] = useState<WebhookEvent[]>(webhook?.events ?? [...webhookEvents])
  const title = t(webhook ? 'edit' : 'make')
  if (make.data) {
    return (
      <Drawer open onClose={onClose} title={t('secretTitle')}>
        <SecretShown label={t('secretTitle')} secret={make.data.secret} note={t('secretNote')} />
      </Drawer>
    )
  }
  const fields = { name, url: url.trim(), events }
  const save = () => {
    if (!webhook) return make.mutate(fields, { onSuccess: () => toast(t('created')) })
    change.mutate({ id: webhook.id, version: webhook.version, ...fields }, {
      onSuccess: () => {
        toast(t('saved'))
        onClose()
      },
    })
  }
  return (
    <Drawer open onClose={onClose} title={title} verb={title} busy={make.isPending || change.isPending} error={make.error ?? change.error} onDo={save}>
      <TextField label={t('name')} hint={t('nameHint')} value={name} onChange={setName} maxLength={60} />
      <TextField label={t('url')} hint={t('urlHint')} value={url} onChange={setUrl} type="url" maxLength={500} spellCheck={false} autoCapitalize="off" />
      <CheckGroup label={t('events')} values={events} onChange={setEvents} options={webhookEvents.map((value) => ({ value, label: t(`event.${value}`), note: value }))} />
    </Drawer>
  )
}
