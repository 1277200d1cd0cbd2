import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { KeptLog, Log } from './log-outbox.ts'

type Props = { kept: KeptLog | undefined; log: Log | null; sending: boolean; full: boolean }

/** One sentence: what is where, and who sees it. */
export function SavedLine({ kept, log, sending, full }: Props) {
  const { t } = useTranslation('during')
  const { moment } = useFormat()
  const time = kept ? moment(new Date(kept.at)) : ''
  const says = full
    ? t('log.saved.full')
    : kept?.state === 'queued'
      ? t(sending ? 'log.saved.sending' : 'log.saved.queued')
      : kept
        ? t(log ? 'log.saved.changed' : 'log.saved.device', { time })
        : log?.readAt
          ? t('log.saved.read', { time: moment(log.readAt) })
          : log
            ? t('log.saved.sent', { time: moment(log.changedAt) })
            : t('log.saved.none')
  return (
    <>
      <Icon name={kept || !log ? 'device' : 'cloud'} /> {says}
    </>
  )
}
