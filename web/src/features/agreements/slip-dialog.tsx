import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { useHandOver, type AgreementView, type PartyView } from './queries.ts'
import { CodeList, Slip } from './slips.tsx'

/** 送签: a link goes to the party by text message or mail; where neither is known, link and code are shown once, apart. */
export function SlipDialog({ agreement, party, onClose }: { agreement: AgreementView; party: PartyView; onClose: () => void }) {
  const { t } = useTranslation('agreements')
  const hand = useHandOver()
  const handed = hand.data
  return (
    <Dialog open onClose={onClose} title={`${t('actions.handOver')}：${party.name}`} note={handed ? undefined : t('hand.lead')} verb={handed ? undefined : t('actions.handOver')} busy={hand.isPending} error={hand.error} onDo={() => hand.mutate({ id: agreement.id, partyId: party.id })}>
      {handed &&
        (handed.sentBy ? (
          <p role="status">{t('hand.sent', { name: handed.name, channel: t(`hand.by.${handed.sentBy}`) })}</p>
        ) : (
          <>
            <Slip handed={handed} />
            <p className="small">{t('hand.why')}</p>
            <CodeList rows={[handed]} />
            <p className="small mut">{t('hand.once')}</p>
          </>
        ))}
    </Dialog>
  )
}
