import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { LawRefusal } from '../../placements/desk/law-refusal.tsx'
import { beyondFields, short, useFaultWords } from './faults.ts'
import { useFileBatch, useMoveBatch, useWithdrawSeat, type Batch, type Seat } from './queries.ts'

export function AskDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const toast = useToast()
  const move = useMoveBatch()
  const firms = new Set(batch.seats.filter(({ state }) => state === 'planned').map(({ organisationId }) => organisationId)).size
  const onDo = () =>
    move.mutate({ id: batch.id, action: 'ask', version: batch.version }, {
      onSuccess: () => {
        toast(t('decide.done.ask'))
        onClose()
      },
    })
  return <Dialog open onClose={onClose} title={t('decide.askTitle', { count: firms, title: batch.title })} note={t('decide.askNote')} verb={t('actions.ask')} busy={move.isPending} error={move.error} onDo={onDo} />
}

export function CancelDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const toast = useToast()
  const move = useMoveBatch()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const error = useFaultWords(tried && short(reason, 2) ? { reason: 'missing' } : {}, move.error)
  const onDo = () => {
    setTried(true)
    if (short(reason, 2)) return
    move.mutate({ id: batch.id, action: 'cancel', version: batch.version, reason: reason.trim() }, {
      onSuccess: () => {
        toast(t('decide.done.cancel'))
        onClose()
      },
    })
  }
  return (
    <Dialog open onClose={onClose} title={t('decide.cancelTitle', { title: batch.title })} note={t('decide.cancelNote')} verb={t('actions.cancel')} kind="risk" busy={move.isPending} error={beyondFields(move.error, ['reason'])} onDo={onDo}>
      <TextArea label={t('decide.reason')} hint={t('decide.reasonHint')} most={500} value={reason} error={error('reason')} onChange={setReason} />
    </Dialog>
  )
}

export function WithdrawDialog({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const toast = useToast()
  const withdraw = useWithdrawSeat()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  // A firm that was asked is owed a reason.
  const needed = seat.state !== 'planned'
  const silent = needed && short(reason, 2)
  const error = useFaultWords(tried && silent ? { reason: 'missing' } : {}, withdraw.error)
  const onDo = () => {
    setTried(true)
    if (silent) return
    withdraw.mutate({ id: seat.id, version: seat.version, ...(reason.trim() ? { reason: reason.trim() } : {}) }, {
      onSuccess: () => {
        toast(t('decide.done.withdraw'))
        onClose()
      },
    })
  }
  return (
    <Dialog open onClose={onClose} title={t('decide.withdrawTitle', { firm: seat.organisationName, post: seat.postTitle })} note={t('decide.withdrawNote')} verb={t('actions.withdraw')} kind="risk" busy={withdraw.isPending} error={beyondFields(withdraw.error, ['reason'])} onDo={onDo}>
      <TextArea label={t('decide.reason')} hint={t('decide.reasonHint')} optional={!needed} most={500} value={reason} error={error('reason')} onChange={setReason} />
    </Dialog>
  )
}

/** Everybody who stands in no filing, with the escort; what the filing needs is done on its own page. */
export function FilingDialog({ batch, count, onClose }: { batch: Batch; count: number; onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const [, navigate] = useLocation()
  const toast = useToast()
  const file = useFileBatch()
  const [title, setTitle] = useState(t('filing.nameOf', { title: batch.title }))
  const onDo = () =>
    file.mutate({ id: batch.id, title: title.trim() }, {
      onSuccess: ({ filingId }) => {
        toast(t('filing.done'))
        navigate(`/placement-filings/${filingId}`)
      },
    })
  return (
    <Dialog open onClose={onClose} title={t('filing.title', { title: batch.title })} note={t('filing.note', { count })} verb={t('filing.verb')} busy={file.isPending} because={short(title, 2) && t('faults.missing')} onDo={onDo}>
      <TextField label={t('filing.name')} value={title} maxLength={100} onChange={setTitle} />
      <LawRefusal error={file.error} />
    </Dialog>
  )
}
