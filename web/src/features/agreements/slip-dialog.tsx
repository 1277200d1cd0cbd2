import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import css from './agreements.module.css'
import { useHandOver, type AgreementView, type HandedView, type PartyView } from './queries.ts'
import { useRoleWord } from './role-word.ts'

/** 送签: a link goes to the party by text message or mail; where neither is known, a slip is shown once. */
export function SlipDialog({ agreement, party, onClose }: { agreement: AgreementView; party: PartyView; onClose: () => void }) {
  const { t } = useTranslation('agreements')
  const hand = useHandOver()
  const handed = hand.data
  return (
    <Dialog open onClose={onClose} title={`${t('actions.handOver')}：${party.name}`} note={handed ? undefined : t('hand.lead')} verb={handed ? undefined : t('actions.handOver')} busy={hand.isPending} error={hand.error} onDo={() => hand.mutate({ id: agreement.id, partyId: party.id })}>
      {handed && (handed.sentBy ? <p role="status">{t('hand.sent', { name: handed.name, channel: t(`hand.by.${handed.sentBy}`) })}</p> : <><Slip handed={handed} /><p className="small mut">{t('hand.once')}</p></>)}
    </Dialog>
  )
}

/** One slip: who, about whom, the link as a picture, and the code. */
export function Slip({ handed }: { handed: HandedView }) {
  const { t } = useTranslation('agreements')
  const { day } = useFormat()
  const roleWord = useRoleWord()
  return (
    <div className={css.slip}>
      <img src={`data:image/svg+xml;utf8,${encodeURIComponent(handed.qr)}`} alt={t('hand.scan')} />
      <div>
        <b>{handed.name}</b>
        <p className="small mut">
          {handed.studentName && handed.role !== 'student' ? t('hand.for', { student: handed.studentName, role: roleWord(handed.role) }) : roleWord(handed.role)}
          <br />
          {`${handed.number}　${handed.title}`}
        </p>
        <p className="small">{t('hand.scan')}</p>
        {handed.code && (
          <p className="small">
            {t('hand.codeIs')}
            <span className={css.code} translate="no">
              {handed.code}
            </span>
            {t('hand.valid', { day: day(handed.expiresAt) })}
          </p>
        )}
      </div>
    </div>
  )
}
