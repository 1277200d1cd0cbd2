import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { currentLocale } from '../../kernel/i18n.ts'
import { useFormat } from '../../kernel/format.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty, Loaded, Refused } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useChangeWebhook, useDropWebhook, useTestWebhook, useWebhooks, type WebhookView } from './queries.ts'
import css from './subscriptions.module.css'
import { RenewDialog } from './renew-dialog.tsx'
import { WebhookDrawer } from './webhook-drawer.tsx'

type Opened = { what: 'edit' | 'renew' | 'drop'; webhook: WebhookView } | { what: 'new' } | null

/** Addresses of an organisation, or of the office, that are told what happened. */
export default function WebhooksPage() {
  const { t } = useTranslation('webhooks')
  const query = useWebhooks()
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const locale = currentLocale()
  const make = (
    <Button kind="primary" icon="plus" onClick={() => setOpened({ what: 'new' })}>
      {t('make')}
    </Button>
  )
  return (
    <Page title={t('title')} lead={<>{t('lead')} <a href={`${locale === 'zh-Hans' ? '' : `/${locale}`}/help/webhooks`}>{t('docs')}</a></>} narrow actions={make}>
      <Loaded query={query} empty={({ rows }) => rows.length === 0 && <Empty>{t('empty')}</Empty>}>
        {({ rows, limit }) => (
          <Sheet flush>
            <ul className={css.rows}>
              {rows.map((row) => (
                <Row key={row.id} row={row} limit={limit} onOpen={(what) => setOpened({ what, webhook: row })} />
              ))}
            </ul>
          </Sheet>
        )}
      </Loaded>
      {opened?.what === 'new' && <WebhookDrawer webhook={null} onClose={close} />}
      {opened?.what === 'edit' && <WebhookDrawer webhook={opened.webhook} onClose={close} />}
      {opened?.what === 'renew' && <RenewDialog webhook={opened.webhook} onClose={close} />}
      {opened?.what === 'drop' && <DropDialog webhook={opened.webhook} onClose={close} />}
    </Page>
  )
}

function Row({ row, limit, onOpen }: { row: WebhookView; limit: number; onOpen: (what: 'edit' | 'renew' | 'drop') => void }) {
  const { t } = useTranslation('webhooks')
  const format = useFormat()
  const toast = useToast()
  const change = useChangeWebhook()
  const test = useTestWebhook()
  const off = row.disabledReason
  const turn = (enabled: boolean) => change.mutate({ id: row.id, enabled, version: row.version }, { onSuccess: () => toast(t(enabled ? 'enabled' : 'disabled')) })
  return (
    <li>
      <div>
        <h2>
          <Link href={`/webhooks/${row.id}`}>{row.name}</Link>
        </h2>
        <p>{row.url}</p>
        <p>
          {row.events.map((event) => (
            <span key={event}>{t(`event.${event}`)}</span>
          ))}
        </p>
        <div className={css.state}>
          <StateMark mood={off === null ? 'now' : off === 'by_hand' ? 'gone' : 'refused'}>{t(off === null ? 'state.on' : off === 'by_hand' ? 'state.off' : `state.${off}`)}</StateMark>
          <span className="small dim">{row.lastDeliveredAt ? `${t('lastDelivered')} ${format.stamp(row.lastDeliveredAt)}` : t('never')}</span>
          {off === null && row.failures > 0 && <span className="small">{t('failures', { count: row.failures, limit })}</span>}
        </div>
        {(change.isError || test.isError) && <Refused error={change.error ?? test.error} />}
      </div>
      <div className={css.acts}>
        <LinkButton kind="text" href={`/webhooks/${row.id}`}>
          {t('log')}
        </LinkButton>
        {off === null && (
          <Button kind="text" busy={test.isPending} onClick={() => test.mutate(row.id, { onSuccess: () => toast(t('testSent')) })}>
            {t('test')}
          </Button>
        )}
        <Button kind="text" onClick={() => onOpen('edit')}>
          {t('edit')}
        </Button>
        <Button kind="text" busy={change.isPending} onClick={() => turn(off !== null)}>
          {t(off === null ? 'disable' : 'enable')}
        </Button>
        <Button kind="text" onClick={() => onOpen('renew')}>
          {t('renew')}
        </Button>
        <Button kind="text" onClick={() => onOpen('drop')}>
          {t('remove')}
        </Button>
      </div>
    </li>
  )
}

function DropDialog({ webhook, onClose }: { webhook: WebhookView; onClose: () => void }) {
  const { t } = useTranslation('webhooks')
  const drop = useDropWebhook()
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('removeTitle', { name: webhook.name })}
      note={t('removeNote')}
      verb={t('remove')}
      kind="risk"
      busy={drop.isPending}
      error={drop.error}
      onDo={() => drop.mutate(webhook.id, { onSuccess: onClose })}
    />
  )
}
