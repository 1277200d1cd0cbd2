import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded, Refused } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark, type Mood } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useDeliveries, useReplay, type DeliveryView } from './queries.ts'
import css from './subscriptions.module.css'

const moods: Record<DeliveryView['state'], Mood> = { waiting: 'waits', delivered: 'done', failed: 'refused', skipped: 'gone' }

/** What was sent, what was answered, and the way to send it again. */
export default function DeliveriesPage() {
  const { t } = useTranslation('webhooks')
  const { webhookId = '' } = useParams()
  const list = useListState()
  const query = useDeliveries(webhookId, list.page, list.size)
  return (
    <Page title={query.data ? t('logTitle', { name: query.data.webhook.name }) : t('log')} lead={t('logLead')} crumbs={[{ label: t('title'), href: '/webhooks' }, { label: query.data?.webhook.name ?? t('log') }]} narrow>
      <Loaded query={query} empty={({ total }) => total === 0 && <Empty>{t('logEmpty')}</Empty>}>
        {({ rows, total }) => (
          <Sheet flush>
            <div className={css.log}>
              {rows.map((row) => (
                <Delivery key={row.id} row={row} webhookId={webhookId} />
              ))}
            </div>
            <Pager list={list} total={total} count={rows.length} />
          </Sheet>
        )}
      </Loaded>
    </Page>
  )
}

function Delivery({ row, webhookId }: { row: DeliveryView; webhookId: string }) {
  const { t } = useTranslation('webhooks')
  const format = useFormat()
  const toast = useToast()
  const replay = useReplay(webhookId)
  const last = row.attempts.at(-1)
  return (
    <details>
      <summary>
        <b>{t(`event.${row.event as 'need.opened'}`)}</b>
        <StateMark mood={moods[row.state]}>{t(`delivery.${row.state}`)}</StateMark>
        <span className="nw">{format.stamp(row.happenedAt)}</span>
        {last && <small>{last.status ?? t(`fault.${last.fault as 'timeout'}`)}</small>}
      </summary>
      <div className={css.more}>
        {row.state === 'skipped' && <p>{t('deliveryNote.skipped')}</p>}
        {row.attempts.map((attempt, at) => (
          <div key={attempt.at + at}>
            <h2>{t('attempt', { n: at + 1, at: format.stamp(attempt.at), ms: attempt.durationMs })}</h2>
            <pre>{attempt.fault ? t(`fault.${attempt.fault as 'timeout'}`) : `${attempt.status}\n${attempt.reply || t('noReply')}`}</pre>
          </div>
        ))}
        {row.payload !== null && (
          <>
            <h2>{t('payload')}</h2>
            <pre>{JSON.stringify(row.payload, null, 2)}</pre>
          </>
        )}
        {replay.isError && <Refused error={replay.error} />}
        {row.can.replay && (
          <Button busy={replay.isPending} onClick={() => replay.mutate(row.id, { onSuccess: () => toast(t('replayed')) })}>
            {t('replay')}
          </Button>
        )}
      </div>
    </details>
  )
}
