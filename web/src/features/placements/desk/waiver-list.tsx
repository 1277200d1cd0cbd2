import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadFile } from '@silian/server/contract/files'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useRuleWords } from '../../needs/rule-parts.tsx'
import { useFill } from './fill.ts'
import css from './desk.module.css'
import { LawRefusal } from './law-refusal.tsx'
import { useDecideWaiver, useRevokeWaiver, useWaiverFile, type Waiver } from './queries.ts'

/** Reasons and exceptions, with who gave and who approved them. */
export function WaiverList({ rows }: { rows: readonly Waiver[] }) {
  return (
    <ul className={css.rows}>
      {rows.map((waiver) => (
        <Line key={waiver.id} waiver={waiver} />
      ))}
    </ul>
  )
}

function Line({ waiver }: { waiver: Waiver }) {
  const { t } = useTranslation('placements')
  const { day } = useFormat()
  const words = useRuleWords()
  const decide = useDecideWaiver()
  const file = useWaiverFile()
  const [saying, setSaying] = useState<'refuse' | 'revoke' | null>(null)
  const state = waiver.revokedAt ? 'gone' : waiver.refusedAt ? 'refused' : waiver.approvedAt ? 'done' : 'waits'
  const word = waiver.revokedAt ? t('waiver.revoked') : waiver.refusedAt ? t('waiver.refused', { reason: waiver.refusal ?? '' }) : waiver.approvedAt ? t('waiver.approved', { name: waiver.approvedBy ?? '—' }) : t('waiver.open')
  return (
    <li>
      <div className={css.rowHead}>
        <b>{waiver.kind === 'exception' ? t('waiver.exception') : words.name(waiver.ruleId)}</b>
        <StateMark mood={state}>{word}</StateMark>
      </div>
      <p className={css.text}>{waiver.reason}</p>
      <small>
        {[
          t('waiver.by', { name: waiver.askedBy ?? '—' }), day(waiver.askedAt), waiver.number && `${t('waiver.number')} ${waiver.number}`, waiver.datedOn && `${t('waiver.datedOn')} ${day(waiver.datedOn)}`, waiver.authority, waiver.ofUnit && t('waiver.ofUnit'),
        ].filter(Boolean).join('　')}
        {waiver.file && (
          <>
            {'　'}
            <a href={urlOf(downloadFile, { params: { fileId: waiver.file.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">
              {waiver.file.name}
            </a>
          </>
        )}
      </small>
      <p className={css.acts}>
        {waiver.can.approve && (
          <>
            <Button kind="primary" busy={decide.isPending} onClick={() => decide.mutate({ id: waiver.id, approve: true })}>
              {t('waiver.approve')}
            </Button>
            <Button onClick={() => setSaying('refuse')}>{t('waiver.refuse')}</Button>
          </>
        )}
        {waiver.can.keep && waiver.kind === 'exception' && !waiver.approvedAt && (
          <label className={css.upload}>
            {t('waiver.upload')}
            <input type="file" className="sr" accept=".pdf,image/*" onChange={({ target }) => target.files?.[0] && file.mutate({ id: waiver.id, file: target.files[0] })} />
          </label>
        )}
        {waiver.can.keep && (
          <Button kind="text" onClick={() => setSaying('revoke')}>
            {t('waiver.revoke')}
          </Button>
        )}
      </p>
      <LawRefusal error={decide.error ?? file.error} />
      {saying && <Saying waiver={waiver} what={saying} onClose={() => setSaying(null)} />}
    </li>
  )
}

function Saying({ waiver, what, onClose }: { waiver: Waiver; what: 'refuse' | 'revoke'; onClose: () => void }) {
  const { t } = useTranslation('placements')
  const decide = useDecideWaiver()
  const revoke = useRevokeWaiver()
  const fill = useFill()
  const [reason, setReason] = useState('')
  const onDo = () => (what === 'refuse' ? decide.mutate({ id: waiver.id, approve: false, refusal: reason }, { onSuccess: onClose }) : revoke.mutate({ id: waiver.id, reason }, { onSuccess: onClose }))
  return (
    <Dialog open onClose={onClose} title={t(`waiver.${what}`)} verb={t(`waiver.${what}`)} kind="risk" because={fill(reason.trim().length < 5 && t(what === 'refuse' ? 'waiver.refusal' : 'waiver.revokeReason'))} busy={decide.isPending || revoke.isPending} error={decide.error ?? revoke.error} onDo={onDo}>
      <TextArea label={t(what === 'refuse' ? 'waiver.refusal' : 'waiver.revokeReason')} most={500} value={reason} onChange={setReason} />
    </Dialog>
  )
}
